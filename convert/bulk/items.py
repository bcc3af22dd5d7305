"""The documents that an input stands for: a file for itself, a folder for the files in it, an archive for its members, a file
of records for its texts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO

from convert.bulk import archives, containers, records
from convert.bulk.folders import walked
from convert.bulk.journal import FOLDER
from convert.bulk.kinds import Selection, is_packed, is_records, kind_of
from convert.bulk.names import TakenNames, legible, own_name, safe_name
from convert.bulk.places import join, same_place
from convert.bulk.sources import File, Member, Record, Source, Unreadable
from convert.bulk.spool import Spool
from convert.bulk.stores import listed
from convert.bulk.words import expanded
from convert.diagnostics import InputError, UsageError
from convert.formats import OUTPUTS
from convert.kit.files import read_stream
from convert.kit.limits import USUAL, Limits


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
    at once, if they do not get numbers; records are given as they are read, and get free names. What cannot be had (a record that is none,
    the rest of a damaged archive, a folder that is closed, an input that stands for nothing) is a document that fails: see
    `Unreadable`. `stdin`: what `-` and `@-` read; `outputs`: the folder that the outputs go into, which is no input though it lies in one.

    `limits`: how large one of them may be; `roots`: folders that links in a folder may lead into, besides that folder.

    `named`: all but the records. Memory does not grow with their number.

    Raises InputError where there is nothing else, UsageError (`output-clash-many`).
    """

    def __init__(
        self,
        inputs: Iterable[str],
        selection: Selection,
        stdin: IO[bytes] | None = None,
        outputs: str = "",
        limits: Limits = USUAL,
        roots: Sequence[Path] = (),
    ) -> None:
        self._selection, self._stdin, self._outputs = selection, stdin, outputs
        self._limits, self._roots = limits, roots
        self._taken = TakenNames()
        self.named: Spool[Item] = Spool()
        self._streams: list[str] = []
        for word in expanded(inputs, stdin):
            if kind_of(word) == "records":
                self._streams.append(word)
                continue
            for item in _tried(word, self._items(word)):
                if isinstance(item.source, File) and is_records(item.source.place):
                    self._streams.append(item.source.place)  # which a pattern of a store stands for
                else:
                    self.named.append(self._settled(item))
        if len(self.named) == 1 and not self._streams:
            (only,) = self.named
            if isinstance(only.source, Unreadable):
                raise only.source.error

    def check_outputs(self, folder: str, formats: Iterable[str]) -> None:
        """Raises UsageError (`output-is-input`) where an output in a folder would take the place of an input."""
        wanted = [*formats]
        suffixes = tuple(OUTPUTS[format].suffix for format in wanted)
        places = (item.source.place for item in self.named if isinstance(item.source, File))
        inputs = {same_place(place) for place in places if place.lower().endswith(suffixes)}
        targets = (item.target(folder, format) for item in self.named if inputs for format in wanted)
        for target in targets:
            if same_place(target) in inputs:
                raise UsageError("output-is-input", path=target)

    def _settled(self, item: Item) -> Item:
        """The item with a name that none before it has."""
        if isinstance(item.source, Unreadable):
            return item  # which has no outputs
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
            yield from _tried(place, self._records(place))

    def _records(self, place: str) -> Iterator[Item]:
        for record in records.read_records(place, self._selection.text_field, self._selection.id_field, self._limits):
            unread = isinstance(record.source, Unreadable)
            stem = record.name if unread else self._taken.take_free(record.name, record.id)
            yield Item(record.id, record.name + records.SUFFIX, stem, record.source, record.meta)

    def _items(self, word: str) -> Iterator[Item]:
        match kind_of(word):
            case "stream":
                yield Item(
                    "<stdin>", "stdin", "stdin", Record(read_stream(self._stdin, self._limits) if self._stdin else b"")
                )
            case "archive":
                yield from self._in_archive(word)
            case "address":
                yield from self._stored(word)
            case "folder":
                for path, inside, error in walked(word, self._selection, self._outputs, self._roots):
                    yield _unreadable(path, error) if error else _file(path, inside)
            case "pattern":  # that nothing matches
                raise InputError("input-not-found", path=legible(word))
            case _:
                yield _file(word, os.path.basename(word))

    def _in_archive(self, place: str) -> Iterator[Item]:
        """The files in an archive; the second of one name is called `name#2`."""
        seen: dict[str, int] = {}
        for name, source in archives.members(place, self._limits):
            if self._selection.takes(name):
                seen[name] = seen.get(name, 0) + 1
                id = f"{legible(place)}!{name}" + (f"#{seen[name]}" if seen[name] > 1 else "")
                yield Item(id, PurePosixPath(name).name, archives.safe_path(name), source)

    def _stored(self, address: str) -> Iterator[Item]:
        """The files of a store; those that a pattern names, too, may be archives or files of records."""
        for place, inside, mark in listed(address, self._outputs):
            match kind_of(place):
                case "archive" if place != address:
                    yield from _tried(place, self._in_archive(place))
                case "records":
                    yield Item(place, place, "", File(place, mark))
                case _ if place == address or (FOLDER not in inside.split("/") and self._selection.takes(inside)):
                    name = PurePosixPath(inside).name
                    yield Item(legible(place), legible(name), archives.safe_path(inside), File(place, mark))


def _tried(word: str, items: Iterator[Item]) -> Iterator[Item]:
    """The items of an input, and one for what cannot be had of it."""
    some = False
    try:
        for item in items:
            some = True
            yield item
        if not some:
            raise InputError("nothing-found", path=legible(word))
    except InputError as error:
        yield _unreadable(word, error)


def _unreadable(place: str, error: InputError) -> Item:
    return Item(legible(place), legible(place), safe_name(place), Unreadable(error))


def _loaded(items: Iterable[Item]) -> Iterator[Item]:
    """The items, those in compressed archives with their bytes: these are read from one end to the other, once, and not by
    each process."""
    for item in items:
        member = item.source
        if not isinstance(member, Member) or not is_packed(member.archive):
            yield item
            continue
        try:
            yield replace(item, source=Record(member.read(), member.folder))
        except InputError as error:
            yield replace(item, source=Unreadable(error))
    containers.release()


def _file(path: str, inside: str) -> Item:
    """A file, its outputs named after it: `inside` is their path with suffix, `/` between its parts."""
    stem = "/".join(map(own_name, legible(os.path.splitext(inside)[0]).split("/")))
    return Item(legible(path), legible(os.path.basename(path)), stem, File(path))
