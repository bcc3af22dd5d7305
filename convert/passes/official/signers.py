"""Number and signers (发文字号, 签发人), GB/T 9704-2012 cl. 7.2.5 and 7.2.6.

Without signers the number stands in the middle. With them it stands at the left, one character in, and they at the right:
two a line, in the order of their organs, the names below the first line in line with the first name; the number stands on
the line of the last one. Those who sign it jointly (会签人) stand below, beside a label of their own. Of several numbers, as joint
documents have them, each stands on a line, the last one on the last.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from convert.kit.cjk import display_em
from convert.layout.apart import FAR, parted
from convert.model import (
    Emph,
    Image,
    Inline,
    Link,
    Meta,
    Note,
    Para,
    Span,
    Strike,
    Strong,
    Text,
    Underline,
    replace,
)
from convert.model.build import join
from convert.model.walk import leaf, nodes, plain
from convert.passes.official.language import is_chinese
from convert.style.variants import Variants

LABEL = "签发人："
NAME = "signer-name"
"""The role of the span of their names."""
_PER_LINE = 2  # cl. 7.2.6: 一般每行排两个姓名
_GAP = "\u3000"
_BLANK = " \t\u3000"
_NAME = re.compile(r"[^、，,；;\s\u3000]+")
_LABEL = re.compile(r"(?P<who>签\s*发\s*人|会\s*签\s*人)\s*[：:]")

_Words: TypeAlias = tuple[Inline, ...]
_Signers: TypeAlias = dict[str, list[_Words]]
"""Names by the label they stand beside, each with the notes on it."""


def number_lines(found: list[Para], meta: Meta, variants: Variants) -> list[Para]:
    """The lines of number and signers below the mark. `found`: what the text has of them, in its order; what it does not
    have is taken from the metadata."""
    numbers, signers = _read(found, variants)
    if not numbers and meta.number and "number" not in meta.inferred:
        numbers = [Para((Text(meta.number),), role="number")]
    if not any(signers.values()) and meta.signers and "signers" not in meta.inferred:
        label = next(iter(signers), LABEL if is_chinese(meta, variants.sheet) else "")
        signers = {label: [(Text(name),) for name in meta.signers]}
    return _beside(numbers, signers, variants) if signers else list(_alone(numbers, variants))


def _alone(numbers: list[Para], variants: Variants) -> Iterator[Para]:
    """Numbers in the middle, one a line."""
    bare = variants.sheet.letterhead.rule == "none"  # else the rule below them keeps what follows away
    for at, number in enumerate(numbers):
        if bare and len(numbers) == 1:
            yield replace(number, role="number")
            continue
        look = variants.sheet.roles["number"]
        before = 0.0 if at else look.before_lines
        after = look.after_lines if bare and at + 1 == len(numbers) else 0.0
        yield replace(number, role=variants.of("number", before_lines=before, after_lines=after))


def _beside(numbers: list[Para], signers: _Signers, variants: Variants) -> list[Para]:
    """Numbers at the left and signers at the right, the last of both on one line."""
    lines = [
        (label if at == 0 else "", line) for label, names in signers.items() for at, line in enumerate(_lined(names))
    ]
    widest = max(_em(line) for _, line in lines)
    look = variants.sheet.roles["signer"]
    made: list[Para] = []
    rows = itertools.zip_longest(reversed(numbers), reversed(lines))
    for number, signed in reversed(list(rows)):
        changes = {"before_lines": 0.0 if made else variants.sheet.roles["number"].before_lines}
        words: _Words = ()
        if signed:
            label, line = signed
            changes["right_em"] = look.right_em + widest - _em(line)
            words = (*((Text(label),) if label else ()), *((Span(line, role=NAME),) if line else ()))
        if number is None:
            made.append(Para(words, role=variants.of("signer", **changes)))
            continue
        role = variants.of("number", after_lines=0.0, align="left", left_em=look.right_em, **changes)
        far = (Span(words, role=FAR),) if words else ()
        made.append(replace(number, role=role, children=(*number.children, *far)))
    return made


def _read(found: Iterable[Para], variants: Variants) -> tuple[list[Para], _Signers]:
    """The numbers of a text, without what stands at the other end of their lines, and the signers."""
    numbers: list[Para] = []
    signers: _Signers = {}
    for para in found:
        words, far = parted(para.children)
        signed: _Words = (far,) if far else ()
        if variants.sheet.base_role(para.role) != "number":
            words, signed = (), para.children
        elif far is None and (label := _LABEL.search(plain(words, notes=False))):
            words, signed = _divided(words, label.start())
        if words:
            numbers.append(replace(para, children=words))
        _add(signed, signers)
    return numbers, signers


def _divided(words: _Words, at: int) -> tuple[_Words, _Words]:
    """The inlines before the character `at`, without blanks at their end, and those from it on. Notes stay with what they
    stand behind."""
    near: list[Inline] = []
    for index, part in enumerate(words):
        size = len(plain(part, notes=False))
        if size <= at:
            near.append(part)
            at -= size
            continue
        rest: _Words = words[index:]
        match part:
            case Text() if at:
                near.append(replace(part, text=part.text[:at]))
                rest = (replace(part, text=part.text[at:]), *rest[1:])
            case Span() | Strong() | Emph() | Underline() | Strike() | Link() if at:
                first, other = _divided(part.children, at)
                near.append(replace(part, children=first))
                rest = (replace(part, children=other), *rest[1:])
            case _ if at:
                near, rest = [*near, part], rest[1:]
        return _ended(near), rest
    return _ended(near), ()


def _ended(words: list[Inline]) -> _Words:
    match words:
        case [*first, Text() as last]:
            return join((*first, replace(last, text=last.text.rstrip(_BLANK))))
        case _:
            return join(words)


def _add(words: _Words, signers: _Signers) -> None:
    """Add the names in a text to those before it: they go on with the last label until it has another."""
    text, at = plain(words, notes=False), 0
    notes: list[tuple[int, Inline]] = []
    for node in nodes(words, notes=False):
        at += len(leaf(node))
        if isinstance(node, Note | Image):
            notes.append((at, node))
    labels = list(_LABEL.finditer(text))
    bounds = [0, *(label.start() for label in labels), len(text)]
    for label, (begin, end) in zip((None, *labels), itertools.pairwise(bounds), strict=True):
        said = f"{''.join(label['who'].split())}：" if label else next(reversed(signers), LABEL)
        spans = [name.span() for name in _NAME.finditer(text, label.end() if label else begin, end)]
        here = [(at, note) for at, note in notes if (begin < at or label is None) and at <= end]
        if label or spans or here:
            signers.setdefault(said, []).extend(_names(text, spans, here))


def _names(text: str, spans: list[tuple[int, int]], notes: list[tuple[int, Inline]]) -> Iterator[_Words]:
    """Names that stand at `spans` of a text; two characters that stand alone are one name, spaced to the width of three."""
    waiting = list(spans)
    if not waiting and notes:
        yield tuple(note for _, note in notes)
    while waiting:
        begin, end = waiting.pop(0)
        name = text[begin:end]
        if len(name) == 1 and waiting and waiting[0][1] - waiting[0][0] == 1:
            _, end = waiting.pop(0)
            name = f"{name}{_GAP}{text[end - 1]}"
        mine = [each for each in notes if not waiting or each[0] <= waiting[0][0]]
        notes = notes[len(mine) :]
        yield (Text(name), *(note for _, note in mine))


def _lined(names: list[_Words]) -> Iterator[_Words]:
    """The names of each line, those of a column below each other."""
    first = max(map(_em, names[::_PER_LINE]), default=0.0)
    if not names:
        yield ()
    for at in range(0, len(names), _PER_LINE):
        left, *others = names[at : at + _PER_LINE]
        gap = _GAP * (1 + (round(first - _em(left)) if len(names) > _PER_LINE else 0))
        yield join((*left, Text(gap), *others[0])) if others else left


def _em(words: _Words) -> float:
    return display_em(plain(words, notes=False))
