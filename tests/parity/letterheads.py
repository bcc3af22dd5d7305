"""Cases for the letterhead: documents whose metadata gives what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from convert.measure import docx, epub, pdf
from convert.model import Document, Meta
from convert.model.build import para
from tests.parity.cells import Case, Limit, Probe, Variant, case
from tests.parity.looks import PT_PER_MM

_RED = "#e00000"
_EM_TOP = 34.58 * PT_PER_MM + 6.8
"""Where the first em box of a Word page begins, less the space before it, in pt: half of the leading below the margin."""
_INK = 0.119
"""From the top of the em box to the ink of 甲厅文件 in the bundled face, in em."""
_SIZE = 62.0


def _given(values: Iterable[tuple[str, object]], *issuers: str) -> tuple[Variant, ...]:
    meta = Meta(title="通知", issuers=issuers or ("甲厅",), number="甲〔2025〕1号")
    document = Document((para("正文。"),), meta)
    return tuple(Variant(document, wanted, (said,)) for said, wanted in values)


def _in_text(words: str) -> tuple[Probe, Probe, Probe]:
    """Whether these words stand in a text, whatever stands between its lines."""
    reads = pdf.read_text, docx.read_text, epub.read_text
    return tuple(lambda data, read=read: words in re.sub(r"\s", "", read(data)) for read in reads)  # type: ignore[return-value]


@case("Computed.ink_top")
def ink_top() -> Case:
    """Of the issuers' mark, in mm below the top of the type area."""

    def in_pdf(data: bytes) -> float:
        return min(line.ink[1] for line in pdf.read_lines(data) if line.glyphs[0].color == _RED) - 37

    def in_word(data: bytes) -> float:
        before = next(block.before for block in docx.read_blocks(data) if block.color == _RED)
        return (_EM_TOP + before + _INK * _SIZE) / PT_PER_MM - 37

    made = _given((("roles.issuer.ink_top_mm=35", 35.0), ("roles.issuer.ink_top_mm=20", 20.0)))
    return Case(made, in_pdf, in_word, Limit("pages"), within=0.3)


@case("LetterheadLook.show")
def show() -> Case:
    values = (("letterhead.show='given'", True), ("letterhead.show='never'", False))
    return Case(_given(values), *_in_text("甲厅文件甲〔2025〕1号"))


@case("LetterheadLook.ending")
def ending() -> Case:
    values = (("letterhead.ending='文件'", True), ("letterhead.ending=''", False))
    return Case(_given(values), *_in_text("甲厅文件"))


@case("LetterheadLook.issuers")
def issuers() -> Case:
    values = (("letterhead.issuers='all'", True), ("letterhead.issuers='host'", False))
    return Case(_given(values, "甲厅", "乙厅"), *_in_text("甲厅乙厅文件"))


@case("LetterheadLook.smallest")
def smallest() -> Case:
    """Whether a long name goes on two lines rather than in smaller characters."""
    values = (("letterhead.smallest_pt=20", 1), ("letterhead.smallest_pt=40", 2))

    def in_word(data: bytes) -> int:
        return next(block.text.count("\n") + 1 for block in docx.read_blocks(data) if block.color == _RED)

    return Case(
        _given(values, "某某省某某市应急管理局"),
        lambda data: sum(line.glyphs[0].color == _RED for line in pdf.read_lines(data)),
        in_word,
        lambda data: sum(each.name == "br" for each in epub.read_elements(data)) + 1,
    )


_NUMBER = "甲〔2025〕1号"


def _side(places: list[tuple[str, bool]]) -> str:
    """Where the rule stands among texts that are no rules (`False`): `mark` above the number, `number` below it."""
    number = next(at for at, (text, _) in enumerate(places) if _NUMBER in text)
    rules = [at for at, (_, is_rule) in enumerate(places) if is_rule]
    return ("mark" if rules[0] < number else "number") if rules else "none"


@case("LetterheadLook.rule")
def rule() -> Case:
    """What it stands below."""

    def in_pdf(data: bytes) -> str:
        number = next(line for line in pdf.read_lines(data) if line.text == _NUMBER)
        strokes = pdf.read_strokes(data)
        return ("mark" if strokes[0].top < number.top else "number") if strokes else "none"

    return Case(
        _given((f"letterhead.rule='{place}'", place) for place in ("number", "mark", "none")),
        in_pdf,
        lambda data: _side([(block.text, bool(block.borders)) for block in docx.read_blocks(data)]),
        lambda data: _side([(e.text, e.name == "hr") for e in epub.read_elements(data) if e.name in ("p", "hr")]),
    )


@case("LetterheadLook.dated")
def dated() -> Case:
    """Whether issuers and date stand right below the number."""
    meta = Meta(title="通知", issuers=("甲厅",), number=_NUMBER, date="2025年6月3日")
    document = Document((para("正文。"),), meta)
    made = (Variant(document, value, (f"letterhead.dated={str(value).lower()}",)) for value in (True, False))
    return Case(tuple(made), *_in_text("1号甲厅2025年6月3日"))
