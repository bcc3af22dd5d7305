"""Lists: items numbered as the page numbers them, terms with their definitions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from convert.model import Block, Inline, LineBreak, List, ListItem, Para, Text, replace
from convert.model.build import join
from convert.reading.html.context import Context
from convert.reading.html.inlines import entered
from convert.reading.html.styles import Style, declarations, is_hidden
from convert.reading.html.words import words_of

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lower-alpha",
    "lower-latin": "lower-alpha",
    "upper-alpha": "upper-alpha",
    "upper-latin": "upper-alpha",
    "lower-roman": "lower-roman",
    "upper-roman": "upper-roman",
    "cjk-ideographic": "cjk",
    "simp-chinese-informal": "cjk",
    "trad-chinese-informal": "cjk",
}
_BOXES = {"☑": True, "☐": False}


def items(element: Any, style: Style, context: Context) -> list[Block]:
    """A list. Where numbers jump (`value`, `reversed`) another list begins; what stands between items joins the one
    before."""
    ordered = element.tag == "ol"
    pos, id = context.pos(element), context.take_id()
    style = style._replace(align="")
    made: list[tuple[int, list[ListItem]]] = []
    for number, part in _numbered(element, ordered):
        item = _item(part, style, context)
        if item and part.tag != "li" and made:
            last = made[-1][1]
            last[-1] = replace(last[-1], children=last[-1].children + item.children)
        elif item and made and (not ordered or number == made[-1][0] + len(made[-1][1])):
            made[-1][1].append(item)
        elif item:
            made.append((number, [item]))
    tight = not any(child.tag == "p" for item in element.iterchildren("li") for child in item)
    numbering = _numbering(element) if ordered else ""
    lists = [List(tuple(i), ordered, start, numbering, tight, pos=pos) for start, i in made]
    return [replace(lists[0], id=id), *lists[1:]] if lists else []


def definitions(element: Any, style: Style, context: Context) -> list[Block]:
    """Terms and definitions. A further definition of a term is an item without one; terms that share a definition
    stand on lines of one. Without any term, it is what it holds."""
    pos, id = context.pos(element), context.take_id()
    style = style._replace(align="")
    made: list[ListItem] = []
    terms: list[Inline] = []
    for part in _groups(element):
        if part.tag == "dt":
            context.anchor(part)
            words = words_of(context.blocks_in(part, entered(part, style, context), context))
            terms += [LineBreak()] * bool(terms and words)
            terms += words
            continue
        item = _item(part, style, context)
        if item:
            made.append(replace(item, term=tuple(terms)))
            terms = []
    if terms:
        made.append(ListItem(term=tuple(terms)))
    if not any(item.term for item in made):  # indented, in the way of old pages
        return [block for item in made for block in item.children]
    tight = not any(child.tag == "p" for item in element.iter("dd") for child in item)
    return [List(tuple(made), tight=tight, id=id, pos=pos)] if made else []


def _groups(element: Any) -> Iterator[Any]:
    """The terms and definitions, those in a `div` too."""
    for part in _parts(element):
        if part.tag == "div" and part.find("dt") is not None:
            yield from _parts(part)
        else:
            yield part


def _numbered(element: Any, ordered: bool) -> Iterator[tuple[int, Any]]:
    """The parts of a list with the number that each has or, between items, would have."""
    step = -1 if ordered and "reversed" in element.attrib else 1
    start = _number(element.get("start"))
    number = start if start is not None else len(element.findall("li")) if step < 0 else 1
    for part in _parts(element):
        given = _number(part.get("value")) if part.tag == "li" else None
        number = number if given is None else given
        yield number, part
        number += step * (part.tag == "li")


def _parts(element: Any) -> Iterator[Any]:
    """The children that show something; a text of its own is put into a paragraph."""
    for text, child in ((element.text, None), *((child.tail, child) for child in element)):
        if child is not None and not is_hidden(child):
            yield child
        if text and text.strip():
            stray = element.makeelement("p")
            stray.text = text
            yield stray


def _item(part: Any, style: Style, context: Context) -> ListItem | None:
    """An item; None where nothing is in it."""
    pos = context.pos(part)
    if part.tag in ("li", "dd"):
        context.anchor(part)
        children = context.blocks_in(part, entered(part, style, context), context)
    else:
        children = context.blocks_of(part, style, context)
    return _checked(ListItem(children=children, pos=pos)) if children else None


def _checked(item: ListItem) -> ListItem:
    """An item of a task list begins with a box."""
    first = item.children[0]
    word = first.children[0] if isinstance(first, Para) and first.children else None
    if not isinstance(first, Para) or not isinstance(word, Text) or word.text[0] not in _BOXES:
        return item
    rest = join((replace(word, text=word.text[1:].lstrip()), *first.children[1:]))
    kept = (replace(first, children=rest),) if rest else ()
    return replace(item, children=(*kept, *item.children[1:]), checked=_BOXES[word.text[0]])


def _numbering(element: Any) -> str:
    css = declarations(element)
    wish = css.get("list-style-type") or css.get("list-style", "").split(" ")[0]
    return _STYLES.get(wish) or _TYPES.get((element.get("type") or "").strip(), "")


def _number(text: str | None) -> int | None:
    digits = (text or "").strip()
    sign, digits = (-1, digits[1:]) if digits.startswith("-") else (1, digits)
    return sign * int(digits) if digits.isdecimal() and len(digits) < 7 else None
