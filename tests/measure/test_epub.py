"""Reading books back: the cascade against small style sheets, the text against the spine."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from convert.kit.packing import pack
from convert.measure.epub import Block, read_blocks, read_text
from convert.pipeline import write_document
from tests.specimens import composition, everything

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="n" href="nav.xhtml" properties="nav"/>'
    '<item id="b" href="text/b.xhtml"/><item id="a" href="text/a.xhtml"/></manifest>'
    '<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine></package>'
)


def book(css: str, body: str) -> bytes:
    """A book of other hands than ours: two content documents, the second one being `body`."""

    def page(content: str) -> bytes:
        head = '<head><link rel="stylesheet" href="../look.css"/></head>'
        return f'<html xmlns="http://www.w3.org/1999/xhtml">{head}<body>{content}</body></html>'.encode()

    members = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "OPS/book.opf": _PACKAGE.encode(),
        "OPS/nav.xhtml": page("<nav>Contents</nav>"),
        "OPS/text/b.xhtml": page("<p>first</p>"),
        "OPS/text/a.xhtml": page(body),
        "OPS/look.css": css.encode(),
    }
    return pack(members.items(), datetime(2000, 1, 1, tzinfo=UTC))


def last_block(css: str, body: str) -> Block:
    return read_blocks(book(css, body))[-1]


def test_text_follows_the_spine_without_the_navigation() -> None:
    assert read_text(book("", "<p>second</p>")) == "first\nsecond"


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("p{text-align:left} p{text-align:right}", "right"),
        (".x{text-align:left} p{text-align:right}", "left"),
        ("div>p[class]{text-align:center} .x{text-align:left}", "center"),
        ("body{text-align:right}", "right"),
        ("div{text-align:center} body{text-align:right}", "center"),
        ("@media (max-width:9em){p{text-align:left}}", "start"),
        ("p{text-align:left} h1,p{text-align:inherit} div{text-align:center}", "center"),
    ],
)
def test_the_more_specific_then_the_later_rule_wins(css: str, expected: str) -> None:
    assert last_block(css, '<div><p class="x">text</p></div>').styles["text-align"] == expected


def test_sizes_multiply_and_stacks_are_read() -> None:
    block = last_block('div{font-size:2em;font-family:"A B",serif} p{font-size:0.75em}', "<div><p> text </p></div>")
    assert (block.size, block.families, block.text) == (1.5, ["A B", "serif"], "text")


def test_our_books_read_back() -> None:
    blocks = read_blocks(write_document(composition(everything()), "epub"))
    assert [block.name for block in blocks[:4]] == ["h1", "h2", "p", "p"]
    assert {"dt", "pre", "caption", "figcaption"} < {block.name for block in blocks}
    assert "仿宋_GB2312" in blocks[2].families


@pytest.mark.parametrize(
    ("css", "body", "expected"),
    [
        ("", "<ul><li>a</li></ul>", "•a"),
        ("", '<ol start="3"><li>a</li><li>b</li></ol>', "3.a4.b"),
        ("ol{list-style-type:upper-roman}", "<ol><li>a</li><li>b</li></ol>", "I.aII.b"),
        ('@counter-style x{system:extends simp-chinese-informal;suffix:"、"} ol{list-style-type:x}', "<ol><li>a</li></ol>", "一、a"),
        ('@counter-style x{system:fixed;symbols:"①" "②";suffix:" "} ol{list-style-type:x}', "<ol><li>a</li><li>b</li></ol>", "①a②b"),
        ('.done{list-style-type:"■ "} ul{list-style-type:none}', '<ul><li class="done">a</li><li>b</li></ul>', "■ab"),
    ],
)  # fmt: skip
def test_markers_are_what_css_says(css: str, body: str, expected: str) -> None:
    assert "".join(read_text(book(css, body)).split()) == "first" + expected
