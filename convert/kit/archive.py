"""Zip files whose bytes depend on their contents alone.

Word and EPUB files are zip files; whoever writes one records when and on which system. Here the order of the members
is the caller's, the time is given, and everything else is fixed, so that equal contents give equal bytes
(https://reproducible-builds.org/docs/archives/).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime

_UNIX = 3  # the system that "made" every file, whatever system this is
_REGULAR_FILE = 0o100644 << 16
_DENSE, _FAST = (".otf", ".ttf", ".png", ".jpeg", ".jpg", ".gif"), 1  # what hardly shrinks, and how hard to try
_EARLIEST, _LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)  # what a zip entry can hold


def pack(
    members: Iterable[tuple[str, bytes | Iterable[bytes]]], timestamp: datetime, stored: frozenset[str] = frozenset()
) -> bytes:
    """A zip file of the members (name, contents, or chunks of them) in the order given, all dated `timestamp`.

    Members named in `stored` are not compressed (EPUB's `mimetype`: OCF 3.3 §4.3.1). Dates outside 1980–2107 become
    the nearest that the format holds (APPNOTE 4.4.6).
    """
    date = min(max(timestamp.timetuple()[:6], _EARLIEST), _LATEST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in members:
            entry = zipfile.ZipInfo(name, date)
            entry.create_system = _UNIX
            entry.external_attr = _REGULAR_FILE
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            if isinstance(contents, bytes):
                archive.writestr(entry, contents, compresslevel=_FAST if name.endswith(_DENSE) else None)
                continue
            with archive.open(entry, "w") as member:
                for chunk in contents:
                    member.write(chunk)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The members of a zip file by name, in the file's order. Raises zipfile.BadZipFile for anything else."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
