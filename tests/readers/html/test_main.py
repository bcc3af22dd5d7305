"""The article is told from what stands around it."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from tests.readers.html.pages import PROSE, document, lines, page

WORDS = PROSE.removeprefix("<p>").removesuffix("</p>")
ARTICLE = f"<h1>The work begins</h1>{PROSE * 3}"


@pytest.mark.parametrize(
    "furniture",
    [
        "<footer><p>Contact, address, phone: all of it, here.</p></footer>",
        "<div class='share-bar'>Share this on everything</div>",
        "<div id='comments'><p>I do not agree, and I want to say so here, at length, please.</p></div>",
        "<div role='navigation'>Home News Sports</div>",
        "<ul><li><a href='/1'>Another story</a><li><a href='/2'>Yet another story</a></ul>",
        "<h3>Related</h3><p><a href='/3'>A third story about something else</a></p>",
        "<div class='pagination'>1 2 3</div>",
    ],
)
def test_furniture_goes_and_is_told(furniture: str) -> None:
    report = Report()
    found = document(page(ARTICLE, after=furniture), report)
    assert len(found.blocks) == 4 and found.meta.title == "The work begins"
    assert lines(page(ARTICLE + furniture)) == lines(page(ARTICLE))
    assert [d.code for d in report.diagnostics if d.code == "html-boilerplate"] == ["html-boilerplate"]


def test_the_whole_page_stays_where_it_is_asked_for() -> None:
    assert lines(page(ARTICLE), "off") == ["Home", "The work begins", *[WORDS] * 3]


def test_documents_and_fragments_are_no_pages() -> None:
    written = f"<html><head><meta name=generator content=pandoc></head><body><nav>Contents</nav>{ARTICLE}</body></html>"
    assert lines(written.encode())[0] == "Contents"
    assert lines(f"<ul><li><a href='/'>Home</a></ul>{ARTICLE}".encode())[0] == "Home"
    assert lines(f"<ul><li><a href='/'>Home</a></ul>{ARTICLE}".encode(), "on")[0] == "The work begins"


def test_a_page_without_an_article_stays_whole() -> None:
    links = "".join(f"<div><a href='/{n}'>Story number {n}</a></div>" for n in range(30))
    assert len(lines(page(links))) == 31


def test_an_article_in_what_bears_a_name_of_furniture_is_found() -> None:
    assert lines(page(f"<div class='sidebar-layout'>{ARTICLE}</div>"))[1:] == [WORDS] * 3


def test_lists_that_lead_to_places_of_the_page_stay() -> None:
    contents = "<ul><li><a href='#a'>Where it begins and ends</a><li><a href='#b'>What it costs</a></ul>"
    found = document(page(f"<h1>The work begins</h1>{contents}<h2 id=a>A</h2>{PROSE}<h2 id=b>B</h2>{PROSE * 2}"))
    assert type(found.blocks[1]).__name__ == "List"
