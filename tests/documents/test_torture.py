"""The torture report holds the same text in three files, which no validator objects to; LibreOffice agrees about its pages."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import get_args

import pytest

from convert.diagnostics import Report
from convert.measure.pdf import page_sizes
from convert.model import Block, Inline
from convert.model.walk import nodes
from convert.pipeline import compose, read_document
from tests.conformance import ace, browser, verapdf
from tests.conformance.office import needs_office, print_docx
from tests.conformance.rereading import normal_form, reread
from tests.conformance.validators import (
    epubcheck_findings,
    needs_epubcheck,
    needs_openxml,
    needs_qpdf,
    needs_verapdf,
    openxml_errors,
    qpdf_findings,
)
from tests.documents.cases import FOLDER, Rules, read_case
from tests.documents.judges import faults
from tests.documents.torture import NAME, OPTIONS, printed_torture

RULES = Rules(report=("font-missing-glyph", "raw-dropped"))


def test_it_holds_every_node_and_is_long() -> None:
    made = printed_torture()
    found = {type(node) for node in nodes(made.composition.original)}
    assert {*get_args(Block), *get_args(Inline)} - found == set()
    assert 55 <= len(page_sizes(made.files["pdf"])) <= 75


def test_it_reads_the_same_in_three_files_and_nothing_is_wrong_with_it() -> None:
    made = printed_torture()
    found = faults(RULES, made.files, made.report.folded())
    assert not found, "\n" + "\n".join(found)


def test_its_text_is_read_again_from_the_docx_as_it_was_written() -> None:
    report = Report(NAME)
    source = read_case(FOLDER / NAME).source.encode()
    made = compose(read_document(source, NAME, OPTIONS, report, FOLDER), NAME, OPTIONS, report)
    wanted, found = (_comparable(normal_form(each, made.sheet)) for each in (made.document, reread(made)))
    assert list(difflib.unified_diff(wanted, found, lineterm="", n=1)) == []


def _comparable(lines: list[str]) -> list[str]:
    """Without what docs/limits.md names: the form and the exact size of pictures, English among Chinese."""
    return [re.sub(r"(?<=image )\w+|(?<= )\d+×\d+$| \{lang en\}$", "", line) for line in lines]


@pytest.mark.conformance
@needs_verapdf
@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_its_pdf_complies(flavour: str, tmp_path: Path) -> None:
    (tmp_path / "torture.pdf").write_bytes(printed_torture().files["pdf"])
    assert verapdf.failures(tmp_path / "torture.pdf", flavour) == {}


@pytest.mark.conformance
@needs_qpdf
def test_its_pdf_is_sound(tmp_path: Path) -> None:
    (tmp_path / "torture.pdf").write_bytes(printed_torture().files["pdf"])
    assert not qpdf_findings(tmp_path / "torture.pdf")


@pytest.mark.conformance
@needs_epubcheck
def test_epubcheck_finds_nothing(tmp_path: Path) -> None:
    assert epubcheck_findings(printed_torture().files["epub"], tmp_path) == []


@pytest.mark.conformance
@pytest.mark.skipif(bool(ace.missing()), reason=ace.missing() or "-")
def test_ace_finds_nothing() -> None:
    assert ace.violations(printed_torture().files["epub"]) == []


@pytest.mark.conformance
@pytest.mark.skipif(bool(browser.missing()), reason=browser.missing() or "-")
def test_no_page_of_its_book_is_wider_than_a_small_screen() -> None:
    assert browser.overhanging(printed_torture().files["epub"]) == {}


@pytest.mark.conformance
@needs_openxml
def test_the_openxml_sdk_finds_nothing(tmp_path: Path) -> None:
    assert openxml_errors(printed_torture().files["docx"], tmp_path) == []


@pytest.mark.conformance
@needs_office
def test_libreoffice_makes_as_many_pages(tmp_path: Path) -> None:
    """Within five in a hundred: it sets formulas and lines of Latin letters in its own way."""
    files = printed_torture().files
    ours, theirs = len(page_sizes(files["pdf"])), len(page_sizes(print_docx(files["docx"], tmp_path)))
    assert abs(theirs - ours) <= ours * 0.05, (ours, theirs)
