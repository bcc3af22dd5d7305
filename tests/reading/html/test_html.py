"""What Markdown and the reader of pages build on: blocks of fragments, where they stand, and inline elements by name."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import Pos, Report
from convert.model import Code, Image, Strong, Text
from convert.model.walk import nodes, plain
from convert.reading.html import INLINE_TAGS
from tests.reading.html.reading import document, dumped

_WORDS = st.text(alphabet="abc 中文", max_size=6)
_TAGS = ("p", "div", "b", "a", "span", "ul", "li", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "h1", "pre",
         "code", "blockquote", "figure", "figcaption", "details", "summary", "ruby", "rt", "em", "section", "center", "button")  # fmt: skip
_ELEMENTS = st.recursive(
    _WORDS,
    lambda inner: st.tuples(st.sampled_from(_TAGS), st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=15,
)


def test_positions_count_from_where_the_fragment_begins() -> None:
    fragment = "<p>a</p>\n  <p>b"
    assert [str(block.pos) for block in document(fragment).blocks] == ["1:1", "2:3"]
    assert [str(block.pos) for block in document(fragment, pos=Pos(10, 1)).blocks] == ["10:1", "11:3"]
    assert [block.pos for block in document(fragment, pos=Pos(place="cell 3")).blocks] == [Pos(place="cell 3")] * 2


def test_inline_elements_by_name() -> None:
    assert INLINE_TAGS["b"]((Text("x"),)) == Strong((Text("x"),))
    assert INLINE_TAGS["kbd"]((Text("a"), Text("b"))) == Code("ab")
    assert {"sub", "sup", "u", "ins", "s", "del", "strike", "mark", "strong", "i", "em", "samp", "q"} <= set(
        INLINE_TAGS
    )


def test_nesting_that_cannot_be_read_is_told() -> None:
    report = Report()
    found = document("<blockquote>" * 400 + "deep", report)
    assert plain(found) == "deep" and "nesting-flattened" in [d.code for d in report.diagnostics]


def test_only_pictures_beside_the_input_are_opened(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    report = Report()
    addresses = ("../secret.png", "file:///etc/hostname", "http://example.org/a.png", "//example.org/b.png")
    found = document("".join(f"<img src='{each}'>" for each in addresses), report, folder=tmp_path / "in")
    assert not found.media
    assert [node.media for node in nodes(found) if isinstance(node, Image)] == list(addresses)
    assert [d.code for d in report.diagnostics] == ["image-outside", "image-outside", "image-remote", "image-remote"]


def test_formulas_are_kept_in_both_forms() -> None:
    found = dumped("<p>so <math><msup><mi>x</mi><mn>2</mn></msup></math></p><math display=block><mi>y</mi></math>")
    assert re.search(r'math "x\^\{?2\}?"', found) and "mathblock" in found and "MathML" in found
    kept = "<math><semantics><mi>z</mi><annotation encoding='application/x-tex'>\\zeta</annotation></semantics></math>"
    assert 'math "\\\\zeta"' in dumped(f"<p>{kept}</p>")


def test_captions_within_captions_are_read_once() -> None:
    """2^60 readings if each were read twice, as words and as blocks."""
    found = document("<figure><figcaption>a" * 60 + "</figcaption></figure>" * 60)
    assert plain(found) == "a" * 60


@given(st.lists(_ELEMENTS, max_size=6).map("".join))
def test_any_nesting_of_elements_keeps_every_letter(fragment: str) -> None:
    found = document(fragment)
    texts = [getattr(node, name, "") for node in nodes(found) for name in ("text", "reading")]
    letters = sorted("".join("".join(texts).split()))
    assert letters == sorted("".join(re.sub(r"<[^>]*>", "", fragment).split()))
