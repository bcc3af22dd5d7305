"""Pictures that stand over words and take no room: a seal presses the name and the date it is put to (GB/T 9704-2012 cl.
7.3.5.1). A span whose look says so keeps the place; without a picture in it nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from convert.kit.images.header import ImageInfo, image_info
from convert.layout.inlines import Chars
from convert.layout.lines import Measured
from convert.layout.offsets import offset
from convert.layout.result import ASCENT, Element, Line, Picture
from convert.layout.setting import Setting
from convert.model import Image, Inline, Math, Node, Note, Span
from convert.model.walk import children, nodes
from convert.style.sheet import Sheet
from convert.style.spans import OverLook


@dataclass(frozen=True, slots=True)
class Overlay:
    """What stands over the characters `[start, end)`, and how."""

    start: int
    end: int
    span: Span
    look: OverLook


def overlays(part: Sequence[Chars], sheet: Sheet) -> Iterator[Overlay]:
    """The overlays of a part of a text."""
    at = 0
    for _, group in groupby(part, lambda chars: id(chars.look.over)):
        covered = list(group)
        span = covered[0].look.over
        start, at = at, at + sum(len(chars.text) for chars in covered)
        if span is not None:
            yield Overlay(start, at, span, sheet.span(span).over)


def lay_over(line: Line, found: Iterable[Overlay], measured: Measured, element: Element, setting: Setting) -> None:
    """Put the overlays whose words begin in a line, which are `found`, over it, and keep the room that they need below it."""
    for overlay in found:
        left, right = _edges(overlay, line, measured)
        line.reach = max(line.reach, overlay.look.reach(line.size))
        middle = (1 / 2 - ASCENT) * line.size - overlay.look.rise
        for image in pictures_over(overlay.span):
            info = image_info(setting.media[image.media].data)
            if info is None:
                raise ValueError(f"not a picture: {image.media}")
            width, height = over_size(info, overlay.look)
            figure = (
                Element("figure", element, image, lang=image.lang, alt=image.alt) if image.alt else Element("artifact")
            )
            x, y = (left + right - width) / 2, middle - height / 2
            line.over = (*line.over, Picture(image.media, x, y, width, height, figure))


def over_size(info: ImageInfo, look: OverLook) -> tuple[float, float]:
    """Width and height of a picture that stands over words, in pt: it fills its square."""
    scale = look.size / max(info.width_pt, info.height_pt)
    return info.width_pt * scale, info.height_pt * scale


def pictures_over(span: Span) -> list[Image]:
    """The pictures that stand over a span's words."""
    return [node for node in nodes(span.children, notes=False) if isinstance(node, Image)]


def has_objects(inlines: Iterable[Inline], sheet: Sheet) -> bool:
    """Whether pictures or formulas stand among the words."""
    waiting: list[Node] = list(inlines)
    while waiting:
        inline = waiting.pop()
        if isinstance(inline, Image | Math):
            return True
        if not sheet.is_over(inline) and not isinstance(inline, Note):
            waiting += children(inline)
    return False


def _edges(overlay: Overlay, line: Line, measured: Measured) -> tuple[float, float]:
    """Where its words begin and end on a line, in pt from the line's `x`."""
    last = min(overlay.end, line.end) - 1
    inked = measured.cumulative[last + 1] - measured.cumulative[last] - measured.moves.get(last, 0.0)
    return offset(overlay.start, line, measured), offset(last, line, measured) + inked
