"""Write Triptych's own JSON form of a document."""

from __future__ import annotations

from convert.layout.composition import Composition
from convert.model.json import encode


def write(composition: Composition) -> bytes:
    """The document as it was understood (repairs done, elements recognised), as indented UTF-8 JSON."""
    return encode(composition.original, indent=2) + b"\n"
