"""Where blocks begin down a page: on the grid, or where empty lines are counted from edge to edge."""

from __future__ import annotations

import pytest

from convert.kit.units import to_mm
from convert.layout.result import ASCENT
from convert.model.build import para
from convert.style.compute import read_sheet
from tests.layout.composing import PITCH_MM, composed, lines_of

CELL_MM = 156 / 28


def tops(*settings: str) -> list[float]:
    """The em tops of a title, a text, 附件说明, a signature, a date and a note in parentheses, in mm."""
    made = composed(
        para("标题", role="title"),
        para("正文。"),
        para("附件：名单", role="attachment-note"),
        para("某厅", role="signature"),
        para("2025年5月7日", role="date"),
        para("（此件公开发布）", role="annotation"),
        settings=settings,
    )
    return [to_mm(line.y - ASCENT * line.size) for line in lines_of(made.pages.pages[0])]


def test_empty_lines_are_lines_of_the_grid() -> None:
    for top in tops()[1:]:
        assert (top - 37) / PITCH_MM == pytest.approx(round((top - 37) / PITCH_MM), abs=0.01)


def test_or_a_line_s_height_from_edge_to_edge() -> None:
    """GB/T 33476.2: 空一行 is 10.39 mm, and 附注 stands that far below the date."""
    title, body, note, signature, date, annotation = tops("grid.blank=edges", "roles.annotation.before_lines=1")
    assert body - title - 22 * 25.4 / 72 == pytest.approx(PITCH_MM, abs=0.05)
    assert note - body - CELL_MM == pytest.approx(PITCH_MM, abs=0.05)
    assert signature - note - CELL_MM == pytest.approx(PITCH_MM, abs=0.05)
    assert date - signature == pytest.approx(PITCH_MM, abs=0.05)
    assert annotation - date - CELL_MM == pytest.approx(PITCH_MM, abs=0.05)


def test_the_profile_of_gbt_33476_is_gbt_9704_counted_so() -> None:
    profile, official = read_sheet("gbt33476"), read_sheet("gbt9704")
    assert (profile.grid.blank, official.grid.blank) == ("edges", "lines")
    assert profile.page == official.page
    assert profile.roles["annotation"].before_lines > 0 == official.roles["annotation"].before_lines
