"""What pages declare of themselves."""

from __future__ import annotations

from convert.readers.html.head import declared
from convert.reading.html.parsing import parse
from tests.readers.html.pages import PROSE, document, page


def known(head: str) -> dict[str, list[str]]:
    """What a head declares."""
    return declared(parse(f"<html><head>{head}</head><body></body></html>")[0])


def test_meta_elements_of_government_sites() -> None:
    head = (
        "<meta name='ArticleTitle' content='关于…的通知'><meta name='PubDate' content='2024-05-06 10:20'>"
        "<meta name='ContentSource' content='省发改委'><meta name='Keywords' content='通知;安全'>"
        "<meta name='SiteName' content='某省人民政府'><meta name='Author' content=''>"
    )
    assert known(head) == {
        "title": ["关于…的通知"],
        "date": ["2024-05-06 10:20"],
        "source": ["省发改委"],
        "keywords": ["通知", "安全"],
        "site": ["某省人民政府"],
    }


def test_linked_data() -> None:
    script = """{"@graph": [{"@type": "WebSite", "name": "no"}, {"@type": ["NewsArticle"], "headline": "H",
        "datePublished": "2019-11-20T05:47:00Z", "author": [{"name": "A. B."}, "C. D."], "publisher": {"name": "P"}}]}"""
    found = known(f"<script type='application/ld+json'>{script}</script>")
    assert found["title"] == ["H"] and found["authors"] == ["A. B.", "C. D."]
    assert found["date"] == ["2019-11-20T05:47:00Z"] and found["site"] == ["P"]
    for broken in ("[" * 100_000, "{", '{"@type": 5}', "null"):
        assert known(f"<script type='application/ld+json'>{broken}</script>") == {}


def test_names_that_are_none_are_left_out() -> None:
    metas = "".join(
        f"<meta name=author content='{each}'>" for each in ("admin", "https://x.org/me", "a@b.c", "Ann Lee")
    )
    assert known(metas)["authors"] == ["Ann Lee"]


def test_a_date_is_kept_as_the_page_shows_it() -> None:
    head = "<meta property='article:published_time' content='2019-09-07T16:28:35+08:00'>"
    shown = document(page(f"<h1>A long walk</h1><p>Published: 2019-09-07 16:28</p>{PROSE * 3}", head=head)).meta
    assert (shown.date, shown.inferred) == ("2019-09-07 16:28", ())
    other = document(page(f"<h1>A long walk</h1><p>Published: 2020-01-01</p>{PROSE * 3}", head=head)).meta
    assert other.date == "2019-09-07T16:28:35+08:00"


def test_a_source_that_is_only_the_site_is_inferred() -> None:
    meta = document(
        page(f"<h1>A long walk</h1>{PROSE * 3}", head="<meta property=og:site_name content='The Daily'>")
    ).meta
    assert (meta.source, meta.inferred) == ("The Daily", ("source",))


def test_links_are_relative_to_the_page() -> None:
    head = "<link rel=canonical href='https://example.org/a/b.html'>"
    found = document(
        page(f"<h1>A long walk</h1><p>{'Read the rest, all of it, ' * 20}<a href='c.html'>there</a></p>", head=head)
    )
    assert "https://example.org/a/c.html" in str(found.blocks[1])
