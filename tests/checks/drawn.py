"""An official document drawn glyph by glyph, as a print shop would by the standard's figures, and each thing in it to be moved.

Glyphs without tags, as a foreign PDF has them; nothing is shared with our writers, and the figures are those of the
clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from convert.checks.facts import Facts
from convert.checks.pdf import Printed, facts_of
from convert.measure.pdf import Glyph, Picture, Stroke

MM = 72 / 25.4
CELL, PITCH = 156 / 28, 10.449  # mm: cl. 5.2.3
LEFT, TOP, RIGHT = 28.0, 37.0, 184.0
RED, BLACK = "#e00000", "#000000"
_ASCENT = 0.88  # of the em box
FACES = {"仿宋": "FandolFang-Regular", "黑体": "FandolHei-Regular", "楷体": "FandolKai-Regular", "小标宋": "FandolSong-Bold", "宋体": "FandolSong-Regular"}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """Text on a page: its left edge and the top of its characters in mm, its size in pt; `cell`: from character to
    character in mm (0: the characters' own width)."""

    text: str
    page: int
    left: float
    top: float
    face: str = "仿宋"
    size: float = 16
    color: str = BLACK
    cell: float = 0.0


@dataclass(frozen=True)
class Line:
    """A rule across a page, in mm, of a weight in pt."""

    page: int
    top: float
    left: float = LEFT
    right: float = RIGHT
    weight: float = 1.0
    color: str = BLACK


@dataclass(frozen=True)
class Seal:
    """A picture of a seal: its middle and its diameter in mm."""

    page: int
    center: float
    middle: float
    size: float = 42.0


Item = Words | Line | Seal


def row(number: int) -> float:
    """The top of a line of the grid, from 1."""
    return TOP + (number - 1) * PITCH


def body(text: str, page: int, number: int, indent: float = 0, face: str = "仿宋") -> Words:
    """A line of running text."""
    return Words(text, page, LEFT + indent * CELL, row(number), face, cell=CELL)


def flush_right(
    text: str, width: float, page: int, top: float, right: float, size: float = 16, face: str = "仿宋"
) -> Words:
    """Text that ends `right` characters before the type area's edge; `width`: its own, in characters."""
    em = CELL if size == 16 else size / MM
    return Words(text, page, RIGHT - (right + width) * em, top, face, size, cell=em)


_FULL = "会议指出要全面贯彻落实安全生产责任制坚决防范遏制重特大事故"[:28]


def official() -> dict[str, Item]:
    """The parts of a document of two pages, by name, each in the place that the standard gives it."""
    mark = "北江省应急管理厅文件"
    items: dict[str, Item] = {
        "copy-number": Words("000001", 1, LEFT, row(1), cell=CELL / 2),
        "classification": Words("机密★1年", 1, LEFT, row(2), "黑体", cell=CELL),
        "urgency": Words("特急", 1, LEFT, row(3), "黑体", cell=CELL),
        "mark": Words(mark, 1, 106 - len(mark) * 6, 71.3, "小标宋", 34, RED, cell=12),
        "number": Words("北应急〔2025〕12号", 1, 106 - 10 * CELL / 2, 108.0, cell=CELL),
        "rule": Line(1, 108 + 5.64 + 4, color=RED),
        "title1": Words("关于进一步加强汛期", 1, 106 - 9 * 7.76 / 2, 141.0, "小标宋", 22, cell=7.76),
        "title2": Words("安全防范工作的紧急通知", 1, 106 - 11 * 7.76 / 2, 153.7, "小标宋", 22, cell=7.76),
        "recipient": body("各市应急管理局：", 1, 14),
    }
    items["number"] = _number(106, 108.0)
    for n in range(15, 23):
        items[f"text{n}"] = body(_FULL if n > 15 else _FULL[:26], 1, n, 2 if n == 15 else 0)
    for n in range(1, 6):
        items[f"more{n}"] = body(_FULL, 2, n)
    return items | {
        "end": body("落实安全生产责任制。", 2, 6),
        "heading1": body("一、压实责任", 2, 7, 2, "黑体"),
        "heading2": body("（一）明确人员", 2, 8, 2, "楷体"),
        "last": body("各地要认真落实上述要求。", 2, 9, 2),
        "note": body("附件：重点隐患点位清单", 2, 11, 2),
        "signature": flush_right("北江省应急管理厅", 8, 2, row(13), 4 + (6.5 - 8) / 2),
        "date": _date(2, row(14), 4),
        "annotation": body("（此件公开发布）", 2, 15, 2),
        "seal": Seal(2, RIGHT - (4 + 6.5 / 2) * CELL, row(14) - 1),
        "first-rule": Line(2, 236.0, weight=0.992),
        "cc": Words("抄送：省委办公厅，省政府办公厅。", 2, LEFT + 14 / MM, 238.5, size=14, cell=14 / MM),
        "middle-rule": Line(2, 249.0, weight=0.709),
        "office": Words("北江省应急管理厅办公室", 2, LEFT + 14 / MM, 252.0, size=14, cell=14 / MM),
        "printed": _printed(252.0),
        "last-rule": Line(2, 262.0, weight=0.992),
        "page1": _page(1, RIGHT - 14 / MM - 3 * 14 / MM + 2.47),
        "page2": _page(2, LEFT + 14 / MM),
    }


def _number(center: float, top: float) -> Words:
    text = "北应急〔2025〕12号"
    return Words(text, 1, center - 9 * CELL / 2, top)


def _date(page: int, top: float, right: float) -> Words:
    return Words("2025年6月23日", page, RIGHT - (right + 6.5) * CELL, top)


def _printed(top: float) -> Words:
    em = 14 / MM
    return Words("2025年6月24日印发", 2, RIGHT - 9.5 * em, top, size=14)


def _page(number: int, left: float) -> Words:
    return Words(f"—{number}—", number, left, 269 - 14 / MM / 2, "宋体", 14)


def moved(items: dict[str, Item], name: str, dx: float = 0, dy: float = 0, **changes: Any) -> dict[str, Item]:
    """The document with one part changed, and moved to the right and down by so many mm."""
    item: Any = replace(items[name], **changes)
    match item:
        case Words():
            item = replace(item, left=item.left + dx, top=item.top + dy)
        case Line():
            item = replace(item, left=item.left + dx, right=item.right + dx, top=item.top + dy)
        case Seal():
            item = replace(item, center=item.center + dx, middle=item.middle + dy)
    return items | {name: item}


def without(items: dict[str, Item], *names: str) -> dict[str, Item]:
    """The document without some parts."""
    return {name: item for name, item in items.items() if name not in names}


def drawn(items: dict[str, Item], width: float = 210, height: float = 297, across: int = 0) -> Facts:
    """The document, measured; `across`: a page that is read so."""
    pages = max(item.page for item in items.values())
    glyphs = [glyph for item in items.values() if isinstance(item, Words) for glyph in _glyphs(item)]
    strokes = [
        Stroke(each.page, each.left, each.top, each.right, each.top, each.color, -1, each.weight)
        for each in items.values()
        if isinstance(each, Line)
    ]
    pictures = [_picture(item) for item in items.values() if isinstance(item, Seal)]
    sizes = [(height, width) if page == across else (width, height) for page in range(1, pages + 1)]
    return facts_of(Printed(sizes, glyphs, None, strokes, [], pictures), "drawn.pdf")


def _glyphs(item: Words) -> Iterator[Glyph]:
    """The glyphs of a text: Chinese ones with ink that leaves a twentieth of their box free, others half as wide."""
    em = item.size / MM
    left, baseline = item.left, item.top + _ASCENT * em
    for char in item.text:
        wide = not char.isascii()
        advance = (item.cell or em) * (1 if wide else 0.5)
        ink = left + 0.05 * em, item.top + 0.05 * em, left + (0.95 if wide else 0.45) * em, item.top + 0.95 * em
        if char in "—":
            ink = left, item.top + 0.47 * em, left + em, item.top + 0.53 * em
        face, middle = FACES[item.face], (ink[1] + ink[3]) / 2
        yield Glyph(
            item.page,
            char,
            left,
            left + (em if wide else em / 2),
            baseline,
            middle,
            item.size,
            face,
            -1,
            item.color,
            ink,
        )
        left += advance


def _picture(seal: Seal) -> Picture:
    half = seal.size / 2
    edges = seal.center - half, seal.middle - half, seal.center + half, seal.middle + half
    return Picture(seal.page, *edges, 500, 500, -1)
