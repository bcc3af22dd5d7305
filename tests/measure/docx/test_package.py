"""Parts by the names that Word gives them, whatever the file calls them."""

from __future__ import annotations

import io
import zipfile

import pytest

from convert.measure.docx import read_paragraphs
from tests.readers.docx.packages import package


def renamed(old: str, new: str) -> bytes:
    made = io.BytesIO()
    data = package("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            told = content.replace(old.encode(), new.encode()) if name == "_rels/.rels" else content
            target.writestr(name.replace(old, new), told)
    return made.getvalue()


@pytest.mark.parametrize(
    ("old", "new"), [("document.xml", "document22.xml"), ("word/document.xml", "word/Document.xml"), ("a", "a")]
)
def test_the_main_part_is_found_whatever_it_is_called(old: str, new: str) -> None:
    assert [each.text for each in read_paragraphs(renamed(old, new))] == ["甲"]


def test_what_stands_behind_the_end_of_a_part_is_let_be() -> None:
    data = package("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name) + (b"<x/>" if name == "word/document.xml" else b""))
    assert [each.text for each in read_paragraphs(made.getvalue())] == ["甲"]
