"""Cl. 7.5: page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from convert.checks.facts import Element, Facts, PageFacts
from convert.checks.gauge import off_indent, off_place, points
from convert.checks.rule import Fault, Rule, Words, at, rule, words
from convert.checks.typefaces import fits, kind_of, official_name
from convert.kit.units import to_mm
from convert.style.page import Band
from convert.style.sheet import Sheet

_HEIGHT = 1.2  # mm
_SIZE = 0.3  # pt
_CENTERED = 4.0  # mm
_IN_CHINESE = {"left": "居左", "right": "居右", "center": "居中", "": "无"}


@rule(
    "page-number-height",
    "7.5",
    "应",
    "the dashes of the page number stand 7 mm below the type area",
    "页码一字线上距版心下边缘 7 mm",
)
def page_number_height(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Numbers that stand higher or lower (269 mm below the sheet's top)."""
    for page, label in _labels(facts):
        if label.lines and not page.turned:
            band = _band(sheet)
            wanted = to_mm(sheet.page.height - sheet.page.bottom + band.drop)
            yield from off_place(wanted, label.lines[0].ink.middle, at(page), _HEIGHT)


@rule(
    "page-number-side",
    "7.5",
    "应",
    "odd page numbers stand one character from the right, even ones one from the left",
    "单页码居右空一字，双页码居左空一字",
)
def page_number_side(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Numbers in the middle, or at the inner side."""
    band = _band(sheet)
    for page, label in _labels(facts):
        side = next((side for side, text in band.texts(_number(page, label)) if "{page}" in text), "")
        if page.turned or not side or label.right is None or label.indent is None:
            continue
        distances = {"left": label.indent, "right": label.right, "center": 0.0}
        if side != "center" and abs(label.indent - label.right) * 4.94 < _CENTERED:
            yield Fault(_sides(band), words("in the middle", "居中"), at(page))
        elif side != "center" and distances[side] > 6:
            yield Fault(_sides(band), words("at the other side", "在另一侧"), at(page))
        elif side != "center":
            yield from off_indent(band.inset_em, distances[side], at(page))


@rule(
    "page-number-form",
    "7.5",
    "一般",
    "a dash as wide as a character stands at each side of the number",
    "页码数字左右各放一条一字线",
)
def page_number_form(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Numbers without dashes, or with hyphens."""
    band = _band(sheet)
    if "—" not in band.words:
        return
    for page, label in _labels(facts):
        bare = "".join(label.text.split())
        if re.search(r"\d", bare) and not page.turned and not re.fullmatch(r"[—─]\d+[—─]", bare):
            yield Fault(words("— 1 —"), words(label.text.strip()), at(page))


@rule("page-number-look", "7.5", "一般", "page numbers are set in 4号宋体", "页码用 4 号半角宋体阿拉伯数字")
def page_number_look(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Numbers in another size or face."""
    band = _band(sheet)
    for page, label in _labels(facts):
        size = label.size
        if size is not None and abs(size - band.size) > _SIZE:
            yield Fault(points(band.size), points(size), at(page))
        face = next((run.face for run in label.runs if re.search(r"\d", run.text)), "")
        stack = sheet.fonts[band.font]
        if face and kind_of(stack.cjk[0]) == "宋体" and not fits(face, stack):
            yield Fault(words(official_name(stack)), words(face), at(page))


@rule("page-number-missing", "7.5", "应", "pages are numbered", "公文各面编排页码", causes=("page-number-sequence",))
def page_number_missing(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pages without a number, but for those that have none: blank ones, the imprint's after a blank one, covers, the
    first page of a letter."""
    if not facts.has_pages or "{page}" not in _band(sheet).words:
        return
    blank = {page.number for page in facts.pages if page.blank}
    for page in facts.pages:
        bare = page.number == 1 and not any("{page}" in text for _, text in _band(sheet).texts(1))
        after_blank = page.number - 1 in blank
        if page.label is None and not page.blank and not after_blank and not bare and not page.turned:
            yield Fault(words("a number", "有页码"), words("none", "无"), at(page))


@rule(
    "page-number-blank",
    "7.5",
    "应",
    "a blank page before the imprint, and the imprint's page, have no number",
    "版记页前有空白页的，空白页和版记页均不编排页码",
)
def page_number_blank(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Blank pages with a number, and imprints after one that have a number."""
    for page in facts.pages:
        before = facts.page(page.number - 1) if page.number > 1 else None
        if page.label is not None and (page.blank or (before and before.blank)):
            yield Fault(words("no number", "不编页码"), words(page.label.text.strip()), at(page))


@rule(
    "page-number-sequence",
    "7.5",
    "应",
    "page numbers count on, through attachments too",
    "页码连续编排，附件与正文一起装订时亦连续",
)
def page_number_sequence(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Numbers that begin again or leave some out."""
    last: int | None = None
    for page, label in _labels(facts):
        found = re.search(r"\d+", label.text) if page.number else None
        if found is None:
            continue
        number = int(found[0])
        if last is not None and number != last + 1:
            yield Fault(words(str(last + 1)), words(str(number)), at(page))
        last = number


def _number(page: PageFacts, label: Element) -> int:
    """The number of a page, or for those of a section one that is odd or even as they are, and not the first."""
    return page.number or (label.page or 1) % 2 + 2


@rule(
    "page-number-across",
    "8",
    "应",
    "on pages with a table across, the page number stays where it is on the others",
    "A4 纸型的表格横排时，页码位置与公文其他页码保持一致",
)
def page_number_across(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pages that are read across whose number is read so, too: on the bound sheet it stands at another edge."""
    if sheet.pages["landscape"].edges != "sheet":
        return
    for page, label in _labels(facts):
        if page.turned and page.number and re.fullmatch(r"[—–-]\d+[—–-]", "".join(label.text.split())):
            foot = words("at the foot of the upright sheet", "与其他页码位置一致")
            yield Fault(foot, words("at the foot of the page across", "位于横页下方"), at(page))


def _labels(facts: Facts) -> Iterator[tuple[PageFacts, Element]]:
    return ((page, page.label) for page in facts.pages if page.label is not None)


def _band(sheet: Sheet) -> Band:
    """The style's footer, or header, that has the page number."""
    look = sheet.pages["body"]
    return look.footer if "{page}" in look.footer.words or "{page}" not in look.header.words else look.header


def _sides(band: Band) -> Words:
    """Where the style has numbers on odd and on even pages."""
    odd, even = (next((side for side, text in band.texts(n) if "{page}" in text), "") for n in (3, 2))
    if odd == even:
        return words(f"at the {odd}", _IN_CHINESE[odd])
    return words(f"odd pages at the {odd}, even ones at the {even}", f"单页{_IN_CHINESE[odd]}，双页{_IN_CHINESE[even]}")


RULES: tuple[Rule, ...] = (
    page_number_height,
    page_number_side,
    page_number_form,
    page_number_look,
    page_number_missing,
    page_number_blank,
    page_number_sequence,
    page_number_across,
)
