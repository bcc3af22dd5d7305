"""What setting text needs, beside the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from convert.diagnostics import Report
from convert.kit.limits import USUAL, Limits
from convert.layout.faces import Typefaces
from convert.layout.result import Element
from convert.model import Media, Note
from convert.style.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Setting:
    """The same for a whole document. `media`: its pictures; `places`: the printed pages of ids that are known so far;
    `endnotes`: those whose marks have been set, with their elements; `limits`: how many pages there may be."""

    sheet: Sheet
    faces: Typefaces
    report: Report
    media: Mapping[str, Media] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    endnotes: list[tuple[Note, Element]] = field(default_factory=list)
    limits: Limits = USUAL

    def page_of(self, id: str) -> str:
        """The printed number of the page that an id is on, as far as is known: else that of the first."""
        return self.places.get(id, "1")
