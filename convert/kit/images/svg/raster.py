"""An SVG drawing in pixels, by resvg (https://github.com/linebender/resvg)."""

from __future__ import annotations

from lxml import etree

from convert.kit.images.svg.lettering import NONE, Lettering
from convert.kit.images.svg.source import Drawing

_DPI = 300
_PX_PER_INCH = 96
_LEAST, _MOST = 600, 1900
"""Pixels of the longer side: a small drawing may be printed large, and no type area is wider at 300 dpi."""


def raster(drawing: Drawing, lettering: Lettering = NONE, width: int = 0) -> bytes:
    """A PNG of the drawing, `width` pixels wide or as a page at 300 dpi needs it. Raises ValueError where it cannot be
    drawn."""
    import resvg_py

    longer = max(drawing.width, drawing.height)
    scale = width / drawing.width if width else min(max(longer * _DPI / _PX_PER_INCH, _LEAST), _MOST) / longer
    root = etree.fromstring(drawing.data)
    root.set("width", str(max(round(drawing.width * scale), 1)))  # resvg would round the size before it scales
    root.set("height", str(max(round(drawing.height * scale), 1)))
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=etree.tostring(root, encoding="unicode"),
                skip_system_fonts=True,
                font_files=[str(path) for path in lettering.files()] if b"<text" in drawing.data else None,
                font_family=lettering.generic("serif"),
                serif_family=lettering.generic("serif"),
                sans_serif_family=lettering.generic("sans-serif"),
                monospace_family=lettering.generic("monospace"),
            )
        )
    except BaseException as error:
        if (
            not isinstance(error, Exception) and type(error).__name__ != "PanicException"
        ):  # Rust's, which is no Exception
            raise
        raise ValueError(str(error)) from None
