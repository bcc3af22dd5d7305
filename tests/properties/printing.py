"""Print any document, and look at the files."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from convert.model import Document
from convert.pipeline import write_document
from tests.specimens import composition

FORMATS = ("pdf", "docx", "epub")


def printed(document: Document) -> dict[str, bytes]:
    """The three files."""
    made = composition(document)
    return {format: write_document(made, format) for format in FORMATS}


def ill_formed(package: bytes) -> list[str]:
    """The members of a zip that should be XML and are not."""
    found = []
    with zipfile.ZipFile(BytesIO(package)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".xhtml", ".opf", ".ncx", ".svg")):
                try:
                    etree.fromstring(archive.read(name))
                except etree.XMLSyntaxError as error:
                    found.append(f"{name}: {error}")
    return found
