"""Who does the work at once, in this process: what tests replace is replaced for it, too."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Inline(Executor):
    """Calls each function when it is submitted. `lost`: raised in the place of the first calls, one for each."""

    def __init__(self, *lost: Exception) -> None:
        self.lost = list(lost)
        self.calls: list[object] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """See `Executor.submit`."""
        future: Future[T] = Future()
        self.calls.append(args[0])
        try:
            if self.lost:
                raise self.lost.pop(0)
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def in_hand(self) -> list[tuple[str, float]]:
        """Nothing: all is done when it is submitted."""
        return []
