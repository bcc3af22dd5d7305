"""Values of official elements in their forms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from convert.diagnostics import Report
from convert.model import Meta
from convert.reading.fields import BY_NAME, FIELDS, metadata_schema
from convert.reading.forms import settle
from convert.reading.metadata import NAMES, make_meta


def settled(**given: Any) -> tuple[dict[str, Any], list[str]]:
    report = Report()
    return settle(given, report), [found.code for found in report.diagnostics]


@pytest.mark.parametrize(
    ("name", "value", "form"),
    [
        ("number", "豫应急[2025]12号", "豫应急〔2025〕12号"),
        ("number", "豫应急（2025）12号", "豫应急〔2025〕12号"),
        ("number", "豫应急(2025)第012号", "豫应急〔2025〕12号"),
        ("number", "豫应急【2025】12", "豫应急〔2025〕12号"),
        ("number", "豫应急 〔2025〕 12 号", "豫应急〔2025〕12号"),
        ("number", "[2025]6号", "〔2025〕6号"),
        ("number", "第十二号", "第12号"),
        ("number", "第03期", "第3期"),
        ("date", "2025年06月03日", "2025年6月3日"),
        ("date", "二〇二五年六月二十三日", "2025年6月23日"),
        ("date", "二○二五年十二月三十一日", "2025年12月31日"),
        ("printing_date", "2025年06月24日印发", "2025年6月24日"),
        ("printing_date", "2025-06-24", "2025年6月24日"),
        ("classification_term", "一年", "1年"),
        ("classification_term", "六个月", "6个月"),
        ("copy_number", "12", "000012"),
        ("urgency", "特 急", "特急"),
    ],
)
def test_other_forms_of_the_same_become_the_standards(name: str, value: str, form: str) -> None:
    assert settled(**{name: value}) == ({name: form}, ["meta-form"])
    assert settled(**{name: form}) == ({name: form}, [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", "豫应急〔25〕12号"),
        ("number", "豫应急12号文"),
        ("printing_date", "六月"),
        ("date", "2025年13月1日"),
        ("date", "2025年6月"),
        ("classification", "内部"),
        ("classification_term", "永久"),
        ("urgency", "紧急"),
        ("copy_number", "一号"),
    ],
)
def test_what_is_none_of_the_kind_is_kept_and_told(name: str, value: str) -> None:
    assert settled(**{name: value}) == ({name: value}, ["meta-value"])


@pytest.mark.parametrize(
    ("name", "value"), [("number", "TR-2025-12"), ("date", "23 June 2025"), ("date", "2025-06-23")]
)
def test_other_reports_number_and_date_themselves_as_they_like(name: str, value: str) -> None:
    assert settled(**{name: value}) == ({name: value}, [])


def test_a_level_of_secrecy_may_have_its_term() -> None:
    assert settled(classification="机密★一年")[0] == {"classification": "机密", "classification_term": "1年"}
    assert settled(classification="秘密★")[0] == {"classification": "秘密"}
    both = settled(classification="秘密★1年", classification_term="2年")[0]
    assert both == {"classification": "秘密", "classification_term": "2年"}


@pytest.mark.parametrize(("value", "form"), [("印章", "seal"), ("签名章", "stamp"), ("无", "none"), ("Seal", "seal")])
def test_what_stands_with_the_signature_has_names_in_chinese(value: str, form: str) -> None:
    assert settled(sealing=value) == ({"sealing": form}, [])


def test_a_wrong_word_for_it_is_not_taken() -> None:
    assert settled(sealing="也许") == ({"sealing": ""}, ["meta-value"])


def test_labels_and_end_marks_are_no_part_of_names() -> None:
    given = settled(recipients=("主送：各市应急管理局：",), cc=("抄送：某厅。", "某局"), signature=("某厅",))
    assert given == ({"recipients": ("各市应急管理局",), "cc": ("某厅", "某局"), "signature": ("某厅",)}, [])


def test_front_matter_comes_in_its_forms() -> None:
    report = Report()
    meta = make_meta({"文号": "某[2025]1号", "密级": "绝密★10年", "用印": "签名章"}, report)
    assert meta == Meta(number="某〔2025〕1号", classification="绝密", classification_term="10年", sealing="stamp")


# --- the table of fields ---------------------------------------------------------------------------------------------


def test_the_table_has_every_field_once() -> None:
    assert [field.name for field in FIELDS if field.name not in Meta.__struct_fields__] == []
    assert {*BY_NAME, "inferred", "extra"} == {*Meta.__struct_fields__} and len(BY_NAME) == len(FIELDS)
    names = [name for field in FIELDS for name in (field.name, field.term, *field.names)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_examples_are_in_their_forms(field: Any) -> None:
    report = Report()
    make_meta({field.term: field.example}, report)
    assert not report.diagnostics
    assert not field.pattern or re.fullmatch(field.pattern, field.example)
    assert not field.choices or field.example in field.choices
    assert field.several == isinstance(getattr(Meta(), field.name), tuple)


def test_the_schema_has_every_name() -> None:
    schema = metadata_schema()
    assert {*NAMES, *BY_NAME} == {*schema["properties"]}
    assert schema["properties"]["文号"] == {"$ref": "#/properties/number"}
    assert schema["properties"]["issuers"]["anyOf"][1]["type"] == "array"


def test_the_documentation_has_every_name() -> None:
    page = (Path(__file__).parents[2] / "docs" / "metadata.md").read_text("utf-8")
    table = page.partition("## Fields")[2].partition("## Forms")[0]
    rows = {row.split(" | ")[0].removeprefix("| "): row for row in table.splitlines() if row.startswith("| ")}
    for field in FIELDS:
        cells = rows[field.term].split(" | ")
        assert cells[1].split() == [f"`{name}`" for name in (field.name, field.term, *field.names)]
        assert cells[2] == field.about[0] and cells[4] == f"`{field.example}`"
