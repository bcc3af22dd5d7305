"""The inputs that a command line names: lists of them read, patterns replaced by what matches."""

from __future__ import annotations

import codecs
import fnmatch
import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from convert.bulk.kinds import LIST, STREAM, has_magic, is_hidden, kind_of
from convert.kit.files import read_input

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ANY_DEPTH = "**"


def expanded(inputs: Iterable[str], stdin: IO[bytes] | None) -> Iterator[str]:
    """The inputs, those of lists among them, and for each pattern of paths the files that match; itself where none does.

    Raises InputError for a list that cannot be read.
    """
    for word in inputs:
        named = _listed(word.removeprefix(LIST), stdin) if kind_of(word) == "list" else (word,)
        for name in named:
            if kind_of(name) == "pattern":
                yield from _matching(name) or [name]
            else:
                yield name


def _listed(name: str, stdin: IO[bytes] | None) -> Iterator[str]:
    """The entries of a list: its lines, or what stands between zero bytes (`find -print0`). They are names as the system has
    them, whatever their encoding."""
    data = (stdin.read() if stdin else b"") if name == STREAM else read_input(Path(name))
    if data.startswith(_UTF16):
        data = data.decode("utf-16", "replace").encode()
    apart = b"\0" if b"\0" in data else b"\n"
    for line in data.removeprefix(codecs.BOM_UTF8).split(apart):
        entry = os.fsdecode(line.removesuffix(b"\r") if apart == b"\n" else line)
        if entry.strip():
            yield entry if os.path.lexists(entry) else entry.strip()


def _matching(pattern: str) -> list[str]:
    """The files that a pattern of paths stands for, in their order."""
    parts = pattern.split(os.sep)
    if _ANY_DEPTH not in parts:
        return sorted(path for path in glob.glob(pattern) if not os.path.isdir(path))
    at = parts.index(_ANY_DEPTH)
    before, after = os.sep.join([*parts[:at], ""]), parts[at:]
    if after[-1] == _ANY_DEPTH:
        after.append("*")
    roots = glob.glob(before) if has_magic(before) else [before]
    return sorted(path for root in roots for path in _below(root, after))


def _below(root: str, pattern: list[str]) -> Iterator[str]:
    """The files below a folder whose path there matches; hidden ones only where the pattern asks for them. Links to folders are
    not followed: they may lead in circles."""
    hidden = pattern[-1].startswith(".")
    for folder, folders, files in os.walk(root or os.curdir):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        inside = Path(os.path.relpath(folder, root or os.curdir))
        for name in files:
            if (hidden or not is_hidden(name)) and _matches((*inside.parts, name), pattern):
                yield os.path.join(root, *inside.parts, name)


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether the parts of a path are those of a pattern, in which `**` stands for any number of folders."""
    if not pattern or not parts:
        return not pattern and not parts
    if pattern[0] == _ANY_DEPTH:
        return any(_matches(parts[skipped:], pattern[1:]) for skipped in range(len(parts)))
    return fnmatch.fnmatch(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])
