"""The letterhead (版头), GB/T 9704-2012 cl. 7.2: what it is made of and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from convert.diagnostics import Report
from convert.model import (
    Block,
    Document,
    Emph,
    Group,
    Inline,
    LineBreak,
    Meta,
    Note,
    Para,
    Rule,
    Span,
    Strong,
    Text,
)
from convert.model.build import para
from convert.model.walk import plain
from convert.passes.official.letterhead import put_letterhead
from convert.style.compute import read_sheet
from convert.style.sheet import Sheet
from convert.style.variants import Variants

TITLE = para("关于安全生产工作的通知", role="title")
TEXT = para("正文。")
NUMBER = "甲〔2025〕1号"


def put(*blocks: Block, style: str = "gbt9704", **meta: object) -> tuple[Document, Sheet, Report]:
    variants, report = Variants(read_sheet(style)), Report("test")
    document = put_letterhead(Document(blocks or (TITLE, TEXT), Meta(**meta)), variants, report)  # type: ignore[arg-type]
    return document, variants.sheet, report


def parts(document: Document, sheet: Sheet) -> list[str]:
    """The parts of the letterhead: role and words, those of several names below their group."""
    (group,) = (block for block in document.blocks if isinstance(block, Group) and block.role == "letterhead")
    found: list[str] = []
    for block in group.children:
        if isinstance(block, Rule):
            found.append("rule")
        for each in block.children if isinstance(block, Group) else (block,) if isinstance(block, Para) else ():
            found.append(f"{sheet.base_role(each.role)} {plain(each)}")
    return found


def test_all_elements_stand_in_the_order_of_the_standard() -> None:
    document, sheet, _ = put(
        copy_number="000001", classification="机密", classification_term="1年", urgency="特急", issuers=("甲省应急厅",),
        number=NUMBER,
    )  # fmt: skip
    assert parts(document, sheet) == [
        "copy-number 000001",
        "classification 机密★1年",
        "urgency 特急",
        "issuer 甲省应急厅文件",
        f"number {NUMBER}",
        "rule",
    ]
    assert document.blocks[1:] == (TITLE, TEXT)


def test_absent_elements_leave_no_gap() -> None:
    document, sheet, _ = put(urgency="加急", mark="甲省文件")
    assert parts(document, sheet) == ["urgency 加急", "issuer 甲省文件", "rule"]


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"issuers": ("甲厅",)},
        {"number": NUMBER},
        {"issuers": ("甲厅",), "number": NUMBER, "inferred": ("issuers",)},
        {"issuers": ("甲厅",), "number": NUMBER, "inferred": ("number",)},
        {"urgency": "特急", "inferred": ("urgency",)},
    ],
)
def test_nothing_is_made_up(meta: dict[str, Any]) -> None:
    document, _, _ = put(**meta)
    assert document.blocks == (TITLE, TEXT)


def test_a_style_may_have_none() -> None:
    assert put(style="report", issuers=("甲厅",), number=NUMBER)[0].blocks == (TITLE, TEXT)


def test_classification_alone_is_printed_without_a_mark_and_a_rule() -> None:
    document, sheet, _ = put(classification="秘密")
    assert parts(document, sheet) == ["classification 秘密"]


def test_what_the_text_has_is_gathered_and_not_said_again() -> None:
    head = (
        para("甲省应急厅文件", role="issuer"), para(NUMBER, role="number"), Rule(), para("特急", role="urgency"), TITLE, TEXT,
    )  # fmt: skip
    document, sheet, _ = put(*head, issuers=("甲省应急厅",), number=NUMBER, urgency="特急", inferred=("issuers",))
    assert parts(document, sheet) == ["urgency 特急", "issuer 甲省应急厅文件", f"number {NUMBER}", "rule"]
    assert document.blocks[1:] == (TITLE, TEXT)


def test_a_letterhead_that_is_there_stays_what_it_is() -> None:
    once, sheet, _ = put(issuers=("甲厅", "乙厅"), number=NUMBER, signers=("王五", "赵六", "孙七"))
    group = once.blocks[0]
    assert isinstance(group, Group)
    plain_roles = [_with_base_roles(block, sheet) for block in group.children]
    again, sheet_again, _ = put(Group(tuple(plain_roles), role="letterhead"), TITLE, TEXT)
    assert parts(again, sheet_again) == parts(once, sheet)


def _with_base_roles(block: Block, sheet: Sheet) -> Block:
    import convert.model as model

    if isinstance(block, Group):
        return model.replace(block, children=tuple(_with_base_roles(child, sheet) for child in block.children))
    return model.replace(block, role=sheet.base_role(block.role))


# --- the mark ---------------------------------------------------------------------------------------------------------


def test_the_ending_is_not_said_twice() -> None:
    document, sheet, _ = put(issuers=("甲省人民政府令",), number=NUMBER)
    assert parts(document, sheet)[0] == "issuer 甲省人民政府令"


def test_a_long_name_is_set_smaller_and_a_longer_one_on_two_lines() -> None:
    document, sheet, report = put(issuers=("甲" * 9,), number=NUMBER)
    (mark,) = marks(document, sheet)
    assert sheet.look(mark).size == 40  # 156 mm for eleven characters, in half points
    assert [finding.code for finding in report.diagnostics] == ["mark-reduced"]
    document, sheet, _ = put(issuers=("某某省某某市某某县应急管理局安全生产委员会办公室",), number=NUMBER)
    (mark,) = marks(document, sheet)
    assert sum(isinstance(part, LineBreak) for part in mark.children) == 1
    assert sheet.look(mark).size > sheet.letterhead.smallest


def test_a_short_name_keeps_the_size_of_the_style() -> None:
    document, sheet, report = put(issuers=("甲厅",), number=NUMBER)
    assert sheet.look(marks(document, sheet)[0]).size == sheet.roles["issuer"].size
    assert not report.diagnostics


def marks(document: Document, sheet: Sheet) -> list[Para]:
    group = document.blocks[0]
    assert isinstance(group, Group)
    inner = [each for block in group.children for each in (block.children if isinstance(block, Group) else (block,))]
    return [each for each in inner if isinstance(each, Para) and sheet.base_role(each.role) == "issuer"]


def test_several_names_in_one_measure_and_the_ending_beside_them() -> None:
    document, sheet, _ = put(issuers=("甲省应急管理厅", "甲省财政厅"), number=NUMBER)
    assert parts(document, sheet)[:3] == ["issuer 甲省应急管理厅", "issuer 甲省财政厅", "issuer-ending 文件"]
    first, second = (sheet.look(mark) for mark in marks(document, sheet))
    assert (first.left_em, first.right_em, first.align) == (second.left_em, second.right_em, "spread")


def test_many_names_leave_room_for_the_text() -> None:
    document, sheet, _ = put(issuers=tuple(f"甲省第{n}厅" for n in "一二三四五六七八九"), number=NUMBER)
    look = sheet.look(marks(document, sheet)[0])
    assert look.ink_top is not None
    assert look.ink_top + 9 * look.pitch < sheet.page.area_height - 9 * sheet.grid.pitch


def test_names_that_were_typed_are_a_joint_mark() -> None:
    typed = para("甲省应急管理厅", role="issuer"), para("甲省财政厅文件", role="issuer"), para(NUMBER, role="number")
    document, sheet, _ = put(*typed, TITLE, TEXT)
    assert parts(document, sheet)[:3] == ["issuer 甲省应急管理厅", "issuer 甲省财政厅", "issuer-ending 文件"]


# --- number and signers -----------------------------------------------------------------------------------------------


def signed(*names: str) -> tuple[list[Para], Sheet]:
    document, sheet, _ = put(mark="甲省文件", number=NUMBER, signers=names)
    group = document.blocks[0]
    assert isinstance(group, Group)
    return [b for b in group.children if isinstance(b, Para) and sheet.base_role(b.role) in ("number", "signer")], sheet


def test_one_signer_stands_at_the_other_end_of_the_numbers_line() -> None:
    (line,), sheet = signed("王五")
    assert line.children == (
        Text(NUMBER),
        Span((Text("签发人："), Span((Text("王五"),), role="signer-name")), role="far"),
    )
    look = sheet.look(line)
    assert (look.left_em, look.right_em, look.before_lines) == (1, 1, 2)


@pytest.mark.parametrize(
    ("names", "lines", "rights"),
    [
        (("王五", "赵六"), ["甲〔2025〕1号签发人：王五　赵六"], [1]),
        (("王五", "赵六", "孙七"), ["签发人：王五　赵六", "甲〔2025〕1号孙七"], [1, 4]),
        (("王五", "赵六七"), ["甲〔2025〕1号签发人：王五　赵六七"], [1]),
        (
            ("王五", "赵六", "欧阳文清", "孙七", "周八"),
            ["签发人：王五　　　赵六", "欧阳文清　孙七", "甲〔2025〕1号周八"],
            [1, 1, 6],
        ),
    ],
)
def test_two_a_line_in_line_with_the_first(names: tuple[str, ...], lines: list[str], rights: list[float]) -> None:
    """Cl. 7.2.6: from left to right, then down; the number on the line of the last one."""
    made, sheet = signed(*names)
    assert [plain(line) for line in made] == lines
    assert [sheet.look(line).right_em for line in made] == rights
    assert [sheet.look(line).before_lines for line in made] == [2, *(0 for _ in made[1:])]


def test_signers_of_the_text_are_found_beside_the_number_and_below_it() -> None:
    head = (
        para("甲省文件", role="issuer"),
        para("签发人：王五　赵六", role="signer"),
        para(f"{NUMBER}　　签发人：孙　七", role="number"),
    )
    document, sheet, _ = put(*head, TITLE, TEXT)
    assert parts(document, sheet)[1:3] == ["signer 签发人：王五　　赵六", f"number {NUMBER}孙　七"]


# --- the other formats, cl. 10 ----------------------------------------------------------------------------------------


def test_in_a_letter_all_but_the_mark_stands_below_the_rule() -> None:
    """Cl. 10.1: the host's name alone, without 文件; the number at the end of the first line below."""
    document, sheet, _ = put(
        style="gbt9704-letter", issuers=("甲厅", "乙厅"), copy_number="000001", classification="机密", urgency="加急",
        number=NUMBER,
    )  # fmt: skip
    assert parts(document, sheet) == [
        "issuer 甲厅", "rule", f"copy-number 000001{NUMBER}", "classification 机密", "urgency 加急",
    ]  # fmt: skip
    (group,) = (block for block in document.blocks if isinstance(block, Group))
    first = group.children[2]
    assert isinstance(first, Para)
    assert first.children[1] == Span((Span((Text(NUMBER),), role="number"),), role="far")


def test_a_letter_s_number_stands_alone_where_nothing_is_beside_it() -> None:
    document, sheet, _ = put(style="gbt9704-letter", issuers=("甲厅",), number=NUMBER)
    assert parts(document, sheet) == ["issuer 甲厅", "rule", f"number {NUMBER}"]


def test_the_number_is_parted_from_the_line_that_it_ends_when_it_is_read_again() -> None:
    once, sheet, _ = put(style="gbt9704-letter", issuers=("甲厅",), urgency="加急", number=NUMBER)
    group = once.blocks[0]
    assert isinstance(group, Group)
    read = Group(tuple(_with_base_roles(block, sheet) for block in group.children), role="letterhead")
    again, sheet_again, _ = put(read, TITLE, TEXT, style="gbt9704-letter", issuers=("甲厅",), number=NUMBER)
    assert parts(again, sheet_again) == parts(once, sheet) == ["issuer 甲厅", "rule", f"urgency 加急{NUMBER}"]


def test_an_order_has_no_rule_and_its_number_keeps_the_text_away() -> None:
    """Cl. 10.2: 令号, and the text two blank lines below it."""
    document, sheet, _ = put(TEXT, style="gbt9704-order", issuers=("甲省人民政府",), number="第18号")
    assert parts(document, sheet) == ["issuer 甲省人民政府令", "number 第18号"]
    assert sheet.roles["number"].before_lines == sheet.roles["number"].after_lines == 2


def test_minutes_say_who_issued_them_and_when_below_their_number() -> None:
    document, sheet, _ = put(
        style="gbt9704-minutes", mark="甲省会议纪要", issuers=("甲厅",), number="第3期", date="2025-07-18"
    )
    assert parts(document, sheet) == ["issuer 甲省会议纪要", "number 第3期", "issue-line 甲厅2025年7月18日", "rule"]
    without, sheet, _ = put(style="gbt9704-minutes", mark="甲省会议纪要", date="2025年7月18日")
    assert parts(without, sheet) == ["issuer 甲省会议纪要", "issue-line 2025年7月18日", "rule"]
    inferred, sheet, _ = put(style="gbt9704-minutes", mark="甲省会议纪要", date="2025年7月18日", inferred=("date",))
    assert parts(inferred, sheet) == ["issuer 甲省会议纪要", "rule"]


def test_lines_that_were_typed_with_two_ends_are_set_so() -> None:
    """A letter's first line below the rule; who issued minutes, and when."""
    typed = para(f"000001　　{NUMBER}", role="copy-number")
    letter, sheet, _ = put(para("甲厅", role="issuer"), typed, TITLE, TEXT, style="gbt9704-letter")
    assert parts(letter, sheet) == ["issuer 甲厅", "rule", f"copy-number 000001{NUMBER}"]
    ordinary, sheet, _ = put(para("甲厅文件", role="issuer"), typed, TITLE, TEXT)
    assert parts(ordinary, sheet) == ["copy-number 000001", "issuer 甲厅文件", f"number {NUMBER}", "rule"]
    line = para("甲省应急厅办公室　2025年7月18日", role="issue-line")
    for style in ("gbt9704", "gbt9704-minutes"):
        minutes, sheet, _ = put(
            para("甲省会议纪要", role="issuer"), para("第3期", role="number"), line, TEXT, style=style
        )
        assert parts(minutes, sheet)[2:] == ["issue-line 甲省应急厅办公室2025年7月18日", "rule"]


def test_without_a_mark_lines_stay_whole() -> None:
    typed = para(f"特急 {NUMBER}", role="urgency")
    document, _, _ = put(typed, TITLE, TEXT)
    assert document.blocks == (Group((typed,), role="letterhead"), TITLE, TEXT)


def test_capital_letters_of_templates_have_room() -> None:
    document, sheet, _ = put(issuers=("XX县人民政府",), number=NUMBER)
    assert sheet.look(marks(document, sheet)[0]).size == 51  # 7 characters and two that are 0.8 em wide, on 156 mm


def test_a_mark_keeps_the_lines_it_was_typed_in() -> None:
    typed = Para((Text("甲省应急管理厅"), LineBreak(), Text("安全生产委员会办公室文件")), role="issuer")
    document, sheet, _ = put(typed, para(NUMBER, role="number"), TITLE, TEXT)
    (mark,) = marks(document, sheet)
    assert mark.children == typed.children
    assert sheet.look(mark).size == 36.5  # twelve characters


def test_parts_stand_where_the_standard_has_them_however_they_were_aligned() -> None:
    typed = para("甲厅文件", role="issuer"), para(NUMBER, role="number", align="right")
    document, _, _ = put(*typed, TITLE, TEXT)
    group = document.blocks[0]
    assert isinstance(group, Group)
    assert {block.align for block in group.children if isinstance(block, Para)} == {""}


def test_a_text_that_says_otherwise_than_the_metadata_is_printed_and_told() -> None:
    typed = para("甲厅文件", role="issuer"), para(NUMBER, role="number")
    document, sheet, report = put(*typed, TITLE, TEXT, issuers=("甲厅",), number="甲〔2025〕2号")
    assert parts(document, sheet)[:2] == ["issuer 甲厅文件", f"number {NUMBER}"]
    assert [finding.code for finding in report.diagnostics] == ["head-differs"]


def test_minutes_that_the_text_signs_are_not_signed_in_their_head() -> None:
    ending = para("甲厅", role="signature"), para("2025年7月18日", role="date")
    given = {"mark": "甲省会议纪要", "issuers": ("甲厅",), "date": "2025-07-18"}
    document, sheet, _ = put(TITLE, TEXT, *ending, style="gbt9704-minutes", **given)
    assert parts(document, sheet) == ["issuer 甲省会议纪要", "rule"]
    assert document.blocks[-2:] == ending


# --- what the text has of numbers and signers -------------------------------------------------------------------------

MARK = para("甲省文件", role="issuer")


def lines_of(*head: Para, **meta: object) -> list[str]:
    document, sheet, _ = put(MARK, *head, TITLE, TEXT, **meta)  # type: ignore[arg-type]
    return parts(document, sheet)[1:-1]


def test_every_number_of_the_text_stands_on_a_line() -> None:
    numbers = para(NUMBER, role="number"), para("乙〔2025〕7号", role="number")
    assert lines_of(*numbers, number=NUMBER) == [f"number {NUMBER}", "number 乙〔2025〕7号"]
    document, sheet, _ = put(MARK, *numbers, TITLE, TEXT)
    (group,) = (block for block in document.blocks if isinstance(block, Group))
    looks = [sheet.look(b) for b in group.children if isinstance(b, Para) and sheet.base_role(b.role) == "number"]
    assert [look.before_lines for look in looks] == [sheet.roles["number"].before_lines, 0]
    assert lines_of(*numbers, para("签发人：王五", role="signer")) == [
        f"number {NUMBER}",
        "number 乙〔2025〕7号签发人：王五",
    ]


def test_signers_keep_the_order_of_the_text() -> None:
    head = para(f"{NUMBER}　　签发人：王五", role="number"), para("赵六", role="signer")
    assert lines_of(*head) == [f"number {NUMBER}签发人：王五　赵六"]


@pytest.mark.parametrize("label", ["会签人：", "会 签 人:"])
def test_those_who_sign_jointly_keep_their_label(label: str) -> None:
    head = para(f"{NUMBER}　　签发人：王五", role="number"), para(f"{label}赵六、孙七", role="signer")
    assert lines_of(*head) == ["signer 签发人：王五", f"number {NUMBER}会签人：赵六　孙七"]
    assert lines_of(para(f"{NUMBER} 签发人：王五 {label}赵六", role="number")) == [
        "signer 签发人：王五", f"number {NUMBER}会签人：赵六",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        (Strong((Text(NUMBER),)), Text("　签发人：王五　赵六")),
        (Strong((Text(f"{NUMBER}　签发人：王五　赵六"),)),),
        (Text(f"{NUMBER}　签发"), Emph((Text("人：王五"),)), Text("　赵六")),
    ],
)
def test_signers_are_said_once_however_their_line_is_marked(words: tuple[Inline, ...]) -> None:
    assert lines_of(Para(words, role="number")) == [f"number {NUMBER}签发人：王五　赵六"]


def test_notes_stay_with_the_names_and_the_number_that_they_stand_behind() -> None:
    first, second, third = (Note((para(words),)) for words in ("代签人：周八。", "二。", "三。"))
    words = (Text(NUMBER), first, Text("　签发人：王五"), second, Text("　赵六"), third)
    document, sheet, _ = put(MARK, Para(words, role="number"), TITLE, TEXT)
    (group,) = (block for block in document.blocks if isinstance(block, Group))
    (line,) = (b for b in group.children if isinstance(b, Para) and sheet.base_role(b.role) == "number")
    name = Span((Text("王五"), second, Text("　赵六"), third), role="signer-name")
    assert line.children == (Text(NUMBER), first, Span((Text("签发人："), name), role="far"))


def test_a_label_without_a_name_stays_and_takes_the_name_that_is_given() -> None:
    line = para(f"{NUMBER}　签发人：", role="number")
    assert lines_of(line) == [f"number {NUMBER}签发人："]
    assert lines_of(line, signers=("王五",)) == [f"number {NUMBER}签发人：王五"]


def test_the_host_s_name_alone_is_right_where_the_style_has_it_so() -> None:
    head = para("甲厅", role="issuer"), para(NUMBER, role="number")
    told = [
        put(*head, TITLE, TEXT, style=style, issuers=("甲厅", "乙厅"))[2] for style in ("gbt9704-letter", "gbt9704")
    ]
    assert [[finding.code for finding in report.diagnostics] for report in told] == [[], ["head-differs"]]


def test_a_mark_that_fits_at_no_size_says_how_many_lines_it_has() -> None:
    document, sheet, report = put(mark="甲省安全生产委员会办公室和" * 7)
    (mark,) = marks(document, sheet)
    lines = 1 + sum(isinstance(part, LineBreak) for part in mark.children)
    assert lines > 1
    assert f"{lines} line" in next(d.message("en") for d in report.diagnostics if d.code == "mark-reduced")
