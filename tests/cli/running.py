"""Run the command in this process, with streams of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import NamedTuple

from convert.cli.app import main


class Terminal(io.TextIOWrapper):
    """A stream that says a person watches it."""

    def isatty(self) -> bool:
        """Always."""
        return True


class Ran(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


def triptych(*argv: str, stdin: bytes = b"", env: Mapping[str, str] | None = None, terminal: bool = False) -> Ran:
    """The exit code and the words of `triptych ARGV…`; with `terminal`, stderr is one."""
    out, err = io.BytesIO(), io.BytesIO()
    kind = Terminal if terminal else io.TextIOWrapper
    streams = io.TextIOWrapper(io.BytesIO(stdin), "utf-8"), io.TextIOWrapper(out, "utf-8"), kind(err, "utf-8")
    code = main(argv, *streams, env or {})
    for stream in streams[1:]:
        stream.flush()
    return Ran(code, out.getvalue().decode(), err.getvalue().decode())
