"""Real reports: the DOCX that we write of them is read again as the document that was written."""

from __future__ import annotations

import pytest

from tests.corpora import corpus
from tests.corpus.rereading import differences

_KINDS = {
    "markdown/reports": ("*.md", 2_000_000, 1),
    "markdown/zh-gongwen": ("*.md", 300_000, 6),
    "markdown/zh-manuals": ("*.md", 300_000, 5),
    "docx/reports": ("*.docx", 2_000_000, 4),
    "docx/zh-reports": ("*.docx", 2_000_000, 2),
    "docx/zh-gongwen": ("*.docx", 500_000, 12),
    "html/zh-gov": ("*.html", 300_000, 12),
}
"""Folders: which files in them, how large at the most (bytes), every how many-th of those."""


@pytest.mark.parametrize("kind", _KINDS)
def test_reports_are_read_again(kind: str) -> None:
    pattern, largest, step = _KINDS[kind]
    files = sorted(path for path in corpus(kind).rglob(pattern) if path.stat().st_size <= largest)[::step]
    assert files
    differing = {path.name: lines for path in files if (lines := differences(path))}
    assert not differing
