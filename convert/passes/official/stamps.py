"""签名章, signature stamps: the post, two characters to the right of it the stamp, a blank line below that the date (GB/T
9704-2012 cl. 7.3.5.3). Without a picture of the stamp the name stands there, or else the place stays empty."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from convert.model import Image, Inline, Note, Para, Text
from convert.model import replace as replace_node
from convert.model.build import cut
from convert.model.walk import nodes, plain
from convert.passes import wording
from convert.passes.official.signatory import Signing
from convert.style.variants import Variants

_STAMP, _DATE = "stamp", "date"
_GAP = "\u3000\u3000"  # 左空二字, two characters between post and stamp
_BELOW = 1.0  # blank lines between stamps, and between the last one and the date


class _Seat(NamedTuple):
    """One who signs: the post, the name, the picture of the stamp; the paragraph that says so."""

    post: str
    name: tuple[Inline, ...]
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
        name: tuple[Inline, ...] = ()
        if line:
            post, name = _parted(line, post or "")
        yield _Seat(post, name, picture, line)


def _parted(line: Para, given: str) -> tuple[str, tuple[Inline, ...]]:
    """Post and name apart, the name with its notes. `given`: the post by the metadata, which the line may say, too. What has
    no gap is a post in a line where the stamp stands beside it; else it is a name."""
    whole = plain(line, notes=False)
    words = whole.strip()
    start = len(whole) - len(whole.lstrip())
    if given and words.startswith(given):
        post = given
    elif not given and wording.PERSON.fullmatch(words):
        post = words[: next(at for at, char in enumerate(words) if char.isspace())]
    else:
        post = words if not given and line.role == _STAMP else ""
    behind = whole[start + len(post) :]
    name = cut(line.children, start + len(post) + len(behind) - len(behind.lstrip()))
    return (given, line.children) if name is None else (post or given, name)


def _content(seat: _Seat, room: tuple[float, float]) -> tuple[Inline, ...]:
    if seat.picture:
        alt = seat.picture.alt or f"{plain(seat.name, notes=False).strip() or seat.post}签名章"
        notes = (node for node in nodes(seat.name, notes=False) if isinstance(node, Note))
        stamp: tuple[Inline, ...] = (replace_node(seat.picture, alt=alt), *notes)
    else:
        stamp = seat.name
    if not seat.post:
        return stamp
    return (Text(seat.post + _GAP), *stamp) if stamp else (Text(seat.post),)
