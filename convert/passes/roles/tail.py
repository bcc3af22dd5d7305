"""What stands below the text: attachment note, signature, date, note in parentheses, attachments, cc and printing.

GB/T 9704-2012 cl. 7.3.4 (附件说明), 7.3.5 (发文机关署名, 成文日期), 7.3.6 (附注), 7.3.7 (附件), 7.4.2 (抄送机关), 7.4.3 (印发机关和
印发日期). A date counts only where nothing of the text follows it.
"""

from __future__ import annotations

import re

from convert.model import Block, Heading, LineBreak, PageBreak, Para, Rule, replace
from convert.passes import wording
from convert.passes.roles.lines import Lines

_MOST_ORGANS = 12  # of a joint signature
_LONGEST_SIGNATURE = 40
_MOST_ATTACHMENTS = 60

_NOTE = re.compile(r"附\s*件\s*[：:]\s*(?P<first>.*)", re.DOTALL)
_NOTE_EACH = re.compile(r"附\s*件\s*\d{1,2}\s*[：:.．、]\s*(?P<name>.+)")
_NOTE_ITEM = re.compile(r"(?:附\s*件\s*)?(?:\d{1,2}|[X×✕])\s*[.．、：:]\s*(?!\d)\S.*")
_LABEL = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:[-—]\d{1,2})?[：:]?(?:[（(][^（）()]{1,10}[）)])?")
_LABEL_AND_TITLE = re.compile(r"附\s*件\s*\d{1,2}\s*[：:]\s*\S.{1,60}")
_ANNOTATION = re.compile(r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]")
_CC = re.compile("(?:抄送|抄报|分送|主送|发送|报送|报|送|发)[：:].+")
_CC_ONLY = re.compile("(?:抄送|抄报|分送)[：:].+")
_PRINTING = re.compile(rf".{{0,50}}?{wording.DATE.pattern}(?:印发|印制|印)")
_COPIES = re.compile(r"[（(]?共印[\dX×]{1,5}份[）)]?")


def mark_tail(lines: Lines) -> None:
    """Mark the elements below the text, from the imprint upwards: each needs those that follow it."""
    _split_signatures(lines)
    _mark_imprint(lines)
    _mark_labels(lines)
    for at in range(len(lines) - 1, -1, -1):
        if lines.free(at) and wording.is_date(lines.tight[at]):
            _mark_date(lines, at)
        elif lines.free(at) and at and _is_signed(lines.texts[at]) and _ends_here(lines, at):
            lines.mark(at, "signature", "signature-recognised")
    _mark_notes(lines)
    _mark_attachment_notes(lines)
    _mark_attachment_titles(lines)


def _split_signatures(lines: Lines) -> None:
    """Signature and date that a line break holds in one paragraph become one each."""
    for at in range(len(lines) - 1, -1, -1):
        block = lines.blocks[at]
        if not isinstance(block, Para) or not lines.free(at) or len(lines.texts[at]) > 200:
            continue
        parts = [part.strip() for part in lines.texts[at].split("\n")]
        if (
            len(parts) < 2
            or not wording.is_date(wording.tight(parts[-1]))
            or not all(map(wording.is_organ, parts[:-1]))
        ):
            continue
        pieces: list[list[object]] = [[]]
        for inline in block.children:
            if isinstance(inline, LineBreak):
                pieces.append([])
            else:
                pieces[-1].append(inline)
        if len(pieces) == len(parts):
            lines.split(at, [replace(block, children=tuple(piece)) for piece in pieces])


# --- 版记, the imprint -----------------------------------------------------------------------------------------------


def _mark_imprint(lines: Lines) -> None:
    """抄送 and 印发 lines: the last ones of the document, or of the part before its attachments."""
    printing = [at for at in range(len(lines)) if lines.free(at) and _PRINTING.fullmatch(lines.tight[at])]
    for at in printing:
        lines.mark(at, "printing", "printing-recognised")
        then = lines.next(at)
        if lines.free(then) and _COPIES.fullmatch(lines.tight[then]):
            lines.mark(then, "printing", "printing-recognised")
    last_words = range(max(0, len(lines) - 16), len(lines))
    for at in range(len(lines)):
        if not lines.free(at):
            continue
        near = any(0 < p - at <= 6 for p in printing)
        if (near and _CC.fullmatch(lines.texts[at])) or (at in last_words and _CC_ONLY.fullmatch(lines.texts[at])):
            _mark_cc(lines, at)


def _mark_cc(lines: Lines, at: int) -> None:
    lines.mark(at, "cc", "cc-recognised")
    while lines.texts[at][-1] in "，、；,;" and lines.free(at + 1) and len(lines.texts[at + 1]) <= 200:
        at += 1
        lines.mark(at, "cc", "cc-recognised")


# --- 附件, attachments ------------------------------------------------------------------------------------------------


def _mark_labels(lines: Lines) -> None:
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
        if not lines.texts[at] or not _is_signature(lines, at):
            return False
        at = lines.next(at)
    return False


def _mark_attachment_notes(lines: Lines) -> None:
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


def _mark_attachment_titles(lines: Lines) -> None:
    """The short line below 附件1."""
    for at in range(len(lines)):
        if lines.role(at) != "attachment-label" or not _LABEL.fullmatch(lines.tight[at]):
            continue
        below = lines.next(at)
        if lines.free(below) and _is_attachment_title(lines.texts[below]):
            lines.mark(below, "attachment-title", "attachment-title-recognised")


def _is_attachment_title(text: str) -> bool:
    if not 2 <= len(text) <= 60 or re.search("[。；：:，,]$|^[图表]\\s*\\d", text):
        return False
    return not wording.SENTENCE_MARK.search(text) and not wording.NUMBERED.match(text)


# --- 署名, 成文日期, 附注 --------------------------------------------------------------------------------------------


def _mark_date(lines: Lines, at: int) -> None:
    """The date of the document, and above it who signs."""
    if at == 0 or not _ends_here(lines, at):
        return
    signs: list[int] = []
    above = at - 1
    while above > 0 and len(signs) < _MOST_ORGANS and lines.free(above) and _is_signature(lines, above):
        signs.append(above)
        above -= 1
        if signs and not wording.is_organ(lines.texts[signs[-1]]) and not lines.right(signs[-1]):
            break  # a name or a post: one line
    if not signs and not (lines.right(at) or wording.SENTENCE_MARK.search(lines.texts[above][-1:])):
        return
    lines.mark(at, "date", "date-recognised")
    for line in signs:
        lines.mark(line, "signature", "signature-recognised")


def _is_signed(text: str) -> bool:
    """Whether a line is a signature with the date behind it."""
    signed = wording.SIGNED.fullmatch(text) if len(text) <= _LONGEST_SIGNATURE else None
    return signed is not None and wording.is_organ(signed["organ"])


def _ends_here(lines: Lines, at: int) -> bool:
    """Whether the text is over: the document ends, a note in parentheses, an attachment or the imprint follows."""
    then = lines.next(at)
    if then >= len(lines):
        return True
    block: Block = lines.blocks[then]
    if isinstance(block, PageBreak | Rule) or block.role in (
        "attachment-label",
        "cc",
        "printing",
        "annotation",
        "byline",
    ):
        return True
    if isinstance(block, Heading):
        return lines.tight[then].startswith(("附注", "附件"))
    if lines.right(at):
        return True
    return (
        _ANNOTATION.fullmatch(lines.texts[then]) is not None
        or _LABEL_AND_TITLE.fullmatch(lines.texts[then]) is not None
    )


def _is_signature(lines: Lines, at: int) -> bool:
    text = lines.texts[at]
    if len(text) > _LONGEST_SIGNATURE or wording.NUMBERED.match(text) or text.startswith("附件"):
        return False
    if wording.is_organ(text) or wording.PERSON.fullmatch(text):
        return True
    return lines.right(at) and not re.search("[。；：，！？]", text)


def _mark_notes(lines: Lines) -> None:
    """A paragraph in parentheses below the date (此件公开发布)."""
    for at in range(len(lines)):
        if lines.role(at) not in ("date", "annotation"):
            continue
        then = lines.next(at)
        if then < len(lines) and isinstance(lines.blocks[then], Heading) and lines.tight[then] == "附注":
            then = lines.next(then)
        if lines.free(then) and _ANNOTATION.fullmatch(lines.texts[then]):
            lines.mark(then, "annotation", "annotation-recognised")
