"""What stands below the text, from the imprint upwards: 抄送机关 and 印发机关 (GB/T 9704-2012 cl. 7.4.2, 7.4.3), attachments, who
signs and when."""

from __future__ import annotations

from convert.model import PageBreak, Rule
from convert.passes import wording
from convert.passes.roles.attachments import mark_attachment_notes, mark_attachment_titles, mark_labels
from convert.passes.roles.imprint import mark_imprint
from convert.passes.roles.lines import Lines
from convert.passes.roles.signature import mark_annotations, mark_signatures, split_signatures

_BELOW = frozenset({"signature", "date", "annotation", "cc", "imprint-recipient", "printing", "byline"})


def mark_tail(lines: Lines) -> None:
    """Mark the elements below the text; each is known by those that follow it."""
    split_signatures(lines)
    mark_imprint(lines)
    mark_labels(lines)
    mark_signatures(lines)
    mark_annotations(lines)
    _mark_attendance(lines)
    mark_attachment_notes(lines)
    mark_attachment_titles(lines)


def _mark_attendance(lines: Lines) -> None:
    """Who was there, below the text of minutes: such lines with nothing behind them but who signs, or the imprint."""
    labels = (at for at in range(len(lines)) if lines.role(at) == "attachment-label")
    run: list[int] = []
    for at in range(1, next(labels, len(lines))):
        if lines.free(at) and wording.ATTENDANCE.fullmatch(lines.texts[at]):
            run.append(at)
        elif run and not (
            lines.role(at) in _BELOW or isinstance(lines.blocks[at], PageBreak | Rule) or not lines.texts[at]
        ):
            run = []
    for at in run:
        lines.mark(at, "attendance", "attendance-recognised")
