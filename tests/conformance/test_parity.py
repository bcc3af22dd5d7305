"""The first law of the product: the three outputs hold the same text in the same order, and nothing else.

Read back with code that shares nothing with what wrote them: pdftotext, python-docx, the XHTML in spine order.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from convert.config import Options
from convert.diagnostics import Report
from convert.measure import docx as docx_measure
from convert.measure import epub, pdf
from convert.model import Document, List, ListItem, Meta, Text
from convert.model.build import para
from convert.pipeline import convert_bytes, write_document
from tests.specimens import composition, everything

FIXTURES = Path(__file__).parents[1] / "fixtures"
REPORT = FIXTURES / "meeting-report.txt"
TITLE = "省应急管理厅召开党委扩大会议传达学习省委十一届九次全会精神"
BYLINE = "（撰稿人：卢京军）"

_PAGE_NUMBER = re.compile(r"^\s*— \d+ —\s*$", re.MULTILINE)


def normalised(text: str) -> str:
    """The one normaliser: page numbers (the pages' only artifact) and white space dropped; nothing else."""
    return "".join(_PAGE_NUMBER.sub("", text).split())


def pdf_text(data: bytes, folder: Path) -> str:
    """The text of a PDF in content order, by pdftotext."""
    (folder / "read.pdf").write_bytes(data)
    result = subprocess.run(["pdftotext", "-raw", folder / "read.pdf", "-"], capture_output=True, check=True)
    return result.stdout.decode().replace("\f", "\n")


def docx_text(data: bytes) -> str:
    """The text of a DOCX's body, by python-docx."""
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def epub_text(data: bytes) -> str:
    """The text of an EPUB's content documents in spine order, by its own package file."""
    book = zipfile.ZipFile(io.BytesIO(data))
    container = etree.fromstring(book.read("META-INF/container.xml"))
    package_path = container.find(".//{*}rootfile").get("full-path")
    package = etree.fromstring(book.read(package_path))
    hrefs = {item.get("id"): item.get("href") for item in package.iterfind(".//{*}item")}
    navigation = {item.get("id") for item in package.iterfind(".//{*}item") if "nav" in (item.get("properties") or "")}
    folder = Path(package_path).parent
    texts = []
    for entry in package.iterfind(".//{*}itemref"):
        if entry.get("idref") not in navigation:
            page = etree.fromstring(book.read((folder / hrefs[entry.get("idref")]).as_posix()))
            texts.append("".join(page.find("{*}body").itertext()))
    return "\n".join(texts)


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    return convert_bytes(REPORT.read_bytes(), REPORT.name, ("pdf", "docx", "epub"), Options(fonts="bundled"), Report())


@pytest.fixture(scope="module")
def expected() -> str:
    golden = (FIXTURES / "meeting-report.expected.txt").read_text("utf-8")
    return normalised(TITLE + golden + BYLINE)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
@pytest.mark.conformance
def test_the_pdf_reads_back_as_the_golden_text(outputs: dict[str, bytes], expected: str, tmp_path: Path) -> None:
    assert normalised(pdf_text(outputs["pdf"], tmp_path)) == expected


def test_the_docx_reads_back_as_the_golden_text(outputs: dict[str, bytes], expected: str) -> None:
    assert normalised(docx_text(outputs["docx"])) == expected


def test_the_epub_reads_back_as_the_golden_text(outputs: dict[str, bytes], expected: str) -> None:
    assert normalised(epub_text(outputs["epub"])) == expected


def test_every_element_reads_back_the_same_in_all_three() -> None:
    """By the project's own instruments, which place list markers where each format has them: in PDF among the glyphs,
    in DOCX in the numberings, in EPUB in the CSS."""
    made = composition(everything())
    page = pdf.read_text(write_document(made, "pdf"))
    word = docx_measure.read_text(write_document(made, "docx"))
    book = epub.read_text(write_document(made, "epub"))
    assert "".join(book.split()) == "".join(word.split()) == page


def test_a_term_may_have_several_explanations_without_a_marker() -> None:
    def item(term: str, words: str) -> ListItem:
        return ListItem((Text(term),) if term else (), (para(words),))

    made = composition(Document((List((item("词", "其一"), item("", "其二"), item("语", "其三"))),), Meta(title="题")))
    read = (
        docx_measure.read_text(write_document(made, "docx")),
        epub.read_text(write_document(made, "epub")),
        pdf.read_text(write_document(made, "pdf")),
    )
    assert ["".join(text.split()) for text in read] == ["题词其一其二语其三"] * 3
