"""Files of text that are read from one end to the other: unpacked, and decoded by what their beginning shows."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO, cast

from convert.bulk.containers import opened
from convert.diagnostics import InputError, UsageError
from convert.kit.encoding import decode

ESCAPED = re.compile("[\udc80-\udcff]")
"""What stands for bytes that are no text in the encoding of the file."""
_HEAD = 1 << 16  # bytes that decide about the encoding
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_PACKED = 1 << 11  # bytes of Zstandard at once: they may stand for 32,000 times as many


@contextlib.contextmanager
def opened_text(place: str) -> Iterator[tuple[str, TextIO]]:
    """The beginning of the text of a file, and the file from its beginning; packed ones (`.gz`, `.zst`) unpacked. Lines end as the
    file has it. Raises OSError, EOFError, ValueError, zlib.error while it is read; UsageError (`extra-missing`).
    """
    with opened(place) as packed, _unpacked(packed, place) as file:
        head = _read(file, _HEAD)
        encoding, mark = _encoding(head)
        wide = encoding.startswith(("utf-16", "utf-32"))
        again = io.BufferedReader(_Again(head[len(mark) :], file), _HEAD)
        errors = "strict" if wide else "surrogateescape"
        with io.TextIOWrapper(again, encoding, errors, newline="") as text:
            yield head[len(mark) :].decode(encoding, "replace"), text


def _read(file: BinaryIO, size: int) -> bytes:
    """So many bytes, fewer only where the file ends or is broken: it breaks again when it is read on."""
    data = b""
    with contextlib.suppress(OSError, EOFError):
        while len(data) < size and (more := file.read(size - len(data))):
            data += more
    return data


def _encoding(head: bytes) -> tuple[str, bytes]:
    """The encoding that the beginning of a file is in, and its byte-order mark; UTF-8 where that cannot be told."""
    for mark, wide in _WIDE.items():
        if head.startswith(mark):
            return wide, mark
    whole = head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1] or head
    try:
        found = decode(whole)
    except InputError:
        return "utf-8", b""
    return found.encoding, found.bom


def _unpacked(file: BinaryIO, place: str) -> BinaryIO:
    if place.lower().endswith(".gz"):
        return cast(BinaryIO, gzip.open(file))
    if place.lower().endswith(".zst"):
        try:
            import zstandard
        except ImportError:
            raise UsageError("extra-missing", name="bulk", what=place, needs="zstandard") from None
        return cast(BinaryIO, io.BufferedReader(_Frames(file, zstandard)))
    return file


class _Again(io.RawIOBase):
    """A file whose beginning was read already."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head, self._file = head, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] or self._file.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


class _Frames(io.RawIOBase):
    """Zstandard, one frame or several. Its own reader takes a file that is cut off for one that ends."""

    def __init__(self, file: BinaryIO, zstandard: Any) -> None:
        self._file, self._zstandard = file, zstandard
        self._frame: Any = None
        self._packed = self._data = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._data:
            self._packed = self._packed or self._file.read(_PACKED)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("the file ends within what is compressed")
                return 0
            self._data = self._unpack()
        size = min(len(buffer), len(self._data))
        buffer[:size] = self._data[:size]
        self._data = self._data[size:]
        return size

    def _unpack(self) -> bytes:
        self._frame = self._frame or self._zstandard.ZstdDecompressor().decompressobj()
        try:
            data: bytes = self._frame.decompress(self._packed)
        except self._zstandard.ZstdError as error:
            raise OSError(str(error)) from None
        self._packed = self._frame.unused_data if self._frame.eof else b""
        if self._frame.eof:
            self._frame = None
        return data
