"""Line ends within a paragraph: a space, nothing, or the end of a paragraph that Markdown has no mark for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from convert.kit.cjk import AMBIGUOUS, EAST_ASIAN, one_of
from convert.readers.markdown.context import LineEnd
from convert.readers.markdown.frames import Frames

_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff\uffa0-\uffdc"
_SENTENCE_ENDS = ("。", "；", "：", "！", "？", "…", ";", ":")
_NUMBER = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]\d{1,2}[）)]|\d{1,2}[、．]|[①-⑳]"
    r"|(?:说明|(?:资料|数据|图片)?来源|注|备注|联系人|(?:联系)?电话|时间|地点|地址|附件|主送|抄送)[：:]"
)


def begins_with_number(line: str) -> bool:
    """Whether a line begins with a number of a list, or a label."""
    return _NUMBER.match(line) is not None


def join_lines(tokens: Sequence[Token], index: int, content: str, frames: Frames) -> None:
    """A line's end is a space, but nothing between two characters of Chinese or Japanese text.

    Quotation marks, dashes and the like are such where the text is (CSS Text 4 §4.1.3, segment break transformation).
    Line ends are kept beside a line that is nothing but a picture, before one that is indented by two Chinese spaces, and
    where a Chinese sentence or a numbered line ends and the next line begins with a number of a list (（1）…；（2）…) or a
    label (来源：…): Markdown has no marks for those.
    """
    after = next((tokens[at] for at in range(index + 1, len(tokens)) if tokens[at].nesting == 0), None)
    beside = _is_picture_line(tokens, index - 1, -1) or _is_picture_line(tokens, index + 1, 1)
    if beside and after and (after.type == "image" or any(map(str.isalnum, after.content))):
        frames.add(LineEnd(frames.pos))
    elif after and after.type == "text" and _begins_anew(after.content, frames):
        frames.context.counts["line"] += 1
        frames.add(LineEnd(frames.pos))
    elif frames.last and frames.is_asian(content) and _is_wide(frames.last) and _is_wide(_first_character(after)):
        pass
    else:
        frames.say(" ")


def _begins_anew(line: str, frames: Frames) -> bool:
    """Whether a line is one of its own."""
    if line.startswith("\u3000\u3000"):
        return True
    if not begins_with_number(line) or not (frames.last in _SENTENCE_ENDS or frames.is_numbered):
        return False
    frames.is_numbered = True
    return True


def _is_picture_line(tokens: Sequence[Token], index: int, step: int) -> bool:
    """Whether the line on one side of a line's end is a picture."""
    if not 0 <= index < len(tokens) or tokens[index].type != "image":
        return False
    beyond = index + step
    return not 0 <= beyond < len(tokens) or tokens[beyond].type in ("softbreak", "hardbreak")


def _first_character(token: Token | None) -> str:
    is_words = token and token.type in ("text", "text_special", "code_inline")
    return token.content[:1] if token and is_words else ""


def _is_wide(char: str) -> bool:
    return bool(char) and (
        char in AMBIGUOUS or (one_of(EAST_ASIAN).match(char) is not None and not one_of(_HANGUL).match(char))
    )
