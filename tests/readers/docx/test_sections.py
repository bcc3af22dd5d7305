"""Sections: pages across, headers and footers."""

from __future__ import annotations

from convert.model import Group, PageBreak
from convert.model.walk import plain
from tests.readers.docx.packages import p, package, root, understood

UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
ACROSS = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'


def section(content: str) -> str:
    return f"<w:sectPr>{content}</w:sectPr>"


def test_a_landscape_section_among_others_is_a_group() -> None:
    body = p("甲", properties=section(UPRIGHT)) + p("乙", properties=section(ACROSS)) + p("丙") + section(UPRIGHT)
    blocks = understood(package(body))[0].blocks
    assert [(type(b).__name__, b.role, plain(b)) for b in blocks] == [
        ("Para", "", "甲"),
        ("Group", "landscape", "乙"),
        ("Para", "", "丙"),
    ]


def test_where_all_pages_are_across_nothing_is_grouped() -> None:
    body = p("甲", properties=section(ACROSS)) + p("乙") + section(ACROSS)
    assert not any(isinstance(block, Group) for block in understood(package(body))[0].blocks)


def test_a_section_begins_a_page_unless_it_goes_on() -> None:
    body = p("甲", properties=section(UPRIGHT)) + p("乙") + section('<w:type w:val="{}"/>' + UPRIGHT)
    breaks = [
        sum(isinstance(b, PageBreak) for b in understood(package(body.replace("{}", kind)))[0].blocks)
        for kind in ("nextPage", "continuous")
    ]
    assert breaks == [1, 0]


def header(*lines: str) -> bytes:
    return root("hdr", "".join(map(p, lines)))


def test_issuer_and_number_of_a_header_are_metadata_and_the_rest_is_told() -> None:
    body = p("x") + section('<w:headerReference w:type="default" r:id="h"/>' + UPRIGHT)
    part = header("XX省应急管理厅文件".replace("XX", "某某"), "某应急〔2024〕12号", "内部资料", "第 1 页 共 2 页")
    document, report = understood(package(body, {"h": ("header", "header1.xml")}, word_header1_xml=part))
    assert document.meta.issuers == ("某某省应急管理厅",)
    assert document.meta.number == "某应急〔2024〕12号"
    assert [(f.code, f.args["text"]) for f in report.diagnostics] == [("docx-header-dropped", "内部资料")]


def test_a_picture_in_a_header_is_told() -> None:
    body = p("x") + section('<w:headerReference w:type="default" r:id="h"/>' + UPRIGHT)
    image = '<w:r><w:pict><v:shape><v:imagedata r:id="gone"/></v:shape></w:pict></w:r>'
    part = root("hdr", p(content=image))
    _, report = understood(package(body, {"h": ("header", "header1.xml")}, word_header1_xml=part))
    assert ("docx-header-dropped", "[picture]") in [(f.code, f.args.get("text")) for f in report.diagnostics]
