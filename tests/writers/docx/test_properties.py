"""What a finished DOCX says of itself: nothing made up, nothing lost, every name once."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
import pytest
from lxml import etree

from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.model import Block, Document, Meta, PageBreak, Ref
from convert.model.build import heading, para
from convert.writers.docx import write
from tests.specimens import composition


def written(meta: Meta) -> bytes:
    return write(composition(Document((para("文"),), meta)))


def custom(data: bytes) -> list[tuple[str, str]]:
    """The properties that users define, in order."""
    root = etree.fromstring(unpack(data)["docProps/custom.xml"])
    return [(item.get("name", ""), item.findtext("vt:lpwstr", "", NAMESPACES)) for item in root]


def test_core_properties_are_the_document_s() -> None:
    core = docx.Document(
        io.BytesIO(
            written(
                Meta(
                    title="甲 & <乙>",
                    authors=("丙", "丁"),
                    keywords=("安全", "生产"),
                    description="摘要",
                    lang="zh-Hans",
                )
            )
        )
    ).core_properties
    assert (core.title, core.author, core.language) == ("甲 & <乙>", "丙; 丁", "zh-Hans")
    assert (core.keywords, core.comments) == ("安全, 生产", "摘要")


@pytest.mark.parametrize(("date", "year"), [("2025年6月23日", 2025), ("6月23日", 1980), ("", 1980)])
def test_no_date_is_made_up(date: str, year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    core = docx.Document(io.BytesIO(written(Meta(date=date)))).core_properties
    expected = datetime(2025, 6, 23, tzinfo=UTC) if year == 2025 else datetime(1980, 1, 1, tzinfo=UTC)
    assert core.created == core.modified == expected


def test_long_properties_are_kept_whole() -> None:
    """python-docx would refuse them."""
    long = Meta(title="题" * 300, authors=("名" * 300,), keywords=("词",) * 300, description="述" * 300)
    root = etree.fromstring(unpack(written(long))["docProps/core.xml"])
    texts = [root.findtext(name, "", NAMESPACES) for name in ("dc:title", "dc:creator", "dc:description")]
    assert texts == ["题" * 300, "名" * 300, "述" * 300]
    assert root.findtext("cp:keywords", "", NAMESPACES).count("词") == 300


def test_what_word_has_no_place_for_is_kept() -> None:
    meta = Meta(editors=("甲", "乙"), proofreaders=("丙",), source="某报", extra={"栏目": "要闻 & 评论"})
    assert custom(written(meta)) == [("责任编辑", "甲；乙"), ("校对", "丙"), ("来源", "某报"), ("栏目", "要闻 & 评论")]


def test_names_are_unique_in_any_case_and_no_value_is_lost() -> None:
    meta = Meta(source="某报", extra={"来源": "别处", "Key": "v", "key": "w"})
    assert custom(written(meta)) == [("来源", "某报"), ("来源2", "别处"), ("Key", "v"), ("key2", "w")]


def app(*blocks: Block) -> dict[str, str]:
    """The application's properties of a file with these blocks."""
    made = composition(Document(blocks, Meta(issuers=("甲厅", "乙厅"))))
    root = etree.fromstring(unpack(write(made))["docProps/app.xml"])
    return {etree.QName(item).localname: item.text or "" for item in root}


def test_the_text_is_counted_as_word_counts() -> None:
    found = app(para("安全 work safety，100%。"), para("末"))
    assert (found["Words"], found["Characters"], found["CharactersWithSpaces"]) == ("8", "19", "21")
    assert found["Company"] == "甲厅；乙厅"
    assert "Pages" not in found


def test_pages_are_said_where_they_are_known() -> None:
    blocks = heading(1, "甲", id="a"), PageBreak(), para("见第", Ref("a", "page"), "页")
    assert app(*blocks)["Pages"] == "2"
