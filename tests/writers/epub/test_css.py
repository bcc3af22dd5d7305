"""The style sheet as CSS: what readers on screens need of it."""

from __future__ import annotations

from convert.kit.archive import unpack
from convert.model import Cell, CodeBlock, Column, Document, Group, List, ListItem, Row, Span, Table
from convert.model.build import inlines, para
from convert.writers.epub import write
from tests.specimens import composition


def css_of(*blocks: object) -> dict[str, str]:
    """The declarations of each selector that stands alone in its rule."""
    css = unpack(write(composition(Document(blocks))))["EPUB/style.css"].decode()  # type: ignore[arg-type]
    rules = (rule.split("{", 1) for rule in css.replace("}", "").splitlines() if rule.count("{") == 1)
    return {selector: declarations for selector, declarations in rules}


def test_ink_is_left_to_the_reading_system_but_stays_legible_on_a_ground() -> None:
    css = css_of(para("正文", Span(inlines("重点"), role="highlight")))
    assert "color:" not in css[".body"]
    assert "background:#fff2a8" in css[".text-highlight"]
    assert "color:#000000" in css[".text-highlight"]


def test_list_markers_are_set_in_the_lists_face() -> None:
    css = css_of(List((ListItem(children=(para("甲"),)),), ordered=True))
    families = css[".list"].split(";")[0]
    assert families.startswith("font-family:") and css["li"].startswith(families)


def test_columns_are_two_characters_wide_at_least() -> None:
    cells = Cell((para("单位"),)), Cell((para("很长的备注" * 20),))
    css = css_of(Table((Column(), Column()), body=(Row(cells),)))
    assert "min-width:1.5em" in css["th,td"]  # of the body's 16 pt: two of 12 pt


def test_each_look_of_tables_has_its_rules() -> None:
    cells = Row((Cell((para("甲"),)), Cell((para("乙"),))))
    files = unpack(write(composition(Document((Table((Column(), Column()), head=(cells,), body=(cells,)),)))))
    assert 'class="table-grid"' in next(v for k, v in files.items() if k.endswith("content-1.xhtml")).decode()
    css = css_of()
    assert css[".table-grid"] == "border:solid;border-width:0.5pt 0.5pt 0.5pt"
    assert css[".table-three-line"] == "border:solid;border-width:1.5pt 0pt 1.5pt"
    assert css[".table-three-line>thead+tbody>tr:first-child>*"] == "border-top-width:0.75pt"
    assert css[".table-three-line>*>tr+tr>*"] == "border-top-width:0pt"
    assert css[".table-three-line>thead>tr:not(:last-child)>[colspan]"] == "border-bottom-width:0.5pt"
    assert css[".table-plain"] == "border:solid;border-width:0pt 0pt 0pt"


def test_boxes_have_their_rules_on_the_block_that_they_are_drawn_around() -> None:
    book = unpack(write(composition(Document((Group((para("甲"),), role="boxed"), CodeBlock("x"))))))
    page = next(data.decode() for name, data in book.items() if "content-1" in name)
    assert '<div class="group-boxed box-boxed">' in page
    assert '<pre class="code box-code">' in page
    css = book["EPUB/style.css"].decode()
    assert ".box-boxed{border:solid #000000;border-width:0.5pt 0.5pt 0.5pt 0.5pt;" in css


def test_code_has_spans_for_its_kinds_and_keeps_its_tabs() -> None:
    book = unpack(write(composition(Document((CodeBlock("def f():\n\treturn 1", "python"),)))))
    page = next(data.decode() for name, data in book.items() if "content-1" in name)
    assert '<span class="text-code-keyword">def </span>' in page
    assert '\n\t<span class="text-code-keyword">return </span>' in page
    assert ".text-code-keyword{color:#0b3d91}" in book["EPUB/style.css"].decode()
