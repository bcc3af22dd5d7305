"""The letterhead (版头): copy number, classification, urgency, the issuers' mark, number and signers, the red rule.

GB/T 9704-2012 cl. 7.2, in the standard's order. What the text has is gathered, what the metadata gives and the text does not
have is added. A document has a letterhead where something gives the mark: a paragraph of the text, `mark`, or issuers together
with a number (a style may take issuers alone). Without a mark there is no red rule, and numbers stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convert.diagnostics import Report
from convert.layout.apart import FAR, parted
from convert.layout.head import LETTERHEAD
from convert.layout.joint import JOINT
from convert.layout.sections import COVER, FRONT
from convert.model import Block, Document, Group, Meta, Para, Rule, Span, Text, replace
from convert.model.walk import plain
from convert.passes import wording
from convert.passes.official.agreement import tell_differences
from convert.passes.official.language import is_chinese
from convert.passes.official.mark import Mark, given_mark, joint_mark, set_mark
from convert.passes.official.places import says_signature
from convert.passes.official.signers import number_lines
from convert.style.sheet import Sheet
from convert.style.variants import Variants

NUMBER = "number"
"""The role of the number, and of the span that it stands in at the end of another's line."""
ISSUE = "issue-line"
"""The role of the line that says who issued it, and when."""
_STACK = ("copy-number", "classification", "urgency")
_ROLES = (*_STACK, "issuer", "number", "signer", ISSUE)
_BESIDE = ("title", "subtitle", "dateline", "recipient")
"""What else stands before the text."""


@dataclass(slots=True)
class _Head:
    """What the text has before it: elements of the letterhead by role, and the rest with the place where they stood; `whole`:
    the paragraphs as they were of which only a part is such an element; `signed`: numbers and signers in the text's order."""

    found: dict[str, list[Para]] = field(default_factory=dict)
    joint: Group | None = None
    rest: list[Block] = field(default_factory=list)
    whole: dict[int, Para] = field(default_factory=dict)
    signed: list[Para] = field(default_factory=list)
    at: int = -1


def put_letterhead(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with its letterhead as one group where its elements stood, or before its title."""
    sheet, meta = variants.sheet, document.meta
    covered = any(isinstance(block, Group) and block.role == COVER for block in document.blocks)
    if covered or sheet.letterhead.show == "never":
        return document
    head = _gathered(document.blocks, sheet)
    mark = _mark(head, meta, sheet)
    stack = list(_stack(head, meta, sheet))
    if mark is None and not stack:
        return document
    said = {**head.found, "issuer": [*head.found.get("issuer", []), *_names(head.joint)]}
    host = sheet.letterhead.issuers == "host"
    tell_differences(said, replace(meta, issuers=meta.issuers[:1]) if host else meta, report)
    made: list[Block] = [*stack]
    if mark is not None:
        set_ = set_mark(mark, _room(document, head, sheet, len(stack)), variants, report)
        lines = number_lines(head.signed, meta, variants)
        lines += _issue(head, document, sheet) if sheet.letterhead.dated else head.found.get(ISSUE, [])
        made = [_in_its_place(block) for block in _ordered(stack, set_, lines, variants)]
        kept: list[Block] = head.rest
    else:
        stack = [head.whole.get(id(block), block) for block in stack]
        made, kept = [*stack], list(_without(document.blocks, stack))
        head.at = next((n for n, block in enumerate(kept) if block.role not in (COVER, FRONT)), 0)
    group = Group(tuple(made), role=LETTERHEAD)
    return replace(document, blocks=(*kept[: head.at], group, *kept[head.at :]))


def _names(joint: Group | None) -> list[Para]:
    return [block for block in joint.children if isinstance(block, Para)] if joint else []


def _in_its_place(block: Block) -> Block:
    """A part where the standard has it, however its source aligned it."""
    return replace(block, align="") if isinstance(block, Para) and block.align else block


def head_words(document: Document, sheet: Sheet) -> str:
    """The words of a document's mark and its number, by which an order without a title is known (某某令 第1号); "" for a
    document without a letterhead."""
    head = next((block for block in document.blocks if isinstance(block, Group) and block.role == LETTERHEAD), None)
    found = [b for b in head.children if sheet.base_role(b.role) in ("issuer", NUMBER)] if head else []
    return " ".join("".join(plain(block, notes=False).split()) for block in found)


def _ordered(stack: list[Para], mark: Block, lines: list[Para], variants: Variants) -> Iterator[Block]:
    """The parts in the order of the format. In a letter (cl. 10.1) all but the mark stands below the rule, the number at the
    right end of the first line there."""
    sheet = variants.sheet
    rule = (Rule(role=LETTERHEAD),) if LETTERHEAD in sheet.rules and sheet.letterhead.rule != "none" else ()
    if sheet.letterhead.rule != "mark":
        yield from (*stack, mark, *lines, *rule)
        return
    yield from (mark, *rule)
    if stack and len(lines) == 1 and parted(lines[0].children)[1] is None:
        number = Span(lines[0].children, role=NUMBER)
        stack = [replace(stack[0], children=(*stack[0].children, Span((number,), role=FAR))), *stack[1:]]
        lines = []
    yield from (*stack, *lines)


def _issue(head: _Head, document: Document, sheet: Sheet) -> list[Para]:
    """Who issued it, and when, at the two ends of a line, as minutes have it (practice); not what the text signs with."""
    found, meta = head.found.get(ISSUE, []), document.meta
    given = {name for name in ("issuers", "date") if name not in meta.inferred and getattr(meta, name)}
    if says_signature(document, meta.issuers, meta.date):
        given.clear()
    if found or not given:
        return found
    chinese = is_chinese(meta, sheet)
    issuers = Text(("　" if chinese else ", ").join(meta.issuers)) if "issuers" in given else None
    date = Text(wording.official_date(meta.date) if chinese else meta.date) if "date" in given else None
    match issuers, date:
        case Text(), Text():
            return [Para((issuers, Span((date,), role=FAR)), role=ISSUE)]
        case _:
            return [Para((issuers or date,), role=ISSUE)]  # type: ignore[arg-type]


def _gathered(blocks: Iterable[Block], sheet: Sheet) -> _Head:
    """The elements of the letterhead that stand before the text; a rule beside them is the red one, however it is typed."""
    head, waiting = _Head(), list(blocks)
    before_text, after_element = True, False
    for block in _opened(waiting):
        role = sheet.base_role(block.role)
        if isinstance(block, Rule) and before_text and (after_element or block.role == LETTERHEAD):
            continue
        after_element = before_text and (isinstance(block, Para) and role in _ROLES)
        if after_element and isinstance(block, Para):
            for para in _apart(block, role):
                each = sheet.base_role(para.role)
                head.found.setdefault(each, []).append(para)
                head.signed += [para] if each in (NUMBER, "signer") else []
                head.whole[id(para)] = block
        elif before_text and isinstance(block, Group) and role == JOINT:
            head.joint, after_element = block, True
        else:
            before_text = before_text and _stands_before(block)
            head.rest.append(block)
            continue
        head.at = len(head.rest) if head.at < 0 else head.at
    if head.at < 0:
        head.at = next((n for n, block in enumerate(head.rest) if block.role not in (COVER, FRONT)), 0)
    return head


def _apart(block: Para, role: str) -> Iterator[Para]:
    """A line of the head, and the number that stands at its end, as paragraphs of their own; who issued the document, and
    when, at the two ends of their line."""
    words, far = parted(block.children)
    match block.children:
        case (Text(text=text),) if role in _STACK and (beside := wording.BESIDE.fullmatch(text.strip())):
            yield replace(block, children=(Text(beside["near"]),))
            yield Para((Text(beside["number"]),), role=NUMBER)
        case (Text(text=text),) if role == ISSUE and (signed := wording.SIGNED.fullmatch(text.strip())):
            yield replace(block, children=(Text(signed["organ"]), Span((Text(signed["date"]),), role=FAR)))
        case _ if role in _STACK and far is not None:
            yield replace(block, role=role, children=words)
            number = far.children
            yield Para(number[0].children if isinstance(number[0], Span) else number, role=NUMBER)
        case _:
            yield block


def _opened(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those of a letterhead that there is already in its place."""
    for block in blocks:
        yield from block.children if isinstance(block, Group) and block.role == LETTERHEAD else (block,)


def _stands_before(block: Block) -> bool:
    return block.role in (*_BESIDE, COVER, FRONT)


def _without(blocks: Iterable[Block], taken: list[Para]) -> Iterator[Block]:
    return (block for block in _opened(blocks) if not any(block is each for each in taken))


def _mark(head: _Head, meta: Meta, sheet: Sheet) -> Mark | None:
    """The issuers' mark: the text's own, else what the metadata gives."""
    issuers = head.found.get("issuer", [])
    if head.joint is not None or len(issuers) > 1:
        return joint_mark(head.joint, issuers)
    if issuers:
        return Mark((issuers[0],))
    numbered = bool(head.found.get("number")) or bool(meta.number and "number" not in meta.inferred)
    wanted = bool(meta.mark) or numbered or sheet.letterhead.show == "always"
    return given_mark(meta, sheet) if wanted else None


def _stack(head: _Head, meta: Meta, sheet: Sheet) -> Iterator[Para]:
    """份号, 密级和保密期限, 紧急程度: one a line, those that are absent close up."""
    term = f"★{meta.classification_term}" if meta.classification_term else ""
    given = {
        "copy-number": ("copy_number", meta.copy_number),
        "classification": ("classification", meta.classification + term if meta.classification else ""),
        "urgency": ("urgency", meta.urgency),
    }
    for role, (name, words) in given.items():
        found = head.found.get(role, [])
        yield from found
        if not found and words and name not in meta.inferred:
            yield Para((Text(words),), role=role)


def _room(document: Document, head: _Head, sheet: Sheet, stacked: int) -> float:
    """How high the mark may be so that the first page shows some of the text (cl. 7.3.3), in pt."""
    title = next((block for block in head.rest if block.role == "title"), None)
    lines = plain(title).count("\n") + 1 if isinstance(title, Para) else 0
    look, issuer = sheet.roles["title"], sheet.roles["issuer"]
    signers = (len(document.meta.signers) + 1) // 2
    below = (2 + max(signers, len(head.found.get(NUMBER, ())), 1) + 2 + 1 + 3) * sheet.grid.pitch + lines * look.pitch
    above = issuer.ink_top or 0.0
    return sheet.page.area_height - max(above, stacked * sheet.grid.pitch) - below
