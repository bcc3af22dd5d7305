"""The package: a zip file of parts that refer to each other (ISO/IEC 29500-2, Open Packaging Conventions).

What it says is not trusted: sizes are capped while unpacking, XML has no document type and no entities, a part that is
missing or broken is a finding, and only without the main part there is nothing to read.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from convert.diagnostics import InputError, Report
from convert.kit.archive import Archive, ArchiveError
from convert.kit.limits import USUAL, Limits
from convert.kit.ooxml import as_transitional, qualified
from convert.kit.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode(
    "utf-16-le"
)  # the stream that holds a password-protected package ([MS-OFFCRYPTO])
_DOCUMENT = "officeDocument"
_USUAL = "word/document.xml"


class Relation(NamedTuple):
    """What a part refers to: the kind (the last word of its type), the part's name or an address outside."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one file. Raises InputError where it cannot be opened (`docx-encrypted`, `docx-old-format`,
    `docx-not-package`, `docx-broken`), holds no document (`docx-no-document`), or unpacks to more than it may
    (`limit-exceeded`)."""

    def __init__(self, data: bytes, report: Report, limits: Limits = USUAL) -> None:
        self._report, self._limits = report, limits
        self._archive = _opened(data, limits)
        for name in self._archive.doubled:
            report.add("archive-double", name=name)
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._main()

    def document(self) -> Element:
        """The root of the main part. Raises InputError (`docx-document-broken`, `limit-exceeded`)."""
        try:
            return self._parsed(self.main)
        except ValueError as error:
            raise InputError("docx-document-broken", part=self.main, reason=error) from None

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where it is missing or broken, which is reported. Raises InputError
        (`limit-exceeded`)."""
        if name not in self._archive:
            return None
        try:
            return self._parsed(name)
        except ValueError as error:
            self._report.add("docx-part-broken", part=name, reason=error)
            return None

    def data(self, name: str) -> bytes | None:
        """The bytes of a picture; None where it is missing or broken. Raises InputError (`limit-exceeded`)."""
        try:
            return self._unpacked(name, "picture_mb") if name in self._archive else None
        except ArchiveError:
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
        return next((target for target in found if target in self._archive), "")

    def root(self, part: str, kind: str) -> Element | None:
        """The root of the part that `part` refers to as `kind`."""
        name = self.related(part, kind)
        return self.xml(name) if name else None

    def _main(self) -> str:
        named = self.related("", _DOCUMENT)
        if named:
            return named
        if _USUAL in self._archive:
            return self._archive.name(_USUAL)
        raise InputError("docx-no-document")

    def _unpacked(self, name: str, limit: str) -> bytes:
        """A part's bytes. Raises ArchiveError, InputError where they are more than they may be."""
        try:
            return self._archive.read(name, limit)
        except ArchiveError as error:
            if error.encrypted:
                raise InputError("docx-encrypted") from None
            raise

    def _parsed(self, name: str) -> Element:
        """The root of a part. Raises ValueError with the reason, InputError."""
        data = as_transitional(self._unpacked(name, "xml_mb"))
        try:
            root: Element = parse_xml(data, self._limits)
        except ValueError as error:
            whole = data[: data.rfind(b">") + 1]
            if whole == data or not str(error).startswith("Extra content"):  # behind the end, where no words are
                raise
            root = parse_xml(whole, self._limits)
        return root


def _opened(data: bytes, limits: Limits) -> Archive:
    if data.startswith(_OLE):
        raise InputError("docx-encrypted" if _ENCRYPTED in data else "docx-old-format")
    try:
        return Archive(data, limits, key=_normal)
    except ArchiveError as error:
        code = "docx-broken" if b"PK\x03\x04" in data[:1024] else "docx-not-package"
        raise InputError(code, reason=error) from None


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
