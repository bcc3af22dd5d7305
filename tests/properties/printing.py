"""Print any document and read the three files back."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from convert.layout.composition import Composition
from convert.measure import docx, epub, pdf
from convert.model import Document
from convert.pipeline import write_document
from tests.specimens import composition

FORMATS = ("pdf", "docx", "epub")


def printed(document: Document) -> dict[str, bytes]:
    """The three files."""
    return files_of(composition(document))


def files_of(made: Composition) -> dict[str, bytes]:
    """The three files of a composition."""
    return {format: write_document(made, format) for format in FORMATS}


def texts(files: dict[str, bytes]) -> dict[str, str]:
    """What each file says, in order, without white space."""
    said = {
        "pdf": pdf.read_text(files["pdf"]),
        "docx": docx.read_text(files["docx"]),
        "epub": epub.read_text(files["epub"]),
    }
    return {format: "".join(text.split()) for format, text in said.items()}


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
