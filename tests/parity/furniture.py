"""Cases for headers and footers, and for kinds of pages. Books that are reflowed have none of it."""

from __future__ import annotations

from typing import Literal

from convert.measure import docx, pdf
from convert.model import Document, Group, Meta
from convert.model.build import para
from tests.parity.blocks import WORD_ALIGNMENTS
from tests.parity.cells import Case, Limit, Probe, Variant, case
from tests.parity.looks import OFFICIAL, PT_PER_MM
from tests.specimens import SENTENCE

_BOOKS = Limit("books")
_PAGES = Document(tuple(para(SENTENCE * 3) for _ in range(45)), Meta(title="报告"))


def _furnished(
    values: tuple[tuple[str, object], ...], in_pdf: Probe, in_word: Probe, within: float = 0.01, more: str = ""
) -> Case:
    """A case over some pages of text. `values`: what the style says, and what is found then."""
    made = (Variant(_PAGES, wanted, (*([more] if more else []), said)) for said, wanted in values)
    return Case(tuple(made), in_pdf, in_word, _BOOKS, within)


def number_line(data: bytes, page: int = 1) -> pdf.Line:
    """The line of a page's number."""
    return next(line for line in pdf.read_lines(data) if line.page == page and line.is_artifact)


def footer(data: bytes, pages: str = "default") -> docx.Block:
    """Word's paragraph with the number."""
    return docx.read_furniture(data)[f"footer {pages}"][0]


def header(data: bytes, pages: str = "default") -> docx.Block:
    """Word's paragraph at the head."""
    return docx.read_furniture(data)[f"header {pages}"][0]


# --- where words stand -----------------------------------------------------------------------------------------------


def _pdf_side(data: bytes, word: str = "题") -> str:
    """The side that a word at the head stands on, by its place in the type area."""
    glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.content < 0 and glyph.char == word)
    if abs((glyph.left + glyph.right) / 2 - 106) < 1:
        return "center"
    return "left" if glyph.left < 60 else "right"


def _word_side(data: bytes, word: str = "题") -> str:
    """The side that a word at the head stands on, by tabs, or where there are none by its alignment."""
    block = header(data)
    if "\t" not in block.text:
        assert block.text == word
        return WORD_ALIGNMENTS[block.align]
    return ("left", *block.tabs)[block.text.split("\t").index(word)]


def _text(side: Literal["left", "center", "right"]) -> Case:
    """Alone, and beside another one."""
    other = "left" if side == "right" else "right"
    made = (
        Variant(_PAGES, side, settings)
        for settings in ((f"header.{side}='题'",), (f"header.{side}='题'", f"header.{other}='其他'"))
    )
    return Case(tuple(made), _pdf_side, _word_side, _BOOKS)


@case("Texts.left")
def text_left() -> Case:
    return _text("left")


@case("Texts.center")
def text_center() -> Case:
    return _text("center")


@case("Texts.right")
def text_right() -> Case:
    return _text("right")


# --- how they look ---------------------------------------------------------------------------------------------------


@case("Band.font")
def band_font() -> Case:
    return _furnished(
        (("footer.font='song'", "宋体"), ("footer.font='hei'", "Arial")),
        lambda d: OFFICIAL[next(glyph.font for glyph in number_line(d).glyphs if glyph.char == "1")],
        lambda d: footer(d).latin,
    )


@case("Band.size")
def band_size() -> Case:
    return _furnished(
        (("footer.size_pt=14", 14.0), ("footer.size_pt=10.5", 10.5)),
        lambda d: number_line(d).size,
        lambda d: footer(d).size,
    )


@case("Band.color")
def band_color() -> Case:
    return _furnished(
        (("footer.color='#c00000'", "#c00000"), ("footer.color='#0000ff'", "#0000ff")),
        lambda d: number_line(d).glyphs[0].color,
        lambda d: footer(d).color,
    )


@case("Band.drop")
def band_drop() -> Case:
    """From the type area to the dash, in mm, below and above."""

    def in_pdf(data: bytes) -> tuple[float, float]:
        found = {glyph.baseline < 100: glyph.middle for glyph in pdf.read_glyphs(data) if glyph.char == "—"}
        return 37 - found[True], found[False] - 262

    def in_word(data: bytes) -> tuple[float, float]:
        page = docx.read_page(data)
        above, below = (block.pitch / 2 / PT_PER_MM for block in (header(data), footer(data)))
        return 37 - page.header - above, 35 - page.footer - below

    return _furnished(
        tuple((f"{band}.drop_mm={drop}", wanted) for band, drop, wanted in (
            ("footer", 10, (7.0, 10.0)), ("header", 12, (12.0, 7.0)))),
        in_pdf, in_word, within=0.4, more="header={left='—', font='song', size_pt=14, drop_mm=7}",
    )  # fmt: skip


@case("Band.inset_em")
def band_inset() -> Case:
    return _furnished(
        (("footer.inset_em=1", 1.0), ("footer.inset_em=3", 3.0)),
        lambda d: (184 - number_line(d).right) * PT_PER_MM / 14,
        lambda d: footer(d).right / footer(d).size,
        within=0.05,
    )


@case("Band.rule")
def band_rule() -> Case:
    return _furnished(
        (("header.rule_pt=0.5", 0.5), ("header.rule_pt=1.5", 1.5)),
        lambda d: pdf.read_strokes(d)[0].weight,
        lambda d: header(d).borders["bottom"].weight,
        more="header.left='题'",
    )


def _crossed(values: tuple[tuple[str, object], ...], in_pdf: Probe, in_word: Probe) -> Case:
    """A rule at the foot of the first page's sheet."""
    looks = "rules={thin={weights_pt=[0.5]}, thick={weights_pt=[1.5]}}"
    more = f"{looks}\nfooter.first.rule='thin'\nfooter.first.edge_mm=20".split("\n")
    made = (Variant(_PAGES, wanted, (*more, f"footer.first.{said}")) for said, wanted in values)
    return Case(tuple(made), in_pdf, in_word, _BOOKS, within=0.1)


@case("Texts.rule")
def text_rule() -> Case:
    return _crossed(
        (("rule='thin'", [(1, 0.5)]), ("rule='thick'", [(1, 1.5)])),
        lambda d: [(stroke.page, stroke.weight) for stroke in pdf.read_strokes(d)],
        lambda d: [(1, b.borders["bottom"].weight) for b in docx.read_furniture(d)["footer first"] if b.borders],
    )


@case("Texts.edge")
def text_edge() -> Case:
    """From the rule's outer edge to the sheet's."""

    def in_pdf(data: bytes) -> float:
        stroke = pdf.read_strokes(data)[0]
        return 297 - stroke.top - stroke.weight / PT_PER_MM / 2

    def in_word(data: bytes) -> float:
        last = docx.read_furniture(data)["footer first"][-1]
        return docx.read_page(data).footer + last.after / PT_PER_MM

    return _crossed((("edge_mm=20", 20.0), ("edge_mm=12", 12.0)), in_pdf, in_word)


# --- which pages they stand on ---------------------------------------------------------------------------------------


def _on_pages(data: bytes) -> list[str]:
    """What stands at the head of the first three pages."""
    found = {line.page: line.text for line in pdf.read_lines(data) if line.is_artifact and line.top < 37}
    return [found.get(page, "") for page in (1, 2, 3)]


def _in_word(data: bytes) -> list[str]:
    """The same, where Word has parts for them."""
    parts = docx.read_furniture(data)
    odd = parts["header default"][0].text
    first, even = (
        parts[f"header {pages}"][0].text if f"header {pages}" in parts else odd for pages in ("first", "even")
    )
    return [first, even, odd]


def _heads(*values: tuple[str, list[str]]) -> Case:
    return _furnished(values, _on_pages, _in_word, more="header.left='题'")


@case("Band.odd")
def band_odd() -> Case:
    return _heads(("header.left='甲'", ["甲", "甲", "甲"]), ("header.left='乙'", ["乙", "乙", "乙"]))


@case("Band.even")
def band_even() -> Case:
    return _heads(("header.even.right='偶'", ["题", "偶", "题"]), ("header.even.left='双'", ["题", "双", "题"]))


@case("Band.first")
def band_first() -> Case:
    return _heads(("header.first.center='首'", ["首", "题", "题"]), ("header.first.left='一'", ["一", "题", "题"]))


# --- kinds of pages --------------------------------------------------------------------------------------------------


@case("PageLook.numbers")
def page_numbers() -> Case:
    """Of what comes before the text."""
    document = Document((Group((para("前言"),), role="front"), para("正文")))
    formats = {"lowerRoman": "i", "upperRoman": "I", "decimal": "1", "": "1"}
    made = (
        Variant(document, [label, "1"], (f"sections.front.numbers='{style}'",))
        for style, label in (("lower-roman", "i"), ("upper-roman", "I"), ("decimal", "1"))
    )
    return Case(
        tuple(made),
        pdf=lambda data: [number_line(data, page).text.strip("—") for page in (1, 2)],
        docx=lambda data: [formats[section.number_format] for section in docx.read_sections(data)],
        epub=_BOOKS,
    )


@case("PageLook.edges")
def page_edges() -> Case:
    """Where the number stands on a page across: below its type area, or beside it at the foot of the sheet."""
    document = Document((Group((para("横"),), role="landscape"),))

    def in_pdf(data: bytes) -> str:
        glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.content < 0 and glyph.char == "1")
        return "page" if glyph.baseline > 184 else "sheet" if glyph.left < 35 else "elsewhere"

    def in_word(data: bytes) -> str:
        return "sheet" if footer(data).framed else "page"

    made = (Variant(document, edges, (f"sections.landscape.edges='{edges}'",)) for edges in ("sheet", "page"))
    return Case(tuple(made), in_pdf, in_word, _BOOKS)


def _kind(band: str) -> Case:
    """A text of pages before the text that others have not."""
    document = Document((Group((para("前言"),), role="front"), para("正文")))

    def in_pdf(data: bytes) -> list[bool]:
        return [any(g.page == page and g.char == "款" for g in pdf.read_glyphs(data)) for page in (1, 2)]

    def in_word(data: bytes) -> list[bool]:
        parts = (docx.read_furniture(data, section).get(f"{band} default", []) for section in (0, 1))
        return [any("款" in block.text for block in blocks) for blocks in parts]

    made = (
        Variant(document, wanted, settings)
        for wanted, settings in (([True, False], (f"sections.front.{band}.left='款'",)), ([False, False], ()))
    )
    return Case(tuple(made), in_pdf, in_word, _BOOKS)


@case("PageLook.header")
def page_header() -> Case:
    return _kind("header")


@case("PageLook.footer")
def page_footer() -> Case:
    return _kind("footer")
