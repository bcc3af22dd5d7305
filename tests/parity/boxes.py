"""Cases for boxes around blocks: rules and grounds."""

from __future__ import annotations

from convert.measure import epub, pdf
from convert.model.build import para
from tests.parity.blocks import word_block
from tests.parity.cells import Case, Probe, case, simple
from tests.parity.looks import PT_PER_MM, TARGET
from tests.specimens import SENTENCE

_BOX = (
    "roles.target={font='fangsong', size_pt=16, pitch_pt=24, on_grid=false, indent_em=0, border_pt=1, padding_em=0.5}"
)
_SIDES = ("top", "right", "bottom", "left")


def _boxed(values: tuple[tuple[str, object], ...], in_pdf: Probe, in_word: Probe, in_book: Probe) -> Case:
    """A case of a paragraph in a box. `values`: what the role says, and what is found then."""
    blocks = para("文字"), para(TARGET + SENTENCE * 2, role="target"), para("文字")
    made = (simple(*blocks, wanted=wanted, settings=(_BOX, f"roles.target.{said}")) for said, wanted in values)
    return Case(tuple(made), in_pdf, in_word, in_book, within=0.05)


def _glyph(data: bytes) -> pdf.Glyph:
    return next(glyph for glyph in pdf.read_glyphs(data) if glyph.char == TARGET)


def _drawn(data: bytes) -> list[str]:
    """The sides at which a rule is drawn."""
    glyph, found = _glyph(data), set[str]()
    for stroke in pdf.read_strokes(data):
        if stroke.right - stroke.left > 10:
            found.add("top" if stroke.top < glyph.middle else "bottom")
        if stroke.bottom - stroke.top > 10:
            found.add("left" if stroke.left < glyph.left else "right")
    return [side for side in _SIDES if side in found]


def _book_box(data: bytes) -> epub.Element:
    return next(each for each in epub.read_elements(data) if each.name == "p" and TARGET in each.text)


def _width(data: bytes, side: str) -> float:
    return float(_book_box(data).rules[side].removesuffix("pt"))


@case("BoxLook.border")
def border() -> Case:
    return _boxed(
        (("border_pt=0.5", 0.5), ("border_pt=2", 2.0)),
        lambda data: pdf.read_strokes(data)[0].weight,
        lambda data: word_block(data).borders["left"].weight,
        lambda data: _width(data, "left"),
    )


@case("BoxLook.sides")
def sides() -> Case:
    return _boxed(
        (("border_sides=['left']", ["left"]), ("border_sides=['top', 'bottom']", ["top", "bottom"])),
        _drawn,
        lambda data: [side for side in _SIDES if side in word_block(data).borders],
        lambda data: [side for side in _SIDES if _width(data, side)],
    )


@case("BoxLook.color")
def color() -> Case:
    def in_book(data: bytes) -> str:
        styles = _book_box(data).styles
        return next(
            word for name in ("border-color", "border") for word in styles.get(name, "").split() if word[0] == "#"
        )

    return _boxed(
        (("border_color='#c00000'", "#c00000"), ("border_color='#0000ff'", "#0000ff")),
        lambda data: pdf.read_strokes(data)[0].color,
        lambda data: word_block(data).borders["top"].color,
        in_book,
    )


@case("BoxLook.background")
def background() -> Case:
    return _boxed(
        (("background='#f2f2f2'", "#f2f2f2"), ("background='#ffeeaa'", "#ffeeaa")),
        lambda data: next(area.color for area in pdf.read_areas(data) if area.top < _glyph(data).middle < area.bottom),
        lambda data: word_block(data).background,
        lambda data: _book_box(data).styles["background"],
    )


@case("BoxLook.padding_em")
def padding() -> Case:
    """From the rule to the text, in em."""

    def in_pdf(data: bytes) -> float:
        left = min(stroke.left for stroke in pdf.read_strokes(data))
        return (_glyph(data).left - left) * PT_PER_MM / 16

    def in_book(data: bytes) -> float:
        return float(_book_box(data).styles["padding-left"].removesuffix("em"))

    return _boxed(
        (("padding_em=0.5", 0.5), ("padding_em=1.5", 1.5)),
        in_pdf,
        lambda data: word_block(data).borders["left"].space / 16,
        in_book,
    )
