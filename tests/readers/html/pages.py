"""A page of a site, for tests."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Document
from convert.model.walk import plain
from convert.readers.html import read
from convert.reading.source import MainContent, Source

PROSE = "<p>The committee met on Monday, and it decided, after a long debate, to begin the work in spring; nobody objected.</p>"


def page(article: str, *, head: str = "", around: str = "<nav><a href='/'>Home</a></nav>", after: str = "") -> bytes:
    """A page with an article, navigation before it and `after` behind it."""
    body = f"{around}<div class='wrap'>{article}</div>{after}"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode()


def document(data: bytes, report: Report | None = None, main: MainContent = "auto") -> Document:
    """What is read of a page."""
    return read(Source(data, "page.html", None, main), report or Report())


def lines(data: bytes, main: MainContent = "auto") -> list[str]:
    """The words of each block that is read."""
    return [plain(block) for block in document(data, None, main).blocks]
