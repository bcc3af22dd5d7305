"""Attachment note, signature, date, seals and stamps, annotation, attachments: cl. 7.3.4 to 7.3.7; attendance: 10.3."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from convert.measure.pdf import Line, Picture
from tests.official import required as r
from tests.official.fixtures import Fixture
from tests.official.paper import Paper, Places, bottom, middle
from tests.official.rows import Required, Row

_SEAL = 25.0  # mm: a picture that is higher than that is a seal


def signing_rows(fixture: Fixture, paper: Paper, places: Places) -> Iterator[Row]:
    """What stands between the text and the imprint."""
    above = places.text[-1] if places.text else None
    one = r.EDGE_ONE if fixture.rules.style == "gbt33476" else r.ONE_BLANK
    for name, clause in (("note", "7.3.4"), ("attendance", "10.3")):
        parts = places.all(name)
        if parts and above is not None:
            if parts[0][0].page == above.page:
                yield Row(clause, f"{name}: 空一行", one, parts[0][0].top - bottom(above))
            yield from _hanging_rows(name, clause, parts)
            above = parts[-1][-1]
    if above is None:
        return
    match fixture.elements.sealed:
        case "none":
            yield from _unsealed_rows(places, above, one, fixture.pitch)
        case "stamp":
            yield from _stamp_rows(paper, places, above)
        case "seal":
            yield from _seal_rows(paper, places, above, fixture.pitch)
        case "space":
            yield from _space_rows(places, fixture.pitch)
    yield from _annotation_rows(fixture, places)
    yield from _attachment_rows(places)


def _hanging_rows(name: str, clause: str, parts: list[list[Line]]) -> Iterator[Row]:
    """Wrapped lines begin below the first character after the mark: the colon, or the number's point."""
    first = parts[0][0]
    yield Row(clause, f"{name}, left", r.INDENT, first.left)
    mark = "." if "." in first.text[:8] else "："
    begins = [words[0].glyphs[words[0].text.index(mark) + 1].left for words in parts]
    for at, words in enumerate(parts):
        for line in words[1:]:
            yield Row(clause, f"{name} {at + 1}, wrapped line", begins[at], line.left)
    if name == "note":
        yield from (
            Row(clause, f"{name} {at + 1}, name below the first", begins[0], x) for at, x in enumerate(begins) if at
        )
    yield Row(clause, f"{name}, size", r.BODY_SIZE, first.size, "pt")


def _unsealed_rows(places: Places, above: Line, one: Required, pitch: Required) -> Iterator[Row]:
    names, dates = [words[0] for words in places.all("signature")], places.first("date")
    if not names or not dates:
        return
    host, date = names[0], dates[0]
    if host.page == above.page:
        yield Row("7.3.5.2", "above the signature: 空一行", one, host.top - bottom(above))
    longest = max(names, key=lambda line: line.right - line.left)
    if date.right - date.left > longest.right - longest.left:
        yield Row("7.3.5.2", "long date, right: 空二字", r.UNSEALED_RIGHT, date.right)
    else:
        yield Row("7.3.5.2", "signature, right: 空二字", r.UNSEALED_RIGHT, longest.right)
    yield Row("7.3.5.2", "date, two characters right of the name", names[-1].left + 2 * r.CELL, date.left)
    yield Row("7.3.5.2", "date on the next line", pitch, date.top - names[-1].top)


def _space_rows(places: Places, pitch: Required) -> Iterator[Row]:
    names, dates = [words[0] for words in places.all("signature")], places.first("date")
    if names and dates:
        if len(names) == 1:
            yield Row("7.3.5.1", "date, right: 空四字", r.SEALED_RIGHT, dates[0].right)
        yield Row("7.3.5.1", "name, centred on the date", middle(dates[0]), middle(names[-1]))
        yield Row(
            "7.3.5.1", "names and date, right edge inside", (r.LEFT, r.RIGHT), max(x.right for x in (*names, dates[0]))
        )
        yield Row("7.3.5.1", "date on the next line", pitch, dates[0].top - names[-1].top)


def _seal_rows(paper: Paper, places: Places, above: Line, pitch: Required) -> Iterator[Row]:
    yield from _space_rows(places, pitch)
    names, dates = [words[0] for words in places.all("signature")], places.first("date")
    seals = [picture for picture in paper.pictures if picture.bottom - picture.top > _SEAL]
    yield Row("7.3.5.1", "seals", float(len(names)), float(len(seals)), "")
    if len(seals) != len(names) or not dates:
        return
    seals = [min(seals, key=lambda seal: _distance(seal, name)) for name in names]
    yield Row("7.3.5.1", "seals, one to each name", float(len(names)), float(len(set(seals))), "")
    pairs = list(zip(names, seals, strict=True))
    if seals[0].page == above.page:
        yield Row(
            "7.3.5.1", "first row of seals, below the text", (0.0, r.PITCH), min(s.top for s in seals) - bottom(above)
        )
    for at, (name, seal) in enumerate(pairs, 1):
        yield Row("7.3.5.1", f"seal {at}, middle on the name", middle(name), (seal.left + seal.right) / 2)
        yield Row("7.3.5.1", f"seal {at}, right edge inside", (r.LEFT, r.RIGHT), seal.right)
        yield Row("7.3.5.1", f"seal {at}, left edge inside", (r.LEFT, r.RIGHT), seal.left)
    seal, name, date = seals[-1], names[-1], dates[0]
    centre = (seal.top + seal.bottom) / 2
    radius = (seal.bottom - seal.top) / 2
    yield Row(
        "7.3.5.1", "name and date, below the seal's middle", (0.0, radius / 2), (name.top + bottom(date)) / 2 - centre
    )
    yield Row("7.3.5.1", "seal presses name and date", (bottom(date), seal.bottom + radius), seal.bottom)
    yield from (Row("7.3.5.1", "seals apart", (0.1, 300.0), _gap(a, b)) for a, b in combinations(seals, 2))


def _distance(seal: Picture, name: Line) -> float:
    """How far a name is from a seal's middle; far where it is on another page."""
    across, down = middle(name) - (seal.left + seal.right) / 2, name.baseline - (seal.top + seal.bottom) / 2
    return float((across**2 + down**2) ** 0.5) if seal.page == name.page else 1000.0


def _gap(a: Picture, b: Picture) -> float:
    """How far two round seals are from touching."""
    across = (a.left + a.right - b.left - b.right) / 2
    down = (a.top + a.bottom - b.top - b.bottom) / 2
    radii = (a.right - a.left + b.right - b.left) / 4
    return float((across**2 + down**2) ** 0.5 - radii) if a.page == b.page else 300.0


def _stamp_rows(paper: Paper, places: Places, above: Line) -> Iterator[Row]:
    post, dates = places.first("post"), places.first("date")
    stamps = [picture for picture in paper.pictures if picture.page == (dates[0].page if dates else 0)]
    if not stamps or not post or not dates:
        yield Row("7.3.5.3", "stamp", "there", "missing")
        return
    stamp = stamps[-1]
    clause = "7.3.5.3"
    if stamp.page == above.page:
        yield Row(clause, "stamp below the text: 空二行", r.TWO_BLANK, stamp.top - bottom(above))
    yield Row(clause, "stamp, right: 空四字", r.SEALED_RIGHT, stamp.right)
    yield Row(clause, "post, two characters left of the stamp", stamp.left - 2 * r.CELL, post[0].right)
    yield Row(clause, "post, middle on the stamp", (stamp.top + stamp.bottom) / 2, post[0].top + r.CHARACTER / 2)
    yield Row(clause, "date below the stamp: 空一行", r.ONE_BLANK, dates[0].top - stamp.bottom)
    yield Row(clause, "date, right: 空四字", r.SEALED_RIGHT, dates[0].right)


def _annotation_rows(fixture: Fixture, places: Places) -> Iterator[Row]:
    note, dates = places.first("annotation"), places.first("date")
    if note and dates:
        profile = fixture.rules.style == "gbt33476"
        gap = r.EDGE_ONE + r.CHARACTER if profile else fixture.pitch
        yield Row("7.3.6", "annotation below the date", gap, note[0].top - dates[0].top)
        yield Row("7.3.6", "annotation, left", r.INDENT + _blank(note[0]), note[0].left)


def _blank(line: Line) -> float:
    """An opening mark may stand with its blank half outside of its place."""
    return -r.CELL / 2 if line.left < r.INDENT - 1 else 0.0


def _attachment_rows(places: Places) -> Iterator[Row]:
    for at, (labels, titles) in enumerate(zip(places.all("label"), places.all("attachment"), strict=False), 1):
        label, title = labels[0], titles
        yield Row("7.3.7", f"attachment {at}, size of the label", r.BODY_SIZE, label.size, "pt")
        if label.top > 30:
            yield Row("7.3.7", f"attachment {at}, label on line 1", r.TOP, label.top)
            yield Row("7.3.7", f"attachment {at}, label, left", r.LEFT, label.left)
            line = r.TOP + 2 * r.PITCH
            slack = (title[0].size * 25.4 / 72 - r.CHARACTER) / 2
            yield Row("7.3.7", f"attachment {at}, title on line 3", (line - slack, line + slack), title[0].top)
            yield from (Row("7.3.7", f"attachment {at}, title, middle", r.AXIS, middle(each)) for each in title)
