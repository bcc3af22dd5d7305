from __future__ import annotations

from datetime import date

import pytest

from convert.diagnostics import Report
from convert.model import Meta
from convert.reading.metadata import LISTS, NAMES, field_name, make_meta


def made(**entries: object) -> Meta:
    return make_meta(entries, Report())


@pytest.mark.parametrize("name", NAMES)
def test_other_names_stand_for_fields(name: str) -> None:
    assert field_name(name) in Meta.__struct_fields__


def test_case_hyphens_and_spaces_do_not_matter() -> None:
    assert field_name(" Copy-Number ") == field_name("copy number") == "copy_number"
    assert field_name("inferred") == field_name("extra") == field_name("layout") == ""


def test_values_of_every_kind_become_words() -> None:
    meta = made(
        title="关于…的通知",
        date=date(2025, 6, 23),
        主送=["甲市", "乙市"],
        抄送="丙；丁",
        number=12,
        draft=True,
        none=None,
    )
    assert (meta.title, meta.date, meta.number) == ("关于…的通知", "2025-06-23", "12")
    assert (meta.recipients, meta.cc) == (("甲市", "乙市"), ("丙", "丁"))
    assert meta.extra == {"draft": "true", "none": ""}


def test_nothing_of_a_mapping_is_lost() -> None:
    meta = made(
        author=[{"name": "张三", "affiliation": "甲"}, {"name": "李四", "affiliation": "乙"}], map={"a": {"b": 1}}
    )
    assert meta.authors == ("张三", "李四")
    assert meta.extra == {"author.affiliation": "甲", "author.affiliation.2": "乙", "map.a": '{"b": 1}'}


def test_a_field_of_one_value_keeps_the_others_beside() -> None:
    meta = made(title=["甲", "乙", "丙"])
    assert (meta.title, meta.extra) == ("甲", {"title.2": "乙", "title.3": "丙"})


def test_one_that_looks_misspelt_is_told() -> None:
    report = Report()
    make_meta({"titel": "x"}, report)
    assert [(d.code, d.args["near"]) for d in report.diagnostics] == [("meta-near", "title")]
    assert "title" not in LISTS and "authors" in LISTS
