"""Makes the pictures of the documents: `python -m tests.documents.generate_pictures`. One of each kind, all small."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

from tests.kit.images.samples import cmyk_profile

FOLDER = Path(__file__).parent / "pictures"

_RAIN = (42, 65, 88, 130, 212, 318, 405, 286, 174, 96, 58, 37)
_LEVELS = [
    27.2 + 1.9 * math.exp(-(((hour - 60) / 26) ** 2)) + 0.9 * math.exp(-(((hour - 108) / 14) ** 2))
    for hour in range(168)
]
_INK, _PAPER, _BLUE, _RED, _GREEN = (40, 40, 40), (255, 255, 255), (44, 96, 160), (184, 48, 40), (70, 130, 80)


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "rain.svg").write_text(rain_chart(), "utf-8")
    (FOLDER / "process.svg").write_text(flow_chart(), "utf-8")
    (FOLDER / "soft.svg").write_text(_SOFT, "utf-8")
    basin().save(FOLDER / "basin.png", optimize=True)
    seal().save(FOLDER / "seal.png", optimize=True)
    valley((480, 300)).save(FOLDER / "valley.jpg", quality=82)
    hydrograph().quantize(16).save(FOLDER / "hydrograph.gif")
    radar().save(FOLDER / "radar.webp", quality=80)
    gauge().save(FOLDER / "gauge.tif", compression="tiff_lzw")
    gauge().convert("1").save(FOLDER / "gauge.bmp")
    valley((300, 200)).convert("CMYK").save(FOLDER / "print.jpg", quality=80, icc_profile=cmyk_profile())
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright
    valley((300, 200)).transpose(Image.Transpose.ROTATE_90).save(FOLDER / "upright.jpg", quality=80, exif=exif)
    depths = Image.linear_gradient("L").resize((240, 60)).convert("I").point(lambda value: value * 257)
    depths.convert("I;16").save(FOLDER / "depth.png")


def rain_chart() -> str:
    """Rainfall by month, as programs draw it, with Chinese words."""
    bars, labels = [], []
    for month, value in enumerate(_RAIN):
        x, height = 60 + month * 44, value * 0.5
        bars.append(f'<rect class="bar" x="{x}" y="{240 - height:.1f}" width="28" height="{height:.1f}"/>')
        labels.append(f'<text x="{x + 14}" y="258" text-anchor="middle">{month + 1}月</text>')
        labels.append(f'<text x="{x + 14}" y="{234 - height:.1f}" text-anchor="middle">{value}</text>')
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 280" width="620" height="280"><title>各月降雨量</title>'
        "<style>.bar{fill:#2c60a0}.axis{stroke:#333;fill:none}text{font-family:SimSun,serif;font-size:13px;fill:#222}</style>"
        '<path class="axis" d="M50 20V240H600"/><text x="50" y="16">毫米</text>' + "".join(bars + labels) + "</svg>\n"
    )


def flow_chart() -> str:
    """Boxes with words, and arrows: clips, transforms, reused parts."""
    steps = ("监测", "会商", "预警", "响应", "复盘")
    boxes = "".join(
        f'<g transform="translate({20 + 120 * i} 30)"><use href="#box"/><text x="45" y="31" text-anchor="middle">{name}</text></g>'
        for i, name in enumerate(steps)
    )
    arrows = "".join(f'<path d="M{112 + 120 * i} 55h22m-8 -6l8 6l-8 6"/>' for i in range(len(steps) - 1))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 110" width="620" height="110"><title>五步流程</title>'
        '<defs><rect id="box" width="90" height="50" rx="8" fill="#eef3f8" stroke="#2c60a0"/></defs>'
        f'<g font-family="SimHei, sans-serif" font-size="18">{boxes}</g><g fill="none" stroke="#333">{arrows}</g></svg>\n'
    )


_SOFT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80" width="300" height="80"><title>水面</title>
<defs><filter id="blur"><feGaussianBlur stdDeviation="3"/></filter><linearGradient id="water" x1="0" x2="0" y1="0" y2="1">
<stop offset="0" stop-color="#9cc4e4"/><stop offset="1" stop-color="#1f4e79"/></linearGradient></defs>
<rect width="300" height="80" fill="url(#water)"/><path d="M0 30Q75 10 150 30T300 30" fill="none" stroke="#fff" stroke-width="5" filter="url(#blur)"/></svg>
"""


def basin() -> Image.Image:
    """A river with its stations."""
    picture = Image.new("RGB", (520, 320), (236, 240, 228))
    draw = ImageDraw.Draw(picture)
    course = [(20 + 8 * t, 160 + 70 * math.sin(t / 9) + 20 * math.sin(t / 3)) for t in range(61)]
    draw.line(course, fill=_BLUE, width=7, joint="curve")
    for branch in (12, 28, 44):
        x, y = course[branch]
        draw.line([(x, y), (x + 30, y - 60), (x + 20, y - 130)], fill=_BLUE, width=3, joint="curve")
    for station in range(4, 60, 8):
        x, y = course[station]
        draw.ellipse((x - 6, y - 6, x + 6, y + 6), fill=_RED, outline=_PAPER)
    draw.rectangle((0, 0, 519, 319), outline=_INK)
    return picture.quantize(32).convert("P")


def seal() -> Image.Image:
    """A round mark on glass."""
    picture = Image.new("RGBA", (160, 160), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((6, 6, 154, 154), outline=(*_RED, 200), width=8)
    points = [
        (
            80 + (48 if k % 2 == 0 else 19) * math.sin(k * math.pi / 5),
            80 - (48 if k % 2 == 0 else 19) * math.cos(k * math.pi / 5),
        )
        for k in range(10)
    ]
    draw.polygon(points, fill=(*_RED, 200))
    return picture


def valley(size: tuple[int, int]) -> Image.Image:
    """Hills behind each other in the haze, as a photograph would have them."""
    width, height = size
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        share = y / height
        draw.line((0, y, width, y), fill=(int(150 + 80 * share), int(190 + 40 * share), int(225 - 10 * share)))
    for depth in range(5):
        base = height * (0.45 + 0.13 * depth)
        shade = (110 - 18 * depth, 150 - 20 * depth, 140 - 22 * depth)
        ridge = [
            (
                x,
                base
                - height * 0.1 * math.sin(x / (38 - 4 * depth) + depth)
                - height * 0.05 * math.sin(x / 11 + 2 * depth),
            )
            for x in range(0, width + 4, 4)
        ]
        draw.polygon([(0, height), *ridge, (width, height)], fill=shade)
    return picture


def hydrograph() -> Image.Image:
    """The water level over a week."""
    picture = Image.new("RGB", (560, 240), _PAPER)
    draw = ImageDraw.Draw(picture)
    for line in range(5):
        draw.line((40, 30 + 45 * line, 540, 30 + 45 * line), fill=(210, 210, 210))
    draw.line((40, 95, 540, 95), fill=_RED, width=2)
    draw.line([(40 + 3 * hour, 210 - 70 * (level - 27)) for hour, level in enumerate(_LEVELS)], fill=_BLUE, width=3)
    draw.rectangle((40, 30, 540, 210), outline=_INK)
    return picture


def radar() -> Image.Image:
    """Echoes around a station."""
    picture = Image.new("RGB", (300, 300), (18, 24, 36))
    draw = ImageDraw.Draw(picture)
    for ring in range(3, 30, 2):
        shade = (20 + 7 * ring, 200 - 5 * ring, 60)
        draw.arc(
            (150 - 5 * ring, 150 - 5 * ring, 150 + 5 * ring, 150 + 5 * ring),
            17 * ring,
            17 * ring + 120,
            fill=shade,
            width=8,
        )
    draw.line((150, 0, 150, 300), fill=(90, 90, 90))
    draw.line((0, 150, 300, 150), fill=(90, 90, 90))
    return picture


def gauge() -> Image.Image:
    """A staff in the water, in grey."""
    picture = Image.new("L", (120, 300), 235)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((45, 10, 75, 290), fill=255, outline=30)
    for mark in range(28):
        draw.rectangle((45, 10 + 10 * mark, 60 if mark % 5 else 75, 14 + 10 * mark), fill=30)
    draw.rectangle((0, 210, 119, 299), fill=150)
    return picture


if __name__ == "__main__":
    main()
