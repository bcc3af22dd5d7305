"""Convert many documents: hand them out, take care of those that bring their worker down, write down what became of each."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
import time
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait

from convert.bugs import bug_finding
from convert.bulk.bounds import fair_share
from convert.bulk.items import Item
from convert.bulk.journal import PATIENCE, Entry, Journal
from convert.bulk.places import Sizes
from convert.bulk.recipes import own_recipe, recipe
from convert.bulk.sources import Record, Source
from convert.bulk.tasks import Result, Task, perform, write_all
from convert.bulk.workers import CallOverdueError, WorkerLostError, WorkerPool
from convert.config import Options
from convert.diagnostics import Diagnostic, InputError, OutputError, StyleError, UsageError, diagnostic
from convert.formats import DEFAULT_OUTPUTS
from convert.kit.limits import exceeded

PRELOADED = ("convert.bulk.warm",)
"""What a worker has loaded before its first document."""
_MEGABYTE = 1_000_000
_MOST_LOST = 100  # documents that wait to be tried alone: their memory is bounded, too
_MOST_HELD = 256 * 2**20  # bytes of documents under way that this process read
_WINDOW = 4  # documents under way for each worker: enough that none waits for the next


@dataclasses.dataclass(frozen=True, slots=True)
class Bulk:
    """How to convert many documents.

    `formats`: of the outputs; `folder`: where they go, a path or an address; `jobs`: how many processes; `timeout`: seconds that
    a document may take, 0 for no limit; `memory`: MB that a worker may take, 0 for its share of the machine's; `force`: do again what is done.
    """

    formats: tuple[str, ...] = DEFAULT_OUTPUTS
    folder: str = "out"
    jobs: int = 1
    timeout: float = 0
    memory: int = 0
    force: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work. `ships`: they see none of our places; `workers`: how many there are."""

    executor: Executor
    ships: bool
    workers: int


def run(
    items: Iterable[Item],
    options: Options,
    bulk: Bulk,
    journal: Journal | None = None,
    executor: Executor | None = None,
    *,
    ships: bool = False,
) -> Iterator[Result]:
    """Convert the documents; their results, in the order in which they are done.

    `journal`: what it says is done is not done again, and how each document went is written down in it. `executor`: who does the work
    instead of processes of our own; `ships`: it sees none of our places: inputs are sent to it, outputs come back and are
    written here. A document whose worker died or took too long is tried once more, alone, when the others are done (or a hundred such wait). Nothing is printed. Memory does not grow with the
    number of documents.

    Raises StyleError and UsageError, which are wrong for every document, and OutputError where the journal cannot be written.
    """
    with contextlib.ExitStack() as stack:
        if executor is None:
            executor = stack.enter_context(workers(bulk))
        yield from _Run(options, bulk, journal, executor, ships).results(items)


@contextlib.contextmanager
def workers(bulk: Bulk) -> Iterator[WorkerPool]:
    """Processes that convert documents. They see the folder and the environment that this process has now."""
    pool = WorkerPool(
        bulk.jobs,
        timeout=bulk.timeout or None,
        memory=bulk.memory * _MEGABYTE or fair_share(bulk.jobs) or None,
        preload=PRELOADED,
        initializer=functools.partial(_settle, os.getcwd(), dict(os.environ)),
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _settle(folder: str, environment: dict[str, str]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)


@dataclasses.dataclass(frozen=True, slots=True)
class _Known:
    """A document with what was known when it was handed out: its recipe, the stamp of its input, and what the journal says of it,
    if its outputs stand."""

    item: Item
    recipe: str
    stamp: str
    entry: Entry | None


class _Run:
    def __init__(self, options: Options, bulk: Bulk, journal: Journal | None, executor: Executor, ships: bool) -> None:
        self._options, self._bulk, self._journal, self._executor, self._ships = options, bulk, journal, executor, ships
        self._recipe = recipe(options, bulk.formats)
        self._sizes = Sizes()  # of outputs, before this run
        self._doing: dict[Future[Result], tuple[_Known, Task]] = {}
        self._again: list[tuple[_Known, Task]] = []

    def results(self, items: Iterable[Item]) -> Iterator[Result]:
        for item in items:
            targets = {format: item.target(self._bulk.folder, format) for format in self._bulk.formats}
            known = self._known(item, targets.values())
            if (
                known.entry
                and known.stamp
                and known.entry.stamp == known.stamp
                and not self._names_files(item, known.entry)
            ):
                yield self._confirmed(known, known.entry)
                continue
            try:
                task = self._task(item, targets, known.entry)
            except InputError as error:  # what is shipped is read here
                yield self._settled(known, _failed(item, error.diagnostic, time.perf_counter()))
                continue
            self._doing[self._executor.submit(perform, task)] = known, task
            while len(self._doing) >= self._bulk.jobs * _WINDOW or self._held() > _MOST_HELD:
                yield from self._done()
            if len(self._again) >= _MOST_LOST:
                yield from self._finished()
        yield from self._finished()

    def _held(self) -> int:
        """The bytes of documents that are under way from here, not read where they are converted."""
        sources = (task.source for _, task in self._doing.values())
        return sum(len(source.data) for source in sources if isinstance(source, Record))

    def _finished(self) -> Iterator[Result]:
        """The results of all that was handed out, then of what is to be tried alone."""
        while self._doing:
            yield from self._done()
        again, self._again = self._again, []
        for known, task in again:
            yield self._alone(known, task)
        if self._journal:
            self._journal.keep()

    def _known(self, item: Item, targets: Collection[str]) -> _Known:
        """What is known of a document before it is read: it may change meanwhile. Its own metadata decides, too."""
        own = own_recipe(self._recipe, self._options, item.name, item.meta)
        entry = self._journal.find(item.id) if self._journal and not self._bulk.force else None
        stands = entry is not None and entry.stands(own, targets, self._sizes.of)
        return _Known(item, own, item.source.stamp(), entry if stands else None)

    def _names_files(self, item: Item, entry: Entry) -> bool:
        """Whether it showed pictures that lie beside it, or asked for some. Who converts looks whether they are as they were."""
        return bool(entry.resources) and (item.source.folder is not None or bool(self._options.roots))

    def _task(self, item: Item, targets: dict[str, str], entry: Entry | None) -> Task:
        options = dataclasses.replace(self._options, meta=(*item.meta, *self._options.meta), jobs=1)
        source = self._shipped(item.source) if self._ships else item.source
        parts = str(self._journal.parts) if self._journal and not self._ships else ""
        known, resources = (entry.digest, entry.resources) if entry else ("", {})
        return Task(item.id, item.name, source, targets, options, known, resources, parts, returned=self._ships)

    def _shipped(self, source: Source) -> Record:
        """A document that is sent. Raises InputError."""
        limits = self._options.limits
        data = source.read(limits)
        if len(data) > limits.input_mb << 20:
            raise exceeded("input_mb", limits, -(-len(data) // 2**20))
        return Record(data)

    def _done(self) -> Iterator[Result]:
        """The results that are there; waits for one at least."""
        while not (ready := wait(self._doing, PATIENCE, FIRST_COMPLETED).done):
            if self._journal:
                self._journal.keep()
        in_order = [future for future in self._doing if future in ready]  # as they were handed out
        for future in in_order:
            known, task = self._doing.pop(future)
            error = future.exception()
            if isinstance(error, WorkerLostError | CallOverdueError):
                self._again.append((known, task))
            else:
                yield self._settled(known, _result(known.item, future))

    def _alone(self, known: _Known, task: Task) -> Result:
        """A document that brought its worker down, tried again with nobody beside it."""
        start, item = time.perf_counter(), known.item
        if self._journal:
            self._journal.keep()  # this may take long
        try:
            result = _result(item, self._executor.submit(perform, task))
        except WorkerLostError as error:
            result = _failed(item, diagnostic("worker-lost", reason=error.reason), start)
        except CallOverdueError as error:
            result = _failed(item, diagnostic("time-exceeded", seconds=f"{error.seconds:g}"), start)
        return self._settled(known, result)

    def _settled(self, known: _Known, result: Result) -> Result:
        """The result with its outputs written and the journal kept."""
        if result.made:
            try:
                write_all(result.made, str(self._journal.parts) if self._journal else "")
            except OutputError as error:
                result = dataclasses.replace(
                    result, state="failed", outputs={}, diagnostics=(*result.diagnostics, error.diagnostic)
                )
            result = dataclasses.replace(result, made={})
        if known.entry and result.state == "unchanged":
            return self._confirmed(known, known.entry)
        if self._journal:
            self._journal.add(result, known.stamp, known.recipe)
        return result

    def _confirmed(self, known: _Known, entry: Entry) -> Result:
        """The result for a document that is as it was."""
        if self._journal:
            self._journal.confirm(entry.id, known.stamp)
        outputs = {place: made.digest for place, made in entry.outputs.items()}
        return Result(entry.id, "unchanged", entry.digest, outputs, entry.diagnostics, resources=entry.resources)


def _result(item: Item, future: Future[Result]) -> Result:
    """What came of a document. What went wrong outside of the document's own work is its failure, too, if it is not wrong
    for all."""
    try:
        return future.result()
    except (StyleError, UsageError, WorkerLostError, CallOverdueError):
        raise
    except MemoryError:  # a worker may have too little even to begin
        return _failed(item, diagnostic("memory-exceeded"), time.perf_counter())
    except Exception as error:
        return _failed(item, bug_finding(error), time.perf_counter())


def _failed(item: Item, found: Diagnostic, start: float) -> Result:
    return Result(item.id, "failed", diagnostics=(found,), seconds=time.perf_counter() - start)
