"""Where titles are broken, against forty real ones that were marked by hand (titles.toml): GB/T 9704-2012 cl. 7.3.1."""

from __future__ import annotations

import tomllib
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from convert.passes import words
from convert.passes.title_breaks import breaks_of
from convert.passes.title_lines import balance

TITLES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "titles.toml").read_text("utf-8"))["title"]
MEASURE = 20.1  # em: 156 mm in 22 pt characters
LEAST = 0.95


def title(entry: dict[str, Any]) -> str:
    return str(entry["pieces"]).replace("/", "")


def allowed(entry: dict[str, Any], lines: list[str]) -> bool:
    """Whether every line begins where a piece does."""
    text = title(entry)
    cuts = {len("".join(text[:at].split())) for at in accumulate(map(len, entry["pieces"].split("/")))}
    ends = accumulate(len("".join(line.split())) for line in lines)
    return all(end in cuts for end in ends)


def test_the_marks_are_sound() -> None:
    assert len(TITLES) == 40
    for entry in TITLES:
        for layout in entry["layouts"]:
            assert layout.replace("|", "") == title(entry)
            assert allowed(entry, layout.split("|")), layout


def test_titles_are_broken_as_a_clerk_would() -> None:
    outside = []
    for entry in TITLES:
        lines = balance(title(entry), MEASURE)
        if lines not in [[line.strip() for line in layout.split("|")] for layout in entry["layouts"]]:
            outside.append("|".join(lines))
    assert 1 - len(outside) / len(TITLES) >= LEAST, outside


def test_the_word_list_is_read_for_titles_of_several_lines_alone() -> None:
    words._list.cache_clear()
    balance("关于2025年工作情况的报告", MEASURE)
    assert words._list.cache_info().misses == 0
    words._entry.cache_clear()
    balance(title(TITLES[0]), MEASURE)
    assert words._list.cache_info().misses == 1


@pytest.mark.parametrize("entry", TITLES, ids=title)
def test_no_title_is_broken_where_it_must_not_be(entry: dict[str, Any]) -> None:
    lines = balance(title(entry), MEASURE)
    assert len(lines) > 1
    assert allowed(entry, lines), lines


@pytest.mark.parametrize(
    "piece", ["《安全生产法》", "〔2025〕12号", "2025年", "第十二条", "等八部", "郑州市人民政府", "最高人民法院"]
)
def test_names_and_numbers_are_whole(piece: str) -> None:
    text = f"{piece}关于修改有关规定的决定"
    found = breaks_of(text, MEASURE)
    assert not any(0 < at < len(piece) for at in found)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("省应急管理厅|关于印发通知", "省应急管理厅关于印发|通知的函"),
        ("关于加强防汛工作和|抢险救灾的通知", "关于加强防汛工作|和抢险救灾的通知"),
        ("关于在工作中|发挥作用的通知", "关于在工作|中发挥作用的通知"),
        ("关于审理纠纷案件|若干问题的规定", "关于审理纠纷案件若干|问题的规定"),
        ("关于将灾害防治|列入省计划的请示", "关于将灾害|防治列入省计划的请示"),
        ("某省委某某省人民政府|关于印发", "某省委某某省|人民政府关于印发"),
        ("关于开展安全生产|检查的通知", "关于开展安全|生产检查的通知"),
        ("关于检查河道、湖泊情况|向上级报告的函", "关于检查河道、|湖泊情况向上级报告的函"),
    ],
)
def test_some_places_are_better_than_others(better: str, worse: str) -> None:
    costs = [breaks_of(text.replace("|", ""), MEASURE).get(text.index("|"), 99.0) for text in (better, worse)]
    assert costs[0] < costs[1]


def test_what_begins_no_line_goes_with_the_name_before_it() -> None:
    text = "中共河南省委办公厅河南省人民政府办公厅印发《关于进一步加强安全生产工作的若干措施》的通知"
    lines = balance(text, MEASURE)
    assert len(lines) > 1 and not any(line.startswith("的") for line in lines)


def test_a_name_that_no_line_holds_is_broken_inside() -> None:
    name = "《" + "关于加强安全生产工作的若干规定实施细则" * 2 + "》"
    lines = balance(f"国务院关于印发{name}的通知", MEASURE)
    assert len(lines) > 2 and "".join(lines) == f"国务院关于印发{name}的通知"
