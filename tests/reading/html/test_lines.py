"""White space collapses, lines become paragraphs, no letter is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convert.model import Code, Inline, LineBreak, Link, Strong, Text
from convert.model.walk import plain
from convert.reading.html.lines import set_lines

_TEXTS = st.text(alphabet=" \n\t\u3000\xa0ab中文，—", min_size=1, max_size=8)
_LEAVES = st.one_of(_TEXTS.map(Text), _TEXTS.map(Code), st.just(LineBreak()))
_RUNS = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda c: Strong(tuple(c))),
        st.lists(inner, min_size=1, max_size=4).map(lambda c: Link(tuple(c), "#x")),
    ),
    max_leaves=12,
)


def lines(*run: Inline) -> list[str]:
    """The words of each paragraph of a run."""
    return [plain(line.inlines) for line in set_lines(run)]


def test_white_space_is_one_space_or_none() -> None:
    assert lines(Text("  a \n b"), Strong((Text(" c "),)), Text(" d  ")) == ["a b c d"]
    assert lines(Text("中\n"), Strong((Text("文"),)), Text("\n字 a\nb")) == ["中文字 a b"]
    assert lines(Text("a"), LineBreak(), Text(" b "), LineBreak()) == ["a\nb"]
    assert lines(Text(" \n"), LineBreak(), Text("\xa0")) == []


def test_paragraphs_end_at_two_breaks_and_before_indents_made_by_hand() -> None:
    assert lines(Text("a"), LineBreak(), Text(" "), LineBreak(), LineBreak(), Text("b")) == ["a", "b"]
    assert lines(Strong((Text("\u3000\u3000甲"), LineBreak(), Text("\u3000\u3000乙")))) == ["甲", "乙"]
    assert [line.indent for line in set_lines((Text("\u3000\u3000甲"),))] == [2]


@given(st.lists(_RUNS, max_size=8))
def test_no_letter_is_lost_and_no_white_space_doubled(run: list[Inline]) -> None:
    made = lines(*run)
    assert "".join("".join(made).split()) == "".join(plain(tuple(run)).split())
    for line in made:
        assert "  " not in line and "\t" not in line and line == line.strip(" \n")
