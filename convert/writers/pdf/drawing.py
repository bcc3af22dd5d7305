"""From positioned items to a page's content stream (ISO 32000-1, 8 and 9).

All text of a page goes into one text object; marked-content sequences begin and end inside it. What lies below and
above the text (fills, rules, underlines) is collected on the side and becomes artifacts. The work per line is small:
a text's glyph codes are worked out once, lines are slices of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from convert.kit.cjk import has_east_asian
from convert.layout.offsets import moves_of
from convert.layout.result import (
    ASCENT,
    Box,
    Element,
    Fill,
    Item,
    Line,
    Page,
    Picture,
    Portion,
    SetText,
    Stroke,
    link_of,
)
from convert.writers.pdf import adornment, operators
from convert.writers.pdf.elements import Annotated, Content, StructureElement
from convert.writers.pdf.encoding import Encoder, Piece
from convert.writers.pdf.glyphs import FormulaGlyphs
from convert.writers.pdf.links import Links
from convert.writers.pdf.objects import real
from convert.writers.pdf.pictures import Pictures
from convert.writers.pdf.reversal import edges_of, is_turned, show_reversed, stretches
from convert.writers.pdf.structure import INLINE, Structure, bounds

MULTIPLY = "Multiply"
"""The graphics state that colours what is there already."""
_BLACK = "#000000"
_SLANT = 0.21  # 12°: how far slanted letters lean (CSS Fonts 4, oblique, leaves 14° to the implementation)
_BOLDER = 0.03  # em: the outline that makes letters bold


@dataclass
class Drawn:
    """A page's content: operators, the resource names of its pictures and glyphs of formulas, its key in the parent tree, its
    annotations, whether it uses `MULTIPLY`."""

    content: str
    pictures: list[str]
    parents: int
    annotations: list[int]
    blended: bool


@dataclass
class Tools:
    """What all pages of a document share."""

    encoder: Encoder
    structure: Structure
    links: Links
    pictures: Pictures
    glyphs: FormulaGlyphs


class PageDrawing:
    """Draws one page, given its index."""

    def __init__(self, tools: Tools, page: Page, index: int) -> None:
        self._tools, self._page, self._index = tools, page, index
        self._below: list[str] = []
        self._text: list[str] = []
        self._above: list[str] = []
        self._owners: list[StructureElement] = []
        self._open: Element | None = None  # whose marked-content sequence is open
        self._in_text = False
        self._last: SetText | None = None
        self._font, self._spacing, self._rise, self._color = ("", 0.0), 0.0, 0.0, _BLACK
        self._outline: tuple[float, str] | None = None  # of bold letters
        self._pictures: dict[str, None] = {}
        self._blended = False
        self._annotations: list[int] = []

    def draw(self) -> Drawn:
        """Draw all items of the page, in reading order."""
        self._draw_all(self._page.items)
        self._close_text()
        parts = (*operators.artifact(self._below), *self._text, *operators.artifact(self._above))
        parents = self._tools.structure.owned_by(self._owners)
        return Drawn("\n".join(parts), list(self._pictures), parents, self._annotations, self._blended)

    def _draw_all(self, items: Iterable[Item]) -> None:
        for item in items:
            match item:
                case Line():
                    self._draw_line(item)
                case Picture():
                    self._draw_picture(item)
                case Portion():
                    self._draw_all(item.items())
                case Stroke():
                    y1, y2 = self._up(item.y1), self._up(item.y2)
                    self._above.append(operators.rule(item.x1, y1, item.x2, y2, item.weight, item.color))
                case Fill():
                    y = self._up(item.y + item.height)
                    self._below.append(operators.area(item.x, y, item.width, item.height, item.color))
                case _:
                    assert_never(item)

    def _up(self, y: float) -> float:
        """From layout's coordinates (from the top) to PDF's (from the bottom)."""
        return self._page.height - y

    # --- marked content ----------------------------------------------------------------------------------------------

    def _mark(self, owner: Element, *, turned: bool = False) -> None:
        """Make `owner` the element that what follows belongs to."""
        if owner is self._open:
            return
        self._close_mark()
        self._open = owner
        if owner.kind == "artifact":
            self._text.append(f"/Artifact<</Type/Pagination{_furniture(owner, turned=turned)}>>BDC")
            return
        node = self._tools.structure.of(owner)
        node.kids.append(Content(self._index, len(self._owners)))
        self._text.append(f"/{node.tag}<</MCID {len(self._owners)}>>BDC")
        self._owners.append(node)

    def _close_mark(self) -> None:
        if self._open is not None:
            self._text.append("EMC")
            self._open = None

    def _open_text(self) -> None:
        if not self._in_text:
            self._close_mark()
            self._text.append("BT")
            self._in_text = True

    def _close_text(self) -> None:
        self._close_mark()
        if self._in_text:
            self._text.append("ET")
            self._in_text = False

    # --- text --------------------------------------------------------------------------------------------------------

    def _draw_line(self, line: Line) -> None:
        text = line.text
        if line.start >= line.end:
            if text.element.kind != "artifact":
                self._tools.structure.of(text.element)  # an empty cell is still a cell
            return
        encoded = self._tools.encoder.encode(text)
        self._separate(line)
        end = line.end + text.text.startswith(" ", line.end)  # the space that hangs at the line's end: words stay apart
        moves = moves_of(text, line.start, line.end - 1)
        place: float | None = line.x - line.lead
        slanted = False
        cut = encoded.boxed or encoded.slanted
        edges = {start: edges for _, start, edges in adornment.placed_runs(line)} if cut else {}
        turned = edges_of(line) if is_turned(line) else None
        first = bisect_right(encoded.starts, line.start) - 1
        for piece in encoded.pieces[first : bisect_left(encoded.starts, end, first)]:
            if piece.box:
                left, right = edges[piece.start]
                self._draw_box(piece.box, piece.owner, left, self._up(line.y) + piece.rise, ink=piece.color)
                place = right
                continue
            self._open_text()
            self._mark(piece.owner, turned=line.turned)
            self._set_state(piece, text.tracking + line.stretch)
            if turned is not None:
                self._draw_turned(piece, line, end, moves, turned)
                continue
            if place is None and piece.slanted is not slanted:
                place = edges[piece.start][0]
            if place is not None:
                self._text.append(self._place(place, line, slanted=piece.slanted))
                place, slanted = None, piece.slanted
            shown = _show(piece, max(piece.start, line.start), min(piece.end, end), moves)
            self._text.append(operators.meaning(shown, piece.meaning) if piece.meaning else shown)
        if encoded.adorned:
            self._adorn(line)
        self._last = text
        for picture in line.over:
            self._draw_over(replace(picture, x=line.x + picture.x, y=line.y + picture.y))
        for each in line.beside:
            self._draw_line(replace(each, x=line.x + each.x, y=line.y + each.y))
            self._last = text

    def _draw_turned(
        self,
        piece: Piece,
        line: Line,
        end: int,
        moves: list[tuple[int, float]],
        edges: Mapping[int, tuple[float, float]],
    ) -> None:
        """Draw a piece of a line with scripts from right to left, each stretch of one direction at its place. `end`: of the line,
        with the space that hangs there."""
        for stretch in stretches(line):
            start, stop = max(stretch.start, piece.start), min(stretch.end, piece.end)
            if start >= stop:
                continue
            first = stop - 1 if stretch.is_right else start
            self._text.append(self._place(edges[first][0], line, slanted=piece.slanted))
            if stretch.is_right and not piece.meaning:
                self._text.append(show_reversed(piece, start, stop, edges))
            else:
                shown = _show(piece, start, stop, moves)
                self._text.append(operators.meaning(shown, piece.meaning) if piece.meaning else shown)
        if piece.start <= line.end < min(piece.end, end):
            self._text.append(_show(piece, line.end, end, []))

    def _place(self, x: float, line: Line, *, slanted: bool) -> str:
        """Where the characters that follow begin, and whether they lean."""
        axes = "0 -1 1 0" if line.turned else f"1 0 {_SLANT if slanted else 0} 1"
        return f"{axes} {x:.2f} {self._up(line.y):.2f} Tm"

    def _separate(self, line: Line) -> None:
        """A forced line break inside a paragraph is read as a space, save between Chinese characters, and where there is one already."""
        last, text = self._last, line.text
        if (
            last is None
            or last is text
            or line.start
            or last.element is not text.element
            or self._open is not text.element
            or last.text.endswith(" ")
        ):
            return
        run = last.runs[-1]
        if run.face and run.face.covers(" ") and not (has_east_asian(last.text[-1]) and has_east_asian(text.text[0])):
            self._text.append(f"<{self._tools.encoder.fonts.of(run.face).encode(' ')}>Tj")

    def _set_state(self, piece: Piece, spacing: float) -> None:
        """Emit what differs from the text state that holds: it outlives text objects and marked content."""
        font = (piece.font, piece.size)
        if font != self._font:
            self._text.append(f"/{piece.font} {real(piece.size)} Tf")
            self._font = font
        if spacing != self._spacing:
            self._text.append(f"{spacing:.4f} Tc")
            self._spacing = spacing
        if piece.rise != self._rise:
            self._text.append(f"{real(piece.rise)} Ts")
            self._rise = piece.rise
        if piece.color != self._color:
            self._text.append(operators.color(piece.color))
            self._color = piece.color
        outline = (piece.size, piece.color) if piece.bold else None
        if outline != self._outline:
            self._text.append(operators.outline(_BOLDER * piece.size, piece.color) if piece.bold else "0 Tr")
            self._outline = outline

    def _adorn(self, line: Line) -> None:
        baseline = self._up(line.y)
        self._below += adornment.backgrounds(line, baseline)
        self._above += adornment.strokes(line, baseline)
        parts: dict[Element, list[float]] = {}
        for run, _, edges in adornment.placed_runs(line):
            link = link_of(run.element)
            if link and self._tools.links.is_live(link):
                parts.setdefault(link, []).extend((edges[0], edges[-1]))
        for link, edges in parts.items():
            self._annotate(link, line, edges, self._tools.encoder.encode(line.text).links[link])

    def _annotate(self, link: Element, line: Line, edges: list[float], words: str) -> None:
        node = self._tools.structure.of(link)
        top = self._up(line.y - ASCENT * line.size)
        box = (min(edges), top - line.size, max(edges), top)
        key = self._tools.structure.owned_by(node)
        number = self._tools.links.annotate(link, box, link.alt or words.strip() or link.target, key)
        node.kids.append(Annotated(self._index, number))
        self._annotations.append(number)

    # --- pictures ----------------------------------------------------------------------------------------------------

    def _draw_picture(self, picture: Picture) -> None:
        box = Box(picture.width, picture.height, 0.0, picture.media)
        self._draw_box(box, picture.element, picture.x, self._up(picture.y + picture.height), "Block")

    def _draw_over(self, picture: Picture) -> None:
        """Draw a picture as ink over the text: where its ground is white, the text shows through (ISO 32000-1, 11.3.5)."""
        self._blended = True
        self._close_text()
        self._text.append(f"q /{MULTIPLY} gs")
        self._draw_picture(picture)
        self._text.append("Q")

    def _draw_box(
        self, box: Box, owner: Element, x: float, baseline: float, placement: str = "Inline", ink: str = _BLACK
    ) -> None:
        """Draw what a box holds, from `x` on the baseline (in PDF's coordinates)."""
        self._close_text()
        self._mark(owner)
        y, height = baseline - box.depth, box.height + box.depth
        if isinstance(box.content, str):
            name = self._tools.pictures.name(box.content)
            self._pictures[name] = None
            self._text.append(operators.image(name, x, y, box.width, height))
        else:
            names = [self._tools.glyphs.name(glyph.shape) for glyph in box.content.glyphs]
            self._pictures |= dict.fromkeys(names)
            self._text.append(operators.formula(box.content, names, x, baseline, box.width / box.content.width, ink))
        self._close_mark()
        if owner.kind != "artifact":
            node = self._tools.structure.of(owner)
            one = not node.attributes  # what is cut into lines has no one place
            node.attributes = bounds(x, y, box.width, height, placement) if one else INLINE


def _furniture(owner: Element, *, turned: bool) -> str:
    """Which kind of pagination artifact it is, and the edge of the page that it stands at (table 330)."""
    if not owner.furniture:
        return ""
    top, bottom = ("Right", "Left") if turned else ("Top", "Bottom")
    edge = top if owner.furniture == "header" else bottom
    return f"/Attached[/{edge}]/Subtype/{owner.furniture.capitalize()}"


def _show(piece: Piece, start: int, end: int, moves: list[tuple[int, float]]) -> str:
    """Show the characters `[start, end)`, with `moves` (pt) after single ones of them."""
    digits, base = piece.digits, piece.start
    parts: list[str] = []
    at = start
    for place, move in moves:
        if start <= place < end:
            codes = piece.codes[digits * (at - base) : digits * (place + 1 - base)]
            parts.append(f"<{codes}>{-1000 * move / piece.size:.1f}")
            at = place + 1
    rest = piece.codes[digits * (at - base) : digits * (end - base)]
    if not parts:
        return f"<{rest}>Tj"
    return f"[{''.join(parts)}{f'<{rest}>' if rest else ''}]TJ"
