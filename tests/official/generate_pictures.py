"""Makes the sample seals and the sample signature stamp: `python -m tests.official.generate_pictures`.

Plain rings that say 样章 (sample seal), so that nobody can take them for real ones.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from convert.kit.resources import fonts_folder

FOLDER = Path(__file__).parent / "pictures"
_RED, _GLASS = (214, 32, 32, 220), (0, 0, 0, 0)
_SIDE, _RING = 496, 12  # pixels: 42 mm at 300 dpi
_ORDINALS = "一二三四"


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for number, ordinal in enumerate(_ORDINALS, 1):
        _save(seal(f"样章{ordinal}"), f"seal-{number}")
    _save(stamp("样章"), "stamp-1")


def seal(words: str) -> Image.Image:
    """A ring that fills the picture, words in its upper part: names and dates stand at its middle and below."""
    picture = Image.new("RGBA", (_SIDE, _SIDE), _GLASS)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0, 0, _SIDE - 1, _SIDE - 1), outline=_RED, width=_RING)
    place = _SIDE / 2, _SIDE / 4
    draw.text(place, words, fill=_RED, font=_face("FandolHei-Regular.otf", 88), anchor="mm")
    return picture


def stamp(words: str) -> Image.Image:
    """Words in a frame that fills the picture, about as large as a name written by hand."""
    width, height = 354, 142  # 30 × 12 mm
    picture = Image.new("RGBA", (width, height), _GLASS)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width - 1, height - 1), outline=_RED, width=5)
    draw.text((width / 2, height / 2), words, fill=_RED, font=_face("FandolKai-Regular.otf", 110), anchor="mm")
    return picture


def _face(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts_folder() / file), size)


def _save(picture: Image.Image, name: str) -> None:
    quantized = picture.quantize(16, Image.Quantize.FASTOCTREE)
    quantized.save(FOLDER / f"{name}.png", optimize=True, dpi=(300, 300))


if __name__ == "__main__":
    main()
