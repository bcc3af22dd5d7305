"""Blocks that belong together: divisions with roles, boxes, parts that open."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from convert.diagnostics import Pos
from convert.model import Block, Group, Inline, PageBreak, Para, Strong, Text, Toc, replace
from convert.model.build import join
from convert.readers.markdown.attributes import BRACES, Attributes, attributes_of
from convert.readers.markdown.context import Context

KINDS = {
    "note": ("Note", "说明"),
    "tip": ("Tip", "提示"),
    "important": ("Important", "重要"),
    "warning": ("Warning", "警告"),
    "caution": ("Caution", "注意"),
    "info": ("Info", "信息"),
    "danger": ("Danger", "危险"),
    "hint": ("Hint", "提示"),
    "attention": ("Attention", "注意"),
    "error": ("Error", "错误"),
    "success": ("Success", "成功"),
    "question": ("Question", "问题"),
    "failure": ("Failure", "失败"),
    "seealso": ("See also", "另见"),
    "admonition": ("", ""),
}
"""The kinds of admonition that GitHub, MkDocs, VuePress, Docusaurus and Sphinx know, with the titles of those that have
none, in English and Chinese."""

_CALLOUTS = {"abstract", "bug", "check", "cite", "done", "example", "fail", "faq", "help", "missing", "quote", "summary", "tldr", "todo"}  # fmt: skip
"""More of them, in quotations only (https://help.obsidian.md/callouts)."""

_CALLOUT = re.compile(r"\[!(\w+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)(?:\n|\Z)")
_HEAD = re.compile(
    rf"(?:\{{([\w-]+)\}}|({BRACES.pattern})|(?P<word>[^\s{{}}\[]+))[ \t]*(?:\[(?P<boxed>.*)\]|(?P<title>.*))"
)
_GROUPS = frozenset({"landscape", "front", "cover", "boxed", "details"})
"""Roles of groups, even around a single paragraph."""


class Head(NamedTuple):
    """What begins a division: its attributes, its title in Markdown."""

    attributes: Attributes
    title: str


def division_head(info: str) -> Head:
    """The head of a division from what follows its colons: `{.recipient}`, `warning 标题`, `note[标题]`, `{note}`."""
    found = _HEAD.fullmatch(info)
    if found is None:
        return Head(Attributes(), info)
    attributes = attributes_of(found[2] or "")
    if name := found[1] or found["word"]:
        attributes.classes.append(name)
    title = found["boxed"] or found["title"] or ""
    if BRACES.fullmatch(title):
        more = attributes_of(title)
        return Head(Attributes(more.id, attributes.classes + more.classes, more.pairs), "")
    return Head(attributes, title or attributes.take("title"))


def callout(content: str) -> tuple[str, str, int] | None:
    """The kind, the title and the length of `[!NOTE] title`, which begins a quotation that is an admonition."""
    found = _CALLOUT.match(content)
    if found is None or found[1].lower() not in KINDS.keys() | _CALLOUTS:
        return None
    return found[1].lower(), found[3].strip(), found.end()


_LISTS: dict[str, Literal["figures", "tables"]] = {"figures": "figures", "tables": "tables"}
_DEPTHS = tuple("123456789")


def division(
    attributes: Attributes, title: tuple[Inline, ...], children: tuple[Block, ...], context: Context, pos: Pos
) -> tuple[Block, ...]:
    """The blocks of a division: paragraphs with a role, a box, a page break, or its blocks as they are."""
    attributes.classes = [name.removeprefix("callout-") for name in attributes.classes if name != "callout"]
    if attributes.take_class("page-break", "pagebreak", "newpage"):
        return (PageBreak(id=attributes.id, pos=pos), *children)
    if not children and attributes.take_class("toc"):
        return (_toc(attributes, context, pos),)
    if kind := attributes.take_class(*KINDS):
        made = admonition(kind, title, children, context, pos)
        attributes.report_rest(context.report, pos)
        return (replace(made, id=attributes.id, lang=attributes.take("lang")),)
    if title:
        children = (Para((Strong(title),), pos=pos), *children)
    if align := attributes.take_align():
        children = tuple(replace(c, align=align) if isinstance(c, Para) and not c.align else c for c in children)
    made_blocks = _with_role(attributes, children, pos)
    attributes.report_rest(context.report, pos)
    return made_blocks


def _toc(attributes: Attributes, context: Context, pos: Pos) -> Toc:
    """A table of contents down to `depth`, or with `of=figures`, `of=tables` a list of these."""
    depth, of = attributes.take("depth"), attributes.take("of")
    made = Toc(int(depth) if depth in _DEPTHS else 3, _LISTS.get(of, "headings"), id=attributes.id, pos=pos)
    attributes.report_rest(context.report, pos)
    return made


def _with_role(attributes: Attributes, children: tuple[Block, ...], pos: Pos) -> tuple[Block, ...]:
    id, role, lang = attributes.id, attributes.take_class(), attributes.take("lang")
    if role and role not in _GROUPS and children and all(isinstance(c, Para) and not c.role for c in children):
        first, *rest = (replace(child, role=role, lang=lang or child.lang) for child in children)
        return (replace(first, id=id or first.id), *rest)
    return (Group(children, id=id, lang=lang, role=role, pos=pos),) if id or lang or role else children


def admonition(kind: str, title: tuple[Inline, ...], children: tuple[Block, ...], context: Context, pos: Pos) -> Group:
    """A box that begins with its title, in strong words, or with the name of its kind."""
    from convert.kit.cjk import has_han

    english, chinese = KINDS.get(kind, (kind.capitalize(), kind.capitalize()))
    words = title or join((Text(chinese if has_han(context.text) else english),))
    head = (Para((Strong(words),), pos=pos),) if words else ()
    return Group((*head, *children), role="boxed", pos=pos)
