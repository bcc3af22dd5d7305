"""Words within a line that look or mean otherwise: bold, raised, struck out … by element and by CSS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from convert.model import Code, Emph, Inline, Span, Strike, Strong, Sub, Super, Text, Underline, replace
from convert.model.build import join

Wrap: TypeAlias = Callable[[tuple[Inline, ...]], Inline]
"""Puts inlines into one that holds them."""


def _highlight(children: tuple[Inline, ...]) -> Inline:
    return Span(children, role="highlight")


def _quoted(children: tuple[Inline, ...]) -> Inline:
    """Browsers put the marks."""
    return Span(join((Text("“"), *children, Text("”"))))


def _small_caps(children: tuple[Inline, ...]) -> Inline:
    return Span(children, role="small-caps")


def _dotted(children: tuple[Inline, ...]) -> Inline:
    return Span(children, role="emphasis-dots")


def code(children: tuple[Inline, ...]) -> Inline:
    """The words as computer text; what links and marks them stays around them."""
    parts = tuple(_as_code(child) for child in children)
    texts = [part.text for part in parts if isinstance(part, Code)]
    if len(texts) == len(parts):
        return Code("".join(texts))
    return parts[0] if len(parts) == 1 else Span(parts)


def _as_code(node: Inline) -> Inline:
    if isinstance(node, Text):
        return Code(node.text, id=node.id, lang=node.lang, pos=node.pos)
    children = getattr(node, "children", ())
    if not children or not all(isinstance(child, Inline) for child in children):
        return node
    return replace(node, children=tuple(_as_code(child) for child in children))


INLINE_TAGS: Mapping[str, Wrap] = {
    "b": Strong,
    "strong": Strong,
    "i": Emph,
    "em": Emph,
    "cite": Emph,
    "dfn": Emph,
    "var": Emph,
    "u": Underline,
    "ins": Underline,
    "s": Strike,
    "strike": Strike,
    "del": Strike,
    "sub": Sub,
    "sup": Super,
    "mark": _highlight,
    "q": _quoted,
    "code": code,
    "kbd": code,
    "samp": code,
    "tt": code,
}
"""The elements that are one node around their words. The rest (span, font, small, abbr …) are their words."""


def marks(tag: str, css: Mapping[str, str]) -> Iterator[Wrap]:
    """What an element's name and its CSS put its words into, outermost first."""
    by_name = INLINE_TAGS.get(tag)
    if by_name and not _is_undone(by_name, css):
        yield by_name
    weight = css.get("font-weight", "")
    if by_name is not Strong and (weight in ("bold", "bolder") or (weight.isdigit() and int(weight[:4]) >= 600)):
        yield Strong
    if by_name is not Emph and css.get("font-style", "") in ("italic", "oblique"):
        yield Emph
    lines = css.get("text-decoration", "") + " " + css.get("text-decoration-line", "")
    if by_name is not Underline and tag != "a" and "underline" in lines:
        yield Underline
    if by_name is not Strike and "line-through" in lines:
        yield Strike
    if by_name not in (Super, Sub) and css.get("vertical-align") in ("super", "sub"):
        yield Super if css["vertical-align"] == "super" else Sub
    if "small-caps" in (css.get("font-variant", ""), css.get("font-variant-caps", "")):
        yield _small_caps
    emphasis = css.get("text-emphasis") or css.get("text-emphasis-style") or css.get("-webkit-text-emphasis") or ""
    if emphasis and "none" not in emphasis:
        yield _dotted


def _is_undone(wrap: Wrap, css: Mapping[str, str]) -> bool:
    """Whether CSS takes back what the element's name says (a `b` of normal weight)."""
    if wrap is Strong:
        return css.get("font-weight", "") in ("normal", "400", "lighter")
    return wrap is Emph and css.get("font-style") == "normal"
