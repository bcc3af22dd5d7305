"""Plain text: paragraphs, hard-wrapped lines, positions, and the log that gives the bytes back."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import InputError, Report
from convert.model import Document, PageBreak, Para
from convert.model.flat import flatten
from convert.model.walk import plain
from convert.readers.text import read
from convert.reading.source import Source
from tests.corpora import corpus

CHINESE = (
    "会议指出，要坚持以人民为中心的发展思想，统筹发展和安全，全面落实安全生产责任制，持续排查整治风险隐患，坚决防范遏制重特大事故"
    "发生，为经济社会高质量发展提供坚强保障。各级各部门要提高站位，强化担当，把各项工作做细做实做到位，确保取得实实在在的成效。"
)
ENGLISH = (
    "The meeting noted that development and safety have to be planned together, that everybody in charge answers for "
    "the safety of his own field, and that hidden dangers are to be searched for and removed without delay. "
)


def texts(source: str, encoding: str = "utf-8") -> list[str]:
    return [plain(block) for block in document(source.encode(encoding)).blocks if isinstance(block, Para)]


def document(source: bytes) -> Document:
    report = Report()
    found = read(Source(source), report)
    assert report.edits.restore(flatten(found).text) == source
    return found


def wrapped(text: str, characters: int) -> str:
    return "\n".join(text[i : i + characters] for i in range(0, len(text), characters))


# --- paragraphs --------------------------------------------------------------------------------------------------


def test_each_line_is_a_paragraph() -> None:
    assert texts("标题\n第一段。\n\n\n　　第二段。  \r\n\tThird.\n") == ["标题", "第一段。", "第二段。", "Third."]


@pytest.mark.parametrize("characters", [28, 30, 35, 40])
def test_wrapped_chinese_is_joined_without_spaces(characters: int) -> None:
    paragraphs = [CHINESE[:-1] + "甲。", CHINESE[20:] + CHINESE, CHINESE]
    blank = "\n\n".join(wrapped(p, characters) for p in paragraphs)
    assert texts(blank) == paragraphs
    indented = "\n".join("　　" + wrapped("〇〇" + p, characters)[2:] for p in paragraphs)
    assert texts(indented) == paragraphs


@pytest.mark.parametrize("columns", [60, 72, 80])
def test_wrapped_english_is_joined_with_spaces(columns: int) -> None:
    paragraphs = [(ENGLISH * 3).strip(), "A short one.", (ENGLISH * 2).strip()]
    source = "\n\n".join(textwrap.fill(p, columns, break_on_hyphens=False) for p in paragraphs)
    assert texts(source) == paragraphs


def test_wrapped_list_items_stay_apart() -> None:
    items = [f"{i}. " + ENGLISH.strip() for i in range(1, 5)]
    source = "\n".join(textwrap.fill(item, 72, subsequent_indent="   ", break_on_hyphens=False) for item in items)
    assert texts(source) == items


@pytest.mark.parametrize(
    "lines",
    [
        ["关于召开安全生产工作会议的通知", "各市人民政府：", "现将有关事项通知如下。", "特此通知。"],
        [f"第{i}名　某某市某某区应急管理局某某科" for i in range(12)],
        ["空山新雨后，天气晚来秋。", "明月松间照，清泉石上流。"] * 6,
        ["会议强调安全生产是头等大事，要常抓不懈，要一抓到底绝不放松。" for _ in range(9)],
        [CHINESE, CHINESE + CHINESE, "短。", CHINESE],
        ["name,amount,date", "Miller,1200,2024-01-01", "Smith,15,2024-02-01"] * 4,
    ],
    ids=["notice", "list", "poem", "sentences", "unwrapped", "table"],
)
def test_lines_that_are_not_wrapped_stay_apart(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == lines


def test_hyphen_and_mixed_script_join_without_space() -> None:
    source = textwrap.fill((ENGLISH * 2).replace("without delay", "with-out de-lay"), 66)
    assert " ".join(texts(source)).replace("- ", "-").count("de-lay") == 2


def test_form_feed_is_a_page_break() -> None:
    blocks = document("甲\n\f乙\f\n丙\f".encode()).blocks
    assert [plain(b) if isinstance(b, Para) else type(b) for b in blocks] == ["甲", PageBreak, "乙", PageBreak, "丙"]


@pytest.mark.parametrize("source", [b"", b"\n\n", b"\xef\xbb\xbf  \r\n", "\u3000\n".encode()])
def test_no_text_is_an_error(source: bytes) -> None:
    with pytest.raises(InputError) as error:
        read(Source(source), Report())
    assert error.value.diagnostic.code == "input-empty"


def test_control_characters_are_left_out_and_reported() -> None:
    report = Report()
    found = read(Source("甲\x07乙\x1b[0m丙\n".encode()), report)
    assert plain(found) == "甲乙[0m丙"
    assert [(d.code, str(d.pos)) for d in report.diagnostics] == [("character-illegal", "1:1")] * 2


# --- positions and the log ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_positions_are_lines_columns_and_bytes(encoding: str) -> None:
    source = f"标题一\r\n\r\n　　{CHINESE}\r\nABC\r\n".encode(encoding)
    blocks = document(source).blocks
    assert [(b.pos.line, b.pos.column) for b in blocks if b.pos] == [(1, 1), (3, 3), (4, 1)]
    codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)
    for block in blocks:
        assert block.pos is not None
        assert source[block.pos.start : block.pos.end].decode(codec) == plain(block)


LINE_TEXT = st.text(st.sampled_from("会议,。 \t　a-b\u200b\x07é\x85\u2028\x0b\x1c\ufeff𠀀"), max_size=90)


@given(st.lists(st.tuples(LINE_TEXT, st.sampled_from(["\n", "\r\n", "\r", "\f", "\n\n"]))), LINE_TEXT)
def test_log_gives_the_bytes_back(lines: list[tuple[str, str]], last: str) -> None:
    check_restored(("".join(a + b for a, b in lines) + last).encode())


@given(st.text())
def test_log_gives_any_text_back(text: str) -> None:
    check_restored(text.encode("utf-8", "surrogatepass"))


def check_restored(source: bytes) -> None:
    report = Report()
    try:
        found = read(Source(source), report)
    except InputError:
        return
    flat = flatten(found).text
    assert report.edits.restore(flat) == source
    for stage in report.edits.stages:
        for edit in stage.edits:
            if edit.start >= 0:
                assert source[edit.start : edit.end].decode(report.edits.encoding) == edit.before


# --- size and the corpus -----------------------------------------------------------------------------------------


def test_time_is_linear() -> None:
    """Eight times the text takes about eight times as long: a quadratic reader would take sixty-four times."""
    for piece in ("短行\n", "长行", "ab cd\n\n"):
        times = []
        for n in (8_000, 64_000):
            start = time.process_time()
            read(Source((piece * n).encode()), Report())
            times.append(time.process_time() - start)
        assert times[1] < 30 * max(times[0], 0.002)


def test_gutenberg_book() -> None:
    report = Report()
    source = (corpus("text/large") / "pride-1342-0.txt").read_bytes()
    found = read(Source(source), report)
    assert report.edits.restore(flatten(found).text) == source
    paragraphs = [plain(block) for block in found.blocks if isinstance(block, Para)]
    opening = next(p for p in paragraphs if p.startswith("It is a truth universally"))
    assert opening.endswith("in want of a wife.")
    assert report.edits.count("join") > 8000
    lower = [p for p in paragraphs if p[0].islower()]
    assert len(lower) <= 0.01 * len(paragraphs), lower


def test_government_reports_are_not_joined() -> None:
    for path in corpus("text/zh-gov").iterdir():
        report = Report()
        found = read(Source(path.read_bytes(), path.name), report)
        assert report.edits.count("join") == 0
        lines = [line.strip() for line in path.read_text("utf-8-sig").split("\n")]
        assert [plain(block) for block in found.blocks] == [line for line in lines if line]
