"""HTML within Markdown."""

from __future__ import annotations

import pytest

from convert.model import Group, Para, Raw
from convert.model.walk import nodes, plain
from tests.readers.markdown.reading import blocks


def test_lines_of_html_are_those_of_the_source() -> None:
    text = "# 一\n\n<div>\n\n甲\n\n\n- 乙\n\n<p>丙</p>\n\n</div>\n\n丁\n"
    lines = text.split("\n")
    for node in nodes(blocks(text)):
        if isinstance(node, Para) and node.pos:
            assert plain(node) in lines[node.pos.line - 1]


@pytest.mark.parametrize(
    "html",
    ["<details>\n\n*词*\n\n</details>", "<table><tr><td>\n\n词\n\n</td></tr></table>", "<ul><li>\n\n词\n\n</li></ul>",
     "<h2>\n\n词\n\n</h2>", "<pre>\n\n词</pre>", "<figure>\n\n词\n\n<figcaption>\n\n词\n\n</figcaption></figure>",
     "<select>\n\n词\n\n</select>", "<div>\n\n词", "词\n\n</div>", "<table>\n\n词\n\n</table>", "<dl><dt>\n\n词\n\n</dt></dl>",
     "<p>\n\n词\n\n<p>\n\n词\n\n</p>", "> <div>\n>\n> 词\n\n词\n\n</div>"],
)  # fmt: skip
def test_markdown_within_html_keeps_its_words(html: str) -> None:
    words = plain(blocks(f"前\n\n{html}\n\n后"))
    assert words.count("词") == html.count("词")
    assert words.startswith("前") and words.endswith("后")
    assert all(ord(char) < 0xF0000 for char in words)  # nothing is left of the marks


def test_elements_end_where_html_ends_them() -> None:
    made = blocks("<details>\n\n<details>\n\n一\n\n</details>\n\n二\n\n</details>\n\n三")
    assert [type(block) for block in made] == [Group, Para]
    assert [plain(block) for block in made] == ["一二", "三"]


def test_what_ends_nowhere_holds_nothing() -> None:
    assert [type(block) for block in blocks("<details>\n\n一\n\n二")] == [Para, Para]


def test_tags_without_partner_are_raw() -> None:
    raw = [node.text for node in nodes(blocks("a <b>b *c</b> d*</i>")) if isinstance(node, Raw)]
    assert raw == ["<b>", "</b>", "</i>"]


def test_words_in_angle_brackets_stay() -> None:
    assert plain(blocks("Vec<T> <your-name> <姓名> <img-x src=y>")) == "Vec<T> <your-name> <姓名> <img-x src=y>"


def test_comments_that_do_not_end_look_for_their_end_once() -> None:
    """Some 10^10 characters if each looked through the rest of the text."""
    from convert.diagnostics import Report
    from convert.model.walk import plain
    from convert.readers.markdown import read
    from convert.reading.source import Source

    text = "a <!-- " * 40_000
    assert plain(read(Source(text.encode()), Report())) == text.strip()
