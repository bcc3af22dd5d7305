"""Archives read in place: the files in a zip or a tar, without unpacking it. Their names never become paths as they are."""

from __future__ import annotations

import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from convert.bulk.containers import FAULTS, opened, unpacked
from convert.bulk.kinds import is_zip
from convert.bulk.names import decoded_name, legible, safe_name
from convert.bulk.sources import Member, Unreadable
from convert.diagnostics import InputError

_UTF8 = 0x800  # flag of a zip's member: its name is in UTF-8 (APPNOTE 4.4.4)
_LONGEST_HEADER = 1 << 20  # bytes that a tar may have between the name of a file and the file
_BLOCK = 512


def members(place: str) -> Iterator[tuple[str, Member | Unreadable]]:
    """The files in an archive by their names, in its order. What is a link, a device or has holes is there as what cannot be read.

    Raises InputError at the place where the archive is damaged; what stands before it has been given.
    """
    try:
        if is_zip(place):
            yield from _zipped(place)
        else:
            yield from _tarred(place)
    except FileNotFoundError:
        raise InputError("input-not-found", path=place) from None
    except FAULTS as error:
        raise InputError("input-unreadable", path=place, reason=str(error) or type(error).__name__) from None


def _zipped(place: str) -> Iterator[tuple[str, Member | Unreadable]]:
    with opened(place) as file, zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            name, mode = _zipped_name(entry), entry.external_attr >> 16
            if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                yield name, _special(place, name)
            else:
                yield name, Member(place, name, entry.file_size, f"{entry.CRC:08x}", entry.header_offset)


def _zipped_name(entry: zipfile.ZipInfo) -> str:
    """The name that its writer meant. Without the flag it is in code page 437 by the standard, and in that of the writer's system
    in fact: GB 18030 on a Chinese Windows."""
    if entry.flag_bits & _UTF8 or entry.filename.isascii():
        return entry.filename
    try:
        data = entry.filename.encode("cp437")
    except UnicodeEncodeError:  # the name of a Unicode extra field
        return entry.filename
    return decoded_name(data) or entry.filename


def _tarred(place: str) -> Iterator[tuple[str, Member | Unreadable]]:
    with opened(place) as packed, unpacked(packed, place) as file:
        headers: Any = _Headers(file)
        with tarfile.open(fileobj=headers, mode="r:", encoding="utf-8") as archive:
            kept: list[tarfile.TarInfo] = vars(archive)["members"]  # all that were read
            while entry := archive.next():
                kept.clear()
                if not entry.offset < entry.offset_data <= archive.offset:
                    raise tarfile.ReadError("a file of negative size")
                name = legible(entry.name)
                if entry.isreg() and not entry.issparse():
                    yield name, Member(place, name, entry.size, f"{entry.mtime}", entry.offset_data)
                elif not entry.isdir():
                    yield name, _special(place, name)
            file.seek(archive.offset)
            if file.read(_BLOCK).strip(b"\0"):
                raise tarfile.ReadError("what follows is no header of a file")


class _Headers:
    """A tar of which headers alone are read: one that says it is huge would fill the memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int) -> bytes:
        if not 0 <= size <= _LONGEST_HEADER:
            raise tarfile.ReadError(f"a header of {size} bytes")
        return self._file.read(size)


def _special(place: str, name: str) -> Unreadable:
    return Unreadable(InputError("member-special", path=f"{place}!{name}"))


def safe_path(name: str) -> str:
    """The path below the folder of the outputs, without suffix, of a file that an archive calls `name`."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    if not parts:
        return safe_name("")
    return "/".join([*map(safe_name, parts[:-1]), safe_name(PurePosixPath(parts[-1]).stem)])
