"""The imprint: cl. 7.4, and where it stands, cl. 7.5; that of letters, cl. 10.1."""

from __future__ import annotations

from collections.abc import Iterator

from tests.official import required as r
from tests.official.fixtures import Fixture
from tests.official.paper import Paper, Places, Words, bottom
from tests.official.rows import Row


def imprint_rows(fixture: Fixture, paper: Paper, places: Places) -> Iterator[Row]:
    """What stands at the foot of the last page."""
    printing = places.all("printing")
    notes = [(name, places.first(name)) for name in ("moved", "cc") if places.first(name)]
    if fixture.rules.style == "gbt9704-letter":
        yield from _letter_rows(paper, notes)
    elif printing:
        yield from _rule_rows(paper, places)
        yield from _place_rows(paper, printing[0])
    for name, words in notes:
        yield from _hanging_rows(name, words)
    if len(printing) == 2:
        office, date = printing[0][0], printing[1][0]
        yield Row("7.4.3", "printing office, left: 空一字", r.IMPRINT_LEFT, office.left)
        yield Row("7.4.3", "printing date, right: 空一字", r.IMPRINT_RIGHT, date.right)
        yield Row("7.4.3", "office and date on one line", office.baseline, date.baseline)
        yield Row("7.4.3", "printing line, size", r.SMALL_SIZE, office.size, "pt")


def _rule_rows(paper: Paper, places: Places) -> Iterator[Row]:
    office = places.all("printing")[0][0]
    notes = [words for name in ("moved", "cc") for words in places.all(name)]
    top = min([office.top, *(words[0].top for words in notes)])
    rules = paper.rules_between(office.page, top - 8, 270)
    weights = [r.THICK, r.THIN, r.THICK] if notes else [r.THICK, r.THICK]
    yield Row("7.4.1", "rules of the imprint", float(len(weights)), float(len(rules)), "")
    if len(rules) != len(weights):
        return
    for at, (rule, weight) in enumerate(zip(rules, weights, strict=True), 1):
        yield Row("7.4.1", f"rule {at}, weight (×10)", 10 * weight, 10 * rule.weight)
        yield Row("7.4.1", f"rule {at}, left", r.LEFT, rule.left)
        yield Row("7.4.1", f"rule {at}, right", r.RIGHT, rule.right)
    yield Row("7.4.1", "last rule on the type area's bottom", r.BOTTOM, rules[-1].middle)


def _place_rows(paper: Paper, office: Words) -> Iterator[Row]:
    page = office[0].page
    yield Row("7.4", "imprint on the last page", float(len(paper.sizes)), float(page), "")
    yield Row("GB/T 33476.2 7.3.1", "imprint on an even page", 0.0, float(page % 2), "")
    filled = {line.page for line in paper.lines}
    if page - 1 not in filled and page > 1:
        yield Row("7.5", "blank page without a number", "none", _number(paper, page - 1))
        yield Row("7.5", "imprint page without a number", "none", _number(paper, page))
    else:
        yield Row("7.5", "number of the imprint's page", f"—{page}—", _number(paper, page))


def _number(paper: Paper, page: int) -> str:
    return paper.numbers[page].text if page in paper.numbers else "none"


def _letter_rows(paper: Paper, notes: list[tuple[str, Words]]) -> Iterator[Row]:
    if notes:
        last = notes[-1][1][-1]
        yield Row("10.1", "imprint on the last page", float(len(paper.sizes)), float(last.page), "")
        yield Row("10.1", "imprint at the type area's bottom", (r.BOTTOM - 2.5, r.BOTTOM), bottom(last))
        yield Row("10.1", "no rules around the imprint", 0.0, float(len(paper.rules_between(last.page, 200, 265))), "")


def _hanging_rows(name: str, words: Words) -> Iterator[Row]:
    first = words[0]
    yield Row("7.4.2", f"{name}, left: 空一字", r.IMPRINT_LEFT, first.left)
    yield Row("7.4.2", f"{name}, size", r.SMALL_SIZE, first.size, "pt")
    begins = first.glyphs[first.text.index("：") + 1].left
    for line in words[1:]:
        yield Row("7.4.2", f"{name}, wrapped line", begins, line.left)
    for line in words[:-1]:
        yield Row(
            "7.4.2", f"{name}, right: 空一字", (r.IMPRINT_RIGHT - r.SMALL, r.IMPRINT_RIGHT + r.SMALL / 2), line.right
        )
