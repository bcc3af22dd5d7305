"""Tracked changes, accepted and rejected."""

from __future__ import annotations

import pytest

from convert.model import Para
from convert.model.walk import plain
from convert.reading.source import Changes
from tests.readers.docx.packages import codes, dumped, p, package, r, understood

INSERTED = f'<w:ins w:id="1" w:author="甲">{r("新")}</w:ins>'
DELETED = '<w:del w:id="2" w:author="乙"><w:r><w:delText>旧</w:delText></w:r></w:del>'
MARK = '<w:rPr><w:{}  w:id="3" w:author="丙"/></w:rPr>'


def paragraphs(body: str, changes: Changes) -> list[str]:
    document, _ = understood(package(body), changes)
    return [plain(block) for block in document.blocks if isinstance(block, Para)]


@pytest.mark.parametrize(("changes", "text"), [("accept", "前新后"), ("reject", "前旧后")])
def test_words(changes: Changes, text: str) -> None:
    body = p(content=r("前") + INSERTED + DELETED + r("后"))
    assert paragraphs(body, changes) == [text]
    assert codes(body) == ["docx-changes"]


@pytest.mark.parametrize(("changes", "text"), [("accept", ["乙甲"]), ("reject", ["甲乙"])])
def test_moves(changes: Changes, text: list[str]) -> None:
    moved = f'<w:moveFrom w:id="1">{r("甲")}</w:moveFrom>{r("乙")}<w:moveTo w:id="2">{r("甲")}</w:moveTo>'
    assert paragraphs(p(content=moved), changes) == text


@pytest.mark.parametrize(
    ("mark", "changes", "text"),
    [
        ("del", "accept", ["甲乙"]),
        ("del", "reject", ["甲", "乙"]),
        ("ins", "accept", ["甲", "乙"]),
        ("ins", "reject", ["甲乙"]),
    ],
)
def test_marks_of_paragraphs(mark: str, changes: Changes, text: list[str]) -> None:
    assert paragraphs(p("甲", properties=MARK.format(mark)) + p("乙"), changes) == text


def test_what_is_inserted_and_deleted_is_gone_either_way() -> None:
    both = f'<w:ins w:id="1">{DELETED}</w:ins>'
    assert paragraphs(p(content=r("x") + both), "accept") == paragraphs(p(content=r("x") + both), "reject") == ["x"]


def test_rows() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr>"
    table = "<w:tbl>" + row.format("", p("留")) + row.format('<w:del w:id="1"/>', p("去")) + "</w:tbl>"
    assert plain(understood(package(table), "accept")[0]) == "留"
    assert plain(understood(package(table), "reject")[0]) == "留去"


def test_former_properties_come_back() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr>'
    body = f"<w:p><w:r>{change}<w:t>字</w:t></w:r></w:p>"
    assert "strong" in dumped(body, "accept")
    assert "strong" not in dumped(body, "reject")


def test_a_large_first_letter_joins_its_word() -> None:
    letter = p(properties='<w:framePr w:dropCap="drop" w:lines="3"/>', content=r("O", '<w:sz w:val="90"/><w:b/>'))
    assert dumped(letter + p("nce upon a time")) == 'para\n  text "Once upon a time"'
