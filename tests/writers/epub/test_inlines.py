"""Inlines of books."""

from __future__ import annotations

from convert.kit.units import PT_PER_MM
from convert.measure import epub
from convert.model.build import para
from tests.specimens import DATE, sealed, sealed_file


def test_a_book_has_it_around_its_words() -> None:
    elements = epub.read_elements(sealed_file("epub", para("正文。"), sealed(DATE)))
    (seal,) = (each for each in elements if each.name == "img")
    assert (seal.styles["position"], seal.styles["left"]) == ("absolute", "50%")
    assert seal.styles["width"] == seal.styles["height"] == f"{42 * PT_PER_MM / 16:.3f}em"
    place = next(each for each in elements if each.name == "span" and DATE in each.text)
    assert place.styles["position"] == "relative"
