"""Cases for notes, references to them, and how a style sets them."""

from __future__ import annotations

from typing import Literal

from convert.measure import docx, epub, pdf
from convert.model import List, ListItem, Note, PageBreak
from convert.model.build import para
from tests.parity.cells import Case, Limit, Variant, case, simple
from tests.parity.looks import BODY, PT_PER_MM, TARGET, book_elements, pdf_tags, words

NOTE = 10.5
"""The size of notes, in pt."""


_FOOT = Note((para(TARGET),))
_KINDS: tuple[Literal["foot", "end"], ...] = ("foot", "end")
_END = Note((para(TARGET),), kind="end")


@case("Note")
def note() -> Case:
    """At the page's foot, read where its mark is."""

    def in_pdf(data: bytes) -> tuple[str, bool]:
        glyphs = {glyph.char: glyph for glyph in pdf.read_glyphs(data)}
        return pdf_tags(data, "Note")[0].text, glyphs[TARGET].baseline > 250 > glyphs["甲"].baseline

    def in_word(data: bytes) -> tuple[str, bool]:
        (block,) = docx.read_blocks(data)
        return block.text[2:].replace("\u2002", "").replace("乙", "").strip(), block.text.startswith("甲①")

    def in_book(data: bytes) -> tuple[str, bool]:
        aside = next(each for each in book_elements(data, "aside") if each.attributes["epub:type"] == "footnote")
        mark = next(each for each in book_elements(data, "a") if each.attributes.get("epub:type") == "noteref")
        return "".join(aside.text.split()), mark.attributes["href"] == f"#{aside.attributes['id']}"

    return Case((simple(para("甲", _FOOT, "乙"), wanted=(f"①{TARGET}", True)),), in_pdf, in_word, in_book)


@case("Note.kind")
def note_kind() -> Case:
    """A footnote stands at the foot of the page of its mark, an endnote behind all text."""

    def in_pdf(data: bytes) -> str:
        note, last = (next(g for g in pdf.read_glyphs(data) if g.char == char) for char in (TARGET, "丙"))
        return "end" if note.page == last.page == 2 and note.baseline > last.baseline else "foot"

    def in_word(data: bytes) -> str:
        (found,) = docx.read_notes(data)
        assert found.text == TARGET
        return found.kind.removesuffix("note")

    def in_book(data: bytes) -> str:
        kinds = [each.attributes.get("epub:type") for each in epub.read_elements(data) if TARGET in each.text]
        return next(kind.removesuffix("note") for kind in kinds if kind in ("footnote", "endnote"))

    made = (
        simple(para("甲", Note((para(TARGET),), kind=kind)), PageBreak(), para("丙"), wanted=kind) for kind in _KINDS
    )
    return Case(tuple(made), in_pdf, in_word, in_book)


@case("Note.number")
def note_number() -> Case:
    """The mark, the same at its place and before it."""
    made = (simple(para("甲", _FOOT, "乙", _FOOT), wanted=f"甲①①{TARGET}乙②②{TARGET}"),)
    return Case(made, words, words, words)


@case("NoteLook.marks")
def note_marks() -> Case:
    marks = {"decimal": "1", "circled": "①", "lower-alpha": "a", "lower-roman": "i"}
    made = (
        simple(para("甲", _FOOT), wanted=f"甲{mark}{mark}{TARGET}", settings=(f"notes.marks='{kind}'",))
        for kind, mark in marks.items()
    )
    return Case(tuple(made), words, words, words)


@case("NoteLook.end_marks")
def end_marks() -> Case:
    marks = {"decimal": "1", "circled": "①", "lower-alpha": "a", "lower-roman": "i"}
    made = (
        simple(para("甲", _END), wanted=f"甲{mark}{mark}{TARGET}", settings=(f"notes.end_marks='{kind}'",))
        for kind, mark in marks.items()
    )
    return Case(tuple(made), words, words, words)


@case("NoteLook.restart")
def restart() -> Case:
    """The mark of the second page's first note. In Word, which counts by itself, that it is told to."""

    def in_pdf(data: bytes) -> str:
        return next(line.text[1:2] for line in pdf.read_lines(data) if line.text.startswith("乙"))

    def in_word(data: bytes) -> str:
        return "①" if docx.read_note_numbering(data)["footnote"].restart == "eachPage" else "②"

    blocks = para("甲", _FOOT), PageBreak(), para("乙", _FOOT)
    made = (
        simple(*blocks, wanted=mark, settings=(f"notes.restart='{where}'",))
        for where, mark in (("document", "②"), ("page", "①"))
    )
    return Case(tuple(made), in_pdf, in_word, Limit("notes"))


def _ruled(key: str, *values: float) -> tuple[Variant, ...]:
    return tuple(simple(para("甲", _FOOT), wanted=value, settings=(f"notes.{key}={value}",)) for value in values)


@case("NoteLook.rule_width")
def note_rule_width() -> Case:
    """In em of the notes. Word's own separator has its own length."""

    def in_book(data: bytes) -> float:
        return float(book_elements(data, "aside")[0].before["width"].removesuffix("em")) * BODY / NOTE

    return Case(
        _ruled("rule_em", 15.0, 8.0),
        pdf=lambda data: (pdf.read_strokes(data)[0].right - pdf.read_strokes(data)[0].left) * PT_PER_MM / NOTE,
        docx=Limit("notes"),
        epub=in_book,
        within=0.02,
    )


@case("NoteLook.rule")
def note_rule() -> Case:
    def in_book(data: bytes) -> float:
        return float(book_elements(data, "aside")[0].before["border-top"].split("pt")[0])

    return Case(
        _ruled("rule_pt", 0.5, 1.0),
        pdf=lambda data: pdf.read_strokes(data)[0].weight,
        docx=Limit("notes"),
        epub=in_book,
    )


@case("ListLook.bullets")
def list_bullets() -> Case:
    inner = List((ListItem((), (para("甲"), List((ListItem((), (para("乙"),)),)))),))
    settings = ("lists.bullets=['※', '○']",)
    return Case((simple(inner, wanted="※甲○乙", settings=settings),), words, words, words)


@case("ListLook.tasks")
def list_tasks() -> Case:
    tasks = List((ListItem((), (para("甲"),), True), ListItem((), (para("乙"),), False)))
    return Case((simple(tasks, wanted="☑甲☐乙", settings=("lists.tasks=['☐', '☑']",)),), words, words, words)


@case("ListLook.indent_em")
def list_indent() -> Case:
    items = List((ListItem((), (para(TARGET),)),))

    def in_pdf(data: bytes) -> float:
        glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.char == TARGET)
        return (glyph.left - 28) / (156 / 28)

    def in_word(data: bytes) -> float:
        (block,) = docx.read_blocks(data)
        return block.left / (block.size + block.tracking)

    def in_book(data: bytes) -> float:
        return float(book_elements(data, "ul")[0].styles["padding-left"].removesuffix("em"))

    made = (simple(items, wanted=em, settings=(f"lists.indent_em={em}",)) for em in (2.0, 4.0))
    return Case(tuple(made), in_pdf, in_word, in_book, within=0.03)
