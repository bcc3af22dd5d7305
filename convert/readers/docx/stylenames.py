"""What styles are called, in Word's languages and in other programs: which name makes a heading, a caption, code …

Word writes the English name of a built-in style into the file, whatever language it shows; other programs (WPS,
LibreOffice, converters) write what they show.
"""

from __future__ import annotations

import re
from typing import Literal

StyleKind = Literal[
    "",
    "heading",
    "title",
    "subtitle",
    "author",
    "date",
    "caption",
    "quote",
    "code",
    "list",
    "toc",
    "toc-heading",
    "term",
    "definition",
    "cell",
    "note",
    "formula",
    "body",
    "rule",
]

_HEADING = re.compile(
    r"(?:heading|标题|標題|見出し|제목|überschrift|titre|título|titolo|encabezado|заголовок|kop|rubrik|overskrift|otsikko|"
    r"nagłówek|nadpis|başlık|címsor|naslov|titlu|επικεφαλίδα)[ _]?([1-9])(?: char)?"
)
_TOC = re.compile(r"(?:toc|目录|目錄|contents|verzeichnis|tm|índice|sommario|оглавление)[ _]?[1-9]")
_HEADER_CELLS = frozenset({
    "表格表头", "表格表头（小）", "表格表头（最小）", "table heading", "header-cell", "small-header-cell",
    "smallest-header-cell",
})  # fmt: skip
_NAMES: dict[StyleKind, frozenset[str]] = {
    "title": frozenset({"title", "标题", "標題", "titel", "titre", "título", "titolo", "название", "表題", "제목"}),
    "subtitle": frozenset(
        {"subtitle", "副标题", "副標題", "untertitel", "sous-titre", "subtítulo", "sottotitolo", "подзаголовок", "副題", "부제"}
    ),
    "author": frozenset({"author", "作者"}),
    "date": frozenset({"date", "日期"}),
    "caption": frozenset(
        {
            "caption",
            "题注",
            "題注",
            "标号",
            "table caption",
            "image caption",
            "figure caption",
            "captioned figure",
            "beschriftung",
            "légende",
            "epígrafe",
            "descripción",
            "didascalia",
            "название объекта",
            "図表番号",
            "캡션",
            "图题",
            "表题",
        }
    ),
    "quote": frozenset(
        {"quote", "intense quote", "block text", "block quote", "blockquote", "quotations", "引用", "明显引用", "zitat", "citation"}
    ),
    "code": frozenset({"source code", "html preformatted", "preformatted text", "code", "code block", "代码", "代码块", "verbatim"}),
    "list": frozenset(
        {"list paragraph", "列出段落", "列表段落", "清單段落", "listenabsatz", "paragraphe de liste", "párrafo de lista", "リスト段落"}
        | {f"list continue{n}" for n in ("", " 2", " 3", " 4", " 5")}
    ),
    "toc-heading": frozenset({"toc heading", "目录标题", "contents heading"}),
    "term": frozenset({"definition term"}),
    "definition": frozenset({"definition"}),
    "cell": frozenset({"表格正文", "表格正文（小）", "表格正文（最小）", "small-cell", "smallest-cell", "table contents", "compact", *_HEADER_CELLS}),
    "note": frozenset({"footnote text", "endnote text", "脚注文本", "尾注文本"}),
    "formula": frozenset({"公式", "formula"}),
    "body": frozenset({"公文正文"}),
}  # fmt: skip
_KINDS: dict[str, StyleKind] = {name: kind for kind, names in _NAMES.items() for name in names}

_OFFICIAL = {
    "主送机关": "recipient",
    "题下署名": "dateline",
    "附件说明": "attachment-note",
    "附件名称": "attachment-item",
    "发文机关署名": "signature",
    "署名": "signature",
    "成文日期": "date",
    "附注": "annotation",
    "出席人员": "attendance",
    "编发机关和日期": "issue-line",
    "附件": "attachment-label",
    "附件顺序号": "attachment-label",
    "附件标题": "attachment-title",
    "发文机关标志": "issuer",
    "发文机关标志后缀": "issuer-ending",
    "联合发文机关": "joint",
    "发文字号": "number",
    "签名章": "stamp",
    "签发人": "signer",
    "密级": "classification",
    "密级和保密期限": "classification",
    "紧急程度": "urgency",
    "份号": "copy-number",
    "版记": "imprint",
    "版记主送机关": "imprint-recipient",
    "抄送机关": "cc",
    "抄送": "cc",
    "印发机关和印发日期": "printing",
    "印发": "printing",
    "撰稿人": "byline",
    "公文主标题": "title",
    "公文大标题": "title",
}
_ROLES = frozenset(_OFFICIAL.values())
_RULES = {"红色分隔线": "letterhead", "版记分隔线": "imprint", "版记中间分隔线": "imprint-between"}
_RULE = re.compile("(.+) rule")

HEADER_CELL = "header-cell"
"""The role of a paragraph in a header cell, until it is the cell's."""

CODE_STYLES = frozenset(
    {
        "verbatim char",
        "html code",
        "source text",
        "code char",
        "inline code",
        "code",
        "html typewriter",
        "html keyboard",
    }
    | {"html sample", "macro text char", "代码", "htmlcode", "verbatimchar"}
)
"""Character styles of computer text."""


def kind_of(names: tuple[str, ...]) -> tuple[StyleKind, int, str]:
    """What a style is by its names, its own before those it is based on: kind, level of a heading, official role."""
    for name in names:
        heading = _HEADING.fullmatch(name)
        if heading:
            return "heading", int(heading[1]), ""
        if _TOC.fullmatch(name):
            return "toc", 0, ""
        if name in _KINDS:
            return _KINDS[name], 0, HEADER_CELL if name in _HEADER_CELLS else ""
        if name in _RULES or _RULE.fullmatch(name):
            return "rule", 0, _RULES.get(name, name.removesuffix(" rule"))
        role = _OFFICIAL.get(name, name if name in _ROLES else "")
        if role:
            return "", 0, role
    return "", 0, ""
