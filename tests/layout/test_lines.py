"""Line breaking: GB/T 15834 and clreq as laws over random text, and the cases they name as examples."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.cjk import CLOSING, NO_END, NO_START, OPENING
from convert.layout.lines import Cut, Measured, cut_lines, fill, measure

EM = 10.0
HAN = "会议指出要全面贯彻落实安全生产责任"
ALPHABET = HAN + CLOSING + OPENING + "！？—…·%℃" + "abcXYZ" + "0123456789" + " .,()" + "年月日元"


def prepared(text: str) -> Measured:
    widths = [EM if ord(c) > 0x2000 or c == "·" else EM / 2 for c in text]
    return measure(text, widths, EM, 0.0, {}, ())


def broken(text: str, width: float, *, last: int = 1) -> list[str]:
    return [text[c.start : c.end] for c in cut_lines(prepared(text), width * EM, width * EM, last)]


texts = st.text(ALPHABET, min_size=1, max_size=200).filter(lambda t: t.strip(" ") == t)


@given(texts, st.integers(4, 30))
def test_no_character_is_lost_or_doubled(text: str, width: int) -> None:
    cuts = cut_lines(prepared(text), width * EM, width * EM, 2)
    assert cuts[0].start == 0
    assert cuts[-1].end == len(text)
    for a, b in pairwise(cuts):
        assert text[a.end : b.start].strip(" ") == ""
        assert a.end <= b.start


@given(texts, st.integers(8, 30))
def test_lines_break_where_the_rules_allow_or_nowhere_better(text: str, width: int) -> None:
    """避头尾: a line begins with a forbidden character only when a run without any allowed break filled it."""
    cuts = cut_lines(prepared(text), width * EM, width * EM, 1)
    for a, b in pairwise(cuts):
        first, before = text[b.start], text[a.end - 1]
        if a.end == b.start and (first in NO_START - {"—", "…"} or before in NO_END):
            assert not any(allowed(text, at) for at in range(a.start + 1, a.end))


def allowed(text: str, at: int) -> bool:
    """An independent reading of the plainest rule: two Han characters side by side may always be parted."""
    return text[at - 1] in HAN and text[at] in HAN


@given(texts, st.integers(8, 30))
def test_justified_lines_fill_their_measure(text: str, width: int) -> None:
    measured = prepared(text)
    for cut in cut_lines(measured, width * EM, width * EM, 2):
        stretch, moves = fill(measured, cut, width * EM)
        if cut.last and not cut.squeeze:
            assert (stretch, moves) == (0.0, [])
            continue
        added = stretch * (cut.end - cut.start - 1) + sum(m for _, m in moves)
        if added and stretch < EM / 2:  # a line that would fall apart stays short
            assert cut.width + added == pytest.approx(width * EM, abs=0.05)
        assert cut.width + added <= width * EM + 0.05


@given(texts, st.integers(8, 30))
def test_marks_are_not_crushed(text: str, width: int) -> None:
    measured = prepared(text)
    for cut in cut_lines(measured, width * EM, width * EM, 2):
        stretch, moves = fill(measured, cut, width * EM)
        for _, move in moves:
            assert stretch + move >= -EM / 4 - 0.01


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("会议指出要全面贯彻", 4, ["会议指出", "要全面贯", "彻"]),
        ("会议指出，要全面", 4.5, ["会议指出，", "要全面"]),  # the mark's blank half goes at the line's end
        ("会议指出，要全面", 4, ["会议指", "出，要全", "面"]),  # and there it does not fit
        ("会议指，出要，全面贯彻", 5, ["会议指，出", "要，全面贯", "彻"]),
        ("他说“好”，会议", 4, ["他说", "“好”，会", "议"]),  # an opening mark does not end a line
        ("会议要求——全面", 5, ["会议要求", "——全面"]),  # a double dash is not cut
        ("会议2025年6月", 4, ["会议", "2025年", "6月"]),  # a number keeps its unit
        ("增长12.5%的", 4, ["增长", "12.5%的"]),
        ("hello world again", 6, ["hello world", "again"]),
        ("会议abc指出", 3, ["会议", "abc指", "出"]),
        ("第三条规定", 4, ["第三条规", "定"]),
    ],
)
def test_named_cases(text: str, width: float, lines: list[str]) -> None:
    assert broken(text, width) == lines


def test_adjacent_marks_share_their_blank() -> None:
    """clreq §3.1.6: two marks side by side take one and a half em."""
    assert prepared("他说“《好》”。").moves == {2: -EM / 2, 5: -EM / 2, 6: -EM / 2}


def test_squeezing_comes_before_pushing_out() -> None:
    """先挤进，后推出: the mark that does not fit is pulled in when others can give."""
    text = "会议、指出、全面贯落实、责任"
    first = broken(text, 11.5)[0]
    assert first == "会议、指出、全面贯落实、"


def test_last_line_holds_two_characters() -> None:
    text = "会议指出要全面贯彻落"
    assert broken(text, 9, last=1)[-1] == "落"
    assert broken(text, 9, last=2) == ["会议指出要全面贯", "彻落"]


def test_opening_mark_at_line_start_loses_its_blank_half() -> None:
    cuts: list[Cut] = cut_lines(prepared("会议指出“全面”"), 4 * EM, 4 * EM, 1)
    assert [c.lead for c in cuts] == [0.0, EM / 2]


def test_western_lines_stretch_at_spaces_only() -> None:
    measured = prepared("aaa bbb ccc ddd eee")
    cut = cut_lines(measured, 8 * EM, 8 * EM, 1)[0]
    stretch, moves = fill(measured, cut, 8 * EM)
    assert stretch == 0.0
    assert {measured.text[i] for i, _ in moves} == {" "}


def test_latin_words_in_chinese_lines_are_not_spaced_out() -> None:
    measured = prepared("会议指出PM2.5——要全面")
    cut = Cut(0, 12, 10 * EM, 0.0, 0.0, False)
    stretch, moves = fill(measured, cut, 11 * EM)
    widened = [measured.text[i : i + 2] for i in range(11) if stretch + dict(moves).get(i, 0.0) > 0.01]
    assert widened == ["会议", "议指", "指出", "出P", "—要"]
    assert fill(prepared("x" * 12), cut, 11 * EM) == (0.0, [])


def test_a_long_line_is_cut_in_linear_steps() -> None:
    """A million characters without a break opportunity (a hostile single line) end, and lose nothing."""
    text = "a" * 100_000
    cuts = cut_lines(prepared(text), 28 * EM, 28 * EM, 2)
    assert sum(c.end - c.start for c in cuts) == len(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the state-of-the-art tool", 14, ["the state-of-", "the-art tool"]),
        ("see a-b and 2021-2025 then", 14, ["see a-b and", "2021-2025 then"]),
        ("at 100 km/h and 5 mg/kg", 10, ["at 100", "km/h and 5", "mg/kg"]),
        ("on https://example.org/reports/annual", 24, ["on https://example.org/", "reports/annual"]),
        ("见 convert.layout.paragraphs.set", 24, ["见 convert.layout.", "paragraphs.set"]),
        ("来源：" + "x" * 30, 20, ["来源：" + "x" * 14, "x" * 16]),
        ("这里有十个字的一句话：" + "x" * 16, 24, ["这里有十个字的一句话：", "x" * 16]),
    ],
)
def test_long_words_are_cut_at_their_parts_or_where_a_line_ends(text: str, width: int, lines: list[str]) -> None:
    """`width` in half ems, which is what a Latin letter takes here."""
    assert [line.rstrip() for line in broken(text, width / 2)] == lines


def test_quotation_marks_of_a_latin_face_have_no_blank_half() -> None:
    """’” after an English word: squeezed, one would lie on the other, and at a line's end it would hang out."""
    text = "it is ‘fine’” he said ”"
    measured = measure(text, [EM / 2] * len(text), EM, 0.0, {}, ())
    assert (measured.moves, measured.marks) == ({}, [])
    widths = [cut.width for cut in cut_lines(measured, 7 * EM, 7 * EM, 1)]
    assert widths == [6.5 * EM, 4.5 * EM]


def test_digits_without_end_are_looked_at_once() -> None:
    """Some 10^11 steps if a unit were looked for from each of them."""
    text = "9" * 400_000 + "1.5"
    assert not prepared(text).unbroken
    assert prepared("9.5元,12,5万").unbroken == {1, 2, 3, 6, 7, 8, 9}
