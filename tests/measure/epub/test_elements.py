"""Elements of books of other hands, with what CSS makes of them."""

from __future__ import annotations

import pytest

from convert.measure.epub import read_elements
from tests.measure.test_epub import book


def test_elements_know_what_they_are_in_and_what_stands_before_them() -> None:
    css = "aside::before{content:'';width:3em} p{margin:1em 2em} b{font-size:0.5em}"
    body = '<aside id="n"><p style="margin:0 4em 0">a<b>c</b></p></aside>'
    aside, paragraph, small = (
        each for each in read_elements(book(css, body)) if each.name in ("aside", "p", "b") and each.text != "first"
    )
    assert (aside.attributes, aside.before["width"]) == ({"id": "n"}, "3em")
    assert paragraph.margins == {"top": "0", "right": "4em", "bottom": "0", "left": "4em"}
    assert (small.size, small.within) == (0.5, ("body", "aside", "p"))


@pytest.mark.parametrize(
    ("given", "sides"),
    [("1em", "1em 1em 1em 1em"), ("1em 2em", "1em 2em 1em 2em"), ("1em 2em 3em", "1em 2em 3em 2em"), ("1px 2px 3px 4px", "1px 2px 3px 4px")],
)  # fmt: skip
def test_a_shorthand_gives_four_margins(given: str, sides: str) -> None:
    last = read_elements(book(f"p{{margin:{given}}}", "<p>x</p>"))[-1]
    assert " ".join(last.margins.values()) == sides
