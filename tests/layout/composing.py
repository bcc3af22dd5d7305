"""Compositions for layout tests, set in the bundled faces."""

from __future__ import annotations

from datetime import UTC, datetime

from convert.diagnostics import Report
from convert.kit.fonts import Library
from convert.kit.images.svg.lettering import Lettering
from convert.kit.resources import fonts_folder
from convert.layout.composition import Composition
from convert.layout.pictures import lettering
from convert.layout.result import Line, Page, Pages
from convert.model import Block, Document, Meta
from convert.style.compute import read_sheet

PITCH_MM = (225 - 156 / 28) / 21  # GB/T 9704-2012 cl. 5.2.3, from glyph edge to glyph edge


def composed(
    *blocks: Block, settings: tuple[str, ...] = (), report: Report | None = None, **meta: object
) -> Composition:
    """The blocks, made ready to print in the gbt9704 style."""
    document = Document(blocks, Meta(**meta))  # type: ignore[arg-type]
    return Composition(
        document=document,
        original=document,
        sheet=read_sheet("gbt9704", settings),
        report=report or Report("test"),
        library=Library("bundled", fonts_folder()),
        title="test",
        lang="zh-Hans",
        timestamp=datetime(1980, 1, 1, tzinfo=UTC),
    )


def faces_of_the_style() -> Lettering:
    """The faces that drawings are lettered in."""
    made = composed()
    return lettering(made.sheet, made.library)


def lines_of(page: Page) -> list[Line]:
    """The page's lines that are not furniture."""
    return [i for i in page.items if isinstance(i, Line) and i.text.element.kind != "artifact"]


def words(line: Line) -> str:
    """The characters of a line."""
    return line.text.text[line.start : line.end]


def all_words(pages: Pages) -> str:
    """The characters of all lines in reading order, white space dropped."""
    return "".join("".join(words(line).split()) for page in pages.pages for line in lines_of(page))
