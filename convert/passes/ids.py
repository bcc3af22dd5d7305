"""Names for nodes that have none and that something must lead to."""

from __future__ import annotations

import functools
from itertools import count

from convert.model import Document
from convert.model.walk import nodes


class FreeIds:
    """Ids that no node of a document has. The document is looked through when the first one is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def take(self, stem: str, number: int = 1) -> str:
        """`stem-number`, or the next number with which nobody has it; it is taken then."""
        name = next(name for n in count(number) if (name := f"{stem}-{n}") not in self._taken)
        self._taken.add(name)
        return name

    @functools.cached_property
    def _taken(self) -> set[str]:
        return {node.id for node in nodes(self._document) if node.id}
