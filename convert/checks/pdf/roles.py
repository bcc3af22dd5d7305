"""What the paragraphs of a printed file are: the same recognition as for bare text, helped by how they look."""

from __future__ import annotations

from collections.abc import Sequence

from convert.checks.pdf.measures import Measures
from convert.checks.pdf.paragraphs import Paragraph, align_of
from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Para, Span, Text
from convert.model.walk import plain
from convert.passes.wording import NUMBER, tight

_LARGE = 1.2  # times the running text
_MARK = 1.6
_SHORTEST = 3  # characters
_FLUSH = 1.0  # mm
_APART = frozenset({"cell", "list", "note", "toc", "caption", "code", "formula"})


def is_red(color: str | None) -> bool:
    """Whether a colour is a red, as marks and rules of official documents are."""
    if not color or len(color) != 7:
        return False
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red > 140 and green < 110 and blue < 110


def recognise(paragraphs: Sequence[Paragraph], measures: Measures) -> tuple[Document, list[Block]]:
    """The document that paragraphs are, and its block for each of them. Where the words alone show no title, large lines
    in the middle of the first page are one."""
    document, blocks = _recognised(paragraphs, [_block(each, measures) for each in paragraphs])
    large = [_is_large(each, measures) and not block.role for each, block in zip(paragraphs, blocks, strict=True)]
    if any(block.role == "title" for block in blocks) or not any(large):
        return document, blocks
    titled = [
        Para((Text(each.text),), role="title") if is_title else _block(each, measures)
        for each, is_title in zip(paragraphs, large, strict=True)
    ]
    return _recognised(paragraphs, titled)


def roles_by_place(paragraphs: Sequence[Paragraph], blocks: Sequence[Block], measures: Measures) -> dict[int, str]:
    """The roles that places tell where words do not: what stands flush left below the title and ends in a colon, what stands
    between the mark and the title."""
    marks = [n for n, block in enumerate(blocks) if block.role == "issuer"]
    titles = [n for n, block in enumerate(blocks) if block.role == "title"]
    found: dict[int, str] = {}
    if titles and titles[-1] + 1 < len(blocks) and not any(block.role == "recipient" for block in blocks):
        below = titles[-1] + 1
        flush = measures.left is not None and abs(paragraphs[below].first.left - measures.left) < _FLUSH
        if flush and not blocks[below].role and paragraphs[below].text.endswith(("：", ":")):
            found[below] = "recipient"
    for n in range(marks[-1] + 1, titles[0]) if marks and titles else ():
        if not blocks[n].role and paragraphs[n].first.size < _LARGE * measures.size:
            found[n] = "number" if NUMBER.match(tight(paragraphs[n].text)) else "signer"
    return found


def _recognised(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> tuple[Document, list[Block]]:
    from convert.passes.roles import recognise_roles
    from convert.passes.titles import find_title

    read = [block for each, block in zip(paragraphs, blocks, strict=True) if each.within not in _APART]
    report = Report()
    document = find_title(recognise_roles(Document(tuple(read)), report), report)
    if len(document.blocks) != len(read):  # a paragraph was split in two: their places are lost
        return document, _by_text(paragraphs, document.blocks)
    found = iter(document.blocks)
    return document, [
        Para((Text(each.text),), role=each.within) if each.within in _APART else next(found) for each in paragraphs
    ]


def _block(paragraph: Paragraph, measures: Measures) -> Block:
    align = align_of(paragraph, measures)
    mark = is_red(paragraph.first.color) and paragraph.first.size > _MARK * measures.size
    role = "issuer" if mark else ""
    return Para((Text(paragraph.text),), role=role, align=align if align in ("center", "right") else "")


def _is_large(paragraph: Paragraph, measures: Measures) -> bool:
    """Whether a paragraph looks like a title."""
    first = paragraph.first
    large = first.page == 1 and first.size > _LARGE * measures.size
    return large and len(paragraph.text) > _SHORTEST and align_of(paragraph, measures) in ("center", None)


def _by_text(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> list[Block]:
    known = {"".join(plain(block).split()): block for block in blocks}
    return [known.get("".join(each.text.split())) or Para((Text(each.text),), role=each.within) for each in paragraphs]


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
