"""Files on disk: read with plain words for what fails, written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import tempfile
from pathlib import Path
from typing import IO

from convert.diagnostics import InputError, OutputError
from convert.kit.limits import USUAL, Limits, exceeded

_PIECE = 1 << 20


def identity(path: str | Path) -> str:
    """The same string for the same file, however it is named."""
    return os.path.normcase(os.path.realpath(path))


def read_input(path: Path, limits: Limits = USUAL) -> bytes:
    """The bytes of the file. A device or a pipe is read like a stream. Raises InputError: `input-not-found`, `input-folder`,
    `input-unreadable`, `limit-exceeded` (input_mb)."""
    try:
        with path.open("rb", buffering=0) as file:
            found = os.fstat(file.fileno())
            if stat.S_ISREG(found.st_mode) and found.st_size > limits.input_mb << 20:
                raise exceeded("input_mb", limits, -(-found.st_size // 2**20))
            return read_stream(file, limits)
    except FileNotFoundError:
        raise InputError("input-not-found", path=path) from None
    except IsADirectoryError:
        raise InputError("input-folder", path=path) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if os.path.isdir(path):  # Windows says "permission denied"; `Path.is_dir` raises again where a name is too long
            raise InputError("input-folder", path=path) from None
        reason = getattr(error, "strerror", None) or error
        raise InputError("input-unreadable", path=path, reason=reason) from None


def read_stream(stream: IO[bytes] | io.RawIOBase, limits: Limits = USUAL) -> bytes:
    """All bytes of an input, and not much more than it may have. Raises OSError, InputError (`limit-exceeded`: input_mb)."""
    pieces: list[bytes] = []
    total = 0
    while piece := stream.read(_PIECE):
        total += len(piece)
        if total > limits.input_mb << 20:
            raise exceeded("input_mb", limits, f"> {limits.input_mb}")
        pieces.append(piece)
    return b"".join(pieces)


def write_output(path: Path, data: bytes, parts: Path | None = None, *, named: bool = False) -> None:
    """Write the file whole or not at all; folders that are missing are made. `parts`: see `write_atomically`.

    `named`: the user named this very file. Then it is written where a link leads, and a device or a pipe is given the data; a link
    that merely has the name of an output is replaced, for anybody may have put it there.

    Raises OutputError (`output-unwritable`).
    """
    try:
        if named and _is_stream(path):
            with path.open("wb") as file:
                file.write(data)
            return
        place = Path(os.path.realpath(path)) if named and path.is_symlink() else path
        place.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(place, data, parts)
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


def _is_stream(path: Path) -> bool:
    """Whether there is something that takes data and keeps none: a device, a pipe, a socket."""
    with contextlib.suppress(OSError):
        mode = path.stat().st_mode
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
    return False


def _mode(path: Path) -> int:
    """The permissions a file at `path` has or would get."""
    with contextlib.suppress(OSError):
        found = path.lstat().st_mode
        if stat.S_ISREG(found):
            return found & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
