"""The package: a zip file of parts that refer to each other (ISO/IEC 29500-2, Open Packaging Conventions).

What it says is not trusted: sizes are capped while unpacking, XML has no document type and no entities, a part that is
missing or broken is a finding, and only without the main part there is nothing to read.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from convert.diagnostics import InputError, Report
from convert.kit.ooxml import as_transitional, qualified

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode(
    "utf-16-le"
)  # the stream that holds a password-protected package ([MS-OFFCRYPTO])
_LARGEST_XML = 96 * 2**20  # bytes of one part: some 3,000 pages
_LARGEST_DATA = 256 * 2**20  # bytes of one picture
_SUSPECT = 8 * 2**20, 250  # bytes from which on a part must not be this many times as large as its packed form
_DOCUMENT = "officeDocument"
_USUAL = "word/document.xml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Relation(NamedTuple):
    """What a part refers to: the kind (the last word of its type), the part's name or an address outside."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one file. Raises InputError where it cannot be opened (`docx-encrypted`, `docx-old-format`,
    `docx-not-package`, `docx-broken`), holds no document (`docx-no-document`), or unpacks to more than it may
    (`docx-too-large`)."""

    def __init__(self, data: bytes, report: Report) -> None:
        self._report = report
        self._archive = _opened(data)
        self._members = {_normal(entry.filename): entry for entry in self._archive.infolist()}
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._main()

    def document(self) -> Element:
        """The root of the main part. Raises InputError (`docx-document-broken`)."""
        try:
            return _parsed(self._unpacked(self.main, _LARGEST_XML))
        except _BrokenError as error:
            raise InputError("docx-document-broken", part=self.main, reason=str(error)) from None

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where it is missing or broken, which is reported."""
        if _normal(name) not in self._members:
            return None
        try:
            return _parsed(self._unpacked(name, _LARGEST_XML))
        except _BrokenError as error:
            self._report.add("docx-part-broken", part=name, reason=error)
            return None

    def data(self, name: str) -> bytes | None:
        """The bytes of a part; None where it is missing or broken, or too large, which is reported."""
        try:
            return self._unpacked(name, _LARGEST_DATA) if _normal(name) in self._members else None
        except _BrokenError:
            return None
        except InputError:
            self._report.add("image-large", address=name, megabytes=_LARGEST_DATA >> 20)
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by relationship id."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            found = root.iter(qualified("rel:Relationship")) if root is not None else ()
            self._relations[part] = {item.get("Id", ""): _relation(item, folder) for item in found}
        return self._relations[part]

    def related(self, part: str, kind: str) -> str:
        """The name of the first part that `part` refers to as `kind`; "" for none."""
        found = (r.target for r in self.relations(part).values() if r.kind == kind and not r.external)
        return next((target for target in found if _normal(target) in self._members), "")

    def root(self, part: str, kind: str) -> Element | None:
        """The root of the part that `part` refers to as `kind`."""
        name = self.related(part, kind)
        return self.xml(name) if name else None

    def _main(self) -> str:
        named = self.related("", _DOCUMENT)
        if named:
            return named
        usual = [entry.filename for name, entry in self._members.items() if name == _USUAL]
        if usual:
            return usual[0]
        raise InputError("docx-no-document")

    def _unpacked(self, name: str, largest: int) -> bytes:
        """A part's bytes. Raises `_BrokenError`, or InputError where they are more than they may be."""
        entry = self._members[_normal(name)]
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(largest + 1)
        except RuntimeError:  # zipfile's word for a password
            raise InputError("docx-encrypted") from None
        except _BROKEN as error:
            raise _BrokenError(str(error) or type(error).__name__) from None
        floor, ratio = _SUSPECT
        if len(data) > largest or (len(data) > floor and len(data) > ratio * max(entry.compress_size, 1)):
            raise InputError("docx-too-large", part=name, megabytes=largest >> 20)
        return data


class _BrokenError(Exception):
    """A part that cannot be read, and why."""


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        raise InputError("docx-encrypted" if _ENCRYPTED in data else "docx-old-format")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        code = "docx-broken" if b"PK\x03\x04" in data[:1024] else "docx-not-package"
        raise InputError(code, reason=str(error)) from None


def _normal(name: str) -> str:
    """A part's name as names are compared: without regard to case (29500-2, 6.3.5), and to what writers do to paths."""
    return name.replace("\\", "/").lstrip("/").lower()


def _relation(item: Element, folder: str) -> Relation:
    kind = posixpath.basename(item.get("Type", ""))
    target = item.get("Target", "")
    if item.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    path = unquote(target.replace("\\", "/")).partition("#")[0]
    if path.startswith("/"):
        return Relation(kind, path.lstrip("/"), external=False)
    return Relation(kind, posixpath.normpath(posixpath.join(folder, path)) if path else "", external=False)


def _parsed(data: bytes) -> Element:
    """The root element. No entity is expanded, nothing else is loaded; any depth is parsed, readers bound their own."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(as_transitional(data), parser)
    except etree.XMLSyntaxError as error:
        whole = data[: data.rfind(b">") + 1]
        if whole != data and (error.msg or "").startswith("Extra content"):  # behind the end, where no words are
            return _parsed(whole)
        raise _BrokenError(" ".join((error.msg or str(error)).split())) from None
    if root.getroottree().docinfo.doctype:
        raise _BrokenError("it has a document type declaration")
    return root
