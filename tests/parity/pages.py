"""Cases for paper: the page, its grid, where pages and lines end. Books that are reflowed have none of it."""

from __future__ import annotations

from convert.measure import docx, epub, pdf
from convert.model import Block, Document
from convert.model.build import para
from tests.parity.blocks import word_block
from tests.parity.cells import Case, Limit, Probe, Variant, case
from tests.parity.looks import PT_PER_MM, TARGET
from tests.specimens import SENTENCE

_BOOKS = Limit("books")


def _paper(
    key: str, values: tuple[object, ...], in_pdf: Probe, in_word: Probe | Limit, within: float = 0.1, more: str = ""
) -> Case:
    """A case over three pages of text. `values`: what a key of the style says, and what is found then."""
    text = Document(tuple(para(SENTENCE * 3) for _ in range(25)))
    made = (Variant(text, value, (*([more] if more else []), f"{key}={str(value).lower()}")) for value in values)
    return Case(tuple(made), in_pdf, in_word, _BOOKS, within)


def text_lines(data: bytes, page: int = 2) -> list[pdf.Line]:
    """The lines of text on a page."""
    return [line for line in pdf.read_lines(data) if line.page == page and not line.is_artifact]


def half_leading(data: bytes) -> float:
    """What Word puts above every line, in mm: it belongs to the margins (GB/T 33476.2)."""
    block = docx.read_blocks(data)[0]
    return (block.pitch - block.size) / 2 / PT_PER_MM


@case("Page.width")
def page_width() -> Case:
    return _paper("page.width_mm", (210.0, 200.0), lambda d: pdf.page_sizes(d)[0][0], lambda d: docx.read_page(d).width)


@case("Page.height")
def page_height() -> Case:
    return _paper(
        "page.height_mm", (297.0, 280.0), lambda d: pdf.page_sizes(d)[0][1], lambda d: docx.read_page(d).height
    )


@case("Page.top")
def page_top() -> Case:
    """To the first line's em box."""
    return _paper(
        "page.top_mm", (37.0, 30.0), lambda d: text_lines(d)[0].top, lambda d: docx.read_page(d).top + half_leading(d)
    )


@case("Page.bottom")
def page_bottom() -> Case:
    """From the last line's em box."""

    def in_pdf(data: bytes) -> float:
        last = text_lines(data)[-1]
        return 297 - (last.top + last.size / PT_PER_MM)

    return _paper("page.bottom_mm", (35.0, 45.0), in_pdf, lambda d: docx.read_page(d).bottom + half_leading(d), 0.15)


@case("Page.left")
def page_left() -> Case:
    return _paper(
        "page.left_mm",
        (28.0, 35.0),
        lambda d: min(line.left for line in text_lines(d)),
        lambda d: docx.read_page(d).left,
    )


@case("Page.right")
def page_right() -> Case:
    return _paper(
        "page.right_mm",
        (26.0, 20.0),
        lambda d: 210 - max(line.right for line in text_lines(d) if line.text[-1].isalpha()),
        lambda d: docx.read_page(d).right,
        within=0.2,
    )


@case("Page.mirror")
def page_mirror() -> Case:
    return _paper(
        "page.mirror",
        (True, False),
        lambda d: abs(min(line.left for line in text_lines(d, 2)) - 26) < 0.3,
        lambda d: docx.read_page(d).mirror_margins,
    )


def _opening(edge: str, probe: Probe, in_word: Probe) -> Case:
    """The first page's margin, and that of the next one. In Word the narrower one is the section's."""
    text = Document(tuple(para(SENTENCE * 3) for _ in range(25)))
    values = ((25.16, 37.0), (47.45, 37.0)) if edge == "top" else ((24.55, 35.0), (45.44, 35.0))
    bare = ("footer.first.center=''", "typography.orphans=1", "typography.widows=1")
    made = (Variant(text, list(value), (*bare, f"page.first.{edge}_mm={value[0]}")) for value in values)
    return Case(tuple(made), probe, in_word, _BOOKS, within=0.3)


def _kept(data: bytes, edge: str) -> list[float]:
    """How far Word keeps text from the sheet's edge on the first page and on others, in mm: by the section's margin or by
    a header or footer that reaches further."""
    page, parts = docx.read_page(data), docx.read_furniture(data)
    kind, least, start = ("header", page.top, page.header) if edge == "top" else ("footer", page.bottom, page.footer)
    reach = (
        start + sum(b.before + b.pitch + b.after for b in parts.get(f"{kind} {pages}", [])) / PT_PER_MM
        for pages in ("first", "default")
    )
    return [max(least, each) + half_leading(data) for each in reach]


@case("Page.first_top")
def first_top() -> Case:
    return _opening("top", lambda d: [text_lines(d, n)[0].top for n in (1, 2)], lambda d: _kept(d, "top"))


@case("Page.first_bottom")
def first_bottom() -> Case:
    def in_pdf(data: bytes) -> list[float]:
        last = (text_lines(data, page)[-1] for page in (1, 2))
        return [297 - (line.top + line.size / PT_PER_MM) for line in last]

    return _opening("bottom", in_pdf, lambda d: _kept(d, "bottom"))


# --- the grid --------------------------------------------------------------------------------------------------------


def _area(data: bytes) -> tuple[float, float]:
    """Width and height of Word's type area, in pt."""
    page = docx.read_page(data)
    width = page.width - page.left - page.right
    return width * PT_PER_MM, (page.height - page.top - page.bottom) * PT_PER_MM


def _body(data: bytes) -> docx.Block:
    return docx.read_blocks(data)[0]


@case("Grid.lines")
def grid_lines() -> Case:
    return _paper(
        "grid.lines", (22, 20), lambda d: len(text_lines(d)), lambda d: int(_area(d)[1] / _body(d).pitch + 0.01)
    )


@case("Grid.cells")
def grid_cells() -> Case:
    def in_word(data: bytes) -> int:
        block = _body(data)
        return int(_area(data)[0] / (block.size + block.tracking) + 0.01)

    return _paper("grid.cells", (28, 26), lambda d: max(len(line.text) for line in text_lines(d)), in_word)


def _grid(key: str, values: tuple[tuple[int, float], ...], in_pdf: Probe, in_word: Probe) -> Case:
    text = Document(tuple(para(SENTENCE * 3) for _ in range(25)))
    made = (Variant(text, wanted, (f"grid.{key}={said}",)) for said, wanted in values)
    return Case(tuple(made), in_pdf, in_word, _BOOKS, within=0.1)


@case("Grid.pitch")
def grid_pitch() -> Case:
    """What so many lines make: the first glyph's top and the last one's bottom are the type area's edges."""
    cell = 156 * PT_PER_MM / 28
    wanted = tuple((lines, (225 * PT_PER_MM - cell) / (lines - 1)) for lines in (22, 20))

    def in_pdf(data: bytes) -> float:
        first, second = text_lines(data)[:2]
        return (second.baseline - first.baseline) * PT_PER_MM

    return _grid("lines", wanted, in_pdf, lambda d: _body(d).pitch)


@case("Grid.cell")
def grid_cell() -> Case:
    wanted = tuple((cells, 156 * PT_PER_MM / cells) for cells in (28, 26))

    def in_pdf(data: bytes) -> float:
        full = max(text_lines(data), key=lambda line: len(line.text))
        return (full.glyphs[1].left - full.glyphs[0].left) * PT_PER_MM

    return _grid("cells", wanted, in_pdf, lambda d: _body(d).size + _body(d).tracking)


@case("Grid.blank")
def grid_blank() -> Case:
    """From the cell of a line to that of the next one, with an empty line between them, in mm."""
    document = Document((para("上文"), para(TARGET, role="attachment-note")))
    cell, pitch = 156 / 28, (225 - 156 / 28) / 21
    settings = (("lines", 2 * pitch - cell), ("edges", pitch))
    made = (Variant(document, wanted, (f"grid.blank='{said}'",)) for said, wanted in settings)

    def in_pdf(data: bytes) -> float:
        first, second = text_lines(data, 1)
        return second.baseline - first.baseline - cell

    def in_word(data: bytes) -> float:
        """The line above has the other half of its leading below it."""
        return (docx.read_blocks(data)[1].before + _body(data).pitch) / PT_PER_MM - cell

    return Case(tuple(made), in_pdf, in_word, _BOOKS, within=0.1)


# --- where lines and paragraphs end ----------------------------------------------------------------------------------


@case("Typography.autospace_em")
def autospace() -> Case:
    """The gap between Han and Latin, in em. Word has it or not, of its own width."""
    block = para("文x文", role="cell")

    def in_pdf(data: bytes) -> float:
        han, latin = text_lines(data, 1)[0].glyphs[:2]
        return (latin.left - han.left) * PT_PER_MM / han.size - 1

    made = (Variant(Document((block,)), em, (f"typography.autospace_em={em}",)) for em in (0.0, 0.25))
    return Case(tuple(made), in_pdf, Limit("line-breaking"), Limit("line-breaking"), within=0.01)


@case("Typography.last_line_chars")
def last_line() -> Case:
    """A paragraph of one character more than two lines."""
    block = para("字" * (26 + 28 + 1))
    made = (Variant(Document((block,)), count, (f"typography.last_line_chars={count}",)) for count in (1, 2))
    limit = Limit("line-breaking")
    return Case(tuple(made), lambda data: len(text_lines(data, 1)[-1].text), limit, limit)


def _ends(key: str, lines: int, probe: Probe) -> Case:
    """A paragraph of some lines, of which one has room on the first page, or all but one."""
    before: tuple[Block, ...] = tuple(para("文字") for _ in range(21 if key == "orphans" else 23 - lines))
    document = Document((*before, para(TARGET + "字" * (28 * lines - 4))))
    made = (
        Variant(document, wanted, ("typography.orphans=1", "typography.widows=1", f"typography.{key}={wanted}"))
        for wanted in (1, 2)
    )

    def in_book(data: bytes) -> int:
        return int(next(b for b in epub.read_blocks(data) if TARGET in b.text).styles[key])

    def in_word(data: bytes) -> int:
        """Word knows two lines or none, for both."""
        return 2 if word_block(data).widow_control else 1

    return Case(tuple(made), probe, in_word, in_book)


@case("Typography.orphans")
def orphans() -> Case:
    return _ends("orphans", 4, lambda d: 1 if TARGET in text_lines(d, 1)[-1].text else 2)


@case("Typography.widows")
def widows() -> Case:
    return _ends("widows", 4, lambda d: len(text_lines(d, 2)))
