"""Cases for blocks, and for what every node has."""

from __future__ import annotations

from convert.measure import docx, epub, pdf
from convert.model import (
    Align,
    Block,
    CodeBlock,
    Document,
    Figure,
    Group,
    Heading,
    Image,
    List,
    ListItem,
    MathBlock,
    Media,
    PageBreak,
    Quote,
    Rule,
    Span,
    Text,
    Toc,
    replace,
)  # fmt: skip
from convert.model.build import heading, para
from tests.parity.cells import Case, Limit, Variant, case, simple
from tests.parity.inlines import link_target
from tests.parity.looks import (
    OFFICIAL,
    PT_PER_MM,
    TARGET,
    book_elements,
    docx_look,
    epub_look,
    pdf_alignment,
    pdf_look,
    pdf_tags,
    words,
)
from tests.specimens import picture

RAGGED = "见 internationalization 与 characteristically 及 disproportionately 等词 unquestionably 参差。" * 2
"""A text whose lines end at one edge only where they are stretched."""
ALIGNMENTS: tuple[Align, ...] = ("left", "center", "right", "justify")
WORD_ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "both": "justify"}


def word_block(data: bytes, text: str = TARGET) -> docx.Block:
    """The first paragraph that holds some text."""
    return next(block for block in docx.read_blocks(data) if text in block.text)


def book_block(data: bytes, text: str = TARGET) -> epub.Block:
    """The first block that holds some text."""
    return next(block for block in epub.read_blocks(data) if text in block.text)


# --- what every node has ---------------------------------------------------------------------------------------------


@case("Node.id")
def node_id() -> Case:
    """Links find it."""
    return link_target()


@case("Node.role")
def node_role() -> Case:
    """An official element looks as its role does."""
    return Case(
        (simple(para(TARGET, role="classification"), para("文字"), wanted="黑体"),),
        pdf=lambda data: pdf_look(data).face,
        docx=lambda data: docx_look(data).face,
        epub=lambda data: epub_look(data).face,
    )


@case("Node.lang")
def node_lang() -> Case:
    def in_word(data: bytes) -> str:
        return next(run.lang[1] for run in docx.read_runs(data) if TARGET in run.text)

    return Case(
        (simple(para("文字", Span((Text(TARGET),), lang="en-GB")), wanted="en-GB"),),
        pdf=lambda data: next(t.lang for t in pdf.read_tags(data).walk() if t.text == TARGET and t.lang),
        docx=in_word,
        epub=lambda data: next(e.attributes["lang"] for e in book_elements(data, "span") if e.text == TARGET),
    )


# --- paragraphs and headings -----------------------------------------------------------------------------------------


@case("Para")
def paragraph() -> Case:
    return Case(
        (simple(para("甲"), para("乙"), wanted=["甲", "乙"]),),
        pdf=lambda data: [tag.text for tag in pdf_tags(data, "P")],
        docx=lambda data: [block.text for block in docx.read_blocks(data)],
        epub=lambda data: [each.text for each in book_elements(data, "p")],
    )


@case("Para.align")
def paragraph_align() -> Case:
    return Case(
        tuple(simple(para(RAGGED, align=align), wanted=align) for align in ALIGNMENTS),
        pdf=pdf_alignment,
        docx=lambda data: WORD_ALIGNMENTS[docx.read_blocks(data)[0].align],
        epub=lambda data: epub.read_blocks(data)[0].styles["text-align"],
    )


@case("Heading")
def heading_() -> Case:
    """With an entry in the outline, the navigation."""
    return Case(
        (simple(heading(1, TARGET), para("文"), wanted=(TARGET, TARGET)),),
        pdf=lambda data: (pdf_tags(data, "H1")[0].text, pdf.read_outline(data)[0].text),
        docx=lambda data: tuple(b.text for b in docx.read_blocks(data) if b.style == "heading 1" and b.level == 1) * 2,
        epub=lambda data: (book_elements(data, "h1")[0].text, epub.read_navigation(data)[0].text),
    )


@case("Heading.level")
def heading_level() -> Case:
    """All nine. Tags go down to the sixth: below, the outline and the navigation tell levels apart."""
    nine = Document(tuple(heading(level, f"第{level}级") for level in range(1, 10)))

    def in_book(data: bytes) -> list[int]:
        return [entry.level for entry in epub.read_navigation(data) if entry.kind == "toc"]

    return Case(
        (Variant(nine, list(range(1, 10))),),
        pdf=lambda data: [entry.level for entry in pdf.read_outline(data)],
        docx=lambda data: [block.level for block in docx.read_blocks(data)],
        epub=in_book,
    )


@case("Heading.number")
def heading_number() -> Case:
    return Case((simple(Heading((Text("总则"),), 1, "一、"), wanted="一、总则"),), words, words, words)


# --- lists -----------------------------------------------------------------------------------------------------------


def listed(*texts: str, **more: object) -> List:
    """A list of plain items."""
    return List(tuple(ListItem((), (para(text),)) for text in texts), **more)  # type: ignore[arg-type]


def _markers(data: bytes) -> list[str]:
    """The markers of the first list."""
    return [tag.text for tag in pdf_tags(data, "Lbl")]


def _word_markers(data: bytes) -> list[str]:
    return [block.marker for block in docx.read_blocks(data) if block.marker]


def _marked(*variants: tuple[List, str]) -> Case:
    return Case(tuple(simple(block, wanted=wanted) for block, wanted in variants), words, words, words)


@case("List")
def list_() -> Case:
    """Its meaning, its markers, its levels."""
    inner = List((ListItem((), (para("甲"), listed("乙"))), ListItem((), (para("丙"),))))

    def in_book(data: bytes) -> tuple[int, str]:
        return len(book_elements(data, "li")), words(data)

    return Case(
        (simple(inner, wanted=(3, "•甲◦乙•丙")),),
        pdf=lambda data: (len(pdf_tags(data, "LI")), words(data)),
        docx=lambda data: (len(_word_markers(data)), words(data)),
        epub=in_book,
    )


@case("List.ordered")
def list_ordered() -> Case:
    return _marked((listed("甲"), "•甲"), (listed("甲", "乙", ordered=True), "1.甲2.乙"))


@case("List.start")
def list_start() -> Case:
    return _marked((listed("甲", ordered=True, start=7), "7.甲"), (listed("甲", ordered=True, start=12), "12.甲"))


@case("List.style")
def list_style() -> Case:
    styles = {"lower-alpha": "c.", "upper-alpha": "C.", "lower-roman": "iii.", "upper-roman": "III.", "cjk": "三、",
              "circled": "③", "decimal": "3."}  # fmt: skip
    return _marked(*((listed("甲", ordered=True, start=3, style=style), f"{mark}甲") for style, mark in styles.items()))


@case("List.delimiter")
def list_delimiter() -> Case:
    marks = {("", "period"): "3.", ("", "paren"): "3)", ("", "parens"): "(3)", ("", "comma"): "3、", ("cjk", "parens"): "（三）",
             ("cjk", ""): "三、", ("lower-alpha", "paren"): "c)"}  # fmt: skip
    return _marked(
        *(
            (listed("甲", ordered=True, start=3, style=style, delimiter=delimiter), f"{mark}甲")
            for (style, delimiter), mark in marks.items()
        )
    )


@case("List.tight")
def list_tight() -> Case:
    return Case((simple(listed("甲", "乙", tight=False), wanted=""),), *(Limit("lists"),) * 3)


@case("ListItem")
def list_item() -> Case:
    """Its second paragraph belongs to it."""
    item = List((ListItem((), (para("甲"), para("乙"))),))
    return Case(
        (simple(item, wanted="甲乙"),),
        pdf=lambda data: pdf_tags(data, "LBody")[0].text,
        docx=lambda data: "".join(b.text for b in docx.read_blocks(data) if b.style == "List Paragraph"),
        epub=lambda data: "".join(book_elements(data, "li")[0].text.split()),
    )


@case("ListItem.term")
def list_item_term() -> Case:
    described = List((ListItem((Text("术语"),), (para("解释"),)),))
    return Case(
        (simple(described, wanted=("术语", "解释")),),
        pdf=lambda data: (pdf_tags(data, "Lbl")[0].text, pdf_tags(data, "LBody")[0].text),
        docx=lambda data: tuple(block.text for block in docx.read_blocks(data)),
        epub=lambda data: (book_elements(data, "dt")[0].text, book_elements(data, "dd")[0].text.strip()),
    )


@case("ListItem.checked")
def list_item_checked() -> Case:
    items = (ListItem((), (para("甲"),), True), ListItem((), (para("乙"),), False))
    return _marked((List(items), "■甲□乙"))


# --- figures, code, formulas -----------------------------------------------------------------------------------------


def _figure() -> Document:
    caption = (Text("图1　方块"),)
    return Document(
        (Figure((para(Image("red", "红", 120, 60)),), caption),), media={"red": Media("image/png", picture())}
    )


@case("Figure")
def figure() -> Case:
    """A picture in the middle."""

    def in_pdf(data: bytes) -> tuple[str, float]:
        (found,) = pdf.read_pictures(data)
        return pdf_tags(data, "Figure")[0].alt, (found.left + found.right) / 2

    def in_word(data: bytes) -> tuple[str, float]:
        block = docx.read_blocks(data)[0]
        return docx.read_pictures(data)[0].alt, 106 if (block.align, block.indent) == ("center", 0) else 0

    def in_book(data: bytes) -> tuple[str, float]:
        inside = next(each for each in book_elements(data, "p") if each.within[-1] == "figure")
        centred = (inside.styles["text-align"], inside.styles["text-indent"]) == ("center", "0")
        return book_elements(data, "img")[0].attributes["alt"], 106 if centred else 0

    return Case((Variant(_figure(), ("红", 106)),), in_pdf, in_word, in_book, within=0.3)


@case("Figure.caption")
def figure_caption() -> Case:
    return Case(
        (Variant(_figure(), "图1方块"),),
        pdf=lambda data: pdf_tags(data, "Caption")[0].text,
        docx=lambda data: next("".join(b.text.split()) for b in docx.read_blocks(data) if b.style == "caption"),
        epub=lambda data: "".join(book_elements(data, "figcaption")[0].text.split()),
    )


@case("Figure.number")
def figure_number() -> Case:
    (figure,) = _figure().blocks
    numbered = Document((replace(figure, caption=(Text("方块"),), number="图3　"),), media=_figure().media)

    def in_word(data: bytes) -> str:
        fields = [field.result for field in docx.read_fields(data) if field.instruction.startswith("SEQ 图")]
        return words(data) if fields == ["3"] else ""

    return Case((Variant(numbered, "图3方块"),), words, in_word, words)


@case("CodeBlock")
def code_block() -> Case:
    """Its lines, in a face of one width."""
    lines = ["if x:", "    y = 1"]

    def in_pdf(data: bytes) -> tuple[str, list[str], float]:
        (first, second) = (line for line in pdf.read_lines(data) if not line.is_artifact)
        shift = (second.left - first.left) * PT_PER_MM / (first.size * 0.6)  # widths of a character
        return OFFICIAL[first.glyphs[0].font], [first.text, " " * round(shift) + second.text], shift

    def in_word(data: bytes) -> tuple[str, list[str], float]:
        text = "\n".join(block.text for block in docx.read_blocks(data)).split("\n")
        return docx_look(data, "x").face, text, 4

    def in_book(data: bytes) -> tuple[str, list[str], float]:
        (element,) = book_elements(data, "pre")
        assert element.styles["white-space"] == "pre-wrap"
        return epub_look(data, "x").face, element.text.strip("\n").split("\n"), 4

    def plainly(found: tuple[str, list[str], float]) -> tuple[str, list[str]]:
        return found[0], [line.replace(" ", "") for line in found[1]]

    wanted = ("Courier New", [line.replace(" ", "") for line in lines])
    return Case(
        (simple(CodeBlock("\n".join(lines)), wanted=(*wanted, 4)),),
        pdf=lambda data: (*plainly(in_pdf(data)), in_pdf(data)[2]),
        docx=lambda data: (*plainly(in_word(data)), _leading(in_word(data)[1][1])),
        epub=lambda data: (*plainly(in_book(data)), _leading(in_book(data)[1][1])),
        within=0.1,
    )


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@case("CodeBlock.language")
def code_language() -> Case:
    return Case(
        (simple(CodeBlock("x = 1", "python"), wanted="language-python"),),
        pdf=Limit("code"),
        docx=Limit("code"),
        epub=lambda data: book_elements(data, "code")[0].attributes["class"],
    )


def _display(data: bytes) -> tuple[str, bool]:
    """The characters of a displayed formula, and whether it stands in the middle."""
    import unicodedata

    match data[:4]:
        case b"%PDF":
            (tag,) = pdf_tags(data, "Formula")
            left, _, right, _ = map(float, tag.attributes["BBox"].split())
            text, middle = tag.text, abs((left + right) / 2 / PT_PER_MM - 106) < 1
        case _ if b"epub" in data[:80]:
            (found,) = book_elements(data, "math")
            outer = next(each for each in book_elements(data, "p") if "=" in each.text)
            text = found.text
            middle = outer.styles["text-align"] == "center" and found.attributes["display"] == "block"
        case _:
            block = docx.read_blocks(data)[0]
            text, middle = block.text, block.align == "center"
    return "".join(unicodedata.normalize("NFKC", text).split()), middle


def _formula(block: MathBlock, text: str) -> Case:
    return Case((simple(block, wanted=(text, True)),), _display, _display, _display)


@case("MathBlock")
def math_block() -> Case:
    return _formula(MathBlock("a=b"), "a=b")


@case("MathBlock.tex")
def math_block_tex() -> Case:
    return _formula(MathBlock("\\beta=\\sqrt{2}"), "β=2")


@case("MathBlock.mathml")
def math_block_mathml() -> Case:
    return _formula(MathBlock("", "<math><mi>x</mi><mo>=</mo><mn>3</mn></math>"), "x=3")


# --- containers and breaks -------------------------------------------------------------------------------------------


@case("Quote")
def quote() -> Case:
    return Case(
        (simple(Quote((para(TARGET),)), para("文字"), wanted=(TARGET, "楷体_GB2312")),),
        pdf=lambda data: (pdf_tags(data, "BlockQuote")[0].text, pdf_look(data).face),
        docx=lambda data: (next(b.text for b in docx.read_blocks(data) if b.style == "Quote"), docx_look(data).face),
        epub=lambda data: (book_elements(data, "blockquote")[0].text.strip(), epub_look(data).face),
    )


@case("PageBreak")
def page_break() -> Case:
    return Case(
        (simple(para("甲"), PageBreak(), para(TARGET), wanted=True),),
        pdf=lambda data: next(g.page for g in pdf.read_glyphs(data) if g.char == TARGET) == 2,
        docx=lambda data: word_block(data).new_page,
        epub=lambda data: book_block(data).styles.get("break-before") == "page",
    )


@case("Rule")
def rule() -> Case:
    """A line as wide as the type area; its weight is the tables'."""

    def in_pdf(data: bytes) -> tuple[int, float]:
        strokes = pdf.read_strokes(data)
        return len(strokes), (strokes[0].right - strokes[0].left) / 156

    def in_word(data: bytes) -> tuple[int, float]:
        found = [block for block in docx.read_blocks(data) if "bottom" in block.borders]
        return len(found), 1.0 if not (found[0].left or found[0].right) else 0.0

    def in_book(data: bytes) -> tuple[int, float]:
        found = book_elements(data, "hr")
        return len(found), 1.0 if found[0].styles["border-top"].endswith("solid") else 0.0

    return Case((simple(para("甲"), Rule(), para("乙"), wanted=(1, 1.0)),), in_pdf, in_word, in_book, within=0.01)


@case("Group")
def group() -> Case:
    """What belongs together, in its own language."""
    inside = Group((para(TARGET), para("乙")), lang="en")

    def in_word(data: bytes) -> str:
        return "".join(run.text for run in docx.read_runs(data) if run.lang[1] == "en")

    return Case(
        (simple(para("甲"), inside, para("丙"), wanted=f"{TARGET}乙"),),
        pdf=lambda data: next(tag.text for tag in pdf.read_tags(data).walk() if tag.lang == "en"),
        docx=in_word,
        epub=lambda data: "".join(
            next(e.text for e in book_elements(data, "div") if e.attributes.get("lang") == "en").split()
        ),
    )


# --- tables of contents ----------------------------------------------------------------------------------------------


def _contents(toc: Toc, *more: Block) -> Document:
    levels = (heading(level, f"第{level}级") for level in range(1, 5))
    return Document((toc, PageBreak(), *levels, *more))


def _pdf_entries(data: bytes) -> list[str]:
    return ["".join(tag.text.replace("…", "").replace(".", "").split()) for tag in pdf_tags(data, "TOCI")]


def _word_entries(data: bytes) -> list[str]:
    """Entries lead to pages: fields with a result."""
    results = {field.result for field in docx.read_fields(data) if field.instruction.startswith("PAGEREF")}
    page = results.pop() if results else ""
    return [
        block.text + page
        for block in docx.read_blocks(data)
        if block.style.lower().startswith(("toc", "table of figures"))
    ]


def _book_entries(data: bytes) -> list[str]:
    """A book that is reflowed has no pages: the entries link."""
    return [f"{each.text}2" for each in book_elements(data, "a") if "href" in each.attributes]


@case("Toc")
def toc() -> Case:
    return Case((Variant(_contents(Toc(depth=2)), ["第1级2", "第2级2"]),), _pdf_entries, _word_entries, _book_entries)


@case("Toc.depth")
def toc_depth() -> Case:
    variants = tuple(Variant(_contents(Toc(depth=n)), [f"第{i + 1}级2" for i in range(n)]) for n in (1, 3))
    return Case(variants, _pdf_entries, _word_entries, _book_entries)


@case("Toc.of")
def toc_of() -> Case:
    (captioned,) = _figure().blocks
    document = Document((Toc(of="figures"), PageBreak(), captioned), media=_figure().media)

    def bare(entries: list[str]) -> list[str]:
        return ["".join(entry.split()) for entry in entries]

    return Case(
        (Variant(document, ["图1方块2"]),),
        pdf=lambda data: bare(_pdf_entries(data)),
        docx=lambda data: bare(_word_entries(data)),
        epub=lambda data: bare(_book_entries(data)),
    )
