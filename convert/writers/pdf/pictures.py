"""Pictures as image objects (ISO 32000-1, 8.9.5).

JPEG data go in as they are, PNG data as they are where nothing is transparent; transparency becomes a soft mask
(11.6.5.3), an ICC profile the picture's colour space (8.6.5.5), an orientation a form around the picture that turns it.
"""

from __future__ import annotations

from convert.kit.images.forms import Form
from convert.kit.images.header import ImageInfo, image_info
from convert.kit.images.jpeg import is_adobe
from convert.kit.images.kinds import JPEG
from convert.kit.images.pixels import screen_picture, to_png
from convert.kit.images.png import PngParts, png_parts
from convert.kit.images.profiles import usable
from convert.layout.pictures import Gallery
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Stream
from convert.writers.pdf.vectors import add_drawing

_LEVEL = 6
_CHANNELS = {"grey": 1, "rgb": 3, "cmyk": 4}
_SPACES = {1: (b"GRAY", b"/DeviceGray"), 3: (b"RGB ", b"/DeviceRGB"), 4: (b"CMYK", b"/DeviceCMYK")}
"""By their channels: what an ICC profile calls colours, and the space that the output intent describes."""

_TURNS = {
    2: b"-1 0 0 1 1 0", 3: b"-1 0 0 -1 1 1", 4: b"1 0 0 -1 0 1", 5: b"0 -1 -1 0 1 1", 6: b"0 -1 1 0 0 1",
    7: b"0 1 1 0 0 0", 8: b"0 1 -1 0 1 0",
}  # fmt: skip
"""Matrices that bring the unit square of a picture upright, by its orientation (Exif 2.32, 4.6.4)."""


class Pictures:
    """The pictures of one document, each embedded once."""

    def __init__(self, document: TaggedDocument, gallery: Gallery) -> None:
        self._document, self._gallery = document, gallery
        self._names: dict[str, str] = {}
        self._objects: dict[str, int] = {}
        self._profiles: dict[bytes, int] = {}

    def name(self, key: str) -> str:
        """The resource name of a picture."""
        if key not in self._names:
            name = self._names[key] = f"I{len(self._names) + 1}"
            self._objects[name] = self._embed(self._gallery.form(key, "pdf"))
        return self._names[key]

    def resource(self, name: str) -> bytes:
        """A reference to the object of a resource name."""
        return b"%d 0 R" % self._objects[name]

    def _embed(self, form: Form) -> int:
        if form.plot:
            return add_drawing(self._document, form.plot)
        data, info = form.data, image_info(form.data)
        if info is None:
            raise ValueError("not a picture")
        return self._jpeg(data, info) if info.type == JPEG.type else self._png(data, info)

    def _jpeg(self, data: bytes, info: ImageInfo) -> int:
        channels = _CHANNELS[info.colors]
        turned = info.orientation >= 5
        size = (info.height_px, info.width_px) if turned else (info.width_px, info.height_px)
        entries = b"/Filter/DCTDecode/BitsPerComponent 8/ColorSpace%s" % self._space(channels, info.profile)
        if channels == 4 and is_adobe(data):
            entries += b"/Decode[1 0 1 0 1 0 1 0]"
        number = self._add(size, data, entries)
        matrix = _TURNS.get(info.orientation)
        return number if matrix is None else self._turned(number, matrix)

    def _turned(self, picture: int, matrix: bytes) -> int:
        """A form one unit wide and high that draws a picture turned."""
        resources = b"/Resources<</XObject<</I %d 0 R>>>>" % picture
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[%s]" % matrix
        return self._document.add(Stream(b"/I Do", head + resources, -1))

    def _png(self, data: bytes, info: ImageInfo) -> int:
        parts = png_parts(data)
        if parts.plain:
            return self._rows(parts, info.profile)
        picture, profile = screen_picture(data)
        mask = b""
        if picture.mode in ("LA", "RGBA"):
            alpha = picture.getchannel("A")
            picture = picture.convert("L" if picture.mode == "LA" else "RGB")
            if alpha.getextrema() != (255, 255):
                mask = b"/SMask %d 0 R" % self._rows(png_parts(to_png(alpha)))
        return self._rows(png_parts(to_png(picture)), profile, mask)

    def _rows(self, parts: PngParts, profile: bytes = b"", entries: bytes = b"") -> int:
        """The data of a PNG as they are: deflated, each row with its filter (ISO 32000-1, 7.4.4.4)."""
        space = self._space(3 if parts.palette else parts.channels, profile)
        if parts.palette:
            space = b"[/Indexed %s %d<%s>]" % (space, len(parts.palette) // 3 - 1, parts.palette.hex().encode("ascii"))
        filters = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>" % (
            parts.channels, parts.bits, parts.width,
        )  # fmt: skip
        entries += b"%s/BitsPerComponent %d/ColorSpace%s" % (filters, parts.bits, space)
        return self._add((parts.width, parts.height), parts.data, entries)

    def _add(self, size: tuple[int, int], data: bytes, entries: bytes) -> int:
        head = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % size
        return self._document.add(Stream(data, head + entries, -1))

    def _space(self, channels: int, profile: bytes) -> bytes:
        """The colour space: the picture's own by its profile, else that of the output intent."""
        signature, device = _SPACES[channels]
        if not usable(profile, signature):
            return device
        if profile not in self._profiles:
            entries = b"/N %d/Alternate%s" % (channels, device) if channels != 4 else b"/N 4"
            self._profiles[profile] = self._document.add(Stream(profile, entries, _LEVEL))
        return b"[/ICCBased %d 0 R]" % self._profiles[profile]
