"""Cl. 7.3: 主体, from the title to the end of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from convert.checks.facts import Element, Facts
from convert.checks.gauge import CHARACTERS, may_wrap, off_gap, off_indent, off_next_line
from convert.checks.rule import Fault, Rule, at, rule, words
from convert.checks.rules.head import head_rule
from convert.kit.units import to_mm
from convert.style.sheet import Sheet

_NEVER = 20.0  # what a break costs that is none: convert.passes.title_breaks
_APART = 8  # characters: what stands further in is no paragraph of the text
_EQUAL = 0.9  # em: lines that differ by less are equally long
_TEXT = ("body", "heading", "heading1", "heading2", "heading3", "heading4")
_NOTE = re.compile(r"附件[：:]\s*(\d{1,2}[.．]\s*)?")
_ITEM = re.compile(r"\d{1,2}[.．]\s*")


@rule("title-center", "7.3.1", "应", "the title is centred", "标题居中排布")
def title_center(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A title that is not."""
    for title in facts.of("title", "attachment-title"):
        if title.align not in (None, "center", sheet.roles[title.role].align):
            yield Fault(words("centred", "居中"), words(title.align, "未居中"), at(title))


@rule(
    "title-gap",
    "7.3.1",
    "应",
    "the title stands two blank lines below the red rule",
    "标题编排于红色分隔线下空二行位置",
)
def title_gap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A title below a red rule that is nearer or further."""
    title = facts.first("title")
    if (title and head_rule(facts) and title.page == 1 and title.border_above == head_rule(facts)) or (
        title and sheet.letterhead.rule == "mark" and facts.of("issuer") and title.page == 1
    ):
        yield from off_gap(sheet, 2, title)


@rule(
    "title-shape",
    "7.3.1",
    "应",
    "a title of several lines has the shape of a trapezoid or a diamond",
    "标题多行时排列成梯形或菱形",
)
def title_shape(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Titles whose lines are equally long, or narrow in the middle."""
    for title in facts.of("title"):
        widths = [line.em.width / (line.em.height or 1) for line in title.lines]
        if len(widths) > 1 and not is_balanced(widths):
            shown = ", ".join(f"{width:.0f}" for width in widths)
            yield Fault(
                words("a trapezoid or a diamond", "梯形或菱形"),
                words(f"lines of {shown} characters", f"各行 {shown} 字"),
                at(title),
            )


@rule(
    "title-breaks",
    "7.3.1",
    "应",
    "a title is not broken within a word, a number or a name, nor before 的",
    "标题回行词意完整，不割裂词语、数字、书名号内的名称",
)
def title_breaks(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Titles of several lines one of which ends where none may."""
    from convert.passes.title_breaks import breaks_of

    measure = to_mm(sheet.page.area_width) / to_mm(sheet.roles["title"].em)
    for title in facts.of("title"):
        lines = [line.text for line in title.lines]
        allowed = breaks_of("".join(lines), measure) if len(lines) > 1 else {}
        for number in range(1, len(lines)):
            if allowed.get(len("".join(lines[:number])), _NEVER) >= _NEVER:
                shown = f"{lines[number - 1][-4:]} | {lines[number][:4]}"
                yield Fault(words("a break between words", "在词语之间回行"), words(f"“{shown}”"), at(title))


def is_balanced(widths: list[float]) -> bool:
    """Whether lines of such widths, in characters, grow, shrink, or grow and then shrink; nearly equal ones are not."""
    steps = [b - a for a, b in pairwise(widths)]
    if all(abs(step) < _EQUAL / 2 for step in steps):
        return False
    signs = [step > 0 for step in steps if abs(step) >= _EQUAL / 2]
    return signs == sorted(signs, reverse=True)


@rule(
    "recipient-gap",
    "7.3.2",
    "应",
    "the recipients stand one blank line below the title",
    "主送机关编排于标题下空一行位置",
)
def recipient_gap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Recipients right below the title, or further away."""
    for title, recipient in pairwise(facts.elements):
        if (title.role, recipient.role) == ("title", "recipient"):
            yield from off_gap(sheet, 1, recipient)


@rule(
    "recipient-flush",
    "7.3.2",
    "应",
    "the recipients stand flush left, wrapped lines too",
    "主送机关居左顶格，回行时仍顶格",
)
def recipient_flush(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Recipients that are indented."""
    for recipient in facts.of("recipient"):
        yield from off_indent(sheet.roles["recipient"].indent_em, recipient.indent, at(recipient))
        yield from off_indent(0, recipient.left, at(recipient))


@rule("text-gap", "7.3.3", "应", "the text begins on the line below the recipients", "正文编排于主送机关名称下一行")
def text_gap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A blank line between recipients and text."""
    for recipient, text in pairwise(facts.elements):
        if recipient.role == "recipient" and text.role in _TEXT:
            yield from off_next_line(sheet, text)


@rule("indent", "7.3.3", "应", "every paragraph begins two characters in", "每个自然段左空二字")
def indent(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Paragraphs that begin elsewhere. One that is centred or stands at the right is no paragraph of the text."""
    for element in facts.of(*_TEXT):
        if element.align not in ("center", "right") and (element.indent or 0) < _APART and not _is_list(element):
            wanted = sheet.roles.get(element.role, sheet.roles["body"]).indent_em
            yield from off_indent(wanted, element.indent, at(element))


@rule("wrap", "7.3.3", "应", "wrapped lines begin flush left", "回行顶格")
def wrap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Paragraphs whose further lines are indented."""
    for element in facts.of(*_TEXT):
        if element.align not in ("center", "right") and not _is_list(element) and may_wrap(element, facts):
            yield from off_indent(0, element.left, at(element))


def _is_list(element: Element) -> bool:
    return re.match(r"[•◦▪●■◆□]|[a-zA-Z][.)]", element.text) is not None


@rule("first-page-text", "7.3.3", "应", "the first page shows text", "公文首页必须显示正文")
def first_page_text(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Documents with a mark or recipients whose text begins on the second page."""
    official = facts.first("issuer", "recipient")
    text = facts.first(*_TEXT)
    if facts.has_pages and official and official.page == 1 and text and (text.page or 1) > 1:
        yield Fault(words("text on page 1", "首页显示正文"), words(f"page {text.page}", f"第 {text.page} 页"), at(text))


@rule(
    "attachment-note-gap",
    "7.3.4",
    "应",
    "the note of attachments stands one blank line below the text",
    "附件说明在正文下空一行",
)
def attachment_note_gap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A note right below the text, or further away."""
    note = facts.first("attachment-note")
    if note:
        yield from off_gap(sheet, 1, note)


@rule(
    "attachment-note-indent", "7.3.4", "应", "the note of attachments begins two characters in", "附件说明左空二字编排"
)
def attachment_note_indent(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A note that begins elsewhere."""
    note = facts.first("attachment-note")
    if note:
        yield from off_indent(2, note.indent, at(note))


@rule(
    "attachment-note-wrap",
    "7.3.4",
    "应",
    "wrapped names of attachments align with their first character",
    "附件名称回行时与上一行附件名称的首字对齐",
)
def attachment_note_wrap(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Names of two lines whose second does not begin below the first one's beginning."""
    for element in facts.of("attachment-note", "attachment-item"):
        label = (_NOTE if element.role == "attachment-note" else _ITEM).match(element.text)
        if label is None or element.left is None or element.indent is None or len(element.lines) < 2:
            continue
        digits = sum(char.isascii() for char in label[0])
        wanted = element.indent + len(label[0]) - digits / 2
        if abs(element.left - wanted) > max(CHARACTERS, 0.5):
            yield from off_indent(round(wanted, 1), element.left, at(element))


RULES: tuple[Rule, ...] = (
    title_center,
    title_gap,
    title_shape,
    title_breaks,
    recipient_gap,
    recipient_flush,
    text_gap,
    indent,
    wrap,
    first_page_text,
    attachment_note_gap,
    attachment_note_indent,
    attachment_note_wrap,
)
