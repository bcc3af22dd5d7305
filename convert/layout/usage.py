"""Which characters a document sets in which font role: what faces are chosen by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import assert_never

from convert.kit.numerals import number_marks, numeral
from convert.layout.code import WRAPPED, code_inlines
from convert.layout.fields import band_words
from convert.layout.inlines import Chars, Object, capitals, flatten, reading_of
from convert.layout.objects import words_in
from convert.model import (
    Block,
    CodeBlock,
    Document,
    Figure,
    Group,
    Heading,
    Inline,
    List,
    Math,
    MathBlock,
    PageBreak,
    Para,
    Quote,
    Raw,
    Row,
    Rule,
    Table,
    Text,
    Toc,
)
from convert.model.build import numbered
from convert.style.sheet import Computed, Sheet

_ALL_NUMERALS = "1234567890"  # of a page that any may turn out to be
CAPTION = "caption"
LEADER = "\u2026"
"""What leads the eye from an entry of a table of contents to its page."""
NOTE_GAP = "\u2002"
"""What stands between a note's mark and its text."""


def font_texts(document: Document, sheet: Sheet) -> dict[str, str]:
    """For each font role that the document uses, the characters set in it."""
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for page in sheet.pages.values():
        for band in (page.header, page.footer):
            if band.words:
                texts[band.font].update(band_words(band, sheet, document))
    waiting = [_texts(document.blocks, sheet, "body")]
    while waiting:
        for inlines, look in waiting.pop():
            texts[look.font]
            for piece in flatten(inlines, look, sheet, lambda _: _ALL_NUMERALS):
                if isinstance(piece, Object):
                    texts[piece.look.font].update(words_in(piece.node))
                if isinstance(piece, Chars):
                    texts[piece.look.font].update(piece.text, capitals(piece.text) if piece.look.caps else "")
                    if piece.look.ruby:
                        reading = reading_of(piece.look.ruby, piece.look, sheet)
                        texts[reading.look.font].update(reading.text)
                    if piece.look.note:
                        role = sheet.note_role(piece.look.note.kind)
                        texts[sheet.roles[role].font].update(piece.text, NOTE_GAP)
                        waiting.append(_texts(piece.look.note.children, sheet, role))
    return {role: "".join(sorted(chars)) for role, chars in texts.items()}


def _texts(blocks: Iterable[Block], sheet: Sheet, container: str) -> Iterator[tuple[tuple[Inline, ...], Computed]]:
    for block in blocks:
        match block:
            case Para():
                yield block.children, sheet.look(block, container)
            case Heading():
                yield numbered(block), sheet.look(block)
            case CodeBlock() | MathBlock():
                yield _code_or_formula(block), sheet.look(block)
            case List():
                yield from _list_texts(block, sheet, sheet.list_role(container))
            case Table():
                yield numbered(block), sheet.roles[CAPTION]
                yield from _row_texts((*block.head, *block.body), sheet, header=len(block.head))
                yield from _texts(block.notes, sheet, "note")
            case Figure():
                yield from _texts(block.children, sheet, container)
                yield numbered(block), sheet.roles[CAPTION]
            case Quote() | Group():
                yield from _texts(block.children, sheet, sheet.inner_role(block, container))
            case Toc():
                yield (Text(f"{_ALL_NUMERALS}{LEADER}"),), sheet.roles["toc"]
                yield from _texts(block.children, sheet, "toc")
            case PageBreak() | Rule() | Raw():
                pass
            case _:
                assert_never(block)


def _code_or_formula(block: CodeBlock | MathBlock) -> tuple[Inline, ...]:
    if isinstance(block, CodeBlock):
        return (*code_inlines(block), Text(f" {WRAPPED}"))
    return (Math(block.tex, block.mathml),)


def _list_texts(block: List, sheet: Sheet, role: str) -> Iterator[tuple[tuple[Inline, ...], Computed]]:
    look = sheet.roles[role]
    labels = {numeral(block.start + i, block.style) for i in range(len(block.items))} if block.ordered else set()
    yield (
        (
            Text(
                "".join(
                    sorted(
                        {*labels, *sheet.lists.bullets, *sheet.lists.tasks, *number_marks(block.style, block.delimiter)}
                    )
                )
            ),
        ),
        look,
    )
    for item in block.items:
        yield item.term, look
        yield from _texts(item.children, sheet, role)


def _row_texts(rows: tuple[Row, ...], sheet: Sheet, header: int) -> Iterator[tuple[tuple[Inline, ...], Computed]]:
    for number, row in enumerate(rows):
        for cell in row.cells:
            kind = "header-cell" if cell.header or number < header else "cell"
            faces = {sheet.roles[role].font: role for role in (kind, *(f"{s}-{kind}" for s in sheet.tables.smaller))}
            for role in faces.values():  # those of other sizes, if they have another face
                yield from _texts(cell.children, sheet, role)
