"""LibreOffice prints DOCX files, in the bundled faces under the official names (see `tests.fontconfig`)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.fontconfig import write_config

OFFICE = shutil.which("soffice") or ""

needs_office = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")


_GAPS = 'style:text-autospace="ideograph-alpha"'


def print_docx(data: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a DOCX. `folder` keeps its profile and faces: give the same one again."""
    (folder / "file.docx").write_bytes(data)
    return _convert(folder, "file.docx", "pdf")


def print_without_gaps(data: bytes, folder: Path) -> bytes:
    """The same without the gaps that LibreOffice 7.4 sets between Han characters and digits or Latin letters, whatever the
    file says (`w:autoSpaceDE`; Word heeds it): they are turned off in LibreOffice's own form of the document."""
    (folder / "file.docx").write_bytes(data)
    flat = _convert(folder, "file.docx", "fodt").decode("utf-8")
    (folder / "file.fodt").write_text(flat.replace(_GAPS, _GAPS.replace("ideograph-alpha", "none")), "utf-8")
    return _convert(folder, "file.fodt", "pdf")


def _convert(folder: Path, file: str, to: str) -> bytes:
    config = write_config(folder)
    command = [OFFICE, "--headless", f"-env:UserInstallation={folder.as_uri()}/profile", "--convert-to", to]
    subprocess.run(
        [*command, "--outdir", folder, folder / file],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        check=True,
        timeout=300,
    )
    return (folder / file).with_suffix(f".{to}").read_bytes()
