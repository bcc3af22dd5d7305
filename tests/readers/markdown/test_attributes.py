"""Attributes in braces."""

from __future__ import annotations

import pytest

from convert.model import Heading, Image, Para
from convert.model.walk import nodes, plain
from convert.readers.markdown.attributes import BRACES, attributes_of
from tests.readers.markdown.reading import blocks, codes


def test_names_classes_and_pairs() -> None:
    found = attributes_of("{#a .b .c key=v other=\"two words\" last='x' -}")
    assert (found.id, found.classes) == ("a", ["b", "c", "unnumbered"])
    assert found.pairs == {"key": "v", "other": "two words", "last": "x"}


@pytest.mark.parametrize("text", ["{}", "{x}", "{{x}}", "{% x %}", "{.a", "{a b}", "{ }", "{1=2}", "{#}"])
def test_other_braces_are_words(text: str) -> None:
    assert not BRACES.fullmatch(text)
    (para,) = blocks(f"词 {text}")
    assert plain(para) == f"词 {text}"


@pytest.mark.parametrize(
    ("width", "points"),
    [
        ("2.54cm", 72),
        ("25.4mm", 72),
        ("1in", 72),
        ("96px", 72),
        ("96", 72),
        ("72pt", 72),
        ("100%", 442.205),
        ("wide", 0),
    ],
)
def test_widths_of_pictures(width: str, points: float) -> None:
    (image,) = (node for node in nodes(blocks(f"![](a.png){{width={width}}}")) if isinstance(node, Image))
    assert image.width == pytest.approx(points, abs=0.01)


def test_what_has_no_place_is_told() -> None:
    assert codes("# a {.x .y key=v}") == ["markdown-attribute", "markdown-attribute"]


def test_a_heading_keeps_its_words() -> None:
    heading, para = blocks("# 标题{#a .b}\n\n文 {.c}")
    assert isinstance(heading, Heading) and (plain(heading), heading.id, heading.role) == ("标题", "a", "b")
    assert isinstance(para, Para) and (plain(para), para.role) == ("文", "c")
