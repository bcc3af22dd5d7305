"""Which file an address in a document means, and whether it may be read: the one place that decides.

An address is relative to the input's folder, or to a root that the user added. Links of the file system are followed first, and
judged by where they end: a file that ends up elsewhere is outside, whether it exists or not, so that no document can
ask what a machine has.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import posixpath
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol
from urllib.parse import unquote

_DEVICE = re.compile(r"(?:con|conin\$|conout\$|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?: *\.| *$)", re.IGNORECASE)
"""Names of devices on Windows, in any folder and with any suffix
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""

_DRIVE = re.compile("[A-Za-z]:")
_ODD_END = re.compile(r"[. ]$")  # Windows leaves these away, so that two names mean one file
_PIECE = 2**20
_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class OutsideError(Exception):
    """The address means a file that the document may not name."""


class TooLargeError(Exception):
    """The file is larger than what was asked for. `size`: its bytes, as far as known."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


class Found(NamedTuple):
    """A file that an address means: its own name, and its bytes."""

    name: str
    data: bytes


class Members(Protocol):
    """The archive that an input lies in."""

    def find(self, path: str, most: int) -> bytes | None:
        """The bytes of the member with that path (`/` between its parts); None where there is none. Raises TooLargeError for one
        of more than `most` bytes."""


class Shelf(NamedTuple):
    """Where an input lies in an archive. `folder`: the path of its folder there, "" for the top."""

    members: Members
    folder: str


Folder = Path | Shelf | None
"""Where an input lies: in a folder of this machine, in an archive, or nowhere (standard input, records)."""


class Surroundings:
    """What a document may name: the files in its folder and below, and in `roots` and below.

    `seen`: gets, by the address that was asked for, what decides about what a document shows for it, in a word: the digest of a
    file (SHA-256), "" for none. `windows`: whether names are those of Windows, where some mean devices and streams of files.
    """

    def __init__(
        self,
        folder: Folder,
        roots: tuple[Path, ...] = (),
        *,
        seen: dict[str, str] | None = None,
        windows: bool = os.name == "nt",
    ) -> None:
        self._shelf = folder if isinstance(folder, Shelf) else None
        own = [folder.resolve()] if isinstance(folder, Path) else []
        self._roots = [root.resolve() for root in roots]
        self._allowed = own + self._roots
        self._seen = {} if seen is None else seen
        self._windows = windows

    def find(self, address: str, most: int) -> Found | None:
        """The file at an address, which may be percent-encoded; None where there is none.

        Raises OutsideError, and TooLargeError for one of more than `most` bytes.
        """
        state = ""
        try:
            found = self._found(address, most)
            state = hashlib.sha256(found.data).hexdigest() if found else ""
        except OutsideError:
            state = "outside"
            raise
        except TooLargeError as error:
            state = f"{error.size} bytes"
            raise
        finally:
            self._seen[address] = state
        return found

    def are(self, states: Mapping[str, str], most: int) -> bool:
        """Whether what these addresses mean is as it was `seen`."""
        for address in states:
            with contextlib.suppress(OutsideError, TooLargeError):
                self.find(address, most)
        return all(self._seen[address] == state for address, state in states.items())

    def _found(self, address: str, most: int) -> Found | None:
        outside = False
        for name in _readings(address):
            try:
                found = self._in_archive(name, most) or self._on_disk(name, most)
            except OutsideError:
                outside = True
                continue
            if found:
                return found
        if outside:
            raise OutsideError(address)
        return None

    def _in_archive(self, name: str, most: int) -> Found | None:
        if self._shelf is None:
            return None
        path = posixpath.normpath(posixpath.join(self._shelf.folder, name))
        if path.startswith(("/", "../")) or path == "..":
            if self._roots:
                return None
            raise OutsideError(name)
        data = self._shelf.members.find(path, most)
        return None if data is None else Found(posixpath.basename(path), data)

    def _on_disk(self, name: str, most: int) -> Found | None:
        if not self._allowed:
            return None
        if _DRIVE.match(name) or (self._windows and any(map(_is_odd, PurePosixPath(name).parts))):
            raise OutsideError(name)
        outside = False
        absolute = name.startswith("/")
        for start in self._roots if absolute else self._allowed:
            path = _resolved(start, name)
            if path is None:
                continue
            if not any(path.is_relative_to(root) for root in (self._roots if absolute else self._allowed)):
                outside = True
            elif data := read_regular(path, most):
                return Found(path.name, data)
        if outside or (absolute and not self._roots):
            raise OutsideError(name)
        return None


def _readings(address: str) -> Iterator[str]:
    """The names that an address can stand for: as it is, and as a URL without its query."""
    for name in dict.fromkeys((address, unquote(re.split("[?#]", address, maxsplit=1)[0]))):
        if name and "\0" not in name:
            yield name.replace("\\", "/")


def _is_odd(part: str) -> bool:
    """Whether a part of a path means something else on Windows than a file of that name."""
    return part not in (".", "..") and bool(":" in part or _DEVICE.match(part) or _ODD_END.search(part))


def _resolved(folder: Path, name: str) -> Path | None:
    """Where a path ends when all links are followed; None for what no file system can have."""
    try:
        return (folder / name).resolve()
    except (OSError, ValueError, RuntimeError):  # too long, a surrogate, links in a circle
        return None


def read_regular(path: Path, most: int) -> bytes | None:
    """The bytes of a regular file, which is no link; None for anything else (a pipe, a device, a folder, nothing).

    Nothing is waited for, and never more than `most` bytes are read. Raises TooLargeError.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        handle = os.open(path, os.O_RDONLY | _LINK | _BINARY)
    except (OSError, ValueError):
        return None
    with contextlib.suppress(OSError), os.fdopen(handle, "rb", buffering=0) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            return None
        data = bytearray()
        while len(data) <= most and (piece := file.read(min(_PIECE, most + 1 - len(data)))):
            data += piece
        if len(data) > most:
            raise TooLargeError(max(found.st_size, len(data)))
        return bytes(data)
    return None
