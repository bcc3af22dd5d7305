"""The words of a paragraph: runs, links, notes and pictures in their order (ISO/IEC 29500-1, 17.3.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from convert.kit.cjk import has_east_asian
from convert.model import Block, Code, Image, Inline, LineBreak, Math, MathBlock, PageBreak, Para, Ruby, Span, Text
from convert.model.walk import plain
from convert.readers.docx.drawings import drawn, is_floating, pictured
from convert.readers.docx.fields import Field, parse_field
from convert.readers.docx.formulas import tex_of
from convert.readers.docx.looks import Atom, Look, nest
from convert.readers.docx.properties import run_properties
from convert.readers.docx.results import Frame, shown, toc_of
from convert.readers.docx.styles import ParagraphStyle
from convert.readers.docx.symbols import is_symbol_font, readable, symbol
from convert.readers.docx.tags import (
    BOOKMARK,
    BR,
    FLD_CHAR,
    FLD_SIMPLE,
    HYPERLINK,
    ID,
    O_MATH,
    O_MATH_PARA,
    R_ID,
    R_PR,
    SDT,
    SDT_CONTENT,
    TAB,
    WRAPPERS,
    R,
    T,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.notes import NoteKind
    from convert.readers.docx.story import Story

Piece: TypeAlias = "tuple[Inline, ...] | Block"
"""A part of a paragraph: a line of inlines, or a block that stands between lines."""

_SHOWN = 60  # characters of words that a message quotes
_DEEPEST = 60  # wrappers within each other in one paragraph
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPE, _CHAR, _FONT, _INSTRUCTION = w("type"), w("char"), w("font"), w("instr")
_SYM, _RUBY, _PICT, _OBJECT, _DRAWING = w("sym"), w("ruby"), w("pict"), w("object"), w("drawing")
_COMMENT = w("commentReference")
_NOTES: dict[str, NoteKind] = {w("footnoteReference"): "foot", w("endnoteReference"): "end"}
_CHARACTERS = {TAB: "\t", w("ptab"): "\t", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_PRIVATE = range(0xF000, 0xF100)


@dataclass(slots=True)
class Line:
    """What was read of one paragraph. `ids`: the bookmarks in front of its words; `sequence`: whether it counts
    something, as captions do; `faces`, `langs`: the faces of its words, the languages that they are said to be in; `dropped`: whether something in it was left out on purpose."""

    pieces: list[Piece] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    sequence: bool = False
    faces: set[str] = field(default_factory=set)
    langs: set[str] = field(default_factory=set)
    dropped: bool = False


class Lines:
    """Reads the paragraphs of a story, one line each. Fields that are open go on from one to the next."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._open: list[Frame] = []

    def read(self, content: Iterable[Element], style: ParagraphStyle) -> Line:
        """The words of one paragraph."""
        for frame in self._open:
            frame.atoms = []
        reading = _Reading(self._story, style, self._open)
        reading.walk(content, 0)
        return reading.finish()

    def boxed(self, container: Element) -> tuple[Block, ...]:
        """The blocks of a text box, which no field outside of it reaches into."""
        outer, self._open = self._open, []
        blocks = self._story.blocks(container)
        self._open = outer
        return blocks


class _Reading:
    """Reads one paragraph."""

    def __init__(self, story: Story, style: ParagraphStyle, frames: list[Frame]) -> None:
        self._story, self._book, self._style, self._frames = story, story.book, style, frames
        self._line = Line(ids=story.bookmarks.take())
        self._atoms: list[Atom] = []
        self._before: list[Block] = []
        self._after: list[Block] = []
        self._floating: list[tuple[bool, Image]] = []  # with whether words stand before them
        self._hidden: list[str] = []
        self._displayed: set[int] = set()
        self._look = Look()

    # --- content -----------------------------------------------------------------------------------------------------

    def walk(self, content: Iterable[Element], depth: int) -> None:
        """Read what is in a paragraph, or in something that stands around a part of it."""
        for child in content:
            tag = child.tag
            if tag == R:
                self._run(child)
            elif tag == HYPERLINK:
                self._framed(self._hyperlink(child), child, depth)
            elif tag == FLD_SIMPLE:
                self._framed(parse_field(child.get(_INSTRUCTION, "")), child, depth)
            elif tag == BOOKMARK:
                self._bookmark(child)
            elif tag == SDT or tag in WRAPPERS:
                inner = child.find(SDT_CONTENT) if tag == SDT else child
                if inner is not None and depth < _DEEPEST:
                    self.walk(inner, depth + 1)
                elif inner is not None:
                    for text in inner.iter(T):
                        self._text(_text_of(text))
            elif tag in (O_MATH, O_MATH_PARA):
                formula = Math(tex_of(child), pos=self._story.pos)
                if tag == O_MATH_PARA:
                    self._displayed.add(id(formula))
                self._emit((), formula)

    def finish(self) -> Line:
        """What was read. Fields that are still open keep what is theirs to here."""
        pending: list[Atom] = []
        for frame in reversed(self._frames):
            pending = self._shown(frame, [*frame.atoms, *pending])
        self._atoms += pending
        self._place_floating()
        self._flush()
        self._line.pieces = [*self._before, *self._line.pieces, *self._after]
        if self._hidden:
            self._book.report.add("docx-hidden", self._story.pos, text="".join(self._hidden)[:_SHOWN])
            self._line.dropped = True
        return self._line

    def _flush(self) -> None:
        """Make a piece of what was gathered."""
        formulas = [atom for atom in self._atoms if id(atom[1]) in self._displayed]
        if formulas and all(_is_blank(inline) or id(inline) in self._displayed for _, inline in self._atoms):
            self._line.pieces += (MathBlock(f.tex, pos=f.pos) for _, f in formulas if isinstance(f, Math))
        else:
            inlines = nest(self._atoms)
            if inlines:
                self._line.pieces.append(inlines)
        self._atoms = []

    # --- where words go ----------------------------------------------------------------------------------------------

    def _emit(self, marks: tuple[str, ...], inline: Inline) -> None:
        if any(not frame.result for frame in self._frames):
            return  # an instruction
        atoms = self._frames[-1].atoms if self._frames else self._atoms
        if isinstance(inline, Code) and atoms and atoms[-1][0] == marks and isinstance(last := atoms[-1][1], Code):
            atoms[-1] = marks, Code(last.text + inline.text)
        else:
            atoms.append((marks, inline))

    def _text(self, text: str) -> None:
        look = self._look
        if not text:
            return
        if look.hidden:
            self._hidden.append(text)
            return
        self._line.faces.add(look.font)
        if any(map(str.isalpha, text)):
            self._line.langs.add(look.han_lang if has_east_asian(text) else look.lang)
        if is_symbol_font(look.font):
            text = readable(text, look.font)
            if any(ord(char) in _PRIVATE for char in text):
                self._book.report.add("docx-symbol-unknown", self._story.pos, font=look.font, point=_code(text))
        marks = look.marks
        if "underline" in marks and any(frame.field.name == "HYPERLINK" for frame in self._frames):
            marks = tuple(mark for mark in marks if mark != "underline")
        self._emit(marks, Code(text) if look.code else Text(text))

    def _block(self, blocks: Iterable[Block]) -> None:
        """Blocks anchored here: before the paragraph where no word of it was read yet, else behind."""
        (self._after if self._started() else self._before).extend(blocks)

    def _started(self) -> bool:
        """Whether something of the paragraph was read."""
        return bool(self._atoms or self._line.pieces or any(frame.atoms for frame in self._frames))

    def _place_floating(self) -> None:
        """Pictures that float beside the words stand before or behind them; alone they are the paragraph."""
        words = bool(self._line.pieces) or any(not _is_blank(inline) for _, inline in self._atoms)
        for started, image in self._floating:
            if words:
                (self._after if started else self._before).append(Para((image,), pos=image.pos))
            else:
                self._atoms.append(((), image))

    def _break_page(self) -> None:
        if self._story.inner:
            return
        if self._frames:
            self._after.append(PageBreak())
            return
        self._flush()
        self._line.pieces.append(PageBreak())

    # --- runs --------------------------------------------------------------------------------------------------------

    def _run(self, run: Element) -> None:
        outer = self._look
        self._look = self._book.looks.of(run_properties(run.find(R_PR)), self._style)
        for child in run:
            tag = child.tag
            if tag == T:
                self._text(_text_of(child))
            elif tag in _CHARACTERS:
                self._text(_CHARACTERS[tag])
            elif tag in _ACTIONS:
                _ACTIONS[tag](self, child)
        self._look = outer

    def _break(self, element: Element) -> None:
        if element.get(_TYPE) == "page":
            self._break_page()
        elif not self._look.hidden:
            self._emit(self._look.marks, LineBreak())

    def _note(self, element: Element) -> None:
        note = self._story.note(_NOTES[element.tag], element.get(ID, ""))
        if note is not None:
            self._emit((), note)

    def _drawing(self, element: Element) -> None:
        if self._look.hidden:
            return
        floating = is_floating(element)
        for item in (drawn if element.tag == _DRAWING else pictured)(element, self._story):
            if isinstance(item, Image) and floating and all(frame.result for frame in self._frames):
                self._floating.append((self._started(), item))
            elif isinstance(item, Image):
                self._emit((), item)
            else:
                self._block(item)

    def _symbol(self, element: Element) -> None:
        font = element.get(_FONT, "")
        try:
            code = int(element.get(_CHAR, ""), 16)
        except ValueError:
            return
        char = symbol(code, font)
        if not char and not is_symbol_font(font):
            char = chr(code - _PRIVATE.start) if code - _PRIVATE.start in range(32, 127) else ""
        if not char:
            char = chr(code) if 31 < code < 0xD800 or code in range(0xE000, 0xFFFE) else ""
            self._book.report.add("docx-symbol-unknown", self._story.pos, font=font, point=f"{code:04X}")
        if char:
            self._emit(self._look.marks, Text(char))

    def _ruby(self, element: Element) -> None:
        reading = element.find(w("rt"))
        frame = self._collect(element.find(w("rubyBase")))
        words = "".join(_text_of(text) for text in reading.iter(T)) if reading is not None else ""
        base = nest(frame.atoms)
        if base and words:
            self._emit((), Ruby(base, words))
        else:
            for marks, inline in frame.atoms or [((), Text(words))] if words or base else ():
                self._emit(marks, inline)

    def _collect(self, container: Element | None) -> Frame:
        """What is in a container, on its own."""
        frame = Frame(Field("", (), {}), result=True)
        self._frames.append(frame)
        if container is not None:
            self.walk(container, _DEEPEST)
        while self._frames and self._frames.pop() is not frame:
            continue
        return frame

    def _comment(self, element: Element) -> None:
        comment = self._book.notes.comment(element.get(ID, ""))
        if comment is not None:
            self._book.report.add(
                "docx-comment", self._story.pos, author=comment.author or "?", text=comment.text[:_SHOWN]
            )

    # --- links and fields --------------------------------------------------------------------------------------------

    def _hyperlink(self, element: Element) -> Field:
        """A link as the field that would make it (17.16.22)."""
        relation = self._book.package.relations(self._story.part).get(element.get(R_ID, ""))
        anchor, title = element.get(w("anchor"), ""), element.get(w("tooltip"), "")
        address = relation.target if relation is not None else ""
        return Field("HYPERLINK", (address,) if address else (), {"l": anchor, "o": title})

    def _framed(self, field: Field, container: Element, depth: int) -> None:
        frame = Frame(field, result=True)
        self._frames.append(frame)
        if field.name == "TOC":
            self._toc(frame)
        if depth < _DEEPEST:
            self.walk(container, depth + 1)
        self._close(field)

    def _field_mark(self, element: Element) -> None:
        action, field = self._story.fields.marks.get(element, ("", None))
        if field is None:
            return
        if action == "begin":
            self._frames.append(Frame(field))
        elif action == "separate":
            for frame in self._frames:
                if frame.field is field:
                    frame.result = True
                    if field.name == "TOC":
                        self._toc(frame)
        else:
            self._close(field)

    def _toc(self, frame: Frame) -> None:
        """A table of contents begins: it is made anew, its entries are dropped."""
        if any(other.field.name == "TOC" for other in self._frames if other is not frame):
            return
        if not self._story.inner and len(self._frames) == 1:
            self._flush()
            self._line.pieces.append(toc_of(frame.field, self._story.pos))
        else:
            self._after.append(toc_of(frame.field, self._story.pos))

    def _close(self, field: Field) -> None:
        """End a field, and whatever was not ended inside it."""
        if not any(frame.field is field for frame in self._frames):
            return
        while self._frames:
            frame = self._frames.pop()
            atoms = self._shown(frame, frame.atoms, ended=True)
            (self._frames[-1].atoms if self._frames else self._atoms).extend(atoms)
            if frame.field is field:
                return

    def _shown(self, frame: Frame, atoms: list[Atom], *, ended: bool = False) -> list[Atom]:
        """What a field shows: its result, as a link or a reference where it is one."""
        if frame.field.name == "TOC":
            words = plain(nest(atoms)).strip()
            frame.entries += bool(words)
            self._line.dropped = True
            if ended and frame.entries:
                self._book.report.add("docx-toc", self._story.pos, entries=frame.entries)
            return []
        self._line.sequence |= frame.field.name == "SEQ"
        if any(not outer.result for outer in self._frames if outer is not frame):
            return []
        return shown(frame, atoms, self._book, self._story.pos, ended=ended)

    def _bookmark(self, element: Element) -> None:
        """A bookmark in front of all words names the paragraph, one behind some of them a place in it."""
        self._story.bookmarks.wait(element)
        started = any(not _is_blank(inline) for _, inline in self._atoms) or self._line.pieces
        for name in self._story.bookmarks.take():
            if started or any(frame.atoms for frame in self._frames):
                self._emit((), Span((), id=name))
            else:
                self._line.ids.append(name)


_ACTIONS: dict[str, Callable[[_Reading, Element], None]] = {
    BR: _Reading._break,
    w("cr"): _Reading._break,
    FLD_CHAR: _Reading._field_mark,
    **dict.fromkeys(_NOTES, _Reading._note),
    **dict.fromkeys((_DRAWING, _PICT, _OBJECT), _Reading._drawing),
    _SYM: _Reading._symbol,
    _RUBY: _Reading._ruby,
    _COMMENT: _Reading._comment,
}
"""What is in a run beside its characters, and who reads it."""


def _text_of(element: Element) -> str:
    """The characters of `w:t`: without the white space at its ends that it does not ask to keep (XML 1.0, 2.10)."""
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and not inline.text.strip())


def _code(text: str) -> str:
    return next(f"{ord(char):04X}" for char in text if ord(char) in _PRIVATE)
