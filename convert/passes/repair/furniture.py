"""Take byline, credits and page labels out of the body: who wrote and checked it goes to the metadata."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from convert.model import Meta, Para, replace
from convert.model.flat import Change
from convert.passes.repair.boilerplate import is_boilerplate, is_link_heading
from convert.passes.repair.credits import Credit, field_of, find_byline, names_of, parse_credits
from convert.passes.repair.draft import Draft
from convert.passes.repair.invisible import INVISIBLE

_AROUND = " \t\u3000•·●■◆▪" + INVISIBLE  # blanks and list marks of a page
_TEXT = 40  # characters: a line so long, or one with a full stop, is text and not furniture


def strip_furniture(draft: Draft) -> Meta:
    """Apply the stages byline, credits and boilerplate; the document's metadata with what they found."""
    lines = _lines(draft)
    meta = _split_byline(draft, lines, draft.document.meta)
    meta = _take_credits(draft, lines, meta)
    _drop_boilerplate(draft, lines)
    return meta


class _Line(NamedTuple):
    """A line of the flat text: whether it is a plain paragraph, and whether it is or stands between lines of text."""

    number: int
    text: str
    plain: bool
    inside: bool


def _lines(draft: Draft) -> list[_Line]:
    flat = draft.flat
    numbers = list(flat.present())
    texts = {number: flat.line(number) for number in numbers}
    long = [number for number in numbers if len(texts[number]) >= _TEXT or "。" in texts[number]]
    first, last = (long[0], long[-1]) if long else (0, -1)
    plain = {n for n in numbers if isinstance(flat.owners[n], Para) and n not in flat.tabular}
    return [_Line(n, texts[n].strip(_AROUND), n in plain, first <= n <= last) for n in numbers]


def _split_byline(draft: Draft, lines: Sequence[_Line], meta: Meta) -> Meta:
    """A byline in parentheses at a paragraph's end becomes a paragraph of its own, in the same place."""
    changes: list[Change] = []
    for line in lines:
        whole = draft.flat.line(line.number)
        found = find_byline(whole) if line.plain else None
        if not found:
            continue
        at, names = found
        before = whole[:at].strip(_AROUND)
        if not before:
            at = 0  # a list mark is no text
        elif parse_credits(before) or is_boilerplate(before) or is_link_heading(before):
            continue  # furniture with names behind it
        start = draft.flat.lines[2 * line.number]
        meta = _with(meta, "authors", names)
        end = draft.flat.lines[2 * line.number + 1]
        draft.say("repair-byline", start + at, end, names="、".join(names))
        draft.flat.roles[line.number] = "byline", draft.source.position(start + at, end)
        if at:
            changes.append(Change(start + at, start + at + 1, "\n" + draft.text[start + at], "byline", 0.95))
    draft.apply("byline", changes)
    return meta


def _take_credits(draft: Draft, lines: Sequence[_Line], meta: Meta) -> Meta:
    """Lines of credits go to the metadata. A line that names the author alone stays, as the byline."""
    gone: list[int] = []
    for line in lines:
        credits = parse_credits(line.text) if line.plain else []
        fields = {field_of(credit.label) for credit in credits}
        if not credits or (line.inside and fields & {"authors", "source", "extra"}):
            continue
        for credit in credits:
            meta = _credited(meta, credit)
        start, end = draft.flat.lines[2 * line.number : 2 * line.number + 2]
        if fields == {"authors"}:
            draft.flat.roles[line.number] = "byline", draft.source.position(start, end)
            draft.say("repair-byline", start, end, names="、".join(name for c in credits for name in names_of(c.value)))
        else:
            gone.append(line.number)
            draft.say("repair-credits", start, end, text=line.text)
    _remove(draft, gone, "credits")
    return meta


def _drop_boilerplate(draft: Draft, lines: Sequence[_Line]) -> None:
    """Page labels before and after the text go; a heading of links stays where anything else follows it."""
    gone: list[int] = []
    followed = False
    for line in reversed(lines):
        if line.number in draft.flat.removed:
            continue
        start, end = draft.flat.lines[2 * line.number : 2 * line.number + 2]
        if line.plain and is_link_heading(line.text):
            if followed:
                draft.say("repair-boilerplate-kept", start, end, text=line.text)
                continue
        elif not line.plain or (line.inside and line.text) or not is_boilerplate(line.text):
            followed = True
            continue
        gone.append(line.number)
    for number in reversed(gone):
        start, end = draft.flat.lines[2 * number : 2 * number + 2]
        if draft.text[start:end].strip(INVISIBLE):
            draft.say("repair-boilerplate", start, end, text=draft.text[start:end].strip())
    _remove(draft, gone, "boilerplate")


def _remove(draft: Draft, numbers: Sequence[int], rule: str) -> None:
    """Remove the lines, but never all that there are: a document of labels only is what it is."""
    if 0 < len(numbers) < len(list(draft.flat.present())):
        draft.apply(rule, draft.flat.removal(numbers, rule), numbers)


def _credited(meta: Meta, credit: Credit) -> Meta:
    field = field_of(credit.label)
    if field == "extra":
        return replace(meta, extra={**meta.extra, credit.label: credit.value})
    if field == "source":
        return replace(meta, source=meta.source or credit.value)
    return _with(meta, field, names_of(credit.value))


def _with(meta: Meta, field: str, names: Sequence[str]) -> Meta:
    """The metadata with names added that are not there yet."""
    known: tuple[str, ...] = getattr(meta, field)
    return replace(meta, **{field: tuple(dict.fromkeys((*known, *names)))})
