"""Where documents lie and outputs go: paths of this machine, and addresses of stores that fsspec knows (`s3://…`).

fsspec and its stores are an extra (`triptych[cloud]`); paths need neither.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from convert.bulk.kinds import is_address
from convert.diagnostics import InputError, OutputError, UsageError
from convert.kit.files import identity, read_input, read_stream, write_output
from convert.kit.limits import USUAL, Limits

_TELLING = (
    "size",
    "etag",
    "ETag",
    "md5Hash",
    "generation",
    "LastModified",
    "last_modified",
    "mtime",
    "updated",
    "created",
)
"""What stores tell of a file that changes with its bytes, each in its own words."""
LOCAL = ("file:", "local:")
"""What addresses of this machine begin with."""
_FOLDERS = 16  # whose lists are kept
_WEB = ("http://", "https://")


def join(folder: str, name: str) -> str:
    """The place of `name` (with `/` between its parts) in a folder."""
    return f"{folder.rstrip('/')}/{name}" if is_address(folder) else str(Path(folder, *PurePosixPath(name).parts))


def same_place(place: str) -> str:
    """The same string for the same file, however it is named, on this machine or in a store."""
    if not is_address(place):
        return identity(place)
    store, path = store_of(place)
    return identity(path) if place.lower().startswith(LOCAL) else str(store.unstrip_protocol(path))


def read_place(place: str, limits: Limits = USUAL) -> bytes:
    """The bytes that lie there. Raises InputError."""
    if not is_address(place):
        return read_input(Path(place), limits)
    store, path = store_of(place)
    try:
        with store.open(path, "rb") as file:
            return read_stream(file, limits)
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError("input-not-found", path=place) from None
    except Exception as error:  # each store raises its own
        raise InputError("input-unreadable", path=place, reason=_reason(error)) from None


def write_place(place: str, data: bytes, parts: Path | None = None) -> None:
    """Put `data` there, whole or not at all. `parts`: the folder of unfinished files, on the same file system; None for that of the
    file. Raises OutputError.

    What a store's address gets is whole by the store's own rules (S3 and its like show an object when it is complete).
    """
    if not is_address(place):
        write_output(Path(place), data, parts)
        return
    store, path = store_of(place)
    try:
        store.makedirs(path.rpartition("/")[0], exist_ok=True)
        store.pipe_file(path, data)
    except Exception as error:  # each store raises its own
        raise OutputError("output-unwritable", path=place, reason=_reason(error)) from None


def size_of(place: str) -> int:
    """How many bytes lie there; -1 for nothing."""
    try:
        if not is_address(place):
            return Path(place).stat().st_size
        store, path = store_of(place)
        return int(store.size(path))
    except Exception:  # each store raises its own
        return -1


class Sizes:
    """How large files are, as the lists of their folders have it: a store is asked once for each folder, not for each file. What
    is written after a folder was listed is not seen."""

    def __init__(self) -> None:
        self._listed: dict[str, dict[str, int]] = {}

    def of(self, place: str) -> int:
        """How many bytes lie there; -1 for nothing."""
        if not is_address(place) or "::" in place:
            return size_of(place)
        folder, _, name = place.rpartition("/")
        if folder not in self._listed:
            if len(self._listed) >= _FOLDERS:
                del self._listed[next(iter(self._listed))]  # the one that was listed first
            self._listed[folder] = _sizes(folder)
        return self._listed[folder].get(name, -1)


def _sizes(folder: str) -> dict[str, int]:
    try:
        store, path = store_of(folder)
        found = store.ls(path, detail=True)
        return {told["name"].rpartition("/")[2]: int(told["size"]) for told in found if told.get("type") == "file"}
    except Exception:  # each store raises its own
        return {}


def stamp_of(place: str) -> str:
    """What changes when the file there does, as far as can be told without reading it; "" where it cannot."""
    try:
        if not is_address(place):
            found = Path(place).stat()
            return f"{found.st_size}:{found.st_mtime_ns}"
        store, path = store_of(place)
        return mark_of(store.info(path))
    except Exception:  # each store raises its own
        return ""


def mark_of(told: Mapping[str, Any]) -> str:
    """The stamp of a file, by what a store tells of it."""
    said = (told[key] for key in _TELLING if told.get(key) is not None)
    return ":".join(str(each.timestamp() if isinstance(each, datetime) else each) for each in said)


def beside(place: str) -> str:
    """The folder of a stored file; "" where there is none, or it is on the web, which has no folders."""
    return "" if "::" in place or place.lower().startswith(_WEB) else place.rpartition("/")[0]


def store_of(place: str) -> tuple[Any, str]:
    """The store of an address, and the path in it. Raises UsageError where fsspec or what it needs is not installed."""
    try:
        import fsspec
    except ImportError:
        raise UsageError("extra-missing", name="cloud", what=place, needs="fsspec") from None
    try:
        store, path = fsspec.core.url_to_fs(place)
    except ImportError as error:
        raise UsageError("extra-missing", name="cloud", what=place, needs=_library(error)) from None
    except ValueError as error:
        raise UsageError("address-unknown", address=place, reason=error) from None
    return store, str(path)


def digest(data: bytes) -> str:
    """What names bytes by what they are: their SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _library(error: ImportError) -> str:
    """The library that was not there: fsspec says "Install s3fs to access S3", and other things."""
    told = re.search(r"[Ii]nstall (?:the )?[\"'`]?([\w.-]+)", str(error))
    return error.name or (told[1] if told else str(error))


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
