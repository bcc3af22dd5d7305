"""Real Markdown: every word of an independent rendering is in what the reader makes of it.

`python -m tests.corpus.test_markdown` prints the figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from convert.diagnostics import Report
from convert.model import Document
from convert.model.base import field_values
from convert.model.walk import nodes
from convert.readers.markdown import read
from convert.reading.depth import bound_depth
from convert.reading.source import Source
from tests.corpora import CORPUS, corpus

_HAN = "\u2e80-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]|[^\W{_HAN}]")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP = re.compile(
    r"<!--.*?-->|\[\^[^\s\]]+\]:?|\{:?\s*[#.]?[^{}\n]*\}(?!\})|\[!\w+\]|^([ \t]*[-*+] )\[[ x]\]",
    re.DOTALL | re.MULTILINE,
)
"""What an ordinary renderer shows and ours understands: marks of notes, attributes, kinds of callouts, boxes of tasks."""

UNLIKE = {
    "commonmark_extras.txt": "an instruction (`<?php`) that does not end: a browser and ours read its rest differently",
}
"""Files whose rendering says more, and why."""


def files() -> Iterator[Path]:
    """The corpus's Markdown, and fixtures of other readers."""
    folder = CORPUS / "markdown"
    yield from sorted(path for path in folder.rglob("*") if path.suffix == ".md" or path.name.endswith("extras.txt"))


def missing(path: Path) -> tuple[int, Counter[str]]:
    """How many characters of words a rendering has, and those that our reading has not."""
    data = path.read_bytes()
    text = _MARKUP.sub(r"\1", _FRONT_MATTER.sub("", data.decode("utf-8")))
    html = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"]).render(text)
    body = LexborHTMLParser(html)
    for hidden in body.css("script, style"):
        hidden.decompose()
    wanted = Counter(_WORD.findall(body.body.text() if body.body else ""))
    report = Report(path.name)
    document = bound_depth(read(Source(data, path.name), report), report)
    return wanted.total(), wanted - Counter(_WORD.findall(said(document)))


def said(document: Document) -> str:
    """Everything that a document says."""
    return "".join(str(v) for node in nodes(document) for _, v in field_values(node) if isinstance(v, str))


@pytest.mark.parametrize("path", list(files()), ids=lambda path: path.name)
def test_no_word_of_a_rendering_is_lost(path: Path) -> None:
    wanted, lost = missing(path)
    if path.name not in UNLIKE:
        assert lost == Counter()
    assert lost.total() <= 0.01 * wanted


def test_there_are_files() -> None:
    assert len(list(corpus("markdown").rglob("*.md"))) > 50


if __name__ == "__main__":
    for each in files():
        count, lost = missing(each)
        print(f"{count:8} {lost.total():6} {each.name} {dict(lost.most_common(5)) or ''}")
