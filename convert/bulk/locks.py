"""The lock of an output folder, which the system gives back when the process that has it ends, however it ends."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO

from convert.diagnostics import OutputError, UsageError

_TAKEN = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})


def locked(path: Path, folder: Path) -> IO[bytes]:
    """The lock file `path`, open and locked for this process alone. `folder`: what it locks, for messages.

    Raises UsageError (`run-locked`) where another process has it, OutputError (`lock-refused`) where the file system has no
    locks, OSError where the file cannot be opened.
    """
    file = path.open("a+b")
    try:
        _lock(file)
    except OSError as error:
        file.close()
        if error.errno in _TAKEN:
            raise UsageError("run-locked", folder=folder) from None
        raise OutputError("lock-refused", folder=folder, reason=error.strerror or error) from None
    return file


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
