"""Numbers before headings and items."""

from __future__ import annotations

import pytest

from convert.kit.numerals import numeral
from convert.passes.roles.numbering import Number, number_of, order, shape_of


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("一、总则", Number("cjk", 1, 2)),
        ("二十三、附则", Number("cjk", 23, 4)),
        ("（十一）保障", Number("bracketed-cjk", 11, 4)),
        ("(三)其他", Number("bracketed-cjk", 3, 3)),
        ("1.任务", Number("decimal", 1, 2)),
        ("12、任务", Number("decimal", 12, 3)),
        ("3．任务", Number("decimal", 3, 2)),
        ("（2）任务", Number("bracketed", 2, 3)),
        ("⑫任务", Number("circled", 12, 1)),
        ("第三编　分则", Number("part", 3, 3)),
        ("第一分编  通则", Number("subpart", 1, 4)),
        ("第十二章总则", Number("chapter", 12, 4)),
        ("第2章 引言", Number("chapter", 2, 3)),
        ("第二节 权利", Number("section", 2, 3)),
        ("第四百六十三条 合同", Number("article", 463, 7)),
        ("第十七条之一 罪名", Number("article", 17, 6)),
        ("第一百零三条　刑", Number("article", 103, 6)),
    ],
)
def test_numbers(line: str, number: Number) -> None:
    assert number_of(line) == number


@pytest.mark.parametrize(
    "line",
    [
        "",
        "总则",
        "2025.任务",
        "3.5万吨",
        "1.2 范围",
        "2025年",
        "（2025年）",
        "一是领导",
        "十分重要",
        "第一、",
        "第三章的规定",
        "第五条规定",
        "100. 项",
    ],
)
def test_other_beginnings(line: str) -> None:
    assert number_of(line) is None


@pytest.mark.parametrize("line", ["၃. စာသား", "３．文字", "٣. نص"])
def test_digits_of_every_script_count(line: str) -> None:
    number = number_of(line)
    assert number is not None and number.value == 3


def test_every_number_of_articles_is_read() -> None:
    numbers = [number_of(f"第{numeral(value, 'cjk')}条 规定") for value in range(1, 1300)]
    assert [number.value for number in numbers if number] == list(range(1, 1300))


@pytest.mark.parametrize(
    ("line", "shape", "length"),
    [
        ("一、总体要求", "alone", 6),
        ("一、何以为家？", "alone", 7),
        ("（一）稳中有进。", "sentence", 8),
        ("（一）稳中有进。增长5%。", "run-in", 8),
        ("一、会议时间：6月1日", "other", 0),
        ("一、稳中有进；", "other", 0),
        ("一、", "other", 0),
        ("一、他说“好。”", "other", 0),
        ("一、应当登记。逾期不补。", "other", 0),
        ("1. " + "长" * 25, "other", 0),
        ("①总体要求", "other", 0),
    ],
)
def test_shapes(line: str, shape: str, length: int) -> None:
    number = number_of(line)
    assert number is not None
    assert shape_of(line, number) == (shape, length)


def ranks(*lines: str) -> list[str]:
    numbers = [number for line in lines if (number := number_of(line))]
    return [kind for _, kind in sorted((rank, kind) for kind, rank in order(numbers).items())]


def test_the_usual_order_holds_where_numbers_fit_both_ways() -> None:
    assert ranks("（1）", "1.", "（一）", "一、") == ["cjk", "bracketed-cjk", "decimal", "bracketed"]


def test_what_begins_again_stands_below_what_counts_on() -> None:
    assert ranks("1.", "（一）", "（二）", "2.", "（一）", "（二）", "3.", "（一）") == ["decimal", "bracketed-cjk"]


def test_articles_count_on_through_chapters() -> None:
    assert ranks("第一章 一", "第一条 一", "第二条 一", "第二章 一", "第三条 一") == ["chapter", "article"]
    assert ranks("一、", "第一条 一", "第二条 一", "二、", "第三条 一", "三、", "第四条 一") == ["cjk", "article"]
