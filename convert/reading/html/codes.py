"""Preformatted text: computer text, or prose whose line ends count."""

from __future__ import annotations

import re
from typing import Any

from convert.kit.cjk import HAN, one_of
from convert.model import Block, CodeBlock
from convert.reading.html.context import Context
from convert.reading.html.styles import Style, is_hidden

_LANGUAGE = re.compile(r"(?:^|\s)(?:language-|lang-|highlight-source-|highlight-|brush:\s*|sourceCode\s+)([\w+#.-]+)")
_NO_LANGUAGE = frozenset({"default", "none", "text", "plain", "plaintext", "notranslate", "nohighlight"})
_PROSE = 0.3  # share of Han characters above which preformatted text is no program
_MEDIA = ("img", "picture", "table", "figure")


def code_block(element: Any, style: Style, context: Context) -> list[Block]:
    """A `pre`: code as it stands. Without a `code` in it, with pictures or in Chinese it is prose: its lines stay lines."""
    text = "".join(_texts(element)).strip("\n")
    if not text.strip() and next(element.iter("img"), None) is None:
        return []
    if _is_prose(element, text):
        return list(context.blocks_in(element, style._replace(pre=True), context))
    for inner in element.iterdescendants():
        context.anchor(inner)
    return [CodeBlock(text, language(element), id=context.take_id(), pos=context.pos(element))]


def language(element: Any) -> str:
    """The language that highlighters call the code by: on the `pre`, in it, or around it."""
    around = [element, *element.iterchildren("code"), *_ancestors(element)]
    for each in around:
        given = each.get("data-lang") or each.get("data-language") or ""
        found = _LANGUAGE.search(each.get("class") or "")
        name = (given or (found[1] if found else "")).lower()
        if name and name not in _NO_LANGUAGE:
            return name
    alone = (element.get("class") or "").split()
    code = element.find("code")
    if "sourceCode" in alone and len(alone) > 1:
        return next((name for name in alone if name != "sourceCode"), "")
    return (code.get("class") or "").split()[0] if code is not None and _is_one_word(code.get("class")) else ""


def _ancestors(element: Any) -> list[Any]:
    parent = element.getparent()
    above = parent.getparent() if parent is not None else None
    return [each for each in (parent, above) if each is not None and each.tag in ("div", "figure")]


def _is_one_word(names: str | None) -> bool:
    return bool(names and names.strip().isalnum() and names.strip().lower() not in _NO_LANGUAGE)


def _is_prose(element: Any, text: str) -> bool:
    if any(next(element.iter(tag), None) is not None for tag in _MEDIA):
        return True
    if element.tag != "pre" or element.find(".//code") is not None or language(element):
        return False
    return len(one_of(HAN).findall(text)) > _PROSE * len("".join(text.split()))


def _texts(element: Any) -> list[str]:
    """The characters in the element, hidden ones aside, `br` as a line end."""
    texts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            texts.append("\n")
        elif not is_hidden(child):
            texts += _texts(child)
            if child.tag in ("div", "p", "li", "tr") and child.getnext() is not None and not texts[-1].endswith("\n"):
                texts.append("\n")
        texts.append(child.tail or "")
    return texts
