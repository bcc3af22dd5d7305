"""主送机关, whom a document is sent to (GB/T 9704-2012 cl. 7.3.2): below the title, or in the imprint where they are so many that
the first page would show nothing of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convert.diagnostics import Report
from convert.kit.cjk import display_em
from convert.layout.composition import Composition
from convert.layout.result import Element, Line
from convert.layout.sections import COVER, FRONT
from convert.model import Block, Document, Heading, Node, Para, Text, replace
from convert.model.build import inlines
from convert.model.walk import nodes, plain
from convert.passes.official.imprint import RECIPIENT, labelled
from convert.passes.official.language import is_chinese
from convert.style.sheet import Sheet
from convert.style.variants import Variants

_ROLE = "recipient"
_LABEL, _LABEL_ELSE = "主送：", "To: "
_COLONS = "：:"
_ABOVE = frozenset({
    COVER, FRONT, "letterhead", "copy-number", "classification", "urgency", "issuer", "number", "signer", "title",
    "subtitle", "dateline",
})  # fmt: skip
"""Roles of what stands above them."""
_MANY = 3  # lines: fewer are not what keeps the text from the first page


def place_recipients(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with its recipients below the title, where the metadata says them and the text does not, in a style for
    Chinese; the marks around them are those of the document's language."""
    said = document.meta.recipients if "recipients" not in document.meta.inferred else ()
    if (
        not said
        or not variants.sheet.lang.startswith("zh")
        or any(node.role in (_ROLE, RECIPIENT) for node in nodes(document))
    ):
        return document
    at = _below_title(document.blocks, variants)
    comma, colon = ("，", "：") if is_chinese(document.meta, variants.sheet) else (", ", ":")
    words = comma.join(name.strip().rstrip(_COLONS) for name in said) + colon
    return replace(document, blocks=(*document.blocks[:at], Para((Text(words),), role=_ROLE), *document.blocks[at:]))


def _below_title(blocks: Sequence[Block], variants: Variants) -> int:
    """Behind the title; without one behind the heading that opens the text in its stead, and what else stands at the head."""
    title = next((number for number, block in enumerate(blocks) if block.role == "title"), None)
    at, headed = title or 0, title is not None
    while at < len(blocks):
        if isinstance(block := blocks[at], Heading) and not headed and not block.role:
            headed = True
        elif variants.sheet.base_role(block.role) not in _ABOVE:
            break
        at += 1
    return at


def hide_text(made: Composition) -> bool:
    """Whether the recipients fill the first page, so that it shows nothing of the text: laid out only if they are many."""
    if not _are_many(made):
        return False
    begun = 0  # the page that they begin on
    for page in made.pages.pages:
        for item in page.items:
            node = _block_of(item.text.element) if isinstance(item, Line) else None
            if node is not None and node.role == _ROLE:
                begun = begun or page.number
            elif node is not None and begun:
                return page.number > begun
    return False


def _are_many(made: Composition) -> bool:
    """Whether recipients may take several lines."""
    look = made.sheet.roles.get(_ROLE)
    if look is None or RECIPIENT not in made.sheet.roles or "recipients" not in made.sheet.imprint.shows:
        return False
    room = _MANY * made.sheet.page.area_width / look.em
    found = (node for node in nodes(made.document) if isinstance(node, Para) and node.role == _ROLE)
    return any(display_em(plain(node, notes=False)) > room for node in found)


def _block_of(element: Element | None) -> Node | None:
    """The block that characters belong to; None for furniture."""
    while element is not None and not isinstance(element.node, Para):
        if element.kind == "artifact":
            return None
        if element.node is not None and element.kind in ("heading", "cell", "header-cell", "caption"):
            return element.node
        element = element.parent
    return element.node if element else None


def moved(document: Document, sheet: Sheet, report: Report) -> Document:
    """`document` with its recipients in the imprint (cl. 7.4.2), behind a label and with a full stop."""
    typed = [block for block in document.blocks if isinstance(block, Para) and block.role == _ROLE]
    rest = tuple(block for block in document.blocks if block not in typed)
    report.add("recipients-moved", typed[0].pos if typed else None)
    chinese = is_chinese(document.meta, sheet)
    label = _LABEL if chinese else _LABEL_ELSE
    told = (labelled(label, document.meta.recipients, RECIPIENT, chinese=chinese),)
    return replace(document, blocks=(*rest, *(_relabelled(typed, label, "。" if chinese else "") if typed else told)))


def _relabelled(typed: Sequence[Para], label: str, stop: str) -> Iterator[Para]:
    """The paragraphs with the label before the first and the full stop, for a colon, behind the last."""
    for number, block in enumerate(typed, 1):
        words = list(block.children)
        if number == len(typed) and words and isinstance(last := words[-1], Text):
            words[-1] = replace(last, text=last.text.rstrip().rstrip(_COLONS))
        before, after = label if number == 1 else "", stop if number == len(typed) else ""
        yield replace(block, children=inlines(before, *words, after), role=RECIPIENT)
