"""Trees as browsers build them, of any input, with positions."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from convert.reading.html.parsing import DEEPEST, MATHML, parse

_PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<ul><li>", "<a href='<p>'>", "<!--", "-->", "text ",
     "&amp;", "<svg/>", "<math><mi>", "<script>", "</script>", "<textarea>", "</textarea>", "<p title=\"<i>\">", "\ufdd0", "\x00", "<"]
)  # fmt: skip


def body(text: str) -> str:
    """The tags of what is in the body, each with its own text."""
    root, _ = parse(text)
    return " ".join(f"{each.tag}:{(each.text or '').strip()}" for each in root.find("body").iterdescendants())


def test_broken_markup_becomes_what_browsers_make_of_it() -> None:
    assert body("<p>a<section>b") == "p:a section:b"
    assert body("<b><p>x</b>y") == "b: p: b:x"
    assert body("<table>out<tr><td>in") == "table: tbody: tr: td:in"
    assert body("<div/>a") == "div:a"


def test_elements_know_where_their_tags_begin() -> None:
    text = "<p>甲\n<i title='<b>'>乙</i><textarea><b></textarea>"
    root, _ = parse(text)
    assert text[int(root.find(".//i").get("_at")) :].startswith("<i")
    assert root.find(".//i").get("title") == "<b>"
    assert root.find(".//textarea").text == "<b>"
    assert root.find("body").get("_at") is None


def test_what_is_too_deep_stands_side_by_side() -> None:
    root, beyond = parse("<div>" * 10_000 + "deep")
    deepest = max(sum(1 for _ in each.iterancestors()) for each in list(root.iter())[-5:])
    assert deepest <= DEEPEST and beyond == 10_000 + 2 - DEEPEST
    assert "".join(root.itertext()) == "deep"


def test_formulas_stand_in_their_namespace() -> None:
    root, _ = parse("<math><mi>x</mi></math><p>y")
    assert root.find(f".//{MATHML}mi").text == "x"
    assert root.find(".//p").text == "y"


def test_thousands_of_attributes_take_no_time() -> None:
    started = time.perf_counter()
    root, _ = parse("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x")
    assert root.find(".//p").text == "x" and time.perf_counter() - started < 5


def test_comments_between_words_take_no_time() -> None:
    """Some 10^11 characters if the words before were copied at each."""
    root, _ = parse("<p>" + "<!---->ab" * 400_000)
    assert root.find(".//p").text == "ab" * 400_000


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_input_has_a_tree_without_marks(text: str) -> None:
    root, _ = parse(text)
    for each in root.iter():
        texts = [each.text, each.tail, *(value for name, value in each.attrib.items() if name != "_at")]
        assert not any("\ufdd0" in value for value in texts if value)


def test_of_line_breaks_behind_each_other_the_first_says_where_it_is() -> None:
    text = "<p>a<br>b<BR><br/>c<br class=x>"
    places = [each.get("_at") for each in parse(text)[0].iter("br")]
    assert places == [str(text.index("<br>")), str(text.index("<BR>")), None, str(text.index("<br class"))]
