from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from convert.model import Column, Document, Heading, Node, Para, Quote, Ruby, Rule, Strong, Text, replace
from convert.model.base import field_values
from convert.model.build import para
from convert.model.walk import blocks, nodes, plain, replace_blocks, replace_nodes
from tests.specimens import everything
from tests.strategies import documents


def descend(node: Node) -> Iterator[Node]:
    """What `nodes` does, by recursion."""
    yield node
    for _, value in field_values(node):
        if isinstance(value, tuple):
            for child in value:
                yield from descend(child)


def shout(node: Node) -> Node:
    """A replacer that changes every text."""
    return replace(node, text=f"{node.text}!") if isinstance(node, Text) else node


@given(documents())
def test_nodes_come_in_reading_order_each_once(document: Document) -> None:
    expected = [node for block in document.blocks for node in descend(block)]
    assert [id(node) for node in nodes(document)] == [id(node) for node in expected]
    assert list(nodes(document.blocks)) == expected


@given(documents())
def test_replacing_nothing_gives_the_same_object(document: Document) -> None:
    assert replace_nodes(document, lambda node: node) is document


@given(documents())
def test_every_node_is_replaced_once(document: Document) -> None:
    seen: list[Node] = []

    def note(node: Node) -> Node:
        seen.append(node)
        return node

    replace_nodes(document, note)
    assert sorted(map(id, seen)) == sorted(map(id, nodes(document)))


@given(documents())
def test_replaced_texts_change_and_the_shape_stays(document: Document) -> None:
    changed = replace_nodes(document, shout)
    assert [type(node) for node in nodes(changed)] == [type(node) for node in nodes(document)]
    before = [node.text for node in nodes(document) if isinstance(node, Text)]
    after = [node.text for node in nodes(changed) if isinstance(node, Text)]
    assert after == [f"{text}!" for text in before]
    assert (changed.meta, changed.media) == (document.meta, document.media)


@given(documents(), documents())
def test_replacements_follow_one_another(document: Document, other: Document) -> None:
    """Replacing twice is replacing once by both, where neither changes what the other looks at."""

    def number(node: Node) -> Node:
        return replace(node, id="n") if isinstance(node, Para) else node

    both = replace_nodes(document, lambda node: number(shout(node)))
    assert replace_nodes(replace_nodes(document, shout), number) == both


@given(documents(), st.sampled_from(sorted({type(n) for n in nodes(everything())}, key=lambda kind: kind.__name__)))
def test_deleted_kinds_are_gone(document: Document, kind: type[Node]) -> None:
    left = list(nodes(replace_nodes(document, lambda node: () if isinstance(node, kind) else node)))
    assert not any(isinstance(node, kind) for node in left)
    kept = [node for node in nodes(document) if type(node) is Text and kind is not Text]
    assert {id(n) for n in left if type(n) is Text} <= {id(n) for n in kept}


def test_one_node_may_become_several() -> None:
    doubled = replace_nodes(
        Document((para("甲"), para("乙"))), lambda node: (node, node) if isinstance(node, Para) else node
    )
    assert [plain(block) for block in doubled.blocks] == ["甲", "甲", "乙", "乙"]


def test_children_are_replaced_before_their_parents() -> None:
    tree = Document((Quote((para(Strong((Text("甲"),))),)),))
    order: list[str] = []

    def note(node: Node) -> Node:
        order.append(type(node).__name__)
        return node

    replace_nodes(tree, note)
    assert order == ["Text", "Strong", "Para", "Quote"]


def test_unchanged_parts_are_shared() -> None:
    document = Document((para("甲"), para("乙")))
    changed = replace_nodes(document, lambda node: Text("丙") if node == Text("甲") else node)
    assert plain(changed) == "丙乙"
    assert changed.blocks[1] is document.blocks[1]


@given(documents())
def test_plain_text_is_that_of_the_parts(document: Document) -> None:
    assert plain(document) == "".join(plain(block) for block in document.blocks)
    texts = [node.text for node in nodes(document) if isinstance(node, Text)]
    place = 0
    for text in texts:
        place = plain(document).index(text, place) + len(text)


def test_readings_are_no_text() -> None:
    assert plain(para("读", Ruby((Text("音"),), "yīn"))) == "读音"


def test_depth_does_not_matter_to_collecting() -> None:
    block: Quote | Para = para("底")
    for _ in range(5_000):
        block = Quote((block,))
    assert sum(1 for _ in nodes(block)) == 5_002


@given(documents())
def test_blocks_come_in_reading_order_and_none_of_what_stands_in_lines(document: Document) -> None:
    seen: list[Node] = []

    def note(node: Node) -> Node:
        seen.append(node)
        return node

    assert replace_blocks(document, note) is document
    lines = (getattr(node, name, ()) for node in nodes(document) for name in ("caption", "term"))
    texts = (node.children for node in nodes(document) if isinstance(node, Para | Heading))
    within = {id(inner) for line in (*lines, *texts) for inline in line for inner in descend(inline)}
    expected = [node for node in nodes(document) if id(node) not in within and not isinstance(node, Column)]
    assert [id(node) for node in blocks(document)] == [id(node) for node in expected] == [id(node) for node in seen]


def test_what_is_put_in_a_block_s_place_is_looked_through_after_it() -> None:
    def unwrapped(node: Node) -> Node:
        return Quote((para("甲"), para("乙"))) if isinstance(node, Rule) else replace(node, role="x")

    replaced = replace_blocks(Document((Rule(), para("丙"))), unwrapped)
    assert [node.role for node in blocks(replaced)] == ["", "x", "x", "x"]
