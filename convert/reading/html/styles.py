"""What attributes and inline CSS say about an element: shown or not, a block or not, its alignment, its face."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from convert.model import Align
from convert.reading.html.marks import Wrap
from convert.reading.html.parsing import MATHML

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol",
        "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "xmp",
    }
)  # fmt: skip
"""Elements that begin a new line (HTML standard §15.3, rendering)."""

DROPPED = frozenset(
    {"area", "base", "basefont", "datalist", "frame", "head", "link", "map", "meta", "noembed", "noframes", "noscript", "param", "rp", "script",
     "source", "style", "template", "title", "track"}
)  # fmt: skip
"""Elements of which nothing is seen."""

_DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*+([^;]+)")
_ALIGNS: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "middle": "center", "right": "right", "end": "right",
    "justify": "justify", "-webkit-center": "center",
}  # fmt: skip
_TYPESET = re.compile(
    r"\b(?:katex-html|MathJax_Preview|MJX_Assistive_MathML|mjx-assistive-mml|mwe-math-fallback-image-\w+|MathJax(?:_\w+)?)\b"
)
_FREE = frozenset(
    {"a", "article", "b", "div", "em", "font", "label", "p", "section", "span", "strong"}
)  # display decides
_BLOCK_DISPLAYS = ("block", "flex", "grid", "list-item", "table", "flow-root")
_BREAKS = ("page", "always", "left", "right", "recto", "verso")


class Style(NamedTuple):
    """What elements inherit. `pre`: line ends count; `wraps`: what each line's words are put into, innermost last."""

    align: Align = ""
    pre: bool = False
    lang: str = ""
    wraps: tuple[Wrap, ...] = ()


def declarations(element: Any) -> dict[str, str]:
    """The inline CSS of an element, in lower case."""
    style = element.get("style")
    if not style:
        return {}
    found = _DECLARATION.findall(style.lower())
    return {name: value.replace("!important", "").strip() for name, value in found}


def is_hidden(element: Any) -> bool:
    """Whether a reader does not see the element. `visibility: hidden` does not count: pages use it until their scripts
    have run (mp.weixin.qq.com)."""
    tag = element.tag
    if tag in DROPPED:
        return not is_tex(element)
    if tag == "dialog" and "open" not in element.attrib:
        return True
    if tag == "input" and element.get("type", "").lower() == "hidden":
        return True
    if element.get("hidden") not in (None, "until-found"):
        return True
    names = element.get("class") or ""
    if tag not in ("body", "html") and declarations(element).get("display") == "none":
        return "mwe-math" not in names  # MediaWiki hides its MathML behind a picture
    return bool(names) and bool(_TYPESET.search(names)) and (not is_math(element) or _stands_for_tex(element))


def is_tex(element: Any) -> bool:
    """Whether this is the source of a formula that MathJax (version 2) has set beside it."""
    return element.tag == "script" and (element.get("type") or "").startswith("math/tex")


def _stands_for_tex(element: Any) -> bool:
    after = element.getnext()
    return after is not None and is_tex(after)


def is_math(element: Any) -> bool:
    """Whether formula markup that can be read is in the element."""
    return element.tag == f"{MATHML}math" or next(element.iter(f"{MATHML}math"), None) is not None


def is_block(element: Any) -> bool:
    """Whether the element begins a new line."""
    if element.tag in _FREE and element.get("style"):
        display = declarations(element).get("display", "")
        if display:
            return display.startswith(_BLOCK_DISPLAYS)
    return element.tag in BLOCKS


def align_of(element: Any, css: dict[str, str]) -> Align:
    """The alignment that the element asks for; empty where it asks for none."""
    if element.tag == "center":
        return "center"
    if element.tag in ("img", "table", "hr", "iframe", "object", "input", "legend"):
        return ""  # there it places the element itself
    return _ALIGNS.get(css.get("text-align") or element.get("align", "").strip().lower(), "")


def breaks_page(css: dict[str, str], side: str) -> bool:
    """Whether a new page is wanted on a `side` ("before" or "after") of the element."""
    return (css.get(f"break-{side}") or css.get(f"page-break-{side}", "")) in _BREAKS
