"""Cases for the look of a block: each property of a role of its own, `target`, in a document where it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from convert.measure import docx, epub, pdf
from convert.model import Block, Document, Image, Media
from convert.model.build import para
from tests.parity.blocks import RAGGED, WORD_ALIGNMENTS, book_block, word_block
from tests.parity.cells import Case, Limit, Probe, Variant, case, simple
from tests.parity.looks import BODY, PT_PER_MM, TARGET, docx_look, epub_look, pdf_alignment, pdf_look
from tests.specimens import SENTENCE, picture

PITCH = (225 * PT_PER_MM - 156 * PT_PER_MM / 28) / 21
"""From one line of the grid to the next (GB/T 9704-2012 cl. 5.2.3), in pt."""
EM = 156 * PT_PER_MM / 28
"""Width of a character on the grid, in pt."""
_OFF_GRID = "roles.target={font='fangsong', size_pt=16, pitch_pt=24, on_grid=false, align='justify', indent_em=0}"


def _varied(
    values: Iterable[tuple[str, object]],
    pdf: Probe | Limit,
    docx: Probe | Limit,
    epub: Probe | Limit,
    within: float = 1e-6,
    blocks: Callable[[], tuple[Block, ...]] = lambda: (para("文字"), para(TARGET + SENTENCE * 2, role="target")),
    base: str = _OFF_GRID,
) -> Case:
    """A case in which `values` say a property, and what is found then."""
    made = (simple(*blocks(), wanted=wanted, settings=(base, f"roles.target.{said}")) for said, wanted in values)
    return Case(tuple(made), pdf, docx, epub, within)


def lines(data: bytes) -> list[pdf.Line]:
    """The lines of the target's paragraph: from its own to the text's end."""
    found = [line for line in pdf.read_lines(data) if not line.is_artifact]
    return found[next(n for n, line in enumerate(found) if TARGET in line.text) :]


@case("Computed.font")
def font() -> Case:
    return _varied(
        [("font='hei'", "黑体"), ("font='kai'", "楷体_GB2312")],
        pdf=lambda data: pdf_look(data).face,
        docx=lambda data: docx_look(data).face,
        epub=lambda data: epub_look(data).face,
    )


@case("Computed.size")
def size() -> Case:
    return _varied(
        [("size_pt=12", 12.0), ("size_pt=20.5", 20.5)],
        pdf=lambda data: pdf_look(data).size,
        docx=lambda data: docx_look(data).size,
        epub=lambda data: epub_look(data).size,
        within=0.01,
    )


@case("Computed.pitch")
def pitch() -> Case:
    def in_pdf(data: bytes) -> float:
        first, second = lines(data)[:2]
        return (second.baseline - first.baseline) * PT_PER_MM

    def in_book(data: bytes) -> float:
        block = book_block(data)
        return float(block.styles["line-height"]) * block.size * BODY

    return _varied(
        [("pitch_pt=20", 20.0), ("pitch_pt=33.5", 33.5)],
        in_pdf,
        lambda data: word_block(data).pitch if word_block(data).exact else 0.0,
        in_book,
        within=0.02,
    )


@case("Computed.tracking")
def tracking() -> Case:
    def in_pdf(data: bytes) -> float:
        first, second = lines(data)[0].glyphs[:2]
        return (second.left - first.left) * PT_PER_MM - first.size

    return _varied(
        [("tracking_pt=2", 2.0), ("tracking_pt=4", 4.0)],
        in_pdf,
        lambda data: word_block(data).tracking,
        Limit("books"),
        within=0.02,
        base=_OFF_GRID.replace("'justify'", "'left'"),
    )


@case("Computed.align")
def align() -> Case:
    return _varied(
        [(f"align='{side}'", side) for side in ("left", "center", "right", "justify")],
        pdf=pdf_alignment,
        docx=lambda data: WORD_ALIGNMENTS[docx.read_blocks(data)[0].align],
        epub=lambda data: epub.read_blocks(data)[0].styles["text-align"],
        blocks=lambda: (para(RAGGED, role="target"),),
    )


@case("Computed.indent_em")
def indent() -> Case:
    def in_pdf(data: bytes) -> float:
        first, second = lines(data)[:2]
        return (first.left - second.left) * PT_PER_MM / 16

    return _varied(
        [("indent_em=2", 2.0), ("indent_em=3", 3.0)],
        in_pdf,
        lambda data: word_block(data).indent,
        lambda data: float(book_block(data).styles["text-indent"].removesuffix("em")),
        within=0.02,
    )


def _side(key: str, in_pdf: Probe, in_word: Probe, side: str) -> Case:
    def in_book(data: bytes) -> float:
        found = next(each for each in epub.read_elements(data) if each.name == "p" and TARGET in each.text)
        return float(found.margins[side].removesuffix("em"))

    return _varied([(f"{key}=1", 1.0), (f"{key}=4", 4.0)], in_pdf, in_word, in_book, within=0.03)


@case("Computed.left_em")
def left() -> Case:
    return _side(
        "left_em",
        lambda data: (lines(data)[1].left - 28) * PT_PER_MM / 16,
        lambda data: word_block(data).left / 16,
        "left",
    )


@case("Computed.right_em")
def right() -> Case:
    return _side(
        "right_em",
        lambda data: (184 - lines(data)[0].right) * PT_PER_MM / 16,
        lambda data: word_block(data).right / 16,
        "right",
    )


def _gap(key: str, *, before: bool) -> Case:
    """Empty lines of the grid between the target and its neighbour, all on the grid."""
    neighbours = para("文字"), para(TARGET, role="target"), para("文字")

    def in_pdf(data: bytes) -> float:
        found = [line for line in pdf.read_lines(data) if not line.is_artifact]
        first, second = found[:2] if before else found[1:]
        return (second.baseline - first.baseline) * PT_PER_MM / PITCH - 1

    def in_word(data: bytes) -> float:
        block = word_block(data)
        return (block.before if before else block.after) / block.pitch

    def in_book(data: bytes) -> float:
        found = next(each for each in epub.read_elements(data) if each.name == "p" and TARGET in each.text)
        margin = found.margins["top" if before else "bottom"]
        return float(margin.removesuffix("em")) * found.size * BODY / PITCH

    return _varied(
        [(f"{key}=1", 1.0), (f"{key}=3", 3.0)],
        in_pdf,
        in_word,
        in_book,
        within=0.01,
        blocks=lambda: neighbours,
        base="roles.target={font='fangsong'}",
    )


@case("Computed.before_lines")
def before_lines() -> Case:
    return _gap("before_lines", before=True)


@case("Computed.after_lines")
def after_lines() -> Case:
    return _gap("after_lines", before=False)


@case("Computed.on_grid")
def on_grid() -> Case:
    """Behind a block off the grid. Word has no such grid: there it is the grid's pitch and tracking."""

    def in_pdf(data: bytes) -> bool:
        found = [line for line in pdf.read_lines(data) if not line.is_artifact]
        rows = (found[-1].baseline - found[0].baseline) * PT_PER_MM / PITCH
        return abs(rows - round(rows)) < 0.01

    def in_word(data: bytes) -> bool:
        block = word_block(data)
        return abs(block.pitch - PITCH) < 0.1 and abs(block.size + block.tracking - EM) < 0.05

    return _varied(
        [("on_grid=true", True), ("on_grid=false", False)],
        in_pdf,
        in_word,
        Limit("books"),
        blocks=lambda: (para("文字"), para("文字", role="cell"), para(TARGET, role="target")),
    )


@case("Computed.keep_next")
def keep_next() -> Case:
    """At a page's foot, where one line has room, it goes with the next paragraph."""

    def in_pdf(data: bytes) -> bool:
        return next(glyph.page for glyph in pdf.read_glyphs(data) if glyph.char == TARGET) == 2

    return _varied(
        [("keep_next=true", True), ("keep_next=false", False)],
        in_pdf,
        lambda data: word_block(data).keep_next,
        lambda data: book_block(data).styles.get("break-after") == "avoid",
        blocks=lambda: (*(para("文字") for _ in range(21)), para(TARGET, role="target"), para("文字")),
        base="roles.target={font='fangsong'}",
    )


@case("Computed.keep_previous")
def keep_previous() -> Case:
    """What would begin the next page takes the paragraph before it along."""

    def in_pdf(data: bytes) -> bool:
        return next(glyph.page for glyph in pdf.read_glyphs(data) if glyph.char == "前") == 2

    def in_word(data: bytes) -> bool:
        return next(block for block in docx.read_blocks(data) if block.text == "前").keep_next

    return _varied(
        [("keep_previous=true", True), ("keep_previous=false", False)],
        in_pdf,
        in_word,
        lambda data: book_block(data).styles.get("break-before") == "avoid",
        blocks=lambda: (*(para("文字") for _ in range(21)), para("前"), para(TARGET, role="target")),
        base="roles.target={font='fangsong'}",
    )


@case("Computed.middle")
def middle() -> Case:
    """A picture of 60 × 30 pixels; how far its middle lies above that of the character beside it, in pt."""
    block = para(TARGET, Image("red", "红"), role="target")
    document = Document((block,), media={"red": Media("image/png", picture())})
    base = "roles.target={font='fangsong'}"
    variants = [
        Variant(document, wanted, (base, f"roles.target.middle={said}"))
        for said, wanted in (("true", True), ("false", False))
    ]

    def in_pdf(data: bytes) -> bool:
        (found,) = pdf.read_pictures(data)
        glyph = next(glyph for glyph in pdf.read_glyphs(data) if glyph.char == TARGET)
        centre = glyph.baseline - 0.38 * glyph.size * 25.4 / 72
        return abs((found.top + found.bottom) / 2 - centre) < 0.1

    def in_book(data: bytes) -> bool:
        (found,) = (each for each in epub.read_elements(data) if each.name == "img")
        return found.styles.get("vertical-align") == "middle"

    return Case(tuple(variants), in_pdf, lambda data: word_block(data).middle, in_book)


@case("Computed.new_page")
def new_page() -> Case:
    return _varied(
        [("new_page=true", True), ("new_page=false", False)],
        lambda data: next(glyph.page for glyph in pdf.read_glyphs(data) if glyph.char == TARGET) == 2,
        lambda data: word_block(data).new_page,
        lambda data: book_block(data).styles.get("break-before") == "page",
    )


@case("Computed.balance")
def balance() -> Case:
    """Lines that are broken by sense and shape, the same in all outputs: filled, the second would be a quarter of the first."""
    text = f"{TARGET}场关于印发森林草原防灭火工作实施方案和应急处置预案汇编的通知"

    def even(found: list[int]) -> bool:
        return len(found) == 2 and all(abs(one - other) < 12 for one, other in pairwise(found))

    def in_book(data: bytes) -> bool:
        breaks = [each for each in epub.read_elements(data) if each.name == "br"]
        return [each.attributes["class"] for each in breaks] == ["balance"]

    return _varied(
        [("balance=true", True), ("balance=false", False)],
        lambda data: even([len(line.text) for line in lines(data)]),
        lambda data: even([len(line) for line in word_block(data).text.split("\n")]),
        in_book,
        blocks=lambda: (para(text, role="target"),),
    )


@case("Computed.color")
def color() -> Case:
    return _varied(
        [("color='#c00000'", "#c00000"), ("color='#0000ff'", "#0000ff")],
        pdf=lambda data: pdf_look(data).color,
        docx=lambda data: docx_look(data).color,
        epub=lambda data: epub_look(data).color,
    )
