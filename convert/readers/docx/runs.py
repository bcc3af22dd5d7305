"""Runs: characters of one look, and all that may stand among them (ISO/IEC 29500-1, 17.3.2, 17.3.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from convert.model import Image, LineBreak, PageBreak, Ruby, Text
from convert.readers.docx.drawings import DRAWING, drawn, is_floating, pictured
from convert.readers.docx.fields import Field
from convert.readers.docx.frames import Frames
from convert.readers.docx.lines import PRIVATE, Words
from convert.readers.docx.looks import Look, nest
from convert.readers.docx.properties import run_properties
from convert.readers.docx.styles import ParagraphStyle
from convert.readers.docx.symbols import is_symbol_font, symbol
from convert.readers.docx.tags import BR, FLD_CHAR, ID, R_PR, TAB, R, T, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.notes import NoteKind
    from convert.readers.docx.story import Story

_MOST_RUBIES = 20  # within each other, which Word knows none of: what is deeper becomes words
_SHOWN = 60  # characters of words that a message quotes
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPE, _CHAR, _FONT = w("type"), w("char"), w("font")
_NOTES: dict[str, NoteKind] = {w("footnoteReference"): "foot", w("endnoteReference"): "end"}
_CHARACTERS = {TAB: "\t", w("ptab"): "\t", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}


class Runs:
    """Reads the runs of one paragraph."""

    def __init__(self, story: Story, style: ParagraphStyle, words: Words, frames: Frames) -> None:
        self._story, self._book, self._style = story, story.book, style
        self._words, self._frames = words, frames
        self._look = Look()
        self._rubies = 0  # that this one stands within

    def read(self, run: Element) -> None:
        """Read a run."""
        outer = self._look
        self._look = self._book.looks.of(run_properties(run.find(R_PR)), self._style)
        for child in run:
            tag = child.tag
            if tag == T:
                self._words.text(text_of(child), self._look)
            elif tag in _CHARACTERS:
                self._words.text(_CHARACTERS[tag], self._look)
            elif tag in _ACTIONS:
                _ACTIONS[tag](self, child)
        self._look = outer

    def _break(self, element: Element) -> None:
        if element.get(_TYPE) == "page":
            if not self._story.inner:
                self._words.part(PageBreak(pos=self._story.pos))
        elif not self._look.hidden:
            self._words.emit(self._look.marks, LineBreak())

    def _field_mark(self, element: Element) -> None:
        self._frames.mark(element)

    def _note(self, element: Element) -> None:
        note = self._story.note(_NOTES[element.tag], element.get(ID, ""))
        if note is not None:
            self._words.emit((), note)

    def _number(self, element: Element) -> None:
        self._words.number()

    def _drawing(self, element: Element) -> None:
        if self._look.hidden:
            return
        floating = is_floating(element)
        for item in (drawn if element.tag == DRAWING else pictured)(element, self._story):
            if not isinstance(item, Image):
                self._words.anchor(item)
            elif floating:
                self._words.float(item)
            else:
                self._words.emit((), item)

    def _symbol(self, element: Element) -> None:
        font = element.get(_FONT, "")
        try:
            code = int(element.get(_CHAR, ""), 16)
        except ValueError:
            return
        char = symbol(code, font)
        if not char and not is_symbol_font(font):
            char = chr(code - PRIVATE.start) if code - PRIVATE.start in range(32, 127) else ""
        if not char:
            char = chr(code) if 31 < code < 0xD800 or code in range(0xE000, 0xFFFE) else ""
            self._book.report.add("docx-symbol-unknown", self._story.pos, font=font, point=f"{code:04X}")
        if char:
            self._words.emit(self._look.marks, Text(char))

    def _ruby(self, element: Element) -> None:
        """A reading above its base (17.3.3.25); one without the other is a word like any."""
        if self._rubies == _MOST_RUBIES:
            self._book.report.add("nesting-flattened", self._story.pos, depth=_MOST_RUBIES)
            for text in element.iter(T):
                self._words.text(text_of(text), self._look)
            return
        guide, base = element.find(w("rt")), element.find(w("rubyBase"))
        reading = "".join(text_of(text) for text in guide.iter(T)) if guide is not None else ""
        frame = self._frames.enter(Field("", (), {}))
        self._rubies += 1
        for run in base.iterchildren(R) if base is not None else ():
            self.read(run)
        self._rubies -= 1
        self._frames.leave(frame)
        words = nest(frame.atoms)
        if words and reading:
            self._words.emit((), Ruby(words, reading))
            return
        for marks, inline in frame.atoms or ([((), Text(reading))] if reading else []):
            self._words.emit(marks, inline)

    def _comment(self, element: Element) -> None:
        comment = self._book.notes.comment(element.get(ID, ""))
        if comment is not None:
            self._book.report.add(
                "docx-comment", self._story.pos, author=comment.author or "?", text=comment.text[:_SHOWN]
            )


_ACTIONS: dict[str, Callable[[Runs, Element], None]] = {
    BR: Runs._break,
    w("cr"): Runs._break,
    FLD_CHAR: Runs._field_mark,
    **dict.fromkeys(_NOTES, Runs._note),
    w("footnoteRef"): Runs._number,
    w("endnoteRef"): Runs._number,
    **dict.fromkeys((DRAWING, w("pict"), w("object")), Runs._drawing),
    w("sym"): Runs._symbol,
    w("ruby"): Runs._ruby,
    w("commentReference"): Runs._comment,
}
"""What is in a run beside its characters, and who reads it."""


def text_of(element: Element) -> str:
    """The characters of `w:t`: without the white space at its ends that it does not ask to keep (XML 1.0, 2.10)."""
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
