"""Runs of inlines to paragraphs: white space as browsers collapse it, line breaks that are paragraphs' ends.

CSS Text 3 §4.1: white space is one space, none at the ends of a line; a line end between two East Asian characters is
nothing (§4.1.3). Pages without `p` end their paragraphs with two line breaks, or with one before a line that is
indented by hand: there a new paragraph begins. The white space that indents a paragraph by hand goes, because the
style indents paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from convert.diagnostics import Pos
from convert.kit.cjk import AMBIGUOUS, EAST_ASIAN, one_of
from convert.model import Code, Image, Inline, LineBreak, Link, Math, Note, Raw, Ref, Ruby, Span, Text, replace
from convert.model.build import join

_LEAF, _OBJECT, _BREAK, _END = "\x00", "\x01", "\x02", "\x03"  # in the joined text; no text has them
_SPACES = re.compile(r"\x00*[ \t\n\r\f][ \t\n\r\f\x00]*")
_ENDS = re.compile(r"\x02(?:[ \u3000\xa0\x00]*\x02)+|\x02(?=\x00*(?:[\u3000\xa0]\x00*){2})")
_WS = " \u3000\xa0\x00"
_EDGES = re.compile(
    rf"(?P<start>(?:^|(?<=\x03))[{_WS}\x02]+|(?<=\x02)[{_WS}]+)"
    rf"|(?<![{_WS}\x02])[{_WS}\x02]+(?=\x03|\Z)|(?<![{_WS}])[{_WS}]+(?=\x02)"
)
_UNSEEN = " \t\n\u3000\xa0\ufeff\u200b\u200c\u200d\u2060"  # alone, they are nothing
_WIDE = EAST_ASIAN + AMBIGUOUS


class Line(NamedTuple):
    """The inlines of one paragraph, where it begins in the source if that is known, and how many characters that
    indented it by hand were taken away."""

    inlines: tuple[Inline, ...]
    pos: Pos | None
    indent: int


def set_lines(run: Iterable[Inline]) -> list[Line]:
    """The paragraphs of a run; those without anything to see are left out."""
    run = tuple(run)
    if not run:
        return []
    joined = "".join(_leaf_texts(run))
    if not joined.strip(" \t\n\r\f\u3000\xa0\x00\x02"):
        return []
    indents: list[int] = []
    leaves = iter(_collapsed(joined, indents).split(_LEAF))
    lines: list[Line] = []
    for number, parts in enumerate(_rebuilt(run, leaves)):
        inlines = join(parts[1:] if number else parts)
        if any(True for _ in _seen(inlines)):
            lines.append(Line(inlines, parts[0].pos if number else None, 0))
    if lines:
        lines[0] = lines[0]._replace(indent=sum(indents))
    return lines


def _leaf_texts(nodes: Iterable[Inline]) -> Iterator[str]:
    """One text for each leaf, in order, each with its end mark."""
    for node in nodes:
        match node:
            case Text() | Code():
                yield node.text + _LEAF
            case LineBreak():
                yield _BREAK + _LEAF
            case Math() | Image() | Note() | Raw() | Ref():
                yield _OBJECT + _LEAF
            case _:
                yield from _leaf_texts(node.children)


def _collapsed(joined: str, indents: list[int]) -> str:
    """The joined text with its white space collapsed, paragraphs' ends marked, and hand-made indents off (their
    lengths go to `indents`)."""
    text = _SPACES.sub(_space, joined)
    text = _ENDS.sub(_paragraph_end, text)

    def edge(match: re.Match[str]) -> str:
        if match["start"]:
            indents.append(sum(char in "\u3000\xa0" for char in match[0]))
        return _LEAF * match[0].count(_LEAF)

    return _EDGES.sub(edge, text)


def _space(match: re.Match[str]) -> str:
    """What stands for white space and the leaves' ends within it."""
    run, text = match[0], match.string
    before = text[match.start() - 1] if match.start() else _BREAK
    after = text[match.end()] if match.end() < len(text) else _BREAK
    ends = _LEAF * run.count(_LEAF)
    wide = one_of(_WIDE)
    if before == _BREAK or after == _BREAK or ("\n" in run and wide.match(before) and wide.match(after)):
        return ends
    lead = len(run) - len(run.lstrip(_LEAF))
    return ends[:lead] + " " + ends[lead:]


def _paragraph_end(match: re.Match[str]) -> str:
    """The first line break of several becomes the end; the others keep only their leaves' ends."""
    return _END + _LEAF * match[0].count(_LEAF)


def _rebuilt(nodes: tuple[Inline, ...], leaves: Iterator[str]) -> list[list[Inline]]:
    """The nodes with their leaves' new texts, in as many parts as there are paragraphs. A part after the first begins
    with the line break that ended the one before, marked as such: it knows the place."""
    parts: list[list[Inline]] = [[]]
    for node in nodes:
        match node:
            case Text() | Code():
                text = next(leaves)
                if text:
                    parts[-1].append(replace(node, text=text))
            case LineBreak():
                text = next(leaves)
                if text == _END:
                    parts.append([replace(node, role=_END)])
                elif text:
                    parts[-1].append(node)
            case Math() | Image() | Note() | Raw() | Ref():
                next(leaves)
                parts[-1].append(node)
            case _:
                first, *rest = _rebuilt(node.children, leaves)
                if first:
                    parts[-1].append(replace(node, children=join(first)))
                for each in rest:
                    words = each[1:]
                    parts.append([each[0], replace(node, children=join(words))] if words else [each[0]])
    return parts


def _seen(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """The leaves that a reader sees."""
    for node in nodes:
        match node:
            case Text() | Code():
                if node.text.strip(_UNSEEN):
                    yield node
            case LineBreak():
                pass
            case Span() | Link() | Ruby():
                yield from _seen(node.children)
            case Math() | Image() | Note() | Raw() | Ref():
                yield node
            case _:
                yield from _seen(node.children)
