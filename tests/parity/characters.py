"""Cases for the looks of inlines, and for faces."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pikepdf

from convert.measure import docx, epub, pdf
from convert.model import Document, Image, Media, Span, Text
from convert.model.build import para
from tests.parity.cells import Case, Limit, Variant, case, simple
from tests.parity.looks import BODY, PT_PER_MM, TARGET, docx_look, epub_look, pdf_look
from tests.specimens import picture

_ROLE = "target"
_MIDDLE = 0.38  # of the em box above the baseline, em


def _looks(field: str, key: str, values: Iterable[tuple[str, object]], within: float = 1e-6) -> Case:
    """A case for a field of a look. `values`: what the style says, and what is found then."""
    block = para("文字", Span((Text(TARGET),), role=_ROLE), "文字")
    made = (simple(block, wanted=wanted, settings=(f"spans.{_ROLE}.{key}={said}",)) for said, wanted in values)
    return Case(
        tuple(made),
        pdf=lambda data: getattr(pdf_look(data), field),
        docx=lambda data: getattr(docx_look(data), field),
        epub=lambda data: getattr(epub_look(data), field),
        within=within,
    )


@case("SpanLook.font")
def span_font() -> Case:
    return _looks("face", "font", [("'hei'", "黑体"), ("'kai'", "楷体_GB2312")])


@case("SpanLook.scale")
def span_scale() -> Case:
    return _looks("size", "scale", [("0.5", 8.0), ("0.75", 12.0)], within=0.01)


@case("SpanLook.rise_em")
def span_rise() -> Case:
    """Word raises by half-points: to 1/32 em of 16 pt."""
    return _looks("rise", "rise_em", [("0.25", 0.25), ("-0.125", -0.125)], within=0.01)


@case("SpanLook.line")
def span_line() -> Case:
    return _looks("line", "line", [(f"'{line}'", line) for line in ("none", "under", "through", "dots")])


@case("SpanLook.color")
def span_color() -> Case:
    return _looks("color", "color", [("'#c00000'", "#c00000"), ("'#0000ff'", "#0000ff")])


@case("SpanLook.background")
def span_background() -> Case:
    return _looks("background", "background", [("'#fff2a8'", "#fff2a8"), ("'#eeeeee'", "#eeeeee")])


@case("SpanLook.caps")
def span_caps() -> Case:
    """In PDF the letter is a smaller capital that is read as the small letter it is."""
    block = para("文字", Span((Text("Ab"),), role=_ROLE), "文字")
    said = {"small": True, "none": False}
    return Case(
        tuple(simple(block, wanted=small, settings=(f"spans.{_ROLE}.caps='{key}'",)) for key, small in said.items()),
        pdf=lambda data: pdf_look(data, "b").size < pdf_look(data, "A").size,
        docx=lambda data: next(run.small_caps for run in docx.read_runs(data) if "b" in run.text),
        epub=lambda data: next(
            each.styles.get("font-variant", "") == "small-caps"
            for each in epub.read_elements(data)
            if each.text.strip() == "Ab"
        ),
    )


def _operands(data: bytes, operator: str) -> list[list[float]]:
    """The operands of an operator of the first page's content."""
    with pikepdf.open(io.BytesIO(data)) as file:
        found = pikepdf.parse_content_stream(file.pages[0])
        return [[float(each) for each in step.operands] for step in found if str(step.operator) == operator]


def _cut(key: str, value: str, field: str, css: str, in_pdf: Callable[[bytes], bool]) -> Case:
    block = para("文字", Span((Text(TARGET),), role=_ROLE), "文字")
    said = {value: True, "normal": False}
    return Case(
        tuple(simple(block, wanted=on, settings=(f"spans.{_ROLE}.{key}='{word}'",)) for word, on in said.items()),
        pdf=in_pdf,
        docx=lambda data: next(getattr(run, field) for run in docx.read_runs(data) if TARGET in run.text),
        epub=lambda data: next(
            each.styles.get(css, "") == value for each in epub.read_elements(data) if each.text.strip() == TARGET
        ),
    )


@case("SpanLook.weight")
def span_weight() -> Case:
    """In PDF outlines are filled and drawn."""
    return _cut("weight", "bold", "bold", "font-weight", lambda data: [2.0] in _operands(data, "Tr"))


@case("SpanLook.slant")
def span_slant() -> Case:
    """In PDF letters lean to the right."""
    return _cut("slant", "italic", "italic", "font-style", lambda data: any(m[2] > 0 for m in _operands(data, "Tm")))


# --- faces -----------------------------------------------------------------------------------------------------------


def _faces(char: str, *variants: Variant) -> Case:
    return Case(
        variants,
        pdf=lambda data: pdf_look(data, char).face,
        docx=lambda data: docx_look(data, char).face,
        epub=lambda data: epub_look(data, char).face,
    )


def _stamped(key: str, values: Iterable[tuple[str, float]], measure: Callable[[Place], float]) -> Case:
    """A case for pictures over words: one of 60 × 30 pixels over `靶`, its place counted from the middle of that."""
    media = {"red": Media("image/png", picture())}
    block = para("文字", Span((Image("red", "红"), Text(TARGET)), role=_ROLE))
    made = (
        Variant(
            Document((block,), media=media), wanted, (f"spans.{_ROLE}={{over_mm={said[0]}, over_rise_mm={said[1]}}}",)
        )
        for said, wanted in (((said, 0) if key == "over_mm" else (20, said), wanted) for said, wanted in values)
    )
    return Case(
        tuple(made),
        pdf=lambda data: measure(_in_pdf(data)),
        docx=lambda data: measure(_in_word(data)),
        epub=lambda data: measure(_in_book(data)),
        within=0.3,
    )


class Place(NamedTuple):
    """The width of a picture over a word, and how far its middle lies above the word's, in mm."""

    width: float
    rise: float


def _in_pdf(data: bytes) -> Place:
    (found,) = pdf.read_pictures(data)
    glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.char == TARGET)
    assert abs(found.left + found.right - glyph.left - glyph.right) < 0.2
    middle = glyph.baseline - _MIDDLE * glyph.size / PT_PER_MM
    return Place(found.right - found.left, middle - (found.top + found.bottom) / 2)


def _in_word(data: bytes) -> Place:
    (found,) = docx.read_pictures(data)
    assert found.down is not None
    line = next(block for block in docx.read_blocks(data) if TARGET in block.text).pitch
    return Place(found.width / PT_PER_MM, (line / 2 - found.down - found.height / 2) / PT_PER_MM)


def _in_book(data: bytes) -> Place:
    (found,) = (each for each in epub.read_elements(data) if each.name == "img")
    assert found.styles["left"] == found.styles["top"] == "50%"
    rise = re.search(r"translateY\((.*)em\)", found.styles["transform"])
    em = BODY / PT_PER_MM
    return Place(float(found.styles["width"].removesuffix("em")) * em, -float(rise[1]) * em if rise else 0.0)


@case("OverLook.size")
def over_size() -> Case:
    return _stamped("over_mm", [("20", 20.0), ("12.5", 12.5)], lambda place: place.width)


@case("OverLook.rise")
def over_rise() -> Case:
    return _stamped("over_rise_mm", [("5", 5.0), ("-2", -2.0)], lambda place: place.rise)


@case("FontStack.cjk")
def font_cjk() -> Case:
    stacks = {"黑体": "['黑体', 'FandolHei']", "宋体": "['宋体', 'FandolSong']"}
    block = para(TARGET, "文")
    return _faces(
        TARGET,
        *(simple(block, wanted=name, settings=(f"fonts.fangsong.cjk={stack}",)) for name, stack in stacks.items()),
    )


@case("FontStack.latin")
def font_latin() -> Case:
    stacks = {"Arial": "['Arial', 'Liberation Sans']", "Courier New": "['Courier New', 'Liberation Mono']"}
    block = para("文", "x", "文")
    return _faces(
        "x",
        *(simple(block, wanted=name, settings=(f"fonts.fangsong.latin={stack}",)) for name, stack in stacks.items()),
    )


@case("FontStack.generic")
def font_generic() -> Case:
    """What stands in where no face is found. A PDF has its faces with it."""
    families = {"roman": "serif", "swiss": "sans-serif", "modern": "monospace"}

    def in_word(data: bytes) -> str:
        return families[docx.read_faces(data)["仿宋_GB2312"]]

    made = (
        simple(para(TARGET), wanted=generic, settings=(f"fonts.fangsong.generic='{generic}'",))
        for generic in ("serif", "sans-serif")
    )
    return Case(tuple(made), pdf=Limit("faces"), docx=in_word, epub=lambda data: epub.read_blocks(data)[0].families[-1])


@case("Sheet.name")
def sheet_name() -> Case:
    return Case((simple(para(TARGET), wanted="gbt9704"),), *(Limit("styles"),) * 3)


@case("Sheet.lang")
def sheet_lang() -> Case:
    """The language of a document that says none."""
    made = (simple(para(TARGET), wanted=lang, settings=(f"lang='{lang}'",)) for lang in ("zh-Hans", "en-GB"))
    return Case(
        tuple(made),
        pdf=lambda data: pdf.read_metadata(data)["lang"],
        docx=lambda data: docx.read_properties(data)["dc:language"],
        epub=lambda data: epub.read_metadata(data)["dc:language"],
    )
