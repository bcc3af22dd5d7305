"""What an input on the command line is, by its name alone, and which files are meant where it stands for many."""

from __future__ import annotations

import fnmatch
import os
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from convert.formats import INPUTS

Clash = Literal["error", "number"]
Kind = Literal["stream", "list", "folder", "pattern", "archive", "records", "address", "file"]
STREAM = "-"
"""Stands for standard input, or output, in the place of a file."""
LIST = "@"
"""Stands before the name of a list of inputs; `@-` is one on standard input."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:::[A-Za-z][A-Za-z0-9+.-]+)*://")
_HIDDEN = (".", "~$", "__MACOSX")
_MAGIC = frozenset("*?[")
_ZIP = (".zip",)
_PACKED = (".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_LINES = (".jsonl", ".ndjson")
_RECORDS = (*_LINES, *(f"{suffix}.{packed}" for suffix in _LINES for packed in ("gz", "zst")), ".csv", ".parquet")


def kind_of(word: str) -> Kind:
    """What an input stands for. What its name says counts less than what lies there: a folder may be called `a.zip`, a
    file `[1].md`."""
    if word == STREAM:
        return "stream"
    if word.startswith(LIST):
        return "list"
    if not is_address(word):
        if os.path.isdir(word):
            return "folder"
        if has_magic(word) and not os.path.exists(word):
            return "pattern"
    elif has_magic(word):
        return "address"
    if is_archive(word):
        return "archive"
    if is_records(word):
        return "records"
    return "address" if is_address(word) else "file"


def is_one_document(word: str) -> bool:
    """Whether an input stands for itself, a single document."""
    return kind_of(word) in ("stream", "file")


def is_address(word: str) -> bool:
    """Whether it is an address of a store, not a path."""
    return _ADDRESS.match(word) is not None


def has_magic(word: str) -> bool:
    """Whether something in it stands for other characters."""
    return not _MAGIC.isdisjoint(word)


def is_archive(word: str) -> bool:
    """Whether it is a zip or a tar, by its suffix."""
    return is_zip(word) or _name(word).endswith((".tar", *_PACKED))


def is_zip(word: str) -> bool:
    """Whether it is a zip, by its suffix."""
    return _name(word).endswith(_ZIP)


def is_packed(word: str) -> bool:
    """Whether it is a tar that is compressed as a whole: nothing in it can be had without all that stands before."""
    return _name(word).endswith(_PACKED)


def is_records(word: str) -> bool:
    """Whether it is a file of records, by its suffix."""
    return _name(word).endswith(_RECORDS)


def _name(word: str) -> str:
    """What ends in the suffix of a file: of an address in a store that lies in another one (`zip://a.md::s3://b/c.zip`) the
    first part."""
    return (word.partition("::")[0] if is_address(word) else word).lower()


def is_hidden(path: str) -> bool:
    """Whether a file is there for the system or for Word, not for readers, by its path below the input: `.x`, `._x`, `~$x.docx`,
    `__MACOSX/x`."""
    parts = path.replace("\\", "/").split("/")
    return any(part.startswith(_HIDDEN) and part not in (".", "..") for part in parts)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of folders and archives are meant, and which fields of records are what.

    `include`, `exclude`: patterns of names or of paths below the folder; without any, all files that some
    reader knows, but for `.json`, which is most often something else; hidden ones never.
    `text_field`, `id_field`: of records. `clash`: what becomes of two files for one output.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    text_field: str = "text"
    id_field: str = "id"
    clash: Clash = "error"
    suffixes: frozenset[str] = frozenset(suffix for format in INPUTS.values() for suffix in format.suffixes) - {".json"}

    def takes(self, path: str) -> bool:
        """Whether a file is meant, by its path with `/` between the parts."""
        if is_hidden(path):
            return False
        included = any(_matches(path, pattern) for pattern in self.include)
        if not self.include:
            included = PurePosixPath(path).suffix.lower() in self.suffixes
        return included and not any(_matches(path, pattern) for pattern in self.exclude)


def _matches(path: str, pattern: str) -> bool:
    return fnmatch.fnmatch(path, pattern) or fnmatch.fnmatch(path.rpartition("/")[2], pattern)
