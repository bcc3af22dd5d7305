"""Write PDF: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), tagged, on ReportLab's document objects.

It draws the pages that layout made and decides nothing about looks.
"""

from __future__ import annotations

from convert.layout.composition import Composition
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.drawing import MULTIPLY, PageDrawing, Tools
from convert.writers.pdf.encoding import Encoder
from convert.writers.pdf.fonts import Fonts
from convert.writers.pdf.glyphs import FormulaGlyphs
from convert.writers.pdf.links import Links
from convert.writers.pdf.metadata import add_metadata
from convert.writers.pdf.navigation import add_outline, page_labels
from convert.writers.pdf.objects import Raw
from convert.writers.pdf.pictures import Pictures
from convert.writers.pdf.structure import Structure


def write(composition: Composition) -> bytes:
    """The finished file. Raises StyleError (`font-not-embeddable`) where a face may not be embedded."""
    pages = composition.pages
    document = TaggedDocument(composition.lang)
    add_metadata(document, composition)
    for page in pages.pages:
        document.add_page(page.width, page.height)
    fonts, links = Fonts(), Links(document, pages, composition.report)
    structure = Structure(document)
    pictures, glyphs = Pictures(document, composition.pictures), FormulaGlyphs(document)
    tools = Tools(Encoder(fonts, links), structure, links, pictures, glyphs)
    drawn = [PageDrawing(tools, page, index).draw() for index, page in enumerate(pages.pages)]
    structure.finish()
    embedded = b"".join(b"/%s %s" % (name.encode(), font) for name, font in fonts.build(document).items())
    shared = document.reference(Raw(b"<<%s>>" % embedded))
    for index, page_drawn in enumerate(drawn):
        images = b"".join(
            b"/%s %s" % (name.encode(), glyphs.resource(name) or pictures.resource(name))
            for name in page_drawn.pictures
        )
        states = b"/ExtGState<</%s<</BM/Multiply>>>>" % MULTIPLY.encode() if page_drawn.blended else b""
        resources = Raw(b"<</Font %s%s%s>>" % (shared, b"/XObject<<%s>>" % images if images else b"", states))
        document.fill_page(index, page_drawn.content, resources, page_drawn.parents, page_drawn.annotations)
    document.Catalog.StructTreeRoot = structure.root
    document.Catalog.PageLabels = page_labels(pages.pages, composition.sheet)
    add_outline(document, pages)
    return document.format()
