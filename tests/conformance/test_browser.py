"""Books on small screens: no page has to be scrolled across."""

from __future__ import annotations

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.packing import pack
from convert.pipeline import convert_bytes, write_document
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


@pytest.mark.parametrize("head", ["", "---\n发文机关: 北江省高级人民法院\n文号: 北法〔2025〕12号\n---\n\n"])
def test_the_breaks_of_a_title_yield_on_narrow_screens(head: str) -> None:
    """Where its lines do not fit, the browser breaks the title itself: no line of it holds but a word or two."""
    source = head + "# 最高人民法院关于审理注册商标、企业名称与在先权利冲突的民事纠纷案件若干问题的规定\n\n这是正文。\n"
    book = convert_bytes(source.encode(), "x.md", ("epub",), Options(), Report())["epub"]
    question = """
      const title = document.querySelector("h1");
      if (!title) return null;
      const range = document.createRange();
      range.selectNodeContents(title);
      const tops = [...range.getClientRects()].map(each => Math.round(each.top));
      return [getComputedStyle(title.querySelector("br")).display, new Set(tops).size];
    """

    def seen(width: int) -> list[object]:
        return next(answer for answer in ask(book, question, width).values() if answer)

    assert seen(1000) == ["inline", 3]
    display, lines = seen(320)
    assert display == "none" and lines != 3
