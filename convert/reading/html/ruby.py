"""Readings above their base (HTML standard §4.5.10; the tabular form of the HTML Ruby Markup Extensions too)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Any

from convert.diagnostics import Pos
from convert.model import Inline, Ruby, Text
from convert.model.walk import plain

Read = Callable[[Any], list[Inline]]


def rubies(element: Any, read: Read, pos: Pos | None) -> list[Inline]:
    """The bases of a `ruby` element with their readings. `read` reads a child that is part of a base.

    Several bases before several readings belong together one by one. A second reading of the same base (`rtc`, or a
    ruby within a ruby) goes around the first.
    """
    made: list[Inline] = []
    bases: list[list[Inline]] = [[]]
    readings: list[str] = []
    second: list[str] = []

    def close() -> None:
        made.extend(_paired(bases, readings, "".join(second), pos))
        bases[:] = [[]]
        readings.clear()
        second.clear()

    for part in _parts(element):
        tag = "" if isinstance(part, str) else part.tag
        if tag == "rt":
            readings += [words] if (words := _words(part)) else []
        elif tag == "rtc":
            (second if readings else readings).extend(_words(child) for child in part.iter("rt") if _words(child))
            if next(part.iter("rt"), None) is None:
                second.append(_words(part))
        elif tag != "rp":
            if isinstance(part, str) and not part.strip() and (readings or not any(bases)):
                continue
            if readings or second:
                close()
            _add_base(part, bases, read)
    close()
    return made


def _add_base(part: Any, bases: list[list[Inline]], read: Read) -> None:
    """A piece of text continues a base, an `rb` begins one."""
    if isinstance(part, str):
        if part.strip():
            bases[-1].append(Text(part))
    elif part.tag == "rb":
        words = read(part)
        if bases[-1]:
            bases.append(words)
        else:
            bases[-1].extend(words)
    else:
        bases[-1].extend(read(part))


def _parts(element: Any) -> Iterable[Any]:
    """The texts and elements in the element; `rtc` and `rb` close like the `rt` that old parsers put into them."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _paired(bases: list[list[Inline]], readings: list[str], second: str, pos: Pos | None) -> Iterable[Inline]:
    if len(readings) > len(bases) or len(bases) == 1:  # one base for all readings
        joined: list[Inline] = [node for base in bases for node in base]
        bases, readings = [joined], [" ".join(readings)] if readings else []
    singles: list[Inline] = []
    for base, reading in zip_longest(bases, readings, fillvalue=None):
        words = tuple(base or ())
        if reading and plain(words).strip():
            singles.append(Ruby(words, reading, pos=pos))
        else:
            singles += words
            singles += [Text(f"（{reading}）")] if reading else []
    if second and plain(tuple(singles)).strip():
        return [Ruby(tuple(singles), second, pos=pos)]
    return singles
