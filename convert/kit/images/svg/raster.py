"""An SVG drawing in pixels, by resvg (https://github.com/linebender/resvg)."""

from __future__ import annotations

import re
import subprocess
import sys

from lxml import etree

from convert.kit.images.svg.lettering import NONE, Lettering
from convert.kit.images.svg.source import Drawing

_DPI = 300
_PX_PER_INCH = 96
_LEAST, _MOST = 600, 1900
"""Pixels of the longer side: a small drawing may be printed large, and no type area is wider at 300 dpi."""


_QUICK = 2_000_000_000  # pixels
_LAYER = 8  # what is put together apart before it is laid over the rest is that much more work
_LAYERED = re.compile(rb"[\s;\"{](?:opacity|mask|filter|clip-path|mix-blend-mode)\s*[:=]")
_MEMORY = 1 << 30  # bytes
_PATIENCE = 4  # times as many seconds by the clock as of a processor: others want it, too
_UNDRAWN = 3
_TRIAL = f"""
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1]) + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[2]), int(sys.argv[2])))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, ValueError, OSError):
    pass
import resvg_py
try:
    resvg_py.svg_to_bytes(svg_string=sys.stdin.buffer.read().decode(), skip_system_fonts=True)
except BaseException as error:
    print(error, file=sys.stderr)
    sys.exit({_UNDRAWN})
"""


def raster(drawing: Drawing, lettering: Lettering = NONE, width: int = 0) -> bytes:
    """A PNG of the drawing, `width` pixels wide or as a page at 300 dpi needs it. Raises ValueError where it cannot be
    drawn."""
    import resvg_py

    svg = _scaled(drawing, width)
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
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


def is_heavy(drawing: Drawing) -> bool:
    """Whether it may take seconds to draw, or much memory: as if all its shapes were as large as the picture."""
    scale = _scale(drawing, 0)
    weight = drawing.weight * (_LAYER if _LAYERED.search(drawing.data) else 1)
    return weight * drawing.width * drawing.height * scale * scale > _QUICK


def is_drawn_within(drawing: Drawing, seconds: int) -> bool:
    """Whether the drawing takes no more seconds of a processor and no more memory than it may. Nothing short of drawing it tells:
    another process tries, which can be stopped. Raises ValueError where it cannot be drawn."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _TRIAL, str(seconds), str(_MEMORY)],
            input=_scaled(drawing).encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_PATIENCE * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    if done.returncode == _UNDRAWN:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip()[-200:])
    return done.returncode == 0


def _scale(drawing: Drawing, width: int) -> float:
    longer = max(drawing.width, drawing.height)
    return width / drawing.width if width else min(max(longer * _DPI / _PX_PER_INCH, _LEAST), _MOST) / longer


def _scaled(drawing: Drawing, width: int = 0) -> str:
    scale = _scale(drawing, width)
    root = etree.fromstring(drawing.data)
    root.set("width", str(max(round(drawing.width * scale), 1)))  # resvg would round the size before it scales
    root.set("height", str(max(round(drawing.height * scale), 1)))
    return str(etree.tostring(root, encoding="unicode"))
