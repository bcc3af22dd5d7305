"""One input of many: where its bytes are, and how they are had, here or in another process."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, ClassVar, Protocol

from convert.bulk.kinds import is_address
from convert.bulk.places import digest, read_place, stamp_of, store_of
from convert.diagnostics import InputError


class Source(Protocol):
    """Where the bytes of a document are. It can be sent to another process."""

    def read(self) -> bytes:
        """The bytes. Raises InputError."""

    @property
    def folder(self) -> Path | None:
        """Where pictures that it names may lie; None for nowhere."""

    def stamp(self) -> str:
        """What changes when the bytes do, without reading them; "" where that cannot be told."""


@dataclass(frozen=True, slots=True)
class File:
    """A file, by its path or its address."""

    place: str

    def read(self) -> bytes:
        """See `Source`."""
        return read_place(self.place)

    @property
    def folder(self) -> Path | None:
        """See `Source`."""
        return None if is_address(self.place) else Path(self.place).parent

    def stamp(self) -> str:
        """See `Source`."""
        return stamp_of(self.place)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, which is read in place. `offset`: where its bytes begin in a tar, -1 in a zip; `mark`: its
    checksum or its time, as the archive has it."""

    archive: str
    name: str
    size: int
    mark: str
    offset: int = -1

    folder: ClassVar[None] = None  # its name never becomes a path

    def read(self) -> bytes:
        """See `Source`."""
        try:
            if self.offset >= 0:
                return self._slice()
            with opened(self.archive) as file, zipfile.ZipFile(file) as archive:
                return archive.read(self.name)
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            RuntimeError,
            KeyError,
            EOFError,
            ValueError,
        ) as error:
            raise InputError("input-unreadable", path=f"{self.archive}!{self.name}", reason=error) from None

    def _slice(self) -> bytes:
        with opened(self.archive) as file:
            file.seek(self.offset)
            data = file.read(self.size)
        if len(data) < self.size:
            raise EOFError("the archive ends within the file")
        return data

    def stamp(self) -> str:
        """See `Source`."""
        return f"{self.size}:{self.mark}"


@dataclass(frozen=True, slots=True)
class Record:
    """A text that another system handed over."""

    data: bytes
    folder: ClassVar[None] = None

    def read(self) -> bytes:
        """See `Source`."""
        return self.data

    def stamp(self) -> str:
        """See `Source`."""
        return digest(self.data)


def opened(place: str) -> BinaryIO:
    """The file at a place, open for reading. Raises OSError."""
    if not is_address(place):
        return Path(place).open("rb")
    store, path = store_of(place)
    file: BinaryIO = store.open(path, "rb")
    return file
