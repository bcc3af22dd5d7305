"""Cases for rules that are elements of their own. Between two paragraphs of the body; lengths in pt."""

from __future__ import annotations

from convert.measure import docx, epub, pdf
from convert.model import Rule
from convert.model.build import para
from tests.parity.cells import Case, Limit, Probe, case, simple
from tests.parity.looks import BODY, PT_PER_MM

_LEADING = 6.8
"""Half of the leading of the body's lines in Word: it is part of the distance to their characters."""
_BELOW = (6.8 + 0.2 * 29.6 - 0.12 * 16) / 2
"""What stands below the characters of a line, between two readings of where it stands in an exact one."""
_PAPER = Limit("pages")
_BASE = "rules.target={weights_pt=[1.5, 0.5], gap_pt=1.5, color='#e00000', width_mm=100, before_mm=4, after_mm=5}"


def _ruled(values: tuple[tuple[str, object], ...], in_pdf: Probe, in_word: Probe, in_book: Probe | Limit) -> Case:
    blocks = para("上文"), Rule(role="target"), para("下文")
    made = (simple(*blocks, wanted=wanted, settings=(_BASE, f"rules.target.{said}")) for said, wanted in values)
    return Case(tuple(made), in_pdf, in_word, in_book, within=0.06)


def _word(data: bytes) -> docx.Block:
    return next(block for block in docx.read_blocks(data) if block.borders)


def _following(data: bytes) -> docx.Block:
    """The paragraph below: it keeps the room."""
    blocks = docx.read_blocks(data)
    return blocks[blocks.index(_word(data)) + 1]


def _book(data: bytes) -> epub.Element:
    return next(element for element in epub.read_elements(data) if element.name == "hr")


def _edges(data: bytes) -> tuple[float, float]:
    """The upper edge of the first line and the lower one of the last."""
    strokes = pdf.read_strokes(data)
    return (
        strokes[0].top * PT_PER_MM - strokes[0].weight / 2,
        strokes[-1].top * PT_PER_MM + strokes[-1].weight / 2,
    )


@case("RuleLook.weights")
def weights() -> Case:
    """From top to bottom."""
    return _ruled(
        (("weights_pt=[2, 0.5]", [2.0, 0.5]), ("weights_pt=[1]", [1.0])),
        lambda data: [stroke.weight for stroke in pdf.read_strokes(data)],
        lambda data: [_word(data).borders[side].weight for side in ("top", "bottom") if side in _word(data).borders],
        lambda data: [
            float(_book(data).rules[side].removesuffix("pt"))
            for side in ("top", "bottom")
            if _book(data).rules[side] not in ("0", "0pt")
        ],
    )


@case("RuleLook.gap")
def gap() -> Case:
    def in_pdf(data: bytes) -> float:
        upper, lower = pdf.read_strokes(data)
        return (lower.top - upper.top) * PT_PER_MM - (upper.weight + lower.weight) / 2

    return _ruled(
        (("gap_pt=1", 1.0), ("gap_pt=2.5", 2.5)),
        in_pdf,
        lambda data: _word(data).pitch,
        lambda data: float(_book(data).styles["height"].removesuffix("pt")),
    )


@case("RuleLook.color")
def color() -> Case:
    return _ruled(
        (("color='#0000ff'", "#0000ff"), ("color='#00ff00'", "#00ff00")),
        lambda data: pdf.read_strokes(data)[0].color,
        lambda data: _word(data).borders["top"].color,
        lambda data: _book(data).styles["border-top"].split()[-1],
    )


@case("RuleLook.width")
def width() -> Case:
    """Zero: as wide as the type area."""
    area = 156 * PT_PER_MM
    return _ruled(
        (("width_mm=0", area), ("width_mm=50", 50 * PT_PER_MM)),
        lambda data: (pdf.read_strokes(data)[0].right - pdf.read_strokes(data)[0].left) * PT_PER_MM,
        lambda data: area - _word(data).left - _word(data).right,
        _PAPER,
    )


@case("RuleLook.centered_on")
def centered_on() -> Case:
    """The middle of the rule, from the sheet's left edge."""

    def in_pdf(data: bytes) -> float:
        stroke = pdf.read_strokes(data)[0]
        return (stroke.left + stroke.right) / 2 * PT_PER_MM

    def in_word(data: bytes) -> float:
        return 106 * PT_PER_MM + (_word(data).left - _word(data).right) / 2

    values = (("centered_on='area'", 106 * PT_PER_MM), ("centered_on='sheet'", 105 * PT_PER_MM))
    return _ruled(values, in_pdf, in_word, _PAPER)


@case("RuleLook.before")
def before() -> Case:
    def in_pdf(data: bytes) -> float:
        line = next(line for line in pdf.read_lines(data) if line.text == "上文")
        return _edges(data)[0] - line.top * PT_PER_MM - BODY

    return _ruled(
        (("before_mm=5", 5 * PT_PER_MM), ("before_mm=8", 8 * PT_PER_MM)),
        in_pdf,
        lambda data: _word(data).before + _BELOW,
        lambda data: float(_book(data).margins["top"].removesuffix("em")) * BODY,
    )


@case("RuleLook.after")
def after() -> Case:
    """To a block off the grid: what stands on it waits for its next line."""
    blocks = para("上文"), Rule(role="target"), para("下文", role="caption")

    def in_pdf(data: bytes) -> float:
        line = next(line for line in pdf.read_lines(data) if line.text == "下文")
        return line.top * PT_PER_MM - _edges(data)[1]

    return Case(
        tuple(simple(*blocks, wanted=mm * PT_PER_MM, settings=(_BASE, f"rules.target.after_mm={mm}")) for mm in (5, 8)),
        in_pdf,
        docx=lambda data: _following(data).before + _LEADING,
        epub=lambda data: float(_book(data).margins["bottom"].removesuffix("em")) * BODY,
        within=0.06,
    )
