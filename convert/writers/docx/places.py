"""Where a block stands, while the body is written."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the role of plain paragraphs, the room in pt, how deep in lists and the indent that gives,
    whether it stays with what follows, its language ("" for the document's), its variant of its style ("" for none), the number
    of the division it is in (0 for none)."""

    container: str
    width: float
    level: int = 0
    indent: float = 0.0
    keep: bool = False
    lang: str = ""
    variant: str = ""
    division: int = 0

    def inside(self, container: str) -> Place:
        """The same place, where plain paragraphs take another role."""
        return replace(self, container=container)
