from __future__ import annotations

import pytest

from convert.model import Document, Meta, Para
from convert.model.build import heading, para
from convert.model.walk import plain
from convert.passes.title_lines import place_title
from convert.style.compute import read_sheet

META = Meta(title="Floods", subtitle="Findings", authors=("Jane Doe", "John Roe"), date="2024-11-05")
TEXT = (heading(1, "Scope"), para("Text."))


def shown(document: Document, style: str = "report") -> list[tuple[str, str]]:
    blocks = place_title(document, read_sheet(style)).blocks
    return [(block.role, plain(block)) for block in blocks if isinstance(block, Para) and block.role]


def test_the_style_says_what_stands_below_the_title() -> None:
    document = Document(TEXT, META)
    below = [("title", "Floods"), ("subtitle", "Findings")]
    assert shown(document, "gbt9704") == below
    assert shown(document) == [*below, ("dateline", "Jane Doe\nJohn Roe"), ("dateline", "2024-11-05")]


@pytest.mark.parametrize("role", ["subtitle", "dateline"])
def test_what_stands_there_is_not_said_again(role: str) -> None:
    document = Document((para("Floods", role="title"), para("As it is", role=role), *TEXT), META)
    assert [text for found, text in shown(document) if found == role] == ["As it is"]


def test_what_was_inferred_is_in_the_text_already() -> None:
    meta = Meta(title="Floods", date="2024-11-05", inferred=("date",))
    assert shown(Document(TEXT, meta)) == [("title", "Floods")]


def test_a_cover_says_it_instead() -> None:
    meta = Meta(title="Floods", subtitle="Findings", extra={"cover": "true"})
    assert shown(Document(TEXT, meta)) == []


def test_without_a_title_there_is_no_title_block() -> None:
    assert shown(Document(TEXT, Meta(subtitle="Findings"))) == []
