"""Web archives come to the HTML reader as a page with its pictures in it."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.config import Options
from convert.diagnostics import InputError, Report
from convert.model import Image
from convert.model.walk import nodes, plain
from convert.pipeline import read_document
from convert.reading.mhtml import as_html
from convert.reading.source import Source
from tests.kit.images.samples import motif, saved

PICTURE = saved(motif(), "PNG")


def archive(
    page: bytes, *, type: str = 'text/html; charset="gb2312"', location: str = "https://example.org/a/p.html"
) -> bytes:
    """An archive as browsers write it, with one picture."""
    return b"\r\n".join(
        (
            b"From: <Saved by Blink>",
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"',
            b"",
            b"------b",
            f"Content-Type: {type}".encode(),
            b"Content-Transfer-Encoding: base64",
            f"Content-Location: {location}".encode(),
            b"",
            base64.encodebytes(page),
            b"------b",
            b"Content-Type: image/png",
            b"Content-Transfer-Encoding: base64",
            b"Content-ID: <p1@x>",
            b"Content-Location: ../i/1.png?a=1&b=2",
            b"",
            base64.encodebytes(PICTURE),
            b"------b--",
            b"",
        )
    )


@pytest.mark.parametrize("address", ["cid:p1@x", "../i/1.png?a=1&amp;b=2", "https://example.org/i/1.png?a=1&amp;b=2"])
@pytest.mark.parametrize("quote", "\"'")
def test_a_page_is_read_with_its_pictures(address: str, quote: str) -> None:
    page = f"<html><body><p>会议指出，要坚持安全第一。<img alt=图 src={quote}{address}{quote}></p></body></html>"
    for name in ("page.mht", "page.doc"):
        document = read_document(archive(page.encode("gbk")), name, Options(main="off"), Report())
        assert "会议指出，要坚持安全第一。" in plain(document)
        (image,) = (node for node in nodes(document) if isinstance(node, Image))
        assert document.media[image.media].data == PICTURE


def test_addresses_that_the_archive_does_not_hold_stay() -> None:
    page = b"<img src='http://[x'><img src=\"b.png\"><img src=''>"
    assert as_html(Source(archive(page, location="")), Report()).data.removeprefix(b"\xef\xbb\xbf") == page


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        as_html(Source(archive(b"{}", type="application/json")), Report())
    assert caught.value.diagnostic.code == "mhtml-empty"


@given(st.binary(), st.binary())
def test_any_bytes_are_a_page_or_refused(before: bytes, page: bytes) -> None:
    with contextlib.suppress(InputError):
        as_html(Source(before + archive(page)), Report())
