"""Cl. 7.4: 版记, what closes the last page."""

from __future__ import annotations

from collections.abc import Iterable

from convert.checks.facts import Border, Element, Facts, PageFacts
from convert.checks.gauge import may_wrap, off_indent, off_place
from convert.checks.rule import Fault, Rule, at, rule, words
from convert.kit.units import to_mm
from convert.style.sheet import Sheet

_THICK, _THIN = 0.35, 0.25  # mm
_WEIGHT = 0.3  # pt
_LABEL = 3  # characters: 抄送：
_ABOVE = 4.0  # mm


@rule(
    "imprint-bottom",
    "7.4.1",
    "应",
    "the last rule of the imprint lies on the type area's bottom edge",
    "版记末条分隔线与最后一面的版心下边缘重合",
)
def imprint_bottom(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Imprints whose last rule lies higher or lower (262 mm below the sheet's top)."""
    page, rules = imprint_rules(facts)
    if page and rules and rules[-1].box:
        yield from off_place(to_mm(sheet.page.height - sheet.page.bottom), rules[-1].box.middle, at(page))


@rule(
    "imprint-rules",
    "7.4.1",
    "应",
    "rules stand above and below the imprint, as wide as the type area",
    "版记首末均有分隔线，与版心等宽",
)
def imprint_has_rules(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Imprints with fewer than two rules, or with shorter or longer ones."""
    page, rules = imprint_rules(facts)
    if page is None or not facts.of("printing"):
        return
    if len(rules) < 2:
        yield Fault(words("2 rules or more", "至少 2 条"), words(str(len(rules))), at(page))
    for each in rules:
        if each.box:
            yield from off_place(to_mm(sheet.page.area_width), each.box.width, at(page), 1.5)


@rule(
    "imprint-weights",
    "7.4.1",
    "推荐",
    "the first and the last rule are 0.35 mm thick, those between 0.25 mm",
    "首条和末条分隔线用粗线（0.35 mm），中间用细线（0.25 mm）",
)
def imprint_weights(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Rules of other weights."""
    page, rules = imprint_rules(facts)
    for number, each in enumerate(rules):
        wanted = _THICK if number in (0, len(rules) - 1) else _THIN
        if page and each.weight is not None and abs(each.weight - wanted / to_mm(1)) > _WEIGHT:
            yield Fault(words(f"{wanted} mm"), words(f"{each.weight * to_mm(1):.2f} mm"), at(page))


@rule("imprint-inset", "7.4.2", "应", "cc stands one character from both edges", "抄送机关左右各空一字")
def imprint_inset(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Lines of cc that begin elsewhere, or come nearer to the right edge."""
    for cc in facts.of("imprint-recipient", "cc"):
        if cc.text[2:3] not in ("：", ":"):  # its lines were made by hand
            continue
        yield from off_indent(1, cc.indent, at(cc))
        if cc.right is not None and cc.right < 0.5:
            yield from off_indent(1, cc.right, at(cc))


@rule(
    "imprint-wrap",
    "7.4.2",
    "应",
    "wrapped lines of cc align with the first character after the colon",
    "抄送回行时与冒号后的首字对齐",
)
def imprint_wrap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Lines of cc that do not."""
    for cc in facts.of("imprint-recipient", "cc"):
        if cc.left is None or cc.indent is None or cc.text[2:3] not in ("：", ":"):
            continue
        if may_wrap(cc, facts):
            yield from off_indent(cc.indent + _LABEL, cc.left, at(cc))


@rule(
    "printing-place",
    "7.4.3",
    "应",
    "the printing office stands one character from the left, the date one from the right",
    "印发机关左空一字，印发日期右空一字",
)
def printing_place(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Lines whose ends are elsewhere."""
    for printing in facts.of("printing"):
        if "印发" in printing.text:
            yield from off_indent(1, printing.indent, at(printing))
            yield from off_indent(1, printing.right, at(printing))


@rule("imprint-even", "GB/T 33476.2", "practice", "the imprint stands on an even page", "版记置于偶数页")
def imprint_even(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Imprints on odd pages."""
    printing = facts.first("printing")
    if printing and printing.page and printing.page % 2:
        yield Fault(
            words("an even page", "偶数页"), words(f"page {printing.page}", f"第 {printing.page} 页"), at(printing)
        )


def imprint_rules(facts: Facts) -> tuple[PageFacts | None, list[Border]]:
    """The page of the imprint, and its rules from top to bottom."""
    imprint: list[Element] = [each for each in facts.of("imprint-recipient", "cc", "printing") if each.lines]
    page = facts.page(imprint[-1].page) if imprint else None
    if page is None or not imprint:
        return None, []
    top = min(each.lines[0].em.top for each in imprint if each.page == page.number)
    return page, [each for each in page.rules if each.box and each.box.middle > top - _ABOVE - 4]


RULES: tuple[Rule, ...] = (
    imprint_bottom,
    imprint_has_rules,
    imprint_weights,
    imprint_inset,
    imprint_wrap,
    printing_place,
    imprint_even,
)
