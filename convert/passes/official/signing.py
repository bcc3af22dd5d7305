"""Who signs and when: 发文机关署名, 成文日期 and 附注, and the place of the seal (GB/T 9704-2012 cl. 7.3.5, 7.3.6).

The paragraphs that the text has with these roles, and what the metadata says that the text does not, become one group
below the text, before attachments and imprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from convert.diagnostics import Report
from convert.kit.cjk import display_em
from convert.kit.dates import complete_date
from convert.model import Block, Document, Group, Meta, Para, Text
from convert.model import replace as replace_node
from convert.model.build import para
from convert.model.walk import plain
from convert.passes import wording
from convert.passes.official.places import end_of_signing
from convert.passes.official.signatures import Rights, sealed, unsealed
from convert.style.sheet import Sheet
from convert.style.variants import Variants

SIGNING = "signing"
"""The role of the group."""
_SIGNATURE, _DATE, _ANNOTATION = "signature", "date", "annotation"
_ROLES = (_SIGNATURE, _DATE, _ANNOTATION)
_HEAD = frozenset({"letterhead", "issuer"})


@dataclass(frozen=True, slots=True)
class Signing:
    """The paragraphs of one signature. `sealed`: a seal stands over them."""

    names: tuple[Para, ...] = ()
    date: Para | None = None
    notes: tuple[Para, ...] = ()
    sealed: bool = False

    @property
    def blocks(self) -> Iterator[Para]:
        """The paragraphs in order."""
        yield from self.names
        yield from (self.date,) if self.date else ()
        yield from self.notes


def place_signing(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with its signatures in their places; the last one of the text itself has what the metadata says."""
    blocks = [*_flat(document.blocks)]
    end = end_of_signing(blocks)
    runs = list(_runs(blocks))
    own = next((run for run in reversed(runs) if run.start < end), range(end, end))
    if own not in runs:
        runs.append(own)
    seal = _seals(document, variants.sheet)
    made: list[Block] = list(blocks)
    for run in sorted(runs, key=lambda run: run.start, reverse=True):
        signing = _read(blocks[run.start : run.stop])
        signing = _completed(signing, document.meta, letterhead=_has_letterhead(document)) if run == own else signing
        placed = _placed(replace(signing, sealed=seal), variants, report)
        children = tuple(placed.blocks)
        made[run.start : run.stop] = (Group(children, role=SIGNING),) if children else ()
    return replace_node(document, blocks=tuple(made)) if made != list(document.blocks) else document


# --- what there is ---------------------------------------------------------------------------------------------------


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those of groups that are signatures already one by one."""
    for block in blocks:
        if isinstance(block, Group) and block.role == SIGNING:
            yield from block.children
        else:
            yield block


def _runs(blocks: Sequence[Block]) -> Iterator[range]:
    """The paragraphs that belong to one signature: names, a date, notes, in this order."""
    start = at = 0
    while at < len(blocks):
        start = at
        for role, most in ((_SIGNATURE, len(blocks)), (_DATE, 1), (_ANNOTATION, len(blocks))):
            taken = 0
            while at < len(blocks) and taken < most and _is(blocks[at], role):
                at, taken = at + 1, taken + 1
        if at > start:
            yield range(start, at)
        else:
            at += 1


def _is(block: Block, role: str) -> bool:
    return isinstance(block, Para) and block.role == role


def _read(blocks: Sequence[Block]) -> Signing:
    found = {role: [block for block in blocks if isinstance(block, Para) and block.role == role] for role in _ROLES}
    names = [line for block in found[_SIGNATURE] for line in _lines(block)]
    dates = [*(line for line in names if line.role == _DATE), *found[_DATE]]
    return Signing(
        tuple(line for line in names if line.role == _SIGNATURE), dates[0] if dates else None, tuple(found[_ANNOTATION])
    )


def _lines(block: Para) -> Iterator[Para]:
    """The names of organs that stand on one line, and a date behind a name, as paragraphs of their own."""
    text = plain(block).strip()
    signed = wording.SIGNED.fullmatch(text)
    parts = [signed["organ"], signed["date"]] if signed else text.split()
    apart = len(block.children) == 1 and isinstance(block.children[0], Text) and len(parts) > 1
    if not apart or not all(map(wording.is_organ, parts[:1] if signed else parts)):
        yield block
        return
    for part in parts:
        role = _DATE if wording.is_date(part) else _SIGNATURE
        yield replace_node(block, children=(Text(part),), role=role)


def _completed(signing: Signing, meta: Meta, *, letterhead: bool) -> Signing:
    """The signature with what the metadata says and the text does not. A date alone is that of a document with a
    letterhead: others are not signed by it."""
    given = {name for name in ("signature", _DATE, _ANNOTATION, "issuers") if name not in meta.inferred}
    names, date, notes = signing.names, signing.date, signing.notes
    if not names and "signature" in given:
        names = tuple(para(name, role=_SIGNATURE) for name in meta.signature)
    if not names and letterhead and "issuers" in given and (date or (meta.date and _DATE in given)):
        names = tuple(para(name, role=_SIGNATURE) for name in meta.issuers)
    if not date and meta.date and _DATE in given and names:
        date = para(_official(meta.date), role=_DATE)
    if not notes and meta.annotation and _ANNOTATION in given and (names or date):
        notes = (para(_bracketed(meta.annotation), role=_ANNOTATION),)
    return Signing(names, date, notes)


def _official(date: str) -> str:
    """A date of the metadata as documents are dated (cl. 7.3.5.4); as it is where it is none."""
    found = complete_date(date)
    return f"{found.year}年{found.month}月{found.day}日" if found and not wording.is_date(date) else date


def _bracketed(note: str) -> str:
    """附注 in parentheses (cl. 7.3.6)."""
    words = note.strip()
    return words if words[:1] in "（(" and words[-1:] in "）)" else f"（{words}）"


def _has_letterhead(document: Document) -> bool:
    meta = document.meta
    given = bool(meta.mark) or ("issuers" not in meta.inferred and bool(meta.issuers and meta.number))
    return given or any(block.role in _HEAD for block in document.blocks)


def _seals(document: Document, sheet: Sheet) -> bool:
    """Whether a seal stands with the signature: by what the document says, what it gives, or the style."""
    meta = document.meta
    said = meta.sealing or ("stamp" if meta.seals and meta.posts else "seal" if meta.seals else sheet.sealing)
    return said == "seal" or (said == "letterhead" and _has_letterhead(document))


# --- where it stands -------------------------------------------------------------------------------------------------


def _placed(signing: Signing, variants: Variants, report: Report) -> Signing:
    """The paragraphs in roles that have them in their places."""
    names = [display_em(plain(name).strip()) for name in signing.names]
    date = display_em(plain(signing.date).strip()) if signing.date else 0.0
    rights = sealed(names[0], date) if signing.sealed and len(names) == 1 else unsealed(names, date)
    if rights.shifted:
        pos = signing.names[0].pos
        report.add("signing-shifted", pos, name=plain(signing.names[0]), right=f"{rights.date:g}")
    return _lined_up(signing, rights, variants)


def _lined_up(signing: Signing, rights: Rights, variants: Variants) -> Signing:
    base = variants.sheet.roles[_SIGNATURE]
    lines: list[Para] = []
    for number, (name, right) in enumerate(zip(signing.names, rights.names, strict=True)):
        role = variants.of(_SIGNATURE, right_em=right, before_lines=0.0 if number else base.before_lines)
        lines.append(replace_node(name, role=role, align=""))
    date = signing.date
    if date:
        first = variants.sheet.roles[_DATE].before_lines if lines else base.before_lines
        role = variants.of(_DATE, right_em=rights.date, before_lines=first, keep_next=bool(signing.notes))
        date = replace_node(date, role=role, align="")
    return replace(signing, names=tuple(lines), date=date)
