"""Make an input that shows a fault as small as it still shows it."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import Any

from tests.fuzz.oracles import Check
from tests.fuzz.structures import zipped
from tests.fuzz.watch import watched

Shows = Callable[[bytes], bool]


def minimised(check: Check, data: bytes, seconds: float = 60.0) -> bytes:
    """The smallest input found within `seconds` that shows the same fault; `data` itself where it shows none."""
    _, first = watched(check, data)
    if first is None:
        return data
    until = time.monotonic() + seconds

    def shows(tried: bytes) -> bool:
        if time.monotonic() > until:
            return False
        _, found = watched(check, tried)
        return found is not None and found.name == first.name

    return _smaller_zip(data, shows) if data.startswith(b"PK") else _smaller(data, shows)


def _smaller(data: bytes, shows: Shows) -> bytes:
    """Fewer lines, then fewer pieces at tags and brackets, then fewer bytes."""
    lines = _fewer(data.splitlines(keepends=True), lambda kept: shows(b"".join(kept)))
    pieces = _fewer(_pieces(b"".join(lines)), lambda kept: shows(b"".join(kept)))
    made = b"".join(pieces)
    if len(made) > 3_000:
        return made
    return bytes(_fewer(list(made), lambda kept: shows(bytes(kept))))


def _pieces(data: bytes) -> list[bytes]:
    for mark in (b"<", b",", b" "):
        data = data.replace(mark, b"\0\0" + mark)
    return data.split(b"\0\0")


def _smaller_zip(data: bytes, shows: Shows) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    except Exception:
        return _smaller(data, shows)
    if not shows(zipped(members)):
        return _smaller(data, shows)
    members = _fewer(members, lambda kept: shows(zipped(list(kept))))
    for at, (name, content) in enumerate(members):
        pieces = _fewer(_pieces(content), partial(_shows_with, shows, members, at))
        members[at] = (name, b"".join(pieces))
    return zipped(members)


def _shows_with(shows: Shows, members: list[tuple[str, bytes]], at: int, kept: Sequence[bytes]) -> bool:
    """Whether the archive shows it with these pieces of one member."""
    return shows(zipped([*members[:at], (members[at][0], b"".join(kept)), *members[at + 1 :]]))


def _fewer(parts: Sequence[Any], shows: Callable[[Sequence[Any]], bool]) -> list[Any]:
    """As few of the parts as still show it (Zeller's ddmin)."""
    kept, many = list(parts), 2
    while len(kept) >= 2:
        size = -(-len(kept) // many)
        chunks = [kept[at : at + size] for at in range(0, len(kept), size)]
        for left_out in range(len(chunks)):
            rest = list(chain.from_iterable(chunk for at, chunk in enumerate(chunks) if at != left_out))
            if shows(rest):
                kept, many = rest, max(many - 1, 2)
                break
        else:
            if size == 1:
                break
            many = min(many * 2, len(kept))
    return kept
