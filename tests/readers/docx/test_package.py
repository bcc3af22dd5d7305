"""The package: what is not one, what is broken, what is made to harm."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from convert.diagnostics import InputError
from convert.kit.ooxml import NAMESPACES
from convert.kit.packing import pack
from convert.model.walk import plain
from tests.readers.docx.packages import codes, dumped, p, package, relations, root, style, understood

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
STAMP = datetime(2024, 1, 1, tzinfo=UTC)


def members(*parts: tuple[str, bytes]) -> bytes:
    return pack([("_rels/.rels", relations({"d": ("officeDocument", "word/document.xml")})), *parts], STAMP)


def locked() -> bytes:
    data = bytearray(package(p("x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "docx-encrypted"),
        (OLE + b"\0" * 600, "docx-old-format"),
        (locked(), "docx-encrypted"),
        (b"", "docx-not-package"),
        ("会议".encode(), "docx-not-package"),
        (package(p("x"))[:-40], "docx-broken"),
        (members(("word/styles.xml", b"<x/>")), "docx-no-document"),
        (members(("word/document.xml", b"<x/>")), "docx-no-document"),
        (members(("word/document.xml", b"<w:p")), "docx-document-broken"),
        (members(("word/document.xml", b'<!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>')), "docx-document-broken"),
        (members(("word/document.xml", b" " * 9 * 2**20)), "limit-exceeded"),
    ],
)
def test_what_cannot_be_read_is_said_once(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        understood(data)
    assert caught.value.diagnostic.code == code


def test_a_broken_part_is_left_out_and_the_text_kept() -> None:
    data = package(p("正文"), {"s": ("styles", "styles.xml")}, word_styles_xml="<w:styles>")
    document, report = understood(data)
    assert plain(document) == "正文"
    assert [found.code for found in report.diagnostics] == ["docx-part-broken"]


def test_an_entity_never_reaches_the_text() -> None:
    broken = b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]><s>&x;</s>'
    document, report = understood(package(p("a"), {"s": ("styles", "styles.xml")}, word_styles_xml=broken))
    assert plain(document) == "a"
    assert report.diagnostics[0].code == "docx-part-broken"


def test_strict_documents_read_like_transitional_ones() -> None:
    strict = {
        NAMESPACES["w"]: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        NAMESPACES["r"]: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    data = package(p("要求", "H"), styles=style("H", "heading 1"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for transitional, namespace in strict.items():
        parts = {name: part.replace(transitional, namespace) for name, part in parts.items()}
    assert "purl.oclc.org" in parts["word/document.xml"]
    changed = pack([(name, part.encode()) for name, part in parts.items()], STAMP)
    assert understood(changed)[0].blocks == understood(data)[0].blocks


def test_names_are_compared_without_regard_to_case_and_slashes() -> None:
    data = pack(
        [
            ("_rels/.rels", relations({"d": ("officeDocument", "/word/document.xml")})),
            ("Word\\Document.XML", root("document", f"<w:body>{p('x')}</w:body>")),
        ],
        STAMP,
    )
    assert plain(understood(data)[0]) == "x"


def test_rubbish_behind_the_end_is_no_harm() -> None:
    part = root("document", f"<w:body>{p('x')}</w:body>") + b"\r\n~  "
    assert plain(understood(members(("word/document.xml", part)))[0]) == "x"


def test_nesting_without_end_keeps_the_words() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 150 + p("deep") + "</w:tc></w:tr></w:tbl>" * 150
    assert "deep" in dumped(deep)
    assert "nesting-flattened" in codes(deep)


def test_of_two_parts_with_one_name_the_last_is_read_and_told() -> None:
    with zipfile.ZipFile(io.BytesIO(package(p("the first")))) as one:
        parts = [(name, one.read(name)) for name in one.namelist()]
    data = pack([*parts, ("WORD/document.xml", root("document", f"<w:body>{p('the last')}</w:body>"))], STAMP)
    document, report = understood(data)
    assert plain(document) == "the last"
    assert [(d.code, d.args) for d in report.diagnostics] == [("archive-double", {"name": "word/document.xml"})]
