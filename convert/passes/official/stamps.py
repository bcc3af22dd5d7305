"""签名章, signature stamps: the post, two characters to the right of it the stamp, a blank line below that the date (GB/T
9704-2012 cl. 7.3.5.3). Without a picture of the stamp the name stands there, or else the place stays empty."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from convert.model import Image, Inline, Para, Text
from convert.model import replace as replace_node
from convert.model.walk import plain
from convert.passes import wording
from convert.passes.official.signatory import Signing
from convert.style.variants import Variants

_STAMP, _DATE = "stamp", "date"
_GAP = "\u3000\u3000"  # 左空二字, two characters between post and stamp
_BELOW = 1.0  # blank lines between stamps, and between the last one and the date


class _Seat(NamedTuple):
    """One who signs: the post, the name, the picture of the stamp; the paragraph that says so."""

    post: str
    name: str
    picture: Image | None
    line: Para | None


def stamped(signing: Signing, variants: Variants) -> Iterator[Para]:
    """A line for each who signs, and the date."""
    sheet = variants.sheet
    base = sheet.roles[_STAMP]
    for number, seat in enumerate(_seats(signing)):
        content = _content(seat, sheet.stamp)
        empty = not (seat.picture or seat.name)
        right = base.right_em + ((sheet.stamp[0] / base.em + len(_GAP)) if empty else 0.0)
        role = variants.of(_STAMP, right_em=right, before_lines=_BELOW if number else base.before_lines)
        yield Para(content, role=role, pos=seat.line.pos if seat.line else None)
    if signing.date:
        role = variants.of(_DATE, right_em=base.right_em, before_lines=_BELOW, keep_next=bool(signing.notes))
        yield replace_node(signing.date, role=role, align="")


def _seats(signing: Signing) -> Iterator[_Seat]:
    """Who signs: posts and names as the metadata gives them, or apart on a line of the text (省长　王某某)."""
    for post, line, picture in zip_longest(signing.posts, signing.names, signing.seals):
        words = plain(line).strip() if line else ""
        if line and not post:
            post, words = _parted(words, alone=line.role == _STAMP)
        yield _Seat(post, words, picture, line)


def _parted(words: str, *, alone: bool) -> tuple[str, str]:
    """Post and name apart. `alone`: what has no gap is a post, for its stamp stands beside it; else it is a name."""
    if wording.PERSON.fullmatch(words):
        at = next(at for at, char in enumerate(words) if char.isspace())
        return words[:at], words[at:].strip()
    return (words, "") if alone else ("", words)


def _content(seat: _Seat, room: tuple[float, float]) -> tuple[Inline, ...]:
    if seat.picture:
        alt = seat.picture.alt or f"{seat.name or seat.post}签名章"
        stamp: tuple[Inline, ...] = (replace_node(seat.picture, alt=alt),)
    else:
        stamp = (Text(seat.name),) if seat.name else ()
    if not seat.post:
        return stamp
    return (Text(seat.post + _GAP), *stamp) if stamp else (Text(seat.post),)
