"""Every file of the corpus that has a reader is read, or refused with a way out; and what is read prints the same text
in all three outputs."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from convert.config import Options
from convert.diagnostics import ConvertError, InputError, Report
from convert.formats import DEFAULT_OUTPUTS, input_format
from convert.measure import docx, epub, pdf
from convert.model import Block, Document
from convert.model.walk import nodes
from convert.pipeline import compose, convert_bytes, read_document
from tests.corpora import CORPUS

BUNDLED = Options(fonts="bundled")
_LARGE = 400_000  # bytes: laying out, writing and reading back takes its time
_ONE_IN = 6  # files that are printed: which ones, their names decide
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]")  # PDFium mirrors brackets in such text
_UNDRAWN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")  # the pages leave them out, and say so


def has_reader(path: Path) -> bool:
    """Whether the file's suffix is one of a reader's."""
    try:
        return bool(input_format("", path.name))
    except InputError:
        return False


FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file() and has_reader(path))
PRINTED = [p for p in FILES if p.stat().st_size < _LARGE and not zlib.crc32(p.name.encode()) % _ONE_IN]


def name_of(path: Path) -> str:
    """A file as a test's name."""
    return path.relative_to(CORPUS).as_posix()


def understood(path: Path, report: Report) -> Document | None:
    """The file's document; None where it is refused."""
    try:
        return read_document(path.read_bytes(), path.name, BUNDLED, report, path.parent)
    except ConvertError as refusal:
        assert refusal.diagnostic.hint(), "a refusal says what to do"
        return None


@pytest.mark.skipif(not FILES, reason=f"no corpus in {CORPUS} (set TRIPTYCH_CORPUS)")
@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_file_is_read_or_refused_with_a_way_out(path: Path) -> None:
    report = Report(path.name)
    document = understood(path, report)
    if document is not None:
        placed = path.suffix == ".json" or all(node.pos for node in nodes(document) if isinstance(node, Block))
        assert placed, "every block says where the source has it"
        compose(document, path.name, BUNDLED, report)
    for found in report.diagnostics:
        assert found.message("en") and found.message("zh")


@pytest.mark.skipif(not PRINTED, reason=f"no corpus in {CORPUS} (set TRIPTYCH_CORPUS)")
@pytest.mark.parametrize("path", PRINTED, ids=name_of)
def test_three_files_hold_the_same_text(path: Path) -> None:
    if understood(path, Report(path.name)) is None:
        return  # the test above judges refusals
    made = convert_bytes(path.read_bytes(), path.name, DEFAULT_OUTPUTS, BUNDLED, Report(path.name), path.parent)
    texts = docx.read_text(made["docx"]), epub.read_text(made["epub"]), pdf.read_text(made["pdf"])
    word, book, page = (_UNDRAWN.sub("", "".join(text.split())) for text in texts)
    assert book == word
    if not _RIGHT_TO_LEFT.search(word):
        assert page == word
