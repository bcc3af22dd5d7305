"""Elements to blocks. Words between blocks become paragraphs; what only groups (div, section …) leaves its blocks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from convert.diagnostics import Pos
from convert.model import Block, Group, Heading, Inline, PageBreak, Para, Quote, Rule, Strong
from convert.reading.html import codes, lists, tables
from convert.reading.html.context import Context
from convert.reading.html.figures import figure
from convert.reading.html.inlines import entered, inline, inner_style, text_inlines, wrapped, wraps
from convert.reading.html.lines import set_lines
from convert.reading.html.math import is_displayed, math_block
from convert.reading.html.parsing import MATHML
from convert.reading.html.styles import Style, breaks_page, declarations, is_block, is_hidden
from convert.reading.html.words import without_strong, words_of

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PAGE_CLASSES = frozenset({"page", "pagebreak", "page-break"})


def blocks_in(element: Any, style: Style, context: Context, leave_out: Collection[Any] = ()) -> tuple[Block, ...]:
    """What is in an element, the children in `leave_out` aside, as blocks."""
    flow = _Flow(context)
    flow.walk(element, style, leave_out)
    flow.end_line(style)
    return tuple(flow.blocks)


def blocks_of(element: Any, style: Style, context: Context) -> tuple[Block, ...]:
    """An element, itself included, as blocks."""
    flow = _Flow(context)
    flow.add(element, style)
    flow.end_line(style)
    return tuple(flow.blocks)


class _Flow:
    """The blocks so far, and the line that is being gathered."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.blocks: list[Block] = []
        self._line: list[Inline] = []
        self._pos: Pos | None = None

    def walk(self, element: Any, style: Style, leave_out: Collection[Any] = ()) -> None:
        """Everything in an element, in order."""
        self._extend(text_inlines(element.text, style), element, style)
        for child in element:
            if not leave_out or child not in leave_out:
                self.add(child, style)
            self._extend(text_inlines(child.tail, style), child, style)

    def end_line(self, style: Style) -> None:
        """Make paragraphs of the gathered line."""
        line, self._line = self._line, []
        for words, pos, indent in set_lines(line):
            if indent:
                self.context.count_indent(indent)
            lang = style.lang if style.lang != self.context.lang else ""
            id = self.context.take_id()
            pos = (
                pos or self._pos or next((word.pos for word in words if word.pos), None)
            )  # a body may go without a tag
            self.blocks.append(Para(words, style.align, id=id, lang=lang, pos=pos))

    def _extend(self, inlines: Any, near: Any, style: Style) -> None:
        made = wrapped(list(inlines), style.wraps)
        if made and not self._line:
            self._pos = self.context.pos(near)
        self._line += made

    def add(self, element: Any, style: Style) -> None:
        """One element."""
        if is_hidden(element):
            self.context.hide(element)
            return
        if is_displayed(element):
            self._block(element, style, self._math)
        elif is_block(element):
            self._block(element, style, _HANDLERS.get(element.tag, _group))
        elif element.tag == "br" and breaks_page(declarations(element), "before"):
            self._block(element, style, _page_break)
        elif element.tag in _CLOSED or not _holds_blocks(element):
            self._extend(inline(element, style._replace(wraps=()), self.context), element, style)
        else:
            self.context.anchor(element)
            inner = inner_style(element, style)
            self.walk(element, inner._replace(wraps=(*inner.wraps, *wraps(element, inner, self.context))))

    def _block(self, element: Any, style: Style, make: Callable[[Any, Style, Context], list[Block]]) -> None:
        self.end_line(style)
        css = declarations(element)
        if breaks_page(css, "before") and element.tag != "br":
            self.blocks.append(PageBreak(pos=self.context.pos(element)))
        self.context.anchor(element)
        inner = entered(element, style, self.context, marked=element.tag not in _HANDLERS)
        self.blocks += make(element, inner, self.context)
        if breaks_page(css, "after"):
            self.blocks.append(PageBreak(pos=self.context.pos(element)))

    def _math(self, element: Any, style: Style, context: Context) -> list[Block]:
        made = math_block(element, context)
        return [made] if made else []


_CLOSED = frozenset({"audio", "canvas", "embed", "iframe", "img", "input", "picture", "ruby", "select", "svg", "textarea", "video", f"{MATHML}math"})  # fmt: skip


def _holds_blocks(element: Any) -> bool:
    """Whether a block is somewhere in an element that is none itself."""
    return any(
        is_block(inner) or is_displayed(inner) or (inner.tag == "br" and breaks_page(declarations(inner), "before"))
        for inner in element.iterdescendants()
    )


def _group(element: Any, style: Style, context: Context) -> list[Block]:
    if element.get("role") == "heading":
        return _heading(element, style, context)
    return list(blocks_in(element, style, context))


def _heading(element: Any, style: Style, context: Context) -> list[Block]:
    given = (element.get("aria-level") or "").strip()
    level = _HEADINGS.get(element.tag) or (int(given[:2]) if given.isdecimal() else 2)
    pos, id = context.pos(element), context.take_id()
    words = without_strong(words_of(blocks_in(element, style, context)))
    if not words:
        return []
    lang = style.lang if style.lang != context.lang else ""
    return [Heading(words, min(max(level, 1), 9), id=id or context.take_id(), lang=lang, pos=pos)]


def _quote(element: Any, style: Style, context: Context) -> list[Block]:
    pos, id = context.pos(element), context.take_id()
    children = blocks_in(element, style, context)
    return [Quote(children, id=id, pos=pos)] if children else []


def _rule(element: Any, style: Style, context: Context) -> list[Block]:
    if _PAGE_CLASSES & set((element.get("class") or "").lower().split()):
        return [PageBreak(id=context.take_id(), pos=context.pos(element))]
    return [Rule(id=context.take_id(), pos=context.pos(element))]


def _page_break(element: Any, style: Style, context: Context) -> list[Block]:
    return [PageBreak(pos=context.pos(element))]


def _details(element: Any, style: Style, context: Context) -> list[Block]:
    """A part that opens, open: its summary in strong words, then the rest."""
    pos, id = context.pos(element), context.take_id()
    summary = element.find("summary")
    words = words_of(blocks_in(summary, style, context)) if summary is not None else ()
    head: tuple[Block, ...] = (Para((Strong(words),), pos=context.pos(summary)),) if words else ()
    children = (*head, *blocks_in(element, style, context, [] if summary is None else [summary]))
    return [Group(children, role="details", id=id, pos=pos)] if children else []


_HANDLERS: dict[str, Callable[[Any, Style, Context], list[Block]]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "blockquote": _quote,
    "hr": _rule,
    "details": _details,
    "ul": lists.items,
    "ol": lists.items,
    "menu": lists.items,
    "dir": lists.items,
    "dl": lists.definitions,
    "table": tables.table,
    "pre": codes.code_block,
    "listing": codes.code_block,
    "xmp": codes.code_block,
    "plaintext": codes.code_block,
    "figure": figure,
}
