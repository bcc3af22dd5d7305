from __future__ import annotations

from hypothesis import given

from convert.diagnostics import Pos
from convert.model import Cell, Column, Document, Heading, List, ListItem, Media, Meta, Row, Table, Text
from convert.model.build import para
from convert.model.dump import dump
from convert.model.walk import nodes
from tests.strategies import documents


def test_a_tree_reads_as_indented_text() -> None:
    document = Document(
        (
            Heading((Text("一、总体要求"),), 2, id="first"),
            para("各市：\t“甲”", role="recipient"),
            List((ListItem((Text("项"),), (para("说明"),)),), ordered=True, start=3),
            Table((Column(0.5),), (Text("表1"),), body=(Row((Cell((para("甲"),), colspan=2),)),)),
        ),
        Meta(title="关于 A 的通知", keywords=("安全", "x"), extra={"k": "v"}),
        {"red": Media("image/png", b"12345")},
    )
    assert dump(document) == (
        'meta title="关于 A 的通知" keywords=["安全", x] extra={k: v}\n'
        "heading level=2 id=first\n"
        '  text "一、总体要求"\n'
        "para role=recipient\n"
        '  text "各市：\\t“甲”"\n'
        "list ordered=true start=3\n"
        "  listitem\n"
        "    term:\n"
        '      text "项"\n'
        "    para\n"
        '      text "说明"\n'
        "table\n"
        "  columns:\n"
        "    column width=0.5\n"
        "  caption:\n"
        '    text "表1"\n'
        "  body:\n"
        "    row\n"
        "      cell colspan=2\n"
        "        para\n"
        '          text "甲"\n'
        "media red image/png 5 bytes\n"
    )


def test_positions_are_shown_when_asked_for() -> None:
    document = Document((para("甲", pos=Pos(7, 3)),))
    assert "para @7:3\n" in dump(document, positions=True)
    assert "@" not in dump(document)


@given(documents())
def test_every_node_has_its_line(document: Document) -> None:
    lines = [line.strip() for line in dump(document).splitlines() if line]
    shown = [line.split(" ")[0] for line in lines if not line.endswith(":")]
    wanted = [type(node).__name__.lower() for node in nodes(document)]
    assert [kind for kind in shown if kind not in ("meta", "media")] == wanted
