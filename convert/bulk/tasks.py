"""One document to convert, as any process can do it: everything it needs is in the task, and all there is to tell in the
result."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from convert.bugs import bug_finding
from convert.bulk.places import digest, write_place
from convert.bulk.sources import Source
from convert.config import Options
from convert.diagnostics import ConvertError, Diagnostic, Report, StyleError, UsageError, diagnostic

State = Literal["done", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Task:
    """`id`: what the document is called in messages and in the journal; `name`: its suffix tells the format; `targets`:
    the place of each output by its format. `known`: the digest of the input that these outputs were made from already, ""
    for none, and `resources` those of the files that it named then; `parts`: the folder for unfinished files, "" for that of each output; `returned`: the outputs come back in the result, and
    nothing is written (for a process that does not see their places)."""

    id: str
    name: str
    source: Source
    targets: dict[str, str]
    options: Options
    known: str = ""
    resources: dict[str, str] = field(default_factory=dict)
    parts: str = ""
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """How a document went. `digest`: of its input, "" where it could not be read; `outputs`: the digests of the files that
    were made, by their places; `made`: their bytes, where the task asked for them; `resources`: the digests of the files that the
    document named, by their addresses, "" for what was not there."""

    id: str
    state: State
    digest: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0
    edits: int = 0
    made: dict[str, bytes] = field(default_factory=dict)
    resources: dict[str, str] = field(default_factory=dict)

    @property
    def warnings(self) -> int:
        """How many warnings were found, repeats counted."""
        return sum(found.count for found in self.diagnostics if found.severity == "warning")


def perform(task: Task) -> Result:
    """Convert one document. What goes wrong with it is in the result.

    Raises StyleError and UsageError: what is wrong with the settings is wrong for every document.
    """
    from convert.pipeline import convert_bytes

    start, report, read = time.perf_counter(), Report(task.id), ""
    outputs: dict[str, bytes] = {}
    state: State = "failed"
    try:
        data = task.source.read(task.options.limits)
        read = digest(data)
        if read == task.known and _as_they_were(task):
            return Result(task.id, "unchanged", read, seconds=time.perf_counter() - start)
        made = convert_bytes(data, task.name, tuple(task.targets), task.options, report, task.source.folder)
        outputs = {place: made[format] for format, place in task.targets.items()}
        if not task.returned:
            write_all(outputs, task.parts)
        state = "done"
    except (StyleError, UsageError):
        raise
    except ConvertError as error:
        report.diagnostics.append(error.diagnostic)
    except MemoryError:
        report.diagnostics.append(diagnostic("memory-exceeded"))
    except Exception as error:  # a bug, but not the other documents'
        report.diagnostics.append(bug_finding(error))
    done = state == "done"
    return Result(
        task.id,
        state,
        read,
        {place: digest(data) for place, data in outputs.items()} if done else {},
        tuple(report.folded()),
        time.perf_counter() - start,
        sum(len(stage.edits) for stage in report.edits.stages),
        outputs if done and task.returned else {},
        report.resources,
    )


def _as_they_were(task: Task) -> bool:
    """Whether the files that the document named are as they were."""
    from convert.kit.surroundings import Surroundings

    around, most = Surroundings(task.source.folder, task.options.roots), task.options.limits.picture_mb << 20
    return around.are(task.resources, most)


def write_all(outputs: dict[str, bytes], parts: str) -> None:
    """Write finished files to their places. Raises OutputError."""
    for place, data in outputs.items():
        write_place(place, data, Path(parts) if parts else None)
