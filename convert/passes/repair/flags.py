"""What a reader must know but no program may mend: a missing year or issuer, a phrase that is not the usual one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_DAY = re.compile(r"(?<![年\d])\d{1,2}月\d{1,2}日")
_YEAR = re.compile(r"(?:19|20)\d\d年|二[〇○零][〇○零一二三四五六七八九]{2}年|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}")
_BARE_ISSUER = re.compile(
    "(?:^|[，。：\n])((?:省|市|县|区|州|自治区)[\u4e00-\u9fff]{0,14}?(?:厅|局|委员会|委|办公室|办|研究院|学院|法院|检察院|政府|部|处|公司|中心|集团))"
)
_PHRASE = re.compile("“([一二两三四五六七八九十]个[\u4e00-\u9fff]{2,4})”")

# Phrases that stand together in official texts: where the second is, the first one is expected beside it.
_PAIRS = {"两个维护": "两个确立"}


class Flag(NamedTuple):
    """A finding about `[start, end)` of the text."""

    code: str
    start: int
    end: int
    args: dict[str, str]


def find_flags(text: str) -> Iterator[Flag]:
    """Doubts about the text, in Simplified Chinese."""
    day = _DAY.search(text)
    if day and not _YEAR.search(text):
        yield Flag("repair-year-missing", *day.span(), {"date": day[0]})
    lead = text[: text.find("\n") if "\n" in text else len(text)]
    issuer = _BARE_ISSUER.search(lead)
    if issuer:
        yield Flag("repair-issuer-missing", *issuer.span(1), {"issuer": issuer[1]})
    yield from _odd_phrases(text)


def _odd_phrases(text: str) -> Iterator[Flag]:
    """A quoted phrase in the place of the one that the next quoted phrase usually goes with (两个确立 … 两个维护)."""
    last: re.Match[str] | None = None
    for match in _PHRASE.finditer(text):
        expected = _PAIRS.get(match[1])
        if expected and last and last[1] not in (expected, match[1]) and last[1][:2] == expected[:2]:
            between = text[last.end() : match.start()]
            if len(between) < 60 and not re.search("[。\n]", between):
                yield Flag("repair-odd-phrase", *last.span(1), {"phrase": last[1], "expected": expected})
        last = match
