"""Cases for tables."""

from __future__ import annotations

from convert.measure import docx, epub, pdf
from convert.model import Align, Cell, Column, List, ListItem, Row, Table, Text
from convert.model.build import para
from tests.parity.cells import Case, Variant, case, simple
from tests.parity.looks import BODY, TARGET, book_elements, pdf_tags, words


def cell(text: str = "", **more: object) -> Cell:
    """A cell of plain text."""
    return Cell((para(text),) if text else (), **more)  # type: ignore[arg-type]


def table(*rows: tuple[Cell, ...], columns: int = 2, **more: object) -> Table:
    """A table of plain columns."""
    body = tuple(Row(row) for row in rows)
    return Table(tuple(Column() for _ in range(columns)), body=body, **more)  # type: ignore[arg-type]


def _pdf_rows(data: bytes) -> list[list[str]]:
    return [[kid.text for kid in row.children] for row in pdf_tags(data, "TR")]


def _word_rows(data: bytes) -> list[list[str]]:
    (found,) = docx.read_tables(data)
    return [[each.text for each in row.cells if each.merged != "continue"] for row in found.rows]


def _book_rows(data: bytes) -> list[list[str]]:
    rows: list[list[str]] = []
    for each in epub.read_elements(data):
        if each.name == "tr":
            rows.append([])
        elif each.name in ("th", "td"):
            rows[-1].append(each.text.strip())
    return rows


_GRID = table((cell("甲"), cell("乙")), (cell("丙"), cell("丁")))
_ROWS = [["甲", "乙"], ["丙", "丁"]]


@case("Table")
def table_() -> Case:
    return Case((simple(_GRID, wanted=_ROWS),), _pdf_rows, _word_rows, _book_rows)


@case("Row")
def row() -> Case:
    return table_()


@case("Cell")
def cell_() -> Case:
    """It holds blocks, not only words."""
    items = Cell((para("甲"), List((ListItem((), (para("项"),)),))))
    made = (simple(table((items, cell("乙"))), wanted="甲•项乙"),)
    return Case(made, words, words, words)


@case("Column")
def column() -> Case:
    return Case(
        (simple(_GRID, wanted=2),),
        pdf=lambda data: len(_pdf_rows(data)[0]),
        docx=lambda data: len(docx.read_tables(data)[0].widths),
        epub=lambda data: len(_book_rows(data)[0]),
    )


@case("Table.caption")
def table_caption() -> Case:
    captioned = table((cell("甲"),), columns=1, caption=(Text("情况表"),))

    def in_pdf(data: bytes) -> tuple[str, bool]:
        above = words(data).index("情况表") < words(data).index("甲")
        return pdf_tags(data, "Caption")[0].text[-3:], above

    def in_word(data: bytes) -> tuple[str, bool]:
        blocks = docx.read_blocks(data)
        at = next(n for n, block in enumerate(blocks) if block.style == "caption")
        return blocks[at].text[-3:], blocks[at].keep_next and "甲" in blocks[at + 1].text

    def in_book(data: bytes) -> tuple[str, bool]:
        (found,) = book_elements(data, "caption")
        return found.text.strip()[-3:], found.within[-1] == "table"

    return Case((simple(captioned, wanted=("情况表", True)),), in_pdf, in_word, in_book)


@case("Table.number")
def table_number() -> Case:
    """Printed before the caption; a field in Word, so that it goes on counting."""
    captioned = table((cell("甲"),), columns=1, caption=(Text("情况"),), number="表3　")

    def in_word(data: bytes) -> str:
        fields = [field.result for field in docx.read_fields(data) if field.instruction.startswith("SEQ 表")]
        return words(data) if fields == ["3"] else ""

    return Case((simple(captioned, wanted="表3情况甲"),), words, in_word, words)


@case("Table.head")
def table_head() -> Case:
    """Header cells that come again on every page."""
    body = [(cell(f"第{n}行"),) for n in range(60)]
    long = table(*body, columns=1, head=(Row((cell(TARGET),)),))

    def in_pdf(data: bytes) -> bool:
        pages = len(pdf.page_sizes(data))
        shown = {glyph.page for glyph in pdf.read_glyphs(data) if glyph.char == TARGET}
        return pages > 1 and shown == set(range(1, pages + 1)) and pdf_tags(data, "TH")[0].text == TARGET

    return Case(
        (simple(long, wanted=True),),
        pdf=in_pdf,
        docx=lambda data: [row.header for row in docx.read_tables(data)[0].rows[:2]] == [True, False],
        epub=lambda data: (
            next(each.text for each in book_elements(data, "th") if "thead" in each.within).strip() == TARGET
        ),
    )


@case("Table.body")
def table_body() -> Case:
    return table_()


@case("Table.notes")
def table_notes() -> Case:
    """Below, in the size of notes."""
    noted = table((cell("甲"),), columns=1, notes=(para("注：快报数。"),))

    def in_pdf(data: bytes) -> tuple[str, float]:
        line = next(line for line in pdf.read_lines(data) if line.text.startswith("注"))
        return line.text, line.size

    def in_word(data: bytes) -> tuple[str, float]:
        block = next(block for block in docx.read_blocks(data) if block.text.startswith("注"))
        return block.text, block.size

    def in_book(data: bytes) -> tuple[str, float]:
        block = next(block for block in epub.read_blocks(data) if block.text.startswith("注"))
        return block.text, block.size * BODY

    return Case((simple(noted, wanted=("注：快报数。", 10.5)),), in_pdf, in_word, in_book, within=0.01)


# --- cells and columns -----------------------------------------------------------------------------------------------


def _spanning(**span: int) -> Variant:
    rows = (
        ((cell(TARGET, **span),), (cell(), cell()))
        if "colspan" in span
        else ((cell(TARGET, **span), cell()), (cell(),))
    )
    return simple(table(*rows), wanted=2)


def _pdf_cell(data: bytes) -> pdf.Tag:
    return next(tag for tag in pdf.read_tags(data).walk() if tag.type in ("TD", "TH") and tag.text == TARGET)


def _book_cell(data: bytes) -> epub.Element:
    return next(e for e in epub.read_elements(data) if e.name in ("td", "th") and e.text.strip() == TARGET)


@case("Cell.colspan")
def cell_colspan() -> Case:
    return Case(
        (_spanning(colspan=2),),
        pdf=lambda data: int(_pdf_cell(data).attributes["ColSpan"]),
        docx=lambda data: docx.read_tables(data)[0].rows[0].cells[0].span,
        epub=lambda data: int(_book_cell(data).attributes["colspan"]),
    )


@case("Cell.rowspan")
def cell_rowspan() -> Case:
    def in_word(data: bytes) -> int:
        merged = [row.cells[0].merged for row in docx.read_tables(data)[0].rows]
        return len(merged) if merged == ["restart", "continue"] else 1

    return Case(
        (_spanning(rowspan=2),),
        pdf=lambda data: int(_pdf_cell(data).attributes["RowSpan"]),
        docx=in_word,
        epub=lambda data: int(_book_cell(data).attributes["rowspan"]),
    )


@case("Cell.header")
def cell_header() -> Case:
    """In a body row it heads the row, and looks so."""

    def in_pdf(data: bytes) -> tuple[str, str]:
        font = next(glyph.font for glyph in pdf.read_glyphs(data) if glyph.char == TARGET)
        return _pdf_cell(data).attributes["Scope"].lower(), "黑体" if "Hei" in font else font

    def in_book(data: bytes) -> tuple[str, str]:
        (block,) = (block for block in epub.read_blocks(data) if block.text == TARGET)
        return _book_cell(data).attributes["scope"], next(name for name in block.families if not name.isascii())

    def in_word(data: bytes) -> tuple[str, str]:
        """Word knows no header cells, only rows: the look tells."""
        return "row", next(block.east_asian for block in docx.read_blocks(data) if block.text == TARGET)

    rows = ((cell(TARGET, header=True), cell("乙")),)
    return Case((simple(table(*rows), wanted=("row", "黑体")),), in_pdf, in_word, in_book)


def aligned(data: bytes) -> str:
    """How the target's cell is aligned: by where it stands in its cell."""
    match data[:4]:
        case b"%PDF":
            glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.char == TARGET)
            edges = {stroke.left for stroke in pdf.read_strokes(data) if stroke.right - stroke.left < 0.01}
            left = max(edge for edge in edges if edge < glyph.left)
            right = min(edge for edge in edges if edge > glyph.left)
            before, after = glyph.left - left, right - glyph.right
            return "center" if abs(before - after) < 1 else "left" if before < after else "right"
        case _ if b"epub" in data[:80]:
            return next(block.styles["text-align"] for block in epub.read_blocks(data) if block.text == TARGET)
    return next(block.align for block in docx.read_blocks(data) if block.text == TARGET)


_SIDES: tuple[Align, ...] = ("left", "center", "right")


@case("Cell.align")
def cell_align() -> Case:
    made = (simple(table((cell(TARGET, align=side), cell("乙"))), wanted=side) for side in _SIDES)
    return Case(tuple(made), aligned, aligned, aligned)


@case("Column.align")
def column_align() -> Case:
    columns = ((Column(0, side), Column()) for side in _SIDES)
    rows = (Row((cell(TARGET), cell("乙"))),)
    made = (simple(Table(each, body=rows), wanted=side) for each, side in zip(columns, _SIDES, strict=True))
    return Case(tuple(made), aligned, aligned, aligned)


@case("Column.width")
def column_width() -> Case:
    """The first column's share of the table's width."""
    rows = (Row((cell("甲"), cell("乙"))),)

    def in_pdf(data: bytes) -> float:
        edges = sorted({round(stroke.left, 1) for stroke in pdf.read_strokes(data)} | {184.0})
        return (edges[1] - edges[0]) / (edges[-1] - edges[0])

    def in_word(data: bytes) -> float:
        (found,) = docx.read_tables(data)
        return found.widths[0] / sum(found.widths)

    def in_book(data: bytes) -> float:
        return float(book_elements(data, "col")[0].styles["width"].removesuffix("%")) / 100

    made = (simple(Table((Column(share), Column(1 - share)), body=rows), wanted=share) for share in (0.3, 0.75))
    return Case(tuple(made), in_pdf, in_word, in_book, within=0.01)
