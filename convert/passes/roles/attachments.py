"""Attachments: the note of them below the text (附件说明, GB/T 9704-2012 cl. 7.3.4), and where each begins (附件, 7.3.7)."""

from __future__ import annotations

import re

from convert.passes import wording
from convert.passes.roles.lines import Lines
from convert.passes.roles.signature import is_signature

_MOST_ORGANS = 12  # of a joint signature below a note
_MOST_ATTACHMENTS = 60

_NOTE = re.compile(r"附\s*件\s*[：:]\s*(?P<first>.*)", re.DOTALL)
_NOTE_EACH = re.compile(r"附\s*件\s*\d{1,2}\s*[：:.．、]\s*(?P<name>.+)")
_NOTE_ITEM = re.compile(r"(?:附\s*件\s*)?(?:\d{1,2}|[X×✕])\s*[.．、：:]\s*(?!\d)\S.*")
_LABEL = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:[-—]\d{1,2})?[：:]?(?:[（(][^（）()]{1,10}[）)])?")
_LABEL_AND_TITLE = re.compile(r"附\s*件\s*\d{1,2}\s*[：:]\s*\S.{1,60}")


def mark_labels(lines: Lines) -> None:
    """附件1 alone on its line, where it is no note: a note has names below it, and the date below those."""
    for at in range(1, len(lines)):
        if not lines.free(at) or not _LABEL.fullmatch(lines.tight[at]):
            continue
        then = lines.next(at)
        if then < len(lines) and not _is_note(lines, at):
            lines.mark(at, "attachment-label", "attachment-recognised")


def _is_note(lines: Lines, at: int) -> bool:
    items = 0
    at = lines.next(at)
    while at < len(lines) and lines.free(at) and _NOTE_ITEM.fullmatch(lines.texts[at]) and items < _MOST_ATTACHMENTS:
        items += 1
        at = lines.next(at)
    return items > 0 and (at >= len(lines) or _ends_text(lines, at))


def _ends_text(lines: Lines, at: int) -> bool:
    """Whether a line is a date, or a signature above one."""
    for _ in range(_MOST_ORGANS):
        if at >= len(lines) or wording.is_date(lines.tight[at]):
            return at < len(lines)
        if not lines.texts[at] or not is_signature(lines, at):
            return False
        at = lines.next(at)
    return False


def mark_attachment_notes(lines: Lines) -> None:
    """附件：… and the numbered names below it; or 附件1：…, 附件2：… above signature and date."""
    for at in range(1, len(lines)):
        if not lines.free(at):
            continue
        text = lines.texts[at]
        note = _NOTE.fullmatch(text)
        each = _NOTE_EACH.fullmatch(text)
        if each and not _before_signature(lines, at):
            _mark_titled_label(lines, at)
            continue
        if not (note and _is_name(note["first"], lines, at)) and not each:
            continue
        lines.mark(at, "attachment-note", "attachment-note-recognised")
        below = lines.next(at)
        count = 0
        while lines.free(below) and _NOTE_ITEM.fullmatch(lines.texts[below]) and count < _MOST_ATTACHMENTS:
            lines.mark(below, "attachment-item", "attachment-note-recognised")
            below, count = lines.next(below), count + 1


def _is_name(name: str, lines: Lines, at: int) -> bool:
    """Whether what follows 附件： names attachments; with nothing there, whether they are named below."""
    if not name.strip():
        return _NOTE_ITEM.fullmatch(lines.texts[lines.next(at)]) is not None if lines.next(at) < len(lines) else False
    return len(name) <= 120 and not re.search("[。！？]", name[:-1])


def _before_signature(lines: Lines, at: int) -> bool:
    """Whether signature or date stand within the next lines."""
    below = at
    for _ in range(_MOST_ATTACHMENTS):
        below = lines.next(below)
        if below >= len(lines):
            return False
        if lines.role(below) in ("signature", "date"):
            return True
        if not lines.free(below) or not _NOTE_ITEM.fullmatch(lines.texts[below]):
            return False
    return False


def _mark_titled_label(lines: Lines, at: int) -> None:
    """附件1：title above the attachment itself."""
    if _LABEL_AND_TITLE.fullmatch(lines.texts[at]) and not re.search("[。；]", lines.texts[at]):
        lines.mark(at, "attachment-label", "attachment-recognised")


def mark_attachment_titles(lines: Lines) -> None:
    """The short line below 附件1."""
    for at in range(len(lines)):
        if lines.role(at) != "attachment-label" or not _LABEL.fullmatch(lines.tight[at]):
            continue
        below = lines.next(at)
        if lines.free(below) and _is_title(lines.texts[below]):
            lines.mark(below, "attachment-title", "attachment-title-recognised")


def _is_title(text: str) -> bool:
    if not 2 <= len(text) <= 60 or re.search("[。；：:，,]$|^[图表]\\s*\\d", text):
        return False
    return not wording.SENTENCE_MARK.search(text) and not wording.NUMBERED.match(text)
