from __future__ import annotations

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


@pytest.mark.parametrize("damage", ["text", "version"])
def test_a_journal_that_cannot_be_used_is_told(tmp_path: Path, damage: str) -> None:
    Journal(tmp_path).__exit__(None, None, None)
    path = tmp_path / ".triptych/journal.db"
    if damage == "text":
        path.write_bytes(b"no database" * 500)
    else:
        with sqlite3.connect(path) as file:
            file.execute("PRAGMA user_version = 99")
    with pytest.raises(OutputError) as caught:
        Journal(tmp_path)
    assert caught.value.diagnostic.code == "journal-broken"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConvertError) as caught:
        Journal(tmp_path / "file")
    assert caught.value.diagnostic.code == "output-unwritable"
