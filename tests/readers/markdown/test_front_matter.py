"""Metadata before the text."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.readers.markdown.front_matter import front_matter
from tests.readers.markdown.reading import understood


def test_values_stay_as_they_are_written() -> None:
    meta = understood("---\ndate: 2024-03-01\nnumber: 010\nlang: no\nsource: ~\n---\nx")[0].meta
    assert (meta.date, meta.number, meta.lang, meta.source) == ("2024-03-01", "010", "no", "")


def test_lines_before_the_text_count() -> None:
    matter = front_matter("+++\na = 1\n+++\n\nx", Report("test.md"))
    assert (matter.entries, matter.end, matter.lines) == ({"a": 1}, 14, 3)


@pytest.mark.parametrize(
    "text", ["---\n\n一\n\n---\n", "---\n---\n", "---\n# 一\n---\n", "+++\n", "a\n---\nb: c\n---\n", "***\na: b\n***\n"]
)
def test_what_is_no_front_matter(text: str) -> None:
    report = Report("test.md")
    assert front_matter(text, report) == ({}, 0, 0)
    assert not report.diagnostics


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{last}'] * 9)}]\n" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "block",
    [
        "---\na: b: c\n---\n",
        "---\na: !!python/object/apply:os.system [ls]\n---\n",
        "---\na: &a [*a]\n---\n",
        "---\n[a, b]\n---\n",
        f"---\n{BOMB}---\n",
        "---\na: " + "[" * 2000 + "\n---\n",
        "+++\na = b\n+++\n",
        "+++\na = " + "[" * 5000 + "\n+++\n",
    ],
    ids=range(8),
)
def test_what_cannot_be_understood_is_kept_as_text(block: str) -> None:
    document, report = understood(f"{block}正文")
    assert [found.code for found in report.diagnostics][:1] == ["front-matter-invalid"]
    assert document.blocks and document.meta.title == ""
