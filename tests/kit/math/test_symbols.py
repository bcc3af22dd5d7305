"""The table of symbols: what it says is TeX, and TeX that prints the character."""

from __future__ import annotations

import re

from convert.kit.math.latex import to_mathml
from convert.kit.math.symbols import DELIMITERS, OVER, SYMBOLS, UNDER

COMMANDS = {char: symbol.tex for char, symbol in SYMBOLS.items() if re.fullmatch(r"\\[A-Za-z]+", symbol.tex)}
ALIKE = str.maketrans(
    "Ϝ𝚤𝚥⌀■□◼⟍⟋⨯⋅∙∗⁎◎⌅▵▹◃∊∍∼⊦∕\u2329\u232aµ",
    "ϝıȷ∅∎◻∎╲╱×·•**⊚⊼△▷◁∈∋~⊢/⟨⟩μ",
)  # look-alikes that have one command


def printed(tex: str) -> str:
    """The characters of a command by an independent reading of TeX."""
    made = to_mathml(tex, display=False)
    return "" if made is None else "".join(made.itertext())


def test_every_command_prints_its_character() -> None:
    assert len(COMMANDS) > 350
    other = {char: (tex, printed(tex)) for char, tex in COMMANDS.items() if printed(tex) != char.translate(ALIKE)}
    assert other == {}


def test_marks_and_delimiters_are_single_characters() -> None:
    assert {len(char) for char in {*SYMBOLS, *OVER, *UNDER, *DELIMITERS}} == {1}
    assert {char for char in DELIMITERS if char not in SYMBOLS} == set("〈〉")
