"""A signature in its place: the roles that its lines have, and the places of seals over them (GB/T 9704-2012 cl. 7.3.5)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from convert.diagnostics import Report
from convert.kit.cjk import display_em
from convert.model import Image, Inline, Para, Span
from convert.model import replace as replace_node
from convert.model.walk import plain
from convert.passes.official.signatures import Rights, sealed, unsealed
from convert.style.sheet import Computed, Sheet
from convert.style.spans import OverLook
from convert.style.variants import Variants

Kind: TypeAlias = Literal["seal", "stamp", "none"]
"""What stands with a signature: 印章, 签名章 or neither."""
SEAL = "seal"
"""The span that a seal stands over."""
_SIGNATURE, _DATE = "signature", "date"


@dataclass(frozen=True, slots=True)
class Signing:
    """The paragraphs of one signature, and the pictures of its seals or stamps in the order of the organs; None for one that
    is not there."""

    names: tuple[Para, ...] = ()
    date: Para | None = None
    notes: tuple[Para, ...] = ()
    kind: Kind = "none"
    seals: tuple[Image | None, ...] = ()


def placed(signing: Signing, variants: Variants, report: Report) -> Iterator[Para]:
    """The paragraphs of a signature in roles that have them in their places."""
    names, date = [_width(name) for name in signing.names], _width(signing.date)
    has_place = variants.sheet.spans[SEAL].over.size > 0 if SEAL in variants.sheet.spans else False
    if has_place and signing.kind == "seal" and len(names) <= 1 and (names or date):
        yield from _sealed(signing, sealed(sum(names), date), variants, report)
    else:
        yield from _lined_up(signing, unsealed(names, date), variants)
    yield from signing.notes


def _width(line: Para | None) -> float:
    """How wide a line stands, in characters."""
    return display_em(plain(line).strip()) if line else 0.0


def _lined_up(signing: Signing, rights: Rights, variants: Variants, before: float | None = None) -> Iterator[Para]:
    """Names and date, each so far from the right edge. `before`: blank lines above, the style's where it is None."""
    first = variants.sheet.roles[_SIGNATURE].before_lines if before is None else before
    for number, (name, right) in enumerate(zip(signing.names, rights.names, strict=True)):
        role = variants.of(_SIGNATURE, right_em=right, before_lines=0.0 if number else first)
        yield replace_node(name, role=role, align="")
    if signing.date:
        first = variants.sheet.roles[_DATE].before_lines if signing.names else first
        role = variants.of(_DATE, right_em=rights.date, before_lines=first, keep_next=bool(signing.notes))
        yield replace_node(signing.date, role=role, align="")


def _sealed(signing: Signing, rights: Rights, variants: Variants, report: Report) -> Iterator[Para]:
    """One organ: the seal stands over the date, and so over the name in the middle above it."""
    if rights.shifted:
        name = signing.names[0]
        report.add("signing-shifted", name.pos, name=plain(name), right=f"{rights.date:g}")
    organ = "".join(plain(name).strip() for name in signing.names)
    below = len(signing.names) if signing.date else 0
    before = _blank_lines(variants.sheet.spans[SEAL].over, below, variants.sheet)
    *others, pressed = _lined_up(signing, rights, variants, before)
    yield from others
    yield replace_node(pressed, children=_under(pressed.children, SEAL, next(iter(signing.seals), None), organ))


def _under(words: tuple[Inline, ...], role: str, picture: Image | None, organ: str) -> tuple[Inline, ...]:
    """Words with the place of a seal over them, and its picture where there is one."""
    seal = (replace_node(picture, alt=picture.alt or f"{organ}印章"),) if picture else ()
    return (Span((*seal, *words), role=role),)


def _blank_lines(look: OverLook, below: int, sheet: Sheet) -> float:
    """The blank lines above a signature so that the seal over the line that is so many `below` its first has its top within
    one line of the text above (cl. 7.3.5.1)."""
    line: Computed = sheet.roles[_SIGNATURE]
    room = look.size / 2 + look.rise + line.em / 2
    lines = next(count for count in itertools.count(2) if (count + below) * sheet.grid.pitch >= room)
    return float(lines - 1)
