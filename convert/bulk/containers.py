"""Archives that stay open from one document to the next: what lies at a place in one, read without unpacking the others.

A zip lists its members at its end; reading that list again for each of them would take time that grows with the square of
their number. Each thread holds one archive, the last that it was asked for.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import threading
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from convert.bulk.kinds import is_address, is_packed, is_zip
from convert.bulk.places import stamp_of, store_of

FAULTS = (OSError, zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, RuntimeError, EOFError, ValueError)
"""What damaged and encrypted archives raise."""


class Container(Protocol):
    """An archive that is open."""

    def read(self, offset: int, size: int) -> bytes:
        """The `size` bytes of the member at an offset. Raises one of FAULTS."""

    def close(self) -> None:
        """Close its file."""


class _Held(threading.local):
    key: tuple[str, str] = ("", "")
    container: Container | None = None


_held = _Held()


def held(place: str) -> Container:
    """The archive, open: as it was left, if it is the last that was asked for and has not changed since. Raises one of FAULTS."""
    key = place, "" if is_address(place) else stamp_of(place)
    if _held.container is None or _held.key != key:
        release()
        _held.container, _held.key = _Zip(place) if is_zip(place) else _Tar(place), key
    return _held.container


def release() -> None:
    """Close the archive that this thread holds."""
    if _held.container is not None:
        _held.container.close()
    _held.container = None


class _Zip:
    """Members are known by where they begin: two may have one name."""

    def __init__(self, place: str) -> None:
        self._file = opened(place)
        try:
            self._archive = zipfile.ZipFile(self._file)
        except BaseException:
            self._file.close()
            raise
        self._entries = {entry.header_offset: entry for entry in self._archive.infolist()}

    def read(self, offset: int, size: int) -> bytes:
        """See `Container`."""
        entry = self._entries.get(offset)
        if entry is None:
            raise EOFError("the archive has changed")
        with self._archive.open(entry) as member:
            return member.read(size)

    def close(self) -> None:
        """See `Container`."""
        self._archive.close()
        self._file.close()


class _Tar:
    """One that is compressed is read on from where the last member ended, and again from its beginning for one before that."""

    def __init__(self, place: str) -> None:
        self._file = opened(place)
        self._contents = unpacked(self._file, place)

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
