"""Cases for the looks of inlines, and for faces."""

from __future__ import annotations

from collections.abc import Iterable

from convert.measure import docx, epub, pdf
from convert.model import Span, Text
from convert.model.build import para
from tests.parity.cells import Case, Limit, Variant, case, simple
from tests.parity.looks import TARGET, docx_look, epub_look, pdf_look

_ROLE = "target"


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


# --- faces -----------------------------------------------------------------------------------------------------------


def _faces(char: str, *variants: Variant) -> Case:
    return Case(
        variants,
        pdf=lambda data: pdf_look(data, char).face,
        docx=lambda data: docx_look(data, char).face,
        epub=lambda data: epub_look(data, char).face,
    )


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
