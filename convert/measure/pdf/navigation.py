"""How one gets around in a PDF: links, the outline, the pages' printed numbers (ISO 32000-1, 12.3 to 12.5)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation: the page it is on and its rectangle in mm; where it leads, a URL or a `target` page with the
    `top` that it shows, in mm; `contents`: what it is read out as."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    url: str
    target: int
    target_top: float
    contents: str


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: how deep it stands (from 1), its text, the page it leads to (0: to none)."""

    level: int
    text: str
    page: int


def read_links(data: bytes) -> list[Link]:
    """All links, page by page in the order of the annotations."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return [link for number, page in enumerate(pdf.pages, 1) for link in _links(page, number, pages)]


def _links(page: Any, number: int, pages: dict[tuple[int, int], int]) -> Iterator[Link]:
    height = float(page.MediaBox[3])
    for annotation in page.get("/Annots", ()):
        if annotation.get("/Subtype") != "/Link":
            continue
        left, bottom, right, top = (float(value) for value in annotation.Rect)
        action = annotation.get("/A", {})
        destination = annotation.get("/Dest", action.get("/D"))
        target, shown = (pages.get(destination[0].objgen, 0), destination[3]) if destination is not None else (0, None)
        yield Link(
            number,
            left * _MM,
            (height - top) * _MM,
            right * _MM,
            (height - bottom) * _MM,
            str(action.get("/URI", "")),
            target,
            (height - float(shown)) * _MM if shown is not None else 0.0,
            str(annotation.get("/Contents", "")),
        )


def read_outline(data: bytes) -> list[OutlineEntry]:
    """The outline from top to bottom."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        found: list[OutlineEntry] = []
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            page = destination.get_index() + 1 if destination else 0
            found.append(OutlineEntry(bookmark.level + 1, bookmark.get_title(), page))
        return found


def page_labels(data: bytes) -> list[str]:
    """The printed number of every page, as a viewer shows it; "" where the file gives none."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [document.get_page_label(index) for index in range(len(document))]
