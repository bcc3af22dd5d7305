"""The letterhead: cl. 7.2, and those of the other formats, cl. 10."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from convert.measure.pdf import Line
from tests.official import required as r
from tests.official.fixtures import Fixture
from tests.official.paper import HorizontalRule, Paper, Places, Words, bottom, middle
from tests.official.rows import Row

_SHAPE_SLACK = 1.0  # mm by which lines of a title differ that are not equal
_WIDE = 100.0  # mm: no line under words


def head_rows(fixture: Fixture, paper: Paper, places: Places) -> Iterator[Row]:
    """All that stands above the title, and the title."""
    style = fixture.rules.style
    mark = _mark(places)
    if mark:
        yield from _mark_rows(fixture, places, mark)
    if style == "gbt9704-letter":
        yield from _letter_rows(paper, places, mark)
    else:
        yield from _top_rows(places)
        yield from _number_rows(fixture, places, mark)
        yield from _rule_rows(fixture, paper, places)
    if style == "gbt9704-order":
        yield from _order_rows(places)
    if style == "gbt9704-minutes":
        yield from _minutes_rows(fixture, paper, places)


def _mark(places: Places) -> list[Line]:
    return [line for words in places.all("mark") for line in words]


def _top_rows(places: Places) -> Iterator[Row]:
    """份号, 密级, 紧急程度: a line each, absent ones close up."""
    names = [name for name in ("copy_number", "classification", "urgency") if places.first(name)]
    clauses = {"copy_number": "7.2.1", "classification": "7.2.2", "urgency": "7.2.3"}
    for line, name in enumerate(names):
        words = places.first(name)[0]
        yield Row(clauses[name], f"{name}, top", r.TOP + line * r.PITCH, words.top)
        yield Row(clauses[name], f"{name}, left", r.LEFT, words.left)
        yield Row(clauses[name], f"{name}, size", r.BODY_SIZE, words.size, "pt")


def _mark_rows(fixture: Fixture, places: Places, mark: list[Line]) -> Iterator[Row]:
    style = fixture.rules.style
    clause = {"gbt9704-letter": "10.1", "gbt9704-order": "10.2", "gbt9704-minutes": "10.3"}.get(style, "7.2.4")
    ending = [line for words in places.all("ending") for line in words]
    whole = [*mark, *ending]
    yield Row(clause, "mark, top of the ink", r.MARK[style], min(line.ink[1] for line in mark))
    axis = r.SHEET_AXIS if style == "gbt9704-letter" else r.AXIS
    yield Row(clause, "mark, middle", axis, (min(x.left for x in whole) + max(x.right for x in whole)) / 2)
    yield Row(clause, "mark, right edge inside", (0.0, 210 - 10.0), max(line.right for line in whole))
    if ending:
        names = (min(line.ink[1] for line in mark) + max(line.ink[3] for line in mark)) / 2
        yield Row(clause, "文件, middle against the names", names, (ending[0].ink[1] + ending[0].ink[3]) / 2)
        yield Row(clause, "文件, right of the names", (0.0, 60.0), ending[0].left - max(line.right for line in mark))
        yield Row(clause, "names, left edges apart", 0.0, max(x.left for x in mark) - min(x.left for x in mark))
        yield Row(clause, "names, right edges apart", 0.0, max(x.right for x in mark) - min(x.right for x in mark))
    yield Row(clause, "mark, red", "red", _red({glyph.color for line in whole for glyph in line.glyphs}))


def _red(colors: set[str]) -> str:
    return "red" if all(_is_red(color) for color in colors) else " ".join(sorted(colors))


def _is_red(color: str) -> bool:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red > 180 and max(green, blue) < 80


def _mark_bottom(places: Places, mark: list[Line]) -> float:
    whole = [*mark, *(line for words in places.all("ending") for line in words)]
    return max(line.ink[3] for line in whole)


def _number_rows(fixture: Fixture, places: Places, mark: list[Line]) -> Iterator[Row]:
    number, signers = places.first("number"), [words[0] for words in places.all("signers")]
    if not number or not mark:
        return
    line = number[0]
    clause = {"gbt9704-order": "10.2", "gbt9704-minutes": "10.3"}.get(fixture.rules.style, "7.2.5")
    head = min((line, *signers), key=lambda each: each.top)
    two = r.EDGE_TWO if fixture.rules.style == "gbt33476" else r.TWO_BLANK
    yield Row(clause, "below the mark: 空二行", two, head.top - _mark_bottom(places, mark))
    yield Row(clause, "number, size", r.BODY_SIZE, line.size, "pt")
    opening = places.first("opening")
    if fixture.rules.style == "gbt9704-order" and opening:
        yield Row(clause, "text below the number: 空二行", r.TWO_BLANK, opening[0].top - bottom(line))
    if not signers:
        yield Row(clause, "number, middle", r.AXIS, middle(line))
        return
    yield Row("7.2.5", "number, left: 空一字", r.LEFT + r.CELL, line.left)
    yield Row("7.2.5", "number on the line of the last signer", signers[-1].baseline, line.baseline)
    ends = [at for at in range(len(signers)) if at % 2 or at + 1 == len(signers)]
    if len(signers) == 1:
        yield Row("7.2.6", "signer, right: 空一字", r.RIGHT - r.CELL, signers[0].right)
    else:
        yield Row("7.2.6", "signers, right: 空一字", r.RIGHT - r.CELL, max(x.right for x in signers))
    for at in ends[:-1]:
        yield Row("7.2.6", f"signer {at + 2} in line with the first", signers[0].left, signers[at + 1].left)
        yield Row("7.2.6", f"signer {at + 1} beside the one before", signers[at - 1].baseline, signers[at].baseline)


def _rule_rows(fixture: Fixture, paper: Paper, places: Places) -> Iterator[Row]:
    number, title = places.first("number"), places.first("title")
    if not number or not title or fixture.rules.style in ("gbt9704-order", "gbt9704-minutes"):
        return
    rules = [rule for rule in paper.rules_between(1, number[0].top, title[0].top) if rule.right - rule.left > _WIDE]
    if not rules:
        yield Row("7.2.7", "red rule", "there", "missing")
        return
    rule = rules[0]
    yield Row("7.2.7", "red rule, below the number", r.RULE_DISTANCE, rule.top - bottom(number[0]))
    yield from _extent(rule, "7.2.7", "red rule", r.LEFT, r.RIGHT)
    yield Row("7.2.7", "red rule, red", "red", _red({rule.color}))
    yield from title_rows(fixture, title, rule.bottom)
    yield from _recipient_rows(fixture, places)


def _order_rows(places: Places) -> Iterator[Row]:
    number, opening = places.first("number"), places.first("opening")
    if number and opening:
        yield Row("10.2", "text below the number: 空二行", r.TWO_BLANK, opening[0].top - bottom(number[0]))


def _minutes_rows(fixture: Fixture, paper: Paper, places: Places) -> Iterator[Row]:
    """A red rule below the number is custom: the standard says nothing of it."""
    number, title = places.first("number"), places.first("title")
    if number and title:
        rules = [rule for rule in paper.rules_between(1, number[0].top, title[0].top) if rule.right - rule.left > _WIDE]
        yield from title_rows(fixture, title, max([bottom(number[0]), *(rule.bottom for rule in rules)]))
        yield from _recipient_rows(fixture, places)


def _extent(rule: HorizontalRule, clause: str, what: str, left: float, right: float) -> Iterator[Row]:
    yield Row(clause, f"{what}, left", left, rule.left)
    yield Row(clause, f"{what}, right", right, rule.right)


def title_rows(fixture: Fixture, title: Words, above: float, clause: str = "7.3.1") -> Iterator[Row]:
    """The title's place, size and shape; `above`: the bottom of what stands above it, in mm."""
    two = r.EDGE_TWO if fixture.rules.style == "gbt33476" else r.TWO_BLANK
    yield Row(clause, "above the title: 空二行", two, title[0].top - above)
    for number, line in enumerate(title, 1):
        yield Row("7.3.1", f"title, line {number}, middle", r.AXIS, middle(line))
    yield Row("7.3.1", "title, size", r.TITLE_SIZE, title[0].size, "pt")
    if len(title) > 1:
        pitch = (title[1].baseline - title[0].baseline) * 72 / 25.4
        yield Row("7.3.1", "title, pitch", r.TITLE_PITCH, pitch, "pt")
        yield Row("7.3.1", "title, shape", "梯形或菱形", _shape([line.right - line.left for line in title]))


def _shape(widths: list[float]) -> str:
    """What a title's lines look like together."""
    falling = all(a > b + _SHAPE_SLACK for a, b in pairwise(widths))
    rising = all(a < b - _SHAPE_SLACK for a, b in pairwise(widths))
    diamond = len(widths) == 3 and widths[1] > max(widths[0], widths[2]) + _SHAPE_SLACK
    return "梯形或菱形" if falling or rising or diamond else " / ".join(f"{width:.0f}" for width in widths)


def _recipient_rows(fixture: Fixture, places: Places) -> Iterator[Row]:
    title, recipient = places.first("title"), places.first("recipient")
    one = r.EDGE_ONE if fixture.rules.style == "gbt33476" else r.ONE_BLANK
    opening = places.first("opening")
    if recipient and title:
        yield Row("7.3.2", "below the title: 空一行", one, recipient[0].top - bottom(title[-1]))
        yield Row("7.3.2", "recipient, left", r.LEFT, recipient[0].left)
        if opening:
            yield Row("7.3.3", "text right below the recipient", fixture.pitch, opening[0].top - recipient[-1].top)
    if opening:
        yield Row("7.3.3", "text on page 1", 1.0, float(opening[0].page), "")


def _letter_rows(paper: Paper, places: Places, mark: list[Line]) -> Iterator[Row]:
    """信函: double rules, what stands below the first one."""
    number = places.first("number")
    if not mark or not number:
        return
    upper = _double([rule for rule in paper.rules_between(1, _mark_bottom(places, mark), number[0].top)])
    lower = _double(paper.rules_between(1, 270, 285))
    for name, pair, order in (("first", upper, "上粗下细"), ("second", lower, "上细下粗")):
        if len(pair) != 2:
            yield Row("10.1", f"{name} double rule", "two rules", f"{len(pair)} rules")
            continue
        yield from _extent(pair[0], "10.1", f"{name} double rule", r.LETTER_LEFT, r.LETTER_RIGHT)
        thick = pair[0].weight > pair[1].weight
        yield Row("10.1", f"{name} double rule", order, "上粗下细" if thick else "上细下粗")
        yield Row("10.1", f"{name} double rule, red", "red", _red({rule.color for rule in pair}))
    if len(upper) == 2:
        yield Row(
            "10.1", "first double rule below the mark", r.RULE_DISTANCE, upper[0].top - _mark_bottom(places, mark)
        )
        yield from _letter_head_rows(places, upper[1].bottom)
    if len(lower) == 2:
        yield Row("10.1", "second double rule, 20 mm above the foot", r.LETTER_FOOT, lower[1].bottom)
    yield Row("10.1", "no second double rule on page 2", 0.0, float(len(paper.rules_between(2, 270, 285))), "")
    yield Row("10.1", "no number on page 1", "none", paper.numbers[1].text if 1 in paper.numbers else "none")
    yield from _letter_text_rows(paper, places, lower)


def _letter_head_rows(places: Places, rule: float) -> Iterator[Row]:
    number, title = places.first("number")[0], places.first("title")
    lines = [words[0] for name in ("copy_number", "classification", "urgency") for words in places.all(name)]
    yield Row("10.1", "number below the rule: 7/8 of 3号", r.LETTER_GAP, number.top - rule)
    yield Row("10.1", "number, right", r.RIGHT, number.right)
    for at, line in enumerate(lines):
        yield Row("10.1", f"head line {at + 1}, top", number.top + at * r.PITCH, line.top)
        yield Row("10.1", f"head line {at + 1}, left", r.LEFT, line.left)
    if title:
        last = max(bottom(line) for line in (number, *lines))
        yield Row("10.1", "above the title: 空二行", r.TWO_BLANK, title[0].top - last)
        yield from (Row("10.1", f"title, line {at}, middle", r.AXIS, middle(line)) for at, line in enumerate(title, 1))


def _letter_text_rows(paper: Paper, places: Places, lower: list[HorizontalRule]) -> Iterator[Row]:
    last = [line for line in places.text if line.page == 1]
    if last and len(lower) == 2 and len(paper.sizes) > 1:
        yield Row("10.1", "text above the second rule: 7/8 of 3号", r.LETTER_GAP, lower[0].top - bottom(last[-1]))


def _double(rules: list[HorizontalRule]) -> list[HorizontalRule]:
    return sorted(rules, key=lambda rule: rule.top)
