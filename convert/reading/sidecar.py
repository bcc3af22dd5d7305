"""Metadata in a file beside the documents: of one document in JSON, TOML or YAML, of several in these or in CSV.

- One: keys with values, as in front matter. They hold for every document that is converted with the file.
- Several: a list of such mappings with the document's file under `file` (文件), a mapping from files to mappings, or a table
  with a column of that name. A row without a file holds for all.

Files are named as they are given, or by their last part, with or without suffix.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from convert.diagnostics import ConvertError, UsageError
from convert.kit.files import read_input
from convert.reading.decoding import strictly_decoded
from convert.reading.yaml import read_yaml

Entries = Mapping[str, object]

SUFFIXES = (".json", ".toml", ".yaml", ".yml", ".csv", ".tsv")
_FILE = frozenset({"file", "filename", "文件", "文件名"})


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Metadata for documents. `shared`: what holds for all; `rows`: that of each, by how its file is named."""

    shared: Entries = field(default_factory=dict)
    rows: Mapping[str, Entries] = field(default_factory=dict)

    def of(self, name: str) -> Entries | None:
        """What it says of the document in the file `name`; None where it has rows, and none of them is that document's."""
        path = PurePath(name)
        row = next((self.rows[key] for key in (name, path.name, path.stem) if key in self.rows), None)
        if row is None and self.rows:
            return None
        return {**self.shared, **(row or {})}


def read_sidecar(path: Path) -> Sidecar:
    """The metadata in a file. Raises UsageError: `meta-file-unreadable`, `meta-file-invalid` with the reason."""
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        stamp = 0
    return _read(path, stamp)


@functools.lru_cache(maxsize=8)
def _read(path: Path, stamp: int) -> Sidecar:
    """Once for all documents; `stamp` is that of the file, which may change in a long run."""
    try:
        text = strictly_decoded(read_input(path))
    except ConvertError as error:
        raise UsageError("meta-file-unreadable", path=path, reason=error.diagnostic.message()) from None
    try:
        return _sorted(_parsed(text, path.suffix.lower()))
    except (ValueError, RecursionError, csv.Error) as error:
        raise UsageError("meta-file-invalid", path=path, reason=" ".join(str(error).split())) from None


def _parsed(text: str, suffix: str) -> object:
    match suffix:
        case ".json":
            return json.loads(text)
        case ".toml":
            return tomllib.loads(text)
        case ".yaml" | ".yml":
            return read_yaml(text)
        case ".csv" | ".tsv":
            return list(_table(text, "\t" if suffix == ".tsv" else ""))
        case _:
            raise ValueError(f"its suffix is none of {', '.join(SUFFIXES)}")


def _table(text: str, delimiter: str) -> Iterable[Entries]:
    """The rows of a table by the names in its first row, empty cells left out. Spreadsheets part cells by `,`, `;` or tabs."""
    head = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = delimiter or max(",;\t", key=head.count)
    for number, row in enumerate(csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter), 2):
        if None in row:
            raise ValueError(f"row {number} has more cells than the first row has names")
        if found := {name.strip(): cell.strip() for name, cell in row.items() if name and cell and cell.strip()}:
            yield found


def _sorted(parsed: object) -> Sidecar:
    match parsed:
        case Mapping() if parsed and all(isinstance(value, Mapping) for value in parsed.values()):
            return Sidecar(rows=parsed)
        case Mapping():
            return Sidecar(shared=parsed)
        case list() if all(isinstance(row, Mapping) for row in parsed):
            return _of_rows(parsed)
        case _:
            raise ValueError("it is neither names with values nor a list of such")


def _of_rows(listed: Iterable[Entries]) -> Sidecar:
    shared: dict[str, object] = {}
    rows: dict[str, Entries] = {}
    for row in listed:
        file = next((str(value) for name, value in row.items() if name.strip().lower() in _FILE), "")
        entries = {name: value for name, value in row.items() if name.strip().lower() not in _FILE}
        if not file:
            shared |= entries
        elif file in rows:
            raise ValueError(f"{file} has two rows")
        else:
            rows[file] = entries
    return Sidecar(shared, rows)
