"""Flat text: every leaf once, in reading order; changes come back into the tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.model import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Document,
    Figure,
    Group,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    PageBreak,
    Para,
    Quote,
    Row,
    Strong,
    Table,
    Text,
)
from convert.model.flat import Change, flatten, rebuild
from convert.model.walk import plain

WORDS = st.text("会议a。", min_size=1, max_size=4)


def inlines(depth: int) -> st.SearchStrategy[tuple[Inline, ...]]:
    leaf: st.SearchStrategy[Inline] = WORDS.map(Text) | st.just(LineBreak()) | WORDS.map(Code)
    if depth:
        inner = inlines(depth - 1)
        leaf |= inner.map(Strong) | inner.map(lambda c: Link(c, "#x")) | blocks(depth - 1).map(Note)
    return st.lists(leaf, max_size=4).map(tuple)


def blocks(depth: int) -> st.SearchStrategy[tuple[Block, ...]]:
    line = inlines(depth)
    block: st.SearchStrategy[Block] = line.map(Para) | line.map(lambda c: Heading(c, 1)) | st.just(PageBreak())
    block |= WORDS.map(CodeBlock)
    if depth:
        inner = blocks(depth - 1)
        items = st.lists(st.builds(lambda t, c: ListItem(t, c), line, inner), max_size=2).map(tuple)
        rows = st.lists(st.lists(inner.map(Cell), max_size=2).map(lambda c: Row(tuple(c))), max_size=2).map(tuple)
        block |= inner.map(Quote) | inner.map(Group) | items.map(List)
        block |= st.builds(lambda c, t: Figure(c, t), inner, line)
        block |= st.builds(lambda t, h, b, n: Table((), t, h, b, n), line, rows, rows, inner)
    return st.lists(block, max_size=3).map(tuple)


DOCUMENTS = blocks(2).map(Document)


def test_reading_order() -> None:
    document = Document(
        (
            Heading((Text("标题"),), 1),
            Para((Text("甲"), Note((Para((Text("注"),)),)), Strong((Text("乙"), LineBreak())), Code("x"))),
            PageBreak(),
            Table((), (Text("表"),), body=(Row((Cell((Para((Text("格"),)),)),)),)),
            CodeBlock("y"),
        )
    )
    flat = flatten(document)
    assert flat.text == "标题\n甲\ufffc乙\u2028\ufffc\n注\n表\n格\n\ufffc"
    assert [type(owner) for owner in flat.owners] == [Heading, Para, Para, Table, Para, CodeBlock]
    assert flat.tabular == {3, 4}


@given(DOCUMENTS)
def test_nothing_changed_gives_the_document_back(document: Document) -> None:
    assert rebuild(document, flatten(document)) == document


@given(DOCUMENTS)
def test_every_character_is_there_once(document: Document) -> None:
    flat = flatten(document)
    leaves = "".join(flat.text[a:b] for a, b in zip(flat.leaves[::2], flat.leaves[1::2], strict=True))
    assert sorted(leaves) == sorted(flat.text.replace("\n", "").replace("\ufffc", "").replace("\u2028", ""))


@given(DOCUMENTS, st.data())
def test_changed_text_is_the_rebuilt_documents_text(document: Document, data: st.DataObject) -> None:
    """Replacing, deleting and splitting within lines, and removing whole lines of paragraphs."""
    flat = flatten(document)
    changes: list[Change] = []
    in_paragraphs = {
        offset
        for n, owner in enumerate(flat.owners)
        if isinstance(owner, (Para, Heading))
        for offset in range(flat.lines[2 * n], flat.lines[2 * n + 1])
    }
    for start, end in zip(flat.leaves[::2], flat.leaves[1::2], strict=True):
        if data.draw(st.booleans()):
            deleted = "" if start in in_paragraphs else "改"
            after = data.draw(st.sampled_from([deleted, "改", "改长了许多", flat.text[start:end]]))
            changes.append(Change(start, end, after, "test"))
    changes.sort()
    flat.apply(changes)
    text = flat.text
    once = rebuild(document, flat)
    assert flatten(once).text == text

    flat = flatten(once)
    removable = [n for n, owner in enumerate(flat.owners) if isinstance(owner, Para) and not plain_has_note(owner)]
    gone = [n for n in removable if data.draw(st.booleans())]
    gone = [] if len(gone) == len(flat.owners) else gone
    kept = [flat.line(n) for n in range(len(flat.owners)) if n not in gone]
    flat.apply(flat.removal(gone, "test"), gone)
    assert flat.text == "\n".join(kept)
    assert flatten(rebuild(once, flat)).text == flat.text


def plain_has_note(owner: Para) -> bool:
    from convert.model.walk import nodes

    return any(isinstance(node, Note) for node in nodes(owner))


def test_a_line_feed_splits_the_paragraph() -> None:
    document = Document((Para((Text("甲"), Strong((Text("乙丙"),)), Text("丁"))),))
    flat = flatten(document)
    flat.apply([Change(2, 3, "\n丙", "test")])
    assert rebuild(document, flat).blocks == (
        Para((Text("甲"), Strong((Text("乙"),)))),
        Para((Strong((Text("丙"),)), Text("丁"))),
    )


def test_a_change_across_leaves() -> None:
    """Equal lengths map character by character; else the first leaf gets the new text."""
    document = Document((Para((Text("甲("), Strong((Text("a"),)), Text(")乙"))),))
    flat = flatten(document)
    flat.apply([Change(1, 4, "（b）", "test")])
    assert rebuild(document, flat).blocks[0] == Para((Text("甲（"), Strong((Text("b"),)), Text("）乙")))
    flat = flatten(document)
    flat.apply([Change(1, 4, "x", "test")])
    assert rebuild(document, flat).blocks[0] == Para((Text("甲x"), Text("乙")))


@pytest.mark.parametrize("changes", [[(1, 1, "x")], [(0, 2, "x"), (1, 3, "y")], [(2, 3, "x"), (0, 1, "y")]])
def test_impossible_changes(changes: list[tuple[int, int, str]]) -> None:
    flat = flatten(Document((Para((Text("甲乙丙丁"),)),)))
    with pytest.raises(ValueError, match="overlap"):
        flat.apply([Change(a, b, c, "test") for a, b, c in changes])


def test_plain_text_of_lines() -> None:
    document = Document((Para((Text("甲"), Strong((Text("乙"),)))), Para(()), Para((Text("丙"),))))
    assert flatten(document).text == "甲乙\n\n丙"
    assert plain(document) == "甲乙丙"
