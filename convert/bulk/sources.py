"""One input of many: where its bytes are, and how they are had, here or in another process."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

from convert.bulk import containers
from convert.bulk.kinds import is_address
from convert.bulk.places import LOCAL, beside, digest, join, read_place, size_of, stamp_of, store_of
from convert.diagnostics import InputError
from convert.kit.limits import USUAL, Limits
from convert.kit.surroundings import Folder, Shelf, TooLargeError


class Source(Protocol):
    """Where the bytes of a document are. It can be sent to another process."""

    def read(self, limits: Limits = USUAL) -> bytes:
        """The bytes. Raises InputError, where they are more than `limits` have it, too."""

    @property
    def folder(self) -> Folder:
        """Where pictures that it names may lie; None for nowhere."""

    def stamp(self) -> str:
        """What changes when the bytes do, without reading them; "" where that cannot be told."""


_CHAIN = "::"  # what comes behind it is another store (https://filesystem-spec.readthedocs.io/en/latest/features.html#url-chaining)


@dataclass(frozen=True, slots=True)
class File:
    """A file, by its path or its address. `mark`: its stamp, where the list of its folder told it."""

    place: str
    mark: str = ""

    def read(self, limits: Limits = USUAL) -> bytes:
        """See `Source`."""
        return read_place(self.place, limits)

    @property
    def folder(self) -> Folder:
        """See `Source`."""
        if not is_address(self.place):
            return Path(self.place).parent
        if self.place.lower().startswith(LOCAL):  # there are links, which stores do not know
            return Path(store_of(self.place)[1]).parent
        folder = beside(self.place)
        return Shelf(_Stored(folder), "") if folder else None

    def stamp(self) -> str:
        """See `Source`."""
        return self.mark or stamp_of(self.place)


@dataclass(frozen=True, slots=True)
class _Stored:
    """The files in a folder of a store, for a document that lies there."""

    folder: str

    def find(self, path: str, most: int) -> bytes | None:
        """See `convert.kit.surroundings.Members`."""
        if _CHAIN in path:
            return None
        place = join(self.folder, path)
        size = size_of(place)
        if size > most:
            raise TooLargeError(size)
        try:
            return None if size < 0 else read_place(place)
        except InputError:
            return None


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, which is read in place. `offset`, `mark`: see `convert.bulk.containers.Entry`; `most`: bytes that may be
    unpacked to find the pictures that it names."""

    archive: str
    name: str
    size: int
    mark: str
    offset: int
    most: int

    def read(self, limits: Limits = USUAL) -> bytes:
        """See `Source`."""
        try:
            return containers.held(self.archive).read(self.offset, self.size)
        except containers.FAULTS as error:
            containers.release()
            reason = str(error) or type(error).__name__
            raise InputError("input-unreadable", path=f"{self.archive}!{self.name}", reason=reason) from None

    @property
    def folder(self) -> Folder:
        """See `Source`."""
        return Shelf(_Archived(self.archive, self.most), posixpath.dirname(posixpath.normpath(self.name)))

    def stamp(self) -> str:
        """See `Source`."""
        return f"{self.size}:{self.mark}"


@dataclass(frozen=True, slots=True)
class _Archived:
    """The files in an archive, for a document that lies in it."""

    archive: str
    most: int

    def find(self, path: str, most: int) -> bytes | None:
        """See `convert.kit.surroundings.Members`."""
        try:
            container = containers.held(self.archive)
            entry = container.find(path, self.most)
            if entry and entry.size > most:
                raise TooLargeError(entry.size)
            return container.read(entry.offset, entry.size) if entry else None
        except containers.FAULTS:
            containers.release()
            return None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What should be a document, and cannot be had: a record that is none, a folder that is closed. It is a document that fails,
    so that the others are converted. `error`: why."""

    error: InputError

    folder: ClassVar[None] = None

    def read(self, limits: Limits = USUAL) -> bytes:
        """Raises the error."""
        raise self.error.with_traceback(None)

    def stamp(self) -> str:
        """See `Source`."""
        return ""


@dataclass(frozen=True, slots=True)
class Record:
    """The bytes themselves. `folder`: see `Source`."""

    data: bytes
    folder: Folder = None

    def read(self, limits: Limits = USUAL) -> bytes:
        """See `Source`."""
        return self.data

    def stamp(self) -> str:
        """See `Source`."""
        return digest(self.data)
