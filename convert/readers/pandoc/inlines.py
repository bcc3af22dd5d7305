"""What stands within a line of a pandoc document, as inlines of the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convert.model import (
    Code,
    Emph,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    Note,
    Raw,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Text,
    Underline,
    replace,
)
from convert.model.walk import plain
from convert.readers.pandoc.attributes import Attributes
from convert.readers.pandoc.context import SOFT_BREAK, Context
from convert.readers.pandoc.markup import Linear

_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}

_MARKS: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "Emph": Emph,
    "Underline": Underline,
    "Strong": Strong,
    "Strikeout": Strike,
    "Superscript": Super,
    "Subscript": Sub,
    "SmallCaps": lambda children: Span(children, role="small-caps"),
}

_SPAN_ROLES = {"mark": "highlight", "smallcaps": "small-caps"}
"""Spans that pandoc's readers and writers know as something else (manual, “Bracketed spans”)."""

_REFERENCES = {"ref": "number", "eqref": "number", "autoref": "number", "page": "page", "text": "text"}

Made = tuple[Linear, ...]
_FEW: dict[str, Made] = {"Space": (Text(" "),), "SoftBreak": (Text(SOFT_BREAK),), "LineBreak": (LineBreak(),)}


def inline(tag: str, contents: Any, context: Context) -> Made:
    """What a checked inline becomes, whose own contents have been made."""
    if tag == "Str":
        return (Text(contents),) if contents else ()
    if tag in _FEW:
        return _FEW[tag]
    if tag in _MARKS:
        return (_MARKS[tag](context.inlines(contents)),)
    return _SPECIAL[tag](contents, context)


def _quoted(contents: Any, context: Context) -> Made:
    opening, closing = _QUOTES[contents[0]["t"]]
    return (Text(opening), *context.inlines(contents[1]), Text(closing))


def _cite(contents: Any, context: Context) -> Made:
    """The words of a citation. Its key is told unless the words name it."""
    citations, words = contents
    children = context.inlines(words)
    shown = plain(children)
    for citation in citations:
        if citation["citationId"] not in shown:
            context.report.add("json-pandoc-attribute", context.pos, attribute=f"@{citation['citationId']}")
    return children


def _code(contents: Any, context: Context) -> Made:
    attributes = Attributes(contents[0])
    attributes.report_rest(context.report, context.pos)
    return (Code(contents[1], id=attributes.id, lang=attributes.lang),)


def _math(contents: Any, context: Context) -> Made:
    tex = contents[1].strip()
    return (MathBlock(tex),) if contents[0]["t"] == "DisplayMath" else (Math(tex),)


def _raw(contents: Any, context: Context) -> Made:
    return (Raw(contents[0], contents[1]),)


def _link(contents: Any, context: Context) -> Made:
    attributes, (target, title) = Attributes(contents[0]), contents[2]
    children = context.inlines(contents[1])
    id, lang, role = attributes.id, attributes.lang, attributes.take_role()
    if "reference" in attributes.pairs:
        place, kind = attributes.take("reference"), _REFERENCES.get(attributes.take("reference-type"), "number")
        shown = () if plain(children) == f"[{place}]" else children
        made: Inline = Ref(place, kind, shown, id=id, lang=lang, role=role)  # type: ignore[arg-type]
    elif not target:  # an anchor
        made = Span(children, id=id, lang=lang, role=role)
        if not (id or lang or role):
            return children
    else:
        made = Link(children, target, title, id=id, lang=lang, role=role)
    attributes.report_rest(context.report, context.pos)
    return (made,)


def _image(contents: Any, context: Context) -> Made:
    attributes, (address, title) = Attributes(contents[0]), contents[2]
    made = Image(
        context.pictures.linked(address, context.pos),
        plain(context.inlines(contents[1])),
        attributes.take_length("width"),
        attributes.take_length("height"),
        title,
        id=attributes.id,
        role=attributes.take_role(),
        lang=attributes.lang,
    )
    attributes.report_rest(context.report, context.pos)
    return (made,)


def _note(contents: Any, context: Context) -> Made:
    return (Note(context.blocks(contents)),)


def _span(contents: Any, context: Context) -> Made:
    attributes = Attributes(contents[0])
    pos = attributes.take_position()
    children = context.inlines(contents[1])
    if attributes.take("wrapper"):
        children = _wrapped(children, attributes)
    elif (change := _change(attributes)) is not None:
        return _decided(change, children, context)
    elif attributes.take_class("comment-start"):
        context.report.add(
            "docx-comment", context.pos, author=attributes.take("author") or "?", text=plain(children)[:60]
        )
        return ()
    elif attributes.take_class("comment-end"):
        return children
    elif attributes.take_class("ruby"):
        children = _ruby(children, attributes)
    else:
        children = _marked(children, attributes)
    attributes.report_rest(context.report, context.pos)
    return tuple(replace(child, pos=pos) for child in children) if pos else children


def _wrapped(children: tuple[Inline, ...], attributes: Attributes) -> tuple[Inline, ...]:
    """What a span is around only because pandoc's node for it has no attributes. See the writer."""
    if len(children) != 1:
        return _marked(children, attributes)
    (child,) = children
    role = attributes.take_role() if not isinstance(child, Note) else ""
    named = replace(child, id=attributes.id or child.id, role=role or child.role, lang=attributes.lang or child.lang)
    if isinstance(named, Note):
        kind = "end" if attributes.take_class("endnote") else "foot"
        named = replace(named, kind=kind, number=attributes.take("number"), role=attributes.take_role())
    return (named,)


def _marked(children: tuple[Inline, ...], attributes: Attributes) -> tuple[Inline, ...]:
    if attributes.take_class("underline") or attributes.take_class("ul"):
        children = (Underline(children),)
    id, lang, role = attributes.id, attributes.lang, attributes.take_role()
    role = _SPAN_ROLES.get(role, role)
    return (Span(children, id=id, lang=lang, role=role),) if id or lang or role else children


def _ruby(children: tuple[Inline, ...], attributes: Attributes) -> tuple[Inline, ...]:
    """A base and, last, a span `rt` with its reading in brackets, as our writer has it."""
    last = children[-1] if children else None
    if not isinstance(last, Span) or last.role != "rt":
        attributes.classes.insert(0, "ruby")
        return _marked(children, attributes)
    reading = plain(last).removeprefix("（").removesuffix("）")
    return (Ruby(children[:-1], reading, id=attributes.id, lang=attributes.lang, role=attributes.take_role()),)


def _change(attributes: Attributes) -> str | None:
    """Which tracked change a span is; None where it is none."""
    names = ("insertion", "deletion", "paragraph-insertion", "paragraph-deletion")
    return next((name for name in names if attributes.take_class(name)), None)


def _decided(change: str, children: tuple[Inline, ...], context: Context) -> Made:
    """What is left of a tracked change."""
    kept = change.endswith("insertion") == (context.changes == "accept")
    context.decided[change.removeprefix("paragraph-")] += 1
    return children if kept else ()


_SPECIAL: dict[str, Callable[[Any, Context], Made]] = {
    "Quoted": _quoted,
    "Cite": _cite,
    "Code": _code,
    "Math": _math,
    "RawInline": _raw,
    "Link": _link,
    "Image": _image,
    "Note": _note,
    "Span": _span,
}
