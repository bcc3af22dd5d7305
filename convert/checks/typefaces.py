"""Which kind of Chinese face a face is, by its name: any licensed 仿宋 is 仿宋."""

from __future__ import annotations

import re
from typing import Literal

from convert.style.sheet import FontStack

Kind = Literal["小标宋", "仿宋", "楷体", "黑体", "宋体"]

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("小标宋", r"标宋|biaosong|xbs|xiaobiao|bsong"),
    ("仿宋", r"仿宋|fang\W?song|fsong|fandolfang|fzfs|zhuque"),
    ("楷体", r"楷|kai"),
    (
        "黑体",
        r"黑|hei|gothic|source\W?han\W?sans|noto\W?sans\W?(?:cjk|sc|tc)|pingfang|yahei|雅黑|wqy|hiragino\W?sans\W?gb",
    ),
    ("宋体", r"宋|song|simsun|nsimsun|ming|source\W?han\W?serif|noto\W?serif\W?(?:cjk|sc|tc)|serif\W?sc"),
)
_LATIN = re.compile("times|arial|calibri|cambria|liberation|helvetica|courier|georgia|verdana|garamond", re.IGNORECASE)


def kind_of(face: str) -> Kind | None:
    """The kind of a face by its name; None where the name does not tell."""
    return next((kind for kind, names in _KINDS if re.search(names, face, re.IGNORECASE)), None)


def is_latin(face: str) -> bool:
    """Whether a face is known to be one of Latin letters."""
    return _LATIN.search(face) is not None and kind_of(face) is None


def fits(face: str, stack: FontStack) -> bool:
    """Whether a face may stand where the style has a stack: it is of the kind of the stack's first face, or one of the
    stack; a face whose name tells nothing is not objected to."""
    wanted = kind_of(stack.cjk[0])
    kind = kind_of(face)
    if kind is None and not is_latin(face):
        return True
    if wanted is not None and kind == wanted:
        return True
    return plain_name(face) in {plain_name(name) for name in stack.cjk}


def plain_name(face: str) -> str:
    """A face's name without what differs between the names of one face: blanks, hyphens, the word for the usual cut."""
    bare = re.sub(r"[\s_-]", "", face).lower()
    return re.sub(r"(?:regular|roman|(?<=fang)r|(?<=hei)r)$", "", bare)


def official_name(stack: FontStack) -> str:
    """What the standard calls the kind of a stack's first face; else that face's name."""
    return kind_of(stack.cjk[0]) or stack.cjk[0]
