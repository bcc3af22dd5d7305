"""Pictures that float by a paragraph (ISO/IEC 29500-1, 20.4.2.3): how large they are, and where they hang."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from convert.measure.docx.numbers import number

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MM_PER_EMU = 25.4 / 914400
_BESIDE = {"column", "margin"}  # what counts from the type area's left edge
_BELOW = {"paragraph", "line"}


class Floating(NamedTuple):
    """A picture: from the left edge of the type area, from the top of its paragraph (None: it hangs on something else),
    its width and height, all in mm."""

    left: float | None
    top: float | None
    width: float
    height: float


def floating_in(paragraph: Any) -> Iterator[Floating]:
    """The pictures that float by a paragraph."""
    for anchor in paragraph.iter(f"{_WP}anchor"):
        extent = anchor.find(f"{_WP}extent")
        if extent is not None:
            yield Floating(
                _offset(anchor.find(f"{_WP}positionH"), _BESIDE),
                _offset(anchor.find(f"{_WP}positionV"), _BELOW),
                number(extent.get("cx")) * _MM_PER_EMU,
                number(extent.get("cy")) * _MM_PER_EMU,
            )


def _offset(position: Any, known: set[str]) -> float | None:
    offset = position.find(f"{_WP}posOffset") if position is not None else None
    if offset is None or position.get("relativeFrom") not in known:
        return None
    return number(offset.text) * _MM_PER_EMU
