"""Who signs and when: 发文机关署名, 成文日期 and 附注, and the place of the seal (GB/T 9704-2012 cl. 7.3.5, 7.3.6).

The paragraphs that the text has with these roles, and what the metadata says that the text does not, become one group
below the text, before attachments and imprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convert.diagnostics import Report
from convert.kit.images.faults import fault_of
from convert.kit.images.header import image_info
from convert.layout.sections import COVER
from convert.model import Block, Document, Group, Image, Meta, Node, Para, Span, Text
from convert.model import replace as replace_node
from convert.model.build import para
from convert.model.walk import nodes, plain, replace_nodes
from convert.passes import wording
from convert.passes.official.language import is_chinese
from convert.passes.official.places import end_of_signing, says_signature
from convert.passes.official.signatory import Kind, Signing
from convert.passes.official.signed import SEAL, placed
from convert.style.sheet import Sealing, Sheet
from convert.style.variants import Variants

SIGNING = "signing"
"""The role of the group."""
_SIGNATURE, _STAMP, _DATE, _ANNOTATION = "signature", "stamp", "date", "annotation"
_ROLES = (_SIGNATURE, _STAMP, _DATE, _ANNOTATION)
_HEAD = frozenset({"letterhead", "issuer"})


def place_signing(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with its signatures in their places; the last one of the text itself has what the metadata says."""
    blocks = [*_flat(document.blocks)]
    end = end_of_signing(blocks)
    runs = list(_runs(blocks))
    own = next((run for run in reversed(runs) if run.start < end), range(end, end))
    if own not in runs:
        runs.append(own)
    made: list[Block] = list(blocks)
    for run in sorted(runs, key=lambda run: run.start, reverse=True):
        signing = _read(blocks[run.start : run.stop])
        if run == own:
            signing = _completed(signing, document, variants.sheet, report)
        children = tuple(placed(signing, variants, report))
        made[run.start : run.stop] = (Group(children, role=SIGNING),) if children else ()
    return replace_node(document, blocks=tuple(made)) if made != list(document.blocks) else document


# --- what there is ---------------------------------------------------------------------------------------------------


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those of groups that are signatures already one by one."""
    for block in blocks:
        if isinstance(block, Group) and block.role == SIGNING:
            yield from _together(block.children)
        else:
            yield block


def _together(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs of a signature that was read again: seals that stand alone belong to the line before them."""
    line: Block | None = None
    for block in blocks:
        if isinstance(line, Para) and isinstance(block, Para) and block.children and not plain(block).strip():
            line = replace_node(line, children=(*line.children, *block.children))
            continue
        if line:
            yield line
        line = block
    if line:
        yield line


def _runs(blocks: Sequence[Block]) -> Iterator[range]:
    """The paragraphs that belong to one signature: names, a date, notes, in this order."""
    start = at = 0
    while at < len(blocks):
        start = at
        every = len(blocks)
        for roles, most in (((_SIGNATURE, _STAMP), every), ((_DATE,), 1), ((_ANNOTATION,), every)):
            taken = 0
            while at < len(blocks) and taken < most and _is(blocks[at], roles):
                at, taken = at + 1, taken + 1
        if at > start:
            yield range(start, at)
        else:
            at += 1


def _is(block: Block, roles: tuple[str, ...]) -> bool:
    return isinstance(block, Para) and block.role in roles


def _read(blocks: Sequence[Block]) -> Signing:
    """The signature that paragraphs are. Pictures in them are its seals."""
    found: dict[str, list[Para]] = {role: [] for role in _ROLES}
    seals: list[Image] = []
    for block in blocks:
        if isinstance(block, Para):
            pictures = [node for node in nodes(block, notes=False) if isinstance(node, Image)]
            signed = replace_nodes(block, _bare)
            seals += pictures
            for line in _lines(signed) if block.role == _SIGNATURE else (signed,):
                found[line.role].append(line)
    names, stamps, dates, notes = (tuple(found[role]) for role in _ROLES)
    kind: Kind = "stamp" if stamps else "seal" if seals else "none"
    return Signing((*names, *stamps), dates[0] if dates else None, notes, kind, tuple(seals))


def _bare(node: Node) -> Node | tuple[Node, ...]:
    """Words without seals and their places."""
    if isinstance(node, Span) and node.role == SEAL:
        return node.children
    return () if isinstance(node, Image) else node


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


def _completed(signing: Signing, document: Document, sheet: Sheet, report: Report) -> Signing:
    """The signature of the document itself: with what the metadata says and the text does not, and with its seals. A date
    alone is that of a document with a letterhead: others are not signed by it."""
    meta, letterhead = document.meta, _has_letterhead(document, sheet)
    chinese = is_chinese(meta, sheet)
    given = {name for name in ("signature", _DATE, _ANNOTATION, "issuers") if name not in meta.inferred}
    names, date, notes = signing.names, signing.date, signing.notes
    if not names and not date and says_signature(document, meta.signature or meta.issuers, meta.date):
        given -= {"signature", _DATE, "issuers"}  # it is signed elsewhere, as before the regulations that it issues
    if not names and "signature" in given:
        names = tuple(para(name, role=_SIGNATURE) for name in meta.signature)
    kind = _kind(signing, meta, sheet, letterhead=letterhead)
    signs = letterhead and kind != "stamp" and not sheet.letterhead.dated  # else it says when, and by whom
    if not names and signs and "issuers" in given and (date or (meta.date and _DATE in given)):
        names = tuple(para(name, role=_SIGNATURE) for name in meta.issuers)
    if not date and meta.date and _DATE in given and (names or (kind == "stamp" and meta.posts)):
        date = para(wording.official_date(meta.date) if chinese else meta.date, role=_DATE)
    if not notes and meta.annotation and _ANNOTATION in given and (names or date):
        notes = (para(_bracketed(meta.annotation, chinese=chinese), role=_ANNOTATION),)
    room = sheet.stamp if kind == "stamp" else (0.0, 0.0)
    seals = tuple(_sound(key, document, room, report) for key in meta.seals) or signing.seals
    return Signing(names, date, notes, kind, seals, meta.posts if kind == "stamp" else ())


def _sound(key: str, document: Document, room: tuple[float, float], report: Report) -> Image | None:
    """The picture of a seal, or of a stamp that is fitted into its room (pt); None for one that cannot be had or printed."""
    media = document.media.get(key)
    if media is None:
        return None
    if fault_of(media.data):
        report.add("image-unreadable", name=media.name or key)
        return None
    info = image_info(media.data)
    scale = min(room[0] / info.width_pt, room[1] / info.height_pt) if info else 0.0
    return Image(key, width=info.width_pt * scale, height=info.height_pt * scale) if info else Image(key)


def _bracketed(note: str, *, chinese: bool) -> str:
    """附注 in parentheses (cl. 7.3.6)."""
    words = note.strip()
    return words if words[:1] in "（(" and words[-1:] in "）)" else f"（{words}）" if chinese else f"({words})"


def _has_letterhead(document: Document, sheet: Sheet) -> bool:
    """Whether it has one: in its text, or by its metadata where the style shows one and no cover stands for it."""
    meta = document.meta
    if any(block.role in _HEAD for block in document.blocks):
        return True
    if sheet.letterhead.show == "never" or any(block.role == COVER for block in document.blocks):
        return False
    return bool(meta.mark) or ("issuers" not in meta.inferred and bool(meta.issuers and meta.number))


def _kind(signing: Signing, meta: Meta, sheet: Sheet, *, letterhead: bool) -> Kind:
    """What stands with the signature: by what the document says, what it gives, or the style."""
    given: Kind | None = "stamp" if meta.posts else "seal" if meta.seals else None  # posts sign by stamps (cl. 7.3.5.3)
    typed = signing.kind if signing.kind != "none" else None
    said: Sealing = meta.sealing or given or typed or sheet.sealing
    if said == "letterhead":
        return "seal" if letterhead else "none"
    return said
