"""Rules about places, measured on a document that is drawn by the standard's figures: each part moved is found as itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.checks.drawn import (
    CELL,
    LEFT,
    PITCH,
    RED,
    RIGHT,
    Item,
    Line,
    Seal,
    Words,
    body,
    drawn,
    moved,
    official,
    row,
    without,
)
from tests.checks.findings import found

Parts = dict[str, Item]
_EM4 = 14 * 25.4 / 72


def test_the_standards_own_figures_are_right() -> None:
    assert found(drawn(official())) == []


def unsealed(parts: Parts) -> Parts:
    """Name two characters from the right, date two right of its first one; one blank line below the text."""
    left = RIGHT - (2 + 8) * CELL
    signed = moved(without(parts, "seal"), "signature", left=left)
    return moved(signed, "date", left=left + 2 * CELL)


def long_date(parts: Parts) -> Parts:
    """A date that is longer than the name: it stands two characters from the right."""
    short = moved(without(parts, "seal"), "signature", text="北江省应急", left=RIGHT - (2 + 6.5 - 5 + 2 + 5) * CELL)
    return moved(short, "date", left=RIGHT - (2 + 6.5) * CELL)


def stamped(parts: Parts) -> Parts:
    """A post beside the stamp of a signature, the date one line below it."""
    post = moved(parts, "signature", text="厅长", left=RIGHT - (4 + 5 + 2 + 2) * CELL, top=row(13) + 5)
    stamp = Seal(2, RIGHT - (4 + 2.5) * CELL, row(13) + 7.8, 20)
    return moved(post, "date", top=row(16)) | {"seal": stamp, "annotation": body("（此件公开发布）", 2, 17, 2)}


def upward(parts: Parts) -> Parts:
    """Number and signer at the two ends of a line."""
    line = moved(parts, "number", left=LEFT + CELL)
    return line | {"signer": Words("签发人：王某某", 1, RIGHT - 8 * CELL, 108.0, cell=CELL)}


def joint(parts: Parts) -> Parts:
    """Two organs in a row, the date below the second."""
    second = Words("北江省水利厅", 2, RIGHT - 9 * CELL, row(13), cell=CELL)
    first = moved(parts, "signature", left=LEFT + 6 * CELL)
    centred = moved(first, "date", left=RIGHT - (6 + 6.5 / 2) * CELL)
    return moved(centred, "seal", center=RIGHT - 6 * CELL) | {"second": second}


def attached(parts: Parts) -> Parts:
    """An attachment on a page of its own, before the imprint."""
    label = Words("附件", 3, LEFT, row(1), "黑体", cell=CELL)
    title = Words("重点隐患点位清单", 3, 106 - 4 * 7.76, row(3) - 0.6, "小标宋", 22, cell=7.76)
    names = ("first-rule", "cc", "middle-rule", "office", "printed", "last-rule")
    later: Parts = {name: replace(parts[name], page=4) for name in names}
    text: Parts = {"a1": body("会议指出要全面贯彻落实安全生产责任制坚决防范。", 3, 4, 2)}
    page3 = Words("—3—", 3, RIGHT - 4 * _EM4 + 2.47, 269 - _EM4 / 2, "宋体", 14)
    page4 = Words("—4—", 4, LEFT + _EM4, 269 - _EM4 / 2, "宋体", 14)
    return parts | later | text | {"label": label, "head": title, "page3": page3, "page4": page4}


@pytest.mark.parametrize("change", [unsealed, long_date, stamped, upward, joint, attached])
def test_what_else_the_standard_has_is_right(change: Callable[[Parts], Parts]) -> None:
    assert found(drawn(change(official()))) == []


MOVED: dict[str, tuple[str, Callable[[Parts], Parts]]] = {
    "mark 25 mm below the type area's top": ("mark-top", lambda p: moved(without(p, "urgency"), "mark", dy=-10)),
    "mark to the left": ("mark-center", lambda p: moved(p, "mark", dx=-12)),
    "black mark": ("mark-color", lambda p: moved(p, "mark", color="#000000")),
    "mark in 仿宋": ("mark-face", lambda p: moved(p, "mark", face="仿宋")),
    "copy number indented": ("head-stack", lambda p: moved(p, "copy-number", dx=2 * CELL)),
    "copy number on line 2": ("head-stack", lambda p: moved(without(p, "classification", "urgency"), "copy-number", dy=PITCH)),
    "classification in 仿宋": ("classification-face", lambda p: moved(p, "classification", face="仿宋")),
    "urgency in 4号": ("urgency-size", lambda p: moved(p, "urgency", size=14.0)),
    "number right below the mark": ("number-gap", lambda p: moved(p, "number", dy=-6)),
    "number at the left": ("number-place", lambda p: moved(p, "number", left=LEFT)),
    "signer flush right": ("signer-right", lambda p: moved(upward(p), "signer", dx=CELL)),
    "number of an upward document flush left": ("number-place", lambda p: moved(upward(p), "number", left=LEFT)),
    "rule right below the number": ("rule-distance", lambda p: moved(p, "rule", dy=-3)),
    "rule too short": ("rule-width", lambda p: moved(p, "rule", left=33.0, right=179.0)),
    "black rule": ("rule-red", lambda p: moved(p, "rule", color="#000000")),
    "title at the left": ("title-center", lambda p: moved(moved(p, "title1", left=LEFT), "title2", left=LEFT)),
    "title right below the rule": ("title-gap", lambda p: moved(moved(p, "title1", dy=-4), "title2", dy=-4)),
    "title broken within a word": ("title-breaks", lambda p: moved(moved(p, "title1", text="关于进一步加强汛", left=106 - 8 * 7.76 / 2), "title2", text="期安全防范工作的紧急通知", left=106 - 12 * 7.76 / 2)),
    "title of equal lines": ("title-shape", lambda p: moved(p, "title2", text="安全防范工作的通知", left=106 - 9 * 7.76 / 2)),
    "recipients right below the title": ("recipient-gap", lambda p: moved(moved(p, "title1", dy=2.9), "title2", dy=2.9)),
    "recipients indented": ("recipient-flush", lambda p: moved(p, "recipient", dx=2 * CELL)),
    "heading in 仿宋": ("heading1-face", lambda p: moved(p, "heading1", face="仿宋")),
    "heading flush left": ("indent", lambda p: moved(p, "heading2", dx=-2 * CELL)),
    "note of attachments right below the text": ("attachment-note-gap", lambda p: moved(without(p, "seal"), "note", dy=-PITCH)),
    "note of attachments flush left": ("attachment-note-indent", lambda p: moved(p, "note", dx=-2 * CELL)),
    "date flush right": ("date-place", lambda p: moved(without(p, "seal"), "date", dx=4 * CELL)),
    "name beside the middle of the date": ("signature-place", lambda p: moved(without(p, "seal"), "signature", dx=2 * CELL)),
    "unsealed name right below the text": ("signature-gap", lambda p: moved(moved(moved(unsealed(p), "signature", dy=-PITCH), "date", dy=-PITCH), "annotation", dy=-PITCH)),
    "seal beside the date": ("seal-place", lambda p: moved(p, "seal", dy=-25)),
    "seal far below the text": ("seal-place", lambda p: moved(moved(moved(moved(p, "signature", dy=2 * PITCH), "date", dy=2 * PITCH), "annotation", dy=2 * PITCH), "seal", dy=2 * PITCH)),
    "note below the date flush left": ("annotation-indent", lambda p: moved(p, "annotation", dx=-2 * CELL)),
    "attachment on the page of the text": ("attachment-page", lambda p: p | {"label": Words("附件", 2, LEFT, row(16), "黑体", cell=CELL), "t": body("清单如下，请各地核对。", 2, 17, 2)}),
    "attachment's label indented": ("attachment-label-place", lambda p: moved(attached(p), "label", dx=2 * CELL)),
    "attachment's label in 仿宋": ("attachment-label-face", lambda p: moved(attached(p), "label", face="仿宋")),
    "attachment's title on line 2": ("attachment-title-line", lambda p: moved(attached(p), "head", dy=-PITCH)),
    "last rule above the type area's bottom": ("imprint-bottom", lambda p: moved(p, "last-rule", dy=-2.5)),
    "imprint without rules": ("imprint-rules", lambda p: without(p, "first-rule", "middle-rule", "last-rule")),
    "rules too short": ("imprint-rules", lambda p: moved(p, "middle-rule", right=RIGHT - 20)),
    "thick rules": ("imprint-weights", lambda p: moved(p, "middle-rule", weight=2.0)),
    "cc flush left": ("imprint-inset", lambda p: moved(p, "cc", dx=-_EM4)),
    "cc in 3号": ("imprint-size", lambda p: moved(p, "cc", size=16.0, cell=0.0)),
    "printing date flush right": ("printing-place", lambda p: moved(p, "printed", dx=_EM4)),
    "page number too low": ("page-number-height", lambda p: moved(p, "page2", dy=4)),
    "page number at the inner side": ("page-number-side", lambda p: moved(p, "page2", left=RIGHT - 4 * _EM4)),
    "page number with hyphens": ("page-number-form", lambda p: moved(p, "page2", text="-2-")),
    "page number in 5号": ("page-number-look", lambda p: moved(p, "page2", size=10.5)),
    "page without a number": ("page-number-missing", lambda p: without(p, "page2")),
    "page number counted anew": ("page-number-sequence", lambda p: moved(p, "page2", text="—1—")),
    "text in blue": ("text-color", lambda p: moved(p, "heading1", color="#0000ff")),
}  # fmt: skip


@pytest.mark.parametrize("what", MOVED)
def test_each_part_moved_is_found_as_itself(what: str) -> None:
    id, change = MOVED[what]
    findings = [name for name in found(drawn(change(official()))) if not name.startswith("(")]
    assert findings == [id]


def test_a_rule_that_is_double_is_one() -> None:
    parts = official()
    second = Line(1, 119.5, color=RED)
    page = drawn(parts | {"rule2": second}).page(1)
    assert page and [border.double for border in page.rules] == [True]


def test_the_imprint_on_an_odd_page_is_practice() -> None:
    parts = attached(official())
    names = ("first-rule", "cc", "middle-rule", "office", "printed", "last-rule")
    on_three: Parts = {name: replace(parts[name], page=3) for name in names}
    assert found(drawn(without(parts, "page4") | on_three)) == ["imprint-even"]


def test_pages_of_another_size_fold_what_follows() -> None:
    findings = found(drawn(official(), 215.9, 279.4))
    assert findings[0] == "sheet-size" and all(name.startswith("(") for name in findings[1:]), findings


def test_a_number_at_the_foot_of_a_page_across_is_found() -> None:
    parts = attached(official())
    wide = {"label": Words("附件", 3, 35, 28, "黑体", cell=CELL), "page3": Words("—3—", 3, 240, 190, "宋体", 14)}
    assert found(drawn(without(parts, "head", "a1") | wide, across=3)) == ["page-number-across"]
