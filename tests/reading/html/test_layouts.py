"""Tables of data stay tables; those that lay out a page do not."""

from __future__ import annotations

import pytest

from tests.reading.html.reading import document

LONG = "<p>Words upon words, and more of them.</p>" * 20


def kinds(fragment: str) -> list[str]:
    """The kinds of the blocks at the top."""
    return [type(block).__name__ for block in document(fragment).blocks]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><th>a<tr><td>b</table>",
        "<table border=1><tr><td>a</table>",
        "<table><caption>c</caption><tr><td>a</table>",
        "<table role=grid><tr><td>a</table>",
        "<table><tr><td style='border-top: solid 1px'>a</table>",
        f"<table border=1><tr><td>{LONG}<td>b</table>",
        "<style>table, td { border: 1px solid }</style><table><tr><td>a<tr><td><table><tr><td>b<td>c</table></table>",
    ],
)
def test_a_table_of_data_stays(table: str) -> None:
    assert kinds(table) == ["Table"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>a<td>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table border=0><tr><td>a<td><h2>b</h2><tr><td>c<td>d</table>",
        "<table role=presentation border=1><tr><td>a<td>b<tr><td>c<td>d</table>",
        f"<table border=1><tr><td>{LONG}</table>",
        f"<table><tr><td>menu<td>{LONG}<tr><td>a<td>b</table>",
    ],
)
def test_a_table_for_the_layout_does_not(table: str) -> None:
    assert "Table" not in kinds(table) and kinds(table)


def test_definitions_without_terms_are_what_they_hold() -> None:
    assert kinds("<dl><dd>a<dd>b</dl>") == ["Para", "Para"]
