"""版记, the imprint (GB/T 9704-2012 cl. 7.4): 抄送机关, 印发机关 and 印发日期 at the end of a document, in paragraphs or, as clerks
make it for the sake of its rules, in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.model import Block, Cell, Emph, LineBreak, Para, Row, Span, Strong, Table, Text, Underline, replace
from convert.model.build import join
from convert.model.walk import nodes, plain
from convert.passes import wording
from convert.passes.roles.lines import Lines

_LAST = 16  # lines at the end of a document, where 抄送 stands without a line of 印发 below it
_CC = re.compile("(?:抄送|抄报|分送|主送|发送|报送|报|送|发)[：:].+")
_CC_ONLY = re.compile("(?:抄送|抄报|分送)[：:].+")
_PRINTING = re.compile(rf".{{0,50}}?{wording.DATE.pattern}(?:印发|印制|印)")
_COPIES = re.compile(r"[（(]?共印[\dX×]{1,5}份[）)]?")
_COLONS = ("：", ":")
_WORDS = (Row, Cell, Para, Text, Strong, Emph, Underline, Span, LineBreak)


def mark_imprint(lines: Lines) -> None:
    """抄送 and 印发 lines: the last ones of the document, or of the part before its attachments."""
    _open_tables(lines)
    printing = [at for at in range(len(lines)) if lines.free(at) and _PRINTING.fullmatch(lines.tight[at])]
    for at in printing:
        lines.mark(at, "printing", "printing-recognised")
        then = lines.next(at)
        if lines.free(then) and _COPIES.fullmatch(lines.tight[then]):
            lines.mark(then, "printing", "printing-recognised")
    last_words = range(max(0, len(lines) - _LAST), len(lines))
    for at in range(len(lines)):
        if not lines.free(at):
            continue
        near = any(0 < p - at <= 6 for p in printing)
        if (near and _CC.fullmatch(lines.texts[at])) or (at in last_words and _CC_ONLY.fullmatch(lines.texts[at])):
            _mark_cc(lines, at)


def _mark_cc(lines: Lines, at: int) -> None:
    """Whom copies go to; 主送 among them is whom the document is for, where that would fill the first page."""
    role = "imprint-recipient" if lines.tight[at].startswith("主送") else "cc"
    lines.mark(at, role, "cc-recognised")
    while lines.texts[at][-1] in "，、；,;" and lines.free(at + 1) and len(lines.texts[at + 1]) <= 200:
        at += 1
        lines.mark(at, role, "cc-recognised")


# --- in a table --------------------------------------------------------------------------------------------------------


def _open_tables(lines: Lines) -> None:
    """Put the lines of a table in its place that holds an imprint and nothing else."""
    for at in range(len(lines) - 1, -1, -1):
        block = lines.blocks[at]
        if isinstance(block, Table) and not (block.caption or block.notes or block.role) and _holds_words(block):
            held: list[Block] = [line for row in (*block.head, *block.body) for line in _row(row)]
            if _is_imprint([wording.tight(plain(line)) for line in held], last=at >= len(lines) - _LAST):
                lines.split(at, held)


def _holds_words(table: Table) -> bool:
    """Whether a table holds plain paragraphs and nothing else, so that its lines say all that it does."""
    return all(isinstance(node, _WORDS) for node in nodes((*table.head, *table.body)))


def _row(row: Row) -> Iterator[Para]:
    """The lines of a row: an office and its date, or a label and what follows it, stand in two cells of one."""
    cells = [
        [block for block in cell.children if isinstance(block, Para) and plain(block).strip()] for cell in row.cells
    ]
    match [cell for cell in cells if cell]:
        case [[first], [second]] if not _CC.match(plain(first)):
            gap = () if plain(first).rstrip().endswith(_COLONS) else (Text("　"),)
            yield replace(first, children=join((*first.children, *gap, *second.children)), align="")
        case _:
            yield from (replace(block, align="") for cell in cells for block in cell)


def _is_imprint(said: list[str], *, last: bool) -> bool:
    """Whether lines are those of an imprint: each is one of its kinds, and the printing is among them, or, at the end of a
    document (`last`), copies."""
    return (
        bool(said)
        and all(any(kind.fullmatch(words) for kind in (_CC, _PRINTING, _COPIES)) for words in said)
        and any((last and _CC_ONLY.fullmatch(words)) or _PRINTING.fullmatch(words) for words in said)
    )
