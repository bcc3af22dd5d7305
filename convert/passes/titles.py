"""The title of a document that does not mark one: a line before its text, or what its lead sentence reports.

A news report opens with the sentence its headline was made from. `省应急管理厅召开党委扩大会议，传达学习…精神，…` gives
`省应急管理厅召开党委扩大会议`, U+3000, `传达学习…精神`: the writer's own words, and marked as inferred.
"""

from __future__ import annotations

import re

from convert.diagnostics import Report
from convert.model import Document, Heading, Node, Para, Raw, Rule, replace
from convert.model.walk import nodes, plain, replace_nodes
from convert.passes import wording

_LONGEST_TITLE = 60  # characters: three lines of 2号 at the most
_LONGEST_CLAUSE = 36
_LONGEST_HEAD, _LONGEST_HEAD_LINE = 24, 80  # blocks; characters
_HEAD_ROLES = frozenset({"issuer", "number", "signer", "classification", "urgency", "copy-number"})
_ASIDE = re.compile("[—（(-]")

_TITLE_END = re.compile("[。！!？?；;：:，,、…]$")
_NO_TITLE = re.compile(
    r"[（(]?[一二三四五六七八九十百]+[、）)]|[（(]?\d{1,3}[.、．）)]|第[一二三四五六七八九十百\d]+[章节条]|[【\[•·●■◆—-]|.*〔\d{4}〕|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日\S{0,8}$|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
)

_DATELINE = re.compile(
    r"^(?:[^，。：（）]{0,16}?(?:讯|电|消息)[ \u3000]*)?"
    r"(?:[（(][^（）()]{1,60}[）)][ \u3000]*)?(?:[^，。：（）]{0,10}讯[ \u3000]*)?"
)
_WHEN = (
    r"(?:(?:\d{4}年|今年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|\d{1,2}日|近日|日前|近期|昨日|昨天|今日|今天|当日|上周|本周|本月)"
    "(?:上午|下午|晚上?|中午|凌晨)?"
)
_OPENING = re.compile(rf"^(?:{_WHEN}[，,]?)+")
_EVENT = re.compile(
    "^(?!他|她|我|你|大家|双方|各方)(?P<subject>[^，。；：、“”]*[^，。；：、“”的])"
    "(?P<verb>(?:组织|主持|集中|统一)?(?:召开|举行|举办|开展)|组织)"
    "(?:了)?(?P<event>[^，。；：]*(?:会议?|活动|演练|培训班?|检查|督查|督导|调研|行动|仪式|竞赛|比赛|论坛|讲座|宣讲|研讨))$"
)
_TOPIC = re.compile(
    "^(?:会议)?(?:认真|深入|专题|集中|进一步)?(?:传达|学习|贯彻|落实|研究|部署|安排|总结|听取|审议|分析|通报|动员|讨论|推进|表彰|启动|谋划|交流)"
)


def promote_title(document: Document, report: Report) -> Document:
    """Make a heading the title: the first block below the head's elements, if it is the only heading of level 1.

    Markup that has no element of its own for the title (Markdown) is written so, and a title is no heading of the text. A
    document with another title, or with a marked one, is left as it is.
    """
    at = _below_head(document)
    first = document.blocks[at] if at >= 0 else None
    if not isinstance(first, Heading) or first.level != 1 or first.number or wording.NUMBERED.match(plain(first)):
        return document
    title = " ".join(plain(first, notes=False).split())
    given = " ".join(document.meta.title.split())
    marked = any(block.role == "title" for block in document.blocks)
    tops = sum(isinstance(node, Heading) and node.level == 1 for node in nodes(document))
    if marked or tops > 1 or not title or (given and not given.startswith(title)):
        return document
    report.add("title-heading", first.pos, title=title)
    para = Para(first.children, role="title", id=first.id, lang=first.lang, pos=first.pos)
    blocks = (*document.blocks[:at], para, *document.blocks[at + 1 :])
    return replace(document, blocks=blocks, meta=replace(document.meta, title=document.meta.title or title))


def _below_head(document: Document) -> int:
    """The number of the first block that is no element of the head, nor the rule that ends it; -1 where none is."""
    headed = False
    for at, block in enumerate(document.blocks):
        if isinstance(block, Para) and block.role in _HEAD_ROLES:
            headed = True
        elif not isinstance(block, Raw) and not (headed and isinstance(block, Rule)):
            return at
    return -1


def raise_headings(document: Document, report: Report) -> Document:
    """Begin headings at level 1 below a title. A source that counts its title as the first level begins at 2."""
    levels = [node.level for node in nodes(document) if isinstance(node, Heading)]
    by = min(levels, default=1) - 1
    if not by or not document.meta.title:
        return document
    report.add("headings-raised", n=by)

    def raised(node: Node) -> Node:
        return replace(node, level=node.level - by) if isinstance(node, Heading) else node

    return replace_nodes(document, raised)


def find_title(document: Document, report: Report) -> Document:
    """Mark the title, where a line looks like one, and put it into `Meta.title`.

    It is the first line below the head's elements, if that is short, without an end mark and stands before a longer
    paragraph; or the first one before the text that ends in the name of a kind of document (通知, 报告 …). Names of organs
    above 关于… and a line that goes on to the kind's name belong to it. A document that has a title is left as it is.
    """
    at = _title_line(document)
    if document.meta.title or at < 0 or any(block.role == "title" for block in document.blocks):
        return document
    lines = _whole_title(document, at)
    title = "\u3000".join(plain(document.blocks[line]).strip() for line in lines)
    report.add("title-found", document.blocks[lines[0]].pos, title=title)
    blocks = list(document.blocks)
    for line in lines:
        blocks[line] = replace(blocks[line], role="title")
    return replace(document, blocks=tuple(blocks), meta=replace(document.meta, title=title))


def _title_line(document: Document) -> int:
    """The number of the block that is the title; -1 where none is."""
    first = -1
    for at, block in enumerate(document.blocks[:_LONGEST_HEAD]):
        if isinstance(block, Para) and block.role in _HEAD_ROLES:
            continue
        text = plain(block).strip()
        if not isinstance(block, Para) or block.role or _ends_head(text):
            break
        if first < 0 and text:
            first = at
        if (
            wording.is_title(text)
            and not _ASIDE.match(text)
            and (at == first or not _looks_like_title(document, first))
        ):
            return at
        if wording.ends_as_title(text) and _leads_to(document, first, at):
            return at
    return first if first >= 0 and _looks_like_title(document, first) else -1


def _leads_to(document: Document, first: int, at: int) -> bool:
    """Whether the lines from `first` up to `at` are the beginning of one title: names of organs, and 关于…"""
    lines = [plain(block).strip() for block in document.blocks[first : at + 1]]
    about = next((n for n, line in enumerate(lines) if line.startswith("关于")), -1)
    return 0 <= len(lines) - 2 <= about < len(lines) and all(map(wording.is_organ, lines[:about]))


def _whole_title(document: Document, at: int) -> range:
    """The lines of the title that `at` is one of."""
    first = last = at
    texts = [plain(block).strip() for block in document.blocks[: at + 2]]
    if "关于" in texts[at] and not wording.is_title(texts[at]) and _is_free(document, at + 1):
        last += len(texts[at + 1]) <= _LONGEST_TITLE and wording.ends_as_title(texts[at + 1])
    elif "关于" not in texts[at] and _is_free(document, at - 1) and texts[at - 1].startswith("关于"):
        first -= 1
    if texts[first].startswith("关于"):
        while _is_free(document, first - 1) and wording.is_organ(texts[first - 1]):
            first -= 1
    return range(first, last + 1)


def _is_free(document: Document, at: int) -> bool:
    return 0 <= at < len(document.blocks) and isinstance(document.blocks[at], Para) and not document.blocks[at].role


def _ends_head(text: str) -> bool:
    return len(text) > _LONGEST_HEAD_LINE or "。" in text or wording.NUMBERED.match(text) is not None


def _looks_like_title(document: Document, at: int) -> bool:
    """Whether a first line is short, without an end mark, and text follows that is longer."""
    block = document.blocks[at]
    following = document.blocks[at + 1 : at + 5]
    title = plain(block).strip()
    short = 4 <= len(title) <= _LONGEST_TITLE and not _TITLE_END.search(title) and "。" not in title
    if not short or _NO_TITLE.match(title) or not following:
        return False
    if isinstance(block, Para) and block.align == "center":
        return True
    texts = [plain(block) for block in following if isinstance(block, Para)]
    return isinstance(following[0], Para) and bool(texts[0]) and _starts_text(texts, len(title))


def _starts_text(following: list[str], length: int) -> bool:
    """Whether one of the next few paragraphs is longer than the title and is made of sentences."""
    return any(len(text) > length and re.search("[。！？.!?]", text) for text in following)


def infer_title(document: Document, report: Report) -> Document:
    """Compose the title from the lead sentence, where the document has none and was repaired as a scrape.

    The lead must say that someone (subject) held (召开, 举行 …) some event (…会议, …活动); the clause after it
    joins in, after an ideographic space, if it says what the event was about. Dateline, reporter and date stay out.
    Where the lead does not fit, there is no title: none is made up.
    """
    if document.meta.title or all(stage.name == "read" for stage in report.edits.stages):
        return document
    lead = next((block for block in document.blocks if isinstance(block, Para) and not block.role), None)
    title = compose_title(plain(lead)) if lead else ""
    if not title:
        return document
    report.add("title-inferred", lead.pos if lead else None, title=title)
    meta = replace(document.meta, title=title, inferred=(*document.meta.inferred, "title"))
    return replace(document, meta=meta)


def compose_title(lead: str) -> str:
    """The title that a lead paragraph gives, its two parts apart by U+3000; empty where it gives none."""
    sentence = lead.strip().split("。", 1)[0]
    sentence = _OPENING.sub("", _DATELINE.sub("", sentence))
    clauses = re.split("[，；]", sentence)
    event = _EVENT.match(clauses[0])
    if not event or not 2 <= len(event["subject"]) <= 24 or len(clauses[0]) > _LONGEST_CLAUSE:
        return ""
    # A headline goes without 了.
    head = event["subject"] + event["verb"] + event["event"]
    topic = clauses[1] if len(clauses) > 1 and _TOPIC.match(clauses[1]) and len(clauses[1]) <= _LONGEST_CLAUSE else ""
    return f"{head}\u3000{topic}" if topic else head
