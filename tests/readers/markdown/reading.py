"""Read a text of Markdown: the document, and what was found."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Block, Document
from convert.readers.markdown import read
from convert.reading.source import Source


def understood(text: str) -> tuple[Document, Report]:
    """The document that a text becomes, and the report."""
    report = Report("test.md")
    return read(Source(text.encode(), "test.md"), report), report


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks that a text becomes."""
    return understood(text)[0].blocks


def codes(text: str) -> list[str]:
    """The codes of what is found in a text, in order."""
    return [found.code for found in understood(text)[1].diagnostics]
