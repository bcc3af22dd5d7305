"""Rules about words over the elements of a file: roles, places, what folds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from convert.checks.engine import find_faults
from convert.checks.rules import TEXTS
from convert.style.compute import read_sheet
from tests.checks.findings import element, facts, worded

WORDED = {
    "copy-number-form": ("copy-number", "123"),
    "classification-form": ("classification", "机密1年"),
    "urgency-form": ("urgency", "急件"),
    "number-form": ("number", "豫应急[2025]12号"),
    "title-end": ("title", "关于开展检查的通知。"),
    "recipients-end": ("recipient", "各市人民政府:"),
    "attachment-note-form": ("attachment-note", "附件：名单。"),
    "attachment-note-number": ("attachment-note", "附件：1、名单"),
    "date-form": ("date", "2025年06月23日"),
    "annotation-form": ("annotation", "此件公开发布"),
    "cc-label": ("cc", "抄送:省委办公厅。"),
    "cc-end": ("cc", "抄送：省委办公厅"),
    "printing-form": ("printing", "办公室　2025年06月24日印发"),
    "number-mark": ("body", "（一）、加强领导，各地要落实责任。"),
    "number-cited": ("body", "按照国发[2024]5号文件执行。"),
    "marks-half-width": ("body", "各地要加强领导,落实责任。"),
    "parentheses-half-width": ("body", "各市(含省直管县)要落实。"),
    "quotes-straight": ("body", '开展"回头看"。'),
    "titles-comma": ("body", "依据《甲法》、《乙法》。"),
    "quotations-comma": ("body", "“甲”、“乙”。"),
    "marks-doubled": ("body", "完成任务。，下一步"),
    "ellipsis-form": ("body", "水、电、气。。。"),
    "ellipsis-and-so-on": ("body", "水、电等……"),
    "dash-form": ("body", "改革--开放。"),
    "bracket-lone": ("body", "各地（含省直管县要落实。"),
    "range-unit": ("body", "增长4～5%。"),
    "digits-full-width": ("body", "２０２５年。"),
    "decimal-zero": ("body", "提高.5个百分点。"),
    "digit-groups": ("body", "共12,34万元。"),
    "numerals-mixed": ("body", "约3千人。"),
    "approximation-mixed": ("body", "有20几个。"),
    "approximation-comma": ("body", "有三、四个。"),
    "zero-form": ("body", "二○三五年。"),
    "unit-symbol": ("body", "重5KG。"),
}


@pytest.mark.parametrize("id", WORDED)
def test_each_rule_finds_its_flaw_and_only_it(id: str) -> None:
    role, text = WORDED[id]
    measured = replace(facts(element(role, text)), kind="docx")
    assert [name for name in worded(measured) if not name.startswith("(")] == [id]


def test_words_that_are_no_sentences_are_not_judged() -> None:
    assert worded(facts(element("code", "print(甲,乙)"))) == []


def test_the_place_quotes_the_words_around_the_flaw() -> None:
    measured = facts(element("body", "一二三四五六七八九十，各地要加强领导,落实责任，取得实效。", paragraph=7))
    (finding,) = find_faults(measured, read_sheet("gbt9704", ()), TEXTS)
    assert (finding.measured.zh, finding.required.zh) == ("“,”", "“，”")
    assert finding.places[0].quote == "…地要加强领导,落实责任，取…"
    assert finding.places[0].paragraph == 7


def test_many_flaws_of_a_rule_are_one_finding() -> None:
    measured = facts(*(element("body", f"（{n}）、落实责任。") for n in "一二三四五"))
    (finding,) = find_faults(measured, read_sheet("gbt9704", ()), TEXTS)
    assert finding.measured.zh == "“（一）、”等 5 处"
    assert len(finding.places) == 5


def test_headings_end_alike() -> None:
    same = [element("heading1", "一、甲。"), element("heading1", "二、乙。")]
    assert worded(facts(*same)) == []
    assert worded(facts(*same, element("heading1", "三、丙"))) == ["heading-end"]


def test_headings_count_and_hold_each_other() -> None:
    headings = [element("heading1", "一、甲"), element("heading2", "（一）乙"), element("heading2", "（三）丙")]
    assert worded(facts(*headings)) == ["heading-sequence"]
    assert worded(facts(element("heading1", "1.甲"), element("heading2", "一、乙"))) == ["heading-order"]


def test_attachments_count_anew() -> None:
    assert (
        worded(
            facts(
                element("heading1", "一、甲"),
                element("attachment-label", "附件"),
                element("heading1", "一、乙"),
            )
        )
        == []
    )
