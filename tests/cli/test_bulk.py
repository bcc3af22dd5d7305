from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from convert import pipeline
from convert.bulk.run import Bulk
from convert.cli import bulk
from convert.cli.progress import Display
from tests.bulk.inline import Inline
from tests.cli.running import triptych

TEXT = "本市各单位要认真落实安全生产责任，防范各类事故发生。"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two files, whose documents are converted in this process."""

    @contextlib.contextmanager
    def workers(_: Bulk) -> Iterator[Inline]:
        yield Inline()

    monkeypatch.setattr(bulk, "make_workers", workers)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"in/{name}.txt").write_text(TEXT, "utf-8")
    return tmp_path


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").iterdir() if path.suffix == ".json")


def test_every_document_is_told_of_once(folder: Path) -> None:
    ran = triptych("convert", "in", "-t", "json", "--meta", "title=会议")
    assert ran.code == 0
    lines = ran.err.splitlines()
    assert lines[:2] == ["in/a.txt → out/a.json", "in/b.txt → out/b.json"]
    assert lines[2].startswith("converted: 2, unchanged: 0, failed: 0")
    assert lines[3] == "report: out/report.html"
    again = triptych("convert", "in", "-t", "json", "--meta", "title=会议", "-v")
    assert "in/a.txt: unchanged" in again.err and "converted: 0, unchanged: 2" in again.err
    assert "→" in triptych("convert", "in", "-t", "json", "--meta", "title=会议", "--force").err


def test_failures_are_told_and_counted(folder: Path) -> None:
    (folder / "in/c.json").write_text("{", "utf-8")
    ran = triptych("convert", "in", "in/c.json", "-t", "json", "-q")
    assert ran.code == 1
    assert "in/c.json: error[json-invalid]" in ran.err
    assert written(folder) == ["a.json", "b.json"]
    assert "json-invalid" in (folder / "out/report.html").read_text("utf-8")


def test_json_lines_say_what_happened(folder: Path) -> None:
    ran = triptych("convert", "in", "absent.txt", "-t", "json", "--json", "-qq", env={"LANG": "zh_CN"})
    one, _, bad = map(json.loads, ran.out.splitlines())
    assert ran.code == 1 and ran.err == ""
    assert (one["input"], one["state"], one["outputs"]) == ("in/a.txt", "done", [str(Path("out/a.json"))])
    assert [d["code"] for d in one["diagnostics"]] == ["title-missing"]
    assert (bad["ok"], bad["state"]) == (False, "failed")
    assert bad["diagnostics"][0]["message"] == "找不到文件 absent.txt"


def test_warnings_count_where_they_are_to(folder: Path) -> None:
    assert triptych("convert", "in", "-t", "json", "-q", "--strict").code == 3
    assert triptych("convert", "in", "-t", "json", "-q", "--strict", "--meta", "title=会议").code == 0


def test_a_bug_in_one_document_spares_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_document = pipeline.read_document

    def read(source: bytes, name: str, *rest: object) -> object:
        if name == "a.txt":
            raise ZeroDivisionError
        return read_document(source, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_document", read)
    ran = triptych("convert", "in", "-t", "json", "-q")
    assert ran.code == 1 and "Traceback" not in ran.err
    assert written(folder) == ["b.json"]


def test_an_interruption_keeps_what_is_finished(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_document = pipeline.read_document

    def read(source: bytes, name: str, *rest: object) -> object:
        if name == "b.txt":
            raise KeyboardInterrupt
        return read_document(source, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_document", read)
    ran = triptych("convert", "in", "-t", "json", "-q")
    assert (ran.code, ran.err) == (130, "interrupted\n")
    assert written(folder) == ["a.json"]


def test_an_interruption_says_how_far_it_came(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_report(*_: object) -> bytes:
        raise AssertionError("the page of a run that did not end")

    def count(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bulk, "write_report", write_report)
    monkeypatch.setattr(Display, "count", count)
    ran = triptych("convert", "in", "-t", "json")
    assert ran.code == 130
    assert [line.split(",")[0] for line in ran.err.splitlines()[-2:]] == ["converted: 1", "interrupted"]


def test_a_journal_that_cannot_be_written_stops_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from convert.bulk.journal import Journal

    add = Journal.add

    def full(journal: Journal, *rest: object) -> None:
        journal._file.execute("PRAGMA query_only = ON")
        add(journal, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "add", full)
    ran = triptych("convert", "in", "-t", "json", "-q")
    assert (
        ran.code == 1 and "error[journal-unwritable] the journal out/.triptych/journal.db cannot be written" in ran.err
    )
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert triptych("convert", "in", "-t", "json", "-q", "-j", "1").code == 0


def test_an_input_is_never_overwritten(folder: Path) -> None:
    (folder / "in/c.json").write_text("{}", "utf-8")
    ran = triptych("convert", "in/a.txt", "in/c.json", "-t", "json", "-O", "in")
    assert ran.code == 2
    assert "in/c.json is the input itself" in ran.err
    assert not (folder / "in/a.json").exists()


def test_two_runs_do_not_share_a_folder(folder: Path) -> None:
    from convert.bulk.journal import Journal

    with Journal(folder / "out"):
        ran = triptych("convert", "in", "-t", "json")
    assert ran.code == 2
    assert "error[run-locked] another run is writing into out" in ran.err


def test_lists_come_from_standard_input(folder: Path) -> None:
    assert triptych("convert", "@-", "-t", "json", "-q", stdin=b"in/b.txt\n").code == 0
    assert written(folder) == ["b.json"]
