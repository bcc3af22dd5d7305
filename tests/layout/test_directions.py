"""Lines with scripts from right to left, read back from the pages: each character where it is seen, all in the order in which
they are read."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from convert.kit.direction import mirrored, visual_order
from convert.kit.fonts import Library
from convert.kit.marks import mark_places
from convert.kit.resources import fonts_folder
from convert.measure.pdf.glyphs import Glyph, read_glyphs
from convert.model import Document, Link, Para, Strong, Text
from convert.model.build import para
from convert.writers.pdf import write
from tests.specimens import composition

WORDS = "甲 שלום עולם 2025 乙 (עברית) z"


def glyphs_of(paragraph: Para) -> tuple[list[Glyph], str]:
    """The glyphs of a document of one paragraph, and its text as PDFium copies it."""
    data = write(composition(Document((paragraph,))))
    copied = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    return [glyph for glyph in read_glyphs(data) if glyph.content >= 0 and glyph.char.strip()], copied


@pytest.mark.parametrize(
    "paragraph",
    [
        para(WORDS),
        Para(
            (
                Text("甲 של"),
                Strong((Text("ום עו"),)),
                Link((Text("לם 2025 乙"),), "https://example.org"),
                Text(" (עברית) z"),
            )
        ),
    ],
)
def test_characters_stand_where_they_are_seen(paragraph: Para) -> None:
    glyphs, _ = glyphs_of(paragraph)
    seen = [WORDS[at] for at in visual_order(WORDS) if WORDS[at].strip()]
    seen[-2] = "("  # PDFium gives a bracket behind Hebrew as the other one
    assert [glyph.char for glyph in sorted(glyphs, key=lambda glyph: glyph.left)] == seen
    row = sorted(glyphs, key=lambda glyph: glyph.left)
    assert all(then.left - glyph.right > -0.15 for glyph, then in pairwise(row)), "they overlap"


@pytest.mark.parametrize("words", ["甲 שלום 乙", "שלום", "שלום עולם", "A עברית B"])
def test_words_are_copied_in_the_order_in_which_they_are_read(words: str) -> None:
    _, text = glyphs_of(para(words))
    assert text.startswith(words)


def test_lines_keep_their_measure() -> None:
    words = "מילה ארוכה " * 40
    glyphs, text = glyphs_of(para(words.strip()))
    assert " ".join(text.split()).startswith(words.strip())
    lines: dict[float, list[Glyph]] = {}
    for glyph in glyphs:
        lines.setdefault(round(glyph.baseline, 1), []).append(glyph)
    lefts = [min(glyph.left for glyph in line) for line in lines.values()]
    rights = [max(glyph.right for glyph in line) for line in lines.values()]
    assert len(lines) > 3
    assert max(lefts[1:-1]) - min(lefts[1:-1]) < 0.5
    assert max(rights[:-1]) - min(rights[:-1]) < 0.5
    first = next(iter(lines.values()))
    assert max(first, key=lambda glyph: glyph.left).char == words[0], "the first letter stands at the right"


def test_points_stand_over_their_letters() -> None:
    face = Library("bundled", fonts_folder()).find("Liberation Serif")
    assert face is not None
    shin, sin = mark_places(face, "ש", "\u05c1")[0], mark_places(face, "ש", "\u05c2")[0]
    assert sin < face.advance["ש"] / 2 < shin
    [segol] = mark_places(face, "כ", "\u05b6")
    assert 100 < segol < 300
    glyphs, _ = glyphs_of(para("甲 שָׁלוֹם 乙"))
    letter = next(glyph for glyph in glyphs if glyph.char == "ש")
    for char in "\u05b8\u05c1":
        point = next(glyph for glyph in glyphs if glyph.char == char)
        assert letter.left < (point.ink[0] + point.ink[2]) / 2 < letter.right


def test_a_link_lies_over_the_words_that_it_has() -> None:
    data = write(
        composition(Document((Para((Text("甲 "), Link((Text("שלום"),), "https://example.org"), Text(" 乙"))),)))
    )
    glyphs = [glyph for glyph in read_glyphs(data) if glyph.char in "שלום"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        [annotation] = pdf.pages[0].Annots
        left, _, right, _ = (float(edge) * 25.4 / 72 for edge in annotation.Rect)
    assert left == pytest.approx(min(glyph.left for glyph in glyphs), abs=0.1)
    assert right == pytest.approx(max(glyph.right for glyph in glyphs), abs=0.1)


def test_brackets_within_are_drawn_as_the_other_ones() -> None:
    assert mirrored("א (ב) ג (d)") == "א )ב( ג (d)"
    data = write(composition(Document((para("א (ב) ג"),))))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert content.count(b"/ActualText<FEFF0028>") == content.count(b"/ActualText<FEFF0029>") == 1
