"""Set a block's text: faces, widths and lines. What comes out has its place across the page, not yet down it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter, itemgetter

from convert.diagnostics import Pos, Report
from convert.kit.direction import runs_right_to_left
from convert.kit.fonts import Face
from convert.layout.directions import turn
from convert.layout.inlines import CharLook, Chars, Place, capitals, flatten, plain_look, reading_of
from convert.layout.lines import Measured, cut_lines, fill, measure
from convert.layout.objects import boxed_formula, boxes_apart, center, element_of, make_room, with_boxes
from convert.layout.offsets import begun, offset
from convert.layout.overlays import lay_over, overlays
from convert.layout.result import ASCENT, Box, Element, Line, Run, SetText
from convert.layout.setting import Setting
from convert.layout.usage import LEADER
from convert.layout.widths import advances
from convert.model import Image, Inline, LineBreak, MathBlock, Note, Ref
from convert.style.sheet import Computed

Owners = dict[tuple[int, int, int, str], Element]
"""The elements of a block's links, rubies, marks of notes and text in other languages: by the identity of the first
three, and the language."""

_PAGE_ROOM_EM = 3.0  # what an entry of a table of contents leaves for its page
_LEADER_GAP_EM = 0.25  # between words, leader and page
_READING_GAP_EM = 0.4  # of the reading: what keeps two readings apart


@dataclass(frozen=True, slots=True)
class Reading:
    """A ruby's reading, set: it goes above the characters `[start, end)`. `width` and `size` in pt; `spread`: what the
    base was made wider by on each side."""

    start: int
    end: int
    text: SetText
    width: float
    size: float
    spread: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The measure a text is set in: its left edge and width in pt, from the type area's left edge."""

    left: float
    width: float

    def narrowed(self, left: float, right: float) -> Frame:
        """The measure that `left` and `right` pt at its sides leave."""
        return Frame(self.left + left, self.width - left - right)


def set_block(
    inlines: Iterable[Inline], look: Computed, frame: Frame, element: Element, setting: Setting, pos: Pos | None = None
) -> Iterator[Line | Image]:
    """The lines of a block in the look of its role, and its pictures that stand in none of them, between them. A line's
    `y` is not set yet."""
    indent = look.indent_em * look.em
    left = frame.left + look.left_em * look.em
    room = frame.width - (look.left_em + look.right_em) * look.em
    owners: Owners = {}
    pieces = flatten(inlines, look, setting.sheet, setting.page_of)
    for part in _parts(with_boxes(pieces, look, room - max(indent, 0.0), setting)):
        if isinstance(part, Image):
            yield part
            continue
        if not all(chars.whole for chars in part):
            setting.report.add("invisible-undrawn", pos)
        text, measured, readings = _set_text(part, look, element, owners, setting, pos)
        lines = list(_lines(text, measured, look, left, room, indent, setting.sheet.typography.last_line_chars))
        indent = 0.0
        if _is_words(part):
            yield from lines
            continue
        make_room(lines, text, look)
        notes = list(_notes(part, element, owners, setting))
        places = list(_places(part))
        over = list(overlays(part, setting.sheet))
        for line in lines if readings or notes or places or over else ():
            line.places = [name for _, name in begun(places, line, itemgetter(0))]
            line.beside = [_above(reading, line, measured) for reading in begun(readings, line, attrgetter("start"))]
            line.notes = [(note, owner) for _, note, owner in begun(notes, line, itemgetter(0))]
            lay_over(line, begun(over, line, attrgetter("start")), measured, element, setting)
        yield from lines


def set_formula(block: MathBlock, look: Computed, frame: Frame, element: Element, setting: Setting) -> list[Line]:
    """The lines of a formula on lines of its own."""
    left = frame.left + look.left_em * look.em
    room = frame.width - (look.left_em + look.right_em) * look.em
    part = boxed_formula(block, plain_look(look), room, setting)
    text, measured, _ = _set_text(part, look, element, {}, setting, block.pos)
    lines = list(_lines(text, measured, look, left, room, 0.0, setting.sheet.typography.last_line_chars))
    if len(part) == 1 and part[0].box:
        center(lines[0], part[0].box, look)
    else:
        make_room(lines, text, look)
    return lines


def _parts(pieces: Iterable[Chars | Image | LineBreak | Place]) -> Iterator[list[Chars] | Image]:
    """The pieces between forced line breaks and pictures. A break before the first piece leaves no empty line."""
    part: list[Chars] = []
    places: tuple[str, ...] = ()
    for piece in pieces:
        if isinstance(piece, Place):
            places += (piece.name,)
            continue
        if isinstance(piece, Chars):
            part.append(piece._replace(places=places) if places else piece)
            places = ()
            continue
        if part:
            yield part
        part = []
        if isinstance(piece, Image):
            yield piece
    if part:
        yield [*part[:-1], part[-1]._replace(places=(*part[-1].places, *places))] if places else part


def _is_words(part: Sequence[Chars]) -> bool:
    """Whether a part is words in one look, with nothing that stands above, below or between them: what most are."""
    if len(part) > 1:
        return False
    chars = part[0]
    look = chars.look
    return not (chars.box or chars.places or look.note or look.ruby or look.over)


def set_runs(
    part: list[Chars], look: Computed, element: Element, owners: Owners, setting: Setting, pos: Pos | None
) -> tuple[str, list[Run], list[float]]:
    """The characters of a part, in runs of one face and look, and how wide each one is in pt, tracking included."""
    runs: list[Run] = []
    widths: list[float] = []
    at = 0
    for before, chars in zip((None, *part), part, strict=False):
        if before:
            _leave_language(before.look, chars.look, owners)
        owner = _owner(chars.look, element, owners)
        if chars.box:
            held = runs[-1].element if chars.continued else element_of(chars, owner)
            runs.append(_run(at, at + 1, None, chars.look, held, chars.box))
            widths.append(chars.box.width + look.tracking)
            at += 1
            continue
        drawn = capitals(chars.text) if chars.look.caps else chars.text
        for start, end, face in setting.faces[chars.look.font].runs(drawn):
            runs.append(_run(at + start, at + end, face, chars.look, owner))
            if face is None:
                widths += [chars.look.size + look.tracking] * (end - start)
                _report_missing(chars.text[start:end], pos, setting.report)
            else:
                widths += map(advances(face, chars.look.size, look.tracking).__getitem__, drawn[start:end])
        at += len(chars.text)
    if part:
        _leave_language(part[-1].look, None, owners)
    return "".join(chars.text for chars in part), runs, widths


def _set_text(
    part: list[Chars], look: Computed, element: Element, owners: Owners, setting: Setting, pos: Pos | None
) -> tuple[SetText, Measured, list[Reading]]:
    text, runs, widths = set_runs(part, look, element, owners, setting, pos)
    readings = [] if _is_words(part) else list(_readings(part, widths, look, element, owners, setting, pos))
    spread = _spread(readings)
    for at, gap in boxes_apart(part, text, setting.sheet.typography.autospace_em * look.size):
        spread[at] = spread.get(at, 0.0) + gap
    tied = [at for reading in readings for at in range(reading.start + 1, reading.end)]
    autospace = setting.sheet.typography.autospace_em * look.size
    measured = measure(text, widths, look.size, autospace, spread, tied)
    return SetText(text, runs, look.tracking, sorted(measured.moves.items()), element), measured, readings


def _run(start: int, end: int, face: Face | None, look: CharLook, owner: Element, box: Box | None = None) -> Run:
    return Run(
        start,
        end,
        face,
        look.size,
        look.rise,
        look.color,
        look.line,
        look.background,
        owner,
        box,
        look.caps,
        look.bold,
        look.slanted,
    )


def _owner(look: CharLook, element: Element, owners: Owners) -> Element:
    """The element that characters belong to: a ruby's base, their link, the link to their note, a span of another
    language, or the text itself."""
    link, ruby, note, lang = look.link, look.ruby, look.note, look.lang
    if link is None and ruby is None and note is None and not lang:
        return element
    key = id(link), id(ruby), id(note), lang
    if key not in owners:
        if note is not None:
            reference = Element("reference", element, then=Element("note", element, note))
            made = Element("link", reference, target=f"#{note.id}")
        elif ruby is not None:
            around = _owner(replace(look, ruby=None), element, owners)
            made = Element("ruby-base", Element("ruby", around, ruby))
        elif link is not None and lang in ("", link.lang):
            made = Element("link", element, link, lang=lang, target=link.target, alt=link.title)
        elif link is not None:  # what it says in another language is a part of it
            made = Element("span", _owner(replace(look, lang=link.lang), element, owners), lang=lang)
        else:
            made = Element("span", element, lang=lang)
        owners[key] = made
    return owners[key]


def _leave_language(before: CharLook, now: CharLook | None, owners: Owners) -> None:
    """Let words of a language that come again after others have an element of their own: what is read out is in the order
    of the elements."""
    key = id(before.link), id(None), id(None), before.lang
    if (
        key in owners
        and owners[key].kind == "span"
        and (now is None or (now.link, now.lang) != (before.link, before.lang))
    ):
        del owners[key]


def _readings(
    part: list[Chars],
    widths: list[float],
    look: Computed,
    element: Element,
    owners: Owners,
    setting: Setting,
    pos: Pos | None,
) -> Iterator[Reading]:
    """The readings of the rubies in a part. A base in several looks has one reading, in the first one's."""
    at = 0
    for _, group in groupby(part, lambda chars: id(chars.look.ruby)):
        base = list(group)
        ruby = base[0].look.ruby
        start, at = at, at + sum(len(chars.text) for chars in base)
        if ruby is None:
            continue
        owner = _owner(base[0].look, element, owners).parent
        chars = reading_of(ruby, base[0].look, setting.sheet)
        assert owner is not None
        if not chars.text:
            continue
        if not chars.whole:
            setting.report.add("invisible-undrawn", pos)
        small = replace(look, size=chars.look.size, tracking=0.0)
        text, measured, _ = _set_text([chars], small, Element("ruby-text", owner), {}, setting, pos)
        width = measured.cumulative[-1]
        over = width + _READING_GAP_EM * chars.look.size - sum(widths[start:at])
        yield Reading(start, at, text, width, chars.look.size, max(over, 0.0) / 2)


def _spread(readings: list[Reading]) -> dict[int, float]:
    """What is added after single characters so that readings that are wider than their base stay apart, in pt."""
    spread: dict[int, float] = {}
    for reading in readings:
        for at in (reading.start - 1, reading.end - 1):
            if at >= 0 and reading.spread:
                spread[at] = spread.get(at, 0.0) + reading.spread
    return spread


def _notes(
    part: list[Chars], element: Element, owners: Owners, setting: Setting
) -> Iterator[tuple[int, Note, Element]]:
    """The footnotes whose marks are in a part: where, and the element that each one's text becomes. Endnotes wait for
    the end of the text."""
    at = 0
    for chars in part:
        note = chars.look.note
        if note is not None:
            reference = _owner(chars.look, element, owners).parent
            assert reference is not None and reference.then is not None
            if note.kind == "end":
                setting.endnotes.append((note, reference.then))
            else:
                yield at, note, reference.then
        at += len(chars.text)


def _places(part: list[Chars]) -> Iterator[tuple[int, str]]:
    """What links call places in a part, and where these are."""
    at = 0
    for chars in part:
        yield from ((at, name) for name in chars.places)
        at += len(chars.text)


def _above(reading: Reading, line: Line, measured: Measured) -> Line:
    """The reading's line over the middle of its base; its place is counted from that of `line`."""
    last = min(reading.end, line.end) - 1
    inked = measured.cumulative[last + 1] - measured.cumulative[last] - measured.moves.get(last, 0.0)
    middle = (offset(reading.start, line, measured) + offset(last, line, measured) + inked) / 2
    y = -ASCENT * line.size - (1 - ASCENT) * reading.size
    x = middle - reading.width / 2
    return Line(reading.text, 0, len(reading.text.text), x, y, 0.0, 0.0, reading.width, reading.size)


def _report_missing(chars: str, pos: Pos | None, report: Report) -> None:
    for char in chars:
        report.add("font-missing-glyph", pos, point=f"{ord(char):04X}", char=char)


def _lines(
    text: SetText, measured: Measured, look: Computed, left: float, room: float, indent: float, last_line_chars: int
) -> Iterator[Line]:
    moves = dict(text.moves)
    turned = runs_right_to_left(text.text)
    for number, cut in enumerate(cut_lines(measured, room - indent, room, last_line_chars)):
        offset = indent if number == 0 else 0.0
        stretch = 0.0
        width = cut.width - cut.squeeze
        if look.align == "spread":
            stretch = max(room - offset - width, 0.0) / max(cut.end - cut.start - 1, 1)
            width += stretch * (cut.end - cut.start - 1)
        elif look.align == "justify" or cut.squeeze:
            stretch, added = fill(measured, cut, room - offset, max(-offset, 0.0))
            for at, move in added:
                moves[at] = moves.get(at, 0.0) + move
            if stretch or added:
                width = cut.width + stretch * (cut.end - cut.start - 1) + sum(move for _, move in added)
        x = left + offset + _aligned(look.align, room - offset - width)
        line = Line(text, cut.start, cut.end, x, 0.0, stretch, cut.lead, width, look.size)
        if turned and runs_right_to_left(text.text, cut.start, cut.end):
            turn(line, measured, moves)
        yield line
    text.moves = sorted(moves.items())


def _aligned(align: str, slack: float) -> float:
    match align:
        case "right":
            return slack
        case "center":
            return slack / 2
        case _:
            return 0.0


def set_entry(
    inlines: Sequence[Inline], look: Computed, frame: Frame, element: Element, setting: Setting
) -> list[Line]:
    """The lines of an entry of a table of contents: a reference to a page at its end stands at the right edge, and dots
    lead there."""
    page = inlines[-1] if inlines and isinstance(inlines[-1], Ref) else None
    words = inlines[:-1] if page else inlines
    narrow = replace(look, right_em=look.right_em + _PAGE_ROOM_EM)
    lines = [part for part in set_block(words, narrow, frame, element, setting) if isinstance(part, Line)]
    if page and lines:
        last = lines[-1]
        edge = frame.left + frame.width - look.right_em * look.em - last.x
        number = set_label(setting.page_of(page.target), look, edge, Element("reference", element), setting)
        room = number.x - last.width
        dots = max(int(room / look.em - 2 * _LEADER_GAP_EM), 0)
        leader = set_label(LEADER * dots, look, number.x - _LEADER_GAP_EM * look.em, Element("artifact"), setting)
        last.beside += [leader, number] if dots else [number]
    return lines


def set_label(text: str, look: Computed, right: float, element: Element, setting: Setting) -> Line:
    """One line that ends at `right` (pt from the type area's left edge): a list item's marker."""
    set_text, measured, _ = _set_text([Chars(text, plain_look(look))], look, element, {}, setting, None)
    width = measured.cumulative[-1]
    return Line(set_text, 0, len(text), right - width, 0.0, 0.0, 0.0, width, look.size)
