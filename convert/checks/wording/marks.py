"""Punctuation, GB/T 15834-2011. Marks of half width are those that the repair of scrapes knows how to widen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from convert.checks.wording.flaws import Flaw, flaws_of
from convert.kit.cjk import HAN
from convert.model.flat import Change
from convert.passes.repair.punctuation import curl_quotes, widen_marks, widen_parentheses

_TITLES = re.compile("》[、，](?=《)")
_QUOTES = re.compile("”、(?=“)")
_DOUBLED = re.compile("(?<![一二三四五六七八九十])[，、；：][，、；：。]|。[，、；：]|(?<!。)。。(?!。)|！。|？。")
_DOTS = re.compile(rf"(?<=[{HAN}，。；：”》）])(?:(?<!…)…(?!…)|。{{3,}}|\.{{3,5}}(?!\.))")
_HYPHENS = re.compile(f"(?<=[{HAN}，。”》）])--+(?=[{HAN}“《（])")
_AND_SO_ON = re.compile("等等?……|……等等?(?=[。；，])")
_LONGEST = 20  # characters of a quotation of the text around a flaw
_NUMBERED = re.compile(r"^\s*[\dA-Za-z一二三四五六七八九十]{1,3}[）)]")
_PAIRS = {"（": "）", "《": "》", "〔": "〕"}


def half_width_marks(text: str) -> Iterator[Flaw]:
    """`,;:?!` and `......` in Chinese text (4.1 to 4.7, 4.11, 5.1.1)."""
    return _changed(text, widen_marks)


def half_width_parentheses(text: str) -> Iterator[Flaw]:
    """`(` and `)` around Chinese text (4.9)."""
    return _changed(text, widen_parentheses)


def straight_quotes(text: str) -> Iterator[Flaw]:
    """`"` around Chinese text (4.8)."""
    return _changed(text, curl_quotes)


def _changed(text: str, repair: Callable[[str], Iterable[Change]]) -> Iterator[Flaw]:
    for change in repair(text):
        found = text[change.start : change.end]
        if len(found) > _LONGEST:  # a pair of marks and what is between them
            yield Flaw(change.start, f"{found[:6]}…{found[-6:]}", f"{change.after[:6]}…{change.after[-6:]}")
        else:
            yield Flaw(change.start, found, change.after)


def commas_between_titles(text: str) -> Iterator[Flaw]:
    """《甲》、《乙》: between titles that stand next to each other there is usually no mark (4.5.3.5)."""
    return (flaw for flaw in flaws_of(_TITLES, "》", text) if "、" in flaw.found)


def commas_between_quotations(text: str) -> Iterator[Flaw]:
    """“甲”、“乙”: nor between quotations (4.5.3.5)."""
    return flaws_of(_QUOTES, "”", text)


def doubled_marks(text: str) -> Iterator[Flaw]:
    """Two stops where one can stand: ，， 。， ；。"""
    return flaws_of(_DOUBLED, "", text)


def ellipses(text: str) -> Iterator[Flaw]:
    """The ellipsis has six points (4.11, 5.1.6): not … nor 。。。"""
    return flaws_of(_DOTS, "……", text)


def dashes(text: str) -> Iterator[Flaw]:
    """The dash is —— (4.10, 5.1.5), not two hyphens."""
    return flaws_of(_HYPHENS, "——", text)


def ellipses_with_words(text: str) -> Iterator[Flaw]:
    """等…… says the same twice (4.11)."""
    return flaws_of(_AND_SO_ON, "", text)


def lone_brackets(text: str) -> Iterator[Flaw]:
    """A bracket or a title's mark without its other half in the paragraph (4.9, 4.15)."""
    numbered = _NUMBERED.match(text)
    body = text[numbered.end() :] if numbered else text
    shift = len(text) - len(body)
    for first, last in _PAIRS.items():
        opened: list[int] = []
        for at, char in enumerate(body):
            if char == first:
                opened.append(at)
            elif char == last:
                if not opened:
                    if not _is_enumeration(body, at):
                        yield Flaw(shift + at, char)
                    continue
                opened.pop()
        yield from (Flaw(shift + at, first) for at in opened)


def _is_enumeration(text: str, at: int) -> bool:
    """Whether a closing parenthesis stands behind a number, as in 1）."""
    return re.search(r"[\dA-Za-z一二三四五六七八九十]{1,3}$", text[:at]) is not None
