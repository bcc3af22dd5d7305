"""Inputs that bring down whoever reads them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from convert.bulk.items import Item
from convert.kit.limits import USUAL, Limits


@dataclass(frozen=True)
class Poison:
    """`kind`: endless, huge or crash."""

    kind: str
    folder: ClassVar[Path | None] = None

    def read(self, limits: Limits = USUAL) -> bytes:
        """Never comes to an end as it should."""
        if self.kind == "crash":
            os.abort()
        if self.kind == "huge":
            return b"x" * 4_000_000_000
        while True:
            pass

    def stamp(self) -> str:
        """Nothing is known of it."""
        return ""


def poison(kind: str) -> Item:
    """A document that is one."""
    return Item(kind, f"{kind}.txt", kind, Poison(kind))
