"""HTML: a saved page, cut down to its article, or a document in HTML."""

from __future__ import annotations

from typing import Any

from convert.diagnostics import InputError, Report
from convert.model import Block, Document
from convert.readers.html.article import Article
from convert.readers.html.charset import page_text
from convert.readers.html.head import declared
from convert.readers.html.main import Main, is_page
from convert.readers.html.properties import meta_of, nearby_lines
from convert.readers.html.titles import find_title
from convert.reading.html import element_blocks, open_context
from convert.reading.html.context import Context
from convert.reading.html.parsing import DEEPEST, parse
from convert.reading.pictures import Pictures
from convert.reading.source import Source


def read(source: Source, report: Report) -> Document:
    """The document of a page. Its article only, where `source.main` asks for that, or leaves it to us and the input is a
    page of a site (see `is_page`); all that is seen, where it does not.

    Raises InputError for what is no text (see ``page_text`) and `input-empty` where nothing is seen.
    """
    text = page_text(source.data, report)
    root, beyond = parse(text)
    if beyond > 0:
        report.add("nesting-flattened", depth=DEEPEST)
    known = declared(root)
    pictures = Pictures(source, report)
    context = open_context(root, text, report, pictures)
    context.base = context.base or next(iter(known.get("address", ())), "")
    cut = source.main == "on" or (source.main == "auto" and is_page(root))
    title = find_title(root, known.get("title", ()), known.get("site", ()))
    near = nearby_lines(root, title)
    main = Main(root) if cut else None
    article = Article(list(_main_blocks(root, main, context)))
    if not article.blocks:
        raise InputError("input-empty")
    is_cut = main is not None and main.element is not None
    words = article.place_title(title.text, [*known.get("title", ()), title.whole], cut=is_cut) if title.text else ""
    article.read_bylines(cut=is_cut)
    if is_cut and title.element is not None:
        for line in near:
            article.add_byline(line, loose=True)
    if main is not None:
        main.report(report, article.removed)
    context.report_counts()
    meta = meta_of(known, article, words, context.lang, is_title_cut=title.is_inferred and not article.is_titled)
    return Document(tuple(article.blocks), meta, pictures.media)


def _main_blocks(root: Any, main: Main | None, context: Context) -> tuple[Block, ...]:
    if main is None or main.element is None:
        return element_blocks(root, context)
    main.cut()
    return element_blocks(main.element, context)
