from __future__ import annotations

from hypothesis import given

from convert.diagnostics import Pos, Report
from convert.model import (
    MAX_DEPTH,
    Block,
    Cell,
    Document,
    Emph,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Node,
    Para,
    Quote,
    Row,
    Ruby,
    Table,
    Text,
)
from convert.model.build import para
from convert.model.json import decode, encode
from convert.model.walk import children, nodes, plain
from convert.reading.depth import bound_depth
from tests.strategies import documents


def depth_of(document: Document) -> int:
    level: list[Node] = list(document.blocks)
    depth = 0
    while level:
        depth += 1
        level = [child for node in level for child in children(node)]
    return depth


def nested(block: Block, times: int) -> Block:
    for n in range(times):
        quote = Quote((Para((Text(f"{n}前"),)), block))
        block = List((ListItem(children=(quote,)),)) if n % 2 else Table((), body=(Row((Cell((quote,)),)),))
    return block


def test_deep_blocks_keep_their_words_and_can_be_written() -> None:
    document = Document((nested(Heading((Text("底"),), 1, pos=Pos(7)), 3000), para("后")))
    report = Report()
    bounded = bound_depth(document, report)
    assert plain(bounded) == plain(document)
    assert depth_of(bounded) <= MAX_DEPTH
    assert decode(encode(bounded)) == bounded
    assert [d.code for d in report.diagnostics] == ["nesting-flattened"]


def test_deep_inlines_keep_their_words_links_and_readings() -> None:
    children: tuple[Inline, ...] = (Ruby((Text("应"),), "yìng"), Link((Emph((Text("急"),)),), "https://example.org"))
    for _ in range(5000):
        children = (Text("一"), Emph(children))
    bounded = bound_depth(Document((Para(children),)), Report())
    assert plain(bounded) == "一" * 5000 + "应急"
    assert depth_of(bounded) <= MAX_DEPTH
    assert {n.reading for n in nodes(bounded) if isinstance(n, Ruby)} == {"yìng"}
    assert {n.target for n in nodes(bounded) if isinstance(n, Link)} == {"https://example.org"}


@given(documents())
def test_what_is_not_deep_stays_as_it_is(document: Document) -> None:
    assert bound_depth(document, Report()) is document
