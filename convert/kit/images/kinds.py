"""What a picture is: told by its first bytes, never by a name."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

_ENOUGH = 64  # bytes that tell


class Kind(NamedTuple):
    """A format of pictures: its media type, what people call it, and the class of Pillow that reads it (`module.Class`;
    "" where none does: drawings, and what cannot be printed)."""

    type: str
    name: str
    reader: str = ""


PNG = Kind("image/png", "PNG", "PngImagePlugin.PngImageFile")
JPEG = Kind("image/jpeg", "JPEG", "JpegImagePlugin.JpegImageFile")
GIF = Kind("image/gif", "GIF", "GifImagePlugin.GifImageFile")
WEBP = Kind("image/webp", "WebP", "WebPImagePlugin.WebPImageFile")
TIFF = Kind("image/tiff", "TIFF", "TiffImagePlugin.TiffImageFile")
BMP = Kind("image/bmp", "BMP", "BmpImagePlugin.BmpImageFile")
AVIF = Kind("image/avif", "AVIF", "AvifImagePlugin.AvifImageFile")
JPEG_2000 = Kind("image/jp2", "JPEG 2000", "Jpeg2KImagePlugin.Jpeg2KImageFile")
WMF = Kind("image/wmf", "WMF (Windows metafile)")
SVG = Kind("image/svg+xml", "SVG")
EMF = Kind("image/emf", "EMF (Windows metafile)")

GZIP = b"\x1f\x8b"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SVG_ROOT = re.compile(
    r"\s*+(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[.*?\]\s*)?>)\s*+)*+<(?:[\w.-]+:)?svg[\s>/]", re.DOTALL
)
_BEGINNING = 8192  # bytes in which an XML document's root element begins

_SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", PNG),
    (0, b"\xff\xd8\xff", JPEG),
    (0, b"GIF87a", GIF),
    (0, b"GIF89a", GIF),
    (8, b"WEBP", WEBP),
    (0, b"II*\0", TIFF),
    (0, b"MM\0*", TIFF),
    (0, b"II+\0", TIFF),
    (0, b"MM\0+", TIFF),
    (0, b"II\xbc\x01", Kind("image/vnd.ms-photo", "JPEG XR")),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", JPEG_2000),
    (0, b"\xff\x4f\xff\x51", JPEG_2000),
    (0, b"\xd7\xcd\xc6\x9a", WMF),
    (0, b"\x01\0\x09\0\0", WMF),
    (0, b"\x02\0\x09\0\0", WMF),
    (40, b" EMF", EMF),
    (0, b"%PDF-", Kind("application/pdf", "PDF")),
    (0, b"%!PS", Kind("application/postscript", "PostScript")),
    (0, b"\xc5\xd0\xd3\xc6", Kind("application/postscript", "PostScript")),
    (0, b"8BPS", Kind("image/vnd.adobe.photoshop", "Photoshop")),
    (0, b"\xff\x0a", Kind("image/jxl", "JPEG XL")),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", Kind("image/jxl", "JPEG XL")),
    (0, b"\0\0\x01\0", Kind("image/vnd.microsoft.icon", "ICO")),
)
_BRANDS = {b"avif": AVIF, b"avis": AVIF, b"heic": Kind("image/heic", "HEIC"), b"heix": Kind("image/heic", "HEIC"),
           b"hevc": Kind("image/heic", "HEIC"), b"mif1": Kind("image/heif", "HEIF"),
           b"msf1": Kind("image/heif", "HEIF")}  # fmt: skip
"""What files of the ISO base media format (ISO/IEC 14496-12, 4.3) are, by their major brand."""


def kind_of(data: bytes) -> Kind | None:
    """What the picture is, whether it can be printed or not; None for what is no picture known here."""
    head = bytes(data[:_ENOUGH])
    if head[4:8] == b"ftyp":
        kind = _BRANDS.get(head[8:12])
        compatible = {head[at : at + 4] for at in range(16, min(int.from_bytes(head[:4], "big"), _ENOUGH), 4)}
        return AVIF if kind and kind is not AVIF and b"avif" in compatible else kind
    if (
        head[:2] == b"BM" and len(head) >= 18
    ):  # a common beginning of texts: its header's size has to be one that exists
        return BMP if int.from_bytes(head[14:18], "little") in (12, 16, 40, 52, 56, 64, 108, 124) else None
    kind = next((kind for at, magic, kind in _SIGNATURES if head.startswith(magic, at)), None)
    return SVG if kind is None and _is_svg(data) else kind


def _is_svg(data: bytes) -> bool:
    """Whether it is an SVG drawing, packed by gzip or not."""
    head = unpacked(data, _BEGINNING) if data.startswith(GZIP) else data[:_BEGINNING]
    codec = "utf-16" if head.startswith(_UTF_16) else "utf-8-sig"
    return _SVG_ROOT.match(head.decode(codec, "replace")) is not None


def unpacked(data: bytes, most: int) -> bytes:
    """What gzip packed, at most so many bytes of it; empty where it is damaged."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, most)
    except zlib.error:
        return b""
