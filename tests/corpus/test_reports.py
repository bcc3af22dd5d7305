"""Twenty long reports: the same text in three outputs, content validators, as many pages in LibreOffice, nothing serious
for Ace, no scrolling across on a small screen; and each DOCX is read again as it was written."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from tests.conformance import ace, browser
from tests.conformance.office import needs_office
from tests.conformance.validators import needs_epubcheck, needs_openxml, needs_verapdf
from tests.corpora import corpus
from tests.corpus.reports import NAMES, TOLERANCE, Files, converted, digest, invalid, page_counts, parting, texts
from tests.corpus.rereading import differences

pytestmark = [pytest.mark.conformance, pytest.mark.parametrize("name", NAMES)]


@functools.lru_cache(maxsize=1)
def files(name: str) -> Files:
    corpus(name)
    return converted(name)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's profile and faces, for all reports."""
    return tmp_path_factory.mktemp("office")


def test_the_three_files_hold_the_same_text(name: str) -> None:
    found = texts(files(name))
    print(f"{name}: {digest(found['pdf'])}, {len(found['pdf'])} characters")
    assert parting(found) == ""


@needs_openxml
@needs_verapdf
@needs_epubcheck
def test_validators_find_nothing(name: str, tmp_path: Path) -> None:
    assert invalid(files(name), tmp_path) == {}


@needs_office
def test_libreoffice_makes_as_many_pages(name: str, folder: Path) -> None:
    ours, theirs = page_counts(files(name), folder)
    print(f"{name}: {ours} pages, LibreOffice {theirs} ({theirs / ours - 1:+.1%})")
    assert abs(theirs / ours - 1) <= TOLERANCE


@pytest.mark.skipif(bool(ace.missing()), reason=ace.missing() or "-")
def test_ace_finds_nothing_serious(name: str) -> None:
    grave = ("serious", "critical")
    assert [found for found in ace.violations(files(name).epub) if found.startswith(grave)] == []


def test_the_docx_is_read_again_as_it_was_written(name: str) -> None:
    assert differences(corpus(name)) == []


@pytest.mark.skipif(bool(browser.missing()), reason=browser.missing() or "-")
def test_small_screens_need_not_scroll_across(name: str) -> None:
    assert browser.overhanging(files(name).epub) == {}
