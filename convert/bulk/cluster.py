"""The workers of a Dask cluster in the place of our own: the same tasks, the journal here.

Workers that see the folder of the outputs (a shared disk) read and write files themselves; others get the bytes and send the
outputs back. A worker that is lost costs nothing: its documents are given to others; one that brings down three is given up.

https://distributed.dask.org/ is an extra (`triptych[cluster]`).
"""

from __future__ import annotations

import contextlib
import functools
import os
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from importlib import import_module
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from convert.bulk.kinds import is_address
from convert.bulk.run import Hands
from convert.bulk.workers import WorkerLostError
from convert.diagnostics import UsageError
from convert.version import __version__

P = ParamSpec("P")
T = TypeVar("T")

_LOCAL = "local:"
_PLUGIN = "triptych"
_TOLD = ("SOURCE_DATE_EPOCH",)
_PATIENCE = 30  # seconds to wait for a scheduler, and for its first worker


@contextlib.contextmanager
def cluster_at(address: str, folder: str) -> Iterator[Hands]:
    """The workers of a scheduler (`tcp://host:8786`), or of one that is started here with so many processes (`local:4`).

    `folder`: of the outputs. Raises UsageError: `extra-missing`, `cluster-unreachable`, `cluster-version`.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise UsageError("extra-missing", name="cluster", what="--cluster", needs="distributed") from None
    with contextlib.ExitStack() as stack:
        try:
            scheduler = stack.enter_context(_started(address)) if address.startswith(_LOCAL) else address
            client = stack.enter_context(distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError("cluster-unreachable", address=address, reason=error or type(error).__name__) from None
        _check_versions(client.run(_version))
        ships = not is_address(folder) and not _seen_by_all(client, Path(folder))
        client.register_plugin(_settling(ships), name=_PLUGIN)
        yield Hands(_ClusterExecutor(client), ships, len(client.scheduler_info()["workers"]))


def _started(address: str) -> Any:
    number = address.removeprefix(_LOCAL)
    if not number.isdecimal() or not int(number):
        raise ValueError(f"{address}: not a number of processes")
    distributed: Any = import_module("distributed")
    return distributed.LocalCluster(
        n_workers=int(number), threads_per_worker=1, processes=True, protocol="tcp", dashboard_address=None
    )


class _ClusterExecutor(Executor):
    """The executor of a client, whose futures raise what ours do."""

    def __init__(self, client: Any) -> None:
        self._inner = client.get_executor(pure=False)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a worker of the cluster call `fn`. Raises WorkerLostError by its future where that brings workers down."""
        outer: Future[T] = Future()
        inner: Future[T] = self._inner.submit(fn, *args, **kwargs)
        inner.add_done_callback(functools.partial(_told, outer))
        return outer


def _told(outer: Future[T], inner: Future[T]) -> None:
    from distributed import KilledWorker

    if inner.cancelled():
        outer.set_exception(WorkerLostError("cancelled by the cluster"))
        return
    error = inner.exception()
    if isinstance(error, KilledWorker):
        outer.set_exception(WorkerLostError("several workers of the cluster, one after the other"))
    elif error:
        outer.set_exception(error)
    else:
        outer.set_result(inner.result())


def _settling(ships: bool) -> Any:
    """What a worker does before its first document, also one that comes later: it goes to the folder where we are, if it sees it, and
    takes what decides about outputs from our environment."""
    distributed: Any = import_module("distributed")
    here = "" if ships else os.getcwd()
    told = {name: os.environ[name] for name in _TOLD if name in os.environ}

    class Settling(distributed.WorkerPlugin):  # type: ignore[misc]
        def setup(self, worker: object) -> None:
            if here:
                os.chdir(here)
            os.environ.update(told)

    return Settling()


def _version() -> str:
    return __version__


def _check_versions(found: dict[str, str]) -> None:
    for worker, version in found.items():
        if version != __version__:
            raise UsageError("cluster-version", worker=worker, version=version, ours=__version__)


def _seen_by_all(client: Any, folder: Path) -> bool:
    """Whether every worker sees a file that is put into a folder here."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder.resolve() / f".probe-{uuid.uuid4().hex}"
    probe.write_bytes(b"")
    try:
        return all(client.run(os.path.exists, str(probe)).values())
    finally:
        probe.unlink()
