"""A line that is being read: what has begun and not ended in it, outermost first, and the words so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it.token import Token

from convert.diagnostics import Pos
from convert.kit.cjk import has_east_asian
from convert.model import Inline, LineBreak, Math, MathBlock, Text
from convert.model.build import join
from convert.readers.markdown.autolinks import with_links
from convert.readers.markdown.context import Context, LineEnd, Part

_MOST = 60  # frames within each other; what is deeper is not marked


class Markup(NamedTuple):
    """HTML that only the element around it gives a meaning: the `rt` of a `ruby`."""

    html: str


@dataclass(slots=True)
class Frame:
    """Something that has begun: the type of the token that ends it, the token that began it, what stands in it."""

    end: str
    token: Token
    parts: list[Part | Markup] = field(default_factory=list)


class Frames:
    """The frames of one line, whose first line is `number`. `last`: the last character; `skipped`: how many frames that
    are open were too deep to keep; `is_numbered`: whether a line so far began with a number of a list."""

    def __init__(self, number: int, context: Context) -> None:
        self.context, self.number = context, number
        self.stack = [Frame("", Token("", "", 0))]
        self.last = ""
        self.skipped = 0
        self.is_numbered = False
        self._words: list[str] = []
        self._links = 0
        self._is_asian: bool | None = None

    def is_asian(self, content: str) -> bool:
        """Whether the line, whose source is `content`, has East Asian characters."""
        if self._is_asian is None:
            self._is_asian = has_east_asian(content)
        return self._is_asian

    @property
    def pos(self) -> Pos:
        """The line that is being read."""
        return self.context.pos(self.number)

    @property
    def is_full(self) -> bool:
        """Whether nothing more should begin."""
        return len(self.stack) > _MOST

    def say(self, words: str) -> None:
        """Add words."""
        if words:
            self._words.append(words)
            self.last = words[-1]

    def add(self, part: Part | Markup) -> None:
        """Add a finished part."""
        self._flush()
        self.stack[-1].parts.append(part)

    def open(self, end: str, token: Token) -> None:
        """Begin a frame."""
        self._flush()
        self._links += end == "link_close"
        self.stack.append(Frame(end, token))

    def close(self) -> Frame:
        """End the innermost frame."""
        self._flush()
        frame = self.stack.pop()
        self._links -= frame.end == "link_close"
        return frame

    def finished(self) -> list[Part]:
        """What the line holds, all frames ended."""
        self._flush()
        return [part for part in self.stack[0].parts if not isinstance(part, Markup)]

    def _flush(self) -> None:
        if not self._words:
            return
        words = "".join(self._words)
        self._words.clear()
        if "\n" in words or "\f" in words:
            words = words.replace("\n", " ").replace("\f", "")
            if not words:
                return
        if self._links:
            self.stack[-1].parts.append(Text(words))
        else:
            self.stack[-1].parts += with_links(words, self.pos)


def as_words(parts: Iterable[Part | Markup]) -> tuple[Inline, ...]:
    """Parts where no block can stand, in normal form: displayed formulas set into the line, line ends as breaks."""
    return join(_as_inline(part) for part in parts if not isinstance(part, Markup))


def _as_inline(part: Part) -> Inline:
    match part:
        case MathBlock():
            return Math(part.tex, id=part.id, pos=part.pos)
        case LineEnd():
            return LineBreak()
        case _:
            return part
