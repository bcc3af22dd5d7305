from __future__ import annotations

import pickle
import tracemalloc

import pytest

from convert.bulk.spool import Spool
from convert.diagnostics import OutputError


def test_what_is_added_is_gone_through_again_and_again() -> None:
    spool: Spool[tuple[int, str]] = Spool()
    for number in range(1_000):
        spool.append((number, "文" * number))
        if number == 500:
            assert next(iter(spool)) == (0, "")  # and is added to meanwhile
    pairs = zip(spool, spool, strict=True)
    assert all(one == other == (number, "文" * number) for number, (one, other) in enumerate(pairs))
    assert len(spool) == 1_000


def test_memory_does_not_grow_with_it() -> None:
    spool: Spool[str] = Spool()
    tracemalloc.start()
    for number in range(20_000):
        spool.append(f"{number}" * 100)
    assert tracemalloc.get_traced_memory()[0] < 2_500_000
    assert sum(1 for _ in spool) == 20_000
    tracemalloc.stop()


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pickle, "dump", fail)
    with pytest.raises(OutputError, match="No space left on device"):
        Spool[int]().append(1)
