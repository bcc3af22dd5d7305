"""Every property of a look reaches the outputs that say they honour it: a style's word is never lost on the way."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from convert.layout import HONOURED as LAID_OUT
from convert.layout.composition import Composition
from convert.layout.result import Fill, Line, Picture, Stroke
from convert.model import Block, Document, Group, Image, LineBreak, Media, Meta, Span, Strong, Text
from convert.model.build import para
from convert.pipeline import write_document
from convert.style.sheet import EDGES, BoxLook, Computed
from convert.style.spans import OverLook, SpanLook
from convert.writers.docx import HONOURED as IN_WORD
from convert.writers.epub import HONOURED as IN_A_BOOK
from tests.specimens import SENTENCE, composition, picture

CHANGES: dict[str, Any] = {
    "font": "hei", "size": 12.0, "pitch": 40.0, "tracking": 1.0, "align": "right", "indent_em": 1.0, "left_em": 3.0,
    "right_em": 3.0, "before_lines": 2.0, "after_lines": 2.0, "on_grid": True, "keep_next": True, "new_page": True,
    "color": "#ff0000", "scale": 0.5, "rise_em": 0.3, "line": "under", "background": "#eeeeee",
    "place": "foot", "keep_previous": True, "middle": True, "caps": "small", "weight": "bold", "slant": "italic",
    "box": BoxLook(1.0, EDGES, "#ff0000", "#eeeeee", 0.5), "over": OverLook(30.0, 5.0),
}  # fmt: skip
"""Another value of each property than the role's and the span's."""
BLOCK = {field.name for field in fields(Computed)}
SPAN = {field.name for field in fields(SpanLook)}
LINES_TO_THE_FOOT = 15
"""So many lines fill the second page."""
BY_A_PASS = {"balance", "ink_top"}  # line breaks come from convert.passes.title_lines, places from convert.layout.head


def document() -> Document:
    """Paragraphs and one of a role of which every property shows: it stands at the end of a page; another one begins a page. A
    group of that role ends them."""
    sealed = Span((Image("seal", "印章"), Text("章")), role="strong")
    subtitle = para(SENTENCE * 2, Strong((Text("着重 stress"),)), LineBreak(), SENTENCE, sealed, role="subtitle")
    group = Group((para(SENTENCE),), role="subtitle")
    between = (para("文") for _ in range(LINES_TO_THE_FOOT))
    last = para("末", role="subtitle")
    blocks: tuple[Block, ...] = (
        *(para(SENTENCE) for _ in range(8)), subtitle, para(SENTENCE * 4), *between, last, group
    )  # fmt: skip
    return Document(blocks, Meta(title="报告"), {"seal": Media("image/png", picture(size=(9, 9)))})


def composed(**change: Any) -> Composition:
    """The document's composition, with other values of properties of its role or its span."""
    made = composition(document())
    role = replace(made.sheet.roles["subtitle"], on_grid=False, pitch=25.0, keep_next=False)
    role = replace(role, **{name: value for name, value in change.items() if name in BLOCK})
    span = replace(made.sheet.spans["strong"], **{name: value for name, value in change.items() if name in SPAN})
    roles, spans = {**made.sheet.roles, "subtitle": role}, {**made.sheet.spans, "strong": span}
    return replace(made, sheet=replace(made.sheet, roles=roles, spans=spans))


def laid_out(made: Composition) -> list[object]:
    """All that stands on the pages, without what differs from run to run."""
    found: list[object] = []
    for page in made.pages.pages:
        for item in page.items:
            match item:
                case Line():
                    looks = [
                        (
                            r.start,
                            r.end,
                            r.face,
                            r.size,
                            r.rise,
                            r.color,
                            r.line,
                            r.background,
                            r.bold,
                            r.slanted,
                            r.box,
                        )
                        for r in item.text.runs
                    ]
                    found.append(
                        (page.number, item.start, item.end, item.x, item.y, item.stretch, item.text.tracking, looks)
                    )
                case Fill() | Stroke() | Picture():
                    found.append(item)
    return found


@pytest.mark.parametrize("name", sorted(LAID_OUT))
def test_the_pages_show_it(name: str) -> None:
    changed = laid_out(composed(**{name: CHANGES[name]}))
    assert changed != laid_out(composed())


@pytest.mark.parametrize(
    ("format", "name"),
    [("docx", name) for name in sorted(IN_WORD)] + [("epub", name) for name in sorted(IN_A_BOOK - BY_A_PASS)],
)
def test_the_file_says_it(format: str, name: str) -> None:
    changed = write_document(composed(**{name: CHANGES[name]}), format)
    assert changed != write_document(composed(), format)


def test_each_property_is_honoured_or_excused() -> None:
    assert LAID_OUT | BY_A_PASS == BLOCK | SPAN
    assert IN_WORD | BY_A_PASS == BLOCK | SPAN
    assert (
        IN_A_BOOK | {"tracking", "on_grid", "ink_top"} == BLOCK | SPAN
    )  # the grid and what fits text to it are the paper's
