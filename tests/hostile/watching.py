"""Run the real command on one input, in a process of its own, and watch its time, its memory and where it reaches."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEEP = ("1", "2", "3", "4", "5", "6", "out")  # where outputs go, below a folder that is looked through
_PACE = 0.02  # seconds between two looks at a process


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the command left: its exit code (None: it was ended, `seconds` or `megabytes` being too many), its
    streams, what it took, the files in its output folder, and those that it left elsewhere."""

    code: int | None
    out: str
    err: str
    seconds: float
    megabytes: float
    outputs: tuple[Path, ...]
    strays: tuple[Path, ...]
    calls: int


class Listener:
    """Somebody at a port of this machine who counts the calls."""

    def __init__(self, port: int = 0) -> None:
        self.calls = 0
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        self._socket.listen(64)
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        with contextlib.suppress(OSError):  # it was closed
            while True:
                caller, _ = self._socket.accept()
                self.calls += 1
                caller.close()

    def close(self) -> None:
        """Answer no more."""
        self._socket.close()


def watch(
    source: Path,
    room: Path,
    options: Iterable[str],
    listeners: Iterable[Listener],
    *,
    most_seconds: float,
    most_mb: float,
) -> Run:
    """Convert `source` into a folder deep below `room`, deeper than names of inputs climb, the rest of the new folder `room` being all that the command is told of."""
    home, work, temporary = (room / name for name in ("home", "work", "tmp"))
    out = room.joinpath(*DEEP)
    for folder in (home, work, temporary):
        folder.mkdir(parents=True)
    listeners = tuple(listeners)
    before, called = set(files(room, source.parent)), sum(each.calls for each in listeners)
    command = [sys.executable, "-m", "convert", "convert", str(source), "-O", str(out), "--json", *options]
    env = {
        "HOME": str(home), "TMPDIR": str(temporary), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
        "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    start = time.perf_counter()
    with (room / "stdout").open("wb") as told, (room / "stderr").open("wb") as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=told, stderr=errors, cwd=work, env=env, start_new_session=True
        )
        peak, ended = _follow(process, start, most_seconds, most_mb)
    seconds = time.perf_counter() - start
    streams = {room / "stdout", room / "stderr"}
    new = sorted(set(files(room, source.parent)) - before - streams)
    outputs = tuple(path for path in new if path.is_relative_to(out))
    return Run(
        code=None if ended else process.returncode,
        out=(room / "stdout").read_text("utf-8", "replace"),
        err=(room / "stderr").read_text("utf-8", "replace"),
        seconds=seconds,
        megabytes=peak / 1e6,
        outputs=outputs,
        strays=tuple(path for path in new if path not in outputs and ".cache" not in path.parts),
        calls=sum(each.calls for each in listeners) - called,
    )


def _follow(process: subprocess.Popen[bytes], start: float, most_seconds: float, most_mb: float) -> tuple[int, bool]:
    """The peak of memory in bytes, and whether the process had to be ended."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_peak, _family(process.pid))))
        if time.perf_counter() - start > most_seconds or peak > most_mb * 1e6:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return peak, True
        time.sleep(_PACE)
    return peak, False


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started (Linux: https://man7.org/linux/man-pages/man5/proc_tid_children.5.html)."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in children.read_text().split():
                yield from _family(int(child))


def _peak(pid: int) -> int:
    """The most bytes that a process has held in memory so far, of its own; 0 where it is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def files(*folders: Path) -> Iterator[Path]:
    """All files in folders and below them."""
    for folder in folders:
        for path, _, names in os.walk(folder):
            yield from (Path(path, name) for name in names)
