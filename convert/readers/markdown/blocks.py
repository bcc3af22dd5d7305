"""Block tokens to blocks. Containers are kept on a stack: how deep they nest does not matter here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from convert.diagnostics import Pos
from convert.model import (
    Block,
    CodeBlock,
    Heading,
    Inline,
    List,
    ListItem,
    MathBlock,
    PageBreak,
    Para,
    Quote,
    Raw,
    Rule,
    Toc,
    replace,
)
from convert.model.nodes import Delimiter
from convert.readers.markdown.attributes import BRACES, RAW_FORMAT, Attributes, attributes_of
from convert.readers.markdown.captions import with_captions
from convert.readers.markdown.context import Context
from convert.readers.markdown.divisions import admonition, callout, division, division_head
from convert.readers.markdown.html import block_html
from convert.readers.markdown.inlines import words
from convert.readers.markdown.notes import take_notes
from convert.readers.markdown.paragraphs import Caption, Made, cut_attributes, paragraphs
from convert.readers.markdown.parser import parse
from convert.readers.markdown.regions import Regions
from convert.readers.markdown.tables import grid_table, table

_TASK = re.compile(r"\[([ xX\u3000])\](?:[ \t\n]+|\Z)")
_FENCE_BRACES = re.compile(r"(\S*?)[ \t]*(\{[^{}]*\})\s*")


@dataclass(slots=True)
class Container:
    """A container that has begun. `items`: of a list; `words`: a term, a title; `is_loose`: a paragraph in it stands
    apart; `kind`: of a callout; `checked`: of an item of a task list."""

    token: Token
    pos: Pos
    blocks: list[Made] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    words: tuple[Inline, ...] = ()
    is_loose: bool = False
    kind: str = ""
    checked: bool | None = None


def read_text(text: str, number: int, context: Context) -> tuple[Block, ...]:
    """The blocks of a text within another one, whose first line has a number in that: of a cell."""
    tokens = parse(text, context.environment)
    for token in tokens:
        if token.map:
            token.map = [line + number for line in token.map]
    return read_blocks(take_notes(tokens, context), context)


def read_blocks(tokens: list[Token], context: Context) -> tuple[Block, ...]:
    """The blocks of a document or of a note."""
    return _Reading(tokens, context).read()


class _Reading:
    def __init__(self, tokens: list[Token], context: Context) -> None:
        self.tokens, self.context = tokens, context
        self.regions = Regions(tokens, context)
        self.stack = [Container(Token("", "", 0), context.pos(0))]

    def read(self) -> tuple[Block, ...]:
        """All of them."""
        index, count = 0, len(self.tokens)
        while index < count:
            token = self.tokens[index]
            if token.type == "html_block":
                self.regions.add(index, self.stack[-1].blocks)
            elif token.nesting > 0 and self.tokens[index + 1].type == "inline":
                self._words(token, self.tokens[index + 1])
                index += 2
            elif token.nesting > 0:
                self.stack.append(Container(token, self.context.pos(self.context.line_of(token))))
            elif token.nesting < 0:
                self._close()
            else:
                self.stack[-1].blocks += _LEAVES[token.type](token, self.context)
            index += 1
        return with_captions(self.stack[0].blocks, self.context)

    def _words(self, token: Token, inline: Token) -> None:
        """A paragraph or a heading, or what holds nothing but words: a term, a title."""
        outer = self.stack[-1]
        number = self.context.line_of(inline)
        match token.type:
            case "paragraph_open":
                self._paragraph(token, inline.content, number)
            case "heading_open":
                outer.blocks.append(_heading(int(token.tag[1:]), inline.content, number, self.context))
            case _:
                outer.words = words(inline.content, number, self.context)

    def _paragraph(self, token: Token, content: str, number: int) -> None:
        outer = self.stack[-1]
        if token.info == "flattened":
            self.context.deep = self.context.deep or self.context.pos(number)
        if not outer.blocks and content[:1] == "[":
            content, number = self._marked(outer, content, number)
        if outer.blocks and content[:1] == "{" and BRACES.fullmatch(content.strip()):
            outer.blocks[-1] = _named(outer.blocks[-1], attributes_of(content), self.context.pos(number), self.context)
            return
        outer.is_loose |= not token.hidden
        outer.blocks += paragraphs(content, number, self.context, is_tight=token.hidden)

    def _marked(self, outer: Container, content: str, number: int) -> tuple[str, int]:
        """A first paragraph without the box of a task or the head of a callout."""
        if outer.token.type == "list_item_open" and (task := _TASK.match(content)):
            outer.checked = task[1] in "xX"
            return content[task.end() :], number
        if outer.token.type == "blockquote_open" and not outer.kind and (found := callout(content)):
            outer.kind = found[0]
            outer.words = words(found[1], number, self.context)
            return content[found[2] :], number + 1
        return content, number

    def _close(self) -> None:
        container = self.stack.pop()
        blocks = with_captions(container.blocks, self.context)
        outer = self.stack[-1]
        match container.token.type:
            case "list_item_open":
                outer.items.append(ListItem(children=blocks, checked=container.checked, pos=container.pos))
                outer.is_loose |= container.is_loose
            case "dt_open" | "admonition_title_open":
                outer.words = container.words
            case "dd_open":
                outer.items.append(ListItem(outer.words, blocks, pos=container.pos))
                outer.words = ()
                outer.is_loose |= container.is_loose
            case kind:
                outer.blocks += _CLOSERS[kind](container, blocks, self.context)


def _named(block: Made, attributes: Attributes, pos: Pos, context: Context) -> Made:
    """A block with the attributes that stand below it (kramdown, block inline attribute lists)."""
    if isinstance(block, Caption):
        attributes.pairs |= {"name": attributes.id} if attributes.id else {}
    else:
        align = attributes.take_align()
        role = attributes.take_class() if not block.role else ""
        block = replace(block, id=block.id or attributes.id, role=role or block.role)
        if isinstance(block, Para) and align:
            block = replace(block, align=align)
    attributes.report_rest(context.report, pos)
    return block


# --- containers --------------------------------------------------------------------------------------------------


def _heading(level: int, content: str, number: int, context: Context) -> Heading:
    content, attributes = cut_attributes(content, apart=False)
    pos = context.pos(number)
    lang, role = attributes.take("lang"), attributes.take_class()
    if role == "unlisted":
        attributes.classes.insert(0, role)
        role = ""
    made = Heading(words(content, number, context), level, id=attributes.id, role=role, lang=lang, pos=pos)
    attributes.report_rest(context.report, pos)
    return made


def _list(container: Container, blocks: tuple[Block, ...], context: Context) -> Iterable[Block]:
    start = container.token.attrs.get("start", 1)
    is_ordered = container.token.type == "ordered_list_open"
    marks: Delimiter = "paren" if is_ordered and container.token.markup == ")" else ""
    items, tight = tuple(container.items), not container.is_loose
    yield List(items, is_ordered, int(start), tight=tight, delimiter=marks, pos=container.pos)


def _quote(container: Container, blocks: tuple[Block, ...], context: Context) -> Iterable[Block]:
    if container.kind:
        yield admonition(container.kind, container.words, blocks, context, container.pos)
    else:
        yield Quote(blocks, pos=container.pos)


def _division(container: Container, blocks: tuple[Block, ...], context: Context) -> Iterable[Block]:
    head = division_head(unescapeAll(container.token.info))
    title = words(head.title, context.line_of(container.token), context)
    return division(head.attributes, title, blocks, context, container.pos)


def _admonition(container: Container, blocks: tuple[Block, ...], context: Context) -> Iterable[Block]:
    title = "" if container.token.content.lower() == container.token.meta["tag"] else container.token.content
    shown = words(title, context.line_of(container.token), context)
    yield admonition(container.token.meta["tag"], shown, blocks, context, container.pos)


_CLOSERS: dict[str, Callable[[Container, tuple[Block, ...], Context], Iterable[Block]]] = {
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "dl_open": _list,
    "blockquote_open": _quote,
    "div_open": _division,
    "admonition_open": _admonition,
}


# --- what holds nothing ------------------------------------------------------------------------------------------


def _code(token: Token, context: Context) -> Iterable[Block]:
    """A block of code; one in a format of markup (`{=html}`) is that, one of mathematics (GitHub) a formula."""
    text, info = token.content.removesuffix("\n"), unescapeAll(token.info).strip()
    pos = context.pos(context.line_of(token))
    if found := RAW_FORMAT.fullmatch(info):
        return _raw(found[1], token.content, context, pos)
    if info == "math":
        return (MathBlock(text.strip(), pos=pos),)
    braces = _FENCE_BRACES.fullmatch(info)
    if braces is None:
        language, *rest = info.split(maxsplit=1) or [""]
        if rest:
            context.report.add("markdown-attribute", pos, attribute=rest[0])
        return (CodeBlock(text, language, pos=pos),)
    attributes = attributes_of(braces[2])
    attributes.take_class("numberLines", "number-lines", "line-numbers")
    language = braces[1] or attributes.take_class()
    attributes.report_rest(context.report, pos)
    return (CodeBlock(text, language, id=attributes.id, pos=pos),)


def _raw(format: str, text: str, context: Context, pos: Pos) -> Iterable[Block]:
    if format in ("html", "html4", "html5"):
        return block_html((text,), context, pos)
    return (Raw(format, text, pos=pos),)


def _math(token: Token, context: Context) -> Iterable[Block]:
    pos = context.pos(context.line_of(token))
    attributes = attributes_of(token.info)
    yield MathBlock(token.content, id=attributes.id, pos=pos)
    attributes.report_rest(context.report, pos)


_LEAVES: dict[str, Callable[[Token, Context], Iterable[Block]]] = {
    "fence": _code,
    "code_block": _code,
    "math_block": _math,
    "hr": lambda token, context: (Rule(pos=context.pos(context.line_of(token))),),
    "page_break": lambda token, context: (PageBreak(pos=context.pos(context.line_of(token))),),
    "table": table,
    "grid": grid_table,
    "toc": lambda token, context: (Toc(pos=context.pos(context.line_of(token))),),
}
