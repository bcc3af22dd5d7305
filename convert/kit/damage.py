"""Text whose bytes are not all in one encoding: what is read all the same, and how much of it there was.

Two kinds: single bytes that do not belong (a file that was cut, or stitched together byte by byte), for which U+FFFD
stands, as browsers show them; and whole lines in an older encoding in a file of UTF-8 (several files in one, a log of
two programs), which are read in theirs.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from convert.diagnostics import Pos
from convert.kit.plausibility import PLAUSIBLE, scores

_LONG_UTF8 = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{2}")
_MOST = {"utf-8": 0.5, "utf-16-le": 0.01, "utf-16-be": 0.01, "utf-32-le": 0.01, "utf-32-be": 0.01}
_MOST_OF_OTHERS = 0.05
"""Of the characters: how many may be U+FFFD. UTF-8 shows by itself that the rest is text; nearly any bytes are UTF-16."""
_PROOF = 3  # characters of three bytes in the lines that are UTF-8: other encodings have no such lines


class Damage(NamedTuple):
    """What is not in the encoding of a file: `n` places (bytes, or lines where `encoding` is one that they are read in), the
    first of them at `pos`."""

    pos: Pos
    n: int
    encoding: str = ""


class Mixed(NamedTuple):
    """A text with lines in two encodings."""

    text: str
    damage: tuple[Damage, ...]


def replaced(source: bytes, encoding: str, first: int, mark: int = 0) -> tuple[str, Damage | None]:
    """The text with U+FFFD for what is not in the encoding; no damage where that is too much. `first`: the first bad byte;
    `mark`: the bytes of the byte-order mark that stood before `source`.

    Pairs of surrogates in UTF-8 (CESU-8, as Oracle and Java write them) are the character that they mean.
    """
    pairs = _with_pairs(source) if encoding == "utf-8" else ""
    text = pairs or source.decode(encoding, "replace")
    if pairs and "\ufffd" not in pairs:
        n = sum(not _is_utf8(line) for line in source.split(b"\n"))
        return text, Damage(place_of(source, encoding, first), n, "cesu-8")
    bad = text.count("\ufffd") - source.decode(encoding, "ignore").count("\ufffd")
    if bad > 1 + _MOST.get(encoding, _MOST_OF_OTHERS) * len(text):
        return text, None
    pos = place_of(source, encoding, first)
    return text, Damage(Pos(pos.line, pos.column, first + mark, first + mark + 1), max(bad, 1))


def _with_pairs(source: bytes) -> str:
    """UTF-8 with surrogates; empty where there is something else in it that is not UTF-8."""
    try:
        text = source.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def mixed_lines(source: bytes) -> Mixed | None:
    """The text of lines in UTF-8 and lines in one older encoding; None where it is not that."""
    lines = source.split(b"\n")
    foreign = [n for n, line in enumerate(lines) if not line.isascii() and not _is_utf8(line)]
    strange = set(foreign)
    proof = sum(len(_LONG_UTF8.findall(line)) for n, line in enumerate(lines) if n not in strange)
    foreign = [
        n for n in foreign if 6 * len(_LONG_UTF8.findall(lines[n])) < _high(lines[n])
    ]  # others are damaged UTF-8
    if not foreign or proof < _PROOF:
        return None
    found = scores(b"\n".join(lines[n] for n in foreign))
    encoding = max(found, key=found.__getitem__)
    if found[encoding] < PLAUSIBLE:
        return None
    texts = [line.decode("utf-8", "replace") for line in lines]
    others = {n: lines[n].decode(encoding, "replace") for n in foreign}
    others = {n: text for n, text in others.items() if text.count("\ufffd") < texts[n].count("\ufffd")}
    if not others:
        return None
    for n, text in others.items():
        texts[n] = text
    damage = [Damage(Pos(min(others) + 1), len(others), encoding)]
    broken = next((n for n, text in enumerate(texts) if "\ufffd" in text), -1)
    if broken >= 0:
        damage.append(Damage(Pos(broken + 1), sum(text.count("\ufffd") for text in texts)))
    return Mixed("\n".join(texts), tuple(damage))


def place_of(source: bytes, encoding: str, at: int) -> Pos:
    """The place of a byte, by the lines and characters before it."""
    before = source[:at].decode(encoding, "replace")
    line = before.count("\n") + 1
    return Pos(line, len(before) - (before.rfind("\n") + 1) + 1, at, at + 1)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _high(line: bytes) -> int:
    """How many bytes are no ASCII."""
    return len(line) - len(line.decode("ascii", "ignore"))
