from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from convert.config import Options
from convert.diagnostics import Report, UsageError
from convert.formats import DEFAULT_OUTPUTS
from convert.kit.math.presentation import characters, parse
from convert.layout.composition import Composition
from convert.layout.result import Line
from convert.model import Code, CodeBlock, Document, Link, Math, MathBlock, Meta, Node, Para, Raw, Text
from convert.model.build import para
from convert.model.json import decode, encode
from convert.model.walk import nodes, plain, replace_nodes
from convert.passes.characters import clean_characters
from convert.pipeline import compose, convert_bytes, read_document, timestamp, write_document
from tests.specimens import BUNDLED, composition, everything
from tests.strategies import documents


def visible(text: str) -> Counter[str]:
    """The characters that leave ink, counted."""
    drawn = (char for char in text if char.isprintable() and not char.isspace())
    return Counter(char for char in drawn if not unicodedata.name(char, "").startswith("VARIATION SELECTOR"))


def printed(composed: Composition) -> Counter[str]:
    """The characters that stand on the pages, page furniture left out."""
    lines = (item for page in composed.pages.pages for item in page.items if isinstance(item, Line))
    return visible("".join(map(shown, lines)))


def shown(line: Line) -> str:
    """The characters of a line, those of formulas included."""
    if line.text.element.kind == "artifact":
        return ""
    return "".join(
        run.element.text if run.box else line.text.text[max(run.start, line.start) : min(run.end, line.end)]
        for run in line.text.runs
        if run.start < line.end and run.end > line.start
    )


def formula_as_text(node: Node) -> Node:
    """A formula in printable form, as its characters."""
    match node:
        case Math() | MathBlock():
            text = Text(characters(parse(node.mathml)))
            return Para((text,)) if isinstance(node, MathBlock) else text
        case _:
            return node


def words(node: Node) -> str:
    """What a node says itself, where it is text."""
    return node.text if isinstance(node, Text | Code | CodeBlock) else ""


@settings(max_examples=60)
@given(documents())
def test_every_character_of_any_document_is_printed(document: Document) -> None:
    composed = composition(document)
    prepared = visible(plain(replace_nodes(composed.document, formula_as_text)))
    assert visible("".join(map(words, nodes(document)))) <= prepared
    assert prepared <= printed(composed)


@settings(max_examples=15)
@given(documents())
def test_any_document_can_be_written_in_every_format(document: Document) -> None:
    composed = composition(document)
    for format in DEFAULT_OUTPUTS:
        assert write_document(composed, format)


@settings(max_examples=30)
@given(documents())
def test_what_has_no_place_on_paper_is_reported(document: Document) -> None:
    report = Report()
    composition(document, report)
    raws = sum(isinstance(node, Raw) for node in nodes(document))
    assert sum(finding.code == "raw-dropped" for finding in report.diagnostics) == raws


def test_a_document_converts_from_its_json_as_from_memory() -> None:
    outputs = convert_bytes(encode(everything()), "specimen.json", ("json",), BUNDLED, Report())
    assert decode(outputs["json"]) == composition(everything()).original == clean_characters(everything(), Report())


def test_a_document_without_a_title_is_told_what_stands_in() -> None:
    report = Report()
    composed = composition(Document((para("甲"),)), report, "a/通知.json")
    assert [finding.code for finding in report.of("warning")] == ["title-missing"]
    assert composed.title == "通知"
    assert "通知" not in plain(composed.document)


def test_an_order_is_known_by_its_mark_and_its_number() -> None:
    report, meta = Report(), Meta(issuers=("甲省人民政府",), number="第18号")
    order = compose(Document((para("正文。"),), meta), "a.md", Options(style="gbt9704-order"), report, ("pdf",))
    assert order.title == "甲省人民政府令 第18号"
    assert not list(report.of("warning"))


def test_the_language_is_the_documents_else_the_styles() -> None:
    assert composition(Document(meta=Meta(lang="en"))).lang == "en"
    assert composition(Document()).lang == "zh-Hans"


def test_the_options_decide_the_style() -> None:
    document = Document(tuple(para("会议指出。") for _ in range(30)))
    sparse = compose(document, "", Options(fonts="bundled", settings=("grid.lines=10",)), Report())
    assert (len(composition(document).pages.pages), len(sparse.pages.pages)) == (2, 3)


# --- the time -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025年6月23日", datetime(2025, 6, 23, tzinfo=UTC)),
        ("2025-06-23", datetime(2025, 6, 23, tzinfo=UTC)),
        ("2025 / 6 / 23", datetime(2025, 6, 23, tzinfo=UTC)),
        ("6月23日", datetime(1980, 1, 1, tzinfo=UTC)),
        ("2025年2月30日", datetime(1980, 1, 1, tzinfo=UTC)),
        ("1949年10月1日", datetime(1980, 1, 1, tzinfo=UTC)),
        ("", datetime(1980, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_time_is_the_documents(date: str, expected: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert timestamp(date) == expected


def test_the_builders_time_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    assert timestamp("2020年1月1日") == datetime(2025, 1, 1, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert timestamp("") == datetime(1980, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("value", ["soon", "1e9", "9" * 30])
def test_a_builders_time_that_is_none(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError) as caught:
        timestamp("")
    assert caught.value.diagnostic.code == "epoch-invalid"


def test_a_wrong_suffix_is_told() -> None:
    page = "<!DOCTYPE html><html><body><p>会议指出，要坚持安全第一。</p></body></html>".encode()
    report = Report()
    assert "安全第一" in plain(read_document(page, "report.doc", Options(), report))
    assert [(d.code, d.args) for d in report.diagnostics if d.code == "input-suffix"] == [
        ("input-suffix", {"suffix": ".doc", "format": "html"})
    ]
    report = Report()
    read_document(page, "report.doc", Options(source_format="html"), report)
    assert "input-suffix" not in {d.code for d in report.diagnostics}


def test_what_cannot_be_printed_is_no_matter_for_formats_that_do_not_print() -> None:
    source = encode(Document((Para((Raw("html", "<blink>"), Link((Text("甲"),), "javascript:x"))),), Meta(title="题")))
    codes = {}
    for formats in (("json",), ("json-pandoc",), ("json", "epub")):
        report = Report()
        convert_bytes(source, "a.json", formats, BUNDLED, report)
        codes[formats] = {found.code for found in report.diagnostics} & {"raw-dropped", "link-dropped"}
    assert codes == {("json",): set(), ("json-pandoc",): set(), ("json", "epub"): {"raw-dropped", "link-dropped"}}
