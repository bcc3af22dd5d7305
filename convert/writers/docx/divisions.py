"""Quotations and groups as divisions (ISO/IEC 29500-1, 17.15.2): what Word itself knows of blocks that belong together.

Each paragraph and each row of a table says which division it is in (17.3.1.10, 17.4.9), and paragraphs that somebody adds
are in that of their neighbour. It shows nowhere; whoever reads the file again knows by it where a quotation begins and ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from convert.kit.ooxml import declarations
from convert.model import Figure, Group, Image, Para, Quote
from convert.writers.docx.xml import escape, part, switch, value

_FIGURE = "figure"  # the role of a division that is one
_MARGINS = ("marLeft", "marRight", "marTop", "marBottom")


@dataclass(slots=True)
class _Division:
    number: int
    quoted: bool
    inside: list[_Division] = field(default_factory=list)


class Divisions:
    """The divisions of one document, gathered while its body is written."""

    def __init__(self) -> None:
        self._top = _Division(0, quoted=False)
        self._all = {0: self._top}
        self._roles: dict[int, str] = {}

    def of(self, block: Quote | Group | Figure, outer: int) -> int:
        """The number of the division that a block becomes, inside another one (0 for none); `outer` for one that needs
        none: a group without a role, and a figure that is a picture and a caption."""
        role = _FIGURE if isinstance(block, Figure) else block.role
        if (isinstance(block, Group) and not role) or (isinstance(block, Figure) and _is_plain(block)):
            return outer
        made = _Division(len(self._all), isinstance(block, Quote))
        self._all[made.number] = made
        self._all[outer].inside.append(made)
        if role:
            self._roles[made.number] = role
        return made.number

    def part(self) -> bytes:
        """The part `webSettings.xml` that holds them; empty where there are none."""
        divisions = "".join(map(_written, self._top.inside))
        return (
            part(f"<w:webSettings {declarations('w')}><w:divs>{divisions}</w:divs></w:webSettings>")
            if divisions
            else b""
        )

    def variables(self) -> str:
        """The document variables (17.15.1.32) that name the roles of groups; "" for none."""
        named = "".join(
            f'<w:docVar w:name="division {number}" w:val="{escape(role)}"/>' for number, role in self._roles.items()
        )
        return f"<w:docVars {declarations('w')}>{named}</w:docVars>" if named else ""


def _is_plain(figure: Figure) -> bool:
    """Whether a figure is one paragraph of pictures, with a caption below."""
    match figure.children:
        case (Para(children=inlines),) if figure.caption and inlines:
            return all(isinstance(inline, Image) for inline in inlines)
        case _:
            return False


def _written(division: _Division) -> str:
    quoted = switch("blockQuote", True) if division.quoted else ""
    margins = "".join(value(side, 0) for side in _MARGINS)
    inside = "".join(map(_written, division.inside))
    below = f"<w:divsChild>{inside}</w:divsChild>" if inside else ""
    return f'<w:div w:id="{division.number}">{quoted}{margins}{below}</w:div>'


def in_division(number: int) -> str:
    """What a paragraph or a row says of the division it is in; "" for none."""
    return value("divId", number) if number else ""
