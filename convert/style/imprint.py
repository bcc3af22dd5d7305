"""The look of 版记, the imprint, as a whole (GB/T 9704-2012 cl. 7.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint (版记, GB/T 9704-2012 cl. 7.4): what it shows, whether it has rules, whether it stands on the last page or
    on an even one."""

    shows: tuple[Literal["recipients", "cc", "printing"], ...]
    rules: bool
    page: Literal["even", "last"]
