"""Bookmarks: Word's names for places in the text (ISO/IEC 29500-1, 17.13.6)."""

from __future__ import annotations

import re

_LONGEST = 40  # characters of a name; Word drops what is longer
_UNSAFE = re.compile(r"\W")


class Bookmarks:
    """The bookmarks of one document: a valid, unique name for every id."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._marked: set[str] = set()

    def name(self, id: str) -> str:
        """The name that stands for an id."""
        if id not in self._names:
            safe = _UNSAFE.sub("_", id)  # a name that begins with _ is not shown
            name = wanted = (safe if safe.startswith("_") else f"_{safe}")[:_LONGEST]
            number = 1
            while name.lower() in self._taken:
                number += 1
                name = f"{wanted[: _LONGEST - len(str(number))]}{number}"
            self._names[id] = name
            self._taken.add(name.lower())
        return self._names[id]

    def mark(self, id: str) -> str:
        """A bookmark at this place; nothing for a second place of the same id."""
        return self.around(id, "")

    def around(self, id: str, content: str) -> str:
        """Content in a bookmark, which a reference can repeat; the content alone for a second place of the same id."""
        if not id or id in self._marked:
            return content
        self._marked.add(id)
        number = len(self._marked)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.name(id)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
