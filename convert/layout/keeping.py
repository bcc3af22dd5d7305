"""What stays together on a page: headings with what follows them, a signature with the end of the text.

A page with nothing but a signature is what everybody hates, and 此页无正文 is no remedy (GB/T 9704-2012 cl. 7.3.5.5 has none of
it): the last lines of the text go along.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from convert.layout.strips import PictureStrip, Strip, TextStrip, keeps_next
from convert.style.sheet import Typography

_AHEAD = 2  # strips that are looked at before one is placed


def together(strips: Iterator[Strip], rules: Typography) -> Iterator[list[Strip]]:
    """The strips in groups of which all but the last stay with the one after them."""
    waiting: list[Strip] = []
    for strip, ahead in _with_those_ahead(strips):
        for part in _tied(strip, rules) if _is_kept(ahead, rules) else (strip,):
            waiting.append(part)
            if not keeps_next(part):
                yield waiting
                waiting = []
    if waiting:
        yield waiting


def _with_those_ahead(strips: Iterator[Strip]) -> Iterator[tuple[Strip, list[Strip]]]:
    held: deque[Strip] = deque()
    for strip in strips:
        held.append(strip)
        if len(held) > _AHEAD:
            yield held.popleft(), list(held)
    while held:
        yield held.popleft(), list(held)


def _is_kept(ahead: list[Strip], rules: Typography) -> bool:
    """Whether what comes next asks for the end of the strip before it, or for more than what stands between them has; a line
    that is set apart from the text (附件说明) is enough by itself."""
    if not ahead or not isinstance(ahead[0], TextStrip):
        return False
    if ahead[0].look.keep_previous:
        return True
    first = ahead[0].look
    short = len(ahead[0].lines) < rules.widows and not first.new_page and not first.before_lines
    return short and len(ahead) > 1 and isinstance(ahead[1], TextStrip) and ahead[1].look.keep_previous


def _tied(strip: Strip, rules: Typography) -> Iterator[Strip]:
    """A strip that stays with the next one: of a long text the last lines alone."""
    match strip:
        case TextStrip() if len(strip.lines) >= rules.orphans + max(rules.widows, 1):
            least = max(rules.widows, 1)
            yield replace(strip, lines=strip.lines[:-least], look=replace(strip.look, after_lines=0.0))
            look = replace(strip.look, before_lines=0.0, new_page=False)
            yield TextStrip(strip.lines[-least:], look, strip.element, keep_next=True)
        case TextStrip() | PictureStrip():
            yield replace(strip, keep_next=True)
        case _:
            yield strip
