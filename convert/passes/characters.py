"""Let nothing into a document that may not stand in a file: see `convert.kit.characters` and `convert.kit.bidi`.

Done for whatever reader a document comes from, and again before it is printed, for what settings and callers put in: to its words
and to all that it names, identifiers, addresses, descriptions, metadata. A document without such characters is given back as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from convert.diagnostics import Pos, Report
from convert.kit.bidi import NAMES, has_controls, stray_controls
from convert.kit.characters import clean, faults, is_clean, report_faults
from convert.model import CodeBlock, Document, LineBreak, Media, Meta, Node, Text, replace
from convert.model.base import child_fields, text_fields
from convert.model.flat import Change
from convert.model.walk import nodes, replace_nodes
from convert.passes.repair.draft import Draft

_LINE = re.compile("[^\n]+")


def clean_characters(document: Document, report: Report) -> Document:
    """`document` with what may stand in it; each change is reported with its place (`character-illegal`,
    `character-replaced`, `character-break`, `character-hidden`, `bidi-control`)."""
    text = "\n".join(_strings(document))
    if not is_clean(text):
        document = _without_faults(document, report)
    if has_controls(text):
        document = _without_stray_controls(document, report)
    return document


def _strings(document: Document) -> Iterator[str]:
    """All strings of a document that its source wrote."""
    for node in nodes(document):
        for name in text_fields(type(node)):
            value = getattr(node, name)
            if value:
                yield value
    meta = document.meta
    for name in meta.__struct_fields__:
        value = getattr(meta, name)
        yield from (value,) if type(value) is str else chain(value, value.values()) if type(value) is dict else value
    for key, media in document.media.items():
        yield from (key, media.type, media.name)


class _Places:
    """Where nodes stand: a node without a place of its own, where what is around it stands."""

    def __init__(self, document: Document) -> None:
        self._places: dict[int, Pos | None] = {}
        stack: list[tuple[Node, Pos | None]] = [(block, None) for block in document.blocks]
        while stack:
            node, around = stack.pop()
            place = self._places[id(node)] = node.pos or around
            stack += ((child, place) for name in child_fields(type(node)) for child in getattr(node, name))

    def of(self, node: Node) -> Pos | None:
        """The place of a node of the document, or of one made from it."""
        return node.pos or self._places.get(id(node))


# --- what stands for nothing -------------------------------------------------------------------------------------


def _without_faults(document: Document, report: Report) -> Document:
    places = _Places(document)

    def cleaned(node: Node) -> Node | tuple[Node, ...]:
        dirty = [name for name in text_fields(type(node)) if not is_clean(getattr(node, name))]
        pos = places.of(node)
        changes = {}
        for name in dirty:
            value: str = getattr(node, name)
            report_faults(value, pos, report)
            changes[name] = clean(value, "\n" if isinstance(node, CodeBlock | Text) and name == "text" else " ")
        if isinstance(node, Text) and any(fault.kind == "break" for fault in faults(node.text)):
            return _broken(replace(node, **changes))
        return replace(node, **changes) if changes else node

    document = replace_nodes(document, cleaned)
    meta = _cleaned_meta(document.meta, report)
    media = {clean(key): _cleaned_media(each, report) for key, each in document.media.items()}
    return replace(document, meta=meta, media=media)


def _broken(text: Text) -> tuple[Node, ...]:
    """A text with line breaks where it has line feeds."""
    first, *rest = text.text.split("\n")
    made: list[Node] = [replace(text, text=first)] if first else []
    for part in rest:
        made.append(LineBreak(pos=text.pos))
        made += (replace(text, text=part, id=""),) if part else ()
    return tuple(made)


def _cleaned_meta(meta: Meta, report: Report) -> Meta:
    def cleaned(text: str) -> str:
        report_faults(text, None, report)
        return clean(text)

    return _with_texts(meta, cleaned)


def _cleaned_media(media: Media, report: Report) -> Media:
    report_faults(media.name, None, report)
    return (
        media if is_clean(media.name + media.type) else replace(media, name=clean(media.name), type=clean(media.type))
    )


def _with_texts(owner: Meta, change: Callable[[str], str]) -> Meta:
    """The metadata with every string changed."""
    changes: dict[str, Any] = {}
    for name in owner.__struct_fields__:
        value = getattr(owner, name)
        if type(value) is str:
            new: Any = change(value)
        elif type(value) is dict:
            new = {change(key): change(item) for key, item in value.items()}
        else:
            new = tuple(map(change, value))
        if new != value:
            changes[name] = new
    return replace(owner, **changes) if changes else owner


# --- direction ---------------------------------------------------------------------------------------------------


def _without_stray_controls(document: Document, report: Report) -> Document:
    """In words paragraph by paragraph, whatever marks parts of them; in all else string by string."""
    draft, places = Draft(document, report), _Places(document)
    changes: list[Change] = []
    for number in draft.flat.present():
        start = draft.flat.lines[2 * number]
        for at in stray_controls(line := draft.flat.line(number)):
            changes.append(Change(start + at, start + at + 1, "", "bidi"))
            pos = draft.source.position(start + at, start + at + 1) or places.of(draft.flat.owners[number])
            report.add("bidi-control", pos, **_named(line[at]))
    draft.apply("characters", changes)
    document = draft.finish()
    places = _Places(document)

    def without(node: Node) -> Node:
        if isinstance(node, Text):
            return node
        found = {name: value for name in text_fields(type(node)) if has_controls(value := getattr(node, name))}
        pos = places.of(node)
        changes = {name: _without_stray(value, pos, report) for name, value in found.items()}
        return replace(node, **changes) if changes else node

    document = replace_nodes(document, without)
    return replace(document, meta=_with_texts(document.meta, lambda text: _without_stray(text, None, report)))


def _without_stray(text: str, pos: Pos | None, report: Report) -> str:
    """Line by line: code has lines, the rest has one."""
    if not has_controls(text):
        return text

    def mended(match: re.Match[str]) -> str:
        line = match[0]
        stray = stray_controls(line)
        for at in stray:
            report.add("bidi-control", pos, **_named(line[at]))
        gone = set(stray)
        return "".join(char for at, char in enumerate(line) if at not in gone) if gone else line

    return _LINE.sub(mended, text)


def _named(control: str) -> dict[str, str]:
    return {"point": f"{ord(control):04X}", "name": NAMES[control]}
