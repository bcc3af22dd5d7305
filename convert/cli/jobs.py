"""What is to be made of what: the command's inputs and where their outputs go, settled before anything is read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from convert.bulk.kinds import STREAM, is_one_document
from convert.diagnostics import UsageError
from convert.formats import DEFAULT_OUTPUTS, OUTPUTS, output_format, output_format_of
from convert.kit.files import identity

DEFAULT_FOLDER = Path("out")


class Job(NamedTuple):
    """One input, and for each format the file that gets it; None stands for standard output. `named`: the user named that file,
    and not a folder."""

    source: str
    targets: dict[str, Path | None]
    named: bool = False

    @property
    def name(self) -> str:
        """What the input is called: its suffix tells its format, its stem names the outputs."""
        return "stdin" if self.source == STREAM else self.source


def are_many(inputs: list[str]) -> bool:
    """Whether inputs may stand for more than one document."""
    return len(inputs) > 1 or not all(map(is_one_document, inputs))


def plan(
    inputs: list[str], formats: Iterable[str], output: str, folder: Path | None, repair_log: Path | None = None
) -> Job:
    """The job that a command line with one input asks for.

    `formats`: names, several in one string apart by commas; `output`: the one output file, or `-`; `folder`: where
    the outputs go, named after the input; `repair_log`: the file for its repairs, which may be none
    of the others. Raises UsageError where that cannot be.
    """
    if not inputs:
        raise UsageError("argument-missing", name="INPUT", command="triptych convert")
    names = format_names(formats)
    if output and folder:
        raise UsageError("option-conflict", first="-o", second="-O")
    if len(inputs) > 1:
        raise UsageError("single-input", option="-o" if output else "--repair-log", n=len(inputs))
    if output:
        job = _single(inputs[0], names, output)
    else:
        job = _in_folder(inputs[0], names or DEFAULT_OUTPUTS, folder or DEFAULT_FOLDER)
    _check_clashes(job, repair_log)
    return job


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def format_names(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats by their names, each once, of entries with several apart by commas. Raises UsageError."""
    words = (word.strip() for entry in formats for word in entry.split(","))
    return tuple(dict.fromkeys(output_format(word).name for word in words if word))


def _single(source: str, names: tuple[str, ...], output: str) -> Job:
    path = None if output == STREAM else Path(output)
    if path and path.is_dir():
        raise UsageError("output-folder", path=path)
    if not names and path:
        found = output_format_of(path)
        names = (found.name,) if found else ()
    if len(names) != 1:
        raise UsageError("single-format", path=output)
    return Job(source, {names[0]: path}, named=True)


def _in_folder(source: str, names: tuple[str, ...], folder: Path) -> Job:
    stem = "stdin" if source == STREAM else Path(source).stem
    return Job(source, {name: folder / (stem + OUTPUTS[name].suffix) for name in names})


def _check_clashes(job: Job, repair_log: Path | None) -> None:
    """Raises UsageError where the input would be overwritten, or the repairs take the place of an output."""
    outputs = [(job.source, path) for path in job.targets.values() if path]
    if repair_log:
        outputs.append(("--repair-log", repair_log))
    taken: dict[str, str] = {}
    for origin, path in outputs:
        file = identity(path)
        if job.source != STREAM and file == identity(job.source):
            raise UsageError("output-is-input", path=path)
        if file in taken:
            raise UsageError("output-clash", first=taken[file], second=origin, path=path)
        taken[file] = origin
