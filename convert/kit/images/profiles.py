"""ICC profiles (ICC.1:2010, 7.2): which of them describe a picture, and colours brought to sRGB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_SHORTEST = 132  # bytes of a header and an empty table of tags
_CLASSES = (b"scnr", b"mntr", b"prtr", b"spac")  # ISO 19005-2, 6.2.4.2 with ISO 32000-1, 8.6.5.5
_NEWEST = 4  # major version; ISO 19005-2 allows up to ICC.1:2010
_BLACK_POINT = 0x2000  # Little CMS: cmsFLAGS_BLACKPOINTCOMPENSATION


def usable(profile: bytes, space: bytes) -> bool:
    """Whether it is a profile of a device with colours of a space (`RGB `, `GRAY`, `CMYK`) that a PDF/A may hold."""
    return (
        len(profile) >= _SHORTEST
        and int.from_bytes(profile[:4], "big") <= len(profile)
        and profile[36:40] == b"acsp"
        and profile[12:16] in _CLASSES
        and profile[16:20] == space
        and 2 <= profile[8] <= _NEWEST
        and _opens(profile)
    )


def _opens(profile: bytes) -> bool:
    from PIL import ImageCms

    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return True


def to_srgb(picture: Image, profile: bytes) -> Image:
    """A picture in CMYK or L*a*b* as sRGB: by its profile; without a usable one, CMYK as ink takes light away, which is
    near and no more."""
    from PIL import ImageCms

    if picture.mode != "LAB" and not usable(profile, b"CMYK"):
        return picture.convert("RGB")
    source = ImageCms.createProfile("LAB") if picture.mode == "LAB" else ImageCms.getOpenProfile(io.BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    try:
        made = ImageCms.profileToProfile(
            picture, source, srgb, ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB", flags=ImageCms.Flags(_BLACK_POINT)
        )
    except ImageCms.PyCMSError:  # a profile that opens and has no way to sRGB
        return picture.convert("RGB")
    return made or picture
