"""The documents that an input stands for: a file for itself, a folder for the files in it, an archive for its members, a file
of records for its texts."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO

from convert.bulk import archives, records
from convert.bulk.journal import FOLDER, PAGE
from convert.bulk.kinds import (
    LIST,
    STREAM,
    Selection,
    has_magic,
    is_address,
    is_archive,
    is_packed,
    is_pattern,
    is_records,
)
from convert.bulk.names import TakenNames
from convert.bulk.places import join, store_of
from convert.bulk.sources import File, Member, Record, Source
from convert.diagnostics import InputError, UsageError
from convert.formats import OUTPUTS
from convert.kit.files import identity, read_input


@dataclass(frozen=True, slots=True)
class Item:
    """One document. `id`: what it is called in messages and in the journal; `name`: its suffix tells its format; `stem`: the
    outputs' path below the folder for them, without suffix; `meta`: `key=value` for its metadata."""

    id: str
    name: str
    stem: str
    source: Source
    meta: tuple[str, ...] = ()

    def target(self, folder: str, format: str) -> str:
        """Where the output of a format goes."""
        return join(folder, self.stem + OUTPUTS[format].suffix)


class Items:
    """The documents of all inputs, one after the other.

    Files, members of archives and files in folders are named after themselves, and two of them for one output are an error
    at once, if they do not get numbers; records are given as they are read, and get free names. `stdin`: what `-` and `@-` read; `outputs`:
    the folder that the outputs go into, which is no input though it lies in one.

    `named`: all but the records.

    Raises InputError, UsageError (`output-clash-many`).
    """

    def __init__(
        self, inputs: Iterable[str], selection: Selection, stdin: IO[bytes] | None = None, outputs: str = ""
    ) -> None:
        self._selection = selection
        self.named: list[Item] = []
        self._streams: list[str] = []
        for word in _words(inputs, stdin):
            if is_records(word):
                self._streams.append(word)
            else:
                self.named += _items(word, selection, stdin, outputs)
        self._taken = TakenNames()
        self.named = [self._settled(item) for item in self.named]

    def _settled(self, item: Item) -> Item:
        """The item with a name that none before it has."""
        if self._selection.clash == "number":
            return replace(item, stem=self._taken.take_free(item.stem, item.id))
        other = self._taken.take(item.stem, item.id)
        if other:
            raise UsageError("output-clash-many", first=other, second=item.id, path=f"{item.stem}.*")
        return item

    @property
    def count(self) -> int | None:
        """How many there are; None where that shows when they are read."""
        return None if self._streams else len(self.named)

    def __iter__(self) -> Iterator[Item]:
        yield from _loaded(self.named)
        for place in self._streams:
            for record in records.read_records(place, self._selection.text_field, self._selection.id_field):
                stem = self._taken.take_free(record.name, record.id)
                yield Item(record.id, record.name + records.SUFFIX, stem, record.source, record.meta)


def _loaded(items: Iterable[Item]) -> Iterator[Item]:
    """The items, those in compressed archives with their bytes: these are read from one end to the other, once."""
    reading: tuple[str, Iterator[tuple[int, bytes]]] = "", iter(())
    for item in items:
        member = item.source
        if not isinstance(member, Member) or not is_packed(member.archive):
            yield item
            continue
        if reading[0] != member.archive:
            reading = member.archive, archives.contents(member.archive)
        data = next((data for offset, data in reading[1] if offset == member.offset), None)
        yield item if data is None else replace(item, source=Record(data))


def _words(inputs: Iterable[str], stdin: IO[bytes] | None) -> Iterator[str]:
    """The inputs, those of lists among them."""
    for word in inputs:
        if not word.startswith(LIST):
            yield word
            continue
        name = word.removeprefix(LIST)
        listed = (stdin.read() if stdin else b"") if name == STREAM else read_input(Path(name))
        yield from (line.strip() for line in listed.decode("utf-8-sig", "replace").splitlines() if line.strip())


def _items(word: str, selection: Selection, stdin: IO[bytes] | None, outputs: str) -> Iterator[Item]:
    if word == STREAM:
        yield Item("<stdin>", "stdin", "stdin", Record(stdin.read() if stdin else b""))
    elif is_archive(word):
        for member in archives.members(word):
            if selection.takes(member.name):
                path = PurePosixPath(member.name)
                yield Item(f"{word}!{member.name}", path.name, archives.safe_path(member.name), member)
    elif is_address(word):
        yield from _stored(word, selection)
    elif os.path.isdir(word):
        yield from _in_folder(Path(word), selection, outputs)
    elif is_pattern(word):
        found = sorted(glob.glob(word, recursive=True))
        if not found:
            raise InputError("input-not-found", path=word)
        yield from (_file(path) for path in found if not os.path.isdir(path))
    else:
        yield _file(word)


def _file(path: str) -> Item:
    return Item(path, path, Path(path).stem, File(path))


def _in_folder(folder: Path, selection: Selection, outputs: str) -> Iterator[Item]:
    """The files in a folder, in the order of their paths; hidden ones and what runs wrote left out."""
    written = identity(outputs) if outputs and not is_address(outputs) else ""
    for root, folders, files in os.walk(folder):
        of_a_run = FOLDER in folders or identity(root) == written
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if of_a_run and Path(root) != folder:
            folders.clear()
            continue
        if of_a_run:
            files = [name for name in files if name != PAGE]
        inside = Path(root).relative_to(folder)
        for name in sorted(files):
            path = (inside / name).as_posix()
            if not name.startswith((".", "~$")) and selection.takes(path):
                yield Item(
                    str(Path(root, name)), name, (inside / Path(name).stem).as_posix(), File(str(Path(root, name)))
                )


def _stored(address: str, selection: Selection) -> Iterator[Item]:
    """What an address of a store stands for: a file, or the files below it."""
    store, path = store_of(address)
    if not has_magic(path) and store.isfile(path):
        yield Item(address, address, PurePosixPath(path).stem, File(address))
        return
    found = store.glob(path) if has_magic(path) else store.find(path)
    if not found:
        raise InputError("input-not-found", path=address)
    root = path.rstrip("/") + "/"
    for each in sorted(found):
        inside = each.removeprefix(root) if each.startswith(root) else PurePosixPath(each).name
        if FOLDER not in PurePosixPath(inside).parts and selection.takes(inside):
            name = store.unstrip_protocol(each)
            yield Item(name, name, archives.safe_path(inside), File(name))
