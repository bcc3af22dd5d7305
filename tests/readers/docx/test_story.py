"""Stories: positions, wrappers around blocks, what is in no standard."""

from __future__ import annotations

from convert.model.walk import nodes
from tests.readers.docx.packages import codes, dumped, item, level, numbering, p, package, r, style, understood

H = style("H", "heading 1") + style("I", "heading 2")


def test_a_block_says_its_paragraph_and_the_headings_above() -> None:
    body = (
        p("前")
        + p("要求", "H")
        + p("目标", "I")
        + "<w:tbl><w:tr><w:tc>"
        + p("格")
        + "</w:tc></w:tr></w:tbl>"
        + p("二", "H")
        + p("后")
    )
    document, _ = understood(package(p("首") + body, styles=H))
    places = {str(node.pos) for node in nodes(document) if node.pos}
    assert {
        "paragraph 1",
        "paragraph 3",
        "paragraph 4, 要求",
        "paragraph 5, 要求 › 目标",
        "paragraph 6, 要求 › 目标",
        "paragraph 7, 二",
    } <= places
    assert all(block.pos for block in document.blocks)


def test_blocks_in_content_controls_and_custom_xml() -> None:
    body = f"<w:sdt><w:sdtContent><w:customXml>{p('甲')}</w:customXml></w:sdtContent></w:sdt>"
    assert dumped(body) == 'para\n  text "甲"'
    deep = "<w:sdt><w:sdtContent>" * 500 + p("乙") + "</w:sdtContent></w:sdt>" * 500
    assert dumped(deep) == 'para\n  text "乙"'


def test_elements_that_no_standard_knows_keep_their_words() -> None:
    assert dumped(f"<w:p2>{r('甲')}</w:p2><w:wrap>{p('乙')}</w:wrap>") == 'para\n  text "甲"\npara\n  text "乙"'


def test_embedded_documents_are_told() -> None:
    assert codes('<w:altChunk r:id="x"/>') == ["docx-object-dropped"]


def test_a_list_goes_on_in_paragraphs_of_its_style() -> None:
    indent = '<w:ind w:left="{}"/>'
    levels = level(0, "decimal", "%1.", f"<w:pPr>{indent.format(420)}</w:pPr>")
    body = item("一") + p("续", "L", indent.format(420)) + item("二") + p("完")
    assert dumped(body, styles=style("L", "List Paragraph"), numbering=numbering(levels)) == (
        'list ordered=true\n  listitem\n    para\n      text "一"\n    para\n      text "续"\n'
        '  listitem\n    para\n      text "二"\npara\n  text "完"'
    )


def test_a_list_further_in_is_inside_the_item() -> None:
    near, far = (f'<w:pPr><w:ind w:left="{left}" w:hanging="420"/></w:pPr>' for left in (420, 840))
    definition = numbering(level(0, "decimal", "%1.", near), level(0, "bullet", "•", far))
    body = item("a") + item("b", number=2) + item("c", number=2) + item("d")
    dump = dumped(body, numbering=definition)
    assert dump.count("listitem") == 4
    assert '    list\n      listitem\n        para\n          text "b"' in dump


def test_numbers_in_the_words_stand_in_the_item_above() -> None:
    definition = numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"))
    dump = dumped(item("a") + item("b", 1) + item("c"), numbering=definition)
    assert dump.count("list ordered=true") == 1
    assert '    para\n      text "1.1 b"' in dump
