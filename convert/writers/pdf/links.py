"""Links: where they lead, and the annotations that make them work (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18)."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.layout.result import Element, Pages
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Raw, real, text_string

_LONG = 2_000  # characters of an address that stand in the file once, not with every line that the link takes


class Links:
    """The links of one document. One to a place that no page shows is reported, and its words stay plain text."""

    def __init__(self, document: TaggedDocument, pages: Pages, report: Report) -> None:
        self._document, self._pages, self._report = document, pages, report
        self._actions: dict[Element, bytes] = {}

    def is_live(self, link: Element) -> bool:
        """Whether the link leads somewhere."""
        if link not in self._actions:
            self._actions[link] = self._action(link)
        return bool(self._actions[link])

    def annotate(self, link: Element, box: tuple[float, float, float, float], contents: str, parent: int) -> int:
        """Add the annotation of a link (or of its part on one line) over `box` in PDF's coordinates. `contents`: what
        it is read out as; `parent`: its key in the parent tree. Returns its object number."""
        return self._document.add(Raw(
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/StructParent %d/Contents%s%s>>"
            % (" ".join(map(real, box)).encode("ascii"), parent, text_string(contents), self._actions[link])
        ))  # fmt: skip

    def _action(self, link: Element) -> bytes:
        target = link.target
        if target.startswith("#"):
            place = self._pages.anchors.get(target[1:])
            if place:
                return b"/Dest " + destination(self._document, self._pages, *place)
            self._report.add("link-dropped", link.node.pos if link.node else None, target=target)
            return b""
        action = b"<</S/URI/URI%s>>" % text_string(target)
        return b"/A" + (b" %d 0 R" % self._document.add(Raw(action)) if len(target) > _LONG else action)


def destination(document: TaggedDocument, pages: Pages, page: int, y: float) -> bytes:
    """A place in the document: a page (from 1) and a height in pt from its top."""
    number = document.page_numbers[page - 1]
    return b"[%d 0 R/XYZ null %s null]" % (number, real(pages.pages[page - 1].height - y).encode("ascii"))
