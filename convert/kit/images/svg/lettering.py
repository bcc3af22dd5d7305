"""The faces that letters in a drawing may take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Lettering(NamedTuple):
    """The faces that letters in a drawing may take: their files, and the families that stand for the generic ones
    (`serif`, `sans-serif`, `monospace`). No face of the system is looked at."""

    files: Sequence[Path] = ()
    families: Mapping[str, str] = {}


NONE = Lettering()
