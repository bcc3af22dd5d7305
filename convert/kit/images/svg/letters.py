"""Letters of a drawing as outlines, in the faces of the style: they look the same wherever the drawing is shown.

A picture in a book cannot use the book's faces, nor one in a Word file those of its text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from convert.kit.fonts import Face
from convert.kit.images.svg.elements import SVG
from convert.kit.images.svg.lettering import Faces, Lettering
from convert.kit.images.svg.styles import BeyondError, Style, length, style_of

_TEXT, _SPAN, _GROUP, _PATH, _TITLE = (f"{{{SVG}}}{name}" for name in ("text", "tspan", "g", "path", "title"))
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOLD = re.compile(r"bold|bolder|[6-9]00|1000")
_THICKER = 0.03  # em: the line around letters of a face that has no bold one
_SLANT = 0.2
_BASELINES = {"auto": 0.0, "alphabetic": 0.0, "middle": 0.26, "central": 0.35, "hanging": 0.8, "text-before-edge": 0.88}
"""How far below the given point the baseline lies, in em."""
_PLAIN = {"letter-spacing": ("normal", "0"), "word-spacing": ("normal", "0"), "writing-mode": ("lr", "lr-tb", "horizontal-tb"),
          "text-decoration": ("none",), "baseline-shift": ("baseline", "0"), "direction": ("ltr",)}  # fmt: skip
_PAINTS = ("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "opacity")


@dataclass(slots=True)
class _Run:
    """Characters of one style. `x`, `y`: where they begin, where the drawing says; `dx`, `dy`: how far they are moved."""

    text: str
    style: Style
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0


@dataclass(slots=True)
class _Chunk:
    """Runs that are aligned as one."""

    anchor: str
    x: float
    width: float = 0.0
    pieces: list[tuple[Style, float, float, str]] = field(default_factory=list)  # style, x, y, text


def set_letters(root: etree._Element, lettering: Lettering) -> bool:
    """Put outlines in place of the texts of a flattened drawing. False where some had to stay: no face has a character,
    or they ask for more than is known here."""
    complete = True
    for text, parent_style in list(_texts(root)):
        try:
            if parent_style is None:
                raise BeyondError("the style of what it is in")
            made = _outlined(text, style_of(text, parent_style), lettering)
        except BeyondError:
            complete = False
            continue
        parent = text.getparent()
        if parent is not None:
            made.tail = text.tail
            parent.replace(text, made)
    return complete


def _texts(root: etree._Element) -> Iterator[tuple[etree._Element, Style | None]]:
    """Every text with the style of what it is in, None where that is beyond what is known here."""
    stack: list[tuple[etree._Element, Style | None]] = [(root, {})]
    while stack:
        element, inherited = stack.pop()
        if element.tag == _TEXT:
            yield element, inherited
            continue
        try:
            style = None if inherited is None else style_of(element, inherited)
        except BeyondError:
            style = None
        stack.extend((child, style) for child in reversed(element))


def _outlined(text: etree._Element, style: Style, lettering: Lettering) -> etree._Element:
    group = etree.Element(_GROUP)
    for key in ("id", "transform", "opacity", "clip-path", "filter", "mask", "display", "visibility"):
        if key in text.attrib:
            group.set(key, text.get(key, ""))
    runs = _runs(text, style)
    words = "".join(run.text for run in runs)
    if words.strip():
        etree.SubElement(group, _TITLE).text = words  # what the outlines say, for whoever reads the file
    for chunk in _chunks(runs, lettering):
        left = chunk.x - {"middle": chunk.width / 2, "end": chunk.width}.get(chunk.anchor, 0.0)
        for piece_style, x, y, words in chunk.pieces:
            _put(group, piece_style, left + x, y, words, lettering)
    return group


def _runs(text: etree._Element, style: Style) -> list[_Run]:
    """The runs of a text, white space as XML's `default` has it (SVG 1.1, 10.15)."""
    runs: list[_Run] = []
    _gather(text, style, runs)
    keep = text.get(_XML_SPACE) == "preserve"
    before = " "
    for run in runs:
        run.text = re.sub(r"[\t\n\r]", " ", run.text) if keep else re.sub(r"[ \t\n\r]+", " ", run.text)
        if not keep and before.endswith(" "):
            run.text = run.text.lstrip(" ")
        before = run.text or before
    if runs and not keep:
        runs[-1].text = runs[-1].text.rstrip(" ")
    return runs


def _gather(element: etree._Element, style: Style, runs: list[_Run]) -> None:
    for key in ("rotate", "textLength", "style"):
        if key in element.attrib:
            raise BeyondError(key)
    em = float(style.get("font-size", "16"))
    first = _Run(element.text or "", style)
    for key in ("x", "y", "dx", "dy"):
        value = element.get(key, "").strip()
        if value:
            if re.search(r"[\s,]", value):
                raise BeyondError(f"a list of {key}")
            setattr(first, key, length(value, em))
    runs.append(first)
    for child in element:
        if child.tag == _SPAN:
            _gather(child, style_of(child, style), runs)
        elif child.tag != _TITLE:
            raise BeyondError(child.tag)
        runs.append(_Run(child.tail or "", style))


def _chunks(runs: list[_Run], lettering: Lettering) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    x = y = 0.0
    for run in runs:
        if run.x is not None or run.y is not None or not chunks:
            if chunks:
                x, y = chunks[-1].x + chunks[-1].width, y
            x, y = (x if run.x is None else run.x), (y if run.y is None else run.y)
            chunks.append(_Chunk(run.style.get("text-anchor", "start"), x))
        chunk = chunks[-1]
        y += run.dy
        chunk.width += run.dx
        if run.text:
            em = float(run.style.get("font-size", "16"))
            chunk.pieces.append((run.style, chunk.width, y + _baseline(run.style) * em, run.text))
            chunk.width += sum(face.advance[char] for face, char in _faced(run.text, run.style, lettering)) * em / 1000
    return chunks


def _baseline(style: Style) -> float:
    for name, plain in _PLAIN.items():
        if style.get(name, plain[0]) not in plain:
            raise BeyondError(name)
    name = style.get("dominant-baseline") or style.get("alignment-baseline") or "auto"
    if name not in _BASELINES:
        raise BeyondError(name)
    return _BASELINES[name]


def _family(style: Style, lettering: Lettering) -> Faces:
    faces = lettering.faces(style.get("font-family", ""))
    if faces is None:
        raise BeyondError("font-family")
    return faces


def _faced(text: str, style: Style, lettering: Lettering) -> Iterator[tuple[Face, str]]:
    """The characters with their faces. Raises BeyondError where none has one."""
    family = _family(style, lettering)
    faces = (family.bold if _is_bold(style) else ()) + family.regular
    for char in text:
        face = next((face for face in faces if face.covers(char)), None)
        if face is None:
            others = (face for other in lettering.families.values() for face in other.regular)
            face = next((face for face in others if face.covers(char)), None)
        if face is None:
            raise BeyondError(char)
        yield face, char


def _is_bold(style: Style) -> bool:
    return _BOLD.fullmatch(style.get("font-weight", "")) is not None


def _put(group: etree._Element, style: Style, x: float, y: float, text: str, lettering: Lettering) -> None:
    """Add the outlines of a run."""
    em = float(style.get("font-size", "16"))
    slant = _SLANT if style.get("font-style", "normal") != "normal" else 0.0
    bold = _family(style, lettering).bold
    parts: list[str] = []
    for face, char in _faced(text, style, lettering):
        scale = em / face.units_per_em
        parts += _glyph(face, char, (x, y, scale, scale * slant))
        x += face.advance[char] * em / 1000
    if not parts:
        return
    path = etree.SubElement(group, _PATH, d="".join(parts))
    for name in _PAINTS:
        if name in style and not (name == "opacity" and group.get("opacity")):
            path.set(name, style[name])
    if _is_bold(style) and not bold and style.get("stroke", "none") == "none":
        path.set("stroke", style.get("fill", "black"))
        path.set("stroke-width", f"{em * _THICKER:.4g}")


def _glyph(face: Face, char: str, placing: tuple[float, float, float, float]) -> Iterator[str]:
    x, y, scale, slant = placing
    for name, points in _outline(face, char):
        yield name
        yield " ".join(f"{x + px * scale + py * slant:.5g} {y - py * scale:.5g}" for px, py in points)


@functools.lru_cache(maxsize=4096)
def _outline(face: Face, char: str) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    """A glyph's outline in the face's units, as path commands."""
    made: list[tuple[str, tuple[tuple[float, float], ...]]] = []
    face.hb_font.draw_glyph(face.glyph[ord(char)], _pen(), made)
    return tuple(made)


@functools.cache
def _pen() -> Any:
    import uharfbuzz as hb

    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, made: made.append(("M", ((x, y),))))
    pen.set_line_to_func(lambda x, y, made: made.append(("L", ((x, y),))))
    pen.set_quadratic_to_func(lambda a, b, x, y, made: made.append(("Q", ((a, b), (x, y)))))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, made: made.append(("C", ((a, b), (c, d), (x, y)))))
    pen.set_close_path_func(lambda made: made.append(("Z", ())))
    return pen
