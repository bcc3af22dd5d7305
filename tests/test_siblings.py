"""Each case runs in a fresh interpreter: only a process without threads may be copied, and a test runner has some."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from convert.model import Document, Meta
from convert.model.build import para
from convert.model.json import encode

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")

PROGRAM = """
import os
from convert.diagnostics import Report
from convert.siblings import can_fork, make_each

home = os.getpid()
report = Report()
report.add("title-missing", name="earlier")

def work(name):
    {work}
    return f"{{name}}{{'' if os.getpid() == home else ' by a child'}}".encode()

assert can_fork()
try:
    print(make_each(work, ("a", "b", "c"), report, {processes}))
except ZeroDivisionError as error:
    print("raised", error)
print([found.args["name"] for found in report.diagnostics])
"""


def outcome(work: str, processes: int = 2) -> list[str]:
    program = PROGRAM.format(work=work, processes=processes)
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return ran.stdout.splitlines()


@pytest.mark.parametrize(
    ("processes", "made"),
    [
        (1, "{'a': b'a', 'b': b'b', 'c': b'c'}"),
        (2, "{'a': b'a', 'b': b'b by a child', 'c': b'c'}"),
        (9, "{'a': b'a', 'b': b'b by a child', 'c': b'c by a child'}"),
    ],
)
def test_work_is_shared_out_and_comes_in_order(processes: int, made: str) -> None:
    assert outcome("pass", processes)[0] == made


def test_what_several_find_is_found_once_and_what_one_finds_twice_twice() -> None:
    work = 'report.add("title-missing", name="all"); report.add("title-missing", name=name); report.add("title-missing", name=name)'
    assert outcome(work, 3)[1] == "['earlier', 'all', 'a', 'a', 'b', 'b', 'c', 'c']"


@pytest.mark.parametrize("end", ["1 / 0", "os._exit(3)", "os.kill(os.getpid(), 9)", "raise KeyboardInterrupt"])
def test_what_a_child_fails_at_is_done_at_home(end: str) -> None:
    assert outcome(f"if os.getpid() != home: {end}")[0] == "{'a': b'a', 'b': b'b', 'c': b'c'}"


def test_an_error_of_the_work_itself_is_raised() -> None:
    assert outcome('if name == "b": raise ZeroDivisionError("of b")', 3)[0] == "raised of b"


def test_a_long_document_is_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    long = Document(tuple(para(f"第{n}段。𠀀\ue123") for n in range(1_000)), Meta(title="报告"))
    (tmp_path / "long.json").write_bytes(encode(long))
    told = set()
    for jobs in ("1", "2", "3"):
        command = [
            sys.executable,
            "-m",
            "convert",
            "convert",
            "long.json",
            "--fonts",
            "bundled",
            "-j",
            jobs,
            "-O",
            jobs,
        ]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        told.add(ran.stderr.replace(f"{jobs}/long", "long"))
    assert len(told) == 1 and "font-missing-glyph" in told.pop()
    for suffix in ("pdf", "docx", "epub"):
        assert len({(tmp_path / jobs / f"long.{suffix}").read_bytes() for jobs in ("1", "2", "3")}) == 1
