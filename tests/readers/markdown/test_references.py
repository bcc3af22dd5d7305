"""Links and references within a document."""

from __future__ import annotations

import pytest

from convert.model import Heading, Link, Ref
from convert.model.walk import nodes, plain
from tests.readers.markdown.reading import blocks, codes, understood


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        ("# 一、总体要求", "一总体要求"),  # GitHub
        ("# 一、总体要求", "一、总体要求"),  # VuePress
        ("# 1.2 Set *up* it", "12-set-up-it"),  # GitHub
        ("# 1.2 Set up", "set-up"),  # pandoc leaves out what comes before the first letter
        ("# A_b", "a_b"),
        ("# `code` & more", "code--more"),
        ("# 名 {#own}", "名"),
    ],
)
def test_links_find_the_headings_they_mean(heading: str, link: str) -> None:
    made = blocks(f"[x](#{link})\n\n{heading}")
    (target,) = (node.target for node in nodes(made) if isinstance(node, Link))
    (found,) = (node for node in nodes(made) if isinstance(node, Heading))
    assert target == f"#{found.id}" != "#"


def test_headings_of_the_same_words_are_counted() -> None:
    made = blocks("[x](#a-1)\n\n# A\n\n> # A\n")
    assert [node.id for node in nodes(made) if isinstance(node, Heading)] == ["", "a-1"]


def test_headings_that_nothing_means_have_no_name() -> None:
    assert [node.id for node in blocks("# A\n\n[x](#b)\n\n# B")] == ["", "", "b"]


def test_anchors_are_the_names_of_what_follows() -> None:
    made = blocks('<a name="x"></a><a id="y"></a>\n\n段\n\n[l](#x) [m](#y)')
    assert made[0].id == "x" and plain(made[0]) == "段"
    assert [node.target for node in nodes(made) if isinstance(node, Link)] == ["#x", "#x"]


def test_names_in_html_can_be_linked_to() -> None:
    made = blocks('<div id="x">块</div>\n\n[l](#x)')
    assert made[0].id == "x"


def test_references_to_nothing_are_told_and_stay_words() -> None:
    document, report = understood("见 @fig:a、@tbl:b。\n\n| a |\n|--|\n| b |\n\n: 题 {#tbl:b}")
    assert [(found.code, found.args["target"]) for found in report.diagnostics] == [("ref-unresolved", "fig:a")]
    assert plain(document.blocks[0]) == "见 @fig:a、。"
    assert [node.target for node in nodes(document) if isinstance(node, Ref)] == ["tbl:b"]


def test_addresses_hold_no_references() -> None:
    assert codes("写信至 a@fig:b") == []


def test_words_may_follow_a_reference_without_a_space() -> None:
    first, *_ = blocks("见@tbl:b和@tbl:b的数。\n\n| a |\n|--|\n| b |\n\n: 题 {#tbl:b}")
    assert [node.target if isinstance(node, Ref) else plain(node) for node in first.children] == [  # type: ignore[union-attr]
        "见", "tbl:b", "和", "tbl:b", "的数", "。"
    ]  # fmt: skip


def test_links_without_words_show_what_they_lead_to() -> None:
    document, report = understood("# 甲 {#a}\n\n[](#a)、[](#a){.page}、[](#a){.number}、[](#甲)、[](#no)")
    found = [(node.target, node.kind) for node in nodes(document) if isinstance(node, Ref)]
    assert found == [("a", "text"), ("a", "page"), ("a", "number"), ("a", "text")]
    assert [(finding.code, finding.args["target"]) for finding in report.diagnostics] == [("ref-unresolved", "no")]
