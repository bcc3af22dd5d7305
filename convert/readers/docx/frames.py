"""Open fields: what their marks in the text do, and where what they show goes (ISO/IEC 29500-1, 17.16.18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convert.model.walk import plain
from convert.readers.docx.fields import Field
from convert.readers.docx.lines import Words
from convert.readers.docx.looks import Atom, nest
from convert.readers.docx.results import Frame, shown, toc_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.story import Story


class Frames:
    """The fields and links that are open while one paragraph is read."""

    def __init__(self, story: Story, words: Words) -> None:
        self._story, self._words, self._open = story, words, words.frames

    def mark(self, element: Element) -> None:
        """A `w:fldChar`: a field begins, shows its result from here on, or ends."""
        action, field = self._story.fields.marks.get(element, ("", None))
        if field is None:
            return
        if action == "begin":
            self._open.append(Frame(field))
        elif action == "end":
            self.close(field)
        else:
            for frame in self._open:
                if frame.field is field:
                    self._show(frame)

    def enter(self, field: Field) -> Frame:
        """A field or link of which only the result is there begins."""
        frame = Frame(field)
        self._open.append(frame)
        self._show(frame)
        return frame

    def leave(self, frame: Frame) -> None:
        """Take a frame away, and whatever was not ended inside it, with all that is in them."""
        while self._open and self._open.pop() is not frame:
            continue

    def close(self, field: Field) -> None:
        """End a field, and whatever was not ended inside it."""
        if not any(frame.field is field for frame in self._open):
            return
        while self._open:
            frame = self._open.pop()
            atoms = self._shown(frame, frame.atoms, ended=True)
            (self._open[-1].atoms if self._open else self._words.atoms).extend(atoms)
            if frame.field is field:
                return

    def pause(self) -> None:
        """The paragraph ends: fields that go on keep what is theirs to here."""
        pending: list[Atom] = []
        for frame in reversed(self._open):
            pending = self._shown(frame, [*frame.atoms, *pending], ended=False)
        self._words.atoms += pending

    def _show(self, frame: Frame) -> None:
        """The result begins. A table of contents is made anew: of its entries only the number is told."""
        frame.result = True
        others = (other for other in self._open if other is not frame)
        if frame.field.name == "TOC" and not any(other.field.name == "TOC" for other in others):
            self._words.part(toc_of(frame.field, self._story.pos))

    def _shown(self, frame: Frame, atoms: list[Atom], *, ended: bool) -> list[Atom]:
        """What a field shows: its result, as a link or a reference where it is one."""
        line, book = self._words.line, self._story.book
        if frame.field.name == "TOC":
            frame.entries += bool(plain(nest(atoms)).strip())
            line.dropped = True
            if ended and frame.entries:
                book.report.add("docx-toc", self._story.pos, entries=frame.entries)
            return []
        line.sequence |= frame.field.name == "SEQ"
        if any(not outer.result for outer in self._open if outer is not frame):
            return []
        return shown(frame, atoms, book, self._story.pos, ended=ended)
