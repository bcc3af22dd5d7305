"""The character ids of a CID-keyed CFF font (Adobe Technical Note 5176, The Compact Font Format Specification)."""

from __future__ import annotations

import mmap
import sys
from array import array
from itertools import pairwise
from pathlib import Path

_CHARSET, _CHARSTRINGS, _ROS = 15, 17, 1230  # Top DICT operators (§9); 12 30 makes a font CID-keyed (§18)


def read_charset(path: Path, index: int) -> array[int] | None:
    """Glyph id → CID of the CFF font in a font file (`index`: the face of a collection); None if it is not CID-keyed.

    The file is mapped, not read: of megabytes of outlines a few kilobytes are looked at.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return _charset(data, _table(data, index))


def _table(data: mmap.mmap, index: int) -> int:
    """Where the `CFF ` table begins (OpenType spec, "Organization of an OpenType Font")."""
    font = _number(data, 12 + 4 * index, 4) if data[:4] == b"ttcf" else 0
    for entry in range(font + 12, font + 12 + 16 * _number(data, font + 4, 2), 16):
        if data[entry : entry + 4] == b"CFF ":
            return _number(data, entry + 8, 4)
    raise ValueError("no CFF table")


def _charset(data: mmap.mmap, table: int) -> array[int] | None:
    names_end, _ = _index(data, table + data[table + 2])
    _, dicts = _index(data, names_end)
    top = _dictionary(data, *dicts[0])
    if _ROS not in top:
        return None
    count = _number(data, table + top[_CHARSTRINGS][0], 2)
    at = table + top[_CHARSET][0]
    kind, at = data[at], at + 1
    cids = array("H", [0])  # .notdef is CID 0
    if kind == 0:
        cids.frombytes(data[at : at + 2 * (count - 1)])
        if sys.byteorder == "little":
            cids.byteswap()
        return cids
    step = 2 + kind  # ranges: first CID, and how many follow it in `kind` bytes
    while len(cids) < count:
        first = _number(data, at, 2)
        cids.extend(range(first, first + _number(data, at + 2, kind) + 1))
        at += step
    return cids


def _index(data: mmap.mmap, at: int) -> tuple[int, list[tuple[int, int]]]:
    """An INDEX (§5): where it ends, and the spans of what it holds."""
    count = _number(data, at, 2)
    if not count:
        return at + 2, []
    size = data[at + 2]
    offsets = [_number(data, at + 3 + i * size, size) for i in range(count + 1)]
    base = at + 2 + (count + 1) * size
    return base + offsets[-1], [(base + a, base + b) for a, b in pairwise(offsets)]


def _dictionary(data: mmap.mmap, at: int, end: int) -> dict[int, list[int]]:
    """A DICT (§4): operands by operator. Real numbers are passed over as 0: no operator of interest has any."""
    found: dict[int, list[int]] = {}
    operands: list[int] = []
    while at < end:
        byte, at = data[at], at + 1
        if byte <= 21:
            if byte == 12:
                byte, at = 1200 + data[at], at + 1
            found[byte], operands = operands, []
        elif byte in (28, 29):
            size = 2 if byte == 28 else 4
            operands.append(int.from_bytes(data[at : at + size], "big", signed=True))
            at += size
        elif byte == 30:
            while data[at] & 15 != 15:
                at += 1
            operands.append(0)
            at += 1
        elif byte <= 246:
            operands.append(byte - 139)
        else:
            sign = 1 if byte <= 250 else -1
            operands.append(sign * ((byte - (247 if sign > 0 else 251)) * 256 + data[at] + 108))
            at += 1
    return found


def _number(data: mmap.mmap, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")
