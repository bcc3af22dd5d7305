"""Lines that say when and by whom a text was published: `来源：新华网　时间：2019-10-09 09:40　浏览次数：128`.

A line is one only if nothing is left of it once its parts are taken out: labels with their values, dates, buttons of the
page, and, beside a date, one short name without a label, which then is the source.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

_DAY = (
    r"(?:\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?\s+(?:de\s+)?\d{4}|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|民國?\s*\d{2,3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)"
)
_TIME = r"(?:[\sT　]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_DATE = re.compile(f"{_DAY}{_TIME}")
_LABELS = (
    ("date", r"(?:发布|发表|发稿|刊登|更新|发文|录入|添加|创建|公布|發布|發佈)?(?:时间|日期|時間)(?!段)|(?:发布|发表|更新|發佈)于?|(?:published|posted|date|updated|last updated|news date)(?:\s+(?:on|at))?"),
    ("source", r"(?:信息|文章|稿件|新闻|资料|内容|本文)?(?:来源|來源)于?|稿源|发布机构|信息提供|发布单位|source|via"),
    ("authors", r"作者|撰稿人?|(?:本报|见习|通讯员|特约)?记者|撰文|文/|(?:written )?by|authors?"),
    ("editors", r"(?:责任|责编|值班|网络|本文)?编辑|责编|責任編輯|編輯|edited by|editors?"),
    ("", r"(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|率)?|点击数?|人气|热度|评论(?:数|\(\d*\))?|责任校对|审核|初审|复审|终审|编审|字号|字体|字体大小|【?字体"),
)  # fmt: skip
_LABEL = "|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_LABELS))
_FIELD = re.compile(rf"[【\[（(]?(?:{_LABEL})\s*[:：]\s*", re.IGNORECASE)
_BUTTONS = (
    r"[【\[（(]?\s*(?:打印(?:正文|本页|此页|本文)?|关闭(?:窗口|本页|页面)?|收藏(?:本页|本文)?|返回(?:顶部|[^\W\d_]{0,6}首页|列表)?|举报(?:反馈)?|纠错|复制链接|分享(?:到|至)?[:：]?|扫一扫|手机看|"
    r"(?:调整)?字体|[大中小]++|次数?|\d++次?|微信|微博|QQ空间|T\|T|我要评论|关注|订阅|推荐|转发|保存|\+|A[+-]?)(?:\s*[】\]）)])?"
)
# Possessive: rows of digits and of 次 can be divided in more ways than can be tried.
_BUTTON_ROW = re.compile(f"(?:{_BUTTONS})++")
_STUCK = re.compile(
    rf"(?:(?<!^)(?:举报|纠错|调整字体|打印(?:本页|此页|本文|正文)?|关闭(?:窗口|本页)?|分享[到至][:：]?|复制链接|收藏本文)|\s++{_BUTTONS})++\s*\Z"
)
_SEPARATORS = re.compile(r"[\s　\xa0|｜/·•：:，,;；\-—_【】\[\]()（）\ufeff]+")
_OPENING, _CLOSING = "【[（(", re.compile(r"[】\]）)]")
_LONGEST = 160
_LONGEST_LOOSE = 80
_NAME = re.compile(r"(?!\d+\Z)[^\W_]{2,16}")
_GAP = re.compile(r"\u3000|\s{2,}|\xa0+|[|｜]")


class Byline(NamedTuple):
    """What a line says, by field of `Meta`, and which of the fields had no label."""

    fields: dict[str, str]
    inferred: frozenset[str]


def read_byline(line: str, *, loose: bool = False) -> Byline | None:
    """What a line says if it is a byline; None if it is text. `loose`: whatever else is in a short line that has a label
    or a date."""
    line = line.strip().strip("\ufeff")
    if not line or len(line) > _LONGEST or "。" in line:
        return None
    fields, rest = _labelled(line)
    inferred: set[str] = set()
    date = _DATE.search(rest)
    if date and "date" not in fields:
        fields["date"] = date[0].strip()
        inferred.add("date")
    words = [word for word in _SEPARATORS.split(_DATE.sub(" ", rest)) if word and not _BUTTON_ROW.fullmatch(word)]
    if len(words) == 1 and "date" in fields and "source" not in fields and _NAME.fullmatch(words[0]):
        fields["source"] = words.pop()
        inferred.add("source")
    if words and not (loose and fields and len(line) <= _LONGEST_LOOSE):
        return None
    return Byline(fields, frozenset(inferred))


def _labelled(line: str) -> tuple[dict[str, str], str]:
    """The values behind labels, and what else is in the line."""
    fields: dict[str, str] = {}
    rest: list[str] = []
    found = list(_FIELD.finditer(line))
    at = 0
    for match, following in zip_longest(found, found[1:]):
        rest.append(line[at : match.start()])
        end = following.start() if following else len(line)
        closed = _CLOSING.search(line, match.end(), end) if match[0][0] in _OPENING else None
        end = closed.end() if closed else end
        value, at = _value(line[match.end() : end]), end
        key = next(_LABELS[int(name[1:])][0] for name, text in match.groupdict().items() if text)
        taken, left = _split(key, value)
        rest.append(left)
        if key and taken and key not in fields:
            fields[key] = taken
    return fields, "".join((*rest, line[at:]))


def _value(text: str) -> str:
    return text.strip(" \t\u3000\xa0|｜】]）);；")


def _split(key: str, value: str) -> tuple[str, str]:
    """What belongs to a label, and what only follows it: a date has an end, a number too, a name ends at a gap."""
    if key == "date":
        date = _DATE.search(value)
        return (date[0].strip(), value[: date.start()] + value[date.end() :]) if date else ("", value)
    if not key:
        number = re.match(r"\s*[\d,]*\s*次?", value)
        return "", value[number.end() :] if number else value
    date = _DATE.search(value)
    if date:
        return _trimmed(value[: date.start()].strip()), value[date.start() :]
    name, _, after = _GAP.sub("\n", value).partition("\n")
    return _trimmed(name), after


def _trimmed(name: str) -> str:
    """A name without the buttons that stand right behind it."""
    return _STUCK.sub("", name).strip()
