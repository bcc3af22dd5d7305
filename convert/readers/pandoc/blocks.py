"""The blocks of a pandoc document as blocks of the model."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any

from convert.model import (
    Block,
    CodeBlock,
    Figure,
    Group,
    Heading,
    Image,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    Para,
    Quote,
    Raw,
    Rule,
    Strong,
    Text,
    Toc,
    replace,
)
from convert.model.build import join
from convert.model.nodes import Delimiter
from convert.readers.pandoc.attributes import Attributes
from convert.readers.pandoc.context import Context
from convert.readers.pandoc.tables import caption, numbered_line, table

_LIST_STYLES = {
    "DefaultStyle": "",
    "Example": "decimal",
    "Decimal": "decimal",
    "LowerRoman": "lower-roman",
    "UpperRoman": "upper-roman",
    "LowerAlpha": "lower-alpha",
    "UpperAlpha": "upper-alpha",
}
_DELIMITERS: dict[str, Delimiter] = {"OneParen": "paren", "TwoParens": "parens"}
_BOXES = {"☐": False, "☒": True, "☑": True}
_DEEPEST_HEADING = 9
_GROUPS = frozenset(
    {"landscape", "front", "cover", "boxed", "details"}
)  # roles of groups, even around a single paragraph
_KINDS = frozenset(
    ["attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "admonition"]
)
_PLAIN_STYLES = frozenset({"", "normal", "body-text", "first-paragraph", "compact"})  # Word styles that say nothing

_PAGE_BREAKS = {
    "tex": ("\\newpage", "\\pagebreak", "\\clearpage"),
    "latex": ("\\newpage", "\\pagebreak", "\\clearpage"),
    "openxml": ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>', '<w:p><w:r><w:br w:type="page" /></w:r></w:p>'),
    "typst": ("#pagebreak()",),
}

Made = tuple[Block, ...]


def block(tag: str, contents: Any, context: Context) -> Made:
    """What a checked block becomes, whose own contents have been made."""
    return _BLOCKS[tag](contents, context)


def _para(contents: Any, context: Context) -> Made:
    """A paragraph. Before pandoc-types 1.23 one with nothing but a picture titled `fig:` was a figure."""
    made = context.paragraphs(contents)
    first = made[0] if made else None
    if isinstance(first, Para) and len(first.children) == 1:
        (picture,) = first.children
        if isinstance(picture, Image) and picture.title.startswith("fig:"):
            words = context.inlines(contents[0]["c"][1])
            picture = replace(picture, title=picture.title.removeprefix("fig:"))
            return (Figure((replace(first, children=(picture,)),), words, pos=context.pos),)
    return made


def _lines(contents: Any, context: Context) -> Made:
    lines = [(LineBreak(), *context.inlines(line)) for line in contents]
    return (Para(join(chain.from_iterable(lines))[1:], pos=context.pos),)


def _code(contents: Any, context: Context) -> Made:
    attributes = Attributes(contents[0])
    language, id, lang = attributes.take_class(), attributes.id, attributes.lang
    attributes.report_rest(context.report, context.pos)
    return (CodeBlock(contents[1], language, id=id, lang=lang, pos=context.pos),)


def _raw(contents: Any, context: Context) -> Made:
    """Markup of another format; what breaks the page in it is known."""
    if contents[1].strip() in _PAGE_BREAKS.get(contents[0], ()):
        return (PageBreak(pos=context.pos),)
    return (Raw(contents[0], contents[1], pos=context.pos),)


def _quote(contents: Any, context: Context) -> Made:
    return (Quote(context.blocks(contents), pos=context.pos),)


def _ordered(contents: Any, context: Context) -> Made:
    (start, style, delimiter), items = contents
    made, marks = _items(items, context), _DELIMITERS.get(delimiter["t"], "")
    return (List(made, True, start, _LIST_STYLES[style["t"]], _are_tight(items), marks, pos=context.pos),)


def _bulleted(contents: Any, context: Context) -> Made:
    return (List(_items(contents, context), tight=_are_tight(contents), pos=context.pos),)


def _items(items: list[Any], context: Context) -> tuple[ListItem, ...]:
    return tuple(_item(context.blocks(item)) for item in items)


def _item(children: Made) -> ListItem:
    """An item; a box at its beginning makes it one of a task list."""
    first = children[0] if children else None
    word = first.children[0] if isinstance(first, Para) and first.children else None
    if not isinstance(first, Para) or not isinstance(word, Text) or word.text[0] not in _BOXES:
        return ListItem(children=children)
    if word.text[1:2] not in ("", " "):
        return ListItem(children=children)
    rest = join((replace(word, text=word.text[2:]), *first.children[1:]))
    kept = (replace(first, children=rest),) if rest or word.text[1:] else ()
    return ListItem(children=(*kept, *children[1:]), checked=_BOXES[word.text[0]])


def _are_tight(items: list[Any]) -> bool:
    return not any(_is_para(value) for item in items for value in item)


def _is_para(value: Any) -> bool:
    """Whether a JSON block is a paragraph with space around it, itself or in a wrapper."""
    if value["t"] == "Div" and ["wrapper", "1"] in value["c"][0][2]:
        return any(_is_para(inner) for inner in value["c"][1] if inner["t"] != "Div")
    return bool(value["t"] == "Para")


def _definitions(contents: Any, context: Context) -> Made:
    """A list of terms. What has none is a text that is set in (`:` in MediaWiki), and no list."""
    if not any(context.inlines(words) for words, _ in contents):
        inner = (context.blocks(definition) for _, definitions in contents for definition in definitions)
        return (Quote(tuple(chain.from_iterable(inner)), pos=context.pos),)
    items: list[ListItem] = []
    for words, definitions in contents:
        first, *more = _items(definitions, context) or (ListItem(),)
        items += replace(first, term=context.inlines(words)), *more
    tight = _are_tight([definition for _, definitions in contents for definition in definitions])
    return (List(tuple(items), tight=tight, pos=context.pos),)


def _heading(contents: Any, context: Context) -> Made:
    level, attr, words = contents
    attributes = Attributes(attr)
    if not 1 <= level <= _DEEPEST_HEADING:
        context.report.add("json-pandoc-attribute", context.pos, attribute=f"level {level}")
    number, line = numbered_line(context.inlines(words))
    made = Heading(
        line,
        min(max(level, 1), _DEEPEST_HEADING),
        number or attributes.take("number"),
        id=attributes.id,
        lang=attributes.lang,
        role=attributes.take_role(),
        pos=context.pos,
    )
    attributes.report_rest(context.report, context.pos)
    return (made,)


def _rule(contents: Any, context: Context) -> Made:
    return (Rule(pos=context.pos),)


def _figure(contents: Any, context: Context) -> Made:
    attributes = Attributes(contents[0])
    number, words = caption(contents[1], context)
    id, lang, role = attributes.id, attributes.lang, attributes.take_role()
    attributes.report_rest(context.report, context.pos)
    return (Figure(context.blocks(contents[2]), words, number, id=id, lang=lang, role=role, pos=context.pos),)


def _div(contents: Any, context: Context) -> Made:
    attributes = Attributes(contents[0])
    pos = attributes.take_position()
    children = context.blocks(contents[1])
    if attributes.take("wrapper") and len(children) == 1:
        made = _wrapped(children[0], attributes)
    elif not _shows(children) and attributes.take_page_break():
        made = (PageBreak(id=attributes.id, role=attributes.take_role(), pos=context.pos),)
    elif not children and attributes.take_class("toc"):
        made = (_toc(attributes, context),)
    else:
        made = _grouped(children, contents[1], attributes, context)
    attributes.report_rest(context.report, context.pos)
    return tuple(replace(child, pos=pos) for child in made) if pos else made


def _toc(attributes: Attributes, context: Context) -> Toc:
    """A table of contents, as our writer has it."""
    depth, of = attributes.take("depth"), attributes.take("of") or "headings"
    id, lang, role = attributes.id, attributes.lang, attributes.take_role()
    return Toc(int(depth) if depth.isdecimal() else 3, of, id=id, lang=lang, role=role, pos=context.pos)  # type: ignore[arg-type]


def _shows(children: Made) -> bool:
    """Whether anything of a division is seen: raw markup of other formats is not."""
    return not all(isinstance(child, Raw | PageBreak) for child in children)


def _wrapped(child: Block, attributes: Attributes) -> Made:
    """The one block that a division is around only because pandoc's node for it has no attributes. See the writer."""
    changes: dict[str, Any] = {}
    if isinstance(child, Para) and (align := attributes.take_align()):
        changes["align"] = align
    if isinstance(child, List) and (style := attributes.take("list-style")):
        changes["style"] = style
    id, lang, role = attributes.id or child.id, attributes.lang or child.lang, attributes.take_role() or child.role
    return (replace(child, id=id, lang=lang, role=role, **changes),)


def _grouped(children: Made, values: list[Any], attributes: Attributes, context: Context) -> Made:
    """A group; or its blocks alone where it says nothing of its own; or, where one paragraph has a role, that."""
    if admonition := _admonition(children, values, attributes, context):
        return admonition
    if align := attributes.take_align():
        children = tuple(replace(c, align=align) if isinstance(c, Para) and not c.align else c for c in children)
    role = attributes.take_class() or _style_role(attributes.take("custom-style"))
    id, lang = attributes.id, attributes.lang
    if role and role not in _GROUPS and children and all(isinstance(c, Para) and not c.role for c in children):
        first, *rest = (replace(child, role=role, lang=lang or child.lang) for child in children)
        return (replace(first, id=id or first.id), *rest)
    return (Group(children, id=id, lang=lang, role=role, pos=context.pos),) if id or lang or role else children


def _style_role(style: str) -> str:
    """The role that a Word style's name stands for."""
    role = "-".join(style.lower().split())
    return "" if role in _PLAIN_STYLES else role


def _admonition(children: Made, values: list[Any], attributes: Attributes, context: Context) -> Made:
    """What pandoc makes of `> [!NOTE]` and of reStructuredText's: a division called after its kind, mostly with a
    division `title` in it."""
    titled = bool(values) and values[0]["t"] == "Div" and "title" in values[0]["c"][0][1]
    kind = next((name for name in attributes.classes if titled or name in _KINDS), "")
    if not kind or not children:
        return ()
    attributes.take_class(kind)
    first, *rest = children
    if titled and isinstance(first, Para):
        first = replace(first, role="", children=(Strong(first.children or (Text(kind),)),))
    else:
        context.report.add("json-pandoc-attribute", context.pos, attribute=f".{kind}")
    return (Group((first, *rest), role="boxed", id=attributes.id, lang=attributes.lang, pos=context.pos),)


_BLOCKS: dict[str, Callable[[Any, Context], Made]] = {
    "Plain": _para,
    "Para": _para,
    "LineBlock": _lines,
    "CodeBlock": _code,
    "RawBlock": _raw,
    "BlockQuote": _quote,
    "OrderedList": _ordered,
    "BulletList": _bulleted,
    "DefinitionList": _definitions,
    "Header": _heading,
    "HorizontalRule": _rule,
    "Table": table,
    "Figure": _figure,
    "Div": _div,
    "Null": lambda contents, context: (),
}
