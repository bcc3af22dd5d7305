"""Pictures of every kind that are made here, all of one motif: a wide field whose four corners tell which way is up."""

from __future__ import annotations

import functools
import io
import zlib

from PIL import Image, ImageCms

SIZE = (96, 48)
CORNERS = {"nw": (200, 30, 30), "ne": (30, 160, 40), "sw": (30, 60, 200), "se": (240, 220, 60)}
"""The colours of the motif's quarters: north-west … south-east."""

_ORIENTATION = 0x0112
_STORED = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
           5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
           8: Image.Transpose.ROTATE_270}  # fmt: skip
"""How a camera held another way stores the motif (the inverse of what brings it upright)."""


def motif(size: tuple[int, int] = SIZE) -> Image.Image:
    """The motif, upright, in RGB."""
    (width, height), made = size, Image.new("RGB", size)
    for name, color in CORNERS.items():
        x, y = (width // 2 if name[1] == "e" else 0), (height // 2 if name[0] == "s" else 0)
        made.paste(color, (x, y, x + width // 2, y + height // 2))
    return made


def saved(picture: Image.Image, format: str, **options: object) -> bytes:
    """A picture as a file of a format."""
    buffer = io.BytesIO()
    picture.save(buffer, format, **options)
    return buffer.getvalue()


def turned(orientation: int, format: str = "JPEG") -> bytes:
    """The motif as a camera stores it, with the orientation that brings it upright."""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    stored = motif().transpose(_STORED[orientation]) if orientation in _STORED else motif()
    return saved(stored, format, exif=exif)


@functools.cache
def cmyk_profile() -> bytes:
    """A small ICC profile of a CMYK device: a table of two steps a colour, each node the sRGB colour of its inks."""
    return _table_profile(b"CMYK", 4)


def _table_profile(space: bytes, channels: int) -> bytes:
    """An output profile with an A2B0 table of type `mft1` into L*a*b* (ICC.1:2001-04, 6.5.9)."""
    nodes = bytearray()
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    for number in range(2**channels):
        inks = [(number >> (channels - 1 - place)) & 1 for place in range(channels)]
        black = 1 - inks[3]
        color = tuple(255 * (1 - ink) * black for ink in inks[:3])
        lab = ImageCms.applyTransform(Image.new("RGB", (1, 1), color), to_lab)
        assert lab is not None
        light, a, b = lab.getpixel((0, 0))  # type: ignore[misc]
        nodes += bytes((int(light), int(a), int(b)))
    straight = bytes(range(256))
    identity = b"".join((0x10000 if row == column else 0).to_bytes(4, "big") for row in range(3) for column in range(3))
    table = b"mft1\0\0\0\0" + bytes((channels, 3, 2, 0)) + identity + straight * channels + bytes(nodes) + straight * 3
    description = b"desc\0\0\0\0" + (5).to_bytes(4, "big") + b"test\0" + bytes(78)
    tags = {b"desc": description, b"cprt": b"text\0\0\0\0none\0", b"wtpt": b"XYZ \0\0\0\0" + _xyz(0.9642, 1, 0.8249),
            b"A2B0": table}  # fmt: skip
    at = 128 + 4 + 12 * len(tags)
    directory, body = len(tags).to_bytes(4, "big"), b""
    for name, content in tags.items():
        content += bytes(-len(content) % 4)
        directory += name + (at + len(body)).to_bytes(4, "big") + len(content).to_bytes(4, "big")
        body += content
    head = bytearray(128)
    head[0:4] = (at + len(body)).to_bytes(4, "big")
    head[8:12], head[12:16], head[16:20], head[20:24] = b"\x02\x10\0\0", b"prtr", space, b"Lab "
    head[24:36], head[36:40], head[68:80] = bytes((7, 0xE9, 0, 1, 0, 1)) + bytes(6), b"acsp", _xyz(0.9642, 1, 0.8249)
    return bytes(head) + directory + body


def _xyz(*values: float) -> bytes:
    return b"".join(round(value * 65536).to_bytes(4, "big") for value in values)


@functools.cache
def rgb_profile() -> bytes:
    """An ICC profile of an RGB device. Little CMS writes the time into it: it is made once."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """An RGB profile whose device shows red where others show green: a test sees whether it is obeyed."""
    data = rgb_profile()
    return data.replace(b"rXYZ", b"?XYZ", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"?XYZ", b"gXYZ", 1)


def frames(format: str) -> bytes:
    """Two frames or pages, the motif first."""
    return saved(motif(), format, save_all=True, append_images=[Image.new("RGB", SIZE, "black")], lossless=True)


def metafile(kind: str) -> bytes:
    """The header of a Windows metafile ([MS-EMF] 2.3.4.2, [MS-WMF] 2.3.2.3)."""
    if kind == "WMF":
        return b"\xd7\xcd\xc6\x9a" + bytes(18) + b"\x01\0\x09\0\0\x03" + bytes(12)
    return b"\x01\0\0\0\x6c\0\0\0" + bytes(32) + b" EMF" + bytes(64)


def bomb() -> bytes:
    """A small PNG that says it is 60,000 pixels wide and high."""
    head = saved(motif((2, 2)), "PNG")
    body = b"IHDR" + (60000).to_bytes(4, "big") * 2 + head[24:29]
    return head[:12] + body + zlib.crc32(body).to_bytes(4, "big") + head[33:]


@functools.cache
def every_kind() -> dict[str, bytes]:
    """The motif in every kind that can be printed, by a name that says what is special."""
    wide = motif()
    glass = motif().convert("RGBA")
    glass.putalpha(128)
    return {
        "png": saved(wide, "PNG"),
        "png-alpha": saved(glass, "PNG"),
        "png-palette": saved(wide.quantize(16), "PNG"),
        "png-palette-alpha": saved(wide.quantize(16), "PNG", transparency=255),
        "png-grey": saved(wide.convert("L"), "PNG"),
        "png-grey-alpha": saved(glass.convert("LA"), "PNG"),
        "png-bits": saved(wide.convert("1", dither=Image.Dither.NONE), "PNG"),
        "png-16-bits": saved(Image.new("I;16", SIZE, 0x8080), "PNG"),
        "png-profile": saved(wide, "PNG", icc_profile=rgb_profile()),
        "png-turned": turned(6, "PNG"),
        "jpeg": saved(wide, "JPEG", quality=95, subsampling=0),
        "jpeg-grey": saved(wide.convert("L"), "JPEG"),
        "jpeg-progressive": saved(wide, "JPEG", progressive=True, subsampling=0, quality=95),
        "jpeg-profile": saved(wide, "JPEG", icc_profile=rgb_profile(), subsampling=0, quality=95),
        "jpeg-turned": turned(6),
        "jpeg-mirrored": turned(5),
        "jpeg-cmyk": saved(wide.convert("CMYK"), "JPEG", quality=95),
        "jpeg-cmyk-profile": saved(wide.convert("CMYK"), "JPEG", quality=95, icc_profile=cmyk_profile()),
        "gif": saved(wide, "GIF"),
        "gif-moving": frames("GIF"),
        "webp": saved(wide, "WEBP", lossless=True),
        "webp-alpha": saved(glass, "WEBP", lossless=True),
        "webp-moving": frames("WEBP"),
        "webp-turned": turned(8, "WEBP"),
        "tiff": saved(wide, "TIFF"),
        "tiff-lzw": saved(wide, "TIFF", compression="tiff_lzw"),
        "tiff-jpeg": saved(wide, "TIFF", compression="jpeg", quality=95),
        "tiff-pages": saved(wide, "TIFF", save_all=True, append_images=[Image.new("RGB", SIZE, "black")]),
        "tiff-cmyk": saved(wide.convert("CMYK"), "TIFF"),
        "tiff-lab": saved(_lab(wide), "TIFF"),
        "tiff-bits": saved(wide.convert("1", dither=Image.Dither.NONE), "TIFF", compression="group4"),
        "tiff-turned": turned(6, "TIFF"),
        "bmp": saved(wide, "BMP"),
        "avif": saved(wide, "AVIF", quality=95, subsampling="4:4:4"),
        "jp2": saved(wide, "JPEG2000"),
    }


def _lab(picture: Image.Image) -> Image.Image:
    made = ImageCms.profileToProfile(
        picture, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert made is not None
    return made
