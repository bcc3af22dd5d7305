"""Markdown as the specifications of CommonMark and GFM have it: their examples, read and printed again.

Each example is read, its document printed by the book's body code, and compared with the HTML that the specification
expects. Examples that hold HTML are read as HTML rather than handed on; `commonmark/raw-html.txt` shows what they become.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from convert.diagnostics import InputError, Report
from convert.model import Document
from convert.readers.markdown import read
from convert.reading.source import Source
from tests.conformance.xhtml import levels, levels_of, ours_alike, printed, theirs_alike, tightness, tightness_of

HERE = Path(__file__).parent / "commonmark"
TABLE = HERE / "raw-html.txt"


def examples(name: str) -> list[dict[str, Any]]:
    """The examples in a file."""
    loaded: list[dict[str, Any]] = json.loads((HERE / name).read_text("utf-8"))
    return loaded


COMMONMARK = examples("commonmark-0.31.2.json")
GFM = examples("gfm-0.29-extensions.json")


def has_html(markdown: str) -> bool:
    """Whether an independent reading of an example finds HTML in it."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    return bool(kinds & {"html_block", "html_inline"})


PLAIN = [example for example in COMMONMARK if not has_html(example["markdown"])]
WITH_HTML = [example for example in COMMONMARK if has_html(example["markdown"])]
PLAIN_GFM = [example for example in GFM if not has_html(example["markdown"])]


BARE_ADDRESSES = {602, 606, 608, 611, 612}
"""Examples of CommonMark in which GFM makes links of bare addresses, and so do we."""


EXPECTED_FINDINGS = {"image-missing", "image-remote", "markdown-attribute", "markdown-cell-excess"}
"""Pictures that are not there; words behind a code block's language and cells beyond a header, which GFM leaves out."""


def number(example: dict[str, Any]) -> str:
    return f"{example['example']} {example['section']}"


def understood(example: dict[str, Any]) -> tuple[Document, Report]:
    """What the reader makes of an example."""
    report = Report(str(example["example"]))
    try:
        return read(Source(example["markdown"].encode()), report), report
    except InputError as error:  # nothing but white space
        assert error.diagnostic.code == "input-empty" and not example["html"].strip()
        return Document(), report


def test_the_examples_are_those_of_the_specification() -> None:
    assert (len(COMMONMARK), len(PLAIN) + len(WITH_HTML), len(GFM)) == (652, 652, 24)
    assert len(PLAIN) >= 580


@pytest.mark.parametrize("example", [*PLAIN, *PLAIN_GFM], ids=number)
def test_an_example_becomes_what_it_should(example: dict[str, Any]) -> None:
    document, report = understood(example)
    ours, theirs = ours_alike(printed(document, report)), theirs_alike(example["html"])
    if example["example"] in BARE_ADDRESSES and example in COMMONMARK:
        assert re.search("<a ", ours)
        ours = re.sub('<a href="(?:mailto:)?([^"]+)">\\1</a>', r"\1", ours)
    assert ours == theirs
    assert levels(document) == levels_of(example["html"])
    assert tightness(document) == tightness_of(example["html"])
    assert {found.code for found in report.diagnostics} <= EXPECTED_FINDINGS


def test_examples_with_html_become_what_is_written_down(pytestconfig: pytest.Config) -> None:
    table = "".join(map(entry, [*WITH_HTML, *(example for example in GFM if example not in PLAIN_GFM)]))
    if pytestconfig.getoption("--update"):
        TABLE.write_text(table, "utf-8")
    assert table == TABLE.read_text("utf-8")


def entry(example: dict[str, Any]) -> str:
    """What an example with HTML becomes: its source, our XHTML, the findings."""
    document, report = understood(example)
    body = printed(document, report)
    verdict = "as expected" if ours_alike(body) == theirs_alike(example["html"]) else "read as HTML"
    codes = " ".join(f"{found.code}({', '.join(found.args.values())})" for found in report.diagnostics)
    return (
        f"=== {number(example)}: {verdict}\n{example['markdown']}---\n{ours_alike(body)}\n{codes and f'--- {codes}'}\n"
    )
