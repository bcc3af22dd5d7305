"""Texts as glyph codes: each is encoded once."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.layout.result import Element, Run, SetText
from convert.writers.pdf.encoding import Encoder
from convert.writers.pdf.fonts import Fonts
from convert.writers.pdf.links import Links

LINKS = Links(None, None, Report())  # type: ignore[arg-type]  # addresses outside need no document


def set_text(chars: str, *links: Element) -> SetText:
    """A text in no face; every link has a character of it, from the first."""
    element = Element("paragraph")
    owners = [*links, *[element] * (len(chars) - len(links))]
    runs = [Run(i, i + 1, None, 10.0, 0.0, "#000000", "none", "", owner) for i, owner in enumerate(owners)]
    return SetText(chars, runs, 0.0, [], element)


def test_a_text_over_many_pages_outlives_their_numbers() -> None:
    encoder, long = Encoder(Fonts(), LINKS), set_text("长")
    first = encoder.encode(long)
    for _ in range(100):
        for _ in range(30):
            encoder.encode(set_text("1"))
        assert encoder.encode(long) is first


def test_what_a_link_says_is_told_short() -> None:
    link = Element("link", Element("paragraph"), target="https://example.org/")
    text = set_text("字" * 5_000, *[link] * 5_000)
    assert Encoder(Fonts(), LINKS).encode(text).links == {link: "字" * 1_000}
