"""Write EPUB 3.3: semantic XHTML, CSS from the style sheet, embedded subsets of the faces."""

from __future__ import annotations

from convert.layout.composition import Composition
from convert.model.walk import nodes
from convert.writers.epub.blocks import BlockMarkup, Entry
from convert.writers.epub.book import Book, Item, package
from convert.writers.epub.css import stylesheet
from convert.writers.epub.fonts import BookFonts
from convert.writers.epub.inlines import ENDNOTES, InlineMarkup
from convert.writers.epub.ledger import Ledger
from convert.writers.epub.markup import tag
from convert.writers.epub.metadata import identifier, properties
from convert.writers.epub.pagelist import PageMarks, has_page_list
from convert.writers.epub.pages import NAVIGATION, STYLESHEET, label, navigation, nest, page
from convert.writers.epub.parts import Part, parts, title_block

HONOURED = frozenset({
    "font", "size", "pitch", "align", "indent_em", "left_em", "right_em", "before_lines", "after_lines", "keep_next", "keep_previous", "middle",
    "new_page", "balance", "color", "scale", "rise_em", "line", "background", "box", "caps", "weight", "slant",
    "over", "place",
})  # fmt: skip
"""What of a role's or span's look a reflowed book can show; the grid and tracking belong to paper."""

_OPENING = 8  # blocks: among them is the title of a document that has a letterhead above it
_ENDNOTES = "endnotes"
_GUIDE = {"titlepage": "title-page", "bodymatter": "text", _ENDNOTES: "notes"}  # EPUB 2's names
_XHTML, _TITLE_PAGE = "application/xhtml+xml", "title.xhtml"


def write(composition: Composition) -> bytes:
    """The finished file."""
    document, sheet = composition.document, composition.sheet
    title = title_block(document)
    ledger = Ledger(composition.report)
    marks = PageMarks(composition.pages.pages if has_page_list(document, sheet) else ())
    markup = BlockMarkup(
        sheet,
        ledger,
        InlineMarkup(document, sheet, ledger, composition.pictures, composition.page_of, marks),
        titled=any(sheet.base_role(node.role) == "title" for node in nodes(title or document.blocks[:_OPENING])),
    )
    rest = document.blocks[len(title) :]
    files = [Part(_TITLE_PAGE, composition.title, title)] if title else []
    files += parts(rest) if rest or not title else []
    written = [_body(markup, part, part.blocks is title) for part in files]
    if endnotes := _endnotes(markup, composition.lang):
        files.append(Part(ENDNOTES, label(_ENDNOTES, composition.lang), ()))
        written.append(endnotes)
    bodies = list(ledger.settle(written))
    pages = {
        part.file: page(part.heading or composition.title, composition.lang, body)
        for part, body in zip(files, bodies, strict=True)
    }
    entries = _entries(composition.title, files, markup.entries, titled=bool(title))
    landmarks = _landmarks(files, titled=bool(title))
    fonts = BookFonts(composition, ledger.texts, ledger.contested, ledger.formulas)
    contents = navigation(entries, landmarks, marks.made, composition.title, composition.lang)
    items = (
        Item(NAVIGATION, _XHTML, contents.encode("utf-8"), properties=("nav",)),
        *(
            Item(file, _XHTML, text.encode("utf-8"), spine=True, properties=_mathml(text))
            for file, text in pages.items()
        ),
        Item(STYLESHEET, "text/css", stylesheet(sheet, fonts, document.blocks).encode("utf-8")),
        *(Item(*font) for font in fonts.files()),
        *(Item(*picture) for picture in ledger.pictures.values()),
    )
    return package(Book(
        identifier=identifier(composition, bodies),
        title=composition.title,
        lang=composition.lang,
        properties=tuple(
            properties(
                composition,
                pictures=bool(ledger.pictures),
                described=ledger.all_described,
                formulas=bool(ledger.formulas),
                paged=bool(marks.made),
            )
        ),
        items=items,
        contents=tuple(nest(entries)),
        guide={_GUIDE[kind]: file for kind, file in landmarks.items()},
        timestamp=composition.timestamp,
    ))  # fmt: skip


def _mathml(page: str) -> tuple[str, ...]:
    """What the manifest says of a page that has formulas (EPUB 3.3, D.6.3)."""
    return ("mathml",) if "<math " in page else ()


def _body(markup: BlockMarkup, part: Part, titled: bool) -> str:
    """A content document's body; the title page says what it is."""
    body = markup.document(part.blocks, part.file, goes_on=part.goes_on)
    return f'<section epub:type="titlepage">\n{body}</section>\n' if titled else body


def _endnotes(markup: BlockMarkup, lang: str) -> str:
    """The body of the file of the endnotes, "" where there are none."""
    notes = markup.endnotes()
    start = tag("section", epub__type=_ENDNOTES, role=f"doc-{_ENDNOTES}", aria_label=label(_ENDNOTES, lang))
    return f"{start}\n{notes}</section>\n" if notes else ""


def _entries(title: str, files: list[Part], headings: list[Entry], *, titled: bool) -> list[Entry]:
    """The table of contents: the title page if there is one, the headings, the endnotes; never empty (EPUB 3.3 §7.4)."""
    first = [Entry(1, title, files[0].file)] if titled or not headings else []
    last = [Entry(1, part.heading, part.file) for part in files[-1:] if part.file == ENDNOTES]
    return [*first, *headings, *last]


def _landmarks(files: list[Part], *, titled: bool) -> dict[str, str]:
    """Where the book's divisions begin, by epub:type."""
    kinds = ("titlepage", "bodymatter") if titled else ("bodymatter",)
    places = {kind: part.file for kind, part in zip(kinds, files, strict=False)}
    return places | ({_ENDNOTES: ENDNOTES} if files[-1].file == ENDNOTES else {})
