"""The faces that letters in a drawing may take."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from convert.kit.fonts import Face


class Faces(NamedTuple):
    """The faces of one family, in the order they are asked for a character; `bold` is empty where it has none."""

    regular: tuple[Face, ...]
    bold: tuple[Face, ...] = ()


class Lettering(NamedTuple):
    """Faces by the names of families, in lower case: generic ones (`serif`, `sans-serif`, `monospace`), and those that
    a style knows (`simsun`). No face of the system is looked at beside them."""

    families: Mapping[str, Faces] = {}

    def files(self) -> tuple[Path, ...]:
        """The files of all faces."""
        faces = (face for family in self.families.values() for face in (*family.regular, *family.bold))
        return tuple(dict.fromkeys(face.path for face in faces))

    def generic(self, name: str) -> str | None:
        """The name of the family that stands for a generic one."""
        family = self.families.get(name)
        return family.regular[0].family if family else None

    def faces(self, names: str) -> Faces | None:
        """The faces of the first family of a list that is known, else `serif`."""
        for name in (*(name.strip().strip("'\"").lower() for name in names.split(",")), "serif"):
            if name in self.families:
                return self.families[name]
        return None


NONE = Lettering()
