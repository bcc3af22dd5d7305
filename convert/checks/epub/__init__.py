"""Facts of an EPUB, anybody's: what CSS makes of its blocks. A book has no pages and no size of its own: sizes are those
beside its running text, which is taken to be as large as the style's.

There is no reader for EPUB: the blocks are recognised as bare text is, helped by the names of elements and classes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from convert.checks.epub.blocks import Block, blocks_of
from convert.checks.epub.looks import align_of, bold, color_of, face_of, indents_of
from convert.checks.facts import Element, Facts, Run
from convert.checks.roles import Roles, Said
from convert.diagnostics import Report
from convert.measure.epub import Element as Markup
from convert.measure.epub import read_elements
from convert.model import Document, Heading, Para, Span, Text

__all__ = ["measure"]

_INSIDE = {"td": "cell", "th": "cell", "figcaption": "caption", "caption": "caption", "pre": "code", "aside": "note", "li": "list", "blockquote": "quote"}  # fmt: skip


def measure(data: bytes, name: str, roles: Container[str], size: float) -> Facts:
    """What a book says of its looks. `roles`: the names that the style has for elements, which classes may have, too;
    `size`: of running text in pt. Raises ValueError, KeyError or zipfile.BadZipFile for what is no EPUB."""
    blocks = list(blocks_of(read_elements(data)))
    document = _document(blocks, roles)
    found = Roles(document)
    body = _usual([block for block in blocks if block.element.name == "p" and not _inside(block)], roles)
    elements = []
    for number, block in enumerate(blocks, 1):
        said = found.find(block.text)
        elements.append(_element(block, number, said, size / body, roles))
    faces = frozenset(run.face for element in elements for run in element.runs if run.face)
    return Facts("epub", name, document, (), tuple(elements), None, None, faces)


def _document(blocks: list[Block], roles: Container[str]) -> Document:
    """The blocks as a document, with the roles that their classes and their words tell."""
    from convert.passes.roles import recognise_roles
    from convert.passes.titles import find_title

    report = Report()
    made = tuple(_block(block, roles) for block in blocks if not _inside(block))
    return find_title(recognise_roles(Document(made), report), report)


def _block(block: Block, roles: Container[str]) -> Para | Heading:
    role = next((name for name in block.classes if name in roles and name != "body"), "")
    level = role.removeprefix("heading")
    if level.isdecimal() and level != role:
        return Heading((Text(block.text),), int(level))
    if not role and block.element.name in ("h2", "h3", "h4", "h5", "h6"):
        return Heading((Text(block.text),), int(block.element.name[1]) - 1)
    if block.opening and (lead := _lead(block.opening)):
        words = block.text[len(block.opening.text.strip()) :]
        rest = (Text(words),) if words else ()
        return Para((Span((Text(block.opening.text.strip()),), role=lead), *rest), role=role)
    return Para((Text(block.text),), role="title" if not role and block.element.name == "h1" else role)


def _lead(opening: Markup) -> str:
    """The role of a sentence that opens a paragraph as its heading, by its class."""
    names = (name.removeprefix("text-") for name in opening.attributes.get("class", "").split())
    return next((name for name in names if name.startswith("heading")), "")


def _inside(block: Block) -> str:
    names = (block.element.name, *reversed(block.element.within))
    return next((_INSIDE[name] for name in names if name in _INSIDE), "")


def _usual(blocks: list[Block], roles: Container[str]) -> float:
    """The size that most of the running text has, in times the book's own: of an imprint with many organs there may be more."""
    running = [block for block in blocks if not any(name in roles and name != "body" for name in block.classes)]
    sizes: Counter[float] = Counter()
    for block in running or blocks:
        sizes[block.element.size] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _element(block: Block, number: int, said: Said | None, scale: float, roles: Container[str]) -> Element:
    inside = _inside(block)
    role = inside or (said.role if said else "body")
    if inside:
        role = next((name for name in block.classes if name in roles and name != "body"), inside)
    lead = block.opening if said and said.lead_role and block.opening else None
    first, left, right = (None, None, None) if block.placed else indents_of(block.element)
    return Element(
        role,
        block.text,
        (_run(block.text[len(lead.text.strip()) if lead else 0 :], block.element, scale),),
        paragraph=number,
        lead_role=said.lead_role if said and lead else "",
        lead=(_run(lead.text.strip(), lead, scale),) if lead else (),
        align=None if block.placed else align_of(block.element),
        indent=first,
        left=left,
        right=right,
    )


def _run(text: str, element: Markup, scale: float) -> Run:
    return Run(text, face_of(element), round(element.size * scale, 2), bold(element), color_of(element))
