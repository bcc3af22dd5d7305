"""Books on small screens: no page has to be scrolled across."""

from __future__ import annotations

import pytest

from convert.kit.archive import pack, unpack
from convert.pipeline import write_document
from tests.conformance.books import SPECIMENS
from tests.conformance.browser import ask, missing, overhanging
from tests.specimens import report_composition

pytestmark = [pytest.mark.conformance, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_page_is_wider_than_a_small_screen(name: str) -> None:
    assert overhanging(write_document(SPECIMENS[name](), "epub")) == {}


def test_the_browser_sees_what_hangs_over() -> None:
    made = report_composition()
    files = unpack(write_document(made, "epub"))
    page = next(name for name in files if name.endswith("content-1.xhtml"))
    files[page] = files[page].replace(b"</body>", b'<div><p style="width:401px">wide</p></div></body>')
    book = pack(files.items(), made.timestamp, stored=frozenset({"mimetype"}))
    (found,) = overhanging(book)[page]
    assert "wide" in found and "<div" not in found
    assert ask(book, "return getComputedStyle(document.querySelector('p, h1')).textAlign")[page] == "justify"
