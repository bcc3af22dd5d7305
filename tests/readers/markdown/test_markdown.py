"""The reader as a whole: no word is lost, nothing makes it fail, positions lead to the source."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import InputError, Report
from convert.model import Block, Code, Heading, Inline, Link, Node, Para, Text
from convert.model.base import field_values
from convert.model.walk import nodes, plain
from convert.readers.markdown import read
from convert.reading.depth import bound_depth
from convert.reading.source import Source
from tests.readers.markdown.reading import blocks, codes, understood

PIECES = (
    "词", "中文，", "word ", "1", "\n", "\n\n", "    ", "\t", "*", "**", "_", "`", "```", "~", "~~~\n", "[", "]", "(", ")", "](x)",
    "![", "[^1]", "\n[^1]: ", "^[", "{.a}", "{#i key=v}", "{", "}", "$", "$$\n", "\\(", "\\)", "\\", "\\[\n", "\n\\]", "> ", "- ",
    "1. ", "- [ ] ", "## ", "\n::: note\n", "\n:::\n", "!!! tip\n", "\n| a | b |\n|---|---|\n| c | d |\n", "|", "\n---\n", "\n===\n",
    "\n: ", "Table: ", "@fig:x", "[@fig:x]", "\f", "\\newpage\n", "[TOC]\n", "> [!NOTE]\n", "http://a.b/c", "a@b.c", "&amp;",
    "\n+++\n", "key: v\n", "\n{: .x}\n",
)  # fmt: skip
HTML = (
    "<b>", "</b>", "<div>\n\n", "\n\n</div>\n\n", "<details>\n", "\n</details>\n", "<ruby>", "<rt>", "</rt>", "</ruby>", "<!--", "-->",
    "<br>", "<table><tr><td>\n\n", "\n\n</td></tr></table>\n\n", "<a name='q'></a>", "<span style='color:red'>", "</span>", "<pre>",
    "</pre>", "<svg>", "<math>", "<img src=x>", "<p>", "</p>\n\n", "<select><option>", "<T>", "<style>", "<?php", "<![CDATA[",
    "<b", "<input type=checkbox>",
)  # fmt: skip


def texts(*pieces: str) -> st.SearchStrategy[str]:
    """Texts of such pieces."""
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=30).map("".join)


def bounded(text: str) -> tuple[tuple[Block, ...], Report]:
    """The blocks as the pipeline gets them; none for a text without words."""
    try:
        document, report = understood(text)
    except InputError as error:
        assert error.diagnostic.code == "input-empty"
        return (), Report("test.md")
    return bound_depth(document, report).blocks, report


def shown(block_tuple: tuple[Block, ...], report: Report) -> str:
    """Everything a document and its findings say."""
    words = [str(value) for node in nodes(block_tuple) for _, value in field_values(node) if isinstance(value, str)]
    return "\n".join(words + [arg for found in report.diagnostics for arg in found.args.values()])


@given(texts(*PIECES))
def test_no_word_is_lost(text: str) -> None:
    made, report = bounded(text)
    if "[^1]" not in text:  # a note whose label stands twice is printed twice
        assert shown(made, report).count("词") >= text.count("词")


@given(texts(*PIECES, *HTML))
def test_whatever_is_written_makes_a_document_of_sound_nodes(text: str) -> None:
    made, _ = bounded(text)
    for node in nodes(made):
        if isinstance(node, Block):
            assert node.pos is not None and node.pos.line
        if isinstance(node, Text):
            assert node.text and "\n" not in node.text
        children: tuple[Node, ...] = getattr(node, "children", ())
        kind = Inline if isinstance(node, Para | Heading | Link) else Node
        assert all(isinstance(child, kind) for child in children)


@pytest.mark.parametrize(
    "text",
    [
        ">" * 10_000 + "词",
        "- " * 10_000 + "词",
        "1. " * 10_000 + "词",
        "> - " * 5_000 + "词",
        "[" * 10_000 + "词" + "]" * 10_000,
        "[" * 10_000 + "词" + "](x)" * 10_000,
        "![" * 10_000 + "词" + "](x)" * 10_000,
        "[" * 10_000 + "词" + "]{.a}" * 10_000,
        "^[" * 10_000 + "词" + "]" * 10_000,
        "*a " * 10_000 + "词",
        "<b>" * 10_000 + "词" + "</b>" * 10_000,
        "<div>\n\n" * 2_000 + "词" + "\n\n</div>" * 2_000,
        "::: a\n" * 2_000 + "词",
        "".join(f"[^{n}]: 词[^{n + 1}]\n\n" for n in range(500)) + "x[^0]",
    ],
    ids=range(14),
)
def test_depth_costs_no_word(text: str) -> None:
    made, report = bounded(text)
    assert shown(made, report).count("词") >= text.count("词")


def test_too_deep_is_told() -> None:
    assert "nesting-flattened" in codes(">" * 100 + "词")
    assert "nesting-flattened" in codes("_a " * 100 + "b_ " * 100)


@pytest.mark.parametrize(
    "piece",
    ["$a ", "\\(a ", "[a](", "![", "^[a ", "`a``", "*a_", "<b>x", "{.a", "@fig:a", "~a ", "&a", "$$\n", "::: a\n", "http://", "a@b."],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    assert seconds(piece, 4000) < 16 * seconds(piece, 500) + 0.25  # eight times the text; quadratic would be 64 times


@pytest.mark.parametrize(
    "piece", ["词\n", "a\n", "> a\n", "- a\n", "[a](b) ", "[a](b){.c} ", "a\n\n", "|a|\n|-|\n", "<b>a</b> "]
)
def test_long_texts_take_long_and_no_longer(piece: str) -> None:
    assert seconds(piece, 20_000) < 8 * seconds(piece, 5000) + 0.25


def seconds(piece: str, count: int) -> float:
    """The time that it takes to read a piece, so many times. Without the collector: it walks through all that the tests
    before have left."""
    source = Source((piece * count).encode())
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        read(source, Report("test.md"))
        return time.process_time() - start
    finally:
        gc.enable()


def test_positions_are_lines_of_the_source() -> None:
    text = "---\ntitle: 题\n---\n# 一\n\n文字\n[链接](/u)\n\n- 项\n\n  又\n\n> 引\n"
    document, _ = understood(text)
    lines = text.split("\n")
    found = {
        plain(node): node.pos.line for node in nodes(document) if isinstance(node, Para | Heading | Link) and node.pos
    }
    assert {words: lines[number - 1] for words, number in found.items()} == {
        "一": "# 一",
        "文字链接": "文字",
        "链接": "[链接](/u)",
        "项": "- 项",
        "又": "  又",
        "引": "> 引",
    }


def test_line_ends_of_any_system_are_the_same() -> None:
    text = "# 一\n\n甲\n乙\n\n    code\n    code\n"
    assert blocks(text) == blocks(text.replace("\n", "\r\n")) == blocks(text.replace("\n", "\r"))


def test_encodings_are_found_out() -> None:
    document = read(Source("# 关于开展安全生产检查工作的通知\n".encode("gb18030")), Report("test.md"))
    assert plain(document) == "关于开展安全生产检查工作的通知"


def test_nothing_is_no_document() -> None:
    with pytest.raises(InputError) as caught:
        understood(" \n\n")
    assert caught.value.diagnostic.code == "input-empty"


def test_code_is_code_in_every_place() -> None:
    (para,) = blocks("`$x$ [^1] @fig:a {.b}`{.python #i}")
    assert isinstance(para, Para) and para.children == (Code("$x$ [^1] @fig:a {.b}", id="i"),)
