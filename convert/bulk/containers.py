"""Archives that stay open from one document to the next: their files, and what lies at a place in one, read without unpacking the
others.

A zip lists its members at its end; reading that list again for each of them would take time that grows with the square of
their number. Each thread holds one archive, the last that it was asked for.
"""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import lzma
import posixpath
import stat
import tarfile
import tempfile
import threading
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple, Protocol, cast

from convert.bulk.kinds import is_address, is_packed, is_zip
from convert.bulk.names import decoded_name, legible
from convert.bulk.places import stamp_of, store_of
from convert.kit.archive import Archive, check_ratio
from convert.kit.limits import Limits
from convert.kit.surroundings import TooLargeError

FAULTS = (OSError, tarfile.TarError, zlib.error, lzma.LZMAError, RuntimeError, EOFError, ValueError, OverflowError)
"""What damaged and encrypted archives raise."""


_UTF8 = 0x800  # flag of a zip's member: its name is in UTF-8 (APPNOTE 4.4.4)
_LONGEST_HEADER = 1 << 20  # bytes that a tar may have between the name of a file and the file
_BLOCK, _PIECE = 512, 1 << 20


class Entry(NamedTuple):
    """A file in an archive. `offset`: where its header begins in a zip, its bytes in a tar as it is without compression; `mark`: its
    checksum or its time; `plain`: whether it is no link, no device, and has no holes; `packed`: bytes that it takes in a zip."""

    name: str
    size: int
    packed: int
    mark: str
    offset: int
    plain: bool


class Container(Protocol):
    """An archive that is open."""

    def entries(self, limits: Limits | None = None) -> Iterator[Entry]:
        """Its files, in its order. Raises one of FAULTS where it is damaged, InputError (`limit-exceeded`: ratio) where a tar unpacks
        to too much."""

    def find(self, path: str, most: int) -> Entry | None:
        """The plain file with that path; the last of several. `most`: bytes that may be unpacked to know. Raises TooLargeError."""

    def read(self, offset: int, size: int) -> bytes:
        """The `size` bytes of the member at an offset. Raises one of FAULTS."""

    def close(self) -> None:
        """Close its file."""


class _Held(threading.local):
    key: tuple[str, str] = ("", "")
    container: Container | None = None


_held = _Held()


def held(place: str, limits: Limits | None = None) -> Container:
    """The archive, open: as it was left, if it is the last that was asked for and has not changed since. `limits`: None where it was
    opened within them before.

    Raises one of FAULTS, InputError (`limit-exceeded`: documents).
    """
    key = place, "" if is_address(place) else stamp_of(place)
    if _held.container is None or _held.key != key:
        release()
        _held.container, _held.key = _Zip(place, limits) if is_zip(place) else _Tar(place), key
    return _held.container


def release() -> None:
    """Close the archive that this thread holds."""
    if _held.container is not None:
        _held.container.close()
    _held.container = None


class _Zip:
    """Members are known by where they begin: two may have one name."""

    def __init__(self, place: str, limits: Limits | None) -> None:
        with contextlib.ExitStack() as undone:
            self._file = undone.enter_context(opened(place))
            self._archive = Archive(self._file, limits, count="documents")
            undone.pop_all()
        self._members = {entry.header_offset: entry for entry in self._archive.members}
        self._index: dict[str, Entry] = {}

    def entries(self, limits: Limits | None = None) -> Iterator[Entry]:
        """See `Container`."""
        for entry in self._archive.members:
            plain = stat.S_IFMT(entry.external_attr >> 16) in (0, stat.S_IFREG)
            mark = f"{entry.CRC:08x}"
            yield Entry(_zipped_name(entry), entry.file_size, entry.compress_size, mark, entry.header_offset, plain)

    def find(self, path: str, most: int) -> Entry | None:
        """See `Container`."""
        self._index = self._index or _index(self.entries())
        return self._index.get(path)

    def read(self, offset: int, size: int) -> bytes:
        """See `Container`."""
        entry = self._members.get(offset)
        if entry is None:
            raise EOFError("the archive has changed")
        return self._archive.contents(entry)

    def close(self) -> None:
        """See `Container`."""
        self._file.close()


class _Tar:
    """One that is compressed is read on from where the last member ended, and again from its beginning for one before that; when a
    file is looked for by its path, all of it is unpacked into a file that goes with this process."""

    def __init__(self, place: str) -> None:
        self._file = opened(place)
        self._size = self._file.seek(0, io.SEEK_END)
        self._file.seek(0)
        self._contents: IO[bytes] = unpacked(self._file, place)
        self._packed = is_packed(place)
        self._index: dict[str, Entry] = {}

    def entries(self, limits: Limits | None = None) -> Iterator[Entry]:
        """See `Container`."""
        self._contents.seek(0)
        headers: Any = _Headers(self._contents)
        with tarfile.open(fileobj=headers, mode="r:", encoding="utf-8") as archive:
            kept: list[tarfile.TarInfo] = vars(archive)["members"]  # all that were read
            while entry := archive.next():
                kept.clear()
                if not entry.offset < entry.offset_data <= archive.offset:
                    raise tarfile.ReadError("a file of negative size")
                if self._packed and limits:  # what follows shows when all of it is unpacked
                    check_ratio(entry.offset_data + entry.size, self._size, limits)
                plain = entry.isreg() and not entry.issparse()
                if not entry.isdir():
                    size = entry.size
                    yield Entry(legible(entry.name), size, size, f"{entry.mtime}", entry.offset_data, plain)
            self._contents.seek(archive.offset)
            if self._contents.read(_BLOCK).strip(b"\0"):
                raise tarfile.ReadError("what follows is no header of a file")

    def find(self, path: str, most: int) -> Entry | None:
        """See `Container`."""
        if not self._index:
            if self._packed:
                self._unpack(most)
            self._index = _index(self.entries())
        return self._index.get(path)

    def _unpack(self, most: int) -> None:
        plain = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the archive)
        self._contents.seek(0)
        with contextlib.suppress(*FAULTS):  # what stands before the damage can be had
            while piece := self._contents.read(_PIECE):
                plain.write(piece)
                if plain.tell() > most:
                    plain.close()
                    raise TooLargeError(most + 1)
        self._contents.close()
        self._contents, self._packed = plain, False

    def read(self, offset: int, size: int) -> bytes:
        """See `Container`."""
        self._contents.seek(offset)
        data = self._contents.read(size)
        if len(data) < size:
            raise EOFError("the archive ends within the file")
        return data

    def close(self) -> None:
        """See `Container`."""
        self._contents.close()
        self._file.close()


class _Headers:
    """A tar of which headers alone are read: one that says it is huge would fill the memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int) -> bytes:
        if not 0 <= size <= _LONGEST_HEADER:
            raise tarfile.ReadError(f"a header of {size} bytes")
        return self._file.read(size)


def _index(entries: Iterator[Entry]) -> dict[str, Entry]:
    """The plain files by their paths, as far as they can be had."""
    found = {}
    with contextlib.suppress(*FAULTS):
        for entry in entries:
            if entry.plain:
                found[posixpath.normpath(entry.name.replace("\\", "/"))] = entry
    return found


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


def opened(place: str) -> BinaryIO:
    """The file at a place, open for reading. Raises OSError."""
    if not is_address(place):
        return Path(place).open("rb")
    store, path = store_of(place)
    file: BinaryIO = store.open(path, "rb")
    return file


def unpacked(file: BinaryIO, place: str) -> BinaryIO:
    """What is in a compressed file, by its suffix; the file itself where it is not compressed."""
    lower = place.lower()
    if not is_packed(lower):
        return file
    if lower.endswith(".bz2"):
        return cast(BinaryIO, bz2.open(file))
    return cast(BinaryIO, lzma.open(file) if lower.endswith(".xz") else gzip.open(file))
