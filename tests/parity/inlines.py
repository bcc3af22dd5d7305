"""Cases for inlines."""

from __future__ import annotations

import re

from convert.measure import docx, epub, pdf
from convert.model import (
    Code,
    Document,
    Emph,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Media,
    PageBreak,
    Raw,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Text,
    Underline,
)
from convert.model.build import heading, para
from tests.parity.cells import Case, Limit, Variant, case, simple
from tests.parity.looks import TARGET, docx_look, epub_look, pdf_look, words
from tests.parity.packages import embedded_size
from tests.specimens import picture

_INSIDE = (Text(TARGET),)


def _element(data: bytes, name: str, text: str = TARGET) -> epub.Element:
    """The innermost element of a name that holds some text."""
    return [each for each in epub.read_elements(data) if each.name == name and text in each.text][-1]


def _shown(inline: Inline, wanted: object, field: str | None, name: str) -> Case:
    """A case for an inline that looks otherwise: by a field of its look, in EPUB in the element of its meaning."""

    def look(found: object) -> object:
        return getattr(found, field) if field else found

    def in_book(data: bytes) -> object:
        assert _element(data, name).text == TARGET
        return look(epub_look(data))

    return Case(
        (simple(para("文字", inline, "文字"), wanted=wanted),),
        pdf=lambda data: look(pdf_look(data)),
        docx=lambda data: look(docx_look(data)),
        epub=in_book,
        within=0.02,
    )


@case("Text")
def text() -> Case:
    return Case((simple(para("甲 a—“乙”𠮷"), wanted="甲a—“乙”𠮷"),), words, words, words)


@case("Strong")
def strong() -> Case:
    return _shown(Strong(_INSIDE), "黑体", "face", "strong")


@case("Emph")
def emph() -> Case:
    return _shown(Emph(_INSIDE), "楷体_GB2312", "face", "em")


@case("Underline")
def underline() -> Case:
    return _shown(Underline(_INSIDE), "under", "line", "u")


@case("Strike")
def strike() -> Case:
    return _shown(Strike(_INSIDE), "through", "line", "s")


@case("Super")
def super_() -> Case:
    return _shown(Super(_INSIDE), 0.35, "rise", "sup")


@case("Sub")
def sub() -> Case:
    return _shown(Sub(_INSIDE), -0.15, "rise", "sub")


@case("Code")
def code() -> Case:
    def in_book(data: bytes) -> str:
        assert _element(data, "code", "x").text == "x"
        return epub_look(data, "x").face

    return Case(
        (simple(para("文字", Code("x"), "文字"), wanted="Courier New"),),
        pdf=lambda data: pdf_look(data, "x").face,
        docx=lambda data: docx_look(data, "x").face,
        epub=in_book,
    )


# --- formulas --------------------------------------------------------------------------------------------------------


def _formula(data: bytes) -> str:
    """The characters of the first formula, native in each output."""
    match data[:4]:
        case b"%PDF":
            (tag,) = (each for each in pdf.read_tags(data).walk() if each.type == "Formula")
            return tag.text
        case _ if b"epub" in data[:80]:
            (element,) = (each for each in epub.read_elements(data) if each.name == "math")
            return "".join(element.text.split())
    (block,) = (each for each in docx.read_blocks(data) if "=" in each.text)
    return re.sub("[文字]", "", "".join(block.text.split()))


def _math(formula: Inline, wanted: str) -> Case:
    return Case((simple(para("文字", formula, "文字"), wanted=wanted),), *(_plain_formula,) * 3)


def _plain_formula(data: bytes) -> str:
    """Letters of mathematical alphabets counted as plain ones."""
    import unicodedata

    return unicodedata.normalize("NFKC", _formula(data))


@case("Math")
def math() -> Case:
    return _math(Math("a=b"), "a=b")


@case("Math.tex")
def math_tex() -> Case:
    return _math(Math("\\alpha=\\frac{1}{2}"), "α=12")


@case("Math.mathml")
def math_mathml() -> Case:
    return _math(Math("", "<math><mi>x</mi><mo>=</mo><mn>3</mn></math>"), "x=3")


# --- links -----------------------------------------------------------------------------------------------------------


def _link(target: str = "https://example.org/", title: str = "") -> Link:
    return Link((Text(TARGET),), target, title)


def _in_pdf(data: bytes) -> pdf.Link:
    (link,) = pdf.read_links(data)
    return link


def _in_word(data: bytes) -> docx.Link:
    (link,) = docx.read_links(data)
    return link


def _in_book(data: bytes) -> epub.Element:
    return _element(data, "a")


@case("Link")
def link() -> Case:
    def in_pdf(data: bytes) -> str:
        return "".join(tag.text for tag in pdf.read_tags(data).walk() if tag.type == "Link")

    return Case(
        (simple(para("见", _link()), wanted=TARGET),),
        in_pdf,
        lambda data: _in_word(data).text,
        lambda data: _in_book(data).text,
    )


@case("Link.target")
def link_target() -> Case:
    """A URL, and a place in the document: where it leads is the heading."""
    there = heading(1, "那里", id="there")
    inside = Document((para("见", _link(target="#there")), PageBreak(), there))

    def in_pdf(data: bytes) -> str:
        found = _in_pdf(data)
        line = [line for line in pdf.read_lines(data) if line.page == found.target and line.top >= found.target_top - 1]
        return found.url or line[0].text

    def in_word(data: bytes) -> str:
        target = _in_word(data).target
        marked = target.startswith("#") and target[1:] in docx.read_bookmarks(data)
        return docx.read_blocks(data)[-1].text if marked else target

    def in_book(data: bytes) -> str:
        href = _in_book(data).attributes["href"]
        at = href.rpartition("#")[2]
        found = [each.text.strip() for each in epub.read_elements(data) if each.attributes.get("id") == at]
        return found[0] if "#" in href else href

    url = simple(para("见", _link()), wanted="https://example.org/")
    return Case((url, Variant(inside, "那里")), in_pdf, in_word, in_book)


@case("Link.title")
def link_title() -> Case:
    return Case(
        (simple(para("见", _link(title="说明")), wanted="说明"),),
        pdf=lambda data: _in_pdf(data).contents,
        docx=lambda data: _in_word(data).title,
        epub=lambda data: _in_book(data).attributes.get("title"),
    )


@case("Ref")
def ref() -> Case:
    def in_pdf(data: bytes) -> str:
        return "".join(tag.text for tag in pdf.read_tags(data).walk() if tag.type == "Link")

    def in_word(data: bytes) -> str:
        """A field of Word's own."""
        (found,) = (field.result for field in docx.read_fields(data) if field.instruction.startswith("REF "))
        return found

    return Case(
        (Variant(_referring(Ref("there", "text")), "那里"),),
        in_pdf,
        in_word,
        lambda data: next(each.text for each in epub.read_elements(data) if each.name == "a"),
    )


def _referring(reference: Ref) -> Document:
    return Document((para("见", reference, "。"), PageBreak(), heading(1, "那里", id="there")))


@case("Ref.target")
def ref_target() -> Case:
    blocks = (heading(1, "甲章", id="a"), heading(1, "乙章", id="b"))
    variants = (("a", "见甲章甲章乙章"), ("b", "见乙章甲章乙章"))
    made = (simple(para("见", Ref(target, "text")), *blocks, wanted=wanted) for target, wanted in variants)
    return Case(tuple(made), words, words, words)


@case("Ref.kind")
def ref_kind() -> Case:
    """The words, and the page: in DOCX as a field with the same result."""

    def in_word(data: bytes) -> str:
        results = [field.result for field in docx.read_fields(data) if field.instruction.startswith("PAGEREF")]
        found = words(data)
        assert results == (["2"] if "2" in found else [])
        return found

    made = (
        Variant(_referring(Ref("there", kind)), wanted)  # type: ignore[arg-type]
        for kind, wanted in (("text", "见那里。那里"), ("page", "见2。那里"))
    )
    return Case(tuple(made), words, in_word, words)


# --- pictures --------------------------------------------------------------------------------------------------------


def pictured(image: Image, wanted: object) -> Variant:
    """A document with a picture of 60 × 30 pixels."""
    media = {"red": Media("image/png", picture())}
    return Variant(Document((para("图", image),), media=media), wanted)


def _picture_tag(data: bytes) -> pdf.Tag:
    (tag,) = (each for each in pdf.read_tags(data).walk() if each.type == "Figure")
    return tag


def _word_picture(data: bytes) -> docx.Picture:
    (found,) = docx.read_pictures(data)
    return found


def _book_picture(data: bytes) -> epub.Element:
    (found,) = (each for each in epub.read_elements(data) if each.name == "img")
    return found


def _pdf_size(data: bytes) -> tuple[float, float]:
    (found,) = pdf.read_pictures(data)
    return (found.right - found.left) * 72 / 25.4, (found.bottom - found.top) * 72 / 25.4


def _book_size(data: bytes) -> tuple[float, float]:
    styles = _book_picture(data).styles
    width = float(styles["width"].removesuffix("pt"))
    across, down = map(float, styles["aspect-ratio"].split("/"))
    return width, width * down / across


def _word_size(data: bytes) -> tuple[float, float]:
    found = _word_picture(data)
    return found.width, found.height


@case("Image")
def image() -> Case:
    """One picture, described."""
    return Case(
        (pictured(Image("red", "红"), "红"),),
        pdf=lambda data: _picture_tag(data).alt if len(pdf.read_pictures(data)) == 1 else "",
        docx=lambda data: _word_picture(data).alt,
        epub=lambda data: _book_picture(data).attributes["alt"],
    )


@case("Image.media")
def image_media() -> Case:
    """The pixels that are there."""

    return Case(
        (pictured(Image("red", "红"), (60, 30)),),
        pdf=lambda data: next((found.columns, found.rows) for found in pdf.read_pictures(data)),
        docx=embedded_size,
        epub=embedded_size,
    )


@case("Image.alt")
def image_alt() -> Case:
    """Without a description it is an ornament."""

    def in_pdf(data: bytes) -> str:
        found = [tag.alt for tag in pdf.read_tags(data).walk() if tag.type == "Figure"]
        return found[0] if found else "ornament"

    def in_word(data: bytes) -> str:
        found = _word_picture(data)
        return "ornament" if found.decorative else found.alt

    def in_book(data: bytes) -> str:
        return _book_picture(data).attributes["alt"] or "ornament"

    variants = (pictured(Image("red", "红色"), "红色"), pictured(Image("red"), "ornament"))
    return Case(variants, in_pdf, in_word, in_book)


def _sized(image: Image) -> Case:
    return Case((pictured(image, (120, 60)),), _pdf_size, _word_size, _book_size, within=0.05)


@case("Image.width")
def image_width() -> Case:
    return _sized(Image("red", "红", width=120))


@case("Image.height")
def image_height() -> Case:
    return _sized(Image("red", "红", height=60))


@case("Image.title")
def image_title() -> Case:
    return Case(
        (pictured(Image("red", "红", title="题"), "题"),),
        pdf=Limit("pictures"),
        docx=lambda data: _word_picture(data).title,
        epub=lambda data: _book_picture(data).attributes.get("title"),
    )


# --- the rest --------------------------------------------------------------------------------------------------------


@case("LineBreak")
def line_break() -> Case:
    def in_book(data: bytes) -> list[str]:
        """The element stands between the words."""
        assert [each.name for each in epub.read_elements(data) if each.name in ("p", "br")] == ["p", "br"]
        return list(words(data))

    return Case(
        (simple(para("甲", LineBreak(), "乙"), wanted=["甲", "乙"]),),
        pdf=lambda data: [line.text for line in pdf.read_lines(data) if not line.is_artifact],
        docx=lambda data: docx.read_blocks(data)[0].text.split("\n"),
        epub=in_book,
    )


@case("Span")
def span() -> Case:
    """By its role: dots."""
    return _shown(Span(_INSIDE, role="emphasis-dots"), "dots", "line", "span")


def _ruby(data: bytes) -> tuple[str, str]:
    """The base and the reading."""
    match data[:4]:
        case b"%PDF":
            tags = {tag.type: tag.text for tag in pdf.read_tags(data).walk()}
            return tags["RB"], tags["RT"]
        case _ if b"epub" in data[:80]:
            ruby, reading = (_element(data, name, "yīn").text for name in ("ruby", "rt"))
            return ruby.removesuffix(reading), reading
    (found,) = docx.read_rubies(data)
    return found.base, found.reading


@case("Ruby")
def ruby() -> Case:
    return Case((simple(para("读", Ruby((Text("音"),), "yīn")), wanted=("音", "yīn")),), _ruby, _ruby, _ruby)


@case("Ruby.reading")
def ruby_reading() -> Case:
    """Smaller, above its base."""

    def in_pdf(data: bytes) -> tuple[float, bool]:
        glyphs = {glyph.char: glyph for glyph in pdf.read_glyphs(data)}
        return glyphs["y"].size, glyphs["y"].baseline < glyphs["音"].baseline

    def in_word(data: bytes) -> tuple[float, bool]:
        return docx_look(data, "y").size, True

    def in_book(data: bytes) -> tuple[float, bool]:
        return epub_look(data, "y").size, _element(data, "rt", "y").within[-1] == "ruby"

    return Case((simple(para("读", Ruby((Text("音"),), "yīn")), wanted=(8.0, True)),), in_pdf, in_word, in_book)


@case("Raw")
def raw() -> Case:
    return Case((simple(para("甲", Raw("html", "<b>乙</b>")), wanted="甲"),), *(Limit("raw-markup"),) * 3)


@case("Raw.format")
def raw_format() -> Case:
    return raw()
