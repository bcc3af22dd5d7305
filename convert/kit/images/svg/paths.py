"""Outlines: path data and basic shapes (SVG 1.1, 8 and 9) as moves, lines and Bézier curves."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[str, tuple[Point, ...]]
"""`M` and `L` with a point, `C` with two control points and a point, `Z` with none."""

Path: TypeAlias = tuple[Segment, ...]

_NUMBER = r"([+-]?(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?+)"
_GAP = r"\s*+,?\s*+"  # possessive, as numbers are: digits without gaps are one number, however many would be wanted
_TOKEN = re.compile(rf"([MmLlHhVvCcSsQqTtAaZz])|{_NUMBER}")
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_ARC = re.compile(f"{_GAP}{_NUMBER}" * 3 + f"{_GAP}([01]){_GAP}([01])" + f"{_GAP}{_NUMBER}" * 2)
_KAPPA = 0.5522847498  # control points of a quarter of a circle


def path_of(data: str) -> Path:
    """Path data as segments with absolute points; as far as they can be read (SVG 1.1, F.2)."""
    return tuple(_Pen().segments(data))


class _Pen:
    """Follows path data: where it is, where the contour began, what the last control point was."""

    def __init__(self) -> None:
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None
        self.kind = ""  # of the last curve: C or Q

    def segments(self, data: str) -> Iterator[Segment]:
        for command, numbers in _commands(data):
            relative, name = command.islower(), command.upper()
            base = self.at if relative else (0.0, 0.0)
            if name == "A":
                yield from self._arc(numbers, base)
                continue
            if name in "HV":
                other = self.at[1] - base[1] if name == "H" else self.at[0] - base[0]
                numbers = [numbers[0], other] if name == "H" else [other, numbers[0]]
                name = "L"
            points = [(x + base[0], y + base[1]) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            yield self._step(name, points)

    def _step(self, name: str, points: list[Point]) -> Segment:
        last, kind = self.control if self.control and self.kind == ("C" if name in "CS" else "Q") else self.at, ""
        mirrored = (2 * self.at[0] - last[0], 2 * self.at[1] - last[1])
        control: Point | None = None
        match name:
            case "Z":
                self.at, self.control = self.start, None
                return "Z", ()
            case "C" | "S":
                first = points[0] if name == "C" else mirrored
                control, kind = points[-2], "C"
                made: Segment = ("C", (first, control, points[-1]))
            case "Q" | "T":
                control, kind = (points[0] if name == "Q" else mirrored), "Q"
                made = ("C", (*_cubic(self.at, control, points[-1]), points[-1]))
            case _:
                made = (name, (points[0],))
        if name == "M":
            self.start = points[0]
        self.at, self.control, self.kind = points[-1], control, kind
        return made

    def _arc(self, numbers: list[float], base: Point) -> Iterator[Segment]:
        end = (numbers[5] + base[0], numbers[6] + base[1])
        start, self.at, self.control = self.at, end, None
        radii, angle = (abs(numbers[0]), abs(numbers[1])), math.radians(numbers[2])
        if start == end:
            return
        if not all(radii):
            yield "L", (end,)
            return
        yield from arc(start, end, radii, angle, large=bool(numbers[3]), sweep=bool(numbers[4]))


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """The commands with their numbers, repeated ones each for itself; stops at what cannot be read."""
    at, command = 0, ""
    while at < len(data):
        if command.upper() == "A" and (match := _ARC.match(data, at)):
            yield command, [float(number) for number in match.groups()]
            at = match.end()
            continue
        numbers: list[float] = []
        size = _SIZES.get(command.upper(), 0)
        while len(numbers) < size and (match := _TOKEN.match(data, _blank(data, at))) and match[2]:
            numbers.append(float(match[2]))
            at = match.end()
        if size and len(numbers) == size and command.upper() != "A":
            yield command, numbers
            command = {"M": "L", "m": "l"}.get(command, command)
            continue
        match = _TOKEN.match(data, _blank(data, at))
        if numbers or match is None or not match[1] or (not command and match[1] not in "Mm"):
            return
        command, at = match[1], match.end()
        if command in "Zz":
            yield command, []


def _blank(data: str, at: int) -> int:
    while at < len(data) and data[at] in " \t\r\n\f,":
        at += 1
    return at


def _cubic(start: Point, control: Point, end: Point) -> tuple[Point, Point]:
    """The control points of a quadratic curve as a cubic one."""
    first, second = (
        (point[0] + 2 / 3 * (control[0] - point[0]), point[1] + 2 / 3 * (control[1] - point[1]))
        for point in (start, end)
    )
    return first, second


def arc(start: Point, end: Point, radii: Point, angle: float, *, large: bool, sweep: bool) -> Iterator[Segment]:
    """An elliptical arc as curves (SVG 1.1, F.6.5): `angle` in radians."""
    cos, sin = math.cos(angle), math.sin(angle)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    rx, ry = radii
    excess = (x / rx) ** 2 + (y / ry) ** 2
    if excess > 1:
        rx, ry = rx * math.sqrt(excess), ry * math.sqrt(excess)
    root = math.sqrt(max((rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1, 0.0)) * (1 if large != sweep else -1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    turn = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    middle = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)
    matrix = (cos * rx, sin * rx, -sin * ry, cos * ry, *middle)
    count = max(math.ceil(abs(turn) / (math.pi / 2) - 1e-9), 1)
    step = turn / count
    bend = 4 / 3 * math.tan(step / 4)
    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        points = (
            (math.cos(a) - bend * math.sin(a), math.sin(a) + bend * math.cos(a)),
            (math.cos(b) + bend * math.sin(b), math.sin(b) - bend * math.cos(b)),
            (math.cos(b), math.sin(b)),
        )
        made = tuple(_moved(point, matrix) for point in points)
        yield "C", (made[0], made[1], end if number == count - 1 else made[2])


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    """An ellipse or a circle."""
    k, l = _KAPPA * rx, _KAPPA * ry  # noqa: E741
    return (
        ("M", ((cx + rx, cy),)),
        ("C", ((cx + rx, cy + l), (cx + k, cy + ry), (cx, cy + ry))),
        ("C", ((cx - k, cy + ry), (cx - rx, cy + l), (cx - rx, cy))),
        ("C", ((cx - rx, cy - l), (cx - k, cy - ry), (cx, cy - ry))),
        ("C", ((cx + k, cy - ry), (cx + rx, cy - l), (cx + rx, cy))),
        ("Z", ()),
    )


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0, ry: float = 0.0) -> Path:
    """A rectangle, with round corners where both radii say so."""
    right, bottom = x + width, y + height
    if not rx or not ry:
        return polygon(((x, y), (right, y), (right, bottom), (x, bottom)))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    k, l = rx * (1 - _KAPPA), ry * (1 - _KAPPA)  # noqa: E741
    return (
        ("M", ((x + rx, y),)), ("L", ((right - rx, y),)), ("C", ((right - k, y), (right, y + l), (right, y + ry))),
        ("L", ((right, bottom - ry),)), ("C", ((right, bottom - l), (right - k, bottom), (right - rx, bottom))),
        ("L", ((x + rx, bottom),)), ("C", ((x + k, bottom), (x, bottom - l), (x, bottom - ry))),
        ("L", ((x, y + ry),)), ("C", ((x, y + l), (x + k, y), (x + rx, y))), ("Z", ()),
    )  # fmt: skip


def polygon(points: Iterable[Point], *, closed: bool = True) -> Path:
    """Straight lines through points."""
    made = tuple(("L" if number else "M", (point,)) for number, point in enumerate(points))
    return (*made, ("Z", ())) if closed and made else made


def bounds(path: Path) -> tuple[float, float, float, float]:
    """The box around a path (left, top, right, bottom), its curves exactly; all 0 for an empty one."""
    xs: list[float] = []
    ys: list[float] = []
    at: Point = (0.0, 0.0)
    for name, points in path:
        if name == "Z":
            continue
        if name == "C":
            for values, axis in ((xs, 0), (ys, 1)):
                values += _extremes(at[axis], *(point[axis] for point in points))
        at = points[-1]
        xs.append(at[0])
        ys.append(at[1])
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def _extremes(p0: float, p1: float, p2: float, p3: float) -> Iterator[float]:
    """The values of a curve where it turns."""
    a, b, c = 3 * (p3 - 3 * p2 + 3 * p1 - p0), 6 * (p2 - 2 * p1 + p0), 3 * (p1 - p0)
    if abs(a) < 1e-12:
        roots = [-c / b] if b else []
    else:
        inside = b * b - 4 * a * c
        roots = [(-b + sign * math.sqrt(inside)) / (2 * a) for sign in (1, -1)] if inside >= 0 else []
    for t in roots:
        if 0 < t < 1:
            u = 1 - t
            yield u**3 * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t**3 * p3


def transformed(path: Path, matrix: tuple[float, ...]) -> Path:
    """A path after a transformation (a b c d e f)."""
    return tuple((name, tuple(_moved(point, matrix) for point in points)) for name, points in path)


def _moved(point: Point, matrix: tuple[float, ...]) -> Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f
