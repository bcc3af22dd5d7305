"""Labels mean what browsers take them for, wherever a document puts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.charsets import codec_of, declared_charset


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("GB2312", "gb18030"),
        (" gbk ", "gb18030"),
        ("gb18030", "gb18030"),
        ("big5", "big5hkscs"),
        ("Shift_JIS", "cp932"),
        ("euc_jp", "euc_jis_2004"),
        ("EUC-KR", "cp949"),
        ("latin1", "cp1252"),
        ("Latin-1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso88592", "iso8859-2"),
        ("x-cp1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("utf8", "utf-8"),
        ("unicode", "utf-16-le"),
        ("hz-gb-2312", "hz"),
        *((label, "") for label in ("", "no-such", "rot13", "base64", "unicode_escape", "idna", "utf-7", "gb\0")),
    ],
)
def test_labels_and_codecs(label: str, codec: str) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    ("page", "label"),
    [
        ('<meta charset="gb2312">', "gb2312"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=GBK'>", "gbk"),
        ('<?xml version="1.0" encoding="Big5"?><html>', "big5"),
        ('<meta name="x" content="y"><meta charset = utf-8 />', "utf-8"),
        ('<!-- <meta charset="big5"> --><meta charset="gbk">', "gbk"),
        ('<meta charset="no-such"><meta charset="gbk">', "gbk"),
        ('<meta charset="utf-16">', "utf-8"),
        ("<p>charset=gbk</p>", ""),
        ("x" * 9000 + '<meta charset="gbk">', ""),
    ],
)
def test_where_a_document_names_its_encoding(page: str, label: str) -> None:
    assert declared_charset(page.encode()) == label


@given(st.binary())
def test_any_bytes_may_be_asked(data: bytes) -> None:
    label = declared_charset(b'<meta charset="' + data)
    assert not label or codec_of(label)
