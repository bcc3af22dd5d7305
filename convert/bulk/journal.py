"""The journal of a run: what became of every document, so that the next run goes on from there.

A SQLite file beside the outputs. A line is written when a document's outputs have their names; a run that is killed
in between does that document again, and gets the same bytes. What the journal says is believed as far as the files
that it names are still there with the sizes that they had.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

from convert.bulk.places import size_of
from convert.bulk.tasks import Result, State
from convert.diagnostics import Diagnostic, OutputError, UsageError, decode_findings, encode_findings

FOLDER = ".triptych"
"""The folder in that of the outputs: the journal, the lock, files that are not finished."""
PAGE = "report.html"
"""The page of a run, beside it."""
_VERSION = 1
_TABLE = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, state TEXT NOT NULL, stamp TEXT NOT NULL, digest TEXT NOT NULL, recipe TEXT NOT NULL,
    outputs TEXT NOT NULL, diagnostics TEXT NOT NULL, edits INTEGER NOT NULL, seconds REAL NOT NULL, run INTEGER NOT NULL
) WITHOUT ROWID
"""
_BATCH = 200  # lines between two commits
_PATIENCE = 1.0  # seconds between two commits, as long as there is something to keep


class Entry(NamedTuple):
    """What the journal says of a document. `stamp`, `digest`: of its input; `recipe`: what it was made with (version, style,
    options); `outputs`: the size of each output by its place."""

    id: str
    state: State
    stamp: str
    digest: str
    recipe: str
    outputs: dict[str, int]
    diagnostics: tuple[Diagnostic, ...]
    edits: int
    seconds: float

    def stands(self, recipe: str, targets: Collection[str]) -> bool:
        """Whether the outputs are there, in the places where they are to be, made with that recipe."""
        made = self.state == "done" and self.recipe == recipe and set(self.outputs) == set(targets)
        return made and all(size_of(place) == size for place, size in self.outputs.items())


class Journal:
    """The journal of an output folder, which one run at a time may have.

    Raises UsageError (`run-locked`) where another run has it, OutputError (`output-unwritable`, `journal-broken`).
    """

    def __init__(self, folder: Path) -> None:
        self._home = folder / FOLDER
        self.parts = self._home / "parts"
        try:
            self.parts.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(self._home / "lock", folder)
            shutil.rmtree(self.parts)  # what a killed run left
            self.parts.mkdir()
        except OSError as error:
            raise OutputError("output-unwritable", path=self._home, reason=error.strerror or error) from None
        try:
            self._file = sqlite3.connect(self._home / "journal.db", isolation_level=None)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = FULL")
            self._begin()
        except sqlite3.Error as error:
            self._lock.close()
            raise OutputError("journal-broken", path=self._home / "journal.db", reason=error) from None
        self._pending, self._kept_at = 0, time.monotonic()

    def _begin(self) -> None:
        (version,) = self._file.execute("PRAGMA user_version").fetchone()
        if version not in (0, _VERSION):
            raise sqlite3.DatabaseError(f"version {version}")
        self._file.execute(_TABLE)
        self._file.execute(f"PRAGMA user_version = {_VERSION}")
        (last,) = self._file.execute("SELECT coalesce(max(run), 0) FROM documents").fetchone()
        self._run = last + 1

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(sqlite3.Error):
            self.keep()
        self._file.close()
        with contextlib.suppress(OSError):
            self.parts.rmdir()
        self._lock.close()

    def find(self, id: str) -> Entry | None:
        """What it says of a document; None for nothing."""
        row = self._file.execute(f"SELECT {_COLUMNS} FROM documents WHERE id = ?", (id,)).fetchone()
        return _entry(row) if row else None

    def add(self, result: Result, stamp: str, recipe: str) -> None:
        """Write down how a document went. It is kept at the latest a second, or 200 documents, later, and when the run ends."""
        if not self._pending:
            self._file.execute("BEGIN")
        sizes = {place: size_of(place) for place in result.outputs}
        self._file.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                result.id, result.state, stamp, result.digest, recipe, json.dumps(sizes),
                encode_findings(result.diagnostics), result.edits, result.seconds, self._run,
            ),
        )  # fmt: skip
        self._pending += 1
        if self._pending >= _BATCH or time.monotonic() - self._kept_at > _PATIENCE:
            self.keep()

    def restamp(self, id: str, stamp: str) -> None:
        """Write down that a document is as it was, though its file looks newer."""
        self._file.execute("UPDATE documents SET stamp = ?, run = ? WHERE id = ?", (stamp, self._run, id))

    def keep(self) -> None:
        """Put what was written down onto the disk."""
        if self._pending:
            self._file.execute("COMMIT")
        self._pending, self._kept_at = 0, time.monotonic()

    def entries(self) -> Iterator[Entry]:
        """All that it says, by the documents' ids."""
        return map(_entry, self._file.execute(f"SELECT {_COLUMNS} FROM documents ORDER BY id"))


_COLUMNS = "id, state, stamp, digest, recipe, outputs, diagnostics, edits, seconds"


def _entry(row: tuple[str, State, str, str, str, str, str, int, float]) -> Entry:
    id, state, stamp, digest, recipe, outputs, diagnostics, edits, seconds = row
    return Entry(
        id, state, stamp, digest, recipe,
        json.loads(outputs),
        decode_findings(diagnostics),
        edits, seconds,
    )  # fmt: skip


def _locked(path: Path, folder: Path) -> IO[bytes]:
    """The lock of a folder. The system gives it back when this process ends, however it ends."""
    file = path.open("a+b")
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise UsageError("run-locked", folder=folder) from None
    return file
