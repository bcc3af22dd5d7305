"""Pictures in packages, decoded."""

from __future__ import annotations

import io
import zipfile

from PIL import Image


def embedded_size(data: bytes) -> tuple[int, int]:
    """How many pixels the first picture in a package has across and down."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        name = next(name for name in package.namelist() if name.endswith((".png", ".jpg", ".jpeg")))
        with Image.open(io.BytesIO(package.read(name))) as found:
            return found.size
