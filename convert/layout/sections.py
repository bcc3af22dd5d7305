"""Sections: runs of pages that have their sheet in common. A group with such a role begins one and ends it again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from convert.model import Group, Node
from convert.style.sheet import Page, Sheet

LANDSCAPE = "landscape"
SECTIONS = frozenset({LANDSCAPE})
"""Roles of groups that stand on pages of their own."""


@dataclass(frozen=True, slots=True)
class Section:
    """What pages have in common. `turned`: they are read with the sheet turned clockwise by 90°."""

    turned: bool = False

    def within(self, group: Group) -> Section:
        """The section that the blocks of a group stand in."""
        return replace(self, turned=True) if group.role == LANDSCAPE else self

    def page(self, sheet: Sheet) -> Page:
        """The sheet of its pages as they are read."""
        return sheet.page.turned if self.turned else sheet.page


def begins_section(node: Node) -> bool:
    """Whether it is a group that stands on pages of its own."""
    return isinstance(node, Group) and node.role in SECTIONS
