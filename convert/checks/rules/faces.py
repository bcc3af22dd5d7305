"""Faces and sizes, element by element: cl. 5.2.2, 7.2 to 7.5. Digits and Latin letters may stand in any face: the standard
is silent about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from convert.checks.facts import Element, Facts, Run
from convert.checks.gauge import points
from convert.checks.rule import Fault, Rule, Strength, Words, at, rule, words
from convert.checks.typefaces import fits, is_latin, kind_of, official_name, plain_name
from convert.kit.cjk import is_han
from convert.style.sheet import Sheet

_SIZE = 0.3  # pt: 15.75 pt is 3号, too
_SHARE = 0.5  # of an element's Chinese characters
_SHORT_LINE = 30  # characters: what is shorter, and has no end mark, may be a heading that no number tells
_NUMBERS = (
    ("heading1", r"[一二三四五六七八九十]+、"),
    ("heading2", r"（[一二三四五六七八九十]+）"),
    ("heading3", r"\d+[.．、]"),
    ("heading4", r"（\d+）"),
)
_HEAVY = re.compile("bold|heavy|black|粗", re.IGNORECASE)
"""A face that is bold by its name: one of the style's stands in for a face that is heavy by design."""
_CJK_MARK = re.compile("(?<![0-9A-Za-z])[“”‘’—…]|[“”‘’—…](?![0-9A-Za-z])")
"""A mark that Latin characters do not touch on both sides (It’s, 15—50)."""

_ELEMENTS: tuple[tuple[str, tuple[str, ...], str, Strength, str, str], ...] = (
    ("text", ("body", "recipient", "attachment-note", "attachment-item", "signature", "date", "annotation", "number"), "5.2.2", "一般", "text is set in 3号仿宋", "文字用 3 号仿宋体字"),
    ("copy-number", ("copy-number",), "7.2.1", "一般", "the copy number is set in 3号", "份号用 3 号字"),
    ("classification", ("classification",), "7.2.2", "一般", "classification and its term are set in 3号黑体", "密级和保密期限用 3 号黑体字"),
    ("urgency", ("urgency",), "7.2.3", "一般", "urgency is set in 3号黑体", "紧急程度用 3 号黑体字"),
    ("mark", ("issuer",), "7.2.4", "推荐", "the issuer's mark is set in 小标宋", "发文机关标志用小标宋体字"),
    ("title", ("title",), "7.3.1", "一般", "the title is set in 2号小标宋", "标题用 2 号小标宋体字"),
    ("heading1", ("heading1",), "7.3.3", "一般", "headings of the first level are set in 3号黑体", "第一层用 3 号黑体字"),
    ("heading2", ("heading2",), "7.3.3", "一般", "headings of the second level are set in 3号楷体", "第二层用 3 号楷体字"),
    ("heading3", ("heading3", "heading4"), "7.3.3", "一般", "headings of the third and fourth level are set in 3号仿宋", "第三、四层用 3 号仿宋体字"),
    ("attachment-label", ("attachment-label",), "7.3.7", "应", "附件 and its number are set in 3号黑体", "“附件”及顺序号用 3 号黑体字"),
    ("imprint", ("cc", "printing"), "7.4.2", "一般", "the imprint is set in 4号仿宋", "版记文字用 4 号仿宋体字"),
)  # fmt: skip


def _face_rule(id: str, roles: tuple[str, ...], clause: str, strength: Strength, en: str, zh: str) -> Rule:
    def check(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
        for element, role, runs in _stretches(facts, roles):
            stack = sheet.fonts[sheet.roles[role].font]
            face = _main_face(runs)
            other = _by_number(element.text, role)
            if face and other and fits(face, sheet.fonts[sheet.roles[other].font]):
                continue
            if face and not fits(face, stack) and not _may_be_heading(element, role, face):
                yield Fault(words(official_name(stack)), _named(face), at(element))

    return rule(f"{id}-face", clause, strength, en, zh)(check)


def _size_rule(id: str, roles: tuple[str, ...], clause: str, strength: Strength, en: str, zh: str) -> Rule:
    def check(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
        for element, role, runs in _stretches(facts, roles):
            wanted, size = sheet.roles[role].size, _main_size(runs)
            if size is not None and abs(size - wanted) > _SIZE:
                yield Fault(points(wanted), points(size), at(element))

    return rule(f"{id}-size", clause, strength, en, zh)(check)


def _stretches(facts: Facts, roles: tuple[str, ...]) -> Iterable[tuple[Element, str, tuple[Run, ...]]]:
    """What is set as one of some roles: elements, and the sentences that open paragraphs as headings."""
    for element in facts.elements:
        if element.role in roles:
            yield element, element.role, element.runs
        if element.lead_role in roles:
            yield element, element.lead_role, element.lead


def _main_face(runs: Iterable[Run]) -> str:
    """The face of most of the Chinese characters, if it is that of more than half."""
    faces: Counter[str] = Counter()
    for run in runs:
        faces[run.face] += sum(map(is_han, run.text))
    total = faces.total()
    face, number = faces.most_common(1)[0] if total else ("", 0)
    return face if number > _SHARE * total else ""


def _main_size(runs: Iterable[Run]) -> float | None:
    sizes: Counter[float] = Counter()
    for run in runs:
        if run.size is not None:
            sizes[run.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _may_be_heading(element: Element, role: str, face: str) -> bool:
    """Whether a short paragraph without an end mark may be a heading that its words do not show."""
    short = len(element.text) <= _SHORT_LINE and not element.text.endswith(("。", "；", "：", "！", "？"))
    return role == "body" and short and kind_of(face) in ("黑体", "楷体", "小标宋")


def _by_number(text: str, role: str) -> str:
    """The role that the form of a heading's number tells, where its level tells another: 1. right below 一、"""
    told = next((name for name, number in _NUMBERS if re.match(number, text)), "") if role.startswith("heading") else ""
    return told if told != role else ""


def _named(face: str) -> Words:
    kind = kind_of(face)
    return words(f"{kind} ({face})" if kind else face, f"{kind}（{face}）" if kind else face)


@rule(
    "bold",
    "7.3.3",
    "practice",
    "nothing is bold: 黑体 and 小标宋 stand out by themselves",
    "不加粗：黑体、小标宋已足够醒目",
)
def bold(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Titles, headings and text that are bold for the most part, where the style has no bold face for them."""
    for element in facts.elements:
        for role, runs in ((element.role, element.runs), (element.lead_role, element.lead)):
            look = sheet.roles.get(role)
            if look is None or not (role in ("title", "body", "issuer") or role.startswith("heading")):
                continue
            stand_ins = {plain_name(name) for name in sheet.fonts[look.font].cjk}
            heavy = [
                run for run in runs if run.bold and not (_HEAVY.search(run.face) and plain_name(run.face) in stand_ins)
            ]
            if sum(len(run.text) for run in heavy) > _SHARE * max(sum(len(run.text) for run in runs), 1):
                yield Fault(words("no bold", "不加粗"), words("bold", "加粗"), at(element))


@rule(
    "quotes-face",
    "GB/T 15834",
    "practice",
    "Chinese marks (“ ” —— ……) are set in the Chinese face",
    "引号、破折号、省略号用汉字字体",
)
def quotes_face(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Marks of Chinese text in a face of Latin letters, which are half as wide."""
    for element in facts.elements:
        if not any(map(is_han, element.text)):
            continue
        for run in (*element.lead, *element.runs):
            if is_latin(run.face) and _CJK_MARK.search(run.text):
                yield Fault(words("a Chinese face", "汉字字体"), words(run.face), at(element))
                break


def _rules(make: Callable[[str, tuple[str, ...], str, Strength, str, str], Rule]) -> Iterable[Rule]:
    return (make(*row) for row in _ELEMENTS)


RULES: tuple[Rule, ...] = (
    *_rules(_face_rule),
    *(rule for rule in _rules(_size_rule) if rule.id != "mark-size"),  # the standard gives the mark no size
    bold,
    quotes_face,
)
