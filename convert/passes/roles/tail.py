"""What stands below the text, from the imprint upwards: 抄送机关 and 印发机关 (GB/T 9704-2012 cl. 7.4.2, 7.4.3), attachments, who
signs and when."""

from __future__ import annotations

import re

from convert.model import PageBreak, Rule
from convert.passes import wording
from convert.passes.roles.attachments import mark_attachment_notes, mark_attachment_titles, mark_labels
from convert.passes.roles.lines import Lines
from convert.passes.roles.signature import mark_annotations, mark_signatures, split_signatures

_LAST = 16  # lines at the end of a document, where 抄送 stands without a line of 印发 below it
_CC = re.compile("(?:抄送|抄报|分送|主送|发送|报送|报|送|发)[：:].+")
_CC_ONLY = re.compile("(?:抄送|抄报|分送)[：:].+")
_PRINTING = re.compile(rf".{{0,50}}?{wording.DATE.pattern}(?:印发|印制|印)")
_BELOW = frozenset({"signature", "date", "annotation", "cc", "imprint-recipient", "printing", "byline"})
_COPIES = re.compile(r"[（(]?共印[\dX×]{1,5}份[）)]?")


def mark_tail(lines: Lines) -> None:
    """Mark the elements below the text; each is known by those that follow it."""
    split_signatures(lines)
    _mark_imprint(lines)
    mark_labels(lines)
    mark_signatures(lines)
    mark_annotations(lines)
    _mark_attendance(lines)
    mark_attachment_notes(lines)
    mark_attachment_titles(lines)


def _mark_imprint(lines: Lines) -> None:
    """抄送 and 印发 lines: the last ones of the document, or of the part before its attachments."""
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
