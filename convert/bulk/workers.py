"""Worker processes behind the interface of `concurrent.futures`: one that crashes, hangs or is killed costs only what it was
doing.

`ProcessPoolExecutor` gives up altogether when a process dies, and cannot stop a call that takes too long. Here every
worker has a pipe of its own; the thread that serves the pipes sees which call a dead worker had in hand, fails that one,
and puts another worker in its place. While a worker is busy the next small call waits in its pipe already.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from tempfile import gettempdir
from typing import Any, ParamSpec, TypeVar

from convert.bulk.service import serve
from convert.diagnostics import UsageError

P = ParamSpec("P")
T = TypeVar("T")

_AHEAD = 2  # calls that a worker has at a time: the one in hand and the next
_SMALL = (
    32_768  # bytes of a call that may wait in a pipe: the thread that serves them must never block on a busy worker
)
_POLL = 1.0  # seconds between looks at the clock where no call has a limit
_START = 60.0  # seconds that a worker may take to begin
_SOCKET = (
    60  # bytes that the folder for temporary files may have: a server's socket lies there, its path is 107 at most
)
_TRIES, _PAUSE = 3, 0.2  # times that a process is asked for, seconds between them


class WorkerLostError(Exception):
    """The process that had a call in hand is gone. `reason`: by which signal, or with which exit code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CallOverdueError(Exception):
    """A call took longer than `seconds`, and its process was killed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"{seconds:g} s")
        self.seconds = seconds


@dataclass(slots=True, eq=False)
class _Call:
    """A call as bytes. `label`: what shows of it; `begun`: it was handed out once already."""

    future: Future[Any]
    data: bytes
    label: str
    begun: bool = False


@dataclass(slots=True, eq=False)
class _Worker:
    """`calls`: those that were sent to it, the first one in hand since `since` (seconds of the monotonic clock); `ready`: it
    has begun, so that the time it takes is that of its calls."""

    process: BaseProcess
    pipe: Connection[Any, Any]
    calls: deque[_Call] = field(default_factory=deque)
    since: float = field(default_factory=time.monotonic)
    ready: bool = False


class WorkerPool(Executor):
    """So many worker processes.

    `timeout`: seconds that a call may take, the start of its worker not counted; `memory`: bytes that a worker may take, beyond which a call meets a MemoryError,
    and of which a worker that keeps more than half is replaced; None for no limit. `preload`: modules that are loaded once for all workers.
    `initializer` is called in every worker before its first call.
    """

    def __init__(
        self,
        workers: int,
        *,
        timeout: float | None = None,
        memory: int | None = None,
        preload: Iterable[str] = (),
        initializer: Callable[[], object] | None = None,
    ) -> None:
        forks = "forkserver" in multiprocessing.get_all_start_methods() and len(os.fsencode(gettempdir())) < _SOCKET
        self._context: Any = multiprocessing.get_context("forkserver" if forks else "spawn")
        if forks:
            self._context.set_forkserver_preload(list(preload))
        self._timeout, self._memory, self._initializer = timeout, memory, initializer
        self._most = max(workers, 1)
        self._workers: list[_Worker] = []
        self._queue: deque[_Call] = deque()
        self._lock = threading.Lock()
        self._woken, self._wake = self._context.Pipe(duplex=False)
        self._closed = self._stopped = self._nudged = False
        self._broken: BaseException | None = None
        self._thread = threading.Thread(target=self._serve, name="worker pool", daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a worker call `fn`. Its future raises what the call raised, WorkerLostError or CallOverdueError."""
        label = str(getattr(args[0], "id", "")) if args else ""
        call = _Call(Future(), bytes(ForkingPickler.dumps((fn, args, kwargs))), label)
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is shut down") from self._broken
            self._queue.append(call)
            self._nudge()
        return call.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the workers finish what was submitted, or with `cancel_futures` stop them at once."""
        with self._lock:
            self._closed, self._stopped = True, self._stopped or cancel_futures
            self._nudge()
        if wait:
            self._thread.join()

    def in_hand(self) -> list[tuple[str, float]]:
        """What each worker is busy with, by the `id` of the call's first argument, and for how many seconds."""
        now = time.monotonic()
        first = [(worker.calls.copy(), worker.since) for worker in self._workers.copy()]
        return [(calls[0].label, now - since) for calls, since in first if calls]

    def _nudge(self) -> None:
        """Wake the serving thread, which is told once until it listens: the pipe never fills. Only with the lock."""
        if not self._nudged:
            self._nudged = True
            self._wake.send_bytes(b".")

    # --- the serving thread ------------------------------------------------------------------------------------------

    def _serve(self) -> None:
        try:
            self._serve_all()
        except BaseException as error:
            with self._lock:
                self._broken, self._closed, self._stopped = error, True, True
            self._end(error)

    def _serve_all(self) -> None:
        while True:
            with self._lock:
                if self._stopped or (self._closed and not self._queue and not any(w.calls for w in self._workers)):
                    break
            self._hand_out()
            ready = wait([self._woken, *(worker.pipe for worker in self._workers)], self._patience())
            if self._woken in ready:
                with self._lock:
                    self._woken.recv_bytes()
                    self._nudged = False
            for worker in self._workers.copy():
                if worker.pipe in ready:
                    self._take(worker)
            self._end_overdue()
        self._end()

    def _hand_out(self) -> None:
        """Give each worker what it can take; idle ones first, and new ones as long as there are too few. This thread alone takes
        from the queue."""
        while self._queue and not self._stopped:
            call = self._queue[0]
            worker = min(self._workers, key=lambda each: len(each.calls), default=None)
            if (worker is None or worker.calls) and len(self._workers) < self._most:
                worker = self._hired() or worker
            if worker is None or len(worker.calls) >= _AHEAD or not _takes_at_once(worker, call):
                return
            self._queue.popleft()
            if not (call.begun or call.future.set_running_or_notify_cancel()):
                continue
            call.begun = True
            if not worker.calls:
                worker.since = time.monotonic()
            worker.calls.append(call)
            with contextlib.suppress(OSError):  # its end is seen by the pipe
                worker.pipe.send_bytes(call.data)

    def _hired(self) -> _Worker | None:
        """A new worker; None where there are no more processes or files to be had: it goes on with those there are.

        Raises UsageError (`workers-none`) where there are none.
        """
        for again in range(_TRIES):
            try:
                return self._hire()
            except (
                OSError,
                EOFError,
            ) as error:  # also of the server that workers are copied from, which may have been killed
                refused = error
                if self._workers:
                    self._most = len(self._workers)
                    return None
                time.sleep(_PAUSE * (again + 1))
        raise UsageError("workers-none", reason=getattr(refused, "strerror", "") or refused) from refused

    def _hire(self) -> _Worker:
        _ignore_interrupts()
        pipe, theirs = self._context.Pipe()
        try:
            process = self._context.Process(target=serve, args=(theirs, self._memory, self._initializer), daemon=True)
            process.start()
        except BaseException:
            pipe.close()
            raise
        finally:
            theirs.close()
        self._workers.append(_Worker(process, pipe))
        return self._workers[-1]

    def _take(self, worker: _Worker) -> None:
        """What a worker has to say: that it has begun, the answer to the call in hand, or nothing for ever."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._dismiss(worker, WorkerLostError(_ending(worker.process.exitcode)))
            return
        except Exception as error:  # what cannot be understood
            self._dismiss(worker, TypeError(f"the answer cannot be read: {error}"))
            return
        worker.since = time.monotonic()
        if said is True:
            worker.ready = True
            return
        done, value, leaves = said
        call = worker.calls.popleft()
        if leaves:
            self._dismiss(worker, None)
        if done:
            call.future.set_result(value)
        else:
            call.future.set_exception(value)

    def _dismiss(self, worker: _Worker, error: Exception | None) -> None:
        """Part from a worker. The call it had in hand fails with `error`; those behind it are another's."""
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        failed = worker.calls.popleft() if error and worker.calls else None
        with self._lock:
            self._queue.extendleft(reversed(worker.calls))
        if failed and error:
            failed.future.set_exception(error)

    def _patience(self) -> float:
        """How long to wait for the pipes, in seconds."""
        if self._timeout is None:
            return _POLL
        now = time.monotonic()
        left = [worker.since + self._bound(worker) - now for worker in self._workers if worker.calls]
        return max(min([*left, _POLL]), 0.0)

    def _bound(self, worker: _Worker) -> float:
        """How long it may take over what it does, in seconds."""
        timeout = self._timeout or 0.0
        return timeout if worker.ready else max(timeout, _START)

    def _end_overdue(self) -> None:
        if self._timeout is None:
            return
        for worker in self._workers.copy():
            if worker.calls and time.monotonic() - worker.since > self._bound(worker):
                self._dismiss(worker, CallOverdueError(self._timeout))

    def _end(self, error: BaseException | None = None) -> None:
        """Part from all workers; calls that were begun fail, with `error` if there is one."""
        with self._lock:
            left = list(itertools.chain(self._queue, *(worker.calls for worker in self._workers)))
            self._queue.clear()
        for worker in self._workers:
            worker.pipe.close()  # an idle worker goes home
            if self._stopped:
                worker.process.kill()
            worker.process.join()
        self._workers.clear()
        for call in left:
            if call.begun or error:
                call.future.set_exception(error or WorkerLostError("stopped"))
            else:
                call.future.cancel()


def _ignore_interrupts() -> None:
    """Keep Ctrl-C from this thread and from what it starts, from their first moment on; the main thread hears it."""
    if not hasattr(signal, "pthread_sigmask"):
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # its start would undo this
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _takes_at_once(worker: _Worker, call: _Call) -> bool:
    """Whether a call can be sent without waiting for the worker: a large one only to one that waits for it."""
    return len(call.data) <= _SMALL or (worker.ready and not worker.calls)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
