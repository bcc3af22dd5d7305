"""Where a block stands while it is turned into strips."""

from __future__ import annotations

from dataclasses import dataclass

from convert.layout.paragraphs import Frame
from convert.layout.result import Element


@dataclass(slots=True)
class Context:
    """Where a block stands: the role plain paragraphs take, the frame, the structure element, the list level."""

    container: str
    frame: Frame
    parent: Element
    level: int = 0
