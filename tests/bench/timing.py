"""Take times, ours and theirs in turn, and print them as ratios."""

from __future__ import annotations

import functools
import os
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def installed() -> dict[str, str]:
    """The environment of a process that finds its modules compiled, as an installed package's are."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def in_turn(items: Sequence[T], *works: Callable[[T], object]) -> list[float]:
    """The median seconds of each piece of work for one item; for each item one piece after the other."""
    taken = [[_time(functools.partial(work, item)) for work in works] for item in items]
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def show(name: str, ours: float, theirs: dict[str, float]) -> None:
    """Print a time of ours, and those of the peers with their ratios."""
    print(f"{name}\n  Triptych: {_shown(ours)}")
    for peer, taken in theirs.items():
        print(f"  {peer}: {_shown(taken)}, ratio {taken / ours:.1f}")


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
