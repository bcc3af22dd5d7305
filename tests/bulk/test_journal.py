from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from pathlib import Path

import pytest

from convert.bulk.journal import Journal
from convert.bulk.tasks import Result
from convert.diagnostics import ConvertError, OutputError, UsageError, diagnostic


def result(folder: Path, name: str = "a", size: int = 3) -> Result:
    place = folder / f"{name}.pdf"
    place.write_bytes(b"x" * size)
    return Result(name, "done", "digest", {str(place): "hash"}, (diagnostic("title-missing", name="a"),), 0.25, 2)


def test_it_remembers(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add(result(tmp_path), "3:1", "recipe")
    with Journal(tmp_path) as journal:
        entry = journal.find("a")
        assert entry and journal.find("b") is None
        assert (entry.state, entry.stamp, entry.digest, entry.seconds, entry.edits) == (
            "done",
            "3:1",
            "digest",
            0.25,
            2,
        )
        assert [found.code for found in entry.diagnostics] == ["title-missing"]
        assert [each.id for each in journal.entries()] == ["a"]


def test_it_is_believed_as_far_as_the_files_are_there(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        made = result(tmp_path)
        journal.add(made, "3:1", "recipe")
        entry = journal.find("a")
        (place,) = map(Path, made.outputs)
        assert entry and entry.stands("recipe", made.outputs) and not entry.stands("other", made.outputs)
        assert not entry.stands("recipe", [str(place.with_name("b.pdf"))])
        place.write_bytes(b"longer")
        assert not entry.stands("recipe", made.outputs)
        place.unlink()
        assert not entry.stands("recipe", made.outputs)


def test_a_folder_belongs_to_one_run(tmp_path: Path) -> None:
    with Journal(tmp_path), pytest.raises(UsageError) as caught:
        Journal(tmp_path)
    assert caught.value.diagnostic.code == "run-locked"
    Journal(tmp_path).__exit__(None, None, None)


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        parts = journal.parts
    parts.mkdir()
    (parts / ".a.pdf.part").write_bytes(b"half")
    with Journal(tmp_path) as journal:
        assert list(journal.parts.iterdir()) == []
    assert not parts.exists()


def damage(tmp_path: Path, kind: str) -> Path:
    with Journal(tmp_path) as journal:
        for number in range(200):
            journal.add(result(tmp_path, f"{number:03d}"), "3:1", "recipe")
    path = tmp_path / ".triptych/journal.db"
    match kind:
        case "text":
            path.write_bytes(b"no database" * 500)
        case "page":
            data = bytearray(path.read_bytes())
            data[8192:16384] = b"\xff" * 8192
            path.write_bytes(data)
        case _:
            with contextlib.closing(sqlite3.connect(path)) as file:
                file.executescript(kind)
    return path


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("text", "journal-broken"),
        ("page", "journal-broken"),
        ("DROP TABLE documents; CREATE TABLE documents (id TEXT, run INTEGER);", "journal-broken"),
        ("UPDATE documents SET outputs = 'no JSON';", "journal-broken"),
        ("UPDATE documents SET outputs = '[]';", "journal-broken"),
        ("UPDATE documents SET diagnostics = '{}';", "journal-broken"),
        ("PRAGMA user_version = 99;", "journal-newer"),
    ],
)
def test_a_journal_that_cannot_be_used_is_told(tmp_path: Path, kind: str, code: str) -> None:
    path = damage(tmp_path, kind)
    before = path.read_bytes()
    with pytest.raises(OutputError) as caught:
        find_all(tmp_path)
    assert caught.value.diagnostic.code == code and str(path) in caught.value.diagnostic.message()
    if code == "journal-newer":
        assert path.read_bytes() == before
    path.unlink()
    with Journal(tmp_path) as journal:  # the lock was given back
        assert journal.find("000") is None


def find_all(folder: Path) -> None:
    with Journal(folder) as journal:
        for number in range(200):
            journal.find(f"{number:03d}")


def test_a_journal_of_an_earlier_version_is_begun_anew(tmp_path: Path) -> None:
    damage(tmp_path, "DROP TABLE documents; CREATE TABLE documents (id TEXT, run INTEGER); PRAGMA user_version = 1;")
    with Journal(tmp_path) as journal:
        assert journal.find("000") is None
        journal.add(result(tmp_path), "3:1", "recipe")
        assert journal.find("a")


@pytest.mark.parametrize("statement", ["PRAGMA max_page_count = 1", "PRAGMA query_only = ON"])
def test_a_disk_that_refuses_is_told(tmp_path: Path, statement: str) -> None:
    with Journal(tmp_path) as journal:
        journal._file.execute(statement)  # as SQLite says it of a full disk, and of a file that may only be read
        with pytest.raises(OutputError) as caught:
            journal.add(result(tmp_path, size=3), "3:1", "x" * 10_000)
    assert caught.value.diagnostic.code == "journal-unwritable"


def test_another_program_that_holds_the_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.bulk.journal._WAIT", 0.1)
    with Journal(tmp_path) as journal:
        with contextlib.closing(sqlite3.connect(tmp_path / ".triptych/journal.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(OutputError, match="locked") as caught:
                journal.add(result(tmp_path), "3:1", "recipe")
        assert caught.value.diagnostic.code == "journal-unwritable"


def test_what_cannot_be_kept_at_the_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = OutputError("journal-unwritable", path="x", reason="disk full")

    def keep(_: Journal) -> None:
        raise refused

    for raised, expected in ((None, refused), (KeyboardInterrupt(), KeyboardInterrupt())):
        with pytest.raises(type(expected)), Journal(tmp_path) as journal:  # noqa: PT012 - the end of the block is tested
            journal.add(result(tmp_path), "3:1", "recipe")
            monkeypatch.setattr(Journal, "keep", keep)
            if raised:
                raise raised
        monkeypatch.undo()


def test_a_folder_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OutputError) as caught:
        Journal(tmp_path)
    assert caught.value.diagnostic.code == "lock-refused"


def test_it_knows_what_this_run_has_seen(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        for name in "abc":
            journal.add(result(tmp_path, name), "3:1", "recipe")
    with Journal(tmp_path) as journal:
        journal.confirm("b", "3:2")
        journal.add(result(tmp_path, "d"), "3:1", "recipe")
        assert [entry.id for entry in journal.seen()] == ["b", "d"]
        assert [entry.id for entry in journal.entries()] == ["a", "b", "c", "d"]
        found = journal.find("b")
        assert found and found.stamp == "3:2"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConvertError) as caught:
        Journal(tmp_path / "file")
    assert caught.value.diagnostic.code == "output-unwritable"
