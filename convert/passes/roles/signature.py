"""Who signs and when: 发文机关署名 and 成文日期 (GB/T 9704-2012 cl. 7.3.5), and 附注 in parentheses below them (7.3.6).

A date counts only where nothing of the text follows it.
"""

from __future__ import annotations

import re

from convert.model import Block, Heading, Inline, LineBreak, PageBreak, Para, Rule, replace
from convert.passes import wording
from convert.passes.roles.lines import Lines

_MOST_ORGANS = 12  # of a joint signature
_LONGEST_SIGNATURE = 40

_ATTACHMENT = re.compile(r"附\s*件\s*\d{1,2}\s*[：:]\s*\S.{1,60}")
_ANNOTATION = re.compile(r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]")


def mark_signatures(lines: Lines) -> None:
    """Mark dates that end the text, and the signatures above them. Attachments and the imprint are marked already."""
    for at in range(len(lines) - 1, 0, -1):
        if lines.free(at) and wording.is_date(lines.tight[at]):
            _mark_date(lines, at)
        elif lines.free(at) and _is_signed(lines.texts[at]) and _ends_here(lines, at):
            lines.mark(at, "signature", "signature-recognised")


def split_signatures(lines: Lines) -> None:
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
        pieces: list[list[Inline]] = [[]]
        for inline in block.children:
            if isinstance(inline, LineBreak):
                pieces.append([])
            else:
                pieces[-1].append(inline)
        if len(pieces) == len(parts):
            lines.split(at, [replace(block, children=tuple(piece)) for piece in pieces])


def _mark_date(lines: Lines, at: int) -> None:
    """The date of the document, and above it who signs."""
    if not _ends_here(lines, at):
        return
    signs: list[int] = []
    above = at - 1
    while above > 0 and len(signs) < _MOST_ORGANS and lines.free(above) and is_signature(lines, above):
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
    return _ANNOTATION.fullmatch(lines.texts[then]) is not None or _ATTACHMENT.fullmatch(lines.texts[then]) is not None


def is_signature(lines: Lines, at: int) -> bool:
    """Whether a line can be a signature: an organ's name, a post and a name, or a short line that is set flush right."""
    text = lines.texts[at]
    if len(text) > _LONGEST_SIGNATURE or wording.NUMBERED.match(text) or text.startswith("附件"):
        return False
    if wording.is_organ(text) or wording.PERSON.fullmatch(text):
        return True
    return lines.right(at) and not re.search("[。；：，！？]", text)


def mark_annotations(lines: Lines) -> None:
    """A paragraph in parentheses below the date (此件公开发布)."""
    for at in range(len(lines)):
        if lines.role(at) not in ("date", "annotation"):
            continue
        then = lines.next(at)
        if then < len(lines) and isinstance(lines.blocks[then], Heading) and lines.tight[then] == "附注":
            then = lines.next(then)
        if lines.free(then) and _ANNOTATION.fullmatch(lines.texts[then]):
            lines.mark(then, "annotation", "annotation-recognised")
