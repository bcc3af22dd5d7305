from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import Report, UsageError
from convert.model import Document, Meta, Para, Text
from convert.model.base import field_values
from convert.model.walk import plain
from convert.passes.metadata import set_metadata
from convert.reading.metadata import NAMES, field_name

FIELDS = [name for name, _ in field_values(Meta()) if name not in ("inferred", "extra")]
WORDS = st.text(st.characters(exclude_characters=";；=", exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8)


def given_meta(*entries: str, document: Document | None = None, report: Report | None = None) -> Meta:
    return set_metadata(document or Document(), entries, report or Report()).meta


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_can_be_given(name: str) -> None:
    example = "stamp" if name == "sealing" else "值"
    value = getattr(given_meta(f"{name}={example}"), name)
    assert value in (example, (example,))


@pytest.mark.parametrize("name", NAMES)
def test_other_names_stand_for_fields(name: str) -> None:
    assert field_name(name) in FIELDS


def test_case_and_hyphens_do_not_matter() -> None:
    assert given_meta(" Copy-Number = 000001 ").copy_number == "000001"


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_lists_are_given_at_once_or_one_by_one(values: list[str]) -> None:
    together = given_meta("authors=" + ";".join(values))
    assert together == given_meta(*(f"作者={value}" for value in values))
    assert together.authors == tuple(values)


def test_a_value_may_have_equals_signs_and_be_empty() -> None:
    assert given_meta("source=a=b").source == "a=b"
    document = Document(meta=Meta(title="旧", authors=("甲",)))
    assert given_meta("title=", "authors=", document=document) == Meta()


def test_what_is_given_is_no_longer_inferred() -> None:
    document = Document(meta=Meta(title="推断", inferred=("title", "date")))
    assert given_meta("title=真", document=document).inferred == ("date",)


def test_an_unknown_name_is_kept_and_one_that_looks_misspelt_is_told() -> None:
    report = Report()
    meta = given_meta("档案号=7", "titel=x", report=report)
    assert meta.extra == {"档案号": "7", "titel": "x"}
    assert [(d.code, d.args["near"]) for d in report.diagnostics] == [("meta-near", "title")]


@pytest.mark.parametrize("entry", ["title", "=x", "", " = "])
def test_an_entry_has_a_name_and_an_equals_sign(entry: str) -> None:
    with pytest.raises(UsageError) as caught:
        given_meta(entry)
    assert caught.value.diagnostic.code == "meta-syntax"


def test_giving_what_is_asked_for_answers_the_question() -> None:
    report = Report()
    report.add("repair-year-missing", date="6月23日")
    report.add("repair-issuer-missing", issuer="省厅")
    given_meta("date=2025年6月23日", report=report)
    assert [d.code for d in report.diagnostics] == ["repair-issuer-missing"]


def test_a_title_replaces_the_marked_one_and_says_so() -> None:
    report = Report()
    document = Document((Para((Text("旧题"),), role="title"), Para((Text("正文。"),))), Meta(title="旧题"))
    changed = set_metadata(document, ["title=新题"], report)
    assert [plain(block) for block in changed.blocks] == ["新题", "正文。"]
    assert [(d.code, d.args["before"]) for d in report.diagnostics] == [("title-replaced", "旧题")]


def test_a_first_line_that_is_the_title_becomes_it_and_no_other_does() -> None:
    document = Document((Para((Text("新题"),)), Para((Text("正文。"),))))
    first, second = set_metadata(document, ["title=新题"], Report()).blocks
    assert (first.role, second.role) == ("title", "")
    assert set_metadata(document, ["title=别的题"], Report()).blocks == document.blocks


def test_nothing_given_changes_nothing() -> None:
    document = Document((Para((Text("正文。"),)),))
    assert set_metadata(document, (), Report()) is document


def test_entries_win_over_what_is_given_by_name() -> None:
    document = Document(meta=Meta(title="旧", number="甲〔2025〕1号"))
    made = set_metadata(document, ["number=丙〔2025〕3号"], Report(), {"文号": "乙[2025]2号", "主送": ["丁", "戊"]})
    assert made.meta == Meta(title="旧", number="丙〔2025〕3号", recipients=("丁", "戊"))
