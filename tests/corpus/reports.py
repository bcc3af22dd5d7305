"""Twenty long reports of the corpus through every validator: `python -m tests.corpus.reports [NUMBER …]` prints the table.

Each is converted once; its three files are read back, validated, printed by LibreOffice and shown in Chromium.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from convert.config import Options
from convert.diagnostics import Report
from convert.measure import docx, epub, pdf
from convert.pipeline import convert_bytes
from tests.conformance import browser, verapdf
from tests.conformance.office import print_docx
from tests.conformance.validators import epubcheck_findings, openxml_errors
from tests.corpora import CORPUS

NAMES = Path(__file__).with_name("reports.txt").read_text("utf-8").split("\n")[:-1]
TOLERANCE = 0.05
"""How much LibreOffice's pages may differ in number from the PDF's."""


class Files(NamedTuple):
    """A report in the three outputs."""

    pdf: bytes
    docx: bytes
    epub: bytes


def converted(name: str) -> Files:
    """A report by its path in the corpus."""
    source = CORPUS / name
    report = Report(source.name)
    options = Options(fonts="bundled")
    made = convert_bytes(source.read_bytes(), source.name, ("pdf", "docx", "epub"), options, report, source.parent)
    return Files(made["pdf"], made["docx"], made["epub"])


def texts(files: Files) -> dict[str, str]:
    """The words of each output: PDF in the order of its tags, DOCX by its parts, EPUB by its spine. Left out are white
    space and what no output prints (soft hyphens, zero-width spaces)."""
    read = {"pdf": pdf.read_text(files.pdf), "docx": docx.read_text(files.docx), "epub": epub.read_text(files.epub)}
    return {output: "".join(filter(_is_printed, text)) for output, text in read.items()}


def _is_printed(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"


def digest(text: str) -> str:
    """A short name for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def parting(texts: dict[str, str]) -> str:
    """Where two outputs say something else; "" where they do not."""
    wanted = texts["pdf"]
    for output, text in texts.items():
        if text != wanted:
            pairs = enumerate(zip(wanted, text, strict=False))
            at = next((n for n, (one, other) in pairs if one != other), min(len(wanted), len(text)))
            start = max(at - 20, 0)
            return f"{output} at {at}: {text[start : at + 30]!r}, pdf: {wanted[start : at + 30]!r}"
    return ""


def invalid(files: Files, folder: Path) -> dict[str, object]:
    """What validators object to, by their names; empty where they are content."""
    path = folder / "report.pdf"
    path.write_bytes(files.pdf)
    found = {
        "veraPDF 2a": verapdf.failures(path, "2a"),
        "veraPDF ua1": verapdf.failures(path, "ua1"),
        "OpenXML SDK": openxml_errors(files.docx, folder)[:5],
        "epubcheck": epubcheck_findings(files.epub, folder)[:5],
    }
    return {name: each for name, each in found.items() if each}


def page_counts(files: Files, folder: Path) -> tuple[int, int]:
    """The pages of the PDF, and those that LibreOffice makes of the DOCX."""
    return len(pdf.page_sizes(files.pdf)), len(pdf.page_sizes(print_docx(files.docx, folder)))


def rows(numbers: list[int]) -> Iterator[str]:
    """The table as Markdown, line by line, as it is measured."""
    yield "| | report | text | pages | LibreOffice | validators | 400 px |"
    yield "|---|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            files = converted(NAMES[number - 1])
            read = texts(files)
            ours, theirs = page_counts(files, Path(folder))
            wrong, wide = invalid(files, Path(folder)), browser.overhanging(files.epub)
            yield (
                f"| {number} | {Path(NAMES[number - 1]).name} | {parting(read) or digest(read['pdf'])} "
                f"| {ours} | {theirs} ({theirs / ours - 1:+.1%}) | {wrong or '✓'} | {wide or '✓'} |"
            )


if __name__ == "__main__":
    for row in rows([int(word) for word in sys.argv[1:]] or list(range(1, len(NAMES) + 1))):
        print(row, flush=True)
