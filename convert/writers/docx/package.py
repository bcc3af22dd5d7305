"""The members of a Word package as python-docx would save them, without the zip file that would be packed anew."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter


class _Members(dict[str, bytes]):
    """What python-docx takes for a file that it writes."""

    def write(self, name: PackURI, data: bytes) -> None:
        """Take a member."""
        self[name.membername] = data


def members_of(word: WordDocument) -> dict[str, bytes]:
    """The members by name, in the order of a saved file."""
    package, members = word.part.package, _Members()
    writer: Any = PackageWriter
    for part in package.parts:
        part.before_marshal()
    writer._write_content_types_stream(members, package.parts)
    writer._write_pkg_rels(members, package.rels)
    writer._write_parts(members, package.parts)
    return members
