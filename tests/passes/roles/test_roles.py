"""Recognition as a whole: nothing is moved, made up or done twice, and it can be switched off."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convert.config import Options
from convert.diagnostics import Report
from convert.model import Document
from convert.model.build import heading, para
from convert.model.flat import flatten
from convert.passes.roles import recognise_roles
from convert.pipeline import read_document

_PIECES = (
    "一、总体要求", "（一）任务", "1. 工业。要节能。", "（1）节能", "①降碳", "第一条 甲乙。", "第一章 总则", "附件：1. 甲", "2. 乙", "附件1",
    "附件", "某某省财政厅", "2025年6月23日", "（公开）", "抄送：省委。", "某办2025年6月24日印发", "共印5份", "各市人民政府：", "各位代表：",
    "关于某事的通知", "某发〔2025〕3号", "某某省财政厅文件", "特急", "机密★1年", "000123", "签发人：张三", "——副题在此", "来源：某报",
    "目录", "各地要压实责任，认真抓好落实。", "", "　", "任务清单", "国务院办公厅", "二、安排",
)  # fmt: skip
_LINES = st.lists(st.sampled_from(_PIECES) | st.text("一二、（）1.。：附件年月日某局", max_size=12), max_size=24)
_BLOCKS = _LINES.flatmap(lambda lines: st.tuples(*(st.sampled_from([para(x), heading(2, x or "甲")]) for x in lines)))


@given(_BLOCKS)
def test_no_word_is_moved_and_nothing_changes_the_second_time(blocks: tuple[object, ...]) -> None:
    document = Document(blocks)  # type: ignore[arg-type]
    once = recognise_roles(document, Report())
    assert flatten(once).text == flatten(document).text
    assert [b.pos for b in once.blocks] == [b.pos for b in document.blocks]
    assert recognise_roles(once, Report()).meta == once.meta


def test_it_can_be_switched_off() -> None:
    text = "关于某事的通知\n各市人民政府：\n一、要求\n各地要压实责任，认真抓好落实，确保取得实效。\n某某厅\n2025年6月23日\n".encode()
    report = Report()
    document = read_document(text, "a.txt", Options(roles="off"), report)
    assert {block.role for block in document.blocks} == {"", "title"}
    assert document.meta.recipients == ()
    assert [d.code for d in report.diagnostics] == ["title-found"]
    on = read_document(text, "a.txt", Options(), Report())
    assert {block.role for block in on.blocks} == {"", "title", "recipient", "signature", "date"}
    assert on.meta.inferred == ("issuers", "recipients", "signature", "date")


def test_findings_say_where() -> None:
    report = Report()
    read_document(
        "关于某事的通知\n各市人民政府：\n各地要压实责任，认真抓好落实，确保取得实效。\n".encode(),
        "a.txt",
        Options(),
        report,
    )
    assert [(d.code, str(d.pos)) for d in report.diagnostics] == [
        ("title-found", "1:1"),
        ("recipient-recognised", "2:1"),
    ]
