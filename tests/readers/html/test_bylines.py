"""Bylines are read, and text is left alone."""

from __future__ import annotations

import pytest

from convert.readers.html.bylines import read_byline


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("2020-10-04 20:30 来源: 长江网调整字体", {"date": "2020-10-04 20:30", "source": "长江网"}),
        ("发布日期：2016-11-22 浏览次数：信息来源：省发改委", {"date": "2016-11-22", "source": "省发改委"}),
        ("来源: | 发布时间: 2018-05-17 | 浏览次数: 2168", {"date": "2018-05-17"}),
        ("来源：本站原创  作者：医技药剂党支部", {"source": "本站原创", "authors": "医技药剂党支部"}),
        ("时间：2019年10月31日 23:00  浏览： 33", {"date": "2019年10月31日 23:00"}),
        ("发布日期：2019-03-06 责任编辑：龙慧", {"date": "2019-03-06", "editors": "龙慧"}),
        ("【编辑：姚昊】", {"editors": "姚昊"}),
        ("中国网 2019-11-25 10:37:31", {"date": "2019-11-25 10:37:31", "source": "中国网"}),
        ("【打印本页】【关闭窗口】", {}),
        ("打印关闭", {}),
        ("字号：大 中 小", {}),
        ("16 marca 2021", {"date": "16 marca 2021"}),
        ("Published: November 20th, 2019", {"date": "November 20th, 2019"}),
        ("By: Tom Krisher", {"authors": "Tom Krisher"}),
    ],
)
def test_a_byline_is_read(line: str, fields: dict[str, str]) -> None:
    found = read_byline(line)
    assert found is not None and found.fields == fields


@pytest.mark.parametrize(
    "line",
    [
        "2019年2月27日下午，佛山顺德区大良街道党工委委员潘卓辉一行到众创金融街开展调研",
        "（资料来源：参考消息、海外网等）本文有删节",
        "会议时间：2024年5月6日上午九时在第一会议室召开，请准时参加",
        "医技药剂党支部、药剂科供稿  摄影/张艳  编辑/苏芳",
        "来源决定去向",
        "In May 2021 the council met twice.",
        "",
    ],
)
def test_text_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "inferred"),
    [("中国网 2019-11-25", {"date", "source"}), ("来源：中国网 2019-11-25", {"date"}), ("日期：2019-11-25", set())],
)
def test_what_has_no_label_is_inferred(line: str, inferred: set[str]) -> None:
    found = read_byline(line)
    assert found is not None and found.inferred == inferred and found.fields["date"] == "2019-11-25"
    assert found.fields.get("source", "中国网") == "中国网"
