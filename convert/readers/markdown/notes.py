"""Footnotes: each at the place that refers to it, wherever its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from convert.diagnostics import Pos
from convert.model import Block, Inline, Note, Para, Ref, Super, Text, replace
from convert.readers.markdown.context import Context
from convert.readers.markdown.frames import Frames

_DEEPEST = 8  # notes in notes
_ONCE = 2  # the mark, and the note's own beginning


def take_notes(tokens: list[Token], context: Context) -> list[Token]:
    """The tokens without those of notes, which `context.notes` keeps by label. Of two with one label, the first counts;
    the other one stays where it is."""
    if "footnotes" not in context.environment:
        return tokens
    levels: list[list[Token]] = [[]]
    labels: list[str] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            levels.append([])
            labels.append(token.meta["label"])
        elif token.type == "footnote_reference_close":
            note, label = levels.pop(), labels.pop()
            if label in context.notes:
                context.report.add("markdown-note-again", _pos(note, context), label=label)
                levels[-1] += note
            else:
                context.notes[label] = note
        else:
            levels[-1].append(token)
    return levels[0]


def note_of(token: Token, frames: Frames) -> Inline:
    """The note that a mark refers to: at its first mark; further ones refer to it there. The mark itself where that would
    have a note within itself."""
    label, context = token.info, frames.context
    if label in context.open or len(context.open) >= _DEEPEST:
        context.report.add("markdown-note-circular", frames.pos, label=label)
        return Text(token.content)
    if label in context.used:
        return Super((Ref(_id(label)),), pos=frames.pos)
    context.open.append(label)
    context.used.add(label)
    blocks = context.blocks_of(context.notes.get(label, []), context)
    context.open.pop()
    again = context.text.count(f"[^{label}]") > _ONCE
    return Note(blocks, id=_id(label) if again else "", pos=frames.pos)


def unused_notes(context: Context) -> Iterator[Block]:
    """The notes that nothing refers to, for the end of the text."""
    for label, tokens in context.notes.items():
        if label in context.used:
            continue
        context.used.add(label)
        context.report.add("markdown-note-unused", _pos(tokens, context), label=label)
        for block in context.blocks_of(tokens, context):
            yield replace(block, role="note") if isinstance(block, Para) and not block.role else block


def _id(label: str) -> str:
    return f"note-{label}"


def _pos(tokens: Iterable[Token], context: Context) -> Pos | None:
    line = next((token.map[0] for token in tokens if token.map), None)
    return None if line is None else context.pos(line)
