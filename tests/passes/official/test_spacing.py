"""A signature that does not fit: cl. 7.3.5.5."""

from __future__ import annotations

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.layout.composition import Composition
from convert.layout.result import Line
from convert.model import Document, Meta
from convert.model.build import para
from convert.passes.official.spacing import fits
from convert.pipeline import compose

DATE = "2025年6月23日"


def composed(lines: int, *settings: str) -> tuple[Composition, list[str]]:
    """A title, a text of so many lines in one paragraph and a signature with a seal."""
    text = para("文" * (28 * lines - 2))
    blocks = (text, para("某某省财政厅", role="signature"), para(DATE, role="date"))
    report = Report("a.md")
    options = Options(fonts="bundled", settings=settings)
    made = compose(Document(blocks, Meta(title="报告", sealing="seal")), "a.md", options, report)
    return made, [d.code for d in report.diagnostics if d.code == "signing-spaced"]


def signing_page(made: Composition) -> tuple[int, int]:
    """The page of the signature, and the lines above it there."""
    for page in made.pages.pages:
        words = [item.text.text for item in page.items if isinstance(item, Line)]
        if "某某省财政厅" in words:
            return page.number, words.index("某某省财政厅")
    raise AssertionError("no signature")


@pytest.mark.parametrize("lines", range(8, 30))
def test_it_never_stands_alone(lines: int) -> None:
    made, told = composed(lines)
    _, above = signing_page(made)
    assert above >= 2
    assert (made.sheet.grid.lines != 22) == bool(told)
    assert abs(made.sheet.grid.lines - 22) <= 1


def test_a_line_more_brings_it_onto_the_page_of_the_text() -> None:
    changed = [composed(lines) for lines in range(8, 24)]
    more = [made for made, told in changed if told and made.sheet.grid.lines == 23]
    assert more and all(signing_page(made)[0] == 1 for made in more)


def test_what_fits_is_left_as_it_is() -> None:
    made, told = composed(8)
    assert (made.sheet.grid.lines, told, fits(made)) == (22, [], True)


def test_the_style_may_forbid_it() -> None:
    for lines in range(8, 24):
        made, told = composed(lines, "signing.respace_lines=0")
        assert (made.sheet.grid.lines, told) == (22, [])
        assert signing_page(made)[1] >= 2


def test_a_change_is_told_once_and_nothing_else_twice() -> None:
    spaced = next(lines for lines in range(8, 24) if composed(lines)[1])
    report = Report("a.md")
    blocks = (para("文" * (28 * spaced - 2)), para("某某省财政厅", role="signature"), para(DATE, role="date"))
    document = Document(blocks, Meta(sealing="seal"))
    compose(document, "a.md", Options(fonts="bundled"), report)
    codes = [d.code for d in report.diagnostics]
    assert codes.count("title-missing") == 1
