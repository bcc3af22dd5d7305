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


def print_docx(data: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a DOCX. `folder` keeps its profile and faces: give the same one again."""
    config = write_config(folder)
    (folder / "file.docx").write_bytes(data)
    command = [OFFICE, "--headless", f"-env:UserInstallation={folder.as_uri()}/profile", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", folder, folder / "file.docx"],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        check=True,
        timeout=300,
    )
    return (folder / "file.pdf").read_bytes()
