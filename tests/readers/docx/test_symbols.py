"""Symbol fonts."""

from __future__ import annotations

import pytest

from convert.readers.docx.symbols import readable, symbol
from tests.readers.docx.packages import codes, dumped, p

SYM = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "code", "char"),
    [
        ("Symbol", "F061", "α"),
        ("Symbol", "00B3", "≥"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "◻"),
        ("Wingdings", "F0D8", "➢"),
        ("Wingdings", "F081", "①"),
        ("Wingdings 2", "F052", "☑"),
        ("Arial", "F041", "A"),
    ],
)
def test_a_symbol_is_the_character_that_shows_the_same(font: str, code: str, char: str) -> None:
    assert dumped(p(content=SYM.format(font, code))) == f'para\n  text "{char}"'


def test_words_set_in_a_symbol_font_are_symbols() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>abc</w:t></w:r>'
    assert dumped(p(content=run)) == 'para\n  text "αβχ"'


def test_what_is_not_known_stays_and_is_told() -> None:
    body = p(content=SYM.format("Wingdings 3", "F0F0"))
    assert dumped(body) == 'para\n  text "\uf0f0"'
    assert codes(body) == ["docx-symbol-unknown"]


def test_every_code_of_symbol_and_wingdings_has_a_character() -> None:
    codes_ = [*range(0x20, 0x7F), *range(0xA0, 0xFF)]
    assert all(len(symbol(code, font)) == 1 for code in codes_ for font in ("symbol", "WINGDINGS"))
    assert readable("ü\uf0fc字", "Wingdings") == "✔✔字"
