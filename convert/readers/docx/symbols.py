"""Symbol fonts: faces whose characters are pictures, and the Unicode characters that show the same.

Word keeps a character of such a face as its code there, from U+F020 on (ISO/IEC 29500-1, 17.3.3.30). The codes are
those of the Symbol font's own encoding (https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt) and of
Wingdings as Unicode 7.0 took it in; where that is a character that hardly any face has, an older one of the same shape
stands for it (➢ for U+2B9A, ☑ for U+1F5F9).
"""

from __future__ import annotations

_PRIVATE = 0xF000
_SYMBOL = (
    "\u0020!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
)  # from 0x20 to 0x7E, from 0xA0 to 0xFE
_WINGDINGS = (
    " ✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴💾🖬✇✍🖎✌👌👍👎☜☞☝☟✋☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓🙰&●❍■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶❝❞",
    "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•▪○🞆🞈◉◎🔿▪◻🟀🟁★🟋✶✴✹⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋←→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✘✔☒☑",
)  # from 0x20 to 0x7E, from 0x80 to 0xFE
_SOME = {
    "wingdings 2": {0x4F: "✘", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "●", 0xA3: "□", 0xA2: "■"},
    "wingdings 3": {
        **dict(zip(range(0x70, 0x78), "▲▼△▽◀▶◁▷", strict=True)),
        **dict(zip(range(0x21, 0x29), "→↑↓↖↗↙↘↔", strict=True)),
        0x20: " ",
    },
    "webdings": {0x61: "✔", 0x72: "✘", 0x67: "■", 0x63: "□", 0x6E: "●", 0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼"},
}


def _table(halves: tuple[str, str], second: int) -> dict[int, str]:
    return {start + n: char for start, half in ((0x20, halves[0]), (second, halves[1])) for n, char in enumerate(half)}


SYMBOL_FONTS = {"symbol": _table(_SYMBOL, 0xA0), "wingdings": _table(_WINGDINGS, 0x80), **_SOME}
"""Symbol fonts by name in lower case: code → character."""


def is_symbol_font(font: str) -> bool:
    """Whether a face shows pictures for letters."""
    return font.lower() in SYMBOL_FONTS


def symbol(code: int, font: str) -> str:
    """The character that a symbol font shows for a code (U+F0xx or 0xxx); "" where it is not known."""
    known = SYMBOL_FONTS.get(font.lower(), {})
    return known.get(code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 256 else code, "")


def readable(text: str, font: str) -> str:
    """A text set in a symbol font as characters that show the same; what is not known stays."""
    return "".join(symbol(ord(char), font) or char for char in text)
