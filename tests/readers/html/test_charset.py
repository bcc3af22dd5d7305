"""Pages are decoded as browsers decode them."""

from __future__ import annotations

import codecs

import pytest

from convert.diagnostics import InputError, Report
from convert.readers.html.charset import page_text


def test_the_named_encoding_counts_unless_the_page_is_utf8() -> None:
    latin = "<meta charset=iso-8859-15><p>café €".encode("iso-8859-15")
    assert page_text(latin, Report()).endswith("café €")
    assert page_text("<meta charset=gb2312><p>会议通知".encode(), Report()).endswith("会议通知")
    assert page_text("<meta charset=gb2312><p>会议通知".encode("gbk"), Report()).endswith("会议通知")
    assert page_text(codecs.BOM_UTF16_LE + "<meta charset=gbk><p>é".encode("utf-16-le"), Report()).endswith("é")


def test_a_name_that_is_wrong_is_told() -> None:
    report = Report()
    page_text("<meta charset=gb2312><p>会议通知，请各单位认真执行".encode(), report)
    assert [d.code for d in report.diagnostics] == ["html-charset"]


def test_broken_bytes_are_told_and_the_rest_is_read() -> None:
    report = Report()
    data = "<meta charset=utf-8>\n<p>会议".encode() + b"\xff" + "通知".encode()
    assert page_text(data, report).endswith("<p>会议\ufffd通知")
    assert [(d.code, str(d.pos)) for d in report.diagnostics] == [("encoding-damaged", "2:6")]


def test_what_is_in_no_encoding_is_shown_in_the_one_that_is_named() -> None:
    report = Report()
    noise = b"\x81\x8d\x8f\x90\x9d\xff\xfe\x81" * 40
    assert "\ufffd" in page_text(b"<meta charset=big5>\n<p>" + noise, report)
    assert [(d.code, str(d.pos)) for d in report.diagnostics] == [("html-bytes", "2")]


def test_characters_that_may_not_stand_in_a_document_are_told_with_their_lines() -> None:
    report = Report()
    text = page_text(
        "<p>a\0b\n<p>c\x01\ufdd0\u2028\U000e0041\n&#1; &#0; &#xD800; &#128; &#1114112; &#65534; &#39; &#160;".encode(),
        report,
    )
    assert text == "<p>ab\n<p>c\ufffd\u2028\n&#1; &#0; &#xD800; &#128; &#1114112; &#65534; &#39; &#160;"
    found = [
        (d.code.removeprefix("character-"), d.args.get("point", d.args.get("text")), str(d.pos))
        for d in report.diagnostics
    ]
    assert found == [
        ("illegal", "0000", "1"), ("hidden", "A", "2"), ("illegal", "0001", "2"), ("replaced", "FDD0", "2"), ("illegal", "0001", "3"),
        ("replaced", "0000", "3"), ("replaced", "D800", "3"), ("replaced", "110000", "3"), ("replaced", "FFFE", "3"),
    ]  # fmt: skip


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InputError):
        page_text(b"<p>\x00\x01\x02\xff", Report())
