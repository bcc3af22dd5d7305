"""Files are told by what stands in them."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.signatures import BINARY, kind_of
from tests.corpora import corpus

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


def archive(*names: str, stored: tuple[str, str] | None = None) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        if stored:
            made.writestr(*stored)
        for name in names:
            made.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ole("WordDocument"), "doc"),
        (ole("WordDocument") + ole("Workbook"), "doc"),  # with a spreadsheet inside
        (ole("EncryptedPackage"), "encrypted"),
        (ole("Workbook"), "xls"),
        (ole("CONTENTS"), "works"),
        (OLE, "ole"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("xl/workbook.xml"), "xlsx"),
        (archive("content.xml", stored=("mimetype", "application/vnd.oasis.opendocument.text")), "odt"),
        (archive("a.txt"), ""),
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", "html"),
        ("<html>报告".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?>\n<!-- x --><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "word-xml"),
        (b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x", "mhtml"),
        (b"<p>a fragment</p>", "text"),
        ("会议指出".encode("gb18030"), "text"),
        ("会议指出".encode("utf-16"), "text"),
        (b"\x00\x01\x02", ""),
        (b"", ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_is_what_stands_in_it(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(data: bytes) -> None:
    assert isinstance(kind_of(data), str)


def test_files_of_the_corpus_are_what_their_names_say() -> None:
    for folder, kinds in (("docx", {"docx", "encrypted"}), ("odt", {"odt"}), ("markdown", {"text", "html"})):
        files = corpus(folder).rglob(f"*.{'md' if folder == 'markdown' else folder}")
        found = {path: kind_of(path.read_bytes()) for path in files}
        assert {path.name: kind for path, kind in found.items() if kind and kind not in kinds} == {}
        assert len([kind for kind in found.values() if kind]) >= 0.99 * len(found) > 0
    assert not BINARY & {kind_of(path.read_bytes()) for path in corpus("text").rglob("*.txt")}
