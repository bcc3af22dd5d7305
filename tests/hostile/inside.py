"""Run the command on an input in this process: quick, but without a watch on time and memory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.cli.running import triptych
from tests.hostile.watching import Listener, Run, files


def convert(source: Path, room: Path, options: Iterable[str], listener: Listener) -> Run:
    """Convert `source` into `room/out`, and tell what that left."""
    out = room / "out"
    before, called = set(files(room)), listener.calls
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
