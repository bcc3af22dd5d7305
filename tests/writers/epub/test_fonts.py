"""Embedded fonts of a book: subsets under names of their own, and which characters they are for."""

from __future__ import annotations

import io
import re
from pathlib import Path

from fontTools.ttLib import TTFont

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.resources import fonts_folder
from convert.measure.epub import read_text
from convert.model import Document
from convert.model.build import para
from convert.pipeline import compose
from convert.writers.epub import write
from tests.specimens import composition, everything


def test_fonts_hold_the_characters_used_under_a_name_of_their_own() -> None:
    data = write(composition(everything()))
    files = unpack(data)
    fonts = [
        TTFont(io.BytesIO(font), checkChecksums=2) for name, font in files.items() if name.startswith("EPUB/fonts/")
    ]
    assert fonts
    covered: set[int] = set()
    for font in fonts:
        covered |= set(font.getBestCmap())
        assert not any("Liberation" in str(record) for record in font["name"].names)
    text = read_text(data)
    assert {c for c in map(ord, text) if c > 32} - covered <= set(map(ord, "𠮷\U0010fffd\ue000😀"))
    assert sum(len(font) for name, font in files.items() if name.startswith("EPUB/fonts/")) < 200_000


def test_latin_faces_leave_chinese_marks_alone() -> None:
    """A Latin face has “ ” too: it is only used for what stands in Latin text."""
    document = Document((para("他说“好”。"), para("He said “good”, it’s 5.")))
    files = unpack(write(composition(document)))
    css = files["EPUB/style.css"].decode()
    ranges = re.findall(r'font-family:"[^"]+";[^}]*unicode-range:([^}]+)', css)
    assert any("U+201C-201D" in r and len(r) < 30 for r in ranges)  # contested: in a face that spans alone use
    html = files["EPUB/content-1.xhtml"].decode()
    assert '<span class="latin-' in html
    assert "他说“好”" in html


def test_fonts_can_set_marks_half_as_wide() -> None:
    """By the feature `halt` browsers compress adjacent marks; nothing else of layout is kept."""
    files = unpack(write(composition(Document((para("他说：“好。”"),)))))
    (font,) = (TTFont(io.BytesIO(data)) for name, data in files.items() if name.startswith("EPUB/fonts/"))
    assert {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord} == {"halt"}
    assert "GSUB" not in font


def test_a_face_whose_licence_forbids_embedding_is_named_only(tmp_path: Path) -> None:
    with TTFont(fonts_folder() / "LiberationSerif-Regular.ttf") as font:
        font["OS/2"].fsType = 2
        font["name"].setName("Times New Roman", 1, 3, 1, 0x409)
        font.save(tmp_path / "restricted.ttf")
    findings = Report("test")
    options = Options(fonts="bundled", font_folders=(tmp_path,))
    files = unpack(write(compose(Document((para("abc"),)), "test.txt", options, findings)))
    assert [d.code for d in findings.diagnostics if d.code == "font-not-embedded"] == ["font-not-embedded"]
    assert not any(name.startswith("EPUB/fonts/") for name in files)
    assert '"Times New Roman"' in files["EPUB/style.css"].decode()
