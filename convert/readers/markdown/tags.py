"""HTML tags within a line.

An element that is a node of the model (`sub`, `u`, `kbd` …) becomes it, whatever Markdown stands in it. Others with
content are read as HTML. A tag without its partner is `Raw`; one of an element that HTML does not have was meant as
words, unless it has attributes: `Vec<T>`, `<your-name>`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from markdown_it.token import Token

from convert.model import Inline, LineBreak, Raw, Span, Text
from convert.model.build import join
from convert.readers.markdown.context import Part
from convert.readers.markdown.frames import Frame, Frames, Markup, as_words
from convert.readers.markdown.html import VOID, inline_html

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<attributes>[^>]*?)(?P<closed>/?)>", re.DOTALL)
_NAME = re.compile(r"""\b(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)

_CLOSED = frozenset({"audio", "canvas", "iframe", "map", "math", "object", "picture", "ruby", "select", "svg", "textarea", "video"})  # fmt: skip
"""Elements whose content is no text with marks of its own."""

_KNOWN = VOID | _CLOSED | frozenset(
    {
        "a", "abbr", "acronym", "address", "applet", "article", "aside", "b", "bdi", "bdo", "big", "blink", "blockquote",
        "body", "button", "caption", "center", "cite", "code", "colgroup", "data", "datalist", "dd", "del", "details",
        "dfn", "dialog", "dir", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "font", "footer", "form",
        "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "html", "i", "ins", "kbd",
        "label", "legend", "li", "main", "mark", "marquee", "menu", "meter", "nav", "nobr", "noscript", "ol", "optgroup",
        "option", "output", "p", "pre", "progress", "q", "rb", "rp", "rt", "rtc", "s", "samp", "script", "search",
        "section", "slot", "small", "span", "strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td",
        "template", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var",
    }
)  # fmt: skip
"""The elements of HTML, former ones included (HTML standard §4, §16.2)."""


def add_html(frames: Frames, piece: str) -> None:
    """A piece of HTML within a line: a tag, a comment or the like."""
    tag = _TAG.fullmatch(piece)
    if tag is None:
        _add_declaration(frames, piece)
        return
    name = tag["name"].lower()
    if name == "br":
        frames.add(LineBreak(pos=frames.pos))
    elif name in VOID or (tag["closed"] and name in _KNOWN):
        if not tag["end"]:
            _read(frames, piece)
    elif tag["closed"]:
        _give_up(frames, name, piece, ())
    elif tag["end"]:
        _close(frames, name, piece)
    elif frames.is_full:
        _give_up(frames, name, piece, ())
    else:
        frames.open("html", Token("html_inline", name, 1, content=piece))


def give_up_open(frames: Frames) -> None:
    """Leave the tags that have no partner before what ends now."""
    while frames.stack[-1].end == "html":
        frame = frames.close()
        _give_up(frames, frame.token.tag, frame.token.content, frame.parts)


def _add_declaration(frames: Frames, piece: str) -> None:
    if piece.startswith("<![CDATA["):
        frames.add(Raw("html", piece, pos=frames.pos))
    else:
        frames.context.counts["comment"] += 1


def _close(frames: Frames, name: str, piece: str) -> None:
    """End an element that began in the same frame; those within it that did not end have no partner."""
    for frame in reversed(frames.stack):
        if frame.end != "html":
            _give_up(frames, name, piece, ())
            return
        if frame.token.tag == name:
            break
    while frames.stack[-1].token.tag != name:
        open_frame = frames.close()
        _give_up(frames, open_frame.token.tag, open_frame.token.content, open_frame.parts)
    _finish(frames, frames.close(), piece)


def _give_up(frames: Frames, name: str, piece: str, parts: Iterable[Part | Markup]) -> None:
    if name in _KNOWN or "=" in piece:
        frames.add(Raw("html", piece, pos=frames.pos))
    else:
        frames.say(piece)
    for part in parts:
        frames.add(part)


def _finish(frames: Frames, frame: Frame, end: str) -> None:
    from convert.reading.html.marks import INLINE_TAGS

    name, begin = frame.token.tag, frame.token.content
    id = _id(begin)
    if _is_closed(frames):
        frames.add(Markup(f"{begin}{_markup(frames, frame.parts)}{end}"))
    elif name not in _KNOWN:
        _give_up(frames, name, begin, frame.parts)
        _give_up(frames, name, end, ())
    elif name in INLINE_TAGS and begin[len(name) + 1 : -1].strip() == "":
        if frame.parts:
            frames.add(INLINE_TAGS[name](as_words(frame.parts)))
    elif id and (not frame.parts or (name == "a" and "href" not in begin.lower())):
        frames.add(Span(as_words(frame.parts), id=id, pos=frames.pos))
    else:
        _read(frames, f"{begin}{_markup(frames, frame.parts)}{end}", id)


def _id(begin: str) -> str:
    """The name that a tag gives its place."""
    found = _NAME.search(begin)
    return "".join(filter(None, found.groups())) if found else ""


def _is_closed(frames: Frames) -> bool:
    """Whether an element around, with nothing but elements between, reads its content itself."""
    for frame in reversed(frames.stack):
        if frame.end != "html":
            return False
        if frame.token.tag in _CLOSED:
            return True
    return False


def _markup(frames: Frames, parts: Iterable[Part | Markup]) -> str:
    """The parts as HTML: words as they are, slots for what Markdown made of them."""
    pieces: list[str] = []
    for part in parts:
        if isinstance(part, Markup):
            pieces.append(part.html)
        elif isinstance(part, Text):
            pieces.append(html.escape(part.text, quote=False))
        else:
            pieces.append(frames.context.slot(as_words((part,))))
    return "".join(pieces)


def _read(frames: Frames, piece: str, id: str = "") -> None:
    made: list[Inline] = list(inline_html(piece, frames.context, frames.pos))
    for node in [Span(join(made), id=id, pos=frames.pos)] if id and made else made:
        frames.add(node)
