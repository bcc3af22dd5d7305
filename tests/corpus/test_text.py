"""Real plain-text reports: each is read, made ready and laid out without a crash and without losing a character, and
the three finished files hold the same text in the same order."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from convert.config import Options
from convert.diagnostics import ConvertError, Report
from convert.formats import DEFAULT_OUTPUTS
from convert.layout.result import Line
from convert.measure import docx, epub, pdf
from convert.model import Heading
from convert.model.walk import nodes, plain
from convert.pipeline import compose, convert_bytes, read_document
from tests.corpora import CORPUS

FILES = sorted(path for path in (CORPUS / "text").rglob("*") if path.is_file())


@pytest.mark.skipif(not FILES, reason=f"no corpus: nothing in {CORPUS / 'text'} (set TRIPTYCH_CORPUS)")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_character_of_a_real_text_is_laid_out(path: Path) -> None:
    report = Report(path.name)
    try:
        document = read_document(path.read_bytes(), f"{path.stem}.txt", Options(fonts="bundled"), report)
    except ConvertError as refusal:
        assert refusal.diagnostic.hint(), "a refusal says what to do"
        return
    composition = compose(document, path.name, Options(fonts="bundled"), report)
    printed = Counter(
        char
        for page in composition.pages.pages
        for item in page.items
        if isinstance(item, Line) and item.text.element.kind != "artifact"
        for char in item.text.text[item.start : item.end]
    )
    numbers = "".join(node.number for node in nodes(composition.document) if isinstance(node, Heading))
    wanted = Counter(numbers + plain(composition.document))
    lost = {c: n - printed[c] for c, n in wanted.items() if not c.isspace() and c.isprintable() and n != printed[c]}
    assert not lost


# PDFium, which the PDF is read back with, mirrors brackets in right-to-left text and leaves out what joins its letters.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_UNDRAWN = re.compile("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f]")
_LARGE = 400_000  # bytes: reading PDFs back takes its time


@pytest.mark.skipif(not FILES, reason=f"no corpus: nothing in {CORPUS / 'text'} (set TRIPTYCH_CORPUS)")
@pytest.mark.parametrize("path", [p for p in FILES if p.stat().st_size < _LARGE], ids=lambda path: path.name)
def test_three_files_hold_the_same_text(path: Path) -> None:
    report = Report(path.name)
    try:
        made = convert_bytes(path.read_bytes(), f"{path.stem}.txt", DEFAULT_OUTPUTS, Options(fonts="bundled"), report)
    except ConvertError:
        return  # the test above judges refusals
    texts = (docx.read_text(made["docx"]), epub.read_text(made["epub"]), pdf.read_text(made["pdf"]))
    word, book, page = ("".join(text.split()) for text in texts)
    assert book == word
    if any(found.code == "invisible-undrawn" for found in report.diagnostics):
        word = _UNDRAWN.sub("", word)
    if not _RIGHT_TO_LEFT.search(word):
        assert page == word
