"""What can be printed anew, and what the command does not do at the same time."""

from __future__ import annotations

from pathlib import Path

import pytest

from convert.cli.commands import Form
from convert.cli.fixing import fixing
from convert.diagnostics import UsageError


def test_the_suffix_tells_the_format() -> None:
    assert fixing(["old.docx"], "new.pdf", "text", fix=True, against="").targets == {"pdf": Path("new.pdf")}


@pytest.mark.parametrize(
    ("files", "output", "form", "fix", "against", "code"),
    [
        (["a.docx"], "b.docx", "text", False, "", "option-needs"),
        (["a.docx"], "", "text", True, "", "argument-missing"),
        (["a.docx"], "b.docx", "text", True, "a.md", "option-conflict"),
        (["a.docx"], "b.docx", "sarif", True, "", "option-conflict"),
        (["a.docx"], "-", "text", True, "", "option-conflict"),
        (["a.docx", "c.docx"], "b.docx", "text", True, "", "single-input"),
        (["a.docx"], "a.docx", "text", True, "", "output-is-input"),
        (["a.docx"], "b.zip", "text", True, "", "single-format"),
    ],
)
def test_what_cannot_be_done_is_told(
    files: list[str], output: str, form: Form, fix: bool, against: str, code: str
) -> None:
    with pytest.raises(UsageError) as caught:
        fixing(files, output, form, fix=fix, against=against)
    assert caught.value.diagnostic.code == code
