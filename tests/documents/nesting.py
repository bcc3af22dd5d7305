"""Every block in every container, with a sentence of its own each: the appendix of the torture report, which no Markdown can
say in full (heading levels beyond 6, endnotes, references by page, lists of figures and of tables)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from convert.model import (
    Block,
    Cell,
    CodeBlock,
    Column,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    MathBlock,
    Note,
    Quote,
    Ref,
    Row,
    Rule,
    Strong,
    Table,
    Text,
)  # fmt: skip
from convert.model.build import heading, para

_SENTENCES = (
    "调度台每两小时核对一次水库水位。", "值班人员应当在十分钟内回复。", "堤防巡查以夜间为重点。", "抢险物料按照就近原则调运。",
    "受灾群众的安置点设在学校和社区中心。", "雨量站的数据每五分钟上传一次。", "水闸启闭须有两人在场。", "险情报告先口头后书面。",
    "退水阶段仍要防范滑坡。", "复盘会在响应终止后七日内召开。", "The gauge is read at eight o’clock every morning.",
    "No pump was out of service for longer than six hours.", "机电设备汛前全部试运行。", "通信中断时启用卫星电话。",
)  # fmt: skip

BLOCKS = (
    "para",
    "list",
    "numbers",
    "tasks",
    "terms",
    "table",
    "figure",
    "code",
    "formula",
    "quote",
    "box",
    "note",
    "rule",
)
CONTAINERS = ("引用", "列表", "释义", "表格", "方框", "折叠", "脚注", "图")


class Nesting:
    """Makes the appendix; `picture` is a key of the document's media."""

    def __init__(self, picture: str) -> None:
        self._picture = picture
        self._sentences = itertools.cycle(_SENTENCES)

    def blocks(self) -> tuple[Block, ...]:
        """The whole appendix."""
        sections = (block for name in CONTAINERS for block in self._section(name))
        return (
            heading(1, "附录二　元素互相嵌套", id="nesting"),
            *sections,
            *self._deep(),
            *self._levels(),
            *self._references(),
        )

    def _section(self, container: str) -> Iterator[Block]:
        yield heading(2, f"{container}里的各种元素")
        yield para(f"以下每一处都是{container}，里面依次是各种元素。", self._sentence())
        for kind in BLOCKS:
            yield from self._contained(container, self._of(kind))

    def _contained(self, container: str, content: tuple[Block, ...]) -> tuple[Block, ...]:
        match container:
            case "引用":
                return (Quote(content),)
            case "列表":
                return (List((ListItem((), (para(self._sentence()), *content)), ListItem((), content))),)
            case "释义":
                return (List((ListItem((Text("防汛名词"),), content),)),)
            case "表格":
                row = Row((Cell((para(self._sentence()),)), Cell(content)))
                return (Table((Column(0.35), Column(0.65)), body=(row,)),)
            case "方框":
                return (Group(content, role="boxed"),)
            case "折叠":
                return (Group((para(Strong((Text(self._sentence()),))), *content), role="details"),)
            case "脚注":
                return (para(self._sentence(), Note(content)),)
            case _:
                return (Figure(content, (Text(self._sentence()),)),)

    def _of(self, kind: str) -> tuple[Block, ...]:
        make: dict[str, Callable[[], tuple[Block, ...]]] = {
            "para": lambda: (para(self._sentence()), para(self._sentence(), self._sentence())),
            "list": lambda: (self._list(False),),
            "numbers": lambda: (self._list(True),),
            "tasks": lambda: (List(tuple(ListItem((), (self._para(),), done) for done in (True, False))),),
            "terms": lambda: (
                List((ListItem((Text("警戒水位"),), (self._para(),)), ListItem((Text("保证水位"),), (self._para(),)))),
            ),
            "table": lambda: (self._table(),),
            "figure": lambda: (Figure((para(Image(self._picture, "印记", 40, 40)),), (Text(self._sentence()),)),),
            "code": lambda: (
                CodeBlock("level = read(station)\nif level > warning:\n\talert(station)  # 超警", "python"),
            ),
            "formula": lambda: (MathBlock(r"Q = \frac{1}{n} A R^{2/3} S^{1/2}"),),
            "quote": lambda: (Quote((self._para(),)),),
            "box": lambda: (Group((self._para(),), role="boxed"),),
            "note": lambda: (para(self._sentence(), Note((self._para(),))),),
            "rule": lambda: (self._para(), Rule(), self._para()),
        }
        return make[kind]()

    def _deep(self) -> Iterator[Block]:
        """Containers within each other, all of them, one deeper each."""
        yield heading(2, "层层嵌套")
        content: tuple[Block, ...] = (self._para(),)
        for container in CONTAINERS[:6]:
            content = (self._para(), *self._contained(container, content))
        yield from content

    def _levels(self) -> Iterator[Block]:
        yield heading(2, "九级标题")
        for level in range(3, 10):
            yield Heading((Text(f"第{level}级标题：{self._sentence().rstrip('。.')}"),), level, id=f"level-{level}")
            yield self._para()

    def _references(self) -> Iterator[Block]:
        yield heading(2, "页码和尾注")
        yield para(
            "嵌套的元素从第",
            Ref("nesting", "page"),
            "页开始，标题见“",
            Ref("nesting", "text"),
            "”，第九级标题在第",
            Ref("level-9", "page"),
            "页。",
        )
        yield para(
            "尾注",
            Note((self._para(),), "end"),
            "有两处",
            Note((self._para(), self._list(False)), "end"),
            "，都在文末。",
        )

    def _list(self, ordered: bool) -> List:
        inner = List((ListItem((), (self._para(),)), ListItem((), (self._para(),))), ordered=not ordered)
        return List((ListItem((), (self._para(), inner)), ListItem((), (self._para(),))), ordered=ordered)

    def _table(self) -> Table:
        link: Inline = Link((Text("说明"),), "https://example.org/")
        head = Row((Cell((para("站名"),), header=True), Cell((para("情况"),), header=True)))
        body = (
            Row((Cell((para("北江站"),), rowspan=2), Cell((self._para(),)))),
            Row((Cell((para(self._sentence(), link),)),)),
        )
        return Table((Column(), Column()), head=(head,), body=body)

    def _para(self) -> Block:
        return para(self._sentence())

    def _sentence(self) -> str:
        return next(self._sentences)
