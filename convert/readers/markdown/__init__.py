"""Read Markdown: CommonMark 0.31.2, GFM, and what pandoc, GitHub, MkDocs and VuePress put on top.

markdown-it finds the structure (`parser`, with `block_rules` and `inline_rules` of our own); `blocks` and `inlines` make
nodes of its tokens. Front matter becomes metadata. HTML is read by the reader of HTML, wherever Markdown stands in it.
A line's end within a paragraph is a space, between two characters of Chinese or Japanese text nothing.
"""

from __future__ import annotations

from convert.diagnostics import InputError, Pos, Report
from convert.model import Document
from convert.readers.markdown.blocks import read_blocks, read_text
from convert.readers.markdown.context import Context
from convert.readers.markdown.front_matter import front_matter
from convert.readers.markdown.notes import take_notes, unused_notes
from convert.readers.markdown.parser import DEEPEST, parse
from convert.readers.markdown.references import settle_references
from convert.reading.decoding import decoded_text, settled
from convert.reading.depth import bound_depth
from convert.reading.metadata import make_meta
from convert.reading.pictures import Pictures
from convert.reading.source import Source


def read(source: Source, report: Report) -> Document:
    """The document in `source`, every block with the line it begins in.

    Raises InputError for what is no text (see `convert.kit.encoding.decode`) and `input-empty` where there is none.
    """
    text = settled(decoded_text(source.data, report).text.replace("\r\n", "\n").replace("\r", "\n"), report)
    if not text.strip():
        raise InputError("input-empty")
    matter = front_matter(text, report)
    meta = make_meta(matter.entries, report, Pos(1))
    pictures = Pictures(source, report)
    context = Context(source, report, pictures, text[matter.end :], matter.lines, read_blocks, read_text)
    tokens = take_notes(parse(context.text, context.environment), context)
    blocks = read_blocks(tokens, context)
    blocks += tuple(unused_notes(context))
    _tell_counts(context, report)
    document = Document(blocks, meta, pictures.media)
    if not context.refers:
        return document
    document = bound_depth(document, report) if context.slots or context.notes else document  # others nest little
    return Document(settle_references(document.blocks, report), meta, pictures.media)


def _tell_counts(context: Context, report: Report) -> None:
    """Tell what was counted on the way."""
    if context.deep:
        report.add("nesting-flattened", context.deep, depth=DEEPEST)
    if context.counts["comment"]:
        report.add("markdown-comments", n=context.counts["comment"])
    if context.counts["line"]:
        report.add("markdown-lines", n=context.counts["line"])
    for line in context.environment.get("unspaced", ()):
        report.add("markdown-heading-space", context.pos(line))
    for line, words in context.environment.get("excess", ()):
        report.add("markdown-cell-excess", context.pos(line), text=words)
    for line, words in context.environment["references"].unused():
        report.add("markdown-definition-unused", context.pos(line), text=words)
