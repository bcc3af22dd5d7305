"""What stands in a line and is no character: small pictures and formulas. It becomes a box that the line makes room for."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from convert.kit.cjk import EAST_ASIAN, HAN
from convert.kit.fonts import Face
from convert.kit.images.header import image_info
from convert.kit.math.breaking import pieces
from convert.kit.math.outlines import UNITS, Drawing
from convert.kit.math.presentation import characters, parse
from convert.layout.faces import Typeface
from convert.layout.inlines import CharLook, Chars, Object, Piece, Place
from convert.layout.offsets import begun
from convert.layout.pictures import picture_size
from convert.layout.result import ASCENT, Box, Element, Line, SetText
from convert.layout.setting import Setting
from convert.model import Image, LineBreak, Math, MathBlock
from convert.style.sheet import Computed

OBJECT = "\ufffc"
"""What stands in a text for a box (Unicode: OBJECT REPLACEMENT CHARACTER)."""
_TALLEST = 1.5  # lines: a taller picture does not stand among words
_CLEAR = 1.0  # pt between what stands in two lines
_UNCUT = 8  # em: shorter formulas are not cut
_KEPT = 512  # drawings of formulas
_HAN, _WORDS = re.compile(f"[{HAN}]"), re.compile(f"[{EAST_ASIAN}]")


def with_boxes(
    pieces: Iterable[Piece], look: Computed, room: float, setting: Setting
) -> Iterator[Chars | Image | LineBreak | Place]:
    """The pieces of a block's text, with boxes for what can stand in a line of `room` pt. A picture that is too tall for
    that, or the only thing in its block, comes as it is; one that stands over words does not come at all."""
    pieces = [piece for piece in pieces if not (isinstance(piece, Object) and piece.is_over)]
    alone = sum(
        isinstance(piece, Object) or (isinstance(piece, Chars) and not piece.text.isspace()) for piece in pieces
    )
    for piece in pieces:
        if not isinstance(piece, Object):
            yield piece
        elif isinstance(piece.node, Math):
            yield from boxed_formula(piece.node, piece.look, room, setting)
        else:
            box = _picture(piece.node, room, setting)
            if look.middle:
                yield Chars(OBJECT, piece.look, box=_in_the_middle(box, look), node=piece.node)
                continue
            tall = alone == 1 or box.height > _TALLEST * look.pitch
            yield piece.node if tall else Chars(OBJECT, piece.look, box=box, node=piece.node)


def element_of(chars: Chars, owner: Element) -> Element:
    """The element of what a box holds. A picture without a description is an ornament: nothing can be read out."""
    match chars.node:
        case Image() as image if image.alt:
            return Element("figure", owner, image, lang=image.lang, alt=image.alt)
        case Image():
            return Element("artifact")
        case Math() | MathBlock() as formula:
            text = _characters(formula)
            return Element("formula", owner, formula, lang=formula.lang, alt=formula.tex or text, text=text)
        case None:
            raise ValueError("not a box")


def _picture(image: Image, room: float, setting: Setting) -> Box:
    """A picture on the baseline. Raises ValueError for one that cannot be printed: `make_sound` takes those out."""
    info = image_info(setting.media[image.media].data)
    if info is None:
        raise ValueError(f"not a picture: {image.media}")
    width, height = picture_size(image, info, room, setting.sheet.page)
    return Box(width, height, 0.0, image.media)


def _in_the_middle(box: Box, look: Computed) -> Box:
    """A box whose middle is that of the characters."""
    raised = (ASCENT - 1 / 2) * look.size
    return Box(box.width, box.height / 2 + raised, box.height / 2 - raised, box.content)


# --- formulas ----------------------------------------------------------------------------------------------------


def boxed_formula(formula: Math | MathBlock, look: CharLook, room: float, setting: Setting) -> list[Chars]:
    """A formula in the size of the characters around it: one box, or several that it may be cut between where it is
    long; its characters where it cannot be drawn. What is wider than `room` pt becomes smaller."""
    whole = _drawn(formula, formula.mathml, look, setting)
    if whole is None:
        setting.report.add("math-undrawn", formula.pos)
        return [Chars(_characters(formula), look)]
    scale = look.size / UNITS
    uncut = room if isinstance(formula, MathBlock) else min(room, _UNCUT * look.size)
    drawings: list[Drawing | None] = [whole]
    if whole.width * scale > uncut:
        drawings = [_drawn(formula, piece, look, setting) for piece in pieces(formula.mathml)]
    drawn = [drawing for drawing in drawings if drawing]
    widest = max(drawing.width for drawing in drawn) * scale
    if widest > room:
        setting.report.add("math-scaled", formula.pos, percent=round(100 * room / widest))
        scale *= room / widest
    whole_or_pieces = drawn if len(drawn) == len(drawings) else [whole]
    boxes = [Box(each.width * scale, each.height * scale, each.depth * scale, each) for each in whole_or_pieces]
    return [Chars(OBJECT, look, box=box, node=formula, continued=at > 0) for at, box in enumerate(boxes)]


def words_in(node: Image | Math) -> set[str]:
    """The characters of a formula that are set in the text's own faces: the math face has no Chinese."""
    return set(_WORDS.findall(_characters(node))) if isinstance(node, Math) else set()


def _characters(formula: Math | MathBlock) -> str:
    return characters(parse(formula.mathml))


def _drawn(formula: Math | MathBlock, mathml: str, look: CharLook, setting: Setting) -> Drawing | None:
    """The drawing of a formula, or of a piece of it."""
    drawing, missing = _drawing(mathml, setting.faces[look.font])
    for char in missing if mathml is formula.mathml else ():
        setting.report.add("font-missing-glyph", formula.pos, point=f"{ord(char):04X}", char=char)
    return drawing


@functools.lru_cache(maxsize=_KEPT)
def _drawing(mathml: str, typeface: Typeface) -> tuple[Drawing | None, tuple[str, ...]]:
    """The drawing of a formula in plain MathML, and the characters that no face has."""
    from convert.kit.math.drawing import draw

    asked: dict[str, Face | None] = {}

    def face_of(char: str) -> Face | None:
        asked[char] = typeface.face_of(char, typeface.cjk)
        return asked[char]

    drawing = draw(mathml, face_of)
    return drawing, tuple(char for char, face in asked.items() if face is None)


# --- room --------------------------------------------------------------------------------------------------------


def boxes_apart(part: Sequence[Chars], text: str, gap: float) -> Iterator[tuple[int, float]]:
    """The gaps of `gap` pt between formulas and Han characters beside them, each with the character it follows."""
    at = 0
    for chars in part:
        if isinstance(chars.node, Math) and chars.box and gap:
            if at and _HAN.match(text, at - 1):
                yield at - 1, gap
            if _HAN.match(text, at + 1):
                yield at, gap
        at += len(chars.text)


def make_room(lines: Sequence[Line], text: SetText, look: Computed) -> None:
    """Give lines what the boxes in them need beyond the leading: on the grid, whole lines of it."""
    boxes = [(run.start, run.box.height + run.rise, run.box.depth - run.rise) for run in text.runs if run.box]
    if not boxes:
        return
    for line in lines:
        inside = begun(boxes, line, itemgetter(0))
        if inside:
            _, height, depth = map(max, zip(*inside, strict=True))
            line.up, line.down = height - ASCENT * look.size, depth - (1 - ASCENT) * look.size
    lines[0].above = _room(lines[0].up, look)
    for before, line in pairwise(lines):
        room = _room(max(before.down, 0.0) + max(line.up, 0.0), look)
        if before.down > line.up:
            before.below = room
        else:
            line.above = room
    lines[-1].below = _room(lines[-1].down, look)
    for line in lines:
        line.up, line.down = line.up - line.above, line.down - line.below


def center(line: Line, box: Box, look: Computed) -> None:
    """Put a line that is one box in the middle of the lines of the grid that it takes; on the grid where one is enough."""
    height = box.height + box.depth
    room = math.ceil((height + _CLEAR) / look.pitch) * look.pitch
    if not look.on_grid or room <= look.pitch:
        return
    leading = (look.pitch - look.size) / 2
    line.above = (room - height) / 2 + box.height - leading - ASCENT * look.size
    line.below = room - look.pitch - line.above
    line.up = line.down = (height - room) / 2 + leading


def _room(reach: float, look: Computed) -> float:
    """What is missing between two lines, in pt, where boxes reach so far out of their em boxes."""
    missing = reach + _CLEAR - (look.pitch - look.size)
    if missing <= 0:
        return 0.0
    return math.ceil(missing / look.pitch) * look.pitch if look.on_grid else missing
