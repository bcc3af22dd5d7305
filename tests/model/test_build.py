from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import Pos
from convert.model import Strong, Text
from convert.model.build import heading, inlines, join, para
from convert.model.walk import plain

TEXTS = st.builds(Text, st.text("甲乙a", max_size=3), role=st.sampled_from(("", "", "highlight")))
PARTS = st.lists(TEXTS | TEXTS.map(lambda text: Strong((text,))))


@given(PARTS)
def test_join_gives_normal_form_and_keeps_every_character(parts: list[Text | Strong]) -> None:
    joined = join(parts)
    assert plain(joined) == plain(tuple(parts))
    assert all(part.text for part in joined if isinstance(part, Text))
    for one, other in pairwise(joined):
        assert not (isinstance(one, Text) and isinstance(other, Text) and one.role == other.role)
    assert join(joined) == joined


def test_joined_texts_cover_both_places() -> None:
    parts = (Text("甲", pos=Pos(3, 1, 10, 13)), Text("乙", pos=Pos(3, 2, 13, 16)))
    assert join(parts) == (Text("甲乙", pos=Pos(3, 1, 10, 16)),)
    assert join((parts[0], Text("乙"))) == (Text("甲乙"),)


def test_strings_and_inlines_mix() -> None:
    assert inlines("甲", "", "乙", Strong((Text("丙"),))) == (Text("甲乙"), Strong((Text("丙"),)))
    assert para("甲", role="recipient", align="left").role == "recipient"
    assert (heading(2, "题", id="x").level, heading(2, "题", id="x").id) == (2, "x")
