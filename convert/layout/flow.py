"""From blocks to strips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from convert.kit.images.header import image_info
from convert.layout.apart import set_text
from convert.layout.code_lines import set_code
from convert.layout.context import Context
from convert.layout.inlines import BACK, mark_place
from convert.layout.joint import beside, is_joint, names_and_ending, names_context
from convert.layout.paragraphs import Frame, set_block, set_entry, set_formula, set_label
from convert.layout.pictures import picture_size
from convert.layout.result import Element, Kind, Line
from convert.layout.sections import Section, begins_section
from convert.layout.setting import Setting
from convert.layout.strips import (
    BreakStrip,
    EdgeStrip,
    PictureStrip,
    RuleStrip,
    SectionStrip,
    Strip,
    TextStrip,
    kept,
)
from convert.layout.table_strips import table_strips
from convert.layout.usage import CAPTION, NOTE_GAP
from convert.model import (
    Block,
    CodeBlock,
    Document,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    MathBlock,
    Note,
    PageBreak,
    Para,
    Quote,
    Raw,
    Rule,
    Table,
    Text,
    Toc,
)
from convert.model import replace as replace_node
from convert.model.build import numbered
from convert.style.sheet import Computed

_BOXES: dict[type[Block], Kind] = {Quote: "quote", Group: "group", Toc: "toc"}
"""Blocks around blocks: the element they are, the role of plain paragraphs in them ("" for that of where they stand)."""
_NARROWEST = 36.0  # pt: what a picture keeps in a frame that has no room for it


@dataclass(slots=True)
class Flow:
    """Turns a document's blocks into strips. `section`: the one that the block at hand stands in."""

    document: Document
    setting: Setting
    section: Section = field(default_factory=Section)

    def strips(self, blocks: Iterable[Block], context: Context) -> Iterator[Strip]:
        """The strips of `blocks`, in reading order."""
        for block in blocks:
            yield from self._block(block, context)

    def note(self, note: Note, element: Element, width: float) -> Iterator[Strip]:
        """The strips of a note, its mark first, `width` pt wide."""
        context = Context(self.setting.sheet.note_role(note.kind), Frame(0.0, width), element)
        return self.strips(marked_note(note), context)

    def endnotes(self) -> Iterator[Strip]:
        """What follows the text: the endnotes whose marks have been set in it, under a rule."""
        look, endnotes = self.setting.sheet.notes, self.setting.endnotes
        if endnotes and look.rule_width and look.rule:
            role = self.setting.sheet.note_role("end")
            yield RuleStrip(0.0, look.rule_width, self.setting.sheet.roles[role], look.rule, keep_next=True)
        for note, element in endnotes:
            yield from self.note(note, element, self.setting.sheet.page.area_width)

    def _block(self, block: Block, context: Context) -> Iterator[Strip]:
        role = self.setting.sheet.box_role(block)
        yield from (
            self._boxed(block, context, self.setting.sheet.roles[role]) if role else self._content(block, context)
        )

    def _boxed(self, block: Block, context: Context, look: Computed) -> Iterator[Strip]:
        frame = context.frame
        outer = frame if isinstance(block, Quote) else frame.narrowed(look.left_em * look.em, look.right_em * look.em)
        whole = outer if isinstance(block, Group) else frame  # texts keep the indents of their look by themselves
        inside = replace(context, frame=whole.narrowed(look.padding("left"), look.padding("right")))
        strips = self._content(block, inside)
        upper = EdgeStrip(look, outer.left, outer.width, opens=True)
        yield upper
        yield from strips if isinstance(block, Group) else _spaceless(strips)
        yield replace(upper, opens=False)

    def _content(self, block: Block, context: Context) -> Iterator[Strip]:
        match block:
            case Para():
                yield from self._para(block, context)
            case Heading():
                element = self.element("heading", context, block, level=block.level)
                yield from self._text(numbered(block), block, context, element, outline=block.level)
            case CodeBlock():
                yield from self._code(block, context)
            case List():
                yield from self._list(block, context)
            case Table():
                yield from table_strips(block, context, self)
            case Figure():
                yield from self._figure(block, context)
            case Quote() | Group() | Toc():
                yield from self._box(block, context)
            case PageBreak():
                yield BreakStrip()
            case Rule():
                yield self._rule(block, context)
            case MathBlock():
                look, element = self.setting.sheet.look(block), self.element("paragraph", context, block)
                yield TextStrip(set_formula(block, look, context.frame, element, self.setting), look, element)
            case Raw():
                raise TypeError("Raw must be lowered before layout")
            case _:
                assert_never(block)

    def _rule(self, block: Rule, context: Context) -> RuleStrip:
        sheet, frame = self.setting.sheet, context.frame
        look, rule = sheet.look(block, context.container), sheet.rules.get(block.role)
        if rule is None:
            return RuleStrip(frame.left, frame.width, look)
        x, width = rule.placed(frame.left, frame.width, self.section.paper(sheet))
        return RuleStrip(x, width, look, keep_next=True, rule=rule)

    def _box(self, block: Quote | Group | Toc, context: Context) -> Iterator[Strip]:
        element = self.element(_BOXES[type(block)], context, block)
        container = self.setting.sheet.inner_role(block, context.container)
        inside = Context(container, context.frame, element, context.level)
        if isinstance(block, Group) and begins_section(block):
            yield from self._section(block, inside)
        elif isinstance(block, Group) and is_joint(block):
            names, ending = names_and_ending(block, self.setting.sheet)
            strips = self.strips(names, names_context(ending, inside, self.setting.sheet))
            if ending is None:
                yield from strips
            else:
                element = self.element("paragraph", inside, ending)
                yield from beside(strips, ending, element, inside, self.setting)
        else:
            yield from self.strips(block.children, inside)

    def _section(self, group: Group, context: Context) -> Iterator[Strip]:
        """The strips of a group on pages of its own, across their type area."""
        outer, self.section = self.section, self.section.within(group)
        yield SectionStrip(self.section)
        width = self.section.paper(self.setting.sheet).area_width
        yield from self.strips(group.children, replace(context, frame=Frame(0.0, width)))
        self.section = outer
        yield SectionStrip(outer)

    def element(self, kind: Kind, context: Context, node: Block, **more: object) -> Element:
        """The structure element of a block that stands in `context`; `more`: its other fields."""
        return Element(kind, context.parent, node, lang=node.lang, **more)  # type: ignore[arg-type]

    def _para(self, block: Para, context: Context) -> Iterator[Strip]:
        if context.container == "toc":
            look, element = self.setting.sheet.look(block, "toc"), self.element("toc-entry", context, block)
            yield TextStrip(set_entry(block.children, look, context.frame, element, self.setting), look, element)
            return
        title = self.setting.sheet.base_role(block.role) == "title"
        element = self.element("title" if title else "paragraph", context, block, level=int(title))
        yield from self._text(block.children, block, context, element, outline=0 if title else -1)

    def _text(
        self, inlines: Sequence[Inline], block: Para | Heading, context: Context, element: Element, outline: int = -1
    ) -> Iterator[Strip]:
        role = self.setting.sheet.role_of(block, context.container)
        look = self.setting.sheet.aligned(role, block.align if isinstance(block, Para) else "")
        lines: list[Line] = []
        for part in set_text(inlines, look, context.frame, element, self.setting, block.pos):
            if isinstance(part, Line):
                lines.append(part)
                continue
            if lines:
                yield TextStrip(lines, look, element, outline)
            lines, outline = [], -1
            yield from self._image(part, look, context, element)
        if lines:
            yield TextStrip(lines, look, element, outline)

    def _code(self, block: CodeBlock, context: Context) -> Iterator[Strip]:
        look = self.setting.sheet.look(block)
        element = self.element("code", context, block)
        yield TextStrip(set_code(block, look, context.frame, element, self.setting), look, element)

    # --- lists ---------------------------------------------------------------------------------------------------

    def _list(self, block: List, context: Context) -> Iterator[Strip]:
        sheet = self.setting.sheet
        numbering = (block.style or "decimal") if block.ordered else "none"
        element = self.element("list", context, block, numbering=numbering)
        role = sheet.list_role(context.container)
        indent = sheet.lists.indent_em * sheet.roles[role].em
        frame = Frame(context.frame.left + indent, context.frame.width - indent)
        described = any(item.term for item in block.items)
        for number, item in enumerate(block.items, block.start):
            marker = "" if described else sheet.lists.marker(block, item, number, context.level)
            yield from self._item(item, marker, Context(role, frame, element, context.level))

    def _item(self, item: ListItem, marker: str, context: Context) -> Iterator[Strip]:
        """An item with its term or its marker; without either it says more of the term before it."""
        sheet, look = self.setting.sheet, self.setting.sheet.roles[context.container]
        entry = Element("item", context.parent, item)
        label = Element("label", entry, item)
        body = Element("item-body", entry, item)
        inside = Context(context.container, context.frame, body, context.level + 1)
        strips = self.strips(item.children, inside)
        if item.term:
            yield TextStrip(
                [p for p in set_block(item.term, look, _outdented(context.frame, sheet.lists.indent_em * look.em), label, self.setting, item.pos) if isinstance(p, Line)],
                look, label,
            )  # fmt: skip
        elif marker:
            line = set_label(marker, look, context.frame.left - 0.25 * look.em, label, self.setting)
            strips = _labelled(strips, line, look, label)
        yield from strips

    # --- pictures and captions ------------------------------------------------------------------------------------------

    def caption(self, caption: tuple[Inline, ...], block: Table | Figure, context: Context) -> Iterator[Strip]:
        """The strips of the caption of a table or a figure."""
        element = self.element("caption", context, block)
        yield from self._text(caption, Para(caption, role=CAPTION, pos=block.pos), context, element)

    def _figure(self, block: Figure, context: Context) -> Iterator[Strip]:
        inside = Context(context.container, context.frame, self.element("group", context, block), context.level)
        middle = (
            replace_node(child, align="center") if isinstance(child, Para) and not child.align else child
            for child in block.children
        )
        strips = self.strips(middle, inside)
        if caption := numbered(block):
            yield from kept(strips)
            yield from self.caption(caption, block, inside)
        else:
            yield from strips

    def _image(self, image: Image, look: Computed, context: Context, parent: Element) -> Iterator[Strip]:
        info = image_info(self.document.media[image.media].data)
        if info is None:
            raise ValueError(f"not a picture: {image.media}")
        page = self.section.paper(self.setting.sheet)
        width, height = picture_size(image, info, max(context.frame.width, _NARROWEST), page)
        # without a description it is an ornament: nothing can be read out
        element = Element("figure", parent, image, alt=image.alt) if image.alt else Element("artifact")
        yield PictureStrip(
            image.media, context.frame.left + (context.frame.width - width) / 2, width, height, element, look
        )


def marked_note(note: Note) -> tuple[Block, ...]:
    """The blocks of a note with its mark before the first one's text, which leads back."""
    mark = Link((Text(note.number),), f"#{mark_place(note)}", role=BACK), Text(NOTE_GAP)
    first, rest = note.children[:1], note.children[1:]
    if first and isinstance(first[0], Para):
        return (replace_node(first[0], children=(*mark, *first[0].children)), *rest)
    return (Para(mark), *first, *rest)


def _spaceless(strips: Iterable[Strip]) -> Iterator[Strip]:
    """The strips of a block in a box, which keeps the space around it."""
    for strip in strips:
        if isinstance(strip, TextStrip):
            strip.look = replace(strip.look, before_lines=0.0, after_lines=0.0, new_page=False)
        yield strip


def _outdented(frame: Frame, by: float) -> Frame:
    return Frame(frame.left - by, frame.width + by)


def _labelled(strips: Iterator[Strip], marker: Line, look: Computed, label: Element) -> Iterator[Strip]:
    """The item's strips with its marker on the first line of text, or on a line of its own before anything else."""
    first = next(strips, None)
    if isinstance(first, TextStrip) and first.marker is None:
        first.marker = marker
        yield first
    else:
        yield TextStrip([marker], look, label, keep_next=True)
        if first is not None:
            yield first
    yield from strips
