"""What is drawn of a table besides its text: the grounds and rules of its cells, and its head where it comes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from convert.layout.bits import Bit
from convert.layout.result import BLACK, Element, Fill, Line, Picture, SetText, Stroke
from convert.layout.strips import CellBox
from convert.style.sheet import TableLook

_TOUCH = 0.01  # pt: rules so near to each other are one


class Marks:
    """Collects what is drawn around the cells of one slice."""

    def __init__(self, look: TableLook) -> None:
        self._look = look
        self._fills: list[Fill] = []
        self._edges: dict[
            tuple[bool, float, float], list[tuple[float, float]]
        ] = {}  # horizontal, where, weight → from, to

    def add(self, cell: CellBox, top: float, bottom: float, cuts: tuple[bool, bool] = (False, False)) -> None:
        """A cell between two heights. `cuts`: whether pages cut it above and below, where the rule between rows stands."""
        look, sides = self._look, cell.sides
        left, right = round(cell.x, 3), round(cell.x + cell.width, 3)
        top, bottom = round(top, 3), round(bottom, 3)
        if look.shade and cell.header:
            self._fills.append(Fill(left, top, right - left, bottom - top, look.shade))
        self._edge(True, top, look.rows if cuts[0] else sides.top, left, right)
        self._edge(True, bottom, look.rows if cuts[1] else sides.bottom, left, right)
        self._edge(False, left, sides.left, top, bottom)
        self._edge(False, right, sides.right, top, bottom)

    def _edge(self, horizontal: bool, at: float, weight: float, start: float, end: float) -> None:
        if weight:
            self._edges.setdefault((horizontal, at, weight), []).append((start, end))

    def drawn(self) -> list[Stroke | Fill]:
        """The grounds, and the rules, those that go on in one another as one."""
        strokes: list[Stroke | Fill] = []
        for (horizontal, at, weight), parts in self._edges.items():
            for start, end in _joined(parts):
                line = (start, at, end, at) if horizontal else (at, start, at, end)
                strokes.append(Stroke(*line, weight, BLACK))
        return [*self._fills, *strokes]


def _joined(parts: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    parts.sort()
    start, end = parts[0]
    for begin, stop in parts:
        if begin > end + _TOUCH:
            yield start, end
            start, end = begin, stop
        end = max(end, stop)
    yield start, end


def echo(bit: Bit, down: float) -> Bit:
    """A copy of a header's bit, `down` pt lower, that is not read out again."""
    artifact = Element("artifact")
    match bit.item:
        case Line() as line:
            return Bit(bit.top + down, bit.height, _echoed(line, artifact))
        case Picture() as picture:
            return Bit(bit.top + down, bit.height, replace(picture, element=artifact))
        case Stroke() | Fill():
            return replace(bit, top=bit.top + down)


def _echoed(line: Line, artifact: Element) -> Line:
    text = line.text
    runs = [replace(run, element=artifact) for run in text.runs]
    silent = SetText(text.text, runs, text.tracking, text.moves, artifact)
    return replace(line, text=silent, beside=[_echoed(each, artifact) for each in line.beside], notes=[])
