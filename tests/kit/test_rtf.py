from __future__ import annotations

from pathlib import Path

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.office import find_office
from convert.kit.rtf import without_foreign_fields
from convert.pipeline import read_document
from tests.kit.images.samples import motif, saved

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")


def field(instruction: str) -> bytes:
    """A document with one field."""
    return b"{\\rtf1\\ansi {\\field{\\*\\fldinst " + instruction.encode() + b"}{\\fldrslt shown}} end\\par}"


@pytest.mark.parametrize(
    "instruction",
    [
        'HYPERLINK "https://example.org/"',
        '{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\insrsid123  HYPERLINK }{\\b "https://example.org/"}',
        ' hyperlink "x" {\\*\\datafield 00d0c9ea79}',
        " PAGE  \\\\* MERGEFORMAT ",
        '{ TOC \\\\o "1-3" }',
        "\\'50AGE",
    ],
)
def test_fields_that_read_the_document_alone_stay(instruction: str) -> None:
    assert without_foreign_fields(field(instruction)) == field(instruction)


@pytest.mark.parametrize(
    "instruction",
    [
        'INCLUDEPICTURE "/etc/a.png"',
        "INCLUDE{\\b0}PICTURE x",
        "{INCLUDE}{PICTURE} x",
        "\\'49NCLUDEPICTURE x",
        "{\\*\\foo HYPERLINK }INCLUDEPICTURE x",
        "{\\fonttbl HYPERLINK }INCLUDEPICTURE x",
        "{\\v PAGE }INCLUDETEXT x",
        "HYPERLINK {\\field{\\*\\fldinst INCLUDEPICTURE x}{\\fldrslt }}",
        "\\u73?NCLUDEPICTURE x",
        "DDEAUTO a b",
        "",
        "PAGE" + " " * 5000,
    ],
)
def test_all_others_lose_their_force(instruction: str) -> None:
    made = without_foreign_fields(field(instruction))
    assert made.startswith(b"{\\rtf1\\ansi {\\field{\\*\\fldinsx ") and b"shown" in made
    assert len(made) == len(field(instruction))


def test_a_backslash_in_the_text_is_no_field() -> None:
    text = b"{\\rtf1 a \\\\fldinst INCLUDEPICTURE \\fldinstx b}"
    assert without_foreign_fields(text) == text


def test_many_fields_take_time_in_proportion() -> None:
    assert len(without_foreign_fields(b"{\\rtf1 " + b"{\\field{\\*\\fldinst {" * 20_000)) > 0


@needs_office
def test_a_picture_elsewhere_is_not_taken_in(tmp_path: Path) -> None:
    picture = tmp_path / "private.png"
    picture.write_bytes(saved(motif(), "PNG"))
    found = read_document(field(f'INCLUDEPICTURE "{picture}" \\\\\\\\d'), "a.rtf", Options(), Report())
    assert not found.media
