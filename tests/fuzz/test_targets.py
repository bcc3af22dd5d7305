"""A short look at each target in the suite, the same inputs each time; `python -m tests.fuzz` looks longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.minimising import minimised
from tests.fuzz.mutation import mutate_bytes
from tests.fuzz.targets import TARGETS
from tests.fuzz.watch import watched

_SEEDS = {name: cache(target.seeds) for name, target in TARGETS.items()}
_EXAMPLES = 8
_MOST_SEEDS = 6


@pytest.mark.parametrize("name", TARGETS)
def test_every_seed_holds(name: str) -> None:
    assert _SEEDS[name]()
    for seed in _SEEDS[name]()[:_MOST_SEEDS]:
        _, finding = watched(TARGETS[name].check, seed)
        assert finding is None, f"{seed[:300]!r}\n{finding.story}"


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=_EXAMPLES)
@given(at=st.integers(0, 999), number=st.integers(0, 1 << 32))
@example(at=0, number=0)
def test_mutations_of_seeds_hold(name: str, at: int, number: int) -> None:
    target, seeds = TARGETS[name], _SEEDS[name]()
    data = target.mutate(seeds[at % len(seeds)], Random(number))
    _, finding = watched(target.check, data)
    assert finding is None, f"{minimised(target.check, data, 20)[:3000]!r}\n{finding.story}"


# --- the instruments -------------------------------------------------------------------------------------------------


def _breaks_at(mark: bytes) -> Callable[[bytes], frozenset[str]]:
    def check(data: bytes) -> frozenset[str]:
        if mark in data:
            raise ZeroDivisionError(mark)
        return frozenset()

    return check


def test_a_fault_is_found_and_made_small() -> None:
    check = _breaks_at(b"BAD")
    _, finding = watched(check, b"some\nlines BAD here\nand there\n")
    assert finding is not None and finding.kind == "ZeroDivisionError" and "BAD" in finding.story
    assert minimised(check, b"some\nlines BAD here\nand there\n") == b"BAD"
    assert minimised(check, b"sound") == b"sound"


def test_what_takes_too_long_is_stopped() -> None:
    def check(data: bytes) -> frozenset[str]:
        while True:
            try:
                sum(range(1000))
            except Exception:  # what swallows everything does not swallow this
                continue

    _, finding = watched(check, b"", slack=0.02)
    assert finding is not None and finding.kind == "slow"


def test_a_warning_is_a_fault() -> None:
    def check(data: bytes) -> frozenset[str]:
        import warnings

        warnings.warn("old", DeprecationWarning, stacklevel=1)
        return frozenset()

    _, finding = watched(check, b"")
    assert finding is not None and finding.kind == "DeprecationWarning"


@pytest.mark.parametrize("name", TARGETS)
def test_mutations_are_the_same_by_their_number_and_not_the_seed(name: str) -> None:
    seed = max(_SEEDS[name](), key=len)
    made = [TARGETS[name].mutate(seed, Random(number)) for number in (*range(12), *range(12))]
    assert made[:12] == made[12:]
    assert any(each != seed for each in made)


def test_bytes_are_varied_in_every_way() -> None:
    made = {mutate_bytes(bytes(range(64)), Random(number)) for number in range(200)}
    assert len(made) > 150 and b"" not in made
