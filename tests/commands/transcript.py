"""Transcripts of the command: Markdown that shows what is typed and what comes back, and is run as a test.

A ```text NAME``` block writes a file, ```hex NAME``` one of bytes; what is too long for either is made where it is named (`samples.py`). A ```console``` block holds commands (`$ …`) and their output:

    $ LANG=zh_CN.UTF-8 triptych convert absent.txt
    ! error[input-not-found] 找不到文件 absent.txt
    [1]

Lines of stdout come first, then those of stderr, marked `! `; `[1]` is an exit code that is not 0. In expected lines, `[..]` stands for anything, and
a line `...` for any lines. `<` and `>` redirect; `ls FOLDER`, `cat FILE`, `cp FILE FILE` and their like look at what is there, and put it there. Before a command,
`NAME=value` sets what its environment says, `without=LIBRARY` runs it as if that were not installed, `locked=FILE` while another has locked that file, `fault=NAME` with one
of the faults of `faults.py`. What is written to `/dev/full` finds no room.
All blocks of one file run in one folder, which has the fixtures in it.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from convert.bulk.locks import locked
from convert.cli.app import main
from tests.commands.faults import FAULTS
from tests.commands.samples import SAMPLES

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
_BLOCK = re.compile(r"^```(console|(text|hex) (\S+))\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """One command, the line it stands on, and what it should print."""

    command: str
    line: int
    expected: list[str]


def prepare(folder: Path, transcript: str) -> Iterator[Step]:
    """Write the transcript's files into `folder`, with the fixtures, and give its steps as their turn comes."""
    for fixture in FIXTURES.iterdir():
        shutil.copy(fixture, folder)
    for name, make in SAMPLES.items():
        if name in transcript:
            (folder / name).write_bytes(make())
    for block in _BLOCK.finditer(transcript):
        form, name, body = block[2], block[3], block[4]
        if form == "text":
            (folder / name).write_text(body, "utf-8")
        elif form == "hex":
            (folder / name).write_bytes(bytes.fromhex(body))
        else:
            yield from _steps(body, transcript.count("\n", 0, block.start(4)) + 1)


def _steps(body: str, number: int) -> Iterator[Step]:
    step: Step | None = None
    for offset, line in enumerate(body.splitlines()):
        if line.startswith("$ "):
            if step:
                yield step
            step = Step(line[2:], number + offset, [])
        elif step:
            step.expected.append(line)
    if step:
        yield step


def run(command: str) -> list[str]:
    """The lines that the command prints in the current folder, marked as in a transcript."""
    words = shlex.split(command)
    env: dict[str, str] = {}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        env[name] = value
    source, target = _redirected(words, "<"), _redirected(words, ">")
    match words:
        case ["triptych", *argv]:
            with _surroundings(env):
                return _triptych(argv, env, source, target)
        case ["ls", folder]:
            return sorted(os.listdir(folder))
        case ["cat", path]:
            return Path(path).read_text("utf-8").splitlines()
        case ["head", "-c", count, path]:
            return [Path(path).read_bytes()[: int(count)].decode()]
        case ["cp", old, new]:
            shutil.copy(old, new)
            return []
        case ["mkdir", folder]:
            Path(folder).mkdir(parents=True)
            return []
        case ["rm", path]:
            Path(path).unlink()
            return []
        case ["chmod", "+x", path]:
            Path(path).chmod(0o755)
            return []
        case ["ln", "-s", old, new]:
            Path(new).symlink_to(old)
            return []
        case ["mkfifo", path]:
            os.mkfifo(path)
            return []
        case _:
            raise ValueError(f"a transcript cannot run {command}")


@contextlib.contextmanager
def _surroundings(env: dict[str, str]) -> Iterator[None]:
    """What is around the command: its environment, libraries that are not there, a lock that is taken."""
    missing, lock, fault = (env.pop(name, "") for name in ("without", "locked", "fault"))
    with pytest.MonkeyPatch.context() as patch, contextlib.ExitStack() as held:
        for name, value in env.items():
            patch.setenv(name, value)
        if missing:
            patch.setitem(sys.modules, missing, None)
        if fault:
            FAULTS[fault](patch)
        if lock:
            held.enter_context(locked(Path(lock), Path(lock).parent))
        yield


def _redirected(words: list[str], sign: str) -> str:
    """The file after `sign`, taken out of the words."""
    if sign not in words:
        return ""
    at = words.index(sign)
    path = words[at + 1]
    del words[at : at + 2]
    return path


class _Sink(io.BytesIO):
    """Standard output, which may be a disk without room."""

    full = False

    def write(self, data: Any) -> int:
        """See `BytesIO.write`."""
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(data)


def _triptych(argv: list[str], env: dict[str, str], source: str, target: str) -> list[str]:
    given, asked_for, told = io.BytesIO(Path(source).read_bytes() if source else b""), _Sink(), io.BytesIO()
    asked_for.full = target == "/dev/full"
    stdin, stdout, stderr = (io.TextIOWrapper(stream, "utf-8") for stream in (given, asked_for, told))
    code = main(argv, stdin, stdout, stderr, env)
    stdout.flush()
    stderr.flush()
    if target and not asked_for.full:
        Path(target).write_bytes(asked_for.getvalue())
    lines = [] if target else asked_for.getvalue().decode().splitlines()
    lines += [f"! {line}" for line in told.getvalue().decode().splitlines()]
    return [line.rstrip() for line in lines] + ([f"[{code}]"] if code else [])


def matches(expected: list[str], actual: list[str]) -> bool:
    """Whether the lines are those expected, wildcards allowed for."""
    pattern = "".join(
        "(?:.*\n)*" if line == "..." else ".*".join(map(re.escape, line.rstrip().split("[..]"))) + "\n"
        for line in expected
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in actual)) is not None
