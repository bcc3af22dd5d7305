"""Who was there: 出席, 请假 and 列席 below the text of minutes (GB/T 9704-2012 cl. 10.3).

The paragraphs that the text has with this role stay where they are; what the metadata says that the text does not follows
the last of them, or the text. Labels are set apart, and wrapped lines begin below the first character after the colon.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from convert.diagnostics import Report
from convert.kit.cjk import display_em
from convert.model import Block, Document, Group, Inline, Meta, Para, Span, Text
from convert.model import replace as replace_node
from convert.model.build import para
from convert.model.walk import plain
from convert.passes.official.places import end_of_text
from convert.style.variants import Variants

ATTENDANCE = "attendance"
"""The role of the paragraphs and of the group around them."""
LABEL = "attendance-label"
"""The role of the span that a label stands in."""
_LABELS = {"attendees": "出席", "absentees": "请假", "observers": "列席"}
"""In the order of the standard, by the field of the metadata."""
_LABEL = re.compile(r"\s*([^：:\s]{2,8})([：:])")
_COLON = "："


def place_attendance(document: Document, variants: Variants, report: Report) -> Document:
    """`document` with who attended in a group of its own below the text; as it is where nobody is said to have been there,
    or the style has no such role. The metadata's labels are Chinese."""
    blocks = list(_opened(document.blocks))
    runs = [range(*span) for span in _runs(blocks)]
    said = {_label(block) for run in runs for block in blocks[run.start : run.stop]}
    sheet = variants.sheet
    chinese = (document.meta.lang or sheet.lang).startswith("zh")
    more = [each for each in _given(document.meta) if _label(each) not in said] if chinese else []
    if not (runs or more) or ATTENDANCE not in sheet.roles:
        return document
    end = end_of_text(blocks)
    own = next((run for run in reversed(runs) if run.stop <= end), range(end, end))
    for run in sorted({*runs, own}, key=lambda run: run.start, reverse=True):
        lines = [*blocks[run.start : run.stop], *(more if run == own else ())]
        placed = tuple(_placed(line, variants, first=not at) for at, line in enumerate(lines) if isinstance(line, Para))
        blocks[run.start : run.stop] = (Group(placed, role=ATTENDANCE),) if placed else ()
    return replace_node(document, blocks=tuple(blocks))


def _opened(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those of such a group one by one."""
    for block in blocks:
        yield from block.children if isinstance(block, Group) and block.role == ATTENDANCE else (block,)


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where paragraphs about it stand one after the other: the first, and the one behind the last."""
    there = [isinstance(block, Para) and block.role == ATTENDANCE for block in blocks]
    for are, run in itertools.groupby(range(len(blocks)), key=there.__getitem__):
        if are:
            first, *more = run
            yield first, first + len(more) + 1


def _given(meta: Meta) -> list[Para]:
    """What the metadata says of itself."""
    fields = ((label, getattr(meta, name)) for name, label in _LABELS.items() if name not in meta.inferred)
    return [para(f"{label}{_COLON}{_joined(names)}", role=ATTENDANCE) for label, names in fields if names]


def _joined(names: Sequence[str]) -> str:
    """Names as they are read out; those of one unit are joined already."""
    return ("；" if any("、" in name for name in names) else "、").join(names)


def _label(block: Block) -> str:
    found = _LABEL.match(plain(block))
    return found[1] if found else ""


def _placed(block: Para, variants: Variants, *, first: bool) -> Para:
    """A paragraph with its label set apart and what follows it hanging from its end. The first one has a blank line above."""
    look = variants.sheet.roles[ATTENDANCE]
    found = _LABEL.match(plain(block))
    hanging = display_em(found[0].strip()) if found else 0.0
    start = look.left_em + look.indent_em
    role = variants.of(
        ATTENDANCE,
        left_em=start + hanging,
        indent_em=-hanging,
        before_lines=look.before_lines if first else 0.0,
    )
    return replace_node(block, children=_labelled(block.children), role=role)


def _labelled(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The label in a span of its own, where it is plain text."""
    if not inlines or not isinstance(inlines[0], Text):
        return inlines
    first = inlines[0]
    found = _LABEL.match(first.text)
    if not found:
        return inlines
    rest = first.text[found.end(1) :]
    return (Span((Text(found[1]),), role=LABEL), replace_node(first, text=rest), *inlines[1:])
