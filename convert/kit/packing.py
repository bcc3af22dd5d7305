"""Zip files of our own, whose bytes depend on their contents alone (APPNOTE.TXT 6.3, .ZIP File Format Specification).

Word and EPUB files are zip files; whoever writes one records when and on which system, and compresses as the library at hand
has it. Here the order of the members is the caller's, the time is given, and everything else is fixed, so that equal contents
give equal bytes (https://reproducible-builds.org/docs/archives/). The records are written here rather than by `zipfile`, which
cannot take what is compressed already.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from convert.diagnostics import OutputError
from convert.kit.deflate import RAW, press

_DENSE = (".otf", ".ttf", ".png", ".jpeg", ".jpg", ".gif")  # what hardly shrinks
_STORED, _DEFLATED = 0, 8  # 4.4.5
_UTF_8 = 0x800  # 4.4.4: names are UTF-8
_MADE_BY = 3 << 8 | 20  # 4.4.2: "made" on Unix, whatever system this is, by version 2.0
_NEEDED = 20  # 4.4.3
_REGULAR_FILE = 0o100644 << 16
_EARLIEST, _LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)  # what an entry can hold: 4.4.6
_LARGEST, _MOST = 2**32 - 2, 2**16 - 2  # bytes, members: what the format holds without its extension to 64 bits
_LOCAL = struct.Struct("<4s5H3L2H")  # 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_END = struct.Struct("<4s4H2LH")  # 4.3.16


class _Packed(NamedTuple):
    method: int
    data: bytes
    size: int
    checksum: int


def pack(
    members: Iterable[tuple[str, bytes | Iterable[bytes]]], timestamp: datetime, stored: frozenset[str] = frozenset()
) -> bytes:
    """A zip file of the members (name, contents, or chunks of them) in the order given, all dated `timestamp`.

    Members named in `stored` are not compressed (EPUB's `mimetype`: OCF 3.3 §4.3.1). Dates outside 1980–2107 become
    the nearest that the format holds. Raises OutputError (`output-too-large`) beyond 4 GB or 65,534 members.
    """
    file, directory, count = bytearray(), bytearray(), 0
    date, time = _dos_time(timestamp)
    for name, contents in members:
        written = name.encode("utf-8")
        flags = 0 if name.isascii() else _UTF_8
        packed = _packed(contents, name.endswith(_DENSE), stored=name in stored)
        common = flags, packed.method, time, date, packed.checksum, len(packed.data), packed.size, len(written), 0
        start, count = len(file), count + 1
        if max(start, packed.size, len(packed.data)) > _LARGEST or count > _MOST:
            raise OutputError("output-too-large", gigabytes=4, members=_MOST)
        file += _LOCAL.pack(b"PK\3\4", _NEEDED, *common) + written + packed.data
        directory += _CENTRAL.pack(b"PK\1\2", _MADE_BY, _NEEDED, *common, 0, 0, 0, _REGULAR_FILE, start) + written
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(file), 0)
    return bytes(file + directory + end)


def _packed(contents: bytes | Iterable[bytes], dense: bool, *, stored: bool) -> _Packed:
    if not isinstance(contents, bytes):
        return _streamed(contents)
    checksum = zlib.crc32(contents)
    if stored:
        return _Packed(_STORED, contents, len(contents), checksum)
    data = press(contents, RAW) if dense else zlib.compress(contents, wbits=RAW)
    return _Packed(_DEFLATED, data, len(contents), checksum)


def _streamed(chunks: Iterable[bytes]) -> _Packed:
    """Chunks compressed one by one: what is large is never whole in memory."""
    squeeze = zlib.compressobj(wbits=RAW)
    data, size, checksum = bytearray(), 0, 0
    for chunk in chunks:
        data += squeeze.compress(chunk)
        size, checksum = size + len(chunk), zlib.crc32(chunk, checksum)
    data += squeeze.flush()
    return _Packed(_DEFLATED, bytes(data), size, checksum)


def _dos_time(timestamp: datetime) -> tuple[int, int]:
    """Date and time as an entry holds them, in steps of two seconds: 4.4.6."""
    year, month, day, hour, minute, second = min(max(timestamp.timetuple()[:6], _EARLIEST), _LATEST)
    return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
