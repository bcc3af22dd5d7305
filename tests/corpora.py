"""Where the corpus of real inputs is: beside the checkout, or where TRIPTYCH_CORPUS says. It is not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("TRIPTYCH_CORPUS") or Path(__file__).resolve().parents[2] / "shared" / "corpus")


def corpus(folder: str) -> Path:
    """A folder of the corpus. Skips the test where it is absent."""
    path = CORPUS / folder
    if not path.exists():
        pytest.skip(f"no corpus: {folder} is not in {CORPUS} (set TRIPTYCH_CORPUS)")
    return path
