"""A line: what is gathered while one paragraph is read, and the pieces that it comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from convert.diagnostics import Pos, Report
from convert.model import (
    Block,
    Code,
    Image,
    Inline,
    LineBreak,
    Math,
    MathBlock,
    PageBreak,
    Para,
    Span,
    Text,
    replace,
)
from convert.readers.docx.languages import Languages
from convert.readers.docx.looks import Atom, Look, in_language, nest
from convert.readers.docx.results import Frame
from convert.readers.docx.symbols import is_symbol_font, readable

Piece: TypeAlias = "tuple[Inline, ...] | Block"
"""A part of a paragraph: a line of inlines, or a block that stands between lines."""

PRIVATE = range(0xF000, 0xF100)
"""Where symbol fonts have their characters."""

_SHOWN = 60  # characters of words that a message quotes


@dataclass(slots=True)
class Line:
    """What was read of one paragraph.

    `ids`: the bookmarks in front of its words; `sequence`: whether it counts something, as captions do; `faces`: the
    faces of its words; `dropped`: whether something in it was left out on purpose.
    """

    pieces: list[Piece] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    sequence: bool = False
    faces: set[str] = field(default_factory=set)
    dropped: bool = False


class Words:
    """Gathers one paragraph. `frames`: the fields that are open; what is read goes to the innermost."""

    def __init__(self, ids: list[str], frames: list[Frame], pos: Pos, report: Report, languages: Languages) -> None:
        self.line = Line(ids=ids)
        self._languages = languages
        self.frames, self._pos, self._report = frames, pos, report
        self.atoms: list[Atom] = []
        self._before: list[Block] = []
        self._after: list[Block] = []
        self._floating: list[tuple[bool, Image]] = []  # with whether words stand before them
        self._hidden: list[str] = []
        self._displayed: set[int] = set()
        self._numbered = False  # whether a note's own number stands right before

    @property
    def silent(self) -> bool:
        """Whether an instruction is being read, which is not to be seen."""
        return any(not frame.result for frame in self.frames)

    @property
    def started(self) -> bool:
        """Whether something of the paragraph was read."""
        return bool(self.atoms or self.line.pieces or any(frame.atoms for frame in self.frames))

    @property
    def worded(self) -> bool:
        """Whether something that shows was read."""
        return bool(self.line.pieces) or any(not is_blank(inline) for _, inline in self.atoms)

    def emit(self, marks: tuple[str, ...], inline: Inline) -> None:
        """The next inline, with the marks around it."""
        if self.silent:
            return
        atoms = self.frames[-1].atoms if self.frames else self.atoms
        if isinstance(inline, Code) and atoms and atoms[-1][0] == marks and isinstance(last := atoms[-1][1], Code):
            atoms[-1] = marks, Code(last.text + inline.text)
        else:
            atoms.append((marks, inline))

    def text(self, text: str, look: Look) -> None:
        """The next characters of a run."""
        if self._numbered:
            text = text.lstrip()
            self._numbered = not text
        if not text:
            return
        if look.hidden:
            self._hidden.append(text)
            return
        self.line.faces.add(look.font)
        if is_symbol_font(look.font):
            text = readable(text, look.font)
            for char in sorted(set(text)):
                if ord(char) in PRIVATE:
                    self._report.add("docx-symbol-unknown", self._pos, font=look.font, point=f"{ord(char):04X}")
        marks = look.marks
        if (
            "underline" in marks
            and not look.underlined
            and any(frame.field.name == "HYPERLINK" for frame in self.frames)
        ):
            marks = tuple(mark for mark in marks if mark != "underline")
        lang = self._languages.of(text, look)
        self.emit(in_language(marks, lang) if lang else marks, Code(text) if look.code else Text(text))

    def number(self) -> None:
        """A note's own number, which is counted anew: the space behind it goes with it."""
        self._numbered = True

    def formula(self, formula: Math, *, displayed: bool) -> None:
        """A formula; a displayed one that has the paragraph for itself becomes a block."""
        if displayed:
            self._displayed.add(id(formula))
        self.emit((), formula)

    def anchor(self, blocks: Iterable[Block]) -> None:
        """Blocks anchored here: before the paragraph where no word of it was read yet, else behind."""
        (self._after if self.started else self._before).extend(blocks)

    def float(self, image: Image) -> None:
        """A picture that stands beside the words."""
        if not self.silent:
            self._floating.append((self.started, image))

    def part(self, block: Block) -> None:
        """A block that parts the paragraph; within a field, it stands behind."""
        if self.frames and not (len(self.frames) == 1 and not isinstance(block, PageBreak)):
            self._after.append(block)
        else:
            self._flush()
            self.line.pieces.append(block)

    def finish(self) -> Line:
        """What was read."""
        worded = self.worded
        for started, image in self._floating:
            if worded:
                (self._after if started else self._before).append(Para((image,), pos=image.pos))
            else:
                self.atoms.append(((), image))
        self._flush()
        self.line.pieces = [*self._before, *self.line.pieces, *self._after]
        if self._hidden:
            self._report.add("docx-hidden", self._pos, text="".join(self._hidden)[:_SHOWN])
            self.line.dropped = True
        return self.line

    def _flush(self) -> None:
        """Make a piece of what was gathered."""
        atoms, self.atoms = self.atoms, []
        formulas = [inline for _, inline in atoms if isinstance(inline, Math) and id(inline) in self._displayed]
        if formulas and all(is_blank(inline) or id(inline) in self._displayed for _, inline in atoms):
            self.line.pieces += (MathBlock(formula.tex, pos=formula.pos) for formula in formulas)
        else:
            inlines = _untabbed(nest(atoms))
            if inlines:
                self.line.pieces.append(inlines)


def is_blank(inline: Inline) -> bool:
    """Whether an inline shows nothing."""
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and not inline.text.strip())


def _untabbed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inlines without the tab that leads to the far end of the line, where the last of them stands."""
    match inlines:
        case (*before, Text(text=tabbed) as words, Span(role="far") as far) if tabbed.endswith("\t"):
            left = tabbed.removesuffix("\t")
            if left:
                return (*before, replace(words, text=left), far)
            return (*(before[:-1] if before and isinstance(before[-1], LineBreak) else before), far)
        case _:
            return inlines
