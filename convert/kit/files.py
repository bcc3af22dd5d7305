"""Files on disk: read with plain words for what fails, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from convert.diagnostics import InputError, OutputError


def identity(path: str | Path) -> str:
    """The same string for the same file, however it is named."""
    return os.path.normcase(os.path.realpath(path))


def read_input(path: Path) -> bytes:
    """The bytes of the file. Raises InputError: `input-not-found`, `input-folder`, `input-unreadable`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("input-not-found", path=path) from None
    except IsADirectoryError:
        raise InputError("input-folder", path=path) from None
    except OSError as error:
        if os.path.isdir(path):  # Windows says "permission denied"; `Path.is_dir` raises again where a name is too long
            raise InputError("input-folder", path=path) from None
        raise InputError("input-unreadable", path=path, reason=error.strerror or error) from None


def write_output(path: Path, data: bytes, parts: Path | None = None) -> None:
    """Write the file whole or not at all; folders that are missing are made. `parts`: see `write_atomically`.

    Raises OutputError (`output-unwritable`).
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data, parts)
    except OSError as error:
        raise OutputError("output-unwritable", path=path, reason=error.strerror or error) from None


def write_atomically(path: Path, data: bytes, parts: Path | None = None) -> None:
    """Write `data` to `path` through a temporary file: a failed run leaves the old file whole. `parts`: the folder for it, on
    the same file system; None for that of the file itself.

    The data reaches the disk before the name does. A new file gets the usual permissions, an old one keeps its own.
    Raises OSError.
    """
    handle, temporary = tempfile.mkstemp(prefix=".triptych-", suffix=".part", dir=parts or path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(path: Path) -> int:
    """The permissions a file at `path` has or would get."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
