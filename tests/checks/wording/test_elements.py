"""Forms of official elements, right and wrong."""

from __future__ import annotations

import pytest

from convert.checks.wording import elements
from tests.checks.wording.flawed import Find, pairs


@pytest.mark.parametrize(
    ("find", "text", "flaws"),
    [
        (elements.document_number, "豫应急[2025]12号", [("[2025]", "〔2025〕")]),
        (elements.document_number, "豫应急〔25〕012号", [("〔25〕", "〔2025〕"), ("012", "12")]),
        (elements.document_number, "豫应急〔2025〕第12号　签发人：张三", [("〕第", "〕")]),
        (elements.document_number, "豫应急〔2025〕12", [("〔2025〕12", "2025〕12号")]),
        (elements.cited_numbers, "按照国发（2024）5号文件", [("按照国发（2024）5号", "按照国发〔2024〕5号")]),
        (elements.document_date, "2025年06月03日", [("2025年06月03日", "2025年6月3日")]),
        (elements.document_date, "二〇二五年六月三日", [("二〇二五年六月三日", "2025年6月23日")]),
        (elements.document_date, "2025.6.3", [("2025.6.3", "2025年6月3日")]),
        (elements.classification, "机密☆一年", [("机密☆一年", "机密★1年")]),
        (elements.classification, "秘密10年", [("秘密10年", "秘密★10年")]),
        (elements.urgency, "急件", [("急件", "特急 / 加急")]),
        (elements.copy_number, "№123", [("№123", "000123")]),
        (elements.copy_number, "12北应急函〔2025〕45号", [("12", "000012")]),
        (elements.recipients_end, "各市人民政府:", [("各市人民政府:"[-6:], "市人民政府：")]),
        (elements.copies_label, "抄送:省委", [("抄送:", "抄送：")]),
        (elements.copies_end, "抄送：省委，省政府", [("省委，省政府", "委，省政府。")]),
        (elements.printing, "办公室 2025年06月24日印发", [("2025年06月24日", "2025年6月24日")]),
        (elements.printing, "办公室 2025年6月24日", [("2025年6月24日", "2025年6月24日印发")]),
        (elements.annotation, "此件公开发布", [("此件公开发布", "（此件公开发布）")]),
        (elements.attachment_note, "附件:名单。", [("附件:名单。", "附件："), ("。", "")]),
        (elements.attachment_number, "附件：1、名单", [("1、", "1.")]),
        (elements.attachment_number, "附件：一、名单", [("附件：一、", "1.")]),
    ],
)
def test_wrong_forms(find: Find, text: str, flaws: list[tuple[str, str]]) -> None:
    assert pairs(find, text) == flaws


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (elements.document_number, "豫应急〔2025〕12号　签发人：张三"),
        (elements.document_number, "第1号"),
        (elements.cited_numbers, "国发〔2024〕5号，第（2024）届"),
        (elements.document_date, "2025年6月23日"),
        (elements.classification, "机密★1年"),
        (elements.classification, "绝密"),
        (elements.urgency, "特 急"),
        (elements.copy_number, "000001"),
        (elements.copy_number, "000012北应急函〔2025〕45号"),
        (elements.urgency, "加急 北应急函〔2025〕45号"),
        (elements.classification, "机密★1年 北应急函〔2025〕45号"),
        (elements.recipients_end, "各市人民政府："),
        (elements.copies_end, "抄送：省委。"),
        (elements.printing, "省政府办公厅　2025年6月24日印发"),
        (elements.annotation, "（联系人：张三，电话：1234567）"),
        (elements.attachment_note, "附件：1.名单（试行）"),
        (elements.attachment_note, "2.另一份名单"),
        (elements.attachment_number, "附件：名单"),
    ],
)
def test_right_forms(find: Find, text: str) -> None:
    assert pairs(find, text) == []
