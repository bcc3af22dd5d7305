"""A signature in its place: the roles that its lines have, and the places of seals over them (GB/T 9704-2012 cl. 7.3.5)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

from convert.diagnostics import Report
from convert.kit.cjk import display_em
from convert.kit.units import mm
from convert.layout.seats import SEAT
from convert.model import Image, Inline, Para, Span
from convert.model import replace as replace_node
from convert.model.walk import plain
from convert.passes.official.signatory import Signing
from convert.passes.official.signatures import DATE_RIGHT, Rights, sealed, unsealed
from convert.passes.official.stamps import stamped
from convert.style.sheet import Computed, Sheet
from convert.style.spans import PLAIN, OverLook
from convert.style.variants import Variants

SEAL, JOINT_SEAL = "seal", "joint-seal"
"""The spans that a seal stands over: the date of one organ, a name among several."""
_APART = mm(2)  # the least between two seals, which neither cross nor touch
_MOST_BESIDE = 3  # names on a line
_LEAST_GAP_EM = 1.0  # between two names
_SIGNATURE, _DATE = "signature", "date"


def placed(signing: Signing, variants: Variants, report: Report) -> Iterator[Para]:
    """The paragraphs of a signature in roles that have them in their places."""
    sheet, spans = variants.sheet, variants.sheet.spans
    room = sheet.page.area_width / sheet.roles[_SIGNATURE].em
    names = [min(_width(name), room) for name in signing.names]  # a longer one breaks
    date = min(_width(signing.date), room - DATE_RIGHT)
    if signing.kind == "seal" and len(names) > 1 and spans.get(JOINT_SEAL, PLAIN).over.size:
        yield from _sealed_jointly(signing, names, date, variants)
    elif signing.kind == "seal" and len(names) <= 1 and (names or date) and spans.get(SEAL, PLAIN).over.size:
        yield from _sealed(signing, sealed(sum(names), date), variants, report)
    elif signing.kind == "stamp" and (signing.names or signing.posts or signing.seals):
        yield from stamped(signing, variants)
    else:
        yield from _lined_up(signing, unsealed(names, date, room), variants)
    yield from signing.notes


def _width(line: Para | None) -> float:
    """How wide a line stands, in characters."""
    return display_em(plain(line, notes=False).strip()) if line else 0.0


def _lined_up(
    signing: Signing, rights: Rights, variants: Variants, before: float | None = None, **ending: Any
) -> Iterator[Para]:
    """Names and date, each so far from the right edge. `before`: blank lines above, the style's where it is None; `ending`:
    what the date's look has besides."""
    first = variants.sheet.roles[_SIGNATURE].before_lines if before is None else before
    for number, (name, right) in enumerate(zip(signing.names, rights.names, strict=True)):
        role = variants.of(_SIGNATURE, right_em=right, before_lines=0.0 if number else first)
        yield replace_node(name, role=role, align="")
    if signing.date:
        first = variants.sheet.roles[_DATE].before_lines if signing.names else first
        kept = {"keep_next": bool(signing.notes), "keep_previous": not signing.names, **ending}
        role = variants.of(_DATE, right_em=rights.date, before_lines=first, **kept)
        yield replace_node(signing.date, role=role, align="")


def _sealed(signing: Signing, rights: Rights, variants: Variants, report: Report) -> Iterator[Para]:
    """One organ: the seal stands over the date, and so over the name in the middle above it."""
    if rights.shifted:
        name = signing.names[0]
        report.add("signing-shifted", name.pos, name=plain(name), right=f"{rights.date:g}")
    organ = "".join(plain(name).strip() for name in signing.names)
    below = len(signing.names) if signing.date else 0
    before = _blank_lines(variants.sheet.spans[SEAL].over, below, variants.sheet)
    *others, pressed = _lined_up(signing, rights, variants, before, **_ending(signing))
    yield from others
    yield replace_node(pressed, children=_under(pressed.children, SEAL, next(iter(signing.seals), None), organ))


def _sealed_jointly(signing: Signing, widths: list[float], date: float, variants: Variants) -> Iterator[Para]:
    """Several organs: their names in rows, in order, each with the place of its seal over it, and the date below the last, four
    characters from the edge (cl. 7.3.5.1). A row that is not full is filled from the right, where the date stands."""
    sheet, names = variants.sheet, signing.names
    look = sheet.spans[JOINT_SEAL].over
    beside, right = _beside(widths, date, look, sheet)
    above = _blank_lines(look, 0, sheet)
    between = math.ceil((look.size + _APART) / sheet.grid.pitch) - 1.0
    pictures = itertools.chain(signing.seals, itertools.repeat(None))
    free = {"align": "left", "left_em": 0.0, "right_em": right}
    for start in range(0, len(names), beside):
        row = names[start : start + beside]
        role = variants.of(_SIGNATURE, before_lines=between if start else above, **free)
        seats = [Span((), role=SEAT)] * (beside - len(row))
        seats += [
            Span(_under(name.children, JOINT_SEAL, next(pictures), plain(name).strip()), role=SEAT) for name in row
        ]
        yield Para(tuple(seats), role=role, pos=row[0].pos)
    if signing.date:
        role = variants.of(_DATE, **_ending(signing), **free)
        seats = [Span((), role=SEAT)] * (beside - 1) + [Span(signing.date.children, role=SEAT)]
        yield replace_node(signing.date, children=tuple(seats), role=role, align="")


def _ending(signing: Signing) -> dict[str, Any]:
    """What the date's look has where it is sealed: a note stands right below it, else the seal reaches into the next line."""
    return {"keep_next": bool(signing.notes), "after_lines": 0.0 if signing.notes else 1.0}


def _beside(widths: list[float], date: float, look: OverLook, sheet: Sheet) -> tuple[int, float]:
    """How many names stand on a line, as evenly as they share out, and what stays free at the right so that the date, below
    the last one, keeps four characters there."""
    em = sheet.roles[_SIGNATURE].em
    room, seal = sheet.page.area_width / em, (look.size + _APART) / em
    middle = room - DATE_RIGHT - date / 2  # of the last name
    for most in range(_MOST_BESIDE, 0, -1):
        beside = math.ceil(len(widths) / math.ceil(len(widths) / most))
        whole = min(middle / (1 - 1 / (2 * beside)), room) if date else room
        seat = whole / beside
        closest = max((a + b) / 2 + _LEAST_GAP_EM for a, b in itertools.pairwise((*widths, 0.0)))
        if beside == 1 or seat >= max(seal, closest, *widths):
            return beside, room - whole
    raise AssertionError("one name always has a line of its own")


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
