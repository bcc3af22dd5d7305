"""Organs, dates and titles by their wording."""

from __future__ import annotations

import pytest

from convert.passes.wording import is_date, is_organ, is_title


@pytest.mark.parametrize(
    "line",
    [
        "某某省人民政府",
        "中共某某市委办公室",
        "国家税务总局",
        "某某集团有限公司",
        "XXX单位",
        "[发文单位]",
        "（单位名称）",
        "某某市 财政局",
    ],
)
def test_organs(line: str) -> None:
    assert is_organ(line)


@pytest.mark.parametrize("line", ["", "会议召开", "张三", "加强领导，压实责任", "2025年", "一、总体要求：省财政厅"])
def test_no_organs(line: str) -> None:
    assert not is_organ(line)


@pytest.mark.parametrize(
    "words", ["2025年6月23日", "（2025年6月23日）", "二〇二五年六月二十三日", "201X年X月XX日", "[日期]"]
)
def test_dates(words: str) -> None:
    assert is_date(words)


@pytest.mark.parametrize("words", ["6月23日", "2025年6月", "2025年6月23日起", "2025-06-23", "二十三日"])
def test_no_dates(words: str) -> None:
    assert not is_date(words)


@pytest.mark.parametrize(
    "line",
    [
        "关于开展检查的通知",
        "2026年政府工作报告",
        "物业管理条例",
        "关于某某的通知（试行）",
        "某某市2025年预算（草案）的报告",
    ],
)
def test_titles(line: str) -> None:
    assert is_title(line)


@pytest.mark.parametrize(
    "line", ["通知公告", "首页>通知公告", "一、有关情况报告", "会议听取了工作报告。", "各地要做好工作", "工作方法"]
)
def test_no_titles(line: str) -> None:
    assert not is_title(line)
