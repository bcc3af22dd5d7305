"""Few formatting elements are open at once, whatever a page never closes."""

from __future__ import annotations

import pytest

from convert.reading.html.formatting import close_formatting
from convert.reading.html.parsing import parse


def elements(text: str) -> int:
    root, _ = parse(text)
    return sum(1 for _ in root.iter())


def test_an_ordinary_page_stays_as_it_is() -> None:
    page = "<p><b>a<i class='x>y'>b</i></b> <a href=u>c</a></p><table><tr><td><font color=red>d<td><font color=red>e</table>"
    assert close_formatting(page) == (page, 0)


def test_of_those_that_say_the_same_three_stay_open_and_nothing_is_lost() -> None:
    text, lost = close_formatting("<b><b><b><b>x</b></b></b></b>y")
    assert text == "<b><b><b><!>x<! ></b></b></b>y" and lost == 0


def test_cells_keep_what_they_open_to_themselves() -> None:
    page = "<table>" + "<tr><td><b>a<td><b>b" * 20 + "</table><b>c</b>"
    assert close_formatting(page) == (page, 0)
    assert close_formatting("<b>" * 3 + "<table><td><b>a</table><b>")[0].endswith("<b>a</table><!>")


@pytest.mark.parametrize(
    "piece", ["<p><b>a", "<p><b><i><a href=x>a", "<b><i><p>a", "<div><font size={i}>a", "<li><tt><font color={i}><em>a"]
)
def test_what_is_never_closed_is_not_opened_again_without_end(piece: str) -> None:
    """Elements for each of a thousand pieces: those of the text, and a bounded number that are opened again."""
    page = "".join(piece.replace("{i}", str(i)) for i in range(1_000))
    assert elements(page) < 1_000 * (piece.count("<") + 40)
    assert "".join(parse(page)[0].itertext()) == "a" * 1_000


def test_a_page_that_opens_too_much_again_is_told_and_keeps_its_words() -> None:
    page = "".join(f"<font size={i}>" for i in range(30)) + "<p>a" * 20_000
    root, beyond = parse(page)
    assert beyond == 1 and "".join(root.itertext()) == "a" * 20_000
    assert sum(1 for _ in root.iter()) < 300_000


def test_nested_formatting_ends_where_it_should() -> None:
    root, _ = parse("<b>" * 50_000 + "a" + "</b>" * 50_000 + "<p>b")
    assert [each.text for each in root.iter("p")] == ["b"] and root.find(".//p").getparent().tag == "body"


@pytest.mark.parametrize(
    "around",
    [
        "<!-- <b> -->", "<!--> <b></b> <!-- <b> -->", "<script>x = '<b>'</script>", "<STYLE>/* <b> */</style >", "<textarea><b></textarea>",
        "<title><b></title>", "<a title='<b>'>x</a>", '<img alt="<b>">', "<svg><style>a{}</style></svg><script>'<b>'</script>",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_tag_is_none(around: str) -> None:
    page = around * 5 + "<p>one <b>two</b> three"
    assert close_formatting(page) == (page, 0)


@pytest.mark.parametrize("around", ["<svg><style>", "<math><title>", "<svg/><svg><textarea>"])
def test_nothing_hides_in_drawings(around: str) -> None:
    assert elements(around + "<p><b>a" * 1_000) < 40_000


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<script>", "<style ", "<a '", '<a "', "<b '\"", "<svg>", "<svg><style>", "<title", "</", "<x y=z "],
)
def test_each_place_is_looked_at_once(piece: str) -> None:
    close_formatting(piece * 50_000)
