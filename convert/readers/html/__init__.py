"""HTML: a saved page, or a fragment."""

from __future__ import annotations

from convert.diagnostics import InputError, Report
from convert.kit.encoding import decode
from convert.model import Document, Meta
from convert.readers.html.main import Main
from convert.reading.html import element_blocks, open_context
from convert.reading.html.parsing import DEEPEST, parse
from convert.reading.pictures import Pictures
from convert.reading.source import Source


def read(source: Source, report: Report) -> Document:
    """The document of a page."""
    text = decode(source.data).text
    root, beyond = parse(text)
    pictures = Pictures(source, report)
    context = open_context(root, text, report, pictures)
    if beyond > 0:
        report.add("nesting-flattened", depth=DEEPEST)
    top = root
    if source.main != "off":
        main = Main(root)
        if main.element is not None:
            top = main.element
            for e in main.left_out: e.set("hidden","")
    blocks = element_blocks(top, context)
    context.report_counts()
    if not blocks:
        raise InputError("input-empty")
    return Document(blocks, Meta(lang=context.lang), pictures.media)
