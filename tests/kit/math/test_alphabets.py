"""Letters of mathematical alphabets are plain letters in an alphabet."""

from __future__ import annotations

import unicodedata

import pytest

from convert.kit.math.alphabets import COMMANDS, split_letter

BLOCK = [char for char in map(chr, range(0x1D400, 0x1D800)) if unicodedata.name(char, "")]


@pytest.mark.parametrize(
    ("char", "alphabet", "plain"),
    [
        ("𝐀", "bold", "A"),
        ("𝑥", "italic", "x"),
        ("ℎ", "italic", "h"),
        ("𝑨", "bold-italic", "A"),
        ("𝒜", "script", "A"),
        ("ℒ", "script", "L"),
        ("𝓐", "bold-script", "A"),
        ("𝔄", "fraktur", "A"),
        ("ℝ", "double-struck", "R"),
        ("𝟙", "double-struck", "1"),
        ("𝖠", "sans-serif", "A"),
        ("𝗔", "bold-sans-serif", "A"),
        ("𝘼", "sans-serif-bold-italic", "A"),
        ("𝚊", "monospace", "a"),
        ("𝛂", "bold", "α"),
        ("A", "", "A"),
        ("会", "", "会"),
    ],
)
def test_a_letter_and_its_alphabet(char: str, alphabet: str, plain: str) -> None:
    assert split_letter(char) == (alphabet, plain)


def test_every_letter_of_the_block_has_a_command_and_a_plain_form() -> None:
    split = {char: split_letter(char) for char in BLOCK}
    assert {char for char, (alphabet, _) in split.items() if alphabet not in COMMANDS} == set()
    assert [
        c for c, (_, plain) in split.items() if unicodedata.normalize("NFKC", plain) != unicodedata.normalize("NFKC", c)
    ] == []
