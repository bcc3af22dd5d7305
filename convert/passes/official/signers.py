"""Number and signers (发文字号, 签发人), GB/T 9704-2012 cl. 7.2.5 and 7.2.6.

Without signers the number stands in the middle. With them it stands at the left, one character in, and they at the right:
two a line, in the order of their organs, the names below the first line in line with the first name; the number stands on
the line of the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from convert.kit.cjk import display_em
from convert.layout.apart import FAR, parted
from convert.model import Inline, Meta, Para, Span, Text, replace
from convert.model.walk import plain
from convert.passes import wording
from convert.passes.official.language import is_chinese
from convert.style.variants import Variants

LABEL = "签发人："
NAME = "signer-name"
"""The role of the span of their names."""
_PER_LINE = 2  # cl. 7.2.6: 一般每行排两个姓名
_GAP = "\u3000"
_NAMES = re.compile(r"[、，,；;\s\u3000]+")
_LABELLED = re.compile(r"(?P<label>签\s*发\s*人[：:])?(?P<names>.*)", re.DOTALL)


def number_lines(numbers: list[Para], signers: list[Para], meta: Meta, variants: Variants) -> list[Para]:
    """The lines of number and signers below the mark, from what the text has of them and the metadata gives."""
    number, names = _number(numbers, meta), _names(numbers, signers, meta)
    bare = variants.sheet.letterhead.rule == "none"  # else the rule below it keeps what follows away
    alone = "number" if bare else variants.of("number", after_lines=0.0)
    if not names:
        return [replace(number, role=alone)] if number else []
    lines = list(_lined(names))
    widest = max(map(display_em, lines))
    look = variants.sheet.roles["signer"]
    labelled = is_chinese(meta, variants.sheet) or bool(_names(numbers, signers, Meta()))  # in the text
    made: list[Para] = []
    for at, line in enumerate(lines):
        right = look.right_em + widest - display_em(line)
        words: tuple[Inline, ...] = (Span((Text(line),), role=NAME),)
        words = (Text(LABEL), *words) if at == 0 and labelled else words
        before = variants.sheet.roles["number"].before_lines if at == 0 else 0.0
        if at + 1 < len(lines) or number is None:
            made.append(Para(words, role=variants.of("signer", right_em=right, before_lines=before)))
            continue
        role = variants.of(
            "number", after_lines=0.0, before_lines=before, align="left", left_em=look.right_em, right_em=right
        )
        made.append(replace(number, role=role, children=(*number.children, Span(words, role=FAR))))
    return made


def _number(numbers: list[Para], meta: Meta) -> Para | None:
    """The number without what stands at the other end of its line."""
    if not numbers:
        return Para((Text(meta.number),), role="number") if meta.number and "number" not in meta.inferred else None
    words, _ = parted(numbers[0].children)
    match words:
        case (Text() as only,) if found := wording.SIGNER.search(only.text):
            words = (replace(only, text=only.text[: found.start()].rstrip(" \t\u3000")),)
    return replace(numbers[0], children=words)


def _names(numbers: Iterable[Para], signers: Iterable[Para], meta: Meta) -> list[str]:
    """The signers' names: those of the text, in its order, else those that the metadata gives."""
    found = [name for para in signers for name in _split(plain(para))]
    for para in numbers:
        _, far = parted(para.children)
        if far is not None:
            found += _split(plain(far))
        elif match := wording.SIGNER.search(plain(para)):
            found += _split(match[0])
    return found or ([] if "signers" in meta.inferred else list(meta.signers))


def _split(words: str) -> Iterator[str]:
    """Names in a text; two characters that stand alone are one name, spaced to the width of three."""
    match = _LABELLED.fullmatch(words.strip())
    pieces = [name for name in _NAMES.split(match["names"] if match else words) if name]
    while pieces:
        name = pieces.pop(0)
        yield f"{name}{_GAP}{pieces.pop(0)}" if len(name) == 1 and pieces and len(pieces[0]) == 1 else name


def _lined(names: list[str]) -> Iterator[str]:
    """The names of each line, those of a column below each other."""
    first = max(display_em(name) for name in names[::_PER_LINE])
    for at in range(0, len(names), _PER_LINE):
        left, *others = names[at : at + _PER_LINE]
        padded = left + _GAP * (round(first - display_em(left)) if len(names) > _PER_LINE else 0)
        yield _GAP.join((padded, *others)) if others else left
