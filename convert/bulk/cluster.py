"""The workers of a Dask cluster in the place of our own: the same tasks, the journal here.

Workers that see the folder of the outputs (a shared disk) read and write files themselves; others get the bytes and send the
outputs back. A worker that is lost costs nothing: its documents are given to others; one that brings down three is given up.

https://distributed.dask.org/ is an extra (`triptych[cluster]`).
"""

from __future__ import annotations

import contextlib
import functools
import os
import platform
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass
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
_TOLD = ("SOURCE_DATE_EPOCH",)
"""Variables that decide about outputs."""
_PATIENCE = 30  # seconds to wait for a scheduler, and for its first worker


@contextlib.contextmanager
def cluster_at(
    address: str, folder: str, inputs: Iterable[str] = (), needed: Iterable[str | Path] = ()
) -> Iterator[Hands]:
    """The workers of a scheduler (`tcp://host:8786`), or of one that is started here with so many processes (`local:4`).

    `folder`: of the outputs; `inputs`: files that are to be read: workers who do not see these as they are here, and the folder, get
    bytes and send bytes back. `needed`: other files and folders (styles, faces), which they must see.

    Raises UsageError: `extra-missing`, `cluster-unreachable`, `cluster-version`, `cluster-unseen`.
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
        check_versions(client.run(_version, on_error="return"))
        check_needed(client, needed)
        ships = not (is_address(folder) or _seen_by_all(client, Path(folder))) or any(_unseen(client, inputs))
        yield Hands(_ClusterExecutor(client), ships, len(client.scheduler_info()["workers"]))


def _started(address: str) -> Any:
    number = address.removeprefix(_LOCAL)
    if not number.isdecimal() or not int(number):
        raise ValueError(f"{number or 'nothing'} is no number of processes")
    distributed: Any = import_module("distributed")
    return distributed.LocalCluster(
        n_workers=int(number), threads_per_worker=1, processes=True, protocol="tcp", dashboard_address=None
    )


class _ClusterExecutor(Executor):
    """The executor of a client, whose futures raise what ours do."""

    def __init__(self, client: Any) -> None:
        self._inner = client.get_executor(pure=False)
        self._place = _Place(__version__, os.getcwd(), {name: os.environ.get(name) for name in _TOLD})

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a worker of the cluster call `fn`. Raises WorkerLostError by its future where that brings workers down."""
        outer: Future[T] = Future()
        inner: Future[T] = self._inner.submit(_called, self._place, fn, *args, **kwargs)
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


@dataclass(frozen=True, slots=True)
class _Place:
    """What a call is to find where it is done: the version, the folder we are in, what the environment says (None: nothing)."""

    version: str
    folder: str
    environment: dict[str, str | None]


def _called(place: _Place, fn: Callable[..., T], *args: object, **kwargs: object) -> T:
    """What a worker does: call `fn` as it would be called here. A worker is not ours alone: it is left as it was.

    Raises UsageError (`cluster-version`), for a worker that came later.
    """
    check_versions({platform.node() or "?": _version()}, place.version)
    before = os.getcwd(), {name: os.environ.get(name) for name in place.environment}
    try:
        with contextlib.suppress(OSError):  # a worker that does not see it gets bytes
            os.chdir(place.folder)
        _set(place.environment)
        return fn(*args, **kwargs)
    finally:
        os.chdir(before[0])
        _set(before[1])


def _set(environment: Mapping[str, str | None]) -> None:
    for name, value in environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _version() -> str:
    return __version__


def check_versions(found: Mapping[str, object], ours: str = __version__) -> None:
    """Raises UsageError (`cluster-version`) for a worker that has another version, or none: then what it says instead."""
    for worker, version in found.items():
        if version != ours:
            raise UsageError("cluster-version", worker=worker, version=version or type(version).__name__, ours=ours)


def check_needed(client: Any, needed: Iterable[str | Path]) -> None:
    """Raises UsageError (`cluster-unseen`) for what some worker does not see."""
    for path in _unseen(client, map(str, needed)):
        raise UsageError("cluster-unseen", path=path)


def _unseen(client: Any, paths: Iterable[str]) -> Iterator[str]:
    """Those of the paths that are not for every worker what they are here."""
    for path in paths:
        if not is_address(path):
            here = os.path.abspath(path)
            if any(size != _size(here) for size in client.run(_size, here).values()):
                yield path


def _size(path: str) -> int:
    """The bytes of a file, 0 for a folder, -1 for nothing."""
    try:
        return 0 if os.path.isdir(path) else os.stat(path).st_size
    except OSError:
        return -1


def _seen_by_all(client: Any, folder: Path) -> bool:
    """Whether every worker sees a file that is put into a folder here."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder.resolve() / f".probe-{uuid.uuid4().hex}"
    probe.write_bytes(b"")
    try:
        return all(client.run(os.path.exists, str(probe)).values())
    finally:
        probe.unlink()
