"""Documents for tests of the outputs: one with every element, and the report."""

from __future__ import annotations

import functools
import io
from dataclasses import replace
from pathlib import Path

from convert.config import Options
from convert.diagnostics import Report
from convert.layout.composition import Composition
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
    LineBreak,
    Link,
    List,
    ListItem,
    Math,
    MathBlock,
    Media,
    Meta,
    Note,
    PageBreak,
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
)  # fmt: skip
from convert.model.build import heading, para
from convert.pipeline import compose, read_document, write_document

FIXTURES = Path(__file__).parent / "fixtures"
REPORT = FIXTURES / "meeting-report.txt"
BUNDLED = Options(fonts="bundled")

SENTENCE = "会议指出，要全面贯彻落实安全生产责任制，坚决防范遏制重特大事故发生。"


def report_composition(options: Options = BUNDLED) -> Composition:
    """The report, made ready to print."""
    findings = Report(REPORT.name)
    document = read_document(REPORT.read_bytes(), REPORT.name, options, findings)
    return compose(document, REPORT.name, options, findings)


def composition(
    document: Document, findings: Report | None = None, name: str = "specimen.json", style: str = BUNDLED.style
) -> Composition:
    """A document, made ready to print in the bundled faces."""
    return compose(document, name, replace(BUNDLED, style=style), findings or Report(name))


def long_document(sentences: int = 60) -> Document:
    """Plain paragraphs over some pages."""
    return Document(tuple(para(SENTENCE * 3) for _ in range(sentences)), Meta(title="关于安全生产工作的报告"))


def picture(format: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (60, 30)) -> bytes:
    """A small picture's bytes."""
    from PIL import Image as Pillow

    data = io.BytesIO()
    Pillow.new(mode, size, 128 if mode in ("L", "1", "I;16") else (120, 40, 30, 90)[: len(mode)]).save(data, format)
    return data.getvalue()


def sections() -> Document:
    """A document with every kind of section: a cover, front matter, pages across."""
    across = Group((heading(2, "（一）横排", id="wide"), para(SENTENCE * 20)), role="landscape")
    front = Group((heading(1, "前言"), para(SENTENCE * 30)), role="front")
    meta = Meta(
        title="安全报告", issuers=("甲厅",), number="〔2025〕1号", date="2025年6月23日", extra={"cover": "true"}
    )
    return Document((front, heading(1, "一、甲"), para(SENTENCE), across, para("见", Ref("wide", "page"), "页")), meta)


def letterhead() -> Document:
    """A document of several organs with all that stands in a letterhead."""
    meta = Meta(
        title="关于安全生产工作的请示", issuers=("北江省应急管理厅", "北江省总工会"), number="北应急〔2025〕20号",
        copy_number="000001", classification="机密", classification_term="1年", urgency="特急",
        signers=("周启明", "林若溪", "欧阳文清"),
    )  # fmt: skip
    return Document((para("省人民政府：", role="recipient"), para(SENTENCE * 3)), meta)


@functools.cache
def everything() -> Document:
    """A document with every node of the model, nested, spanning, split over pages, and with odd characters."""
    media = {
        "red": Media("image/png", picture()),
        "glass": Media("image/png", picture(mode="RGBA")),
        "photo": Media("image/jpeg", picture("JPEG")),
    }
    return Document((*_inlines(), *_lists(), *_tables(), *_blocks()), _META, media)


_META = Meta(
    title="关于 A&B <安全> 工作的报告", issuers=("某省应急管理厅",), authors=("卢京军", "Ann Lee"), editors=("王五",),
    proofreaders=("赵六",), date="2025年6月23日", keywords=("安全", "生产"), description="说明", lang="zh-Hans",
    source="某网",
)  # fmt: skip


def _inlines() -> tuple[Block, ...]:
    return (
        Heading((Text("总体要求"),), 1, "一、", id="first"),
        para("正文", Strong((Text("加粗"),)), Emph((Text("强调"),)), Underline((Text("下划线"),)), Strike((Text("删除"),)),
             "H", Sub((Text("2"),)), "O，m", Super((Text("2"),)), "，", Code("print('x')"), "，100 km/h，PM2.5。"),
        para("见", Link((Text("网站"),), "https://example.org/路径?a=1&b=2"), "、", Link((Text("一、"),), "#first"), "、",
             Link((Text("脚本"),), "javascript:alert(1)"), "和", Ref("first"), Ref("first", "text"), "。"),
        para("注", Note((para("脚注的文字。"),)), "，尾", Note((para("尾注的文字。"), para("又一段。")), "end"), "，读", Ruby((Text("音"),), "yīn"), "，式", Math("a^2+b^2"), "，",
             Raw("html", "<blink>原样</blink>"), "行一", LineBreak(), "行二 line", LineBreak(), "three。"),
        para(Span((Text("English text in an English span"),), lang="en"), "与", Span((Text("角色"),), role="unknown"), "。"),
        para("生僻字𠮷\U0010fffd、私用区\ue000、组合é、表情😀、罗马Ⅳ、单位㎡、①②③。"),
        heading(3, "跳级的标题"),
        para("An English paragraph in a Chinese report, with “quotes”, a dash — and words enough to fill more than a line."),
        MathBlock("\\int_0^1 x"),
        MathBlock("", "<math><mi>F</mi><mo>=</mo><mfrac><mi>总量</mi><msqrt><mi>n</mi></msqrt></mfrac></math>"),
        MathBlock("\\undefined"),
    )  # fmt: skip


def _lists() -> tuple[Block, ...]:
    inner = List(
        (ListItem((), (para("内层甲"),)), ListItem((), (para("内层乙"),))), ordered=True, start=3, style="lower-alpha"
    )
    return (
        List((ListItem((), (para("第一项"), inner)), ListItem((), (para("第二项"), para("第二段"))))),
        List((ListItem((), (para("一"),)), ListItem((), (para("二"),))), ordered=True),
        List((ListItem((), (para("已办"),), True), ListItem((), (para("未办"),), False))),
        List((ListItem((Text("术语"),), (para("解释" * 40),)),)),
    )


def _tables() -> tuple[Block, ...]:
    def cell(text: str, **more: object) -> Cell:
        return Cell((para(text),) if text else (), **more)  # type: ignore[arg-type]

    head = Row((cell("单位", header=True, rowspan=2), cell("情况", header=True, colspan=2)))
    second = Row((cell("数量", header=True), cell("备注", header=True)))
    body = (
        Row((cell("甲厅"), cell("12.50"), cell(""))),
        Row((cell("合计", colspan=2, align="right"), cell("很长的备注" * 12))),
    )
    long = tuple(Row((cell(f"第{i}行", header=True), cell(str(i * 3.5), align="right"))) for i in range(60))
    return (
        Table(
            (Column(), Column(), Column()),
            (Text("情况"),),
            (head, second),
            body,
            (para("注：数据为快报数。"),),
            "表1　",
            id="t",
        ),
        Table((Column(0.3), Column(0.7, "right")), body=long),
        Table((Column(), Column()), body=(Row((cell("缺一格"),)), Row((cell("甲"), cell("乙"))))),
    )


def _blocks() -> tuple[Block, ...]:
    return (
        Figure((para(Image("red", "红色方块", 120, 60)),), (Text("方块"),), "图1　", id="f"),
        para(
            "行内图",
            Image("glass", "半透明"),
            "与",
            Image("photo", "照片", 20, 10),
            "，缺失",
            Image("none", "没有的图"),
            "。",
        ),
        Quote((para("引用的话。"), List((ListItem((), (para("引用里的项"),)),)))),
        CodeBlock("def f(x):\n\treturn x  # 注释\n\n" + "x = 1\n" * 3, "python"),
        Rule(),
        PageBreak(),
        Group((Heading((Text("分组"),), 2, "（一）"), para(SENTENCE)), lang="en"),
        Toc(),
        para(SENTENCE * 3, align="right"),
        para(""),
        para("control \x0b and \x1f characters"),
    )


DATE = "2025年6月23日"


def sealed(words: str, role: str = "byline") -> Block:
    """A line that the picture of a seal presses."""
    return para(Span((Image("seal", "某厅印章"), Text(words)), role="seal"), role=role)


def sealed_file(format: str, *blocks: Block) -> bytes:
    """The finished file of blocks with such lines."""
    media = {"seal": Media("image/png", picture(size=(40, 40)))}
    return write_document(composition(Document(blocks, media=media)), format)
