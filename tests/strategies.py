"""Random documents for property tests; hypothesis shrinks what fails to the smallest document that does."""

from __future__ import annotations

import functools
from collections.abc import Callable

from hypothesis import strategies as st

from convert.diagnostics import Pos
from convert.model import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emph,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Math,
    MathBlock,
    Media,
    Meta,
    Note,
    PageBreak,
    Para,
    Quote,
    Raw,
    Ref,
    Row,
    Ruby,
    Rule,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Table,
    Text,
    Toc,
    Underline,
)
from convert.model.build import join

LINE = st.text(
    st.one_of(st.sampled_from("会议指出，要。“”（）—… abc12%"), st.characters(exclude_categories=("C", "Zl", "Zp"))),
    min_size=1,
    max_size=20,
)
"""A line of text: mostly what reports are made of, and now and then any character of Unicode but controls."""

NAMES = st.sampled_from(("", "first", "表1", "x-2"))
ROLES = st.sampled_from(("", "", "recipient", "highlight", "no-such-role"))
LANGS = st.sampled_from(("", "", "en", "zh-Hans"))
NUMBERS = st.sampled_from(("", "表1　", "Figure 2. "))
ALIGNMENTS = st.sampled_from(("", "left", "center", "right", "justify"))
SIZES = st.integers(0, 200).map(float)
POSITIONS = st.none() | st.builds(Pos, st.integers(1, 99), st.integers(1, 99), st.integers(0, 999), st.integers(0, 999))
MEDIA_KEYS = ("red", "glass")


@functools.cache
def inlines(depth: int = 2, *, notes: bool = True) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Some inlines in normal form, nested `depth` levels; `notes`: with foot- and endnotes among them."""
    return st.lists(_inline(depth, notes), max_size=4).map(join)


@functools.cache
def blocks(depth: int = 2, *, notes: bool = True) -> st.SearchStrategy[tuple[Block, ...]]:
    """Some blocks, nested `depth` levels."""
    return st.lists(_block(depth, notes), max_size=3).map(tuple)


def documents(depth: int = 2) -> st.SearchStrategy[Document]:
    """Documents with every kind of node, with metadata and media."""
    content = st.lists(_block(depth, True), min_size=1, max_size=6).map(tuple)
    return st.builds(Document, content, _metas(), st.dictionaries(st.sampled_from(MEDIA_KEYS), _media()))


@functools.cache
def _inline(depth: int, notes: bool) -> st.SearchStrategy[Inline]:
    text = st.builds(Text, LINE, id=NAMES, role=ROLES, lang=LANGS, pos=POSITIONS)
    leaves: list[st.SearchStrategy[Inline]] = [
        text,
        text,
        st.builds(Code, LINE),
        st.builds(Math, LINE, st.just("") | LINE),
        st.builds(Image, st.sampled_from((*MEDIA_KEYS, "none")), LINE, SIZES, SIZES),
        st.builds(LineBreak),
        st.builds(Raw, st.just("html"), LINE),
        st.builds(Ref, NAMES, st.sampled_from(("number", "page", "text"))),
    ]
    if not depth:
        return st.one_of(leaves)
    inner = inlines(depth - 1, notes=notes)
    marks: list[Callable[[tuple[Inline, ...]], Inline]] = [Strong, Emph, Underline, Strike, Super, Sub]
    nested: list[st.SearchStrategy[Inline]] = [
        st.one_of([inner.map(mark) for mark in marks]),
        st.builds(Span, inner, role=ROLES, lang=LANGS),
        st.builds(Link, inner, st.sampled_from(("https://example.org/路径", "#first")), st.just("") | LINE),
        st.builds(Ruby, inner, LINE),
    ]
    if notes:
        nested.append(st.builds(Note, blocks(depth - 1, notes=False), st.sampled_from(("foot", "end"))))
    return st.one_of(*leaves, *nested)


@functools.cache
def _block(depth: int, notes: bool) -> st.SearchStrategy[Block]:
    line = inlines(min(depth, 1), notes=notes)
    para = st.builds(Para, line, ALIGNMENTS, id=NAMES, role=ROLES, lang=LANGS, pos=POSITIONS)
    leaves: list[st.SearchStrategy[Block]] = [
        para,
        para,
        st.builds(Heading, line, st.integers(1, 9), st.sampled_from(("", "一、")), id=NAMES),
        st.builds(CodeBlock, st.lists(LINE, max_size=3).map("\n".join), st.sampled_from(("", "python"))),
        st.builds(MathBlock, LINE),
        st.builds(Raw, st.just("html"), LINE),
        st.builds(PageBreak),
        st.builds(Rule),
        st.builds(Toc, st.integers(1, 3)),
    ]
    if not depth:
        return st.one_of(leaves)
    inner = blocks(depth - 1, notes=notes)
    return st.one_of(
        *leaves,
        st.builds(Quote, inner),
        st.builds(Group, inner, role=ROLES, lang=LANGS),
        st.builds(Figure, inner, line, NUMBERS),
        _lists(inner, line),
        _tables(inner, line),
    )


def _lists(
    inner: st.SearchStrategy[tuple[Block, ...]], line: st.SearchStrategy[tuple[Inline, ...]]
) -> st.SearchStrategy[Block]:
    items = st.builds(ListItem, st.just(()) | line, inner, st.sampled_from((None, None, True, False)))
    styles = st.sampled_from(("", "decimal", "lower-alpha", "upper-roman", "cjk"))
    return st.builds(
        List, st.lists(items, min_size=1, max_size=3).map(tuple), st.booleans(), st.integers(1, 30), styles
    )


@st.composite
def _tables(
    draw: st.DrawFn, inner: st.SearchStrategy[tuple[Block, ...]], line: st.SearchStrategy[tuple[Inline, ...]]
) -> Table:
    """Tables whose rows may fall short of the columns, with cells that span."""
    columns = draw(st.integers(1, 3))
    cells = st.builds(Cell, inner, st.integers(1, 2), st.integers(1, 2), st.booleans(), ALIGNMENTS)
    rows = st.lists(st.builds(Row, st.lists(cells, max_size=columns).map(tuple)), max_size=3).map(tuple)
    return Table((Column(),) * columns, draw(line), draw(rows), draw(rows), draw(inner), draw(NUMBERS), id=draw(NAMES))


def _metas() -> st.SearchStrategy[Meta]:
    lines = st.lists(LINE, max_size=2).map(tuple)
    return st.builds(
        Meta,
        title=st.just("") | LINE,
        issuers=lines,
        authors=lines,
        date=st.sampled_from(("", "2025年6月23日", "二〇二五年六月")),
        keywords=lines,
        lang=LANGS,
        inferred=st.sampled_from(((), ("title",))),
        extra=st.dictionaries(LINE, LINE, max_size=2),
    )


def _media() -> st.SearchStrategy[Media]:
    return st.builds(Media, st.just("image/png"), st.binary(max_size=20), st.sampled_from(("", "图.png")))
