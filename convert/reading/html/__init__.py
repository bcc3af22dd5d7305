"""HTML elements to blocks: for the reader of HTML, and for the HTML that stands in Markdown."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from convert.diagnostics import Pos, Report
from convert.kit.characters import clean, report_faults
from convert.model import Block, Link, Node, replace
from convert.model.walk import replace_nodes
from convert.reading.html.context import Context
from convert.reading.html.marks import INLINE_TAGS, Wrap
from convert.reading.html.styles import Style
from convert.reading.pictures import Pictures
from convert.reading.source import Source

__all__ = ["INLINE_TAGS", "Wrap", "blocks_of", "element_blocks", "open_context"]


def blocks_of(
    fragment: str, source: Source, report: Report, pictures: Pictures, pos: Pos | None = None
) -> tuple[Block, ...]:
    """The blocks of an HTML fragment. `pos`: where it begins in the source.

    Raises nothing: HTML has no errors. What is hidden or cannot be printed is left out, with a diagnostic.
    """
    from convert.reading.html.parsing import DEEPEST, parse
    from convert.reading.html.references import report_references

    report_faults(fragment, pos, report, ends=False)
    report_references(fragment, report, pos)
    fragment = clean(fragment, None)
    root, beyond = parse(fragment)
    context = open_context(root, fragment, report, pictures, pos)
    if beyond > 0:
        report.add("nesting-flattened", pos, depth=DEEPEST)
    blocks = element_blocks(root, context)
    context.report_counts()
    return blocks


def open_context(root: Any, text: str, report: Report, pictures: Pictures, pos: Pos | None = None) -> Context:
    """What the reading of a parsed page or fragment needs to know. `text`: what was parsed. Footnotes are taken out of
    the tree: they are read where they are referred to."""
    from convert.reading.html import flow
    from convert.reading.html.layouts import has_bordered_tables
    from convert.reading.html.notes import take_notes

    notes = take_notes(root)
    targets = frozenset(
        unquote(link.get("href")[1:]) for link in root.iter("a") if (link.get("href") or "").startswith("#")
    )
    base = next((each.get("href") for each in root.iter("base") if each.get("href")), "")
    body = root.find("body")
    lang = root.get("lang") or ("" if body is None else body.get("lang") or "")
    return Context(
        text,
        report,
        pictures,
        flow.blocks_in,
        flow.blocks_of,
        pos,
        base,
        lang,
        targets,
        notes,
        has_bordered_tables(root),
    )


def element_blocks(element: Any, context: Context) -> tuple[Block, ...]:
    """The blocks of an element, links to names within it led to the blocks that bear them."""
    style = Style(lang=context.lang)
    blocks = context.blocks_in(element, style, context)
    if element.getparent() is None:  # nothing of the page is left out: nor are notes whose reference is hidden
        for link, note in context.notes.items():
            blocks += () if link in context.read_notes else context.blocks_in(note, style, context)
    moved = {f"#{name}": f"#{id}" for name, id in context.aliases.items() if name != id}
    if not moved:
        return blocks

    def led(node: Node) -> Node:
        return replace(node, target=moved[node.target]) if isinstance(node, Link) and node.target in moved else node

    return tuple(led(replace_nodes(block, led)) for block in blocks)  # type: ignore[misc]
