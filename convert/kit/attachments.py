"""Attachments: what a note of them names (附件说明), and whether that is what the attachments are called (附件).

GB/T 9704-2012 cl. 7.3.7: number and title of an attachment are the same in the note and on the attachment itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from convert.kit.numerals import read_numeral

_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_LEAD = re.compile(
    rf"\s*(?:附\s*件\s*(?:{_NUMBER})?\s*[：:.．、]\s*)?(?:(?:{_NUMBER}|[X×✕])\s*(?:[．、：:]|\.(?!\d)|\.(?=\d{{4}}年))\s*)?"
)
_LABEL = re.compile(rf"附\s*件\s*(?P<number>{_NUMBER})?\s*[：:]?\s*")
_NONE = re.compile(r"(?:附\s*件\s*[：:]\s*)?(?:无|没有|无附件|none|n/?a|-+|—+)", re.IGNORECASE)
_NO_MATTER = re.compile(r"[\s\u3000《》〈〉“”]|[。；;，,]$")


@dataclass(frozen=True, slots=True)
class Attachment:
    """One as it stands in the document. `number`: that of its label, 0 where it has none."""

    title: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An attachment (counted from 1) that the note calls `named` and that is called `titled`; one of them is empty where the
    note names none, or none with that number is in the document."""

    number: int
    named: str
    titled: str


def lead_of(line: str) -> str:
    """What stands before the name in a line of the note: `附件：`, `附件：1.`, `2.`."""
    found = _LEAD.match(line)
    return found[0] if found else ""


def name_of(line: str) -> str:
    """The name that a line of the note gives, without its number and an end mark."""
    return line[len(lead_of(line)) :].strip().rstrip("。；;，,")


def is_none(line: str) -> bool:
    """Whether a line says that there are no attachments: 无, 无附件, none."""
    return _NONE.fullmatch(line.strip().rstrip("。.")) is not None


def label_number(label: str) -> int:
    """The number that a label has (附件2, 附件二); 0 where it has none."""
    found = _LABEL.match(label)
    return read_numeral(found["number"]) if found and found["number"] else 0


def disagreements(names: Sequence[str], attachments: Sequence[Attachment]) -> Iterator[Disagreement]:
    """Where the names of a note and the titles of the attachments differ, in order.

    White space and the marks of titles do not matter. A label without a number counts by its place. Nothing is
    told of attachments that are not in the document at all: they may be bound on their own.
    """
    if not names or not attachments:
        return
    found = {each.number or at: each.title for at, each in enumerate(attachments, 1)}
    for number in sorted({*range(1, len(names) + 1), *found}):
        named = names[number - 1] if number <= len(names) else ""
        titled = found.get(number, "")
        if _words(named) != _words(titled):
            yield Disagreement(number, named, titled)


def _words(name: str) -> str:
    return _NO_MATTER.sub("", name.strip())
