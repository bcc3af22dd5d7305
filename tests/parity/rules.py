"""Cases for how a style draws tables."""

from __future__ import annotations

from collections.abc import Callable

from convert.measure import docx, epub, pdf
from convert.model import Row, Table
from tests.parity.cells import Case, Limit, Variant, case, simple
from tests.parity.looks import BODY, PT_PER_MM, TARGET, book_elements, docx_look, pdf_look
from tests.parity.tables import cell, table

CELL = 12.0
"""The size of a cell's text, in pt."""
_ALL = ("top", "bottom", "head", "rows", "columns", "sides", "span")
_THIN = "tables.target={" + ", ".join(f"{name}_pt=0.5" for name in _ALL) + "}"


def _framed(role: str = "target") -> Table:
    """A table of two header rows, the first one's cell over both columns, and two rows."""
    head = (Row((cell("头", colspan=2),)), Row((cell("左"), cell("右"))))
    return table((cell("甲"), cell("乙")), (cell("丙"), cell(TARGET)), head=head, role=role)


def _pdf_rules(data: bytes) -> dict[str, float]:
    """The weights by where they are drawn, from top to bottom and from left to right; of two the wider is seen."""
    down: dict[float, float] = {}
    across: dict[float, float] = {}
    for each in pdf.read_strokes(data):
        places, at = (down, each.top) if each.right - each.left > 0.1 else (across, each.left)
        places[round(at, 1)] = max(each.weight, places.get(round(at, 1), 0.0))
    names = dict(zip(("top", "span", "head", "rows", "bottom"), (down[y] for y in sorted(down)), strict=True))
    sides = dict(zip(("sides", "columns", "right"), (across[x] for x in sorted(across)), strict=True))
    return names | sides


def _word_rules(data: bytes) -> dict[str, float]:
    """The table's rules, and those that single cells have in their stead."""
    (found,) = docx.read_tables(data)
    rules, rows = found.rules, found.rows
    inside = rules["insideH"]
    return {
        "top": rules["top"],
        "bottom": rules["bottom"],
        "sides": rules["left"],
        "rows": inside,
        "columns": rules["insideV"],
        "span": rows[0].cells[0].rules.get("bottom", inside),
        "head": rows[1].cells[0].rules.get("bottom", inside),
    }


def _book_rules(data: bytes) -> dict[str, float]:
    """The widths of borders; of two that meet the wider one is drawn."""

    def width(element: epub.Element, side: str) -> float:
        return float(element.rules[side].removesuffix("pt"))

    (outer,), heads, bodies = (book_elements(data, name) for name in ("table", "th", "td"))
    return {
        "top": max(width(outer, "top"), width(heads[0], "top")),
        "bottom": max(width(outer, "bottom"), width(bodies[-1], "bottom")),
        "sides": max(width(outer, "left"), width(bodies[0], "left")),
        "span": max(width(heads[0], "bottom"), width(heads[1], "top")),
        "head": max(width(heads[1], "bottom"), width(bodies[0], "top")),
        "rows": max(width(bodies[0], "bottom"), width(bodies[2], "top")),
        "columns": max(width(bodies[0], "right"), width(bodies[1], "left")),
    }


def _rule(name: str, *weights: float) -> Callable[[], Case]:
    def make() -> Case:
        made = (simple(_framed(), wanted=pt, settings=(_THIN, f"tables.target.{name}_pt={pt}")) for pt in weights)
        return Case(
            tuple(made),
            pdf=lambda data: _pdf_rules(data)[name],
            docx=lambda data: _word_rules(data)[name],
            epub=lambda data: _book_rules(data)[name],
        )

    return make


for _name in _ALL:
    case(f"TableLook.{_name}")(_rule(_name, 1.0, 1.5))


@case("TableLook.padding_em")
def padding() -> Case:
    """From a rule to the text, in em of the cell's text."""

    def in_pdf(data: bytes) -> float:
        glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.char == "甲")
        return (glyph.left - min(stroke.left for stroke in pdf.read_strokes(data))) * PT_PER_MM / CELL

    def in_book(data: bytes) -> float:
        return float(book_elements(data, "td")[0].styles["padding-left"].removesuffix("em")) * BODY / CELL

    made = (simple(_framed(), wanted=em, settings=(_THIN, f"tables.target.padding_em={em}")) for em in (0.3, 1.0))
    return Case(
        tuple(made),
        pdf=in_pdf,
        docx=lambda data: docx.read_tables(data)[0].padding["left"] / CELL,
        epub=in_book,
        within=0.01,
    )


@case("TableLook.valign")
def valign() -> Case:
    """In a row that another cell makes high."""
    high = table((cell(TARGET), cell("很长的文字" * 20)), columns=2, role="target")

    def in_pdf(data: bytes) -> str:
        glyphs = pdf.read_glyphs(data)
        first = next(glyph for glyph in glyphs if glyph.char == "很")
        return "top" if abs(next(g for g in glyphs if g.char == TARGET).baseline - first.baseline) < 1 else "middle"

    made = (simple(high, wanted=side, settings=(_THIN, f"tables.target.valign='{side}'")) for side in ("top", "middle"))
    return Case(
        tuple(made),
        pdf=in_pdf,
        docx=lambda data: docx.read_tables(data)[0].rows[0].cells[0].valign.replace("center", "middle"),
        epub=lambda data: book_elements(data, "td")[0].styles["vertical-align"],
    )


@case("TableLook.shade")
def shade() -> Case:
    def in_pdf(data: bytes) -> str:
        glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.char == "左")
        around = (area for area in pdf.read_areas(data) if area.left < glyph.left < area.right)
        return next(area.color for area in around if area.top < glyph.middle < area.bottom)

    made = (
        simple(_framed(), wanted=color, settings=(_THIN, f"tables.target.shade='{color}'"))
        for color in ("#f2f2f2", "#ffeeaa")
    )
    return Case(
        tuple(made),
        pdf=in_pdf,
        docx=lambda data: docx.read_tables(data)[0].rows[1].cells[0].shade,
        epub=lambda data: book_elements(data, "th")[1].styles["background"],
    )


@case("TableLook.numbers")
def numbers() -> Case:
    """A column of numbers by its points; in a book they are set in the middle, with room for what others have more."""
    rows = table(*((cell(number), cell("字")) for number in ("1.5", "12.25", "3.125")), role="target")

    def in_pdf(data: bytes) -> str:
        points = [glyph.left for glyph in pdf.read_glyphs(data) if glyph.char == "."]
        return "decimal" if len(points) == 3 and max(points) - min(points) < 0.05 else "plain"

    def in_word(data: bytes) -> str:
        stops = {block.tabs for block in docx.read_blocks(data) if "." in block.text}
        return "decimal" if stops == {("decimal",)} else "plain"

    kinds = ("plain", "decimal")
    made = (simple(rows, wanted=kind, settings=(_THIN, f"tables.target.numbers='{kind}'")) for kind in kinds)
    return Case(tuple(made), in_pdf, in_word, Limit("tables"))


# --- which look a table has ------------------------------------------------------------------------------------------


def _tops(*variants: Variant) -> Case:
    """A case told by the weight of the table's first rule."""
    return Case(
        variants,
        pdf=lambda data: pdf.read_strokes(data)[0].weight if len(pdf.read_strokes(data)) else 0.0,
        docx=lambda data: _word_rules(data)["top"],
        epub=lambda data: _book_rules(data)["top"],
    )


@case("Tables.looks")
def looks() -> Case:
    """By the table's role."""
    return _tops(simple(_framed("grid"), wanted=0.5), simple(_framed("three-line"), wanted=1.5))


@case("Tables.default")
def default() -> Case:
    settings = (("'grid'", 0.5), ("'three-line'", 1.5))
    return _tops(*(simple(_framed(""), wanted=pt, settings=(f"table.look={name}",)) for name, pt in settings))


@case("Tables.rule")
def usual_rule() -> Case:
    return _tops(*(simple(_framed("grid"), wanted=pt, settings=(f"table.rule_pt={pt}",)) for pt in (0.5, 1.0)))


@case("Tables.smaller")
def smaller() -> Case:
    """The size of the cells of a table whose words would break in the usual size."""
    wide = table((cell(f"四字{TARGET}词"), *(cell("四字一词") for _ in range(7))), columns=8)
    sizes = (("[]", CELL), ("['small', 'smallest']", 10.5))
    return Case(
        tuple(simple(wide, wanted=pt, settings=(f"table.smaller={said}",)) for said, pt in sizes),
        pdf=lambda data: pdf_look(data).size,
        docx=lambda data: docx_look(data).size,
        epub=Limit("tables"),
    )
