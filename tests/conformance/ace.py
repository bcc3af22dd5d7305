"""Ace by DAISY: whether a book can be read by those who cannot see it, as far as a program can tell
(https://daisy.github.io/ace/). It runs axe in Chromium; npm: @daisy/ace-cli."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.conformance import browser

ACE = os.environ.get("TRIPTYCH_ACE") or shutil.which("ace-cli") or shutil.which("ace-puppeteer") or ""
TIMEOUT = 300  # seconds


def missing() -> str:
    """What Ace lacks to run here; empty if nothing."""
    return browser.missing() or ("" if ACE else "ace-cli (npm: @daisy/ace-cli) is not installed")


def violations(book: bytes) -> list[str]:
    """What Ace objects to: how grave, the rule, the page, the beginning of the element. Empty: nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.epub")
        path.write_bytes(book)
        environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": browser.BROWSER}
        command = (ACE, "--silent", "--outdir", folder, "--tempdir", f"{folder}/temp", path)
        subprocess.run(command, capture_output=True, check=True, timeout=TIMEOUT, env=environment)
        report = json.loads(Path(folder, "report.json").read_text("utf-8"))
    return list(_failed(report["assertions"], ""))


def _failed(assertions: list[dict[str, Any]], page: str) -> Iterator[str]:
    for each in assertions:
        if "assertions" in each:
            yield from _failed(each["assertions"], each["earl:testSubject"].get("url", page))
        elif each["earl:result"]["earl:outcome"] == "fail":
            test, result = each["earl:test"], each["earl:result"]
            shown = (result.get("html") or result["dct:description"]).strip()[:160]
            yield f"{test['earl:impact']} {test['dct:title']} in {page}: {shown}"
