"""Cl. 7.3.5 to 7.3.7: who signs and when, the note below it, the attachments."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from convert.checks.facts import Box, Element, Facts
from convert.checks.gauge import chars, mm, off_gap, off_indent, off_place
from convert.checks.rule import Fault, Rule, at, rule, words
from convert.kit.cjk import display_em
from convert.kit.units import to_mm
from convert.style.sheet import Sheet

_OFF = 0.6  # characters: names and dates have half-width digits, whose width depends on the face
_SEAL = (30.0, 60.0)  # mm: what a picture of a seal measures
_STAMP = (12.0, 60.0)
_LONGEST = 12  # characters: what is longer may be several names in a row
_ROW = 10.45  # mm


@rule(
    "date-place",
    "7.3.5",
    "应",
    "the date stands four characters from the right (with a seal), or two characters right of the name's first one (without)",
    "成文日期右空四字（加盖印章），或首字比署名首字右移二字（不加盖印章）",
)
def date_place(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Dates that stand as in neither case."""
    for date, names in signatures(facts):
        if date.right is None or _fits(facts, date, names):
            continue
        if date.role == "date" and abs(date.right - 4) > _OFF:
            wanted = _unsealed(date, names)[0] if names else 4.0
            both = words(
                f"4, or {wanted:.1f} characters without a seal", f"右空 4 字；不加盖印章时右空 {wanted:.1f} 字"
            )
            yield Fault(both, chars(date.right), at(date))


@rule(
    "signature-place",
    "7.3.5",
    "应",
    "the name is centred on the date (with a seal), or two characters from the right (without)",
    "署名以成文日期为准居中（加盖印章），或右空二字（不加盖印章）",
)
def signature_place(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Names above a date in its place that are not in theirs."""
    for date, names in signatures(facts):
        if len(names) != 1 or date.right is None or names[0].right is None:
            continue
        if _fits(facts, date, names):
            continue
        if abs(date.right - 4) <= _OFF:
            wanted = 4 + (display_em(date.text) - display_em(names[0].text)) / 2
            both = words(f"{wanted:.1f} characters from the right", f"右空 {wanted:.1f} 字")
            yield Fault(both, chars(names[0].right), at(names[0]))


@rule(
    "signature-gap",
    "7.3.5.2",
    "应",
    "without a seal the name stands one blank line below the text",
    "不加盖印章的，署名编排在正文（或附件说明）下空一行",
)
def signature_gap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Names of the unsealed case right below the text, or further away; with a seal the distance depends on the seal."""
    for date, names in signatures(facts):
        if names and names[0].gap is not None and _fits_unsealed(date, names) and not _fits_sealed(date, names):
            yield from off_gap(sheet, 1, names[0])


@rule(
    "seal-place",
    "7.3.5.1",
    "应",
    "a seal presses the name and the date, and its top is within one line of the text",
    "印章居中下压署名和成文日期，顶端距正文（或附件说明）一行之内",
)
def seal_place(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pictures of seals that miss the date, or stand far below the text."""
    for date, names in signatures(facts):
        page = facts.page(date.page)
        if not facts.has_pages:
            yield from _floating_seal(sheet, date, names)
        if page is None or not date.lines or not names or not names[0].lines:
            continue
        line = date.lines[0].em
        seals = [box for box in page.pictures if _is_seal(box) and box.bottom > names[0].lines[0].em.top - 20]
        pressing = [box for box in seals if box.top < line.bottom and box.bottom > line.top and box.right > line.left]
        if seals and not pressing:
            yield Fault(
                words("over name and date", "下压署名和成文日期"),
                words(f"{seals[-1].top - line.bottom:+.1f} mm"),
                at(date),
            )
        before = [each for each in facts.elements if each.lines and (each.paragraph or 0) < (names[0].paragraph or 0)]
        above = [each for each in before if each.lines[-1].page == names[0].page][-1:]
        if pressing and above:
            room = min(box.top for box in seals) - above[-1].lines[-1].em.bottom
            if room > _ROW + 1:
                yield Fault(words("within one line (10.4 mm)", "一行之内（10.4 mm）"), mm(room), at(date))


def _floating_seal(sheet: Sheet, date: Element, names: list[Element]) -> Iterable[Fault]:
    """The same of a file without printed lines, where seals float by the date or a name."""
    seals: list[Box] = []
    down: float | None = (
        0.0  # to the top of the date's characters: from that of an element's, in the end from the text's
    )
    for element in (date, *reversed(names)):
        if down is not None:
            down += 0 if element is date else to_mm(element.size or 0)
            seals += [_moved(box, -down) for box in element.floats if _is_seal(box)]
            down = down + element.gap if element.gap is not None else None
    height = to_mm(date.size or 0)
    ends = to_mm(sheet.page.area_width) - (date.right or 0) * height
    begins = ends - display_em(date.text) * height
    pressing = [box for box in seals if box.top < height and box.bottom > 0 and box.left < ends and box.right > begins]
    if seals and not pressing:
        yield Fault(words("over name and date", "下压署名和成文日期"), mm(seals[-1].top - height), at(date))
    elif pressing and len(names) == 1 and down is not None:
        room = min(box.top for box in pressing) + down
        if room > _ROW + 1:
            yield Fault(words("within one line (10.4 mm)", "一行之内（10.4 mm）"), mm(room), at(date))


def _moved(box: Box, down: float) -> Box:
    return Box(box.left, box.top + down, box.right, box.bottom + down)


@rule("annotation-indent", "7.3.6", "应", "the note below the date begins two characters in", "附注居左空二字编排")
def annotation_indent(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A note that begins elsewhere."""
    for note in facts.of("annotation"):
        yield from off_indent(2, note.indent, at(note))


@rule("attachment-page", "7.3.7", "应", "an attachment begins a page", "附件另面编排")
def attachment_page(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Labels of attachments in the middle of a page."""
    for label in facts.of("attachment-label"):
        if label.new_page is False:
            yield Fault(words("a new page", "另面"), words("on the page of the text", "未另面"), at(label))


@rule(
    "attachment-label-place",
    "7.3.7",
    "应",
    "附件 and its number stand flush left on the first line",
    "“附件”及顺序号顶格编排在版心左上角第一行",
)
def attachment_label_place(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Labels that are indented, or stand lower on their page."""
    for label in facts.of("attachment-label"):
        page = facts.page(label.page)
        if page and page.turned:
            continue
        yield from off_indent(0, label.indent, at(label))
        if label.new_page and label.lines:
            yield from off_place(to_mm(sheet.page.top), label.lines[0].em.top, at(label), 1.3)


@rule(
    "attachment-title-line",
    "7.3.7",
    "应",
    "the attachment's title stands on the third line",
    "附件标题居中编排在版心第三行",
)
def attachment_title_line(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Titles right below the label, or further away."""
    for label, title in pairwise(facts.elements):
        if (label.role, title.role) == ("attachment-label", "attachment-title"):
            yield from off_gap(sheet, 1, title)


def signatures(facts: Facts) -> Iterable[tuple[Element, list[Element]]]:
    """Each date that closes a text, with the names right above it."""
    for number, date in enumerate(facts.elements):
        if date.role != "date":
            continue
        first = number
        while first and facts.elements[first - 1].role == "signature":
            first -= 1
        names = list(facts.elements[first:number])
        joint = len(names) > 1 or any(display_em(name.text) > _LONGEST for name in names)
        if facts.has_pages or not joint:  # where names in rows stand, only a page shows
            yield date, names


def _fits(facts: Facts, date: Element, names: list[Element]) -> bool:
    """Whether name and date stand as in one of the cases of the standard."""
    if _fits_sealed(date, names) or _fits_unsealed(date, names) or _is_stamped(facts, date):
        return True
    return _fits_jointly(date, names)


def _fits_jointly(date: Element, names: list[Element]) -> bool:
    """Whether a date below several names stands below the last one (with seals), or two characters right of the
    beginning of one (without)."""
    pieces = [piece for name in names for line in name.lines for piece in line.pieces]
    if len(pieces) < 2 or not date.lines or date.right is None or date.right < 2 - _OFF:
        return False
    day = date.lines[0].em
    off = _OFF * day.height
    below = abs(pieces[-1].center - day.center) <= off
    return below or any(abs(day.left - piece.left - 2 * day.height) <= off for piece in pieces)


def _fits_sealed(date: Element, names: list[Element]) -> bool:
    """Date four characters from the right, and one name centred on it; long names push both to the left."""
    if date.right is None:
        return False
    if len(names) != 1:
        return abs(date.right - 4) <= _OFF
    name = names[0]
    if name.right is None:
        return False
    off = name.right + display_em(name.text) / 2 - date.right - display_em(date.text) / 2
    return abs(off) <= _OFF and (abs(date.right - 4) <= _OFF or (name.right < _OFF and date.right > 4))


def _unsealed(date: Element, names: list[Element]) -> tuple[float, float]:
    """How far from the right date and name stand without a seal, in characters."""
    name, day = display_em(names[0].text), display_em(date.text)
    return (name - day, 2.0) if day <= name else (2.0, day + 4 - name)


def _fits_unsealed(date: Element, names: list[Element]) -> bool:
    if not names or date.right is None or names[0].right is None:
        return False
    return all(
        abs(wanted - measured) <= _OFF
        for wanted, measured in zip(_unsealed(date, names), (date.right, names[0].right), strict=True)
    )


def _is_seal(box: Box) -> bool:
    return _SEAL[0] < box.width < _SEAL[1] and abs(box.width - box.height) < 4


def _is_stamped(facts: Facts, date: Element) -> bool:
    """Whether a picture of a signature stands above a date that is four characters from the right (cl. 7.3.5.3)."""
    page = facts.page(date.page)
    if page is None or not date.lines or date.right is None or abs(date.right - 4) > _OFF:
        return False
    line = date.lines[0].em
    return any(0 < line.top - box.bottom < 2 * _ROW and _STAMP[0] < box.width < _STAMP[1] for box in page.pictures)


RULES: tuple[Rule, ...] = (
    date_place,
    signature_place,
    signature_gap,
    seal_place,
    annotation_indent,
    attachment_page,
    attachment_label_place,
    attachment_title_line,
)
