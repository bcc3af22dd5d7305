"""The faces of the elements: cl. 5.2.2, 7.2, 7.3, 7.4, 7.5, 10.3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convert.measure.pdf import Glyph, Line
from tests.official.fixtures import Fixture
from tests.official.paper import Paper, Places
from tests.official.rows import Row

_FAMILIES = {
    "FandolFang": "仿宋",
    "FandolHei": "黑体",
    "FandolKai": "楷体",
    "FandolSong-Regular": "宋体",
    "FandolSong-Bold": "小标宋",
}
"""What the bundled faces stand for."""

_FACES = {
    "copy_number": ("7.2.1", "仿宋"),
    "classification": ("7.2.2", "黑体"),
    "urgency": ("7.2.3", "黑体"),
    "mark": ("7.2.4", "小标宋"),
    "ending": ("7.2.4", "小标宋"),
    "number": ("5.2.2", "仿宋"),
    "signers": ("7.2.6", "楷体"),
    "title": ("7.3.1", "小标宋"),
    "recipient": ("7.3.2", "仿宋"),
    "note": ("5.2.2", "仿宋"),
    "signature": ("5.2.2", "仿宋"),
    "post": ("5.2.2", "仿宋"),
    "date": ("5.2.2", "仿宋"),
    "annotation": ("5.2.2", "仿宋"),
    "label": ("7.3.7", "黑体"),
    "moved": ("7.4.2", "仿宋"),
    "cc": ("7.4.2", "仿宋"),
    "printing": ("7.4.3", "仿宋"),
}
_HEADINGS = (("一、", "黑体"), ("（一）", "楷体"))


def face_rows(fixture: Fixture, paper: Paper, places: Places) -> Iterator[Row]:
    """The face of each element's Chinese characters."""
    for name, (clause, face) in _FACES.items():
        glyphs = [glyph for words in places.all(name) for line in words for glyph in line.glyphs]
        if faces := _faces(glyphs):
            yield Row(clause, f"{name}, face", face, faces)
    for words in places.all("attendance"):
        label, rest = words[0].glyphs[:2], [glyph for line in words for glyph in line.glyphs][3:]
        yield Row("10.3", f"{words[0].text[:2]}, face", "黑体", _faces(label))
        yield Row("10.3", f"{words[0].text[:2]}, face of the names", "仿宋", _faces(rest))
    yield from _heading_rows(places.text)
    numbers = [glyph for line in paper.numbers.values() for glyph in line.glyphs]
    if numbers:
        yield Row("7.5", "page numbers, face", "宋体", _faces(numbers, everything=True))


def _heading_rows(lines: list[Line]) -> Iterator[Row]:
    """Headings that are lines of their own: those that end without a mark."""
    for start, face in _HEADINGS:
        own = [
            line
            for line in lines
            if line.text.startswith(start) and line.text[-1] not in "。，；：" and len(line.text) < 20
        ]
        if own:
            yield Row("7.3.3", f"headings {start}, face", face, _faces(own[0].glyphs))


def _faces(glyphs: Iterable[Glyph], *, everything: bool = False) -> str:
    fonts = {glyph.font for glyph in glyphs if everything or "\u4e00" <= glyph.char <= "\u9fff"}
    names = {next((name for part, name in _FAMILIES.items() if part in font), font) for font in fonts}
    return " ".join(sorted(names))
