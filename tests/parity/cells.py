"""What a row of the matrix is made of: documents that use it, and how each output is asked for it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from convert.config import Options
from convert.diagnostics import Report
from convert.model import Block, Document
from convert.pipeline import compose, write_document

OUTPUTS = ("pdf", "docx", "epub")


class Variant(NamedTuple):
    """A document in a style with some settings (as `--set` takes them), and what has to be found in its files."""

    document: Document
    wanted: object
    settings: tuple[str, ...] = ()


class Limit(NamedTuple):
    """What an output does not hold: the anchor of the heading in docs/limits.md that says so."""

    anchor: str


Probe = Callable[[bytes], Any]
"""What a finished file says, in words and units that all outputs share."""


@dataclass(frozen=True, slots=True)
class Case:
    """How a row is shown: variants that differ in it alone, a probe or a limit for each output; numbers agree `within`."""

    variants: tuple[Variant, ...]
    pdf: Probe | Limit
    docx: Probe | Limit
    epub: Probe | Limit
    within: float = 1e-6

    def of(self, output: str) -> Probe | Limit:
        """The probe or the limit for an output."""
        found: Probe | Limit = getattr(self, output)
        return found


CASES: dict[str, Callable[[], Case]] = {}
"""All cases by the name of their row (`List.start`)."""


def case(row: str) -> Callable[[Callable[[], Case]], Callable[[], Case]]:
    """Register a function as the maker of a row's case."""

    def register(make: Callable[[], Case]) -> Callable[[], Case]:
        assert row not in CASES, row
        CASES[row] = make
        return make

    return register


def simple(*blocks: Block, wanted: object, settings: tuple[str, ...] = ()) -> Variant:
    """A variant of some blocks."""
    return Variant(Document(blocks), wanted, settings)


def written(variant: Variant, output: str) -> bytes:
    """The finished file of a variant, in the bundled faces."""
    options = Options(fonts="bundled", settings=variant.settings)
    composition = compose(variant.document, "case.json", options, Report("case.json"), (output,))
    return write_document(composition, output)


def failures(row: Case, output: str) -> list[str]:
    """What an output says otherwise than it should; empty where it holds, or where a limit says that it does not."""
    probe = row.of(output)
    if isinstance(probe, Limit):
        return []
    found = ((_asked(probe, written(variant, output)), variant.wanted) for variant in row.variants)
    return [f"found {got!r}, wanted {wanted!r}" for got, wanted in found if not agree(got, wanted, row.within)]


def _asked(probe: Probe, data: bytes) -> object:
    """What a probe finds; where what it looks for is not there, how it failed."""
    try:
        return probe(data)
    except (AssertionError, LookupError, StopIteration, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def agree(found: object, wanted: object, within: float) -> bool:
    """Whether two values are the same, numbers in them within so much."""
    if isinstance(wanted, bool) or isinstance(found, bool):
        return found is wanted
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return math.isclose(found, wanted, abs_tol=within, rel_tol=1e-9)
    if isinstance(wanted, tuple | list) and isinstance(found, tuple | list):
        return len(found) == len(wanted) and all(agree(*pair, within) for pair in zip(found, wanted, strict=True))
    return found == wanted
