"""Cases for how a style numbers captions and headings."""

from __future__ import annotations

from convert.measure import docx
from convert.model import Document, Figure, Heading, Image, Media, Text
from convert.model.build import para
from tests.parity.cells import Case, Variant, case, simple
from tests.parity.looks import words
from tests.parity.tables import cell, table
from tests.specimens import picture


def _captioned(wanted: str, *settings: str) -> Variant:
    """A table whose number is typed, and a figure without one."""
    typed = table((cell("甲"),), columns=1, caption=(Text("情况"),), number="表7　")
    plain = Figure((para(Image("red", "红", 60, 30)),), (Text("方块"),))
    return Variant(Document((typed, plain), media={"red": Media("image/png", picture())}), wanted, settings)


@case("CaptionLook.mode")
def caption_mode() -> Case:
    modes = {"keep": "表7情况甲方块", "fill": "表7情况甲图1方块", "auto": "表1情况甲图1方块"}
    made = (_captioned(wanted, f"captions.mode='{mode}'") for mode, wanted in modes.items())
    return Case(tuple(made), words, words, words)


@case("CaptionLook.figure")
def caption_figure() -> Case:
    made = (
        _captioned(f"表7情况甲{word}1：方块", f"captions.figure.zh='{word}{{number}}：'") for word in ("图", "插图")
    )
    return Case(tuple(made), words, words, words)


@case("CaptionLook.table")
def caption_table() -> Case:
    made = (
        _captioned(f"{word}1：情况甲图1方块", f"captions.table.zh='{word}{{number}}：'", "captions.mode='auto'")
        for word in ("表", "附表")
    )
    return Case(tuple(made), words, words, words)


# --- headings --------------------------------------------------------------------------------------------------------

_HEADED = (Heading((Text("总则"),), 1, "三、"), Heading((Text("目的"),), 2), Heading((Text("附则"),), 1))


def _word_words(data: bytes) -> str:
    """With the numbers that Word counts itself."""
    return "".join("".join(f"{block.marker}{block.text}".split()) for block in docx.read_blocks(data))


@case("HeadingNumbers.mode")
def heading_mode() -> Case:
    modes = {"keep": "三、总则目的附则", "auto": "一、总则（一）目的二、附则"}
    made = (simple(*_HEADED, wanted=wanted, settings=(f"numbering.mode='{mode}'",)) for mode, wanted in modes.items())
    return Case(tuple(made), words, _word_words, words)


@case("HeadingNumbers.levels")
def heading_levels() -> Case:
    levels = {
        "['{decimal}、', '{1}.{2}　']": "1、总则1.1目的2、附则",
        "['第{cjk}章　', '{lower-alpha}) ']": "第一章总则a)目的第二章附则",
    }
    made = (
        simple(*_HEADED, wanted=wanted, settings=("numbering.mode='auto'", f"numbering.levels={said}"))
        for said, wanted in levels.items()
    )
    return Case(tuple(made), words, _word_words, words)
