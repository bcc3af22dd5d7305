"""The glyphs of formulas as form objects (ISO 32000-1, 8.10), each once in a file: formulas are made of few."""

from __future__ import annotations

from convert.kit.math.outlines import Shape
from convert.writers.pdf import operators
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Stream


class FormulaGlyphs:
    """The glyphs of one document. They take the colour that holds where they are drawn."""

    def __init__(self, document: TaggedDocument) -> None:
        self._document = document
        self._names: dict[Shape, str] = {}
        self._objects: dict[str, int] = {}

    def name(self, shape: Shape) -> str:
        """The resource name of a glyph."""
        if shape not in self._names:
            name = self._names[shape] = f"M{len(self._names) + 1}"
            xs = [x for step in shape for x in step.points[::2]]
            ys = [y for step in shape for y in step.points[1::2]]
            box = b"%d %d %d %d" % (min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)
            head = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources<<>>" % box
            self._objects[name] = self._document.add(Stream(operators.shape(shape).encode("ascii"), head))
        return self._names[shape]

    def resource(self, name: str) -> bytes:
        """A reference to the object of a resource name; empty for a name that is no glyph's."""
        return b"%d 0 R" % self._objects[name] if name in self._objects else b""
