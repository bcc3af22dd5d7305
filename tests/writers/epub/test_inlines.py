"""Inlines of books."""

from __future__ import annotations

from convert.kit.units import PT_PER_MM
from convert.measure import epub
from convert.model import Block, Document, Image, Media, Span, Text
from convert.model.build import para
from convert.pipeline import write_document
from tests.specimens import composition, picture

DATE = "2025年6月23日"


def written(format: str, *blocks: Block) -> bytes:
    media = {"seal": Media("image/png", picture(size=(40, 40)))}
    return write_document(composition(Document(blocks, media=media)), format)


def sealed(words: str, role: str = "byline") -> Block:
    return para(Span((Image("seal", "某厅印章"), Text(words)), role="seal"), role=role)


def test_a_book_has_it_around_its_words() -> None:
    elements = epub.read_elements(written("epub", para("正文。"), sealed(DATE)))
    (seal,) = (each for each in elements if each.name == "img")
    assert (seal.styles["position"], seal.styles["left"]) == ("absolute", "50%")
    assert seal.styles["width"] == seal.styles["height"] == f"{42 * PT_PER_MM / 16:.3f}em"
    place = next(each for each in elements if each.name == "span" and DATE in each.text)
    assert place.styles["position"] == "relative"
