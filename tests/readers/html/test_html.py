"""The reader as a whole: hostile input, empty input, pictures beside the page."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from convert.diagnostics import InputError, Report
from convert.model import Image
from convert.model.walk import nodes, plain
from convert.readers.html import read
from convert.reading.source import Source
from tests.readers.html.pages import document

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8d"
    "b00000000049454e44ae426082"
)


@pytest.mark.parametrize(
    ("page", "letters"),
    [
        ("<div>" * 10_000 + "deep", 4),
        ("<span><div>" * 2_000 + "deep", 4),
        ("<ul><li>a" * 2_000, 2_000),
        ("<table><tr><td>a" * 1_000, 1_000),
        ("<p>" + "word " * 400_000, 1_600_000),
        ("<b>x" + "<br><br>y" * 30_000, 30_001),
        ("<p>a" + "&nbsp;" * 300_000 + "b", 2),
        ("<!DOCTYPE x [<!ENTITY a '&b;&b;'><!ENTITY b '&a;&a;'>]><p>&a;", 1),
        ("<h1>title</h1><p>" + "来源：" * 20_000, 40_005),
    ],
)
def test_hostile_pages_are_read_in_time(page: str, letters: int) -> None:
    started = time.perf_counter()
    found = document(page.encode())
    assert sum(char.isalpha() for char in plain(found)) in range(letters - 4, letters + 5)
    assert time.perf_counter() - started < 20


def test_a_page_without_anything_to_see_is_refused() -> None:
    for page in (b"<html><body><script>show()</script></body></html>", b"<p hidden>a</p>", b"<p>&nbsp;</p>"):
        with pytest.raises(InputError, match="no text"):
            document(page)


def test_pictures_beside_the_page_come_along(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "a b.png").write_bytes(PIXEL)
    page = b"<p>x <img src='spacer.gif' data-src='page_files/a%20b.png' alt='A' width='96'></p>"
    found = read(Source(page, "page.html", tmp_path), Report())
    (image,) = [node for node in nodes(found) if isinstance(node, Image)]
    assert found.media[image.media].data == PIXEL and (image.alt, image.width) == ("A", 72)
