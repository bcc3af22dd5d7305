"""Faces as Word names them: by their family, with bold and italic said beside it. It knows no face called
"Times New Roman Bold"."""

from __future__ import annotations

import functools
from typing import NamedTuple

_CUTS = {" Bold Italic": (True, True), " Bold": (True, False), " Italic": (False, True)}


class WordFace(NamedTuple):
    """A face: its family and its cut."""

    family: str
    bold: bool = False
    italic: bool = False


@functools.cache
def word_face(name: str) -> WordFace:
    """The face of that full name."""
    for ending, (bold, italic) in _CUTS.items():
        if name.endswith(ending):
            return WordFace(name.removesuffix(ending), bold, italic)
    return WordFace(name)
