"""Where the files that come with Triptych are: the same answer from a wheel and from an editable install."""

from __future__ import annotations

import functools
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@functools.lru_cache(maxsize=1)
def styles_folder() -> Path:
    """The folder of the style files: inside the package in a wheel, beside it in a checkout."""
    installed = _PACKAGE / "styles"
    return installed if installed.is_dir() else _PACKAGE.parent / "styles"


def fonts_folder() -> Path:
    """The folder of the bundled faces."""
    return styles_folder() / "fonts"
