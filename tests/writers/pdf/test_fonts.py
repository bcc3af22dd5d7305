"""Embedded fonts: subsets that keep what the codes mean, whatever the outlines are."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from convert.diagnostics import StyleError
from convert.kit.fonts import Face, open_face
from convert.kit.resources import fonts_folder
from convert.writers.pdf.boxes import BoxFont, _glyph
from convert.writers.pdf.cff import read_charset
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.fonts import EmbeddedFont, Fonts

TEXT = "会议指出，Ax 2025"
FACES = ("FandolFang-Regular.otf", "FandolSong-Bold.otf", "LiberationSerif-Regular.ttf", "NotoSerifSC-Regular.ttf")


def face(name: str) -> Face:
    return open_face(fonts_folder() / name)


def embedded(font: EmbeddedFont) -> tuple[pikepdf.Pdf, pikepdf.Object, bytes]:
    """The font's file, dictionary and program, read back."""
    document = TaggedDocument("zh")
    reference = font.build(document)
    document.add_page(100, 100)
    number = int(reference.split()[0])
    pdf = pikepdf.open(io.BytesIO(document.format()))
    found = pdf.get_object((number, 0))
    descriptor = found.DescendantFonts[0].FontDescriptor
    program = descriptor["/FontFile3" if "/FontFile3" in descriptor else "/FontFile2"]
    return pdf, found, program.read_bytes()


@pytest.mark.parametrize("name", [name for name in FACES if name.endswith(".otf")])
def test_character_ids_are_read_from_the_font_file(name: str) -> None:
    """Compared with fontTools' reading of the whole table."""
    path = fonts_folder() / name
    charset = TTFont(path)["CFF "].cff.topDictIndex[0].charset
    expected = [0 if glyph == ".notdef" else int(glyph.removeprefix("cid")) for glyph in charset]
    found = read_charset(path, 0)
    assert found is not None
    assert found.tolist() == expected


@pytest.mark.parametrize("name", FACES)
def test_codes_lead_to_the_glyphs_of_the_characters(name: str) -> None:
    source = face(name)
    chars = "".join(c for c in TEXT if source.covers(c))
    font = EmbeddedFont(source, "F1")
    codes = font.encode(chars)
    *_, program = embedded(font)
    original = TTFont(source.path)
    for at, char in enumerate(chars):
        code = int(codes[4 * at : 4 * at + 4], 16)
        assert outline(program, code) == outline_of(original, char)


def outline(program: bytes, code: int) -> Any:
    """What a reader draws for a code: the CFF glyph of that CID, the TrueType glyph of that number."""
    if program[:1] == b"\x01":
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(program), None)
        return drawn(fonts[0].CharStrings[f"cid{code:05d}"])
    font = TTFont(io.BytesIO(program))
    return drawn(font.getGlyphSet()[font.getGlyphName(code)])


def outline_of(font: TTFont, char: str) -> Any:
    return drawn(font.getGlyphSet()[font.getBestCmap()[ord(char)]])


def drawn(glyph: Any) -> Any:
    pen = DecomposingRecordingPen(getattr(glyph, "glyphSet", {}))
    glyph.draw(pen)
    return pen.value


def test_widths_and_meanings_are_those_of_the_face() -> None:
    source = face("LiberationSerif-Regular.ttf")
    font = EmbeddedFont(source, "F1")
    codes = font.encode("WiW")
    file, found, _ = embedded(font)
    widths = {}
    entries = list(found.DescendantFonts[0].W)
    for first, run in zip(entries[::2], entries[1::2], strict=True):
        widths.update({int(first) + i: float(width) for i, width in enumerate(run)})
    assert widths == {int(codes[4 * i : 4 * i + 4], 16): source.advance[c] for i, c in enumerate("Wi")}
    assert f"<{codes[:4]}><0057>".encode() in found.ToUnicode.read_bytes()
    file.close()


def test_a_subset_holds_only_what_is_shown() -> None:
    font = EmbeddedFont(face("FandolFang-Regular.otf"), "F1")
    font.encode("会议")
    *_, program = embedded(font)
    assert len(program) < 5_000


def test_two_characters_of_one_glyph_are_told_apart() -> None:
    """Level A: a code has one meaning; the other character says in the content what it is."""
    source = face("FandolFang-Regular.otf")
    assert source.glyph[0x20] == source.glyph[0xA0]
    font = EmbeddedFont(source, "F1")
    font.encode("中 文\u00a0字")
    assert font.ambiguous == {"\u00a0"}


def test_faces_are_embedded_once_and_boxes_fill_fonts_of_255() -> None:
    fonts = Fonts()
    fang = face("FandolFang-Regular.otf")
    assert fonts.of(fang) is fonts.of(fang)
    names = {fonts.box(chr(0x1F300 + i))[0] for i in range(300)}
    assert names == {"B1", "B2"}
    assert fonts.box(chr(0x1F300)) == ("B1", "01")


@pytest.mark.parametrize("char", ["\ue000", "\U00020bb7", "\U00100000"])
def test_a_box_shows_the_number_of_its_character(char: str) -> None:
    """Read back from its strokes: where a digit's segments are drawn tells which digit it is."""
    font = BoxFont("B1")
    font.encode(char)
    strokes = re.findall(r"(\d+) (\d+) m (\d+) (\d+) l", _glyph(char).decode())
    assert strokes
    assert all(130 <= int(x) <= 870 and -30 <= int(y) <= 790 for stroke in strokes for x, y in (stroke[:2], stroke[2:]))
    digits: dict[tuple[bool, int], int] = {}
    columns = (len(f"{ord(char):04X}") + 1) // 2
    for x, y, to_x, to_y in (map(int, stroke) for stroke in strokes):
        place = ((y + to_y) // 2 < 380, int(((x + to_x) / 2 - 130) // (740 / columns)))
        digits[place] = digits.get(place, 0) + 1
    segments = dict(zip("0123456789ABCDEF", (6, 2, 5, 5, 4, 5, 6, 3, 7, 6, 6, 5, 4, 5, 5, 4), strict=True))
    assert [digits[place] for place in sorted(digits)] == [segments[digit] for digit in f"{ord(char):04X}"]


def test_a_face_whose_licence_forbids_embedding_is_refused(tmp_path: Path) -> None:
    font = TTFont(fonts_folder() / "LiberationMono-Regular.ttf")
    font["OS/2"].fsType = 2
    path = tmp_path / "restricted.ttf"
    font.save(path)
    with pytest.raises(StyleError) as raised:
        Fonts().of(Face(path))
    assert raised.value.diagnostic.code == "font-not-embeddable"
