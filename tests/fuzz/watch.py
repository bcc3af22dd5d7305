"""One input under watch: what it raises, how long it takes, how much memory it wants."""

from __future__ import annotations

import hashlib
import io
import resource
import signal
import sys
import time
import traceback
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.fuzz.oracles import Check, Features

SECONDS = 5.0
"""Of the processor, for one input of at most 100 kB. Under the fuzzer's instruments, three times that."""
MEGABYTES = 400
"""That one input of at most 100 kB may add to what the process has held at most."""
_PER_KB = 0.05  # seconds more for each kB beyond 100


class Finding(NamedTuple):
    """A fault: `kind` is the class of the exception, or `slow`, `memory`; `place`: where it was raised, by which findings
    of one fault are known to be the same; `story`: the traceback."""

    kind: str
    place: str
    story: str

    @property
    def name(self) -> str:
        """A short name, the same for the same fault."""
        return f"{self.kind}-{hashlib.sha256(self.place.encode()).hexdigest()[:8]}"


class SlowInputError(BaseException):
    """Too long: no `except Exception` may swallow it."""


def watched(check: Check, data: bytes, *, slack: float = 1.0) -> tuple[Features, Finding | None]:
    """What a check gives, and the fault that it finds. `slack`: by how much more time is given."""
    size = _size(data)
    limit = (SECONDS + max(size - 100_000, 0) / 1000 * _PER_KB) * slack
    peak = _peak()
    try:
        with _limited(limit), warnings.catch_warnings():
            warnings.simplefilter("error")
            found = check(data)
    except SlowInputError as error:
        return frozenset(), Finding("slow", _place(error), _story(error))
    except Exception as error:
        return frozenset(), Finding(type(error).__name__, _place(error), _story(error))
    grown = _peak() - peak
    if grown > MEGABYTES and size <= 100_000:
        return found, Finding("memory", str(round(grown / 200)), f"{grown} MB for {size} bytes")
    return found, None


def _size(data: bytes) -> int:
    """The bytes of an input, unpacked where it is a zip."""
    if not data.startswith(b"PK"):
        return len(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return max(len(data), sum(entry.file_size for entry in archive.infolist()))
    except Exception:  # no zip, or damaged
        return len(data)


def cpu_seconds() -> float:
    """What this process has used of the processor."""
    return time.process_time()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise SlowInputError after so many seconds of the processor."""

    def stop(number: int, frame: object) -> None:
        raise SlowInputError(f"over {seconds:.1f} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _place(error: BaseException) -> str:
    """The two last places in the product, or the line of the check that does not hold."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        f"{frame.filename.rpartition('/convert/')[2]}:{frame.name}" for frame in frames if "/convert/" in frame.filename
    ]
    last = frames[-1]
    if isinstance(error, AssertionError) and "oracles" in last.filename:
        return f"{last.name}: {str(error).split(':')[0]}"
    return (
        " < ".join([*ours[-2:], f"{last.filename.rpartition('/')[2]}:{last.name}"])
        if not isinstance(error, RecursionError)
        else ours[-1]
    )


def _story(error: BaseException) -> str:
    lines = traceback.format_exception(error)
    return "".join(lines if len(lines) < 60 else [*lines[:20], "…\n", *lines[-30:]])


if sys.platform == "win32":  # no signals of this kind, no such limits
    raise ImportError("fuzzing needs POSIX")
