"""What styles are called in Word: its own names where it has the style, the official Chinese ones for 公文 elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from convert.style.sheet import Sheet

NORMAL = "Normal"
HEADER = "Header"
FOOTER = "Footer"

_UNSAFE = re.compile(r"[^A-Za-z0-9]")


TERM = "term"
"""The variant of a style for what a list explains."""


class StyleName(NamedTuple):
    """A style's id, the name Word shows, and whether it is one that Word knows (it shows those in its own language)."""

    id: str
    name: str
    built_in: bool


_BUILT_IN_BLOCKS = {
    "title": ("Title", "Title"),
    "subtitle": ("Subtitle", "Subtitle"),
    **{f"heading{level}": (f"Heading{level}", f"heading {level}") for level in range(1, 10)},
    **{f"toc{level}": (f"TOC{level}", f"toc {level}") for level in range(1, 10)},
    "toc-caption": ("TableofFigures", "table of figures"),
    "list": ("ListParagraph", "List Paragraph"),
    "quote": ("Quote", "Quote"),
    "caption": ("Caption", "caption"),
    "note": ("FootnoteText", "footnote text"),
    "endnote": ("EndnoteText", "endnote text"),
}
_BUILT_IN_SPANS = {
    "strong": ("Strong", "Strong"),
    "emph": ("Emphasis", "Emphasis"),
    "link": ("Hyperlink", "Hyperlink"),
    "code": ("HTMLCode", "HTML Code"),
}
_CHINESE = {
    "body": "公文正文",
    "recipient": "主送机关",
    "byline": "撰稿人",
    "dateline": "题下署名",
    "copy-number": "份号",
    "classification": "密级和保密期限",
    "urgency": "紧急程度",
    "issuer": "发文机关标志",
    "issuer-ending": "发文机关标志后缀",
    "joint": "联合发文机关",
    "number": "发文字号",
    "signer": "签发人",
    "attachment-note": "附件说明",
    "attachment-item": "附件名称",
    "signature": "发文机关署名",
    "date": "成文日期",
    "stamp": "签名章",
    "annotation": "附注",
    "attendance": "出席人员",
    "issue-line": "编发机关和日期",
    "attachment-label": "附件顺序号",
    "attachment-title": "附件标题",
    "imprint": "版记",
    "imprint-recipient": "版记主送机关",
    "cc": "抄送机关",
    "printing": "印发机关和印发日期",
    "heading": "公文标题",
    "cell": "表格正文",
    "header-cell": "表格表头",
    "small-cell": "表格正文（小）",
    "small-header-cell": "表格表头（小）",
    "smallest-cell": "表格正文（最小）",
    "smallest-header-cell": "表格表头（最小）",
    "code": "代码",
    "formula": "公式",
    "toc": "目录",
}
_BUILT_IN_TABLES = {"grid": ("TableGrid", "Table Grid")}
_CHINESE_TABLES = {"three-line": "三线表", "plain": "无线表"}
_CHINESE_RULES = {"letterhead": "红色分隔线", "imprint": "版记分隔线", "imprint-between": "版记中间分隔线"}
_CHINESE_SPANS = {
    "underline": "下划线",
    "strike": "删除线",
    "super": "上标",
    "sub": "下标",
    "reading": "读音",
    "highlight": "突出显示",
    "small-caps": "小型大写",
    "emphasis-dots": "着重号",
    "attendance-label": "出席标签",
    "number": "行末字号",
    "far": "行末",
    "signer-name": "签发人姓名",
}


class StyleNames:
    """The styles of one sheet: `blocks` by role, `spans`, `tables` and `rules` by name. Ids and names are unique.

    Besides those, the styles that one document asked for: `variants` of a role's style (code in a language, a term),
    `boxes` of tables that are boxes, by their roles, and `together`, of characters that stand in several spans at once, for Word gives them only one style. They look as
    what they are made of does; whoever reads the file again knows by them what it was.
    """

    def __init__(self, sheet: Sheet) -> None:
        chinese = sheet.lang.startswith("zh")
        self._ids, self._names = {NORMAL, HEADER, FOOTER}, {NORMAL.lower(), HEADER.lower(), FOOTER.lower()}
        self._reserve((*_BUILT_IN_BLOCKS.values(), *_BUILT_IN_SPANS.values(), *_BUILT_IN_TABLES.values()))
        self.blocks = {
            role: self._name(role, "", _BUILT_IN_BLOCKS, _CHINESE if chinese else {})
            for role in sheet.roles
            if role not in sheet.variants
        }
        self.spans = {
            name: self._name(name, "Text", _BUILT_IN_SPANS, _CHINESE_SPANS if chinese else {}) for name in sheet.spans
        }
        self.tables = {
            name: self._name(name, "Table", _BUILT_IN_TABLES, _CHINESE_TABLES if chinese else {})
            for name in sheet.tables.looks
        }
        for role, base in sheet.variants.items():
            number = role.removeprefix(base).lstrip("-")
            self.blocks[role] = self._made(f"{self.blocks[base].id} {number}", f"{self.blocks[base].name} {number}")
        self.rules = {
            name: self._name(name, "Rule", {}, _CHINESE_RULES if chinese else {})
            for name in sheet.rules
            if name not in sheet.rule_variants
        }
        for name, base in sheet.rule_variants.items():
            number = name.removeprefix(base).lstrip("-")
            self.rules[name] = self._made(f"{self.rules[base].id} {number}", f"{self.rules[base].name} {number}")
        self.variants: dict[tuple[str, str], StyleName] = {}
        self.boxes: dict[str, StyleName] = {}
        self.together: dict[tuple[str, ...], StyleName] = {}

    def block(self, role: str, variant: str = "") -> StyleName:
        """The style of a role, or a variant of it."""
        if not variant:
            return self.blocks[role]
        if (role, variant) not in self.variants:
            base = self.blocks[role]
            self.variants[role, variant] = self._made(f"{base.id} {variant}", f"{base.name} ({variant})")
        return self.variants[role, variant]

    def box(self, role: str) -> StyleName:
        """The style of a table that is a box around blocks."""
        if role not in self.boxes:
            self.boxes[role] = self._made(f"{self.blocks[role].id} box", f"{self.blocks[role].name} (box)")
        return self.boxes[role]

    def span(self, spans: tuple[str, ...]) -> StyleName:
        """The style of characters that stand in these spans, the outermost first."""
        if len(spans) == 1:
            return self.spans[spans[0]]
        if spans not in self.together:
            each = [self.spans[span] for span in spans]
            self.together[spans] = self._made(" ".join(s.id for s in each), " + ".join(s.name for s in each))
        return self.together[spans]

    def _made(self, style_id: str, name: str) -> StyleName:
        style_id = free_name("".join(part[:1].upper() + part[1:] for part in _UNSAFE.split(style_id)), self._ids)
        made = StyleName(style_id, free_name(name, self._names), built_in=False)
        self._reserve((made[:2],))
        return made

    def _reserve(self, names: Iterable[tuple[str, str]]) -> None:
        for style_id, name in names:
            self._ids.add(style_id)
            self._names.add(name.lower())

    def _name(self, role: str, kind: str, built_in: dict[str, tuple[str, str]], official: dict[str, str]) -> StyleName:
        if role in built_in:
            return StyleName(*built_in[role], built_in=True)
        style_id = free_name("".join(part.capitalize() for part in _UNSAFE.split(role)) + kind or kind, self._ids)
        name = free_name(official.get(role) or f"{role} {kind}".strip(), self._names)
        self._reserve(((style_id, name),))
        return StyleName(style_id, name, built_in=False)


def free_name(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with the first number behind it that is free. Word compares names without regard to case."""
    name, number = wanted, 1
    while name in taken or name.lower() in taken:
        number += 1
        name = f"{wanted}{number}"
    return name
