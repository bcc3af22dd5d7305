"""The title of a document that does not mark one: its first line, or what its lead sentence reports.

A news report opens with the sentence its headline was made from. `省应急管理厅召开党委扩大会议，传达学习…精神，…` gives
`省应急管理厅召开党委扩大会议`, U+3000, `传达学习…精神`: the writer's own words, and marked as inferred.
"""

from __future__ import annotations

import re

from convert.diagnostics import Report
from convert.model import Document, Para, replace
from convert.model.walk import plain

_LONGEST_TITLE = 60  # characters: three lines of 2号 at the most
_LONGEST_CLAUSE = 36

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


def find_title(document: Document, report: Report) -> Document:
    """Make the first line the title, where it looks like one: short, without an end mark, before a longer paragraph.

    It gets the role "title" and goes to `Meta.title`. A document that has a title is left as it is.
    """
    if document.meta.title or len(document.blocks) < 2:
        return document
    first, then = document.blocks[:2]
    if not isinstance(first, Para) or first.role or not isinstance(then, Para):
        return document
    title, following = plain(first).strip(), plain(then)
    short = 4 <= len(title) <= _LONGEST_TITLE and not _TITLE_END.search(title) and "。" not in title
    if not short or _NO_TITLE.match(title) or not _starts_text(document, len(title)) or not following:
        return document
    report.add("title-found", first.pos, title=title)
    blocks = (replace(first, role="title"), *document.blocks[1:])
    return replace(document, blocks=blocks, meta=replace(document.meta, title=title))


def _starts_text(document: Document, length: int) -> bool:
    """Whether one of the next few paragraphs is longer than the title and is made of sentences."""
    following = [plain(block) for block in document.blocks[1:5] if isinstance(block, Para)]
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
