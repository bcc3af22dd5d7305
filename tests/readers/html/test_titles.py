"""The title is the article's, not the site's."""

from __future__ import annotations

import pytest

from tests.readers.html.pages import PROSE, document, page


@pytest.mark.parametrize(
    ("head", "article", "title", "inferred"),
    [
        ("<title>A long walk - The Daily</title>", "<h1>The Daily</h1><h2>A long walk</h2>", "A long walk", ()),
        ("<title>A long walk | The Daily</title>", "", "A long walk", ("title",)),
        (
            "<title>关于防汛工作的通知_通知公告_某市政府网</title>",
            "<p>关于防汛工作的通知</p>",
            "关于防汛工作的通知",
            (),
        ),
        ("<title>关于防汛工作的通知-某市政府网</title>", "", "关于防汛工作的通知", ("title",)),
        ("<title>The Daily</title><meta property='og:title' content='A long walk'>", "", "A long walk", ()),
        (
            "<title>某省人民政府关于印发规划的通知__某省</title>",
            "<p>某省人民政府<br>关于印发规划的通知</p>",
            "某省人民政府关于印发规划的通知",
            (),
        ),
        ("", "<h1>Only this</h1>", "Only this", ()),
    ],
)
def test_the_title_is_found(head: str, article: str, title: str, inferred: tuple[str, ...]) -> None:
    meta = document(page(article + PROSE * 3, head=head)).meta
    assert (meta.title, tuple(name for name in meta.inferred if name == "title")) == (title, inferred)


def test_no_title_is_made_up() -> None:
    assert document(page(PROSE * 3)).meta.title == ""


def test_headings_below_the_title_begin_at_level_one() -> None:
    found = document(page(f"<h1>Only this</h1>{PROSE}<h2>One</h2>{PROSE}<h3>Two</h3>{PROSE}"))
    assert [getattr(block, "level", 0) for block in found.blocks] == [0, 0, 1, 0, 2, 0]
    assert getattr(found.blocks[0], "role", "") == "title"
