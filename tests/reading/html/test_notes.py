"""Notes are read where they are referred to, and never lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convert.model import Link, Note
from convert.model.walk import nodes, plain
from tests.reading.html.reading import document

_LINKS = st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.sampled_from(["1", "[2]", "a long text", "↩"]))


def test_a_note_that_is_referred_to_twice_stays_where_it_is() -> None:
    found = document("<p>x<a id=a href='#n'>1</a> y<a id=b href='#n'>1</a><ol><li id=n>Note <a href='#a'>↩</a></ol>")
    assert not any(isinstance(node, Note) for node in nodes(found)) and "Note" in plain(found)


def test_a_note_whose_reference_is_hidden_stands_at_the_end() -> None:
    found = document("<p>x<span hidden><a id=a href='#n'>1</a></span></p><ol><li id=n>Note <a href='#a'>↩</a></ol><p>y")
    assert [plain(block) for block in found.blocks] == ["x", "y", "Note "] or plain(found.blocks[-1]).strip() == "Note"


@given(st.lists(_LINKS, max_size=6))
def test_no_note_is_lost_or_doubled(links: list[tuple[str, str, str]]) -> None:
    """Whatever links to what: each piece of text is read once, marks and links back aside."""
    pieces = [f"<li id={name}>text{n} <a href='#{to}'>{mark}</a>" for n, (name, to, mark) in enumerate(links)]
    found = document("<ol>" + "".join(pieces) + "</ol>")
    assert all(plain(found).count(f"text{n}") == 1 for n in range(len(links)))
    assert all(isinstance(node, Link | Note) for node in nodes(found) if type(node).__name__ in ("Link", "Note"))
