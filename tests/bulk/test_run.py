from __future__ import annotations

import contextlib
import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from convert import pipeline
from convert.bulk.items import Item, Items
from convert.bulk.journal import Journal
from convert.bulk.kinds import Selection
from convert.bulk.run import Bulk, run
from convert.bulk.tasks import Result
from convert.bulk.workers import CallOverdueError, WorkerLostError
from convert.config import Options
from convert.diagnostics import ConvertError, StyleError
from convert.kit.limits import Limits
from tests.bulk.corpus import outputs, write_reports
from tests.bulk.inline import Inline
from tests.bulk.poison import poison
from tests.cli.running import triptych

OPTIONS = Options(fonts="bundled")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 6)
    return tmp_path


def results(
    *inputs: str, executor: Inline | None = None, options: Options = OPTIONS, ships: bool = False, **more: object
) -> dict[str, Result]:
    bulk = Bulk(**{"formats": ("json",), **more})  # type: ignore[arg-type]
    with Journal(Path(bulk.folder)) as journal:
        found = run(Items(inputs or ("in",), Selection()), options, bulk, journal, executor or Inline(), ships=ships)
        return {Path(result.id).name: result for result in found}


def states(*inputs: str, **more: object) -> set[str]:
    return {result.state for result in results(*inputs, **more).values()}  # type: ignore[arg-type]


def test_what_is_done_is_not_done_again(folder: Path) -> None:
    assert states() == {"done"}
    first = outputs(folder / "out")
    assert len(first) == 6
    assert states() == {"unchanged"}
    assert states(force=True) == {"done"}
    assert outputs(folder / "out") == first


def test_what_has_changed_is(folder: Path) -> None:
    results()
    (folder / "in/0001.txt").write_text("另一篇报告。", "utf-8")
    (folder / "out/0002.json").unlink()
    os.utime(folder / "in/0003.txt", (1, 1))  # looks newer, and says the same
    again = {name: result.state for name, result in results().items() if result.state == "done"}
    assert set(again) == {"0001.txt", "0002.txt"}
    executor = Inline()
    assert states(executor=executor) == {"unchanged"} and not executor.calls
    codes = {name: [found.code for found in result.diagnostics] for name, result in results().items()}
    os.utime(folder / "in/0004.txt", (2, 2))
    assert {name: [found.code for found in result.diagnostics] for name, result in results().items()} == codes


DOT = b"GIF89a\1\0\1\0\x80\0\0%s\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def test_pictures_beside_a_document_decide_too(folder: Path) -> None:
    (folder / "in/shown.md").write_text("# 甲\n\n![图](dot.gif)\n", "utf-8")
    (folder / "in/asked.md").write_text("# 乙\n\n![图](later.gif)\n", "utf-8")
    (folder / "in/dot.gif").write_bytes(DOT % b"\0\0\0")
    first = results()
    assert first["shown.md"].resources.keys() == {"dot.gif"} and first["asked.md"].resources == {"later.gif": ""}
    assert "image-missing" in [found.code for found in first["asked.md"].diagnostics]

    def again() -> set[str]:
        return {name for name, result in results().items() if result.state == "done"}

    assert again() == set()
    (folder / "in/dot.gif").write_bytes(DOT % b"\1\0\0")
    assert again() == {"shown.md"}
    (folder / "in/later.gif").write_bytes(DOT % b"\0\0\0")
    assert again() == {"asked.md"}
    (folder / "in/dot.gif").unlink()
    assert again() == {"shown.md"}
    assert again() == set()


def test_what_the_file_of_metadata_says_of_a_document_decides_about_that_one(folder: Path) -> None:
    options = Options(fonts="bundled", meta_file=folder / "meta.csv")

    def written(*rows: str) -> set[str]:
        (folder / "meta.csv").write_text("\n".join(("file,number", *rows)), "utf-8")
        os.utime(folder / "meta.csv", ns=(0, next(moments)))
        return {name for name, result in results(options=options).items() if result.state == "done"}

    moments = iter(range(10**9, 10**12, 10**9))
    assert len(written("0001.txt,甲〔2025〕1号", "0002.txt,甲〔2025〕2号")) == 6
    assert written("0001.txt,甲〔2025〕1号", "0002.txt,甲〔2025〕3号") == {"0002.txt"}
    assert written("0001.txt,甲〔2025〕1号", "0002.txt,甲〔2025〕3号", "0003.txt,甲〔2025〕4号") == {"0003.txt"}


def test_what_is_as_it_was_has_its_outputs_and_is_in_the_page(folder: Path) -> None:
    first = {name: result.outputs for name, result in results().items()}
    assert {name: result.outputs for name, result in results("in/0001.txt", "in/0002.txt").items()} == {
        name: first[name] for name in ("0001.txt", "0002.txt")
    }
    with Journal(folder / "out") as journal:
        list(run(Items(["in/0001.txt", "in/0003.txt"], Selection()), OPTIONS, Bulk(("json",)), journal, Inline()))
        assert [Path(entry.id).name for entry in journal.seen()] == ["0001.txt", "0003.txt"]


def test_what_is_done_is_kept_while_the_next_one_takes_its_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.bulk.run.PATIENCE", 0.05)
    kept: list[str] = []

    class Slow(Inline):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            future = super().submit(fn, *args, **kwargs)
            if not args[0].id.endswith("0005.txt"):
                return future
            late: Future[object] = Future()
            threading.Timer(0.5, lambda: late.set_result(future.result())).start()
            return late

    keep = Journal.keep

    def note(journal: Journal) -> None:
        keep(journal)
        kept.append("kept")

    monkeypatch.setattr(Journal, "keep", note)
    assert {result.state for result in results(executor=Slow()).values()} == {"done"}
    assert len(kept) > 3


def test_many_that_bring_their_workers_down_do_not_pile_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.bulk.run._MOST_LOST", 2)
    found = results(executor=Inline(*[WorkerLostError("SIGKILL")] * 2))
    assert {result.state for result in found.values()} == {"done"}
    assert list(found) != sorted(found)[2:] + sorted(found)[:2]  # those two did not wait for the end


def test_a_run_over_the_folder_of_its_outputs_ends(folder: Path) -> None:
    for _ in range(2):
        assert triptych("convert", "in", "-O", "in/out", "-t", "docx", "--fonts", "bundled", "-q").code == 0
    assert len(outputs(folder / "in/out")) == 6


def test_another_style_or_format_is_another_recipe(folder: Path) -> None:
    results()
    assert states(options=Options(fonts="bundled", meta=("issuer=某厅",))) == {"done"}


def test_outputs_that_are_to_be_elsewhere_are_made_there(folder: Path) -> None:
    results("in")
    again = results("in/0001.txt", folder="out/more")
    assert again["0001.txt"].state == "done" and (folder / "out/more/0001.json").is_file()
    (folder / "in/0001.md").write_text("同名的另一篇。", "utf-8")
    with Journal(folder / "out") as journal:
        items = Items(["in"], Selection(clash="number"))
        found = list(run(items, OPTIONS, Bulk(("json",)), journal, Inline()))
    assert sum(result.state == "done" for result in found) == 2
    assert len({place for entry in outputs(folder / "out") for place in [entry]}) == 8


def test_what_changes_while_it_is_converted_is_converted_again(folder: Path) -> None:
    class Slow(Inline):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            future = super().submit(fn, *args, **kwargs)
            if args[0].id.endswith("0003.txt"):
                (folder / "in/0003.txt").write_text("改过的报告。", "utf-8")
            return future

    results(executor=Slow())
    assert {name for name, result in results().items() if result.state == "done"} == {"0003.txt"}


def test_other_metadata_of_a_record_is_another_recipe(folder: Path) -> None:
    for number in ("1", "2"):
        (folder / "r.jsonl").write_text(
            f'{{"id": "一", "text": "正文。", "number": "甲〔2025〕{number}号"}}\n', "utf-8"
        )
        assert states("r.jsonl") == {"done"}
    assert "甲〔2025〕2号" in (folder / "out/一.json").read_text("utf-8")


def test_the_fields_of_records_are_metadata(folder: Path) -> None:
    (folder / "r.jsonl").write_text('{"id": "一", "text": "正文。", "number": "甲〔2025〕1号"}\n', "utf-8")
    results("r.jsonl")
    assert '"number": "甲〔2025〕1号"' in (folder / "out/一.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "code"), [(WorkerLostError("SIGSEGV"), "worker-lost"), (CallOverdueError(3), "time-exceeded")]
)
def test_who_brings_the_worker_down_is_tried_again_alone(folder: Path, error: Exception, code: str) -> None:
    assert states(executor=Inline(error)) == {"done"}

    class Deadly(Inline):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            self.lost = [error] if args[0].id.endswith("0003.txt") else []
            return super().submit(fn, *args, **kwargs)

    executor = Deadly()
    found = results(executor=executor, force=True)
    assert [name for name, result in found.items() if result.state == "failed"] == ["0003.txt"]
    assert [each.code for each in found["0003.txt"].diagnostics] == [code]
    assert [Path(task.id).name for task in executor.calls].count("0003.txt") == 2  # type: ignore[attr-defined]
    assert Path(executor.calls[-1].id).name == "0003.txt"  # type: ignore[attr-defined]


def test_a_bug_or_too_little_memory_fails_one_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_document = pipeline.read_document

    def read(source: bytes, name: str, *rest: object) -> object:
        if name == "0001.txt":
            raise ZeroDivisionError
        if name == "0002.txt":
            raise MemoryError
        return read_document(source, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_document", read)
    found = {name: r.diagnostics[-1].code for name, r in results().items() if r.state == "failed"}
    assert found == {"0001.txt": "internal-error", "0002.txt": "memory-exceeded"}


def test_wrong_settings_are_wrong_for_all(folder: Path) -> None:
    with pytest.raises(StyleError):
        results(options=Options(style="nosuch"))


def test_outputs_can_come_back_to_be_written_here(folder: Path) -> None:
    results()
    results(ships=True, folder="shipped")
    assert outputs(folder / "shipped") == outputs(folder / "out")


def test_what_is_sent_is_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.bulk.run._MOST_HELD", 1)
    most = 0

    class Late(ThreadPoolExecutor):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            nonlocal most
            most = max(most, self._work_queue.qsize())
            return super().submit(fn, *args, **kwargs)

    with Late(1) as threads:
        found = list(run(Items(["in"], Selection()), OPTIONS, Bulk(("json",), jobs=4), executor=threads, ships=True))
    assert {result.state for result in found} == {"done"} and most == 0
    (folder / "in/0000.txt").write_text("长" * 400_000, "utf-8")
    sent = results(ships=True, folder="small", options=Options(fonts="bundled", limits=Limits(input_mb=1)))
    assert [name for name, result in sent.items() if result.state == "failed"] == ["0000.txt"]
    assert sent["0000.txt"].diagnostics[0].code == "limit-exceeded" and not sent["0000.txt"].digest


def test_any_executor_will_do(folder: Path) -> None:
    results()
    bulk = Bulk(("json",), "threads", 2)
    with ThreadPoolExecutor(2) as threads:
        found = list(run(Items(["in"], Selection()), OPTIONS, bulk, executor=threads))
    assert {result.state for result in found} == {"done"}
    assert outputs(folder / "threads") == outputs(folder / "out")


def test_documents_are_asked_for_as_they_are_needed(folder: Path) -> None:
    given = 0

    def items() -> Iterator[object]:
        nonlocal given
        for item in Items(["in"], Selection()):
            given += 1
            yield item

    first = next(run(items(), OPTIONS, Bulk(("json",)), executor=Inline()))  # type: ignore[arg-type]
    assert first.state == "done" and given == 4


# --- faults ----------------------------------------------------------------------------------------------------------


def test_a_full_disk_leaves_nothing_half_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results(folder="whole")
    fsync, room = os.fsync, iter([True, True, False])

    def full(handle: int) -> None:
        if not next(room, True):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    found = results()
    monkeypatch.undo()
    failed = [name for name, result in found.items() if result.state == "failed"]
    assert len(failed) == 1 and found[failed[0]].diagnostics[-1].code == "output-unwritable"
    assert len(outputs(folder / "out")) == 5
    os.chdir(folder)
    assert {n for n, r in results().items() if r.state == "done"} == set(failed)
    assert outputs(folder / "out") == outputs(folder / "whole")


def test_files_reach_the_disk_before_their_names_and_the_journal_last(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    fsync, replace, add = os.fsync, os.replace, Journal.add

    def synced(handle: int) -> None:
        told.append("fsync")
        fsync(handle)

    def renamed(source: str, target: Path) -> None:
        told.append(f"rename {target.name}")
        replace(source, target)

    def added(self: Journal, *rest: object) -> None:
        told.append("journal")
        add(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    monkeypatch.setattr(Journal, "add", added)
    results("in/0001.txt")
    assert told == ["fsync", "rename 0001.json", "journal"]


def test_inputs_and_folders_that_refuse_are_told(folder: Path) -> None:
    (folder / "in/0002.txt").unlink()
    (folder / "in/0002.txt").symlink_to("nowhere")
    found = results()
    assert [r.diagnostics[-1].code for r in found.values() if r.state == "failed"] == ["input-not-found"]
    (folder / "taken").write_text("a file")
    with pytest.raises(ConvertError) as caught:
        results(folder="taken")
    assert caught.value.diagnostic.code == "output-unwritable"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of POSIX")
def test_poison_spares_the_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 200)
    items: list[Item] = list(Items(["in"], Selection()))
    for at, kind in ((20, "crash"), (90, "endless"), (150, "huge")):
        items.insert(at, poison(kind))
    bulk = Bulk(("json",), "out", 2, timeout=5, memory=1_000)
    with Journal(tmp_path / "out") as journal:
        found = {result.id: result for result in run(items, OPTIONS, bulk, journal)}
    assert len(outputs(tmp_path / "out")) == 200
    failed = {name: result.diagnostics[-1] for name, result in found.items() if result.state == "failed"}
    assert {name: each.code for name, each in failed.items()} == {
        "crash": "worker-lost", "endless": "time-exceeded", "huge": "memory-exceeded",
    }  # fmt: skip
    assert "SIGABRT" in failed["crash"].message()


COMMAND = (sys.executable, "-m", "convert", "convert", "in", "-t", "json,docx", "--fonts", "bundled", "-q")


def started(*more: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([*COMMAND, *more], env=environment, start_new_session=True, preexec_fn=_listening)


def _listening() -> None:
    """Who runs the tests in the background has had interrupts ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ended(process: subprocess.Popen[bytes]) -> int:
    return process.wait(timeout=120)


def no_worker_is_left(group: int) -> bool:
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of POSIX")
def test_a_run_that_is_killed_at_any_moment_goes_on_and_ends_as_if_it_had_not_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 40)
    assert ended(started("-O", "whole", "-j", "2")) == 0
    moments = random.Random(9704)
    for _ in range(10):
        process = started("-O", "out", "-j", "2")
        time.sleep(moments.uniform(0.3, 1.5))
        process.kill()
        process.wait()
        assert no_worker_is_left(process.pid)
        for name, data in outputs(tmp_path / "out").items():
            assert data == (tmp_path / "whole" / name).read_bytes(), name
    assert ended(started("-O", "out", "-j", "2")) == 0
    assert outputs(tmp_path / "out") == outputs(tmp_path / "whole")
    with Journal(tmp_path / "out") as journal:
        assert [entry.state for entry in journal.entries()] == ["done"] * 40
    executor = Inline()
    bulk = Bulk(("json", "docx"), "out")
    with Journal(tmp_path / "out") as journal:
        found = list(run(Items(["in"], Selection()), Options(fonts="bundled"), bulk, journal, executor))
    assert {result.state for result in found} == {"unchanged"} and not executor.calls


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
def test_an_interrupted_run_keeps_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 60)
    process = started("-j", "1")
    while not (tmp_path / "out/0003.docx").exists():
        time.sleep(0.02)
    process.send_signal(number)
    assert ended(process) == 130
    assert no_worker_is_left(process.pid)
    done = len(outputs(tmp_path / "out"))
    assert 8 <= done < 120
    with Journal(tmp_path / "out") as journal:
        assert 3 <= len(list(journal.entries())) <= done // 2
        assert list(journal.parts.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of POSIX")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_reader_that_has_seen_enough_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 60)
    command = [*COMMAND[:-1], "-j", "1", "--json" if stream == "stdout" else "-v"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, env=environment, start_new_session=True, **pipes)  # type: ignore[call-overload]
    with process:
        read = getattr(process, stream)
        assert read.readline()
        read.close()
        other = {"stdout": process.stderr, "stderr": process.stdout}[stream].read()
    assert ended(process) == 1 and b"Traceback" not in other and b"BrokenPipe" not in other
    assert no_worker_is_left(process.pid)
    assert len(outputs(tmp_path / "out")) < 120


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for the workers in /proc")
def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 40)
    process = started("-j", "2")
    for _ in range(4):
        before = len(list((tmp_path / "out").glob("*.docx"))) if (tmp_path / "out").exists() else 0
        while process.poll() is None and len(list((tmp_path / "out").glob("*.docx"))) < before + 4:
            time.sleep(0.02)
        kill_a_worker(process.pid)
    assert ended(process) == 0
    assert len(outputs(tmp_path / "out")) == 80


def kill_a_worker(main: int) -> None:
    """Workers are the children of the children: the server that they are copied from is the main process's."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            pid, rest = int(stat.parent.name), stat.read_text().rpartition(")")[2].split()
            parents[pid] = int(rest[1])
    for pid, parent in parents.items():
        if parents.get(parent) == main:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            return
