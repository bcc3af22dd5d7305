"""Pandoc's syntax tree: what is refused and how that is said, any depth, and what else the cases cannot show."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import InputError, Report
from convert.formats import input_format
from convert.model import Document, Para
from convert.model.walk import nodes, plain
from convert.readers.pandoc import read
from convert.readers.pandoc.context import join_lines
from convert.reading.depth import bound_depth
from convert.reading.source import Changes, Source

WORDS = {"t": "Str", "c": "words"}
ATTR: list[Any] = ["", [], []]


def file(*blocks: Any, meta: Any = None, version: Any = (1, 23, 1)) -> bytes:
    return json.dumps({"pandoc-api-version": version, "meta": meta or {}, "blocks": blocks}).encode()


def document(*blocks: Any, changes: Changes = "accept") -> Document:
    return read(Source(file(*blocks), changes=changes), Report())


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(Source(data), Report())
    assert caught.value.diagnostic.hint()
    return f"{caught.value.diagnostic.code} {caught.value}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the document: Expecting value"),
        (b"\xff\xfe\xfa", "the document: "),
        (b"[1]", "pandoc-api-version is missing"),
        (b'{"blocks": []}', "pandoc-api-version is missing"),
        (b'{"pandoc-api-version": [1, 23], "meta": {}}', "blocks: a list expected, nothing found"),
        (file(meta=[1]), "meta: an object expected, a list found"),
        (file({"t": "Paragraph", "c": []}), "blocks[0].t: Block expected, “Paragraph” found"),
        (file({"t": "Para", "c": [WORDS, {"t": "Str"}]}), "blocks[0].c[1].c: a text expected, nothing found"),
        (file({"t": "Para", "c": [{"t": "Para", "c": []}]}), "blocks[0].c[0].t: Inline expected, “Para” found"),
        (file({"t": "Header", "c": [1, ATTR]}), "blocks[0].c: 3 values expected, 2 found"),
        (file({"t": "Header", "c": [True, ATTR, []]}), "blocks[0].c[0]: a whole number expected, true or false found"),
        (file({"t": "Div", "c": [["", [], [["key"]]], []]}), "blocks[0].c[0][2][0]: 2 values expected, 1 found"),
        (file({"t": "Table", "c": [ATTR, [], [], [], []]}), "blocks[0].c: 6 values expected, 5 found"),
        (file(meta={"title": "words"}), "meta.title: an object expected, “words” found"),
        (file({"t": "Para", "c": [{"t": "Cite", "c": [[{"citationId": 1}], []]}]}), "citationId: a text expected"),
    ],
)
def test_a_refusal_names_the_place(data: bytes, expected: str) -> None:
    said = refusal(data)
    assert said.startswith("json-pandoc-invalid") and expected in said


@pytest.mark.parametrize("version", [[1, 17, 5, 4], [1, 20], [2, 0], [0]])
def test_other_versions_are_refused(version: list[int]) -> None:
    assert refusal(file(version=version)).startswith("json-pandoc-version")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(("t", "c", "x")), inner),
    )
)
def test_no_json_is_a_crash(value: Any) -> None:
    try:
        document(value)
    except InputError as refused:
        assert refused.diagnostic.code == "json-pandoc-invalid"


@pytest.mark.parametrize("depth", [250, 100_000])
@pytest.mark.parametrize("opening", ['{"t":"BlockQuote","c":[', '{"t":"Div","c":[["",["boxed"],[]],['])
def test_depth_is_bounded_or_refused(opening: str, depth: int) -> None:
    closing = "]]}" if "Div" in opening else "]}"
    inner = json.dumps({"t": "Para", "c": [WORDS]})
    data = file().replace(b'"blocks": []', f'"blocks": [{opening * depth}{inner}{closing * depth}]'.encode())
    if depth == 250:
        report = Report()
        assert plain(bound_depth(read(Source(data), report), report)) == "words"
    else:
        assert "nested too deeply" in refusal(data)


def test_positions_name_the_block_or_the_line() -> None:
    wrapper = ["", [], [["wrapper", "1"], ["data-pos", "in.md@7:3-8:1"]]]
    para = {"t": "Para", "c": [WORDS]}
    found = document(para, {"t": "BlockQuote", "c": [para]}, {"t": "Div", "c": [wrapper, [para]]})
    assert [str(node.pos) for node in nodes(found) if isinstance(node, Para)] == ["block 1", "block 2", "7:3"]


@pytest.mark.parametrize(("changes", "expected"), [("accept", "a new"), ("reject", "a old")])
def test_tracked_changes_are_decided(changes: Changes, expected: str) -> None:
    spans = [
        {"t": "Span", "c": [["", [kind], []], [{"t": "Str", "c": word}]]}
        for kind, word in (("insertion", "new"), ("deletion", "old"))
    ]
    assert plain(document({"t": "Para", "c": [{"t": "Str", "c": "a "}, *spans]}, changes=changes)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("中\n文", "中文"), ("中\nen", "中 en"), ("en\n中", "en 中"), ("a\n\nb", "a b"), ("，\n中", "，中")],
)
def test_a_line_end_between_chinese_characters_is_no_space(text: str, expected: str) -> None:
    assert join_lines(text) == expected


TAGS = ("<b>", "</b>", "<sub>", "</sub>", "<span>", "</span>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<br>")


@given(st.lists(st.sampled_from((*TAGS, "word", "会议", " "))), st.sampled_from(("Inline", "Block")))
def test_tags_that_match_or_not_lose_no_word(pieces: list[str], level: str) -> None:
    values = [
        {"t": f"Raw{level}", "c": ["html", piece]} if piece in TAGS else {"t": "Str", "c": piece} for piece in pieces
    ]
    if level == "Inline":
        found = document({"t": "Para", "c": values})
    else:
        found = document(*(value if value["t"] == "RawBlock" else {"t": "Plain", "c": [value]} for value in values))
    assert re.sub(r"<.*?>|\s", "", plain(found)) == "".join(piece for piece in pieces if piece not in (*TAGS, " "))


def test_the_content_tells_two_kinds_of_json_apart() -> None:
    assert input_format("", "report.json", file()).name == "json-pandoc"
    assert input_format("", "report.json", b'{"triptych": 1}').name == "json"
