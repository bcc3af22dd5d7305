"""One input of many: where its bytes are, and how they are had, here or in another process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

from convert.bulk import containers
from convert.bulk.kinds import is_address
from convert.bulk.places import digest, read_place, stamp_of
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
    """A file in an archive, which is read in place. `offset`: where its header begins in a zip, its bytes in a tar as it is without
    compression; `mark`: its checksum or its time, as the archive has it."""

    archive: str
    name: str
    size: int
    mark: str
    offset: int

    folder: ClassVar[None] = None  # its name never becomes a path

    def read(self) -> bytes:
        """See `Source`."""
        try:
            return containers.held(self.archive).read(self.offset, self.size)
        except containers.FAULTS as error:
            containers.release()
            reason = str(error) or type(error).__name__
            raise InputError("input-unreadable", path=f"{self.archive}!{self.name}", reason=reason) from None

    def stamp(self) -> str:
        """See `Source`."""
        return f"{self.size}:{self.mark}"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What should be a document, and cannot be had: a record that is none, a folder that is closed. It is a document that fails,
    so that the others are converted. `error`: why."""

    error: InputError

    folder: ClassVar[None] = None

    def read(self) -> bytes:
        """Raises the error."""
        raise self.error.with_traceback(None)

    def stamp(self) -> str:
        """See `Source`."""
        return ""


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
