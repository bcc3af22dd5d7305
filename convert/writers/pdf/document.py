"""ReportLab's document with what tagged, archivable PDF needs, serialised compactly."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from hashlib import md5

from reportlab.pdfbase import pdfdoc

from convert.writers.pdf.objects import Raw, Stream

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # ISO 19005-2, 6.1.2: four bytes above 127 on the second line
_PER_STREAM = 200  # objects a stream: a reader unpacks a whole stream to see one of them
_LEVEL = 6


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The document catalogue, with output intents."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")


class TaggedPage(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that knows its key in the parent tree and whose tab order is that of the structure."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")
    Override_default_compilation = 1


class TaggedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A PDF 1.7 document. Objects are registered with `add` and written in that order, so that equal documents get
    equal bytes; nothing in it comes from the clock."""

    def __init__(self, lang: str) -> None:
        super().__init__(invariant=1, lang=lang)
        catalog = Catalog()
        catalog.Lang, catalog.Pages = self.Catalog.Lang, self.Catalog.Pages
        self.Catalog: Catalog = catalog
        self._catalog = catalog
        self.page_numbers: list[int] = []  # object numbers
        self.structure_root = 0  # object number
        self._file = _File(self.reserve)

    def add(self, item: object, name: str | None = None) -> int:
        """Register an object. Returns its number."""
        self.Reference(item, name)
        return int(self.objectcounter)

    def reserve(self) -> int:
        """A number for an object that `put` brings later."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def put(self, number: int, data: bytes) -> None:
        """Write an object that is complete. It takes no room any more, save in the file."""
        self._file.pack(number, data)

    def reference(self, item: object) -> bytes:
        """A reference to an object, registered if it is not yet."""
        return bytes(self.Reference(item).format(self))

    def add_page(self, width: float, height: float) -> None:
        """Add a page of `width` × `height` pt. What is on it comes later, so that links may lead forward."""
        page = TaggedPage()
        page.MediaBox = Raw(b"[0 0 %.3f %.3f]" % (width, height))
        page.Parent = self.Reference(self.Pages)
        page.Tabs = "/S"
        self.addPage(page)
        self.page_numbers.append(self.objectcounter)

    def fill_page(self, index: int, content: str, resources: object, parents: int, annotations: Iterable[int]) -> None:
        """Give a page (from 0) its content; `parents` is its key in the parent tree."""
        page = self.Pages[index]
        page.Contents = Stream(content.encode("ascii"), level=_LEVEL)
        page.Resources = resources
        page.StructParents = parents
        links = b" ".join(b"%d 0 R" % number for number in annotations)
        if links:
            page.Annots = Raw(b"[" + links + b"]")

    def format(self) -> bytes:
        """The file: streams as they are, all other objects in object streams, a cross-reference stream (ISO 32000-1,
        7.5.7 and 7.5.8)."""
        root, info = self.reference(self.Catalog), self.reference(self.info)
        number = 0
        while number < self.objectcounter:  # formatting may register more
            number += 1
            if number not in self.numberToId:  # it was put, or is a stream of such
                continue
            item = self.idToObject[self.numberToId[number]]
            data = pdfdoc.format(item, self, toplevel=1)
            if isinstance(item, Stream):
                self._file.add(number, data)
            else:
                self._file.pack(number, data.strip())
        return self._file.finished(root, info)


class _File:
    """The bytes of a file as they grow, and where its objects are. `reserve` gives numbers for streams of objects."""

    def __init__(self, reserve: Callable[[], int]) -> None:
        self._reserve = reserve
        self._parts = [_HEADER]
        self._size = len(_HEADER)
        self._packed: list[tuple[int, bytes]] = []  # objects that wait for a stream
        # for each object: its kind; its offset or its stream's number; its generation or its place in the stream
        self._kinds, self._offsets, self._indexes = bytearray(1), array("L", [0]), array("L", [65535])

    def add(self, number: int, data: bytes) -> None:
        self._locate(number, 1, self._size, 0)
        self._append(b"%d 0 obj\n%s\nendobj\n" % (number, data))

    def pack(self, number: int, data: bytes) -> None:
        """Add an object to a stream of objects."""
        self._packed.append((number, data))
        if len(self._packed) == _PER_STREAM:
            self._add_packed()

    def _add_packed(self) -> None:
        number = self._reserve()
        head: list[bytes] = []
        offset = 0
        for index, (each, data) in enumerate(self._packed):
            head.append(b"%d %d" % (each, offset))
            offset += len(data) + 1
            self._locate(each, 2, number, index)
        names = b" ".join(head) + b"\n"
        body = names + b"\n".join(data for _, data in self._packed)
        entries = b"/Type/ObjStm/N %d/First %d" % (len(self._packed), len(names))
        self._packed = []
        self.add(number, Stream(body, entries, _LEVEL).data)

    def finished(self, root: bytes, info: bytes) -> bytes:
        """The file with its cross-reference stream. Its identifier is a digest of the content (ISO 32000-1, 14.4)."""
        if self._packed:
            self._add_packed()
        number, start = self._reserve(), self._size
        self._locate(number, 1, start, 0)
        table = b"".join(
            b"%c%s%s" % (kind, at.to_bytes(4, "big"), index.to_bytes(2, "big"))
            for kind, at, index in zip(self._kinds, self._offsets, self._indexes, strict=True)
        )
        digest = md5(usedforsecurity=False)
        for part in self._parts:
            digest.update(part)
        identifier = digest.hexdigest().encode("ascii")
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]" % (
            number + 1, root, info, identifier, identifier,
        )  # fmt: skip
        self.add(number, Stream(table, entries, _LEVEL).data)
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _locate(self, number: int, kind: int, at: int, index: int) -> None:
        missing = number + 1 - len(self._kinds)
        if missing > 0:
            self._kinds += bytes(missing)
            self._offsets.extend([0] * missing)
            self._indexes.extend([0] * missing)
        self._kinds[number], self._offsets[number], self._indexes[number] = kind, at, index

    def _append(self, data: bytes) -> None:
        self._parts.append(data)
        self._size += len(data)
