"""Make what a mirror site makes of a clean Simplified report, at random, to see whether the repair finds back.

What cannot be found back, and so is not done here: full-width marks between digits or Latin letters (10：30), full-width
parentheses around Latin letters, full-width letters and digits, ％ and ℃. Words whose Simplified form OpenCC does not
give back from its own Traditional one are left Simplified (mirrors miss some words as well).
"""

from __future__ import annotations

import functools
import random
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

FOLDED = str.maketrans("，；：（）！？", ",;:()!?")
NAMES = ("卢京军", "刘梦然", "范佳一", "王小明", "欧阳文", "张伟", "李娜", "陈思远", "赵国庆")


class Mirror(NamedTuple):
    """A mirror's text and what it was made from."""

    text: str
    clean: str
    author: str
    editor: str
    proofreader: str
    glosses: int


def make_mirror(clean: str, seed: int) -> Mirror:
    """A mirror of the clean text's lines; equal seeds give equal mirrors."""
    rng = random.Random(seed)
    text = traditional(clean, rng) if rng.random() < 0.85 else clean
    author, editor, proofreader = rng.sample(NAMES, 3)
    label = rng.choice(["撰稿人", "撰稿", "作者", "供稿", "通讯员"])
    text += f"（{label}：{author}）\n责编：{editor} 校对：{proofreader}"
    head, tail = rng.choice(
        [("", ""), ("打印\n关闭\n", ""), ("", "\n相关链接"), ("【打印】【关闭】\n", "\n上一篇：无\n扫一扫\n")]
    )
    text = head + text + tail
    if rng.random() < 0.8:
        text = text.translate(FOLDED)
    text, count = gloss(text, rng)
    return Mirror(text, clean, author, editor, proofreader, count)


def traditional(clean: str, rng: random.Random) -> str:
    """Traditional glyphs, word by word, but for some characters that the mirror does not know."""
    missed = set(rng.sample(sorted(set(clean)), len(set(clean)) // 10))
    to, back = _converters()
    text = to(clean)
    if len(text) != len(clean):
        return clean
    text = "".join(old if old in missed else new for old, new in zip(clean, text, strict=True))
    lost = [i for i, (old, new) in enumerate(zip(clean, back(text), strict=True)) if old != new]
    characters = list(text)
    for i in lost:
        characters[i] = clean[i]
    return "".join(characters)


@functools.lru_cache(maxsize=1)
def _converters() -> tuple[Callable[[str], str], Callable[[str], str]]:
    from opencc import OpenCC

    return OpenCC("s2t").convert, OpenCC("t2s").convert


def gloss(text: str, rng: random.Random) -> tuple[str, int]:
    """Some characters with one of their readings behind them, wherever they stand."""
    from pypinyin.pinyin_dict import pinyin_dict

    characters = sorted({c for c in text if ord(c) in pinyin_dict})
    share = rng.uniform(0.05, 0.3)
    left, right = rng.choice([("(", ")"), ("(", ")"), ("（", "）")])
    spellings: tuple[Callable[[str], str], ...] = (str, str, _decomposed, _teaching, _toneless)
    spelling = rng.choice(spellings)
    chosen = rng.sample(characters, max(8, int(share * len(characters))))
    frequent = sorted(chosen, key=text.count)[-1]
    readings = {c: spelling(rng.choice(pinyin_dict[ord(c)].split(","))) for c in [*chosen, frequent]}
    glossed = "".join(f"{c}{left}{readings[c]}{right}" if c in readings else c for c in text)
    return glossed, sum(text.count(c) for c in readings)


def _decomposed(reading: str) -> str:
    return unicodedata.normalize("NFD", reading)


def _teaching(reading: str) -> str:
    return reading.replace("a", "ɑ").replace("g", "ɡ")


def _toneless(reading: str) -> str:
    decomposed = re.sub("[\u0300\u0301\u0304\u030c]", "", unicodedata.normalize("NFD", reading))
    return unicodedata.normalize("NFC", decomposed).replace("ü", "v")
