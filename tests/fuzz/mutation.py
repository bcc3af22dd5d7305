"""Mutations of bytes and of texts: what a damaged disk, a careless program and an attacker do to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[bytes, Random], bytes]
"""Gives another input like the one it is given."""

NUMBERS = ("0", "-1", "1", "9", "255", "256", "65535", "2147483647", "4294967296", "-2147483649", "9" * 30, "1e308",
           "1e999", "NaN", "-0.0", "0.1", "1_0", "٣", "²", "Ⅻ", "〇")  # fmt: skip
"""What stands where a number is expected: edges of machine words, digits of other scripts, none at all."""
CHARACTERS = ("\x00", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x85", "\xa0", "\xad", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e",
              "\u2066", "\ue000", "\ufdd0", "\ufe0f", "\ufeff", "\ufffc", "\ufffd", "\uffff", "\U0001f468\u200d\U0001f469", "\U00020000",
              "\U000e0001", "\U0010ffff", "e\u0301", "\u0301", "ｱﾞ", "한", "ไทย", "עברית", "𠀀", "\r", "\r\n", "\n\n", "\t")  # fmt: skip
"""Characters that programs stumble over."""
_BYTES = (
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\xf4\x90\x80\x80",
    b"\x80",
    b"\x7f",
    b"\x1a",
)
_MOST_REPEATED = 400
LONGEST = 80_000
"""Bytes of a text."""


def mutate_bytes(data: bytes, random: Random) -> bytes:
    """One to three places of `data` changed without regard to what they mean."""
    for _ in range(random.randint(1, 3)):
        data = _changed(data, random)
    return data


def _changed(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    end = min(len(data), start + random.choice((1, 1, 2, 4, 16, 256)))
    match random.randrange(7):
        case 0:
            return data[:start] + bytes(random.randrange(256) for _ in range(end - start)) + data[end:]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:end] * random.randint(1, 20) + data[end:]
        case 3:
            return data[:start] + random.choice(_BYTES) + data[end:]
        case 4:
            return data[:start]
        case 5:
            other = random.randint(0, len(data))
            return data[:start] + data[other : other + end - start] + data[end:]
        case _:
            width = random.choice((1, 2, 4, 8))
            number = random.choice((0, 1, 0x7F, 0x80, 0xFF, -1, 1 << 15, 1 << 31, (1 << 31) - 1)) % (1 << 8 * width)
            return data[:start] + number.to_bytes(width, random.choice(("little", "big"))) + data[start + width :]


def text_mutation(tokens: Sequence[str]) -> Mutation:
    """A mutation of texts whose language has these tokens. Now and then it changes bytes, or repeats a few tokens over and
    over: what takes time by the square of its length shows then."""

    def mutate(data: bytes, random: Random) -> bytes:
        if random.random() < 0.1:
            return mutate_bytes(data, random)
        if random.random() < 0.01:
            return _repeated(data, random, tokens)
        text = data.decode("utf-8", "surrogateescape")
        for _ in range(random.randint(1, 4)):
            text = mutate_text(text, random, tokens)
        return text.encode("utf-8", "replace")

    return mutate


def _repeated(data: bytes, random: Random, tokens: Sequence[str]) -> bytes:
    words = "".join(random.choices((*tokens, "x", "\n"), k=random.randint(1, 4))).encode()
    return data[: random.randint(0, len(data))] + words * (LONGEST // 2 // len(words))


def mutate_text(text: str, random: Random, tokens: Sequence[str]) -> str:
    """One place of `text` changed: a token, an awkward character or a number put in, lines repeated, moved, left out."""
    at = random.randint(0, len(text))
    match random.randrange(9):
        case 0 | 1:
            return text[:at] + random.choice(tokens) + text[at:]
        case 2:
            return text[:at] + random.choice(CHARACTERS) + text[at:]
        case 3:
            many = random.choice((2, 3, 10, _MOST_REPEATED))
            return text[:at] + random.choice(tokens) * many + text[at:]
        case 4:
            opening, closing, many = random.choice(tokens), random.choice(tokens), random.choice((2, 20, 250))
            return text[:at] + opening * many + "x" + closing * many + text[at:]
        case 5:
            return text[:at] + random.choice(NUMBERS) + text[at:]
        case 6:
            return text[:at] + text[at + random.choice((1, 1, 5, 50)) :]
        case _:
            return _with_other_lines(text, random)


def _with_other_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines[one:one] = lines[other : other + random.randint(1, 5)] * random.randint(1, 4)
        case 2:
            del lines[one : one + random.randint(1, 8)]
        case _:
            indent = random.choice(("    ", "\t", "> ", "- ", "  ", "　　"))
            lines[one:] = [indent + line for line in lines[one : one + 6]] + lines[one + 6 :]
    return "\n".join(lines)
