"""Validate whatever outputs runs have left, many at a time: qpdf, the OpenXML SDK, epubcheck."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conformance import epubcheck
from tests.conformance.validators import openxml_errors, qpdf_findings


def invalid(outputs: Iterable[Path], jobs: int = 2) -> dict[Path, str]:
    """The files that are not valid, each with the first thing that is said of it."""
    by_kind: dict[str, list[Path]] = {}
    for path in outputs:
        by_kind.setdefault(path.suffix, []).append(path)
    pages, words = by_kind.get(".pdf", []), by_kind.get(".docx", [])
    with ThreadPoolExecutor(jobs) as pool:
        found = dict(zip(pages, pool.map(qpdf_findings, pages), strict=True))
        found |= zip(words, pool.map(_openxml, words), strict=True)
    books = epubcheck.findings(by_kind.get(".epub", []))
    found |= {path: said[0] if said else "" for path, said in books.items()}
    return {path: " ".join(said.split())[:300] for path, said in found.items() if said}


def _openxml(path: Path) -> str:
    with TemporaryDirectory() as folder:
        errors = openxml_errors(path.read_bytes(), Path(folder))
    return str(errors[0]) if errors else ""
