"""A list that is kept on disk where it is long, so that memory does not grow with it."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterator
from typing import Generic, TypeVar

from convert.diagnostics import OutputError

T = TypeVar("T")
_IN_MEMORY = 1 << 20  # bytes


class Spool(Generic[T]):
    """Things one after the other, which can be pickled. They are only added, and gone through as often as one likes."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (closed with this object)
        weakref.finalize(self, self._file.close)
        self._count, self._end = 0, 0

    def append(self, thing: T) -> None:
        """Add one. Raises OutputError where there is no room for it."""
        try:
            self._file.seek(self._end)
            pickle.dump(thing, self._file, pickle.HIGHEST_PROTOCOL)
        except OSError as error:
            raise OutputError("output-unwritable", path=tempfile.gettempdir(), reason=error.strerror or error) from None
        self._count, self._end = self._count + 1, self._file.tell()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        at = 0
        for _ in range(self._count):
            self._file.seek(at)
            thing: T = pickle.load(self._file)
            at = self._file.tell()
            yield thing
