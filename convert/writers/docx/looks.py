"""Looks as Word's properties of paragraphs and characters.

Properties are elements by name, in the order that the schema demands (ISO/IEC 29500-1, 17.3.1.26 CT_PPr, 17.3.2.28
CT_RPr), so that a style or a run can say only what differs from what it is based on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from convert.layout.code import TAB
from convert.style.sheet import Alignment, Computed, Edge, FontStack, Sheet
from convert.style.spans import SpanLook
from convert.writers.docx.faces import word_face
from convert.writers.docx.geometry import em, half_points, pitch, space_after, space_before, tracking, twips
from convert.writers.docx.xml import escape, switch, value

Properties = dict[str, str]
"""Elements by their name, in schema order; "" where there is nothing to say."""

ALIGNMENTS: dict[Alignment, str] = {
    "left": "left",
    "center": "center",
    "right": "right",
    "justify": "both",
    "spread": "distribute",
}
_CHAR_UNITS = 100  # in a character
_CELL_EM = 0.6  # the width of all characters of Courier New
_TAB_STOPS = 12
_EIGHTHS = 8  # of a pt: the unit of a rule's weight
_FARTHEST = 31  # pt that a paragraph's rule may stand away from its text (17.3.4)
_HAIRLINE = 0.25  # pt: what carries a ground as far as a rule would stand


@dataclass(frozen=True, slots=True)
class CharLook:
    """How characters look: `font` role, `size` and `rise` in pt, `tracking` in twips, colours ("" none), a line."""

    font: str
    size: float
    rise: float
    tracking: int
    color: str
    line: str
    background: str
    caps: bool = False
    bold: bool = False
    slanted: bool = False

    def spanned(self, span: SpanLook) -> CharLook:
        """The look of what stands in a span."""
        return replace(
            self,
            font=span.font or self.font,
            size=self.size * span.scale,
            rise=self.rise + span.rise_em * self.size,
            color=span.color or self.color,
            line=self.line if span.line == "none" else span.line,
            background=span.background or self.background,
            caps=self.caps or span.caps == "small",
            bold=self.bold or span.weight == "bold",
            slanted=self.slanted or span.slant == "italic",
        )


def char_look(look: Computed) -> CharLook:
    """The look of a block's plain characters."""
    return CharLook(look.font, look.size, 0, tracking(look), look.color, "none", "")


def char_properties(look: CharLook, sheet: Sheet) -> Properties:
    """Character properties. Bold and italics stand in them only where the style asks for them."""
    size, stack = half_points(look.size), sheet.fonts[look.font]
    cut = word_face(stack.latin[0])
    return {
        "rFonts": fonts(stack),
        "b": switch("b", True) if look.bold or cut.bold else "",
        "i": switch("i", True) if look.slanted or cut.italic else "",
        "smallCaps": switch("smallCaps", True) if look.caps else "",
        "strike": switch("strike", look.line == "through"),
        "color": value("color", look.color.lstrip("#").upper()),
        "spacing": value("spacing", look.tracking),
        "position": value("position", half_points(look.rise)),
        "sz": value("sz", size),
        "szCs": value("szCs", size),
        "u": value("u", "single" if look.line == "under" else "none"),
        "shd": shading(look.background),
        "em": value("em", "dot" if look.line == "dots" else "none"),
    }


def fonts(stack: FontStack, hint: str = "") -> str:
    """The official faces by name; a theme's are never asked for."""
    latin, cjk = (escape(word_face(names[0]).family) for names in (stack.latin, stack.cjk))
    return f'<w:rFonts{hint} w:ascii="{latin}" w:eastAsia="{cjk}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def shading(color: str) -> str:
    """A plain background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color.lstrip("#").upper() or "auto"}"/>'


def border(side: str, weight: float, space: float = 0, color: str = "") -> str:
    """A rule on one side, its weight (0 for none) and its distance from the text in pt; `color`: `#rrggbb`, "" for the
    text's."""
    ink, kind = color.lstrip("#").upper() or "auto", "single" if weight else "nil"
    return f'<w:{side} w:val="{kind}" w:sz="{round(weight * _EIGHTHS)}" w:space="{round(space)}" w:color="{ink}"/>'


def borders(look: Computed) -> str:
    """The rules around a paragraph (17.3.1.24): those of neighbours that look alike join, with a rule between them. A
    ground reaches as far as the rules do, so it has some in its own colour where there are no others."""
    box, said = look.box, ""
    sides: tuple[Edge, ...] = ("top", "left", "bottom", "right")  # in the order of the schema
    for side in (side for side in sides if box.padded(side)):
        weight, color = (box.border, box.color) if box.border and side in box.sides else (_HAIRLINE, box.background)
        said += border(side, weight, min(look.padding(side), _FARTHEST), color)
    if box.border and {"top", "bottom"} <= set(box.sides):
        said += border("between", box.border, min(look.padding("top"), _FARTHEST), box.color)
    return f"<w:pBdr>{said}</w:pBdr>" if said else ""


def paragraph_properties(look: Computed, sheet: Sheet) -> Properties:
    """Paragraph properties of a role; the space after a block off the grid is that of one line."""
    return {
        "keepNext": switch("keepNext", look.keep_next),
        "pageBreakBefore": switch("pageBreakBefore", look.new_page),
        "numPr": "",
        "pBdr": borders(look),
        "shd": shading(look.box.background) if look.box.background else "",
        "spacing": spacing(look, sheet, 1),
        "ind": indents(look),
        "jc": value("jc", ALIGNMENTS[look.align]),
        "textAlignment": value("textAlignment", "center") if look.middle else "",
    }


def spacing(look: Computed, sheet: Sheet, lines: int, *, exact: bool = True, gap: float = 0, drop: float = 0) -> str:
    """The line pitch, and the space before and after a block of so many lines. `gap`: more space before, in pt; `drop`: how
    far below a line of the grid it begins."""
    before, after = space_before(look, sheet) + gap, space_after(look, sheet, lines, drop + gap)
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"'
        f' w:line="{twips(pitch(look))}" w:lineRule="{"exact" if exact else "atLeast"}"/>'
    )


def indents(look: Computed) -> str:
    """Indents in characters, which Word keeps when the size changes, and in twips for those who cannot count them.

    Hanging ones are in twips alone: Word counts characters at the left from where the first line begins (17.3.1.12 leaves
    that open), others from where the rest does.
    """
    sides = [("left", look.left_em), ("right", look.right_em), ("firstLine", look.indent_em)]
    own = ""
    if look.indent_em < 0:
        left, hanging = twips(look.left_em * em(look)), twips(-look.indent_em * em(look))
        sides = sides[1:2]
        own = f'w:leftChars="0" w:left="{left}" w:hangingChars="0" w:hanging="{hanging}" w:firstLineChars="0" '
    attributes = (
        f'w:{side}Chars="{round(count * _CHAR_UNITS)}" w:{side}="{twips(count * em(look))}"' for side, count in sides
    )
    return f"<w:ind {own}{' '.join(attributes)}/>"


def code_tabs(look: Computed) -> str:
    """Tab stops (17.3.1.38) as far apart as in code on a screen, for some levels of it."""
    stops = (twips(look.left_em * em(look) + TAB * _CELL_EM * look.size * level) for level in range(1, _TAB_STOPS + 1))
    said = (f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in stops)
    return f"<w:tabs>{''.join(said)}</w:tabs>"


def differing(own: Properties, base: Properties) -> str:
    """What `own` says that `base` does not."""
    return "".join(element for name, element in own.items() if element != base.get(name))
