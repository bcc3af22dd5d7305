"""What stands in a line and is no character: small pictures among words. It becomes a box that the line makes room for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from convert.kit.images.header import image_info
from convert.layout.inlines import Chars, Object, Piece
from convert.layout.pictures import picture_size
from convert.layout.result import ASCENT, Box, Line, SetText
from convert.model import Image, LineBreak, Media
from convert.style.sheet import Computed, Sheet

OBJECT = "\ufffc"
"""What stands in a text for a box (Unicode: OBJECT REPLACEMENT CHARACTER)."""
_TALLEST = 1.5  # lines: a taller picture does not stand among words
_SLACK = 0.5  # pt that a box may reach into the next line's half of the leading: rounding, not looks


def with_boxes(
    pieces: Iterable[Piece], look: Computed, room: float, sheet: Sheet, media: Mapping[str, Media]
) -> Iterator[Chars | Image | LineBreak]:
    """The pieces of a block's text, with boxes for what can stand in a line of `room` pt. A picture that is too tall for
    that, or the only thing in its block, comes as it is."""
    pieces = list(pieces)
    alone = sum(
        isinstance(piece, Object) or (isinstance(piece, Chars) and not piece.text.isspace()) for piece in pieces
    )
    for piece in pieces:
        if not isinstance(piece, Object):
            yield piece
            continue
        box = _picture(piece.node, room, sheet, media)
        if alone == 1 or box.height > _TALLEST * look.pitch:
            yield piece.node
        else:
            yield Chars(OBJECT, piece.look, box=box, node=piece.node)


def _picture(image: Image, room: float, sheet: Sheet, media: Mapping[str, Media]) -> Box:
    """A picture on the baseline. Raises ValueError for one that cannot be printed: `make_sound` takes those out."""
    info = image_info(media[image.media].data)
    if info is None:
        raise ValueError(f"not a picture: {image.media}")
    width, height = picture_size(image, info, room, sheet.page)
    return Box(width, height, 0.0, image.media)


def make_room(lines: Iterable[Line], text: SetText, look: Computed) -> None:
    """Give lines what the boxes in them need beyond their pitch: on the grid, whole lines of it."""
    boxes = [(run.start, run.box.height + run.rise, run.box.depth - run.rise) for run in text.runs if run.box]
    for line in lines if boxes else ():
        inside = [(height, depth) for at, height, depth in boxes if line.start <= at < line.end]
        if inside:
            line.above, line.below = _room(*map(max, zip(*inside, strict=True)), look=look)


def _room(height: float, depth: float, *, look: Computed) -> tuple[float, float]:
    """What a line needs above and below its pitch, in pt, for boxes that reach so far above and below its baseline."""
    leading = (look.pitch - look.size) / 2
    above = max(height - ASCENT * look.size - leading - _SLACK, 0.0)
    below = max(depth - (1 - ASCENT) * look.size - leading - _SLACK, 0.0)
    if not look.on_grid:
        return above, below
    spare = math.ceil((above + below) / look.pitch) * look.pitch - above - below
    share = 1.0 if not below else 0.5 if above else 0.0  # the baseline stays on the grid where one side needs room
    return above + share * spare, below + (1 - share) * spare
