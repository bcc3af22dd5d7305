"""What the paragraphs of a printed file are: the same recognition as for bare text, helped by how they look."""

from __future__ import annotations

from collections.abc import Sequence

from convert.checks.facts import Border
from convert.checks.pdf.measures import Measures
from convert.checks.pdf.paragraphs import Paragraph, align_of
from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Para, Span, Text
from convert.model.walk import plain
from convert.passes.wording import BARE_NUMBER, CLASSIFICATION, COPY_NUMBER, DATE, NUMBER, SERIAL, URGENCY, tight

_LARGE = 1.2  # times the running text
_MARK = 1.6
_SHORTEST = 3  # characters
_FLUSH, _RIGHT_BELOW = 1.0, 8.0  # mm
_APART = frozenset({"cell", "list", "note", "toc", "caption", "code", "formula"})


def is_red(color: str | None) -> bool:
    """Whether a colour is a red, as marks and rules of official documents are."""
    if not color or len(color) != 7:
        return False
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red > 140 and green < 110 and blue < 110


def recognise(
    paragraphs: Sequence[Paragraph], measures: Measures, rules: Sequence[Border]
) -> tuple[Document, list[Block]]:
    """The document that paragraphs are, and its block for each of them. Where the words alone show no title, large lines
    in the middle of the first page are one. `rules`: those across the first page."""
    head = _head_roles(paragraphs, measures, rules)
    first = [_block(each, measures, head.get(number, "")) for number, each in enumerate(paragraphs)]
    document, blocks = _recognised(paragraphs, first)
    large = [_is_large(each, measures) and not block.role for each, block in zip(paragraphs, blocks, strict=True)]
    if any(block.role == "title" for block in blocks) or not any(large):
        return document, blocks
    titled = [
        Para((Text(each.text),), role="title") if is_title else block
        for each, block, is_title in zip(paragraphs, first, large, strict=True)
    ]
    return _recognised(paragraphs, titled)


def roles_by_place(paragraphs: Sequence[Paragraph], blocks: Sequence[Block], measures: Measures) -> dict[int, str]:
    """The roles that places tell where words do not: what stands flush left below the title and ends in a colon."""
    titles = [n for n, block in enumerate(blocks) if block.role == "title"]
    if not titles or titles[-1] + 1 >= len(blocks) or any(block.role == "recipient" for block in blocks):
        return {}
    below = titles[-1] + 1
    flush = measures.left is not None and abs(paragraphs[below].first.left - measures.left) < _FLUSH
    addressed = flush and not blocks[below].role and paragraphs[below].text.endswith(("：", ":"))
    return {below: "recipient"} if addressed else {}


def _head_roles(paragraphs: Sequence[Paragraph], measures: Measures, rules: Sequence[Border]) -> dict[int, str]:
    """The roles of what stands between the mark and the red rule, or below a rule right below the mark (cl. 10.1), that
    words alone do not show: a number with a signer's name beside it, names alone, who issued minutes and when."""
    marks = [n for n, each in enumerate(paragraphs) if _is_mark(each, measures)]
    red = [rule.box for rule in rules if rule.box and is_red(rule.color)]
    if not marks:
        return {}
    bottom = paragraphs[marks[-1]].rows[-1].bottom
    below = [box for box in red if box.top > bottom - 1]
    letter = bool(below) and below[0].top - bottom < _RIGHT_BELOW
    found: dict[int, str] = {}
    for n in range(marks[-1] + 1, len(paragraphs)):
        row = paragraphs[n].first
        if row.page > 1 or row.size > _LARGE * measures.size or not below or (not letter and row.top > below[0].top):
            break
        found[n] = _head_role(tight(paragraphs[n].text), letter=letter)
    return found


def _head_role(words: str, *, letter: bool) -> str:
    if NUMBER.search(words) or BARE_NUMBER.search(words) or SERIAL.fullmatch(words):
        return "number"
    if letter or CLASSIFICATION.fullmatch(words) or URGENCY.fullmatch(words) or COPY_NUMBER.fullmatch(words):
        return ""
    return "dateline" if DATE.search(words) else "signer"


def _is_mark(paragraph: Paragraph, measures: Measures) -> bool:
    first = paragraph.first
    return first.page == 1 and is_red(first.color) and first.size > _MARK * measures.size


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


def _block(paragraph: Paragraph, measures: Measures, role: str) -> Block:
    align = align_of(paragraph, measures)
    role = "issuer" if _is_mark(paragraph, measures) else role
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
