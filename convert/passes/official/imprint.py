"""版记, the imprint: whom copies go to, who printed it and when (GB/T 9704-2012 cl. 7.4).

The paragraphs that the text has with these roles, and what the metadata says that the text does not, become one group at
the end of the document, in the standard's order and between its rules; the style says that it stands at the foot of the
last page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from convert.diagnostics import Report
from convert.kit.cjk import display_em
from convert.kit.dates import complete_date
from convert.model import Block, Document, Group, Inline, Meta, PageBreak, Para, Rule, Span, Text, replace
from convert.model.build import cut, para
from convert.model.walk import plain
from convert.passes import wording
from convert.passes.official.language import is_chinese
from convert.style.sheet import Sheet
from convert.style.variants import Variants

IMPRINT = "imprint"
"""The role of the group, and of the rules that begin and end it."""
RECIPIENT, CC, PRINTING = "imprint-recipient", "cc", "printing"
BETWEEN = "imprint-between"
"""The role of the rule between the parts."""
_ROLES = frozenset({RECIPIENT, CC, PRINTING})
_FAR = "far"
_LABEL = re.compile(r"\s*[^\s：:，,。]{1,6}[：:]")
_DATED = re.compile(rf"(?P<office>.*?)(?<!\s)(?P<gap>\s*+)(?P<date>{wording.DATE.pattern}\s*(?:印发|印制|印)?)\s*")
_STOP = "。"
_SHOWN = 12  # characters at the end of a line that a message quotes


def place_imprint(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with its imprint at its end: a second one, in the midst of a collection, stays where it is."""
    sheet = variants.sheet
    rest, typed = _taken(document.blocks)
    told = _told(document.meta, {block.role for block in typed}, sheet, report)
    found = [*typed, *told]
    notes = [block for role in (RECIPIENT, CC) for block in found if block.role == role]
    printing = list(_printing([block for block in found if block.role == PRINTING]))
    if not (notes or printing):
        return document
    _check_stops([block for block in notes if block in typed], report)
    children: list[Block] = [*(_hung(block, variants) for block in notes), *printing]
    if sheet.imprint.rules:
        between = (Rule(role=BETWEEN),) if notes and printing else ()
        children = [Rule(role=IMPRINT), *children[: len(notes)], *between, *printing, Rule(role=IMPRINT)]
    return replace(document, blocks=(*rest, Group(tuple(children), role=IMPRINT)))


# --- what the text has -------------------------------------------------------------------------------------------------


def _taken(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Para]]:
    """The blocks without their imprint, and its paragraphs: those of a group of that role, or the only run of such
    paragraphs, if nothing but attachments follows it. Rules and page breaks beside them are part of it."""
    flat = [*_flat(blocks)]
    at = [number for number, block in enumerate(flat) if isinstance(block, Para) and block.role in _ROLES]
    if not at:
        return blocks, []
    start, end = at[0], at[-1] + 1
    run = flat[start:end]
    if not all(map(_belongs, run)) or not _ends_text(flat[end:]):
        return blocks, []
    while start and isinstance(flat[start - 1], Rule | PageBreak):
        start -= 1
    while end < len(flat) and isinstance(flat[end], Rule):
        end += 1
    return (*flat[:start], *flat[end:]), [block for block in run if isinstance(block, Para) and block.role in _ROLES]


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those of a group that is an imprint already one by one."""
    for block in blocks:
        if isinstance(block, Group) and block.role == IMPRINT and all(map(_belongs, block.children)):
            yield from block.children
        else:
            yield block


def _belongs(block: Block) -> bool:
    return isinstance(block, Rule | PageBreak) or (isinstance(block, Para) and block.role in _ROLES)


def _ends_text(after: Sequence[Block]) -> bool:
    """Whether what follows is nothing, or attachments."""
    first = next((block for block in after if not isinstance(block, Rule | PageBreak)), None)
    return first is None or first.role in ("attachment", "attachment-label")


def _check_stops(typed: Sequence[Para], report: Report) -> None:
    """Tell which lines end without a full stop where the next one begins with a label, or none follows."""
    for block, following in zip(typed, (*typed[1:], None), strict=False):
        words = plain(block, notes=False).strip()
        ends = following is None or _LABEL.match(plain(following, notes=False)) is not None
        if ends and not words.endswith(_STOP):
            report.add("imprint-stop", block.pos, text=words[-_SHOWN:])


# --- what the metadata says --------------------------------------------------------------------------------------------


def _told(meta: Meta, typed: set[str], sheet: Sheet, report: Report) -> Iterator[Para]:
    """What the metadata says and the text does not, as far as the style shows it: what it does not is told."""
    chinese = is_chinese(meta, sheet)
    if meta.cc and "cc" not in meta.inferred and CC not in typed:
        if "cc" in sheet.imprint.shows:
            yield labelled("抄送：" if chinese else "cc: ", meta.cc, CC, chinese=chinese)
        else:
            report.add("imprint-unshown", field="cc")
    fields = [name for name in ("printing_office", "printing_date") if getattr(meta, name)]
    if fields and PRINTING not in typed and not set(fields) & set(meta.inferred):
        if "printing" in sheet.imprint.shows:
            yield _printed(meta.printing_office, meta.printing_date, chinese=chinese)
        else:
            report.add("imprint-unshown", field=", ".join(fields))


def labelled(label: str, names: Sequence[str], role: str, *, chinese: bool = True) -> Para:
    """Organs behind a label, with the full stop that the clause asks for in `chinese`; those of one line may hold several."""
    if not chinese:
        return para(f"{label}{', '.join(name.strip() for name in names)}", role=role)
    return para(f"{label}{'，'.join(name.strip().rstrip(_STOP) for name in names)}{_STOP}", role=role)


def _printed(office: str, date: str, *, chinese: bool) -> Para:
    """The line of 印发机关 and 印发日期."""
    found = complete_date(date)
    if chinese and found and not wording.is_date(wording.tight(date)):
        date = f"{found.year}年{found.month}月{found.day}日"
    ending = "" if not date or not chinese or date.rstrip().endswith("印发") else "印发"
    parts: list[Inline] = [Text(office.strip())] if office.strip() else []
    if date:
        parts.append(Span((Text(date.strip() + ending),), role=_FAR))
    return Para(tuple(parts), role=PRINTING)


# --- how it looks ------------------------------------------------------------------------------------------------------


def _hung(block: Para, variants: Variants) -> Para:
    """A paragraph whose lines stand in line with what follows its label; one without a label stands there as a whole."""
    look = variants.sheet.roles.get(block.role)
    if look is None:
        return block
    found = _LABEL.match(plain(block, notes=False))
    edge, label = look.left_em + look.indent_em, display_em(found[0].strip()) if found else 0.0
    hanging = {"left_em": edge + label, "indent_em": -label} if found else {"indent_em": 0.0}
    return replace(block, role=variants.of(block.role, **hanging))


def _printing(blocks: Sequence[Para]) -> Iterator[Para]:
    """The lines of 印发机关 and 印发日期, the date at the far end: on a line of its own in the text, or behind the office."""
    waiting: Para | None = None  # an office whose date may follow
    for block in blocks:
        words = plain(block, notes=False)
        found = _DATED.fullmatch(words)
        dated = found is not None and not any(isinstance(part, Span) and part.role == _FAR for part in block.children)
        if waiting and found and dated and not found["office"].strip():
            yield replace(waiting, children=(*waiting.children, Span(block.children, role=_FAR)))
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = None
        if found and dated:
            yield _parted(block, found)
        elif wording.is_organ(words):
            waiting = block
        else:
            yield block
    if waiting:
        yield waiting


def _parted(block: Para, found: re.Match[str]) -> Para:
    """The line with its date as what stands at the far end."""
    office, date = found["office"].rstrip(), cut(block.children, found.start("date"))
    if not office:
        return replace(block, children=(Span(block.children, role=_FAR),))
    before = _first(block.children, len(office))
    return block if date is None or before is None else replace(block, children=(*before, Span(date, role=_FAR)))


def _first(words: tuple[Inline, ...], length: int) -> tuple[Inline, ...] | None:
    """The first characters of a line that is plain text; None for any other."""
    match words:
        case (Text() as text,):
            return (replace(text, text=text.text[:length]),)
        case _:
            return None
