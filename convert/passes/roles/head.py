"""The head of an official document (版头) and what stands around its title, up to the text.

GB/T 9704-2012 cl. 7.2 (份号, 密级和保密期限, 紧急程度, 发文机关标志, 发文字号, 签发人), 7.3.1 (标题), 7.3.2 (主送机关). Only
lines before the text are looked at: short ones, without an end mark, and only where their neighbours agree.
"""

from __future__ import annotations

import re

from convert.model import Heading, Para
from convert.passes import wording
from convert.passes.roles.lines import Lines

_LONGEST_HEAD = 24  # blocks: more than all elements there can be
_LONGEST_LINE = 80
_LONGEST_RECIPIENTS = 160

_SUBTITLE = re.compile(r"(?:——|--|—)[^—-].{3,60}|\d{4}年\d{1,2}月\d{1,2}日在.{4,40}会议?上(?:的讲话)?")
_ADOPTION = re.compile(r"[（(].*\d{4}年.*(?:通过|公布|施行|修订|修正|发布|批准).*[）)]")
_ADOPTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日[^。，]{0,110}(?:通过|公布|发布|施行|修订|修正|批准|通过的《[^》]+》)")
_LABELLED = re.compile(
    r"(?:来源|信息来源|稿件来源|作者|记者|供稿|编辑|责任编辑|发布时间|发布日期|发布机构|发文时间|成文日期|时间|日期|浏览次数|字号|字体)[：:]"
)
_NAME = re.compile("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,3}[ \u3000]{1,2}[\u3400-\u9fff]{1,2}")

_LEAD_IN = re.compile(
    "如下|以下|下列|通知|指出|强调|认为|要求|表示|说|包括|有关|决定|提出|任务|工作|问题|事项|情况|方面|措施|内容|地址|电话|时间|地点"
)
_ADDRESSED = re.compile(
    "各[^，。]{1,30}|全(?:体|省|市|县|区|校)[^，。]{1,30}|尊敬的[^。]{1,40}|亲爱的[^。]{1,20}|.{0,20}(?:同志们?|同学们?|朋友们?|代表|委员|先生|女士|们|家长|职工)"
)
_SALUTATION = re.compile("(?:各位|尊敬的|同志们)[^，。]{0,20}[：:]")
_CAPTIONS = 3  # lines of a picture's words that may stand between title and salutation
_SEPARATOR = re.compile("[、，,；;]")
_FILLED_IN = re.compile(r"\[[^\[\]]{2,20}\]")

_LABELS = {"主送单位": "recipient", "主送机关": "recipient", "报送对象": "recipient", "主送": "recipient"}
"""Headings of a form that say what the paragraph below them is."""


_STACK = ("copy-number", "classification", "urgency")
_STACK_ROLES = {**dict.fromkeys("0123456789", "copy-number"), "急": "urgency", "提": "urgency"}
"""The role of what stands beside a letter's number, by its last character; else it is a classification."""
_NUMBERED_ALONE = re.compile("(?:令|公告|通告)$")
"""How marks end below which a number stands alone: 第1号."""
_NUMBERED_BY_ISSUE = re.compile("(?:纪要|简报|通报|专报|快报|要情|动态|信息|公报)$")
"""How those end whose documents are numbered as a series: 第3期."""


def text_start(lines: Lines) -> int:
    """Where the text begins: the first heading, long line, sentence, table or list."""
    for at in range(min(len(lines), _LONGEST_HEAD)):
        block, text = lines.blocks[at], lines.texts[at]
        if isinstance(block, Para) and (block.role or _ADOPTED.fullmatch(text)):
            continue
        if isinstance(block, Heading) or (text and (len(text) > _LONGEST_LINE or re.search("[。；]", text))):
            return at
        if isinstance(block, Para) and wording.NUMBERED.match(text):
            return at
    return min(len(lines), _LONGEST_HEAD)


def mark_head(lines: Lines) -> None:
    """Mark what stands before the title: copy number, classification, urgency, issuer, document number, signer."""
    end = text_start(lines)
    for at in range(end):
        if lines.free(at):
            _mark_by_form(lines, at)
    _mark_more_signers(lines, end)
    _mark_issuer(lines, end)
    for at in range(1, end):
        signed = wording.SIGNED.fullmatch(lines.texts[at]) if lines.free(at) else None
        if signed and lines.role(at - 1) == "number" and wording.is_organ(signed["organ"]):
            lines.mark(at, "issue-line", "issue-line-recognised")


def _mark_by_form(lines: Lines, at: int) -> None:
    words = lines.tight[at]
    if beside := wording.BESIDE.fullmatch(lines.texts[at]):
        role = _STACK_ROLES.get(beside["near"][-1], "classification")
        lines.mark(at, role, f"{role}-recognised")
        return
    number = wording.NUMBER.match(words) or wording.BARE_NUMBER.match(words)
    if number and (number.end() == len(words) or wording.SIGNER.fullmatch(words[number.end() :])):
        lines.mark(at, "number", "number-recognised")
    elif wording.SIGNER.fullmatch(words):
        lines.mark(at, "signer", "signer-recognised")
    elif wording.CLASSIFICATION.fullmatch(words):
        lines.mark(at, "classification", "classification-recognised")
    elif wording.URGENCY.fullmatch(words):
        lines.mark(at, "urgency", "urgency-recognised")
    elif wording.COPY_NUMBER.fullmatch(words) and all(not lines.texts[i] or lines.role(i) for i in range(at)):
        lines.mark(at, "copy-number", "copy-number-recognised")


def _mark_more_signers(lines: Lines, end: int) -> None:
    """Names alone below signers, two a line (cl. 7.2.6)."""
    for at in range(1, end):
        above = lines.texts[at - 1]
        signs = lines.role(at - 1) == "signer" or (lines.role(at - 1) == "number" and wording.SIGNER.search(above))
        text = lines.texts[at]
        if signs and lines.free(at) and wording.NAMES_LINE.fullmatch(text) and not wording.ends_as_title(text):
            lines.mark(at, "signer", "signer-recognised")


def _mark_issuer(lines: Lines, end: int) -> None:
    """The organ's name above the document number; or the line 某某令 above 第1号, which is then the number."""
    for at in range(end):
        numbered = lines.role(at) == "number" and wording.NUMBER.match(lines.tight[at])
        if numbered or (lines.role(at) in _STACK and wording.BESIDE.fullmatch(lines.texts[at])):
            above = at - 1
            while above >= 0 and (lines.role(above) in ("signer", *_STACK) or not lines.texts[above]):
                above -= 1
            while lines.free(above) and _is_mark(lines, above):
                lines.mark(above, "issuer", "issuer-recognised")
                above -= 1
            return
    for at in range(end):
        if lines.free(at) and wording.SERIAL.fullmatch(lines.tight[at]):
            above = at - 1
            mark = lines.tight[above] if above >= 0 else ""
            kinds = _NUMBERED_BY_ISSUE if "期" in lines.tight[at] else _NUMBERED_ALONE
            if re.search(kinds, mark) and lines.role(above) in ("", "issuer", "title"):
                if lines.free(above):
                    lines.mark(above, "issuer", "issuer-recognised")
                lines.mark(at, "number", "number-recognised")
            return
    first = next((at for at in range(end) if lines.free(at)), -1)
    if first >= 0 and lines.tight[first].endswith("文件") and wording.is_organ(lines.tight[first][:-2]):
        lines.mark(first, "issuer", "issuer-recognised")


def _is_mark(lines: Lines, at: int) -> bool:
    words = lines.tight[at]
    if len(words) > 40 or words.startswith("关于") or "关于" in words or re.search("[，。；：]", words):
        return False
    return wording.MARK_ENDING.search(words[-2:]) is not None or wording.is_organ(words)


def mark_below_title(lines: Lines) -> None:
    """Mark what stands between title and text: subtitle, who speaks and when, and whom the document is sent to."""
    titles = [at for at in range(min(len(lines), _LONGEST_HEAD)) if lines.role(at) == "title"]
    end = text_start(lines)
    for at in range(titles[-1] + 1 if titles else 0, min(end + _CAPTIONS, len(lines))):
        if not lines.free(at):
            continue
        text = lines.texts[at]
        if is_recipients(text) and (at <= end or _SALUTATION.fullmatch(text)):
            lines.mark(at, "recipient", "recipient-recognised")
            return
        if not titles or at >= end:
            continue
        if _SUBTITLE.fullmatch(text) or _ADOPTION.fullmatch(text):
            lines.mark(at, "subtitle", "subtitle-recognised")
        elif _is_dateline(lines, at):
            lines.mark(at, "dateline", "dateline-recognised")


def _is_dateline(lines: Lines, at: int) -> bool:
    text, words = lines.texts[at], lines.tight[at]
    if wording.is_date(words) or wording.STAMP.fullmatch(words) or wording.PERSON.fullmatch(text):
        return True
    if _ADOPTED.fullmatch(text):
        return True
    if _LABELLED.match(words):
        return len(text) <= _LONGEST_LINE and words[-1] not in "：:"
    then = lines.next(at)
    return _NAME.fullmatch(text) is not None and then < len(lines) and is_recipients(lines.texts[then])


def is_recipients(text: str) -> bool:
    """Whether a line names those a document is sent to (主送机关) or speaks to (各位代表：)."""
    if not re.search("[：:]$", text) or len(text) > _LONGEST_RECIPIENTS or re.search("[。！？“《]", text):
        return False
    names = [name.strip() for name in _SEPARATOR.split(re.sub(r"[（(][^（）()]*[）)]", "", text)[:-1])]
    if _LEAD_IN.search(names[-1]) and not wording.is_organ(names[-1]):
        return False
    if not all(1 < len(name) <= 30 for name in names):
        return False
    return all(_is_addressed(name) for name in (names[0], names[-1]))


def _is_addressed(name: str) -> bool:
    return bool(_ADDRESSED.fullmatch(name) or _FILLED_IN.fullmatch(name) or wording.is_organ(name))


def mark_labelled(lines: Lines) -> None:
    """Mark the paragraph below a heading that says what it is, as forms do (主送单位)."""
    for at, block in enumerate(lines.blocks):
        role = _LABELS.get(re.sub(r"[（(].*[）)]$", "", lines.tight[at])) if isinstance(block, Heading) else None
        below = lines.next(at)
        if not role or not lines.free(below) or len(lines.texts[below]) > _LONGEST_RECIPIENTS:
            continue
        if not any(other.role == role for other in lines.blocks):
            lines.mark(below, role, "recipient-recognised")
