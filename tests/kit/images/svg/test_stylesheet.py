"""What style sheets say ends in the elements' attributes, by the cascade."""

from __future__ import annotations

import pytest
from lxml import etree

from convert.kit.images.svg.stylesheet import flatten
from tests.kit.images.drawings import drawing


def flat(sheet: str, body: str) -> etree._Element:
    root = etree.fromstring(drawing(f"<style>{sheet}</style>{body}"))
    assert flatten(root)
    assert root.find("{*}style") is None
    return root


@pytest.mark.parametrize(
    ("sheet", "wins"),
    [
        ("", "blue"),
        ("rect { fill: red }", "red"),
        ("rect.a { fill: red } rect { fill: green }", "red"),
        (".a { fill: red } #r { fill: green } .a.b { fill: black }", "green"),
        ("rect { fill: red } * { fill: green }", "red"),
        ("g rect { fill: red } rect { fill: green }", "red"),
        ("g > rect { fill: red } svg > rect { fill: green }", "red"),
        ("svg .a { fill: red !important } #r { fill: green }", "red"),
        ("circle, .b{fill:red;}/* #r { fill: green } */", "red"),
        (".a:hover { fill: green } .a { fill: red }", "red"),
        ("@keyframes x { from { fill: green } to { fill: green } } .a { fill: red }", "red"),
        (".c { fill: green } circle { fill: green }", "blue"),
    ],
)
def test_the_cascade(sheet: str, wins: str) -> None:
    root = flat(sheet, '<g><rect id="r" class="a b" fill="blue"/></g>')
    (rect,) = root.iter("{*}rect")
    assert rect.get("fill") == wins
    assert "class" not in rect.attrib


def test_style_attributes_win_over_sheets_but_not_over_what_is_important() -> None:
    root = flat(".a { fill: red } .b { fill: red !important }", '<g class="a" style="fill: blue; marker: none"/>'
                '<g class="b" style="fill: blue; mix-blend-mode: multiply; margin: 3px"/>')  # fmt: skip
    first, second = root
    assert (first.get("fill"), first.get("marker-end"), first.get("style")) == ("blue", "none", None)
    assert (second.get("fill"), second.get("style")) == ("red", "mix-blend-mode: multiply")


@pytest.mark.parametrize(
    "sheet", ["@media print { a { fill: red } }", "a[b] { fill: red }", "a:not(.b) { fill: red }", "a + b {}"]
)
def test_what_is_not_understood_changes_nothing(sheet: str) -> None:
    root = etree.fromstring(drawing(f'<style>{sheet}</style><g class="a" style="fill: red"/>'))
    before = etree.tostring(root)
    assert not flatten(root)
    assert etree.tostring(root) == before
