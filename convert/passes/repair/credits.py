"""Who wrote, edited and checked the report: lines and line ends that belong into the metadata.

撰稿人 (author) may stand in parentheses at a paragraph's end; 责编 (editor) and 校对 (proofreader) on a line of their
own. A name in brackets at the *start* of a report is its dateline (本报讯（记者张三）) and stays.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_AUTHOR = "撰稿人?|作者|供稿|文|通讯员|记者|本报记者|见习记者|实习记者"
_EDITOR = "责编|责任编辑|编辑|本期编辑|值班编辑|网络编辑|网站编辑|栏目编辑|主编|执行主编"
_PROOFREADER = "校对|责任校对|审校"
_OTHER = (
    "审核|审签|审定|签发|监制|总监制|终审|初审|复审|复核|一审|二审|三审|一读|二读|三读|"
    "美编|设计|排版|制作|摄影|图|值班编委|编委|出品|策划|统筹"
)
_SOURCE = "来源|信息来源|稿件来源|文章来源|稿源"
_PUBLISHED = "发布时间|发布日期|发表时间|更新时间"

_ANY = f"{_AUTHOR}|{_EDITOR}|{_PROOFREADER}|{_OTHER}|{_SOURCE}|{_PUBLISHED}"
_LABEL = re.compile(rf"(?<![\u3400-\u9fff])({_ANY})[ \u3000]*[：:][ \u3000]*")
_FIELDS = {"authors": _AUTHOR, "editors": _EDITOR, "proofreaders": _PROOFREADER, "source": _SOURCE}
_BRACKETS = re.compile(r"^[【\[（(〔]([^【】\[\]（）()〔〕]*)[】\]）)〕]$")
_SEPARATORS = " \t\u3000|｜/／;；"
_SENTENCE = re.compile("[。，,！？!?“”]")
_BYLINE = re.compile(rf"(?:[（(](?:{_AUTHOR})[：: \u3000/／][^（）()。；;\n]{{1,60}}[）)][ \u3000]*)+$")
_NAMES = re.compile("[、,，;；/／ \u3000]+")


class Credit(NamedTuple):
    """A label and what it says."""

    label: str
    value: str


def parse_credits(line: str) -> list[Credit]:
    """The credits of a line that holds nothing else; empty for any other line."""
    line = line.strip()
    inner = _BRACKETS.match(line)
    line = inner[1] if inner else line
    labels = list(_LABEL.finditer(line))
    if not labels or labels[0].start() != 0:
        return []
    ends = [label.start() for label in labels[1:]] + [len(line)]
    credits = [
        Credit(label[1], line[label.end() : end].strip(_SEPARATORS)) for label, end in zip(labels, ends, strict=True)
    ]
    fits = all(credit.value and len(credit.value) <= 30 and not _SENTENCE.search(credit.value) for credit in credits)
    return credits if fits else []


def find_byline(line: str) -> tuple[int, list[str]] | None:
    """Where the byline in parentheses at a line's end begins, and its names."""
    match = _BYLINE.search(line)
    if not match:
        return None
    names = re.sub(rf"(?<![\u3400-\u9fff])(?:{_AUTHOR})[：: \u3000]+", " ", re.sub("[（）()]", " ", match[0]))
    return match.start(), names_of(names)


def names_of(value: str) -> list[str]:
    """The names in a credit's value."""
    return [name for name in _NAMES.split(value) if name]


def field_of(label: str) -> str:
    """The field of `Meta` that a label's value goes to; "extra" for those without one."""
    return next((field for field, labels in _FIELDS.items() if re.fullmatch(labels, label)), "extra")
