"""Pictures as image objects. JPEG data goes in as it is; transparency becomes a soft mask (ISO 32000-1, 11.6.5.3)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from convert.diagnostics import Report
from convert.model import Media
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Stream

if TYPE_CHECKING:
    from PIL.Image import Image

_LEVEL = 6
_SPACES = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB"}


class Pictures:
    """The pictures of one document, each embedded once."""

    def __init__(self, document: TaggedDocument, media: dict[str, Media], report: Report) -> None:
        self._document, self._media, self._report = document, media, report
        self._names: dict[str, str] = {}
        self._objects: dict[str, int] = {}

    def name(self, key: str) -> str:
        """The resource name of a picture."""
        if key not in self._names:
            name = self._names[key] = f"I{len(self._names) + 1}"
            self._objects[name] = self._embed(self._media[key].data)
        return self._names[key]

    def resource(self, name: str) -> bytes:
        """A reference to the object of a resource name."""
        return b"%d 0 R" % self._objects[name]

    def _embed(self, data: bytes) -> int:
        from PIL import Image

        with Image.open(io.BytesIO(data)) as image:
            if image.format == "JPEG" and image.mode in _SPACES:
                return self._add(image, data, b"/Filter/DCTDecode", -1)
            alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
            plain = _plain(image)
        mask = b""
        if alpha is not None and alpha.getextrema() != (255, 255):
            mask = b"/SMask %d 0 R" % self._add(alpha, alpha.tobytes(), b"", _LEVEL)
        return self._add(plain, plain.tobytes(), mask, _LEVEL)

    def _add(self, image: Image, data: bytes, entries: bytes, level: int) -> int:
        size = b"/Width %d/Height %d" % image.size
        head = b"/Type/XObject/Subtype/Image%s/BitsPerComponent 8/ColorSpace%s" % (size, _SPACES[image.mode])
        return self._document.add(Stream(data, head + entries, level))


def _plain(image: Image) -> Image:
    """The picture in grey or sRGB, eight bits a channel, without transparency: what the output intent describes."""
    if image.mode in ("1", "L", "LA", "La"):
        return image.convert("L")
    if image.mode.startswith("I"):  # 16-bit grey
        return image.point(lambda value: value / 256).convert("L") if image.mode != "I" else image.convert("L")
    return image.convert("RGBA").convert("RGB") if image.has_transparency_data else image.convert("RGB")
