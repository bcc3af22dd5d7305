"""Pictures over words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from convert.kit.units import mm, to_mm
from convert.layout.composition import Composition
from convert.layout.overlays import has_objects
from convert.layout.result import ASCENT, Line, Picture
from convert.model import Block, Image, Math, Media, Span, Text
from convert.model import replace as replace_node
from convert.model.build import para
from tests.layout.composing import composed, lines_of, words
from tests.specimens import picture

PLACE = "spans.seal={over_mm=42, over_rise_mm=9.4}"


def sealed(words: str, *before: str, alt: str = "印章") -> Block:
    return para(*before, Span((Image("seal", alt), Text(words)), role="seal"))


def laid_out(*blocks: Block, size: tuple[int, int] = (40, 40), settings: tuple[str, ...] = ()) -> Composition:
    made = composed(*blocks, settings=(PLACE, *settings))
    media = {"seal": Media("image/png", picture(size=size))}
    return replace(made, document=replace_node(made.document, media=media))


def only(made: Composition) -> tuple[Line, Picture]:
    (line,) = (line for page in made.pages.pages for line in lines_of(page) if line.over)
    (seal,) = line.over
    return line, seal


def test_it_stands_in_the_middle_of_its_words() -> None:
    line, seal = only(laid_out(sealed("某某省财政厅", "署名")))
    em = line.text.runs[0].size
    first = line.width / 8 * 2
    assert seal.x + seal.width / 2 == pytest.approx((first + line.width) / 2, abs=0.3)
    assert seal.y + seal.height / 2 == pytest.approx((1 / 2 - ASCENT) * em - mm(9.4))
    assert to_mm(seal.width) == pytest.approx(42) == to_mm(seal.height)


def test_it_keeps_its_shape() -> None:
    _, seal = only(laid_out(sealed("某厅"), size=(40, 20)))
    assert (to_mm(seal.width), to_mm(seal.height)) == pytest.approx((42, 21))


def test_it_takes_no_room() -> None:
    with_seal, without = laid_out(sealed("某厅"), para("下文")), laid_out(para("某厅"), para("下文"))
    places = [
        [(words(line), line.x, line.y) for line in lines_of(made.pages.pages[0])] for made in (with_seal, without)
    ]
    assert places[0] == places[1]


def test_what_reaches_below_the_page_goes_to_the_next() -> None:
    above = [para("文") for _ in range(21)]
    assert [len(lines_of(page)) for page in laid_out(*above, para("某厅")).pages.pages] == [22]
    assert [len(lines_of(page)) for page in laid_out(*above, sealed("某厅")).pages.pages] == [21, 1]


def test_a_place_is_kept_without_a_picture() -> None:
    empty = para(Span((Text("某厅"),), role="seal"))
    made = laid_out(*(para("文") for _ in range(21)), empty)
    assert [len(lines_of(page)) for page in made.pages.pages] == [21, 1]
    assert not any(line.over for page in made.pages.pages for line in lines_of(page))


def test_without_words_it_stands_among_others() -> None:
    made = laid_out(para("甲", Span((Image("seal", "印章"),), role="seal"), "乙"), settings=("page.top_mm=37",))
    assert not any(line.over for line in lines_of(made.pages.pages[0]))
    assert has_objects((Span((Image("seal"),), role="seal"),), made.sheet)


def test_it_is_read_out_where_it_is_described() -> None:
    assert only(laid_out(sealed("某厅")))[1].element.alt == "印章"
    assert only(laid_out(sealed("某厅", alt="")))[1].element.kind == "artifact"


def test_objects_among_words_are_told_from_those_over_them() -> None:
    sheet = composed(settings=(PLACE,)).sheet
    over = Span((Image("seal"), Text("某厅")), role="seal")
    assert not has_objects((Text("甲"), over), sheet)
    assert has_objects((over, Image("other")), sheet)
    assert has_objects((Span((Math("x"),)),), sheet)
