"""Faces as Word names them: by their family, with bold and italic said beside it. It knows no face called
"Times New Roman Bold"."""

from __future__ import annotations

import functools
from typing import NamedTuple

_LONGEST = 31  # characters of a name: Windows knows no longer one (LF_FACESIZE), and the schema allows none
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
            return WordFace(name.removesuffix(ending)[:_LONGEST], bold, italic)
    return WordFace(name[:_LONGEST])
