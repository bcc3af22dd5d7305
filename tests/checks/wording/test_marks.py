"""Punctuation: what is found, and what looks like a flaw and is none."""

from __future__ import annotations

import pytest

from convert.checks.wording import marks
from tests.checks.wording.flawed import Find, pairs


@pytest.mark.parametrize(
    ("find", "text", "flaws"),
    [
        (marks.half_width_marks, "各市,各县:", [(",", "，"), (":", "：")]),
        (marks.half_width_parentheses, "(一)加强领导", [("(一)", "（一）")]),
        (marks.straight_quotes, '开展"回头看"活动', [('"回头看"', "“回头看”")]),
        (marks.commas_between_titles, "《甲法》、《乙法》和《丙法》", [("》、", "》")]),
        (marks.commas_between_quotations, "“甲”、“乙”", [("”、", "”")]),
        (marks.doubled_marks, "已完成。，下一步，，继续", [("。，", ""), ("，，", "")]),
        (marks.ellipses, "一是…二是。。。", [("…", "……"), ("。。。", "……")]),
        (marks.dashes, "改革--开放", [("--", "——")]),
        (marks.ellipses_with_words, "水、电等……", [("等……", "")]),
        (marks.lone_brackets, "按照《办法执行，（见附件。", [("（", ""), ("《", "")]),
    ],
)
def test_flaws_are_found(find: Find, text: str, flaws: list[tuple[str, str]]) -> None:
    assert pairs(find, text) == flaws


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (marks.half_width_marks, "10:30，1,000元，https://a.example/?b=1:2"),
        (marks.half_width_parentheses, "按WHO(2020)报告"),
        (marks.straight_quotes, '55"屏幕'),
        (marks.commas_between_titles, "《甲法》（2020年）、《乙法》"),
        (marks.commas_between_quotations, "“甲”（即乙）、“丙”"),
        (marks.doubled_marks, "他说：“好。”，“是……，”"),
        (marks.ellipses, "一是……二是…………"),
        (marks.dashes, "改革——开放，a--b"),
        (marks.ellipses_with_words, "水、电等，等级……"),
        (marks.lone_brackets, "1）甲；2）乙。《〈甲〉解读》（丙（丁））"),
    ],
)
def test_what_is_right_is_left_alone(find: Find, text: str) -> None:
    assert pairs(find, text) == []


def test_a_long_quotation_is_shortened() -> None:
    ((found, wanted),) = pairs(marks.half_width_parentheses, "(" + "一" * 40 + ")")
    assert found == "(一一一一一…一一一一一)"
    assert wanted == "（一一一一一…一一一一一）"
