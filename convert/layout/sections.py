"""Sections: runs of pages that have their sheet in common. A group with such a role begins one and ends it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from convert.model import Group, Node
from convert.style.page import Page, PageLook
from convert.style.sheet import Sheet

LANDSCAPE, COVER, FRONT = "landscape", "cover", "front"
SECTIONS = frozenset({LANDSCAPE, COVER, FRONT})
"""Roles of groups that stand on pages of their own."""


@dataclass(frozen=True, slots=True)
class Section:
    """What pages have in common. `kind`: body, cover or front, each numbered on its own; `turned`: they are read with the
    sheet turned clockwise by 90°; `numbered`: they show their numbers, where the style has them (GB/T 9704-2012 cl. 7.5: a
    blank page before 版记, and its own page then, do not)."""

    kind: Literal["body", "cover", "front"] = "body"
    turned: bool = False
    numbered: bool = True

    def within(self, group: Group) -> Section:
        """The section that the blocks of a group stand in."""
        match group.role:
            case "landscape":
                return replace(self, turned=True)
            case "cover" | "front" as kind:
                return Section(kind)
            case _:
                return self

    def look(self, sheet: Sheet) -> PageLook:
        """How its pages look. Those across in front or on a cover are as the others there."""
        look = sheet.pages[LANDSCAPE if self.turned and self.kind == "body" else self.kind]
        return look if self.numbered else look.unnumbered

    def paper(self, sheet: Sheet, number: int = 1) -> Page:
        """The sheet of its pages as they are read; `number`: of the page among those of its kind."""
        page = self.look(sheet).page.facing(number)
        return page.turned if self.turned else page


def begins_section(node: Node) -> bool:
    """Whether it is a group that stands on pages of its own."""
    return isinstance(node, Group) and node.role in SECTIONS
