"""附件说明, the note of attachments below the text, and 附件, the attachments (GB/T 9704-2012 cl. 7.3.4, 7.3.7).

The note that the text has, or the one that the metadata gives, stands below the text; what does not fit on a line goes on
below the first character of the name. An attachment begins on a new page, its label on the first line and its title
on the third.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from convert.diagnostics import Pos, Report
from convert.kit.attachments import Attachment, disagreements, is_none, label_number, lead_of, name_of
from convert.kit.cjk import EAST_ASIAN, has_han, one_of
from convert.layout.sections import LANDSCAPE
from convert.model import Block, Document, Group, Inline, LineBreak, Node, PageBreak, Para, Rule, replace
from convert.model.build import inlines, para
from convert.model.walk import nodes, plain, replace_nodes
from convert.passes.official.language import is_chinese
from convert.passes.official.places import end_of_text
from convert.style.sheet import Sheet
from convert.style.variants import Variants

ATTACHMENT = "attachment"
"""The role of the group that an attachment is."""
_NOTE, _ITEM, _LABEL, _TITLE = "attachment-note", "attachment-item", "attachment-label", "attachment-title"
_WORD = "附件："
_END_MARKS = "。；;.，,、"
_IMPRINT = frozenset({"cc", "printing", "imprint"})
_POINT_EM, _WESTERN_EM = 0.25, 0.5  # stops and spaces, and all else, of Latin faces in Chinese text


def place_note(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with the note of its attachments below the text: that of the text, or else that of the metadata."""
    blocks = list(_split(document.blocks))
    if not any(_is_noted(block) for block in blocks):
        at = end_of_text(blocks)
        blocks[at:at] = _note(document, variants.sheet)
    _check_names(blocks, report)
    blocks = list(_hung(blocks, variants, report))
    return replace(document, blocks=tuple(blocks)) if tuple(blocks) != document.blocks else document


def group_attachments(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with each attachment a group of its own."""
    blocks = tuple(_grouped(document.blocks))
    document = replace(document, blocks=blocks) if blocks != document.blocks else document
    return document if variants.sheet.attachments_bound else _apart(document)


def _is_noted(block: Block) -> bool:
    return isinstance(block, Para) and block.role in (_NOTE, _ITEM)


# --- the note --------------------------------------------------------------------------------------------------------


def _split(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each name of a note that has several on lines of one paragraph as a paragraph of its own."""
    for block in blocks:
        if not (_is_noted(block) and isinstance(block, Para)):
            yield block
            continue
        lines: list[list[Inline]] = [[]]
        for part in block.children:
            if isinstance(part, LineBreak):
                lines.append([])
            else:
                lines[-1].append(part)
        kept = [line for line in lines if line]
        for number, line in enumerate(kept):
            yield replace(block, children=tuple(line), **({"role": _ITEM, "id": ""} if number else {}))


def _note(document: Document, sheet: Sheet) -> Iterator[Para]:
    """The note that the metadata gives: 附件：name, or 附件：1.name and the others below it."""
    meta = document.meta
    if "attachments" in meta.inferred or not is_chinese(meta, sheet):
        return
    names = [name for given in meta.attachments if not is_none(given) and (name := name_of(given))]
    for number, name in enumerate(names, 1):
        lead = (_WORD if number == 1 else "") + (f"{number}." if len(names) > 1 else "")
        yield para(lead + name, role=_NOTE if number == 1 else _ITEM)


def _hung(blocks: Sequence[Block], variants: Variants, report: Report) -> Iterator[Block]:
    """The blocks, the names of notes in roles that have them where they belong: the lines of one name below each other, the
    numbers below that of the first."""
    sheet = variants.sheet
    number_at = sheet.roles[_ITEM].indent_em
    for at, block in enumerate(blocks):
        if not (_is_noted(block) and isinstance(block, Para)):
            yield block
            continue
        text, look = plain(block, notes=False).rstrip(), sheet.roles[block.role]
        lead = lead_of(text)
        start = look.indent_em if block.role == _NOTE else number_at
        left = start + _width(lead, sheet, look.font)
        if block.role == _NOTE:
            number_at = start + _width(lead[: lead.find("：") + 1], sheet, look.font)
        opens = not at or not _is_noted(blocks[at - 1])
        before = look.before_lines if opens else 0.0
        if text.endswith(tuple(_END_MARKS)):
            report.add("attachment-note-end", block.pos, text=text)
        role = variants.of(block.role, left_em=left, indent_em=start - left, before_lines=before)
        yield replace(block, role=role, align="")


def _width(text: str, sheet: Sheet, font: str) -> float:
    """How wide a number and its mark stand, in em: in Latin faces a point is half as wide as a digit, in Chinese ones as wide."""
    western = not any(map(has_han, sheet.fonts[font].latin[:1]))
    wide = len(one_of(EAST_ASIAN).findall(text))
    points = sum(text.count(mark) for mark in ". ") if western else 0
    return wide + points * _POINT_EM + (len(text) - wide - points) * _WESTERN_EM


# --- the attachments -------------------------------------------------------------------------------------------------


def _grouped(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those of each attachment in a group; what is typed to begin its page goes: it does by itself."""
    attachment: list[Block] = []
    for block in blocks:
        begins, ends = _begins(block), block.role in _IMPRINT or block.role == ATTACHMENT
        if attachment and (begins or ends):
            yield from _closed(attachment)
            attachment = []
        if begins or attachment:
            attachment.append(block)
        else:
            yield block
    yield from _closed(attachment)


def _begins(block: Block) -> bool:
    """Whether an attachment begins with it, be it on pages across."""
    if isinstance(block, Group) and block.role == LANDSCAPE:
        return bool(block.children) and _begins(block.children[0])
    return isinstance(block, Para) and block.role == _LABEL


def _closed(attachment: list[Block]) -> Iterator[Block]:
    """An attachment as a group; page breaks and lines at its end stand behind it: they belong to what follows."""
    end = len(attachment)
    while end and isinstance(attachment[end - 1], PageBreak | Rule):
        end -= 1
    if end:
        yield outward(Group(tuple(_across(attachment[:end])), role=ATTACHMENT))
    yield from attachment[end:]


def outward(attachment: Group) -> Group:
    """An attachment that stands on pages across as a whole, within their group: the pages are the outer of the two."""
    match attachment.children:
        case (Group() as pages,) if pages.role == LANDSCAPE:
            return replace(pages, children=(replace(attachment, children=pages.children),))
        case _:
            return attachment


def _across(attachment: Sequence[Block]) -> Iterator[Block]:
    """Label and title stand on the pages across that follow them at once: they are theirs."""
    heads = 0
    while heads < len(attachment) and attachment[heads].role in (_LABEL, _TITLE):
        heads += 1
    pages = attachment[heads] if heads < len(attachment) else None
    if heads and isinstance(pages, Group) and pages.role == LANDSCAPE:
        yield replace(pages, children=(*attachment[:heads], *pages.children))
        yield from attachment[heads + 1 :]
    else:
        yield from attachment


def _apart(document: Document) -> Document:
    """Attachments that are not bound with the document: its number stands before their labels (cl. 7.3.7)."""
    number = document.meta.number

    def named(node: Node) -> Node:
        if not isinstance(node, Para) or node.role != _LABEL or plain(node).startswith(number):
            return node
        return replace(node, children=inlines(number, *node.children))

    return replace_nodes(document, named) if number else document


def _check_names(blocks: Sequence[Block], report: Report) -> None:
    """Tell where the note calls an attachment otherwise than it is called."""
    noted = [block for block in blocks if _is_noted(block)]
    names = [name for block in noted if (name := name_of(plain(block, notes=False)))]
    found = list(_attachments(blocks))
    labels = {label_number(plain(node, notes=False)) for node in nodes(tuple(blocks)) if node.role == _LABEL}
    for each in disagreements(names, [attachment for attachment, _ in found]):
        place = next(
            (pos for attachment, pos in found if attachment.title == each.titled), noted[0].pos if noted else None
        )
        if not each.titled and each.number not in labels:
            report.add("attachment-absent", place, number=each.number, named=each.named)
        elif each.titled and not each.named:
            report.add("attachment-unnamed", place, number=each.number, titled=each.titled)
        elif each.titled:
            report.add("attachment-differs", place, number=each.number, named=each.named, titled=each.titled)


def _attachments(blocks: Sequence[Block]) -> Iterator[tuple[Attachment, Pos | None]]:
    """The attachments of a document by the titles below their labels."""
    number = -1  # of the label above; none
    for node in nodes(tuple(blocks)):
        if isinstance(node, Para) and node.role == _LABEL:
            number = label_number(plain(node, notes=False))
        elif isinstance(node, Para) and node.role == _TITLE and number >= 0:
            yield Attachment("".join(plain(node, notes=False).split("\n")), number), node.pos
            number = -1
