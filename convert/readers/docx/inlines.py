"""The content of a paragraph: runs, and what stands around some of them (ISO/IEC 29500-1, 17.3.1.22)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from convert.model import Block, Math, Span
from convert.readers.docx.fields import Field, parse_field
from convert.readers.docx.formulas import tex_of
from convert.readers.docx.frames import Frames
from convert.readers.docx.lines import Line, Words
from convert.readers.docx.looks import Look
from convert.readers.docx.results import Frame
from convert.readers.docx.runs import Runs, text_of
from convert.readers.docx.styles import ParagraphStyle
from convert.readers.docx.tags import (
    BOOKMARK,
    FLD_SIMPLE,
    HYPERLINK,
    O_MATH,
    O_MATH_PARA,
    R_ID,
    SDT,
    SDT_CONTENT,
    WRAPPERS,
    R,
    T,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.story import Story

_DEEPEST = 60  # wrappers within each other in one paragraph
_INSTRUCTION, _ANCHOR, _TOOLTIP = w("instr"), w("anchor"), w("tooltip")


class Lines:
    """Reads the paragraphs of a story, one line each. Fields that are open go on from one to the next."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._open: list[Frame] = []

    def read(self, content: Iterable[Element], style: ParagraphStyle) -> Line:
        """The words of one paragraph."""
        for frame in self._open:
            frame.atoms = []
        story = self._story
        words = Words(story.bookmarks.take(), self._open, story.pos, story.book.report, story.book.languages)
        frames = Frames(story, words)
        _Content(story, words, frames, Runs(story, style, words, frames)).read(content, 0)
        frames.pause()
        return words.finish()

    def boxed(self, container: Element) -> tuple[Block, ...]:
        """The blocks of a text box, which no field outside of it reaches into."""
        outer, self._open = self._open, []
        blocks = self._story.blocks(container)
        self._open = outer
        return blocks


class _Content:
    """Walks through the content of one paragraph."""

    def __init__(self, story: Story, words: Words, frames: Frames, runs: Runs) -> None:
        self._story, self._words, self._frames, self._runs = story, words, frames, runs

    def read(self, content: Iterable[Element], depth: int) -> None:
        """Read what is in a paragraph, or in something that stands around a part of it."""
        for child in content:
            tag = child.tag
            if tag == R:
                self._runs.read(child)
            elif tag == HYPERLINK:
                self._framed(self._hyperlink(child), child, depth)
            elif tag == FLD_SIMPLE:
                self._framed(parse_field(child.get(_INSTRUCTION, "")), child, depth)
            elif tag == BOOKMARK:
                self._bookmark(child)
            elif tag == SDT:
                self._inside(child.find(SDT_CONTENT), depth)
            elif tag in WRAPPERS:
                self._inside(child, depth)
            elif tag in (O_MATH, O_MATH_PARA):
                formula = Math(tex_of(child), pos=self._story.pos)
                self._words.formula(formula, displayed=tag == O_MATH_PARA)

    def _inside(self, container: Element | None, depth: int) -> None:
        """What a wrapper stands around; nested without measure, only its words."""
        if container is None:
            return
        if depth < _DEEPEST:
            self.read(container, depth + 1)
        else:
            for text in container.iter(T):
                self._words.text(text_of(text), Look())

    def _hyperlink(self, element: Element) -> Field:
        """A link as the field that would make it (17.16.22)."""
        relation = self._story.book.package.relations(self._story.part).get(element.get(R_ID, ""))
        address = (relation.target,) if relation is not None and relation.target else ()
        return Field("HYPERLINK", address, {"l": element.get(_ANCHOR, ""), "o": element.get(_TOOLTIP, "")})

    def _framed(self, field: Field, container: Element, depth: int) -> None:
        self._frames.enter(field)
        self._inside(container, depth)
        self._frames.close(field)

    def _bookmark(self, element: Element) -> None:
        """A bookmark in front of all words names the paragraph, one behind some of them a place in it."""
        words, bookmarks = self._words, self._story.bookmarks
        bookmarks.wait(element)
        for name in bookmarks.take():
            if words.worded or any(frame.atoms for frame in words.frames):
                words.emit((), Span((), id=name))
            else:
                words.line.ids.append(name)
