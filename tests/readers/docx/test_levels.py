"""Levels of headings below a title."""

from __future__ import annotations

from tests.readers.docx.packages import codes, dumped, p, style

STYLES = style("T", "Title") + style("A", "heading 2") + style("B", "heading 3") + style("H", "heading 1")


def test_headings_move_up_where_the_first_level_is_the_title() -> None:
    body = p("题", "T") + p("甲", "A") + p("乙", "B") + p("正文。")
    dump = dumped(body, styles=STYLES)
    assert 'heading level=1\n  text "甲"\nheading level=2\n  text "乙"' in dump
    assert codes(body, styles=STYLES) == ["docx-levels-raised"]


def test_they_stay_where_there_is_no_title_or_a_first_level() -> None:
    for first in (p("前文。"), p("题", "T") + p("章", "H")):
        dump = dumped(first + p("甲", "A") + p("正文。"), styles=STYLES)
        assert 'heading level=2\n  text "甲"' in dump
