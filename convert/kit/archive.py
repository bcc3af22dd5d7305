"""Zip files of others, read within limits."""

from __future__ import annotations

import bz2
import copy
import io
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO

from convert.kit.limits import USUAL, Limits, exceeded

_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, IndexError,
           NotImplementedError, OverflowError)  # fmt: skip
"""What damaged files make `zipfile` raise."""
_ENCRYPTED = 0x1  # APPNOTE 4.4.4
_SMALL = 8 << 20  # bytes: what unpacks to less may be as much larger than its packed form as it likes
_PIECE = 4096  # bytes of LZMA that are unpacked at once, to some 30 MB at most
_END, _END_64 = struct.Struct("<4s8xL4xH"), struct.Struct("<4s36xQ8x")  # APPNOTE 4.3.16 (its comment behind it), 4.3.14
_LOCATOR_64 = 20  # bytes: APPNOTE 4.3.15
_TAIL = 0x10000 + _END.size  # where the end record can be
_HEADER = 46  # bytes of a member's in the directory, without the three lengths that follow its name's: APPNOTE 4.3.12


class ArchiveError(ValueError):
    """A zip file, or a member of one, that cannot be read, and why. `encrypted`: it wants a password."""

    def __init__(self, reason: object, *, encrypted: bool = False) -> None:
        super().__init__(str(reason) or type(reason).__name__)
        self.encrypted = encrypted


class Archive:
    """A zip file from outside, in memory or open. `names`: its members', folders left out, in its order.

    `key` makes of a name what names are compared by. Of two members with one name the last counts, as in most programs;
    `doubled` are such names. A name is a word, never a path; links among the members are bytes like others, and nothing
    follows them. `limits`: None where they were looked at before (`check`); `count`: the field of Limits that bounds the number of
    members. `members`: all, those with one name, too, folders left out.

    Raises ArchiveError, InputError (`limit-exceeded`: that limit).
    """

    def __init__(
        self,
        source: bytes | BinaryIO,
        limits: Limits | None = USUAL,
        key: Callable[[str], str] = str,
        count: str = "members",
    ) -> None:
        self._file = io.BytesIO(source) if isinstance(source, bytes) else source
        self._limits, self._key = limits, key
        try:
            most = getattr(limits, count, 0)
            if limits and _members(self._file, most) > most:
                raise exceeded(count, limits, f"> {most}")
            self._zip = zipfile.ZipFile(self._file)
        except _BROKEN as error:
            raise ArchiveError(error) from None
        self.members = tuple(entry for entry in self._zip.infolist() if not entry.filename.endswith("/"))
        self._entries = {key(entry.filename): entry for entry in self.members}
        self.names = tuple(entry.filename for entry in self._entries.values())
        kept = set(map(id, self._entries.values()))
        self.doubled = tuple(dict.fromkeys(entry.filename for entry in self.members if id(entry) not in kept))
        self._admitted: set[int] = set()
        self._unpacked = 0  # bytes of these

    def __contains__(self, name: str) -> bool:
        return self._key(name) in self._entries

    def name(self, name: str) -> str:
        """A member's name as it is written. Raises KeyError."""
        return self._entries[self._key(name)].filename

    def read(self, name: str, limit: str = "member_mb") -> bytes:
        """A member's bytes; `limit`: the field of Limits that bounds them.

        Raises KeyError, ArchiveError, InputError (`limit-exceeded`: that limit, ratio, unpacked_mb).
        """
        entry = self._entries[self._key(name)]
        self._admit(entry, limit)
        return self.contents(entry)

    def contents(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of one of `members` whose size was looked at. Raises ArchiveError."""
        if entry.flag_bits & _ENCRYPTED:
            raise ArchiveError("it has a password", encrypted=True)
        try:
            data = self._contents(entry)
        except RuntimeError as error:  # zipfile's word for other kinds of encryption
            raise ArchiveError(error, encrypted=True) from None
        except _BROKEN as error:
            raise ArchiveError(error) from None
        if len(data) != entry.file_size:
            raise ArchiveError(f"it has {len(data)} bytes, not {entry.file_size}")
        return data

    def check(self) -> None:
        """Look at all members' sizes. Raises InputError (`limit-exceeded`)."""
        for entry in self._entries.values():
            self._admit(entry, "member_mb")

    def _admit(self, entry: zipfile.ZipInfo, limit: str) -> None:
        """Refuse what says that it is too large: no more than that is ever unpacked."""
        limits, size = self._limits, entry.file_size
        if not limits:
            return
        if size > getattr(limits, limit) << 20:
            raise exceeded(limit, limits, -(-size // 2**20))
        check_ratio(size, entry.compress_size, limits)
        if id(entry) not in self._admitted:
            self._admitted.add(id(entry))
            self._unpacked += size
        if self._unpacked > limits.unpacked_mb << 20:
            raise exceeded("unpacked_mb", limits, -(-self._unpacked // 2**20))

    def _contents(self, entry: zipfile.ZipInfo) -> bytes:
        match entry.compress_type:
            case zipfile.ZIP_BZIP2:  # `zipfile` unpacks it in one go, however much it becomes
                packed = copy.copy(entry)
                packed.compress_type, packed.file_size = zipfile.ZIP_STORED, entry.compress_size
                del packed.CRC
                data = bz2.BZ2Decompressor().decompress(self._zip.read(packed), entry.file_size + 1)
                if zlib.crc32(data) != entry.CRC:
                    raise zipfile.BadZipFile(f"Bad CRC-32 for file {entry.filename!r}")
                return data
            case zipfile.ZIP_LZMA:
                with self._zip.open(entry) as stream:
                    return b"".join(iter(lambda: stream.read(_PIECE), b""))
            case _:  # without a size it would unpack all that is there
                with self._zip.open(entry) as stream:
                    return stream.read(entry.file_size + 1)


def check_ratio(size: int, packed: int, limits: Limits) -> None:
    """Refuse what unpacks to `size` bytes, which are far more than the `packed` ones. Raises InputError (`limit-exceeded`: ratio)."""
    if size > _SMALL and size > limits.ratio * max(packed, 1):
        raise exceeded("ratio", limits, size // max(packed, 1))


def _members(file: BinaryIO, most: int) -> int:
    """How many members the directory of a zip file has, counted no further than to one more than `most`; 0 for what is no zip
    file. `zipfile` makes an object of each before anybody can ask."""
    end = file.seek(0, os.SEEK_END)
    start = file.seek(max(end - _TAIL, 0))
    tail = file.read(_TAIL)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(tail):
        return 0
    size = _END.unpack_from(tail, at)[1]
    behind = at - _LOCATOR_64 - _END_64.size
    if behind >= 0 and tail[at - _LOCATOR_64 :].startswith(b"PK\6\7") and tail[behind:].startswith(b"PK\6\6"):
        size, at = _END_64.unpack_from(tail, behind)[1], behind
    file.seek(max(start + at - size, 0))
    directory = file.read(min(size, start + at))
    found = place = 0
    while place + _HEADER <= len(directory) and found <= most:
        place += _HEADER + sum(struct.unpack_from("<3H", directory, place + 28))
        found += 1
    return found


def unpack(data: bytes) -> dict[str, bytes]:
    """The members of a zip file by name, in the file's order. Raises zipfile.BadZipFile for anything else."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.filename.endswith("/")}
