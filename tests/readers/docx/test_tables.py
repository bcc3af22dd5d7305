"""Tables."""

from __future__ import annotations

from convert.model import Table
from convert.model.walk import plain
from tests.readers.docx.packages import p, package, r, style, understood


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "", content: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or p(text)}</w:tc>"


def table(*rows: str, grid: tuple[int, ...] = (), properties: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def read(body: str, **parts: str) -> Table:
    block = understood(package(body, **parts))[0].blocks[0]
    assert isinstance(block, Table)
    return block


def shape(found: Table) -> list[list[tuple[str, int, int]]]:
    return [[(plain(c), c.colspan, c.rowspan) for c in each.cells] for each in (*found.head, *found.body)]


def test_cells_that_span() -> None:
    found = read(
        table(
            row(cell("a", '<w:gridSpan w:val="2"/>'), cell("b", '<w:vMerge w:val="restart"/>')),
            row(cell("c"), cell("d"), cell("", "<w:vMerge/>")),
            row(cell("e"), cell("f"), cell("", '<w:vMerge w:val="continue"/>')),
            grid=(1000, 2000, 1000),
        )
    )
    assert shape(found) == [[("a", 2, 1), ("b", 1, 3)], [("c", 1, 1), ("d", 1, 1)], [("e", 1, 1), ("f", 1, 1)]]
    assert [column.width for column in found.columns] == [0.25, 0.5, 0.25]


def test_a_cell_that_goes_on_from_nowhere_stands_on_its_own() -> None:
    assert shape(read(table(row(cell("a", "<w:vMerge/>"))))) == [[("a", 1, 1)]]


def test_old_cells_that_span_in_a_row() -> None:
    found = read(table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("b"))))
    assert shape(found) == [[("a", 2, 1), ("b", 1, 1)]]


def test_spans_without_measure_are_bounded() -> None:
    found = read(table(row(cell("a", '<w:gridSpan w:val="1000000000"/>'), cell("b", '<w:gridSpan w:val="-3"/>'))))
    assert len(found.columns) <= 1001


def test_rows_that_are_repeated_are_the_head() -> None:
    found = read(table(row(cell("a"), properties="<w:tblHeader/>"), row(cell("b"))))
    assert [plain(each) for each in found.head] == ["a"]
    assert found.head[0].cells[0].header


def test_a_head_is_as_long_as_its_cells() -> None:
    found = read(
        table(
            row(cell("a", '<w:vMerge w:val="restart"/>'), cell("b"), properties="<w:tblHeader/>"),
            row(cell("", "<w:vMerge/>"), cell("c")),
            row(cell("d"), cell("e")),
        )
    )
    assert (len(found.head), len(found.body)) == (2, 1)


def test_a_first_row_set_apart_by_style_or_by_bold_is_the_head() -> None:
    part = style("T", "Grid", '<w:tblStylePr w:type="firstRow"/>', kind="table")
    look = '<w:tblStyle w:val="T"/><w:tblLook w:val="0020"/>'
    rows = row(cell("a"), cell("b")), row(cell("c"), cell("d"))
    assert len(read(table(*rows, properties=look), styles=part).head) == 1
    assert len(read(table(*rows, properties=look.replace("0020", "0000")), styles=part).head) == 0
    assert len(read(table(*rows)).head) == 0
    bold = [cell("", content=p(content=r(text, "<w:b/>"))) for text in "ab"]
    assert len(read(table(row(*bold), rows[1])).head) == 1
    assert len(read(table(row(*bold), row(*bold))).head) == 0


def test_tables_in_tables_and_content_controls() -> None:
    inner = table(row(cell("in")))
    control = f"<w:sdt><w:sdtContent>{row(cell('', content=inner + p('after')))}</w:sdtContent></w:sdt>"
    found = read(table(control))
    assert isinstance(found.body[0].cells[0].children[0], Table)
    assert plain(found) == "inafter"


def test_an_alignment_of_all_paragraphs_is_the_cells() -> None:
    centred = cell("", content=p("a", properties='<w:jc w:val="center"/>'))
    assert read(table(row(centred))).body[0].cells[0].align == "center"


def test_a_table_without_cells_is_none() -> None:
    assert understood(package(table() + p("x")))[0].blocks[0] != Table(())
    assert plain(understood(package(table() + p("x")))[0]) == "x"


def test_a_row_that_begins_further_in_has_room_before_it() -> None:
    found = read(
        table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>'), grid=(1000, 1000))
    )
    assert shape(found) == [[("a", 1, 1), ("b", 1, 1)], [("", 1, 1), ("c", 1, 1)]]


def test_columns_are_as_wide_as_cells_say_where_the_grid_does_not() -> None:
    width = '<w:tcW w:w="{}" w:type="dxa"/>'
    found = read(table(row(cell("a", width.format(1000)), cell("b", width.format(3000)))))
    assert [column.width for column in found.columns] == [0.25, 0.75]
