"""Cl. 7.2: 版头, what stands above the red rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from convert.checks.facts import Border, Box, Element, Facts
from convert.checks.gauge import POSITION, blank_lines, mm, off_gap, off_indent, off_place
from convert.checks.rule import Fault, Place, Rule, at, rule, words
from convert.kit.units import to_mm
from convert.style.sheet import Sheet

_MARK = 35.0  # mm below the type area's top
_DECLARED = 3.5  # mm: faces differ in how far below the top of their em box the ink begins
_SEVEN_EIGHTHS = 4.88  # mm: of a 3号 character, cl. 3.2
_RULE = 4.0  # mm below the number
_CENTER = 1.6  # mm: the middle of the sheet is 1 mm beside that of the type area
_STACK = ("copy-number", "classification", "urgency")
_RULE_MM, _GAP = 1.2, 1.5


@rule(
    "mark-top",
    "7.2.4",
    "应",
    "the issuer's mark begins 35 mm below the type area's top",
    "发文机关标志上边缘至版心上边缘 35 mm",
    causes=("number-gap",),
)
def mark_top(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A mark whose ink begins above or below; 72 mm below the sheet's top."""
    box = mark_box(facts)
    mark = facts.first("issuer")
    look = sheet.roles.get("issuer")  # the other formats have places of their own (cl. 10)
    own = look.ink_top if look else None
    wanted = to_mm(sheet.page.opening.top) + (_MARK if own is None else to_mm(own))
    if box and mark:
        yield from off_place(wanted, box.top, at(mark), 1.2)
    elif mark and mark.top is not None:  # of its em box, as a word processor is told
        yield from off_place(wanted, mark.top, at(mark), _DECLARED)


@rule("mark-center", "7.2.4", "应", "the issuer's mark is centred", "发文机关标志居中排布")
def mark_center(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A mark that stands more to one side."""
    mark, box = facts.first("issuer"), mark_box(facts)
    if mark and box:
        page = facts.page(mark.page)
        middles = [to_mm(sheet.page.left) + to_mm(sheet.page.area_width) / 2, (page.width if page else 210) / 2]
        if min(abs(box.center - middle) for middle in middles) > _CENTER:
            yield Fault(words("centred", "居中"), words(f"{box.center - middles[0]:+.1f} mm"), at(mark))
    elif (
        mark and mark.align not in (None, "center") and len(facts.of("issuer")) == 1
    ):  # joint ones are spread in a block
        yield Fault(words("centred", "居中"), words(mark.align or "", _SIDES[mark.align or "left"]), at(mark))


@rule("mark-color", "7.2.4", "应", "the issuer's mark is red", "发文机关标志用红色")
def mark_color(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A mark in another colour."""
    wanted = sheet.roles["issuer"].color
    for mark in facts.of("issuer") if is_red(wanted) else ():
        color = mark.runs[0].color if mark.runs else None
        if color is not None and not is_red(color):
            yield Fault(words("red", "红色"), words(color), at(mark))


@rule(
    "head-stack",
    "7.2.1",
    "应",
    "copy number, classification and urgency stand flush left from the first line on",
    "份号、密级和保密期限、紧急程度顶格编排，自版心左上角第一行起依次分行",
)
def head_stack(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """The lines of the head's corner that are indented, or begin below the first line of the type area."""
    stack = facts.of(*_STACK)
    for element in stack:
        yield from off_indent(0, element.indent, at(element))
    mark = facts.first("issuer")
    above = (
        mark is None or not (stack and stack[0].lines and mark.lines) or stack[0].lines[0].em.top < mark.lines[0].em.top
    )
    if stack and stack[0].lines and above:
        yield from off_place(to_mm(sheet.page.top), stack[0].lines[0].em.top, at(stack[0]), POSITION + 0.3)


@rule(
    "number-gap",
    "7.2.5",
    "应",
    "the document number stands two blank lines below the mark",
    "发文字号编排在发文机关标志下空二行位置",
    causes=("rule-distance",),
)
def number_gap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A number that stands nearer or further below."""
    numbers, box = [each for each in facts.of("number") if each.page in (1, None)], mark_box(facts, ink=False)
    first = next(iter([*facts.of("signer"), *numbers]), None)
    if first is None or not facts.of("issuer") or sheet.letterhead.rule == "mark":
        return
    if not box:
        yield from off_gap(sheet, 2, first)
    elif first.lines:
        top = min(each.lines[0].em.top for each in (*facts.of("signer"), *numbers) if each.lines)
        least, most = blank_lines(sheet, 2)
        if not least - _GAP <= top - box.bottom <= most + _GAP:
            yield Fault(
                words(f"2 blank lines ({least:.1f} to {most:.1f} mm)", f"空二行（{least:.1f}～{most:.1f} mm）"),
                mm(top - box.bottom),
                at(first),
            )


@rule(
    "number-place",
    "7.2.5",
    "应",
    "the document number is centred; with a signer, one character from the left",
    "发文字号居中排布；上行文居左空一字编排",
)
def number_place(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A number that stands elsewhere."""
    number = facts.first("number")
    if number is None or not facts.of("issuer"):
        return
    if sheet.letterhead.rule == "mark":  # cl. 10.1
        yield from off_indent(0, number.right, at(number))
    elif facts.of("signer") or "签发人" in number.text:
        if number.lines and number.indent is not None:
            yield from off_indent(1, number.indent, at(number))
    elif number.align not in (None, "center"):
        yield Fault(words("centred", "居中"), words(number.align, _SIDES[number.align]), at(number))


@rule("signer-right", "7.2.6", "应", "the signer stands one character from the right", "签发人居右空一字")
def signer_right(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A signer that stands elsewhere."""
    for element in (*facts.of("number"), *facts.of("signer")):
        if "签发人" in element.text:
            yield from off_indent(1, element.right, at(element))
            return


@rule(
    "rule-distance",
    "7.2.7",
    "应",
    "the red rule stands 4 mm below the document number",
    "发文字号之下 4 mm 处印红色分隔线",
)
def rule_distance(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A rule that is nearer or further."""
    found, number = head_rule(facts), _last_head_line(facts)
    lines = number.lines if number else ()
    if sheet.letterhead.rule == "mark":  # cl. 10.1
        lines = tuple(line for mark in facts.of("issuer") for line in mark.lines)
    if found and found.box and lines:
        bottoms = max(line.em.bottom for line in lines), max(line.ink.bottom for line in lines)
        distances = [found.box.top - bottom for bottom in bottoms]
        if min(abs(each - _RULE) for each in distances) > _RULE_MM:
            yield Fault(words(f"{_RULE:g} mm"), mm(distances[1]), at(number or facts.of("issuer")[0]))


@rule("rule-width", "7.2.7", "应", "the red rule is as wide as the type area", "红色分隔线与版心等宽，居中")
def rule_width(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A rule that is longer or shorter."""
    found = head_rule(facts)
    if found and found.box:
        look = sheet.rules.get("letterhead")
        wanted = look.width if look and look.width else sheet.page.area_width  # 170 mm in letters (10.1)
        yield from off_place(to_mm(wanted), found.box.width, Place(page=1), 1.5)


@rule("rule-red", "7.2.7", "应", "the rule below the document number is red", "发文字号下的分隔线为红色")
def rule_red(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A document with a mark and a number, but no red rule below these."""
    number = _last_head_line(facts)
    if sheet.letterhead.rule == "none":  # orders have none (10.2)
        return
    if number is None or not number.lines or not facts.of("issuer") or not facts.has_pages or head_rule(facts):
        return
    below = number.border_below
    measured = words(below.color or "?") if below else words("none", "无")
    yield Fault(words("a red rule", "红色分隔线"), measured, at(number))


@rule(
    "letter-gap",
    "10.1",
    "应",
    "below a letter's first double rule, the first line stands 7/8 of a character's height away",
    "信函首页第一行要素与红色双线的距离为 3 号汉字高度的 7/8",
)
def letter_gap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Lines right below the rule, or further away."""
    found = head_rule(facts)
    lines = [each for each in facts.of("number", *_STACK) if each.lines and each.page == 1]
    if sheet.letterhead.rule != "mark" or not found or not found.box or not lines:
        return
    top = min(each.lines[0].em.top for each in lines)
    yield from off_place(_SEVEN_EIGHTHS, top - found.box.bottom, at(lines[0]), 1.2)


@rule(
    "letter-foot",
    "10.1",
    "应",
    "a letter's second red double rule stands 20 mm above the sheet's bottom on page 1",
    "信函首页距下页边 20 mm 处印一条红色双线，长 170 mm",
)
def letter_foot(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """First pages without it, or with one that is elsewhere or has another length."""
    texts, page = sheet.pages["body"].footer.first, facts.page(1)
    if not texts.rule or page is None or not facts.has_pages:
        return
    low = [each.box for each in page.rules if each.box and is_red(each.color) and each.box.top > page.height / 2]
    wanted = page.height - to_mm(texts.edge)
    if not low:
        yield Fault(words(f"a rule at {wanted:.0f} mm", f"{wanted:.0f} mm 处有双线"), words("none", "无"), at(page))
        return
    nearest = min((low[-1].top, low[-1].bottom, low[-1].middle), key=lambda edge: abs(edge - wanted))
    yield from off_place(wanted, nearest, at(page), _RULE_MM)
    yield from off_place(to_mm(sheet.rules[texts.rule].width or sheet.page.area_width), low[-1].width, at(page), 1.5)


_SIDES = {"left": "居左", "right": "居右", "center": "居中", "justify": "两端对齐"}


def is_red(color: str | None) -> bool:
    """Whether a colour is a red."""
    if not color or len(color) != 7:
        return False
    red, green, blue = (int(color[n : n + 2], 16) for n in (1, 3, 5))
    return red > 140 and green < 110 and blue < 110


def mark_box(facts: Facts, *, ink: bool = True) -> Box | None:
    """The bounds of the mark, which may be several lines side by side: of its ink, or of its characters."""
    lines = [line for mark in facts.of("issuer") for line in mark.lines]
    boxes: Sequence[Box] = [line.ink if ink else line.em for line in lines]
    if not boxes:
        return None
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )


def head_rule(facts: Facts) -> Border | None:
    """The first red rule of the first page below the mark."""
    page, box = facts.page(1), mark_box(facts)
    rules = page.rules if page else ()
    return next(
        (each for each in rules if is_red(each.color) and each.box and (not box or each.box.top > box.bottom)), None
    )


def _last_head_line(facts: Facts) -> Element | None:
    """The lowest of the lines of number and signers; in minutes, of who issued them and when."""
    title = facts.first("title")
    end = title.paragraph if title and title.paragraph else len(facts.elements) + 1
    dated = [each for each in facts.of("dateline", "issue-line") if each.paragraph and each.paragraph < end]
    lines = [each for each in (*facts.of("number"), *facts.of("signer"), *dated) if each.lines and each.page == 1]
    return max(lines, key=lambda each: each.lines[-1].em.bottom, default=None)


RULES: tuple[Rule, ...] = (
    mark_top,
    mark_center,
    mark_color,
    head_stack,
    number_gap,
    number_place,
    signer_right,
    rule_distance,
    rule_width,
    rule_red,
    letter_gap,
    letter_foot,
)
