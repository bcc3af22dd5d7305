"""Tables that only lay out a page. Browsers tell them apart for screen readers; so do we, with their signs, but in
doubt a table stays a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from convert.reading.html.styles import declarations

_DATA_TAGS = frozenset({"caption", "col", "colgroup", "tfoot", "th", "thead"})
_DATA_ROLES = frozenset({"grid", "table", "treegrid"})
_LONG = 400  # characters of a cell that is no cell of data
_SECTIONS = frozenset({"article", "form", "h1", "h2", "h3", "nav", "section"})


_TABULAR = re.compile(r"(?:^|[\s,>])(?:table|td|th)(?![\w-])[^\s,>+~]*\s*(?:,|$)")  # the last part of a selector
_DRAWN = re.compile(r"solid|double|\dpx")


def has_bordered_tables(root: Any) -> bool:
    """Whether a style sheet of the page draws borders around tables or cells."""
    return any(
        _TABULAR.search(selectors) and any(map(_draws_border, body.split(";")))
        for style in root.iter("style")
        for selectors, body in _rules((style.text or "").lower())
    )


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and the body of each rule of a style sheet, those within others' braces as well."""
    for rule in sheet.split("}"):
        parts = rule.split("{")
        if len(parts) > 1:
            yield parts[-2], parts[-1]


def _draws_border(declaration: str) -> bool:
    name, _, value = declaration.partition(":")
    return name.lstrip().startswith("border") and _DRAWN.search(value) is not None


def lays_out(table: Any, rows: list[Any], bordered: bool) -> bool:
    """Whether a table is there for the layout only.

    It is where its role says so. It is not where it has what only tables of data have: a caption, header cells,
    columns, a summary, borders (also by a style sheet: `bordered`; a single cell with long text aside). Else it is where it has a single row or column, or where a cell holds another table, a
    heading, a form, or paragraphs at length.
    """
    role = (table.get("role") or "").strip().lower()
    if role in ("presentation", "none"):
        return True
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    flat = [cell for row in cells for cell in row]
    if role in _DATA_ROLES or bordered or _is_data(table, rows):
        return len(flat) == 1 and flat[0].tag == "td" and _is_part_of_a_page(flat[0])
    most = max(map(len, cells), default=0)
    return len(rows) <= 1 or most <= 1 or any(_is_part_of_a_page(cell) for cell in flat)


def _is_data(table: Any, rows: list[Any]) -> bool:
    if table.get("summary") or (table.get("border") or "0").strip() not in ("", "0") or table.get("rules"):
        return True
    own = [*table, *(child for section in table for child in section), *(cell for row in rows for cell in row)]
    if any(each.tag in _DATA_TAGS for each in own):
        return True
    return any(_has_border(each) for each in (table, *(cell for row in rows[:2] for cell in row)))


def _has_border(element: Any) -> bool:
    css = declarations(element)
    drawn = [value for name, value in css.items() if name.startswith("border") and name[6:7] in ("", "-")]
    return any("solid" in value or "double" in value or "dashed" in value for value in drawn)


def _is_part_of_a_page(cell: Any) -> bool:
    length = 0
    for inner in cell.iterdescendants():
        if inner.tag in _SECTIONS or inner.tag == "table":
            return True
        length += len(inner.text or "") + len(inner.tail or "") if isinstance(inner.tag, str) else 0
    return length + len(cell.text or "") > _LONG and len(list(cell.iter("p", "div", "br"))) > 2
