"""Run the command on an input in this process: quick, but without a watch on time and memory."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.cli.running import triptych
from tests.hostile.watching import DEEP, Listener, Run, files

_PATIENCE = 300  # seconds: nothing here takes three on an idle machine, and a test that hangs tells nobody anything


@contextlib.contextmanager
def _ended_after(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in what takes longer, where the system can (not on Windows)."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def convert(source: Path, room: Path, options: Iterable[str], listener: Listener) -> Run:
    """Convert `source` into a folder deep below `room`, deeper than names of inputs climb, and tell what that left."""
    out = room.joinpath(*DEEP)
    before, called = set(files(room)), listener.calls
    with _ended_after(_PATIENCE):
        ran = triptych("convert", str(source), "-O", str(out), "--fonts", "bundled", "--jobs", "1", "--json", *options)
    new = sorted(set(files(room)) - before)
    outputs = tuple(path for path in new if path.is_relative_to(out))
    return Run(
        code=ran.code,
        out=ran.out,
        err=ran.err,
        seconds=0.0,
        megabytes=0.0,
        outputs=outputs,
        strays=tuple(path for path in new if path not in outputs),
        calls=listener.calls - called,
    )
