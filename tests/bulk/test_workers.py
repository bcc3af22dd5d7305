from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import CancelledError
from multiprocessing import forkserver
from pathlib import Path

import pytest

from convert.bulk.workers import CallOverdueError, WorkerLostError, WorkerPool
from convert.diagnostics import UsageError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of POSIX")


def square(number: int) -> int:
    return number * number


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def fail() -> None:
    raise ZeroDivisionError("by naught")


def unsendable() -> object:
    return lambda: None


def take(size: int) -> int:
    return len(b"x" * size)


def test_answers_come_back() -> None:
    with WorkerPool(2) as pool:
        futures = [pool.submit(square, n) for n in range(200)]
        assert [future.result() for future in futures] == [n * n for n in range(200)]


def test_what_a_call_raises_is_raised() -> None:
    with WorkerPool(1) as pool:
        with pytest.raises(ZeroDivisionError, match="by naught"):
            pool.submit(fail).result()
        with pytest.raises(TypeError, match="cannot be sent"):
            pool.submit(unsendable).result()
        assert pool.submit(square, 3).result() == 9


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV])
def test_a_worker_that_dies_costs_only_its_call(number: int) -> None:
    with WorkerPool(2) as pool:
        before = [pool.submit(square, n) for n in range(20)]
        lost = pool.submit(die, number)
        after = [pool.submit(square, n) for n in range(20)]
        with pytest.raises(WorkerLostError, match=signal.Signals(number).name):
            lost.result()
        assert [future.result() for future in (*before, *after)] == [n * n for n in range(20)] * 2


def test_a_call_that_takes_too_long_is_ended() -> None:
    with WorkerPool(1, timeout=0.5) as pool:
        slow, quick = pool.submit(time.sleep, 60), pool.submit(abs, -16)  # a call without a module to load
        with pytest.raises(CallOverdueError):
            slow.result(timeout=30)
        assert quick.result(timeout=30) == 16


def test_a_call_may_take_so_much_memory() -> None:
    with WorkerPool(1, memory=300_000_000) as pool:
        assert pool.submit(take, 1_000_000).result() == 1_000_000
        with pytest.raises(MemoryError):
            pool.submit(take, 1_000_000_000).result()
        assert pool.submit(square, 5).result() == 25


def test_a_worker_that_keeps_memory_is_replaced() -> None:
    with WorkerPool(1, memory=600_000_000) as pool:  # a worker may begin with 130 MB of faces and parsers
        first = pool.submit(os.getpid).result()
        assert pool.submit(os.getpid).result() == first
        assert pool.submit(hold, 350_000_000).result() == first
        assert pool.submit(os.getpid).result() != first


_held: list[bytes] = []


def hold(size: int) -> int:
    _held.append(b"x" * size)
    return os.getpid()


def test_what_was_not_begun_can_be_cancelled() -> None:
    pool = WorkerPool(1)
    busy = pool.submit(time.sleep, 30)
    waiting = [pool.submit(square, n) for n in range(8)]
    time.sleep(0.5)
    assert [name for name, _ in pool.in_hand()] == [""]
    pool.shutdown(cancel_futures=True)
    with pytest.raises((WorkerLostError, CancelledError)):
        busy.result(timeout=5)
    assert waiting[-1].cancelled()
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(square, 1)


def test_the_start_of_a_worker_is_not_the_document_s_time() -> None:
    with WorkerPool(1, timeout=0.5, initializer=functools.partial(time.sleep, 1.5)) as pool:
        assert pool.submit(abs, -9).result(timeout=30) == 9


def test_large_answers_to_who_is_slow_to_take_them() -> None:
    with WorkerPool(2) as pool:
        futures = [pool.submit(bytes, 5_000_000) for _ in range(8)]
        time.sleep(0.5)
        assert [len(future.result(timeout=30)) for future in futures] == [5_000_000] * 8


class Unloadable:
    def __reduce__(self) -> tuple[object, ...]:
        return fail, ()


def test_a_call_that_cannot_be_understood_fails_alone() -> None:
    with WorkerPool(1) as pool:
        first = pool.submit(os.getpid).result()
        with pytest.raises(ZeroDivisionError):
            pool.submit(print, Unloadable()).result(timeout=30)
        assert pool.submit(os.getpid).result(timeout=30) == first


def test_an_answer_that_cannot_be_understood_fails_alone() -> None:
    with WorkerPool(1) as pool:
        with pytest.raises(TypeError, match="cannot be read"):
            pool.submit(Unloadable).result(timeout=30)
        assert pool.submit(square, 3).result(timeout=30) == 9


def test_idle_workers_may_be_killed_and_the_server_that_they_are_copied_from() -> None:
    with WorkerPool(1) as pool:
        os.kill(pool.submit(os.getpid).result(timeout=30), signal.SIGKILL)
        time.sleep(0.5)
        assert pool.submit(square, 3).result(timeout=30) == 9
        server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
        if server:
            os.kill(server, signal.SIGKILL)
        with pytest.raises(WorkerLostError):
            pool.submit(die, signal.SIGKILL).result(timeout=30)
        assert pool.submit(square, 4).result(timeout=30) == 16


def test_where_no_process_is_to_be_had_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.bulk.workers._PAUSE", 0.01)
    pool = WorkerPool(2)

    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(pool._context, "Process", refuse)
    with pytest.raises(UsageError, match="too many processes") as caught:
        pool.submit(square, 1).result(timeout=30)
    assert caught.value.diagnostic.code == "workers-none"
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(square, 1)


def test_an_interrupt_while_workers_are_made_is_heard_by_the_main_process_alone() -> None:
    program = (
        "import signal, time\n"
        "from convert.bulk.workers import WorkerPool\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "pool = WorkerPool(2, preload=['tests.bulk.sleepy'])\n"
        "future = pool.submit(time.sleep, 60)\n"
        "print('begun', flush=True)\n"
        "try:\n"
        "    future.result()\n"
        "except KeyboardInterrupt:\n"
        "    pool.shutdown(cancel_futures=True)\n"
        "    print('ended', flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout and process.stdout.readline() == "begun\n"
    time.sleep(0.4)  # the server is loading its module, or Python itself
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (out, err, process.returncode) == ("ended\n", "", 0)


def test_large_arguments_do_not_block_a_busy_pool() -> None:
    with WorkerPool(1, timeout=20) as pool:
        futures = [pool.submit(len, b"x" * 5_000_000) for _ in range(4)]
        assert [future.result(timeout=20) for future in futures] == [5_000_000] * 4


def test_workers_start_where_temporary_files_lie_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("深" * 40)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    with WorkerPool(1) as pool:
        assert pool.submit(abs, -3).result(60) == 3
