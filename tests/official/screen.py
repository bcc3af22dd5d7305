"""The elements on a screen: what CSS makes of each in the EPUB — face, size, colour, alignment."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from convert.measure.epub import Element, read_elements
from tests.official import required as r
from tests.official.fixtures import Fixture
from tests.official.rows import Row

_FAMILIES = {"小标宋": "小标宋", "仿宋": "仿宋", "黑体": "黑体", "楷体": "楷体", "宋体": "宋体"}
_TITLE, _SMALL = r.TITLE_SIZE / r.BODY_SIZE, r.SMALL_SIZE / r.BODY_SIZE

_LOOKS: dict[str, tuple[str, str, float | None, str]] = {
    "copy_number": ("7.2.1", "仿宋", 1, ""),
    "classification": ("7.2.2", "黑体", 1, ""),
    "urgency": ("7.2.3", "黑体", 1, ""),
    "mark": ("7.2.4", "小标宋", None, "center"),
    "ending": ("7.2.4", "小标宋", None, ""),
    "number": ("7.2.5", "仿宋", 1, "center"),
    "signers": ("7.2.6", "楷体", 1, ""),
    "title": ("7.3.1", "小标宋", _TITLE, "center"),
    "recipient": ("7.3.2", "仿宋", 1, ""),
    "note": ("7.3.4", "仿宋", 1, ""),
    "attendance": ("10.3", "仿宋", 1, ""),
    "signature": ("7.3.5", "仿宋", 1, ""),
    "post": ("7.3.5.3", "仿宋", 1, ""),
    "date": ("7.3.5", "仿宋", 1, ""),
    "annotation": ("7.3.6", "仿宋", 1, ""),
    "moved": ("7.4.2", "仿宋", _SMALL, ""),
    "cc": ("7.4.2", "仿宋", _SMALL, ""),
    "printing": ("7.4.3", "仿宋", _SMALL, ""),
}
"""Clause, face, size in times the text's, alignment; what is None or empty is not asked for."""

_RED = {"mark", "ending"}
_BESIDE = {"number", "ending", "signers", "post"}
"""Elements that stand beside others, whichever comes first."""


def screen_rows(fixture: Fixture, data: bytes) -> Iterator[Row]:
    """What each element looks like in a book."""
    elements, at = [each for each in read_elements(data) if each.name != "body"], 0
    centred = not fixture.elements.signers and not fixture.letter
    for name, (clause, face, size, align) in _in_order(fixture):
        words = getattr(fixture.elements, name)
        if name == "note":  # behind the text
            at = _innermost(elements, fixture.closing, at) or at
        for each in (words,) if isinstance(words, str) else words:
            if not each:
                continue
            place = _innermost(elements, each, at)
            if place is None:
                yield Row(clause, f"{name}: {each}", "there", "missing", "")
                continue
            at, found = (place if name not in _BESIDE else at), elements[place]
            yield Row(clause, f"{name}, face", face, _face(found), "")
            if size is not None:
                yield Row(clause, f"{name}, size", size, round(found.size, 3), "em")
            if align and (name != "number" or centred) and not (name == "mark" and fixture.elements.ending):
                yield Row(clause, f"{name}, alignment", align, found.styles["text-align"], "")
            color = found.styles["color"]
            yield Row(clause, f"{name}, colour", "red" if name in _RED else "black", _color(color), "")


def _in_order(fixture: Fixture) -> Iterator[tuple[str, tuple[str, str, float | None, str]]]:
    """The looks in the order of the elements: a letter begins with the mark, and has its number on the line below it."""
    first = ("mark", "copy_number", "number") if fixture.letter else ()
    yield from ((name, _LOOKS[name]) for name in first)
    yield from (pair for pair in _LOOKS.items() if pair[0] not in first)


def _innermost(elements: list[Element], words: str, start: int) -> int | None:
    """The first element from `start` on that holds words while none within it does."""
    holding = [at for at in range(start, len(elements)) if _holds(elements[at], words)]
    for at, after in itertools.zip_longest(holding, holding[1:]):
        if after is None or len(elements[after].within) <= len(elements[at].within):
            return at
    return None


def _holds(element: Element, words: str) -> bool:
    return words in "".join(element.text.split())


def _face(element: Element) -> str:
    """What the first Chinese family of the stack stands for."""
    for family in element.families:
        for part, name in _FAMILIES.items():
            if part in family:
                return name
    return element.styles["font-family"]


def _color(value: str) -> str:
    match value.lower():
        case "#000000" | "#000" | "black":
            return "black"
        case text if text.startswith("#") and len(text) == 7:
            red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
            return "red" if red > 180 and max(green, blue) < 80 else text
        case text:
            return text
