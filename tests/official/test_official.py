"""Every clause of GB/T 9704-2012 on finished pages: what the ruler measures is what the standard requires."""

from __future__ import annotations

import difflib
import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from convert.checking import check_bytes
from convert.checks.rules import RULES
from convert.config import Options
from convert.diagnostics import Report
from tests.conformance.browser import missing, overhanging
from tests.conformance.office import needs_office, print_without_gaps
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
from tests.conformance.verapdf import failures
from tests.documents.judges import faults
from tests.official.files import FORMATS, composition_of, files_of, findings_of
from tests.official.fixtures import Fixture, fixture_names, read_fixture
from tests.official.rows import Row
from tests.official.ruler import PDF_TOLERANCE, WORD_TOLERANCE, measure
from tests.official.screen import screen_rows
from tests.official.tables import PAGE

_MM = 72 / 25.4
NAMES = fixture_names()
RESPACED = {"grid-pitch"}  # lines that were set closer for the seal's sake: cl. 7.3.5.5 allows it


def deviations(rows: list[Row], tolerance: float) -> list[str]:
    """What is not as required, in sentences."""
    wrong = [row for row in rows if not row.holds(tolerance)]
    return [
        f"{row.clause} {row.what}: required {required}, measured {there}"
        for row in wrong
        for required, there, _ in [row.cells()]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_measures_as_required(name: str) -> None:
    found = deviations(measure(read_fixture(name), files_of(name)["pdf"]), PDF_TOLERANCE)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.conformance
@needs_office
@pytest.mark.parametrize("name", NAMES)
def test_the_docx_measures_as_required_in_libreoffice(name: str, office: Callable[[bytes], bytes]) -> None:
    found = deviations(measure(read_fixture(name), office(files_of(name)["docx"])), WORD_TOLERANCE)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_the_three_files_say_the_same_in_the_standard_s_order(name: str) -> None:
    fixture = read_fixture(name)
    found = faults(fixture.rules, files_of(name), findings_of(name)) + misplaced(fixture)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_the_epub_shows_each_element_in_its_look(name: str) -> None:
    found = deviations(list(screen_rows(read_fixture(name), files_of(name)["epub"])), 0)
    assert not found, "\n" + "\n".join(found)


def misplaced(fixture: Fixture) -> list[str]:
    """Elements that the EPUB, whose text is that of the other two, does not have in the standard's order."""
    from convert.measure import epub

    said = fixture.elements
    before: tuple[str, ...] = (
        said.copy_number,
        said.classification,
        said.urgency,
        *said.mark,
        said.ending,
        said.number,
    )
    if fixture.letter:
        before = (*said.mark, said.copy_number, said.number, said.classification, said.urgency)
    after = (
        *said.note,
        *said.attendance,
        *said.signature,
        said.date,
        said.annotation,
        said.moved,
        said.cc,
        *said.printing,
    )
    text = "".join(epub.read_text(files_of(fixture.name)["epub"]).split())
    end, found = 0, []
    for words in (*before, said.title, said.recipient, *{fixture.opening: 0, fixture.closing: 0}, *after):
        at = text.find("".join(words.split()), end)
        if at < 0:
            found.append(f"epub: {words!r} not behind …{text[max(end - 20, 0) : end]}")
        else:
            end = at + len("".join(words.split()))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_docx_read_again_gives_the_same_document(name: str) -> None:
    made = composition_of(name)
    wanted, found = normal_form(made.document, made.sheet), normal_form(reread(made), made.sheet)
    assert not list(difflib.unified_diff(wanted, found, lineterm="", n=1))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_the_checker_finds_nothing(name: str, format: str) -> None:
    options = Options(style=read_fixture(name).rules.style)
    found = check_bytes(files_of(name)[format], f"{name}.{format}", options, Report(name), RULES)
    assert not [
        f"{each.rule.id}: required {each.required.en}, measured {each.measured.en}"
        for each in found
        if not (read_fixture(name).rules.fitted and each.rule.id in RESPACED)
    ]


@pytest.mark.conformance
@needs_verapdf
@needs_qpdf
@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_pdf_a_2a_and_pdf_ua_1(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(files_of(name)["pdf"])
    assert failures(path, "2a") == {}
    assert failures(path, "ua1") == {}
    assert not qpdf_findings(path)


@pytest.mark.conformance
@needs_openxml
@pytest.mark.parametrize("name", NAMES)
def test_the_openxml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    assert openxml_errors(files_of(name)["docx"], tmp_path) == []


@pytest.mark.conformance
@needs_epubcheck
@pytest.mark.parametrize("name", NAMES)
def test_epubcheck_finds_nothing(name: str, tmp_path: Path) -> None:
    assert epubcheck_findings(files_of(name)["epub"], tmp_path) == []


@pytest.mark.conformance
@pytest.mark.skipif(bool(missing()), reason=missing() or "-")
@pytest.mark.parametrize("name", NAMES)
def test_nothing_reaches_beyond_a_small_screen(name: str) -> None:
    assert overhanging(files_of(name)["epub"], 360) == {}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """Prints a DOCX by LibreOffice with the bundled faces under the official names."""
    folder = tmp_path_factory.mktemp("office")
    return lambda data: print_without_gaps(data, folder)


# --- the ruler itself -------------------------------------------------------------------------------------------------


def shifted(x: float, y: float) -> bytes:
    """A fixture with all on its pages moved by mm."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(files_of("ordinary")["pdf"])) as pdf:
        for page in pdf.pages:
            page.contents_add(f"1 0 0 1 {x * _MM:.3f} {-y * _MM:.3f} cm".encode(), prepend=True)
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("x", "y"), [(0.5, 0), (-0.5, 0), (0, 0.5), (0, -0.5)], ids=["right", "left", "down", "up"])
def test_a_shift_of_half_a_millimetre_is_found(x: float, y: float) -> None:
    right = deviations(measure(read_fixture("ordinary"), files_of("ordinary")["pdf"]), PDF_TOLERANCE)
    assert len(deviations(measure(read_fixture("ordinary"), shifted(x, y)), PDF_TOLERANCE)) > len(right) + 2


def test_fixtures_say_that_they_are_invented() -> None:
    for name in fixture_names():
        assert "均为虚构" in read_fixture(name).source


def test_the_page_of_measures_has_every_fixture() -> None:
    page = PAGE.read_text("utf-8")
    assert [name for name in fixture_names() if f"\n## {name}: " not in page] == []
