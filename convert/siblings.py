"""Several outputs of one document at once: processes that share what has been read and composed.

A child is a copy of this process (`fork`): it starts at once and sees the document without it being sent. Where there is no
fork, or where other threads run, whose locks a copy would inherit, everything is done one after the other.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from convert.diagnostics import Diagnostic, Report

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

Work = Callable[[str], bytes]
"""Makes the output called so. It may report what it finds."""


def can_fork() -> bool:
    """Whether this process can be copied."""
    return hasattr(os, "fork") and threading.active_count() == 1


def make_each(work: Work, names: Sequence[str], report: Report, processes: int) -> dict[str, bytes]:
    """The outputs by name, made by so many processes at once. `report` then holds what one after the other would have
    found; so does an exception that `work` raises.

    The first output is made here; a child whose work fails leaves it to this process.
    """
    shares = [names[at::processes] for at in range(min(processes, len(names)))]
    before = len(report.diagnostics)
    children = [_Child(work, share, report) for share in shares[1:]]
    try:
        made = {name: work(name) for name in shares[0]}
        found = [report.diagnostics[before:]]
        for child in children:
            outputs, diagnostics = child.result()
            made |= outputs
            found.append(diagnostics)
    finally:
        for child in children:
            child.end()
    report.diagnostics[before:] = _merged(found)
    return {name: made[name] if name in made else work(name) for name in names}


class _Child:
    def __init__(self, work: Work, names: Sequence[str], report: Report) -> None:
        import multiprocessing

        fork = multiprocessing.get_context("fork")
        self._receiver, sender = fork.Pipe(duplex=False)
        self._process: ForkProcess = fork.Process(target=_run, args=(work, names, report, sender), daemon=True)
        self._process.start()
        sender.close()

    def result(self) -> tuple[dict[str, bytes], list[Diagnostic]]:
        """What the child made and found; nothing where it failed."""
        try:
            answer: tuple[dict[str, bytes], list[Diagnostic]] = self._receiver.recv()
        except EOFError:
            return {}, []
        return answer

    def end(self) -> None:
        """Leave no child behind."""
        self._receiver.close()
        self._process.terminate()
        self._process.join()


def _run(work: Work, names: Sequence[str], report: Report, sender: Connection[Any, Any]) -> None:
    """A child's life. It says nothing when it fails: the parent does the work again and meets the same."""
    before = len(report.diagnostics)
    try:
        made = {name: work(name) for name in names}
        sender.send((made, report.diagnostics[before:]))
    except BaseException:
        os._exit(1)


def _merged(found: Sequence[Sequence[Diagnostic]]) -> list[Diagnostic]:
    """What several processes found: of what more than one came upon (a missing glyph, where both laid out) the most that
    one of them counted."""
    merged: list[Diagnostic] = []
    seen: Counter[object] = Counter()
    for diagnostics in found:
        here: Counter[object] = Counter()
        for each in diagnostics:
            key = each.code, tuple(sorted(each.args.items())), each.pos
            here[key] += 1
            if here[key] > seen[key]:
                merged.append(each)
        seen |= here
    return merged
