"""What a transcript cannot bring about by files and options alone: faults of the system around the command."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from convert.bulk.workers import WorkerLostError
from convert.kit.office import convert_to_docx
from tests.bulk.inline import Inline


def _raising(error: Callable[[], BaseException]) -> Callable[..., NoReturn]:
    def raise_it(*_: object, **__: object) -> NoReturn:
        raise error()

    return raise_it


def _refusing(number: int) -> Callable[..., NoReturn]:
    return _raising(lambda: OSError(number, os.strerror(number)))


def _inline(patch: pytest.MonkeyPatch, *lost: Exception) -> None:
    """Do the work in this process; `lost`: what comes of the first calls."""
    patch.setattr("convert.cli.bulk.make_workers", lambda bulk: Inline(*lost))


def _closed_folder(patch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: Any = ".") -> Any:
        if not isinstance(path, int) and os.path.basename(os.fspath(path)) == "closed":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return real(path)

    patch.setattr(os, "scandir", scandir)


def _no_processes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("convert.bulk.workers._PAUSE", 0)
    patch.setattr("convert.bulk.workers.WorkerPool._hire", _refusing(errno.EAGAIN))


def _no_memory(patch: pytest.MonkeyPatch) -> None:
    _inline(patch)
    patch.setattr("convert.pipeline.read_document", _raising(MemoryError))


def _store_gone(patch: pytest.MonkeyPatch, error: Callable[[], BaseException]) -> None:
    """What a store lists cannot be opened."""
    import fsspec.implementations.local

    _inline(patch)
    patch.setattr(fsspec.implementations.local.LocalFileSystem, "open", _raising(error))


FAULTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "bug": lambda patch: patch.setattr("convert.cli.inspection.read_document", _raising(ZeroDivisionError)),
    "closed-folder": _closed_folder,
    "hasty-office": lambda patch: patch.setattr(convert_to_docx, "__defaults__", (1.0,)),
    "inline": _inline,
    "killed-worker": lambda patch: _inline(patch, WorkerLostError("SIGKILL"), WorkerLostError("SIGKILL")),
    "no-locks": lambda patch: patch.setattr("fcntl.flock", _refusing(errno.ENOLCK)),
    "no-memory": _no_memory,
    "no-memory-to-begin": lambda patch: _inline(patch, MemoryError()),
    "no-processes": _no_processes,
    "no-room": lambda patch: patch.setattr("convert.bulk.spool.pickle.dump", _refusing(errno.ENOSPC)),
    "no-room-for-names": lambda patch: patch.setattr(
        "convert.bulk.names.TakenNames._take", _raising(lambda: sqlite3.OperationalError("database or disk is full"))
    ),
    "no-stack": lambda patch: patch.setattr("convert.writers.pandoc.json.dumps", _raising(RecursionError)),
    "small-zip": lambda patch: patch.setattr("convert.kit.packing._MOST", 4),
    "store-gone": lambda patch: _store_gone(patch, FileNotFoundError),
    "store-down": lambda patch: _store_gone(patch, lambda: TimeoutError("timed out")),
}
"""By name: `inline` is no fault, but what happens in another process otherwise, so that it is noted."""
