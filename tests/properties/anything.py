"""Any document of the model: every node with every attribute, every role of the official style on any of them, every field
of the metadata, pictures of each kind, any characters, nesting down to the bound.

`tests.strategies` makes documents as reports are; these need not make sense.
"""

from __future__ import annotations

import functools
from typing import TypeVar, get_args

from hypothesis import strategies as st

from convert.diagnostics import Pos
from convert.model import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emph,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Math,
    MathBlock,
    Media,
    Meta,
    Node,
    Note,
    PageBreak,
    Para,
    Quote,
    Raw,
    Ref,
    Row,
    Ruby,
    Rule,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Table,
    Text,
    Toc,
    Underline,
)
from convert.model.build import join
from convert.model.nodes import Align, Delimiter
from convert.style.compute import read_sheet
from tests.kit.images.drawings import CHART, drawing
from tests.kit.images.samples import motif, saved

Made = TypeVar("Made", bound=Node)
Words = st.SearchStrategy[str]
Inlines = st.SearchStrategy[tuple[Inline, ...]]
Blocks = st.SearchStrategy[tuple[Block, ...]]

# --- characters ---------------------------------------------------------------------------------------------------

_REPORT = "会议指出，要。“”（）—…《》、：；1234567890abcXYZ% "
_TROUBLE = (
    "\0\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x85\t\n\r\u2028\u2029" "\ufffe\uffff\ufdd0\U0001ffff\U0010ffff" "\ue000\uf8ff\U000f0000"
    "\u0378\U0003fffd" "\u202a\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u200e\u200f" "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e"
    "\u00a0\u2007\u202f\u3000\u2003" "<>&\"'`$\\{}[]|*_#~^%;=/" "\u0301\u0308\u20dd\ufe0e\ufe0f\U000e0100" "👨👩🏽🇨🇳☺" "𠮷𪚥𫝀𬺰𮯠𰻝𱁬𲎯"
    "אבגשׁ" "العربﷺ" "กำลั" "क्षि" "ﾊﾝｶｸ" "각" "①⑳㉑Ⅳ㎡㈠" "─│┌◆★□" "ﬁﬂﬀ"
)  # fmt: skip

REPORTED: Words = st.text(_REPORT, min_size=1, max_size=16)
"""What reports are made of."""

HOSTILE: Words = st.text(
    st.sampled_from(_TROUBLE) | st.characters(codec="utf-8") | st.sampled_from(_REPORT), min_size=1, max_size=12
)
"""Any characters that can be stored, those that make trouble above all."""

# --- attributes ---------------------------------------------------------------------------------------------------

_SHEET = read_sheet("gbt9704")
_ROLES = st.one_of(st.just(""), st.just(""), st.sampled_from([*_SHEET.roles, *_SHEET.spans, "no-such-role"]))
_NAMES = st.sampled_from(("", "", "first", "表1", "x-2", "a b", "#", "<&>"))
_LANGS = st.sampled_from(("", "", "", "en", "zh-Hans", "zh-Hant-TW", "ja", "ar", "no language"))
_PLACES = st.none() | st.builds(Pos, st.integers(0, 99), st.integers(0, 99), place=st.sampled_from(("", "paragraph 3")))
_NUMBERS = st.sampled_from(("", "", "表1　", "图 2-1 ", "Table 3. "))
_TARGETS = st.sampled_from(
    (
        "https://example.org/路径?a=1&b=<2>",
        "#first",
        "#none",
        "mailto:a@b.cn",
        "javascript:x",
        "",
        "file:///etc",
        "ftp://x/y",
    )
)
_TEX = st.sampled_from(
    (
        "a^2+b^2",
        "\\frac{1}{\\sqrt{x}}",
        "\\int_0^1 f",
        "\\undefined{x",
        "}{",
        "\\text{当}x>0",
        "\\begin{matrix}a&b\\\\c\\end{matrix}",
        "\\left(",
        "x" * 300,
    )
)
_MATHML = st.sampled_from(
    (
        "",
        "",
        "<math><mi>F</mi><mo>=</mo><mfrac><mi>总量</mi><mn>2</mn></mfrac></math>",
        "<math>",
        "not mathml",
        "<math><mtext>x &lt; y</mtext></math>",
    )
)
_STYLES = st.sampled_from(("", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "cjk", "circled", "none-such"))  # fmt: skip


def _node(
    kind: type[Made], *fields: st.SearchStrategy[object], **named: st.SearchStrategy[object]
) -> st.SearchStrategy[Made]:
    """Nodes of a kind, with every attribute that nodes have."""
    return st.builds(kind, *fields, **named, id=_NAMES, role=_ROLES, lang=_LANGS, pos=_PLACES)


# --- pictures -----------------------------------------------------------------------------------------------------


@functools.cache
def pictures() -> dict[str, Media]:
    """A small picture of each kind, and what is none; the names tell."""
    tiny = motif((8, 4))
    made = {
        "png": ("image/png", saved(tiny, "PNG")), "alpha": ("image/png", saved(tiny.convert("RGBA"), "PNG")), "gray": ("image/png", saved(tiny.convert("L"), "PNG")),
        "bits": ("image/png", saved(tiny.convert("1"), "PNG")), "palette": ("image/png", saved(tiny.convert("P"), "PNG")), "jpeg": ("image/jpeg", saved(tiny, "JPEG")),
        "cmyk": ("image/jpeg", saved(tiny.convert("CMYK"), "JPEG")), "gif": ("image/gif", saved(tiny, "GIF")), "webp": ("image/webp", saved(tiny, "WEBP")),
        "tiff": ("image/tiff", saved(tiny, "TIFF")), "bmp": ("image/bmp", saved(tiny, "BMP")), "svg": ("image/svg+xml", CHART), "square": ("image/svg+xml", drawing('<rect width="9" height="9"/>')),
        "active": ("image/svg+xml", drawing("<script>x</script><text>字</text>")), "broken": ("image/png", saved(tiny, "PNG")[:40]), "misnamed": ("image/png", saved(tiny, "JPEG")),
        "text": ("text/plain", b"no picture"), "empty": ("image/png", b""),
    }  # fmt: skip
    return {name: Media(kind, data, f"{name}.file") for name, (kind, data) in made.items()}


_KEYS = st.sampled_from((*pictures(), "missing"))
_SIZES = st.sampled_from((0.0, 0.0, 1.0, 30.0, 2000.0))

# --- inlines and blocks -------------------------------------------------------------------------------------------


@functools.cache
def inlines(depth: int, words: Words) -> Inlines:
    """Some inlines in normal form, nested `depth` levels."""
    return st.lists(_inline(depth, words), max_size=3).map(join)


@functools.cache
def _inline(depth: int, words: Words) -> st.SearchStrategy[Inline]:
    leaves: list[st.SearchStrategy[Inline]] = [
        _node(Text, words),
        _node(Text, words),
        _node(Code, words),
        _node(Math, _TEX, _MATHML),
        _node(Image, _KEYS, st.just("") | words, _SIZES, _SIZES, st.just("") | words),
        _node(LineBreak),
        _node(Raw, st.sampled_from(("html", "openxml", "tex")), words),
    ]
    if not depth:
        return st.one_of(leaves)
    inner = inlines(depth - 1, words)
    marks = [_node(mark, inner) for mark in (Strong, Emph, Underline, Strike, Super, Sub, Span, Span)]
    return st.one_of(
        *leaves,
        *marks,
        _node(Link, inner, _TARGETS, st.just("") | words),
        _node(Ruby, inner, words),
        _node(Ref, _NAMES, st.sampled_from(("number", "page", "text")), inner),
        _node(Note, blocks(depth - 1, words), st.sampled_from(("foot", "end")), st.sampled_from(("", "3", "*"))),
    )


@functools.cache
def blocks(depth: int, words: Words) -> Blocks:
    """Some blocks, nested `depth` levels."""
    return st.lists(_block(depth, words), max_size=3).map(tuple)


@functools.cache
def _block(depth: int, words: Words) -> st.SearchStrategy[Block]:
    line = inlines(min(depth, 1), words)
    leaves: list[st.SearchStrategy[Block]] = [
        _node(Para, line, st.sampled_from(get_args(Align))),
        _node(Para, line, st.sampled_from(get_args(Align))),
        _node(Heading, line, st.integers(1, 9), st.sampled_from(("", "一、", "（二）", "1.1 ", "第三章　"))),
        _node(CodeBlock, st.lists(words, max_size=3).map("\n".join), st.sampled_from(("", "python", "no-language"))),
        _node(MathBlock, _TEX, _MATHML),
        _node(Raw, st.sampled_from(("html", "openxml", "tex")), words),
        _node(PageBreak),
        _node(Rule),
        _node(Toc, st.integers(1, 9), st.sampled_from(("headings", "figures", "tables"))),
    ]
    if not depth:
        return st.one_of(leaves)
    inner = blocks(depth - 1, words)
    return st.one_of(
        *leaves,
        _node(Quote, inner),
        _node(Group, inner),
        _node(Figure, inner, line, _NUMBERS),
        _lists(inner, line),
        _tables(inner, line),
    )


def _lists(inner: Blocks, line: Inlines) -> st.SearchStrategy[Block]:
    items = _node(ListItem, st.just(()) | line, inner, st.sampled_from((None, None, True, False)))
    starts = st.sampled_from((1, 0, -1, 2, 27, 4000))
    delimiters = st.sampled_from(get_args(Delimiter))
    return _node(
        List, st.lists(items, max_size=3).map(tuple), st.booleans(), starts, _STYLES, st.booleans(), delimiters
    )


def _tables(inner: Blocks, line: Inlines) -> st.SearchStrategy[Block]:
    """Tables whose rows need not fit, nor their columns."""
    aligned = st.sampled_from(get_args(Align))
    spans = st.sampled_from((1, 1, 1, 2, 3))
    cells = _node(Cell, inner, spans, spans, st.booleans(), aligned)
    rows = st.lists(_node(Row, st.lists(cells, max_size=3).map(tuple)), max_size=3).map(tuple)
    columns = st.lists(_node(Column, st.sampled_from((0.0, 0.2, 0.5)), aligned), max_size=3).map(tuple)
    return _node(Table, columns, line, rows, rows, inner, _NUMBERS)


# --- documents ----------------------------------------------------------------------------------------------------


def metas(words: Words) -> st.SearchStrategy[Meta]:
    """Metadata: each field empty, as the official style wants it, or any words."""
    return st.builds(
        Meta,
        title=_said(words, "关于开展安全生产检查的通知", "关于 A&B <安全> 工作的请示"),
        subtitle=_said(words, "——在全省会议上的讲话"),
        issuers=_told(words, "北江省应急管理厅", "北江省总工会"),
        number=_said(words, "北应急〔2025〕20号"),
        classification=_said(words, "机密", "绝密"),
        classification_term=_said(words, "1年"),
        urgency=_said(words, "特急", "特提"),
        copy_number=_said(words, "000001"),
        signers=_told(words, "周启明", "欧阳文清"),
        recipients=_told(words, "各市应急管理局"),
        cc=_told(words, "省委办公厅，省人大常委会办公厅"),
        date=_said(words, "2025年6月23日", "二〇二五年六月", "2025-06-23"),
        signature=_told(words, "北江省应急管理厅"),
        attachments=_told(words, "隐患清单", "责任分工表"),
        printing_office=_said(words, "北江省应急管理厅办公室"),
        printing_date=_said(words, "2025年6月24日"),
        mark=_said(words, "北江省人民政府"),
        sealing=st.sampled_from(("", "", "seal", "stamp", "none")),
        seals=st.just(()) | st.lists(_KEYS, max_size=3).map(tuple),
        posts=_told(words, "厅长"),
        annotation=_said(words, "此件公开发布"),
        attendees=_told(words, "某厅张三"),
        absentees=_told(words, "王五"),
        observers=_told(words, "赵六"),
        authors=_told(words, "Ann Lee"),
        editors=_told(words, "李四"),
        proofreaders=_told(words, "王五"),
        source=_said(words, "河南日报"),
        keywords=_told(words, "安全"),
        description=_said(words, "部署检查"),
        lang=_LANGS,
        identifier=_said(words, "urn:isbn:9787000000000"),
        inferred=st.sampled_from(((), ("title", "date"))),
        extra=st.dictionaries(words | st.just("cover"), words | st.just("true"), max_size=2),
    )


def _said(words: Words, *usual: str) -> Words:
    return st.one_of(st.just(""), st.just(""), st.sampled_from(usual), words)


def _told(words: Words, *usual: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.one_of(st.just(()), st.just(()), st.lists(st.sampled_from(usual) | words, max_size=3).map(tuple))


def documents(words: Words, depth: int = 2, meta: st.SearchStrategy[Meta] | None = None) -> st.SearchStrategy[Document]:
    """Any documents."""
    content = st.lists(_block(depth, words), min_size=1, max_size=5).map(tuple)
    return st.builds(Document, content, metas(words) if meta is None else meta, st.just(pictures()))


_AROUND = (
    lambda inside: Quote(inside),
    lambda inside: Group(inside),
    lambda inside: Group(inside, role="boxed"),
    lambda inside: List((ListItem((), inside),)),
    lambda inside: List((ListItem((Text("词"),), inside),), ordered=True),
    lambda inside: Table((Column(),), body=(Row((Cell(inside),)),)),
    lambda inside: Figure(inside, (Text("题"),)),
    lambda inside: Para((Text("注"), Note(inside))),
)
"""What blocks can stand in, each a level or more."""


@st.composite
def deep_documents(draw: st.DrawFn, words: Words, most: int = 40) -> Document:
    """Documents with up to `most` blocks in each other."""
    inside: tuple[Block, ...] = draw(blocks(0, words))
    for wrap in draw(st.lists(st.sampled_from(_AROUND), min_size=3, max_size=most)):
        inside = (wrap(inside),)
    return Document(inside, Meta(title=draw(words)), pictures())
