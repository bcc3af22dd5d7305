"""Headings that are typed by hand: 一、（一）1.（1）第一章 第一条 (GB/T 9704-2012 cl. 7.3.3; laws by their own scheme).

A numbered line is a heading by what the document does with its number, not by its look alone:

- it counts: the first of its kind is 1 and each next one follows (a year, a decimal, an amount does not);
- it stands alone and short on its line, without an end mark; or it is one short sentence, and text follows before the
  next number. Lines that follow each other directly, number by number, are a list, and stay paragraphs;
- or it is *run in*: a short sentence opens the paragraph (一、加强领导。各地要…). The paragraph stays one: the sentence
  becomes a `Span` of the role `heading1` …, which the style sets in the heading's face.

Which kind stands above which is asked of the document (see `numbering.order`), and every kind has one level in it. What
the source itself marks as a heading is left alone, and tells the levels of the kinds it numbers by.

**Articles** (第一条 为了…) open paragraphs of law: their number becomes a `Span` of the role `article`, and what is
numbered below them stays text. **Typed lists** stay paragraphs: official documents set them so, and a `List` would
print numbers of its own in the place of those that were typed.
"""

from __future__ import annotations

from collections import Counter

from convert.model import Heading, Inline, Para, Span, Text, replace
from convert.model.walk import plain
from convert.passes.roles.lines import Lines
from convert.passes.roles.numbering import Kind, number_of, order
from convert.passes.roles.runs import CHAPTERS, Item, Run, numbered_lines, runs

_UPPER = CHAPTERS | {"cjk", "bracketed-cjk"}
_ARTICLES = 3  # as many numbered paragraphs of law make articles


def mark_headings(lines: Lines) -> None:
    """Make headings of the numbered lines that are such, and report each."""
    items = list(numbered_lines(lines))
    if all(item.level for item in items):
        return
    ranks = order([item.number for item in items])
    found = list(runs(lines, items, ranks))
    marked = {item.number.kind for item in items if item.level}
    chosen = [item for run in found for item in _headings(lines, run, ranks, marked)]
    taken = {item.at for item in chosen}
    articles = [item for run in found for item in run.items if item.number.kind == "article" and item.at not in taken]
    levels = _levels(chosen + [item for item in items if item.level], ranks)
    for item in chosen:
        _make_heading(lines, item, levels[item.number.kind])
    if len(articles) >= _ARTICLES:
        _make_articles(lines, articles)


# --- which of them are headings --------------------------------------------------------------------------------------


def _headings(lines: Lines, run: Run, ranks: dict[Kind, int], marked: set[Kind]) -> list[Item]:
    """The items of a finished run that are headings and that the source does not mark."""
    kind = run.items[0].number.kind
    follows = [_followed(lines, item, ranks) for item in run.items]
    text, number = follows.count(True), follows.count(False)
    listed = number > text if kind not in CHAPTERS else number > 0 and text == 0
    if listed or run.items[0].article or (run.rank == 0 and kind not in _UPPER | {"article"}):
        return []
    shapes = [item.shape for item in run.items]
    others = shapes.count("other")
    alone = kind not in marked and (text > 0 or kind in _UPPER) and (2 * others <= len(shapes) or kind in CHAPTERS)
    if kind == "article":  # of a contract, say: most have a line of their own
        alone = alone and 2 * shapes.count("alone") > len(shapes)
    opening = 3 * others <= len(shapes) and kind not in CHAPTERS | {"article"} and run.items[0].number.value == 1
    fits = {
        "alone": alone,
        "sentence": alone and opening and text > 0 and kind in _UPPER,
        "run-in": opening,
        "other": False,
    }
    return [
        item
        for item, followed in zip(run.items, follows, strict=True)
        if fits[item.shape] and not item.level and not (item.shape == "sentence" and followed is False)
    ]


def _followed(lines: Lines, item: Item, ranks: dict[Kind, int]) -> bool | None:
    """Whether text of its own follows an item (True) or the next of its kind (False); None where neither does. A run-in
    heading has its text with it."""
    if item.shape == "run-in":
        return True
    then = lines.next(item.at)
    if then >= len(lines) or (lines.role(then) and not isinstance(lines.blocks[then], Heading)):
        return None
    number = number_of(lines.texts[then])
    if number is None:
        return True
    if number.kind == item.number.kind:
        return False if number.value == item.number.value + 1 else None
    return True if ranks.get(number.kind, 99) > ranks[item.number.kind] else None


def _levels(items: list[Item], ranks: dict[Kind, int]) -> dict[Kind, int]:
    """The level of each kind: as the source has it, else one below the kind above it or the source's heading."""
    levels: dict[Kind, int] = {}
    above = 0
    for kind in sorted({item.number.kind for item in items}, key=ranks.__getitem__):
        own = [item for item in items if item.number.kind == kind]
        source = Counter(item.level for item in own if item.level).most_common(1)
        within = Counter(item.within for item in own).most_common(1)[0][0]
        level = source[0][0] if source else (above or within) + 1
        levels[kind] = above = min(level, 9)
    return levels


# --- making them -----------------------------------------------------------------------------------------------------


def _make_heading(lines: Lines, item: Item, level: int) -> None:
    block = lines.blocks[item.at]
    assert isinstance(block, Para)
    if item.shape != "run-in":
        lines.say(item.at, "heading-recognised", level=level)
        lines.blocks[item.at] = Heading(block.children, level, id=block.id, lang=block.lang, pos=block.pos)
        return
    opened = _opened(block, item.length, f"heading{level}")
    if opened:
        lines.report.add("heading-run-in", block.pos, text=lines.texts[item.at][: item.length], level=level)
        lines.blocks[item.at] = opened


def _make_articles(lines: Lines, articles: list[Item]) -> None:
    made = 0
    for item in articles:
        block = lines.blocks[item.at]
        opened = _opened(block, item.number.length, "article") if isinstance(block, Para) else None
        if opened:
            lines.blocks[item.at] = opened
            made += 1
    if made:
        lines.report.add("articles-recognised", lines.blocks[articles[0].at].pos, n=made)


def _opened(para: Para, length: int, role: str) -> Para | None:
    """The paragraph with its first characters in a span of a role; None where an inline lies across their end."""
    said = plain(para, notes=False)
    length += len(said) - len(said.lstrip())
    inner: list[Inline] = []
    for index, inline in enumerate(para.children):
        size = len(plain(inline, notes=False))
        if size <= length:
            inner.append(inline)
            length -= size
            continue
        rest = para.children[index:]
        if length:
            if not isinstance(inline, Text):
                return None
            inner.append(replace(inline, text=inline.text[:length]))
            rest = (replace(inline, text=inline.text[length:]), *rest[1:])
        return replace(para, children=(Span(tuple(inner), role=role), *rest)) if inner else None
    return None
