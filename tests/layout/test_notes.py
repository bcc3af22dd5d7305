"""Footnotes at the foot of pages: what goes on to the next one."""

from __future__ import annotations

from itertools import pairwise

from convert.layout.result import Element, Line, Page
from convert.model import Block, Cell, Column, Document, Note, Row, Table
from convert.model.build import para
from tests.layout.composing import lines_of, words
from tests.specimens import SENTENCE, composition


def laid_out(block: Block) -> list[Page]:
    return composition(Document((block,))).pages.pages


def in_note(line: Line) -> bool:
    element: Element | None = line.text.element
    while element is not None and element.kind != "note":
        element = element.parent
    return element is not None


def noted(pages: list[Page]) -> list[list[Line]]:
    """The lines of notes, page by page."""
    return [[line for line in lines_of(page) if in_note(line)] for page in pages]


def test_several_notes_that_go_on_stand_below_each_other() -> None:
    notes = [Note((para(f"注{n}" + SENTENCE * 30),)) for n in range(4)]
    pages = laid_out(para("文", *notes))
    found = noted(pages)
    assert "".join(words(line).strip() for lines in found for line in lines).count(SENTENCE) == 120
    for lines in found:
        assert all(below.y > above.y + above.size for above, below in pairwise(lines))


def test_a_table_in_a_note_goes_on_between_its_rows() -> None:
    rows = tuple(Row((Cell((para(f"甲{n}"),)), Cell((para(SENTENCE * 2),)))) for n in range(40))
    note = Note((para("见表"), Table((Column(0.2), Column(0.8)), body=rows)))
    pages = laid_out(para("文", note))
    assert len(pages) > 1
    found = noted(pages)
    names = [words(line) for lines in found for line in lines if words(line).startswith("甲")]
    assert names == [f"甲{n}" for n in range(40)]
    whole = ["".join(words(line) for line in lines) for lines in found]
    assert all(text.count(SENTENCE) == 2 * text.count("甲") for text in whole)
    assert all(
        line.y < page.height - 35 * 72 / 25.4 for page, lines in zip(pages, found, strict=True) for line in lines
    )
