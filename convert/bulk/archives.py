"""Archives read in place: the files in a zip or a tar, without unpacking it. Their names never become paths as they are."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from convert.bulk.kinds import is_packed, is_zip
from convert.bulk.names import safe_name
from convert.bulk.sources import Member, opened
from convert.diagnostics import InputError


def members(place: str) -> Iterator[Member]:
    """The files in an archive, in its order. Raises InputError."""
    try:
        if is_zip(place):
            yield from _zipped(place)
        else:
            yield from _tarred(place)
    except (OSError, zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
        raise InputError("input-unreadable", path=place, reason=error) from None


def _zipped(place: str) -> Iterator[Member]:
    with opened(place) as file, zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                yield Member(place, entry.filename, entry.file_size, f"{entry.CRC:08x}")


def _tarred(place: str) -> Iterator[Member]:
    with opened(place) as file, tarfile.open(fileobj=file, mode="r|*" if is_packed(place) else "r:") as archive:
        for entry in archive:
            if entry.isreg():
                yield Member(place, entry.name, entry.size, f"{entry.mtime}", entry.offset_data)


def contents(place: str) -> Iterator[tuple[int, bytes]]:
    """The files in a tar, one after the other: where each begins, and its bytes. Raises InputError."""
    try:
        with opened(place) as file, tarfile.open(fileobj=file, mode="r|*") as archive:
            for entry in archive:
                member = archive.extractfile(entry) if entry.isreg() else None
                if member:
                    yield entry.offset_data, member.read()
    except (OSError, tarfile.TarError, EOFError) as error:
        raise InputError("input-unreadable", path=place, reason=error) from None


def safe_path(name: str) -> str:
    """The path below the folder of the outputs, without suffix, of a file that an archive calls `name`."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    if not parts:
        return safe_name("")
    return "/".join([*map(safe_name, parts[:-1]), safe_name(PurePosixPath(parts[-1]).stem)])
