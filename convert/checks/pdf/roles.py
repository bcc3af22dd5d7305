"""What the paragraphs of a printed file are: the same recognition as for bare text, helped by how they look."""

from __future__ import annotations

from collections.abc import Sequence

from convert.checks.pdf.measures import Measures
from convert.checks.pdf.paragraphs import Paragraph, align_of
from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Para, Span, Text
from convert.model.walk import plain

_LARGE = 1.2  # times the running text
_MARK = 1.6
_RECOGNISED = frozenset({"cell", "list", "note", "toc", "caption", "code", "formula"})


def is_red(color: str | None) -> bool:
    """Whether a colour is a red, as marks and rules of official documents are."""
    if not color or len(color) != 7:
        return False
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red > 140 and green < 110 and blue < 110


def recognise(paragraphs: Sequence[Paragraph], measures: Measures) -> tuple[Document, list[Block]]:
    """The document that paragraphs are, and its block for each of them."""
    from convert.passes.roles import recognise_roles
    from convert.passes.titles import find_title

    blocks: list[Block] = []
    places: list[int] = []
    for paragraph in paragraphs:
        if paragraph.within in _RECOGNISED:
            places.append(-1)
            continue
        places.append(len(blocks))
        blocks.append(_block(paragraph, measures))
    report = Report()
    document = find_title(recognise_roles(Document(tuple(blocks)), report), report)
    if len(document.blocks) != len(blocks):  # a paragraph was split in two: their places are lost
        return document, _by_text(paragraphs, document.blocks)
    return document, [
        document.blocks[at] if at >= 0 else Para((Text(paragraph.text),), role=paragraph.within)
        for at, paragraph in zip(places, paragraphs, strict=True)
    ]


def _block(paragraph: Paragraph, measures: Measures) -> Block:
    align = align_of(paragraph, measures)
    size = paragraph.first.size
    role = ""
    if is_red(paragraph.first.color) and size > _MARK * measures.size:
        role = "issuer"
    elif size > _LARGE * measures.size and align == "center" and len(paragraph.text) > 3:
        role = "title" if paragraph.first.page == 1 else ""
    return Para((Text(paragraph.text),), role=role, align=align if align in ("center", "right") else "")


def _by_text(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> list[Block]:
    known = {"".join(plain(block).split()): block for block in blocks}
    return [known.get(each.text) or Para((Text(each.text),), role=each.within) for each in paragraphs]


def role_of(block: Block, paragraph: Paragraph) -> str:
    """The role of a paragraph by its block: its own, that of its level, body."""
    if isinstance(block, Heading):
        return f"heading{block.level}"
    if block.role:
        return block.role
    return "heading" if paragraph.tag.startswith("H") else "body"


def lead_of(block: Block) -> tuple[str, int]:
    """The role of the sentence that opens a paragraph as its heading, and how many characters it has."""
    first = block.children[0] if isinstance(block, Para) and block.children else None
    if isinstance(first, Span) and first.role:
        return first.role, len("".join(plain(first).split()))
    return "", 0
