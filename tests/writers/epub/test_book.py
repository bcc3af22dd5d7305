"""What a finished book says and holds: package, navigation, content, fonts, links."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.model import Block, Document, Link, List, ListItem, Meta, PageBreak, Text
from convert.model.build import heading, para
from convert.writers.epub import write
from convert.writers.epub.markup import css_name, xml_id
from convert.writers.epub.parts import LONG
from tests.specimens import SENTENCE, composition, report_composition

_NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_TYPE = "{http://www.idpf.org/2007/ops}type"


def members(*blocks: Block, findings: Report | None = None, **meta: object) -> dict[str, bytes]:
    return unpack(write(composition(Document(blocks, Meta(**meta)), findings)))  # type: ignore[arg-type]


def select(data: bytes, path: str) -> list[Any]:
    return etree.fromstring(data).xpath(path, namespaces=_NAMES)  # type: ignore[no-any-return]


def contents(files: dict[str, bytes]) -> list[str]:
    return [name for name in files if re.fullmatch(r"EPUB/content-\d+\.xhtml", name)]


def test_the_package_comes_first_and_uncompressed() -> None:
    data = write(report_composition())
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_subtitle_and_number_are_said_beside_title_and_identifier() -> None:
    package = members(para("文"), title="报告", subtitle="2025年", number="〔2025〕1号")["EPUB/content.opf"]
    assert select(package, "//dc:title/text()") == ["报告", "2025年"]
    assert select(package, "//opf:meta[@refines='#subtitle']/text()") == ["subtitle"]
    first, second = select(package, "//dc:identifier")
    assert first.get("id") == select(package, "/opf:package/@unique-identifier")[0]
    assert second.text == "〔2025〕1号"


def test_the_cover_is_the_title_page() -> None:
    files = members(para("文"), title="报告", issuers=("甲厅", "乙厅"), date="2025年6月", extra={"cover": "true"})
    page = files["EPUB/title.xhtml"]
    assert select(page, "//x:section/@*") == ["titlepage"]
    assert select(page, "//x:h1/text()") == ["报告"]
    assert select(page, "//x:p/@class") == ["cover-issuer", "cover-date"]
    assert "报告" not in "".join(select(files["EPUB/content-1.xhtml"], "//x:body//text()"))
    untitled = members(para("文"), issuers=("甲厅",), extra={"cover": "true"})
    assert select(untitled["EPUB/title.xhtml"], "//x:p/@class") == ["cover-issuer"]


def test_metadata_names_people_and_dates_that_are_given() -> None:
    package = members(
        para("文"),
        title="报告",
        authors=("甲",),
        editors=("乙",),
        issuers=("某厅",),
        date="2025年6月3日",
        lang="zh-Hans",
    )["EPUB/content.opf"]
    assert select(package, "//dc:creator/text()") == ["甲"]
    assert select(package, "//dc:contributor/text()") == ["乙"]
    assert select(package, "//dc:publisher/text()") == ["某厅"]
    assert select(package, "//dc:date/text()") == ["2025-06-03"]
    assert select(package, "//opf:meta[@property='dcterms:modified']/text()") == ["2025-06-03T00:00:00Z"]
    assert "structuralNavigation" in select(package, "//opf:meta[@property='schema:accessibilityFeature']/text()")


def test_no_date_is_made_up() -> None:
    assert select(members(para("6月3日"), date="6月3日")["EPUB/content.opf"], "//dc:date") == []


def test_the_identifier_depends_on_the_contents_alone() -> None:
    def identifier(text: str, own: str = "") -> str:
        return str(select(members(para(text), identifier=own)["EPUB/content.opf"], "//dc:identifier/text()")[0])

    assert identifier("甲") == identifier("甲")
    assert identifier("甲") != identifier("乙")
    assert identifier("甲", "urn:isbn:9780306406157") == "urn:isbn:9780306406157"


def test_the_title_stands_once_on_a_page_of_its_own() -> None:
    files = unpack(write(report_composition()))
    texts = {name: "".join(select(data, "//x:body//text()")) for name, data in files.items() if name.endswith(".xhtml")}
    assert "省应急管理厅召开党委扩大会议" in texts["EPUB/title.xhtml"]
    assert texts["EPUB/content-1.xhtml"].lstrip().startswith("6月23日")
    (section,) = select(files["EPUB/title.xhtml"], "//x:section")
    assert section.get(_TYPE) == "titlepage"


def test_navigation_nests_headings() -> None:
    nav = members(heading(1, "一"), heading(2, "（一）"), heading(1, "二"))["EPUB/nav.xhtml"]
    toc = next(element for element in select(nav, "//x:nav") if element.get(_TYPE) == "toc")
    top = toc.xpath("x:ol/x:li/x:a/text()", namespaces=_NAMES)
    below = toc.xpath("x:ol/x:li[1]/x:ol/x:li/x:a/text()", namespaces=_NAMES)
    assert (top, below) == (["一", "二"], ["（一）"])


def test_a_long_document_is_cut_at_its_chapters() -> None:
    chapter = [para(SENTENCE * 10)] * (LONG // len(SENTENCE) // 20 + 1)
    blocks: list[Block] = [para("前言")]
    for number in range(3):
        blocks += heading(1, f"第{number}章", id=f"c{number}"), *chapter
    link = para(Link((Text("第2章"),), "#c2"))
    files = members(link, *blocks)
    assert len(contents(files)) == 4
    assert select(files["EPUB/content-1.xhtml"], "//x:a/@href") == ["content-4.xhtml#c2"]
    assert len(contents(members(heading(1, "一"), para("短"), heading(1, "二")))) == 1


def test_heading_tags_have_no_gaps() -> None:
    files = members(para("报告", role="title"), heading(1, "一"), heading(3, "跳"), heading(2, "（一）"), title="报告")
    tags = [etree.QName(e).localname for e in select(files["EPUB/content-1.xhtml"], "//x:h2|//x:h3|//x:h4")]
    assert tags == ["h2", "h3", "h3"]


def test_a_link_leads_to_the_heading_of_that_name() -> None:
    """Not to one without a name, whatever it is called here."""
    html = members(heading(1, "一"), heading(1, "二", id="heading-1"), para(Link((Text("此"),), "#heading-1")))
    (href,) = select(html["EPUB/content-1.xhtml"], "//x:a/@href")
    assert select(html["EPUB/content-1.xhtml"], f"//*[@id='{href.partition('#')[2]}']/text()") == ["二"]


def test_a_page_break_is_a_class_of_what_follows() -> None:
    files = members(para("前"), PageBreak(), para("后"))
    assert select(files["EPUB/content-1.xhtml"], "//x:p[contains(@class,'new-page')]/text()") == ["后"]


def test_lists_keep_their_numbers() -> None:
    items = (ListItem((), (para("甲"),)), ListItem((), (para("乙"),)))
    (made,) = select(members(List(items, ordered=True, start=3, style="lower-alpha"))["EPUB/content-1.xhtml"], "//x:ol")
    assert (made.get("start"), made.get("type"), len(made)) == ("3", "a", 2)


def test_names_fit_xml_and_css() -> None:
    assert (xml_id("fig:1"), xml_id("1a"), xml_id("中文"), xml_id("a²")) == ("id-fig_3a_1", "id-1a", "中文", "id-a_b2_")
    assert (xml_id("a\ufffd"), xml_id("a\U000e0100")) == ("id-a_fffd_", "id-a_e0100_")  # no address may have these
    assert (css_name("1st role"), css_name("附件"), css_name("")) == ("_1st-role", "附件", "_")


@given(st.lists(st.text(st.sampled_from("aª1_-.:²中 "), min_size=1) | st.just("id-1"), unique=True))
def test_names_stay_apart_as_ids(names: list[str]) -> None:
    ids = [xml_id(name) for name in names]
    assert len(set(ids)) == len(ids)
    assert [etree.QName(id).localname for id in ids] == ids  # lxml refuses what is no name


@pytest.mark.parametrize("name", ["title", "content-1", "entry-1", "heading-1"])
def test_entries_of_the_contents_have_ids_of_their_own(name: str) -> None:
    """Whatever the headings are called."""
    files = members(
        para("报告", role="title"), heading(1, "一"), heading(1, "二", id=name), heading(2, "（一）"), title="报告"
    )
    ids = [point.get("id") for point in etree.fromstring(files["EPUB/toc.ncx"]).iter("{*}navPoint")]
    assert len(ids) == len(set(ids)) == 4


def test_entries_of_the_old_contents_have_names_of_their_own() -> None:
    files = members(heading(1, "甲"), heading(2, "乙"), heading(2, "丙"), heading(1, "丁"), heading(1, "戊"))
    points = select(files["EPUB/toc.ncx"], "//*[local-name()='navPoint']")
    assert len({point.get("id") for point in points}) == len(points) == 5
    assert [point[0][0].text for point in points] == ["甲", "乙", "丙", "丁", "戊"]
