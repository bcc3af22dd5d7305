"""The journal of a run: what became of every document, so that the next run goes on from there.

A SQLite file beside the outputs. A line is written when a document's outputs have their names; a run that is killed
in between does that document again, and gets the same bytes. What the journal says is believed as far as the files
that it names are still there with the sizes that they had.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from convert.bulk.locks import locked
from convert.bulk.places import size_of
from convert.bulk.tasks import Result, State
from convert.diagnostics import Diagnostic, OutputError, decode_findings, encode_findings

FOLDER = ".triptych"
"""The folder in that of the outputs: the journal, the lock, files that are not finished."""
PAGE = "report.html"
"""The page of a run, beside it."""
_VERSION = 2
_TABLE = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, state TEXT NOT NULL, stamp TEXT NOT NULL, digest TEXT NOT NULL, recipe TEXT NOT NULL,
    outputs TEXT NOT NULL, resources TEXT NOT NULL, diagnostics TEXT NOT NULL, edits INTEGER NOT NULL, seconds REAL NOT NULL,
    run INTEGER NOT NULL
) WITHOUT ROWID
"""
_BATCH = 200  # documents between two commits
PATIENCE = 1.0
"""Seconds between two commits, as long as there is something to keep."""
_WAIT = 5.0  # seconds to wait for another program that reads or writes the file
_REFUSED = frozenset({
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL,
})  # fmt: skip
"""What SQLite says where the system refuses and the file is sound (https://www.sqlite.org/rescode.html)."""


class Made(NamedTuple):
    """An output as it was written: its bytes, and the digest of them."""

    size: int
    digest: str


class Entry(NamedTuple):
    """What the journal says of a document. `stamp`, `digest`: of its input; `recipe`: what it was made with (version, style,
    options); `outputs`: by their places; `resources`: the digests of the files that it named, by their addresses."""

    id: str
    state: State
    stamp: str
    digest: str
    recipe: str
    outputs: dict[str, Made]
    resources: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]
    edits: int
    seconds: float

    def stands(self, recipe: str, targets: Collection[str], size_of: Callable[[str], int] = size_of) -> bool:
        """Whether the outputs are there, in the places where they are to be, made with that recipe. `size_of`: of the file at a place,
        -1 for none."""
        made = self.state == "done" and self.recipe == recipe and set(self.outputs) == set(targets)
        return made and all(size_of(place) == output.size for place, output in self.outputs.items())


class Journal:
    """The journal of an output folder, which one run at a time may have.

    What an earlier version of it wrote is not kept: outputs of an earlier version are made anew. Whatever is asked of it
    raises OutputError: `journal-broken` where the file is damaged or not ours, `journal-unwritable` where the system
    refuses (a full disk, another program that holds the file).

    Raises UsageError (`run-locked`) where another run has it, OutputError (`output-unwritable`, `lock-refused`,
    `journal-newer`) at its beginning.
    """

    def __init__(self, folder: Path) -> None:
        self._home = folder / FOLDER
        self._path = self._home / "journal.db"
        self.parts = self._home / "parts"
        with contextlib.ExitStack() as undone:
            try:
                self.parts.mkdir(parents=True, exist_ok=True)
                self._lock = undone.enter_context(locked(self._home / "lock", folder))
                shutil.rmtree(self.parts)  # what a killed run left
                self.parts.mkdir()
            except OSError as error:
                raise OutputError("output-unwritable", path=self._home, reason=error.strerror or error) from None
            with self._guarded():
                self._file = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)
                undone.callback(self._file.close)
                self._begin()
            undone.pop_all()
        self._pending, self._kept_at = 0, time.monotonic()

    def _begin(self) -> None:
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")
        (version,) = self._file.execute("PRAGMA user_version").fetchone()
        if version > _VERSION:
            raise OutputError("journal-newer", path=self._path)
        if 0 < version < _VERSION:
            self._file.execute("DROP TABLE documents")
        self._file.execute(_TABLE)
        self._file.execute(f"PRAGMA user_version = {_VERSION}")
        (last,) = self._file.execute("SELECT coalesce(max(run), 0) FROM documents").fetchone()
        self._run = last + 1

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.keep()
        except OutputError:
            if error is None:  # the first error is the one to tell
                raise
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
            with contextlib.suppress(OSError):
                self.parts.rmdir()
            self._lock.close()

    def find(self, id: str) -> Entry | None:
        """What it says of a document; None for nothing."""
        with self._guarded():
            row = self._file.execute(f"SELECT {_COLUMNS} FROM documents WHERE id = ?", (id,)).fetchone()
        return self._entry(row) if row else None

    def add(self, result: Result, stamp: str, recipe: str) -> None:
        """Write down how a document went. It is kept at the latest with the 200th document after it, and when the run ends;
        who waits longer than `PATIENCE` calls `keep`."""
        outputs = {place: Made(size_of(place), digest) for place, digest in result.outputs.items()}
        self._write(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            result.id, result.state, stamp, result.digest, recipe, json.dumps(outputs), json.dumps(result.resources),
            encode_findings(result.diagnostics), result.edits, result.seconds, self._run,
        )  # fmt: skip
        self._pending += 1
        self._keep_now_and_then()

    def confirm(self, id: str, stamp: str) -> None:
        """Write down that a document of this run is as it was, though its file may look newer."""
        self._write("UPDATE documents SET stamp = ?, run = ? WHERE id = ?", stamp, self._run, id)
        self._keep_now_and_then()

    def keep(self) -> None:
        """Put what was written down onto the disk."""
        with self._guarded():
            if self._file.in_transaction:
                self._file.execute("COMMIT")
        self._pending, self._kept_at = 0, time.monotonic()

    def entries(self) -> Iterator[Entry]:
        """All that it says, by the documents' ids."""
        return self._selected("")

    def seen(self) -> Iterator[Entry]:
        """What it says of the documents of this run, by their ids."""
        return self._selected(f"WHERE run = {self._run}")

    def _selected(self, which: str) -> Iterator[Entry]:
        with self._guarded():
            rows = self._file.execute(f"SELECT {_COLUMNS} FROM documents {which} ORDER BY id")
            while row := rows.fetchone():
                yield self._entry(row)

    def _write(self, statement: str, *values: object) -> None:
        with self._guarded():
            if not self._file.in_transaction:
                self._file.execute("BEGIN IMMEDIATE")
            self._file.execute(statement, values)

    def _keep_now_and_then(self) -> None:
        if self._pending >= _BATCH or time.monotonic() - self._kept_at > PATIENCE:
            self.keep()

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        id, state, stamp, digest, recipe, outputs, resources, diagnostics, edits, seconds = row
        try:
            return Entry(
                id, state, stamp, digest, recipe,
                {place: Made(*made) for place, made in json.loads(outputs).items()},
                json.loads(resources),
                decode_findings(diagnostics),
                edits, seconds,
            )  # fmt: skip
        except (ValueError, TypeError, AttributeError) as error:
            raise OutputError("journal-broken", path=self._path, reason=error) from None

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Raises OutputError for what SQLite raises, but for what is a mistake of ours."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            refused = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY in _REFUSED
            code = "journal-unwritable" if refused else "journal-broken"
            raise OutputError(code, path=self._path, reason=error) from None


_COLUMNS = "id, state, stamp, digest, recipe, outputs, resources, diagnostics, edits, seconds"
_PRIMARY = 0xFF  # bits of a result code without its details
