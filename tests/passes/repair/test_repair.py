"""The repair of scrapes: the founding report, every trap of its specification, random mirrors, real ones."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from convert.diagnostics import Report
from convert.model import Cell, CodeBlock, Column, Document, Para, Row, Strong, Table, Text
from convert.model.build import inlines, para
from convert.model.flat import flatten
from convert.model.walk import plain
from convert.passes.repair import Mode, repair
from convert.passes.repair.glosses import find_glosses
from convert.readers.text import read
from convert.reading.source import Source
from tests.corpora import corpus
from tests.passes.repair.mirrors import Mirror, make_mirror

FIXTURES = Path(__file__).parents[2] / "fixtures"
SEED = (FIXTURES / "meeting-report.txt").read_bytes()
GOLDEN = (FIXTURES / "meeting-report.expected.txt").read_text("utf-8").rstrip("\n")

MIRROR = "會(huì)議(yì)要求,發(fā)展要穩(wěn)步推進(jìn),發(fā)展要進(jìn)一步加強(qiáng)責(zé)任落實(shí)。"
SIMPLIFIED_MIRROR = (
    "发(fā)展要进(jìn)一步推进(jìn)，发(fā)展要更加有效(xiào)。" + "各地各部门要提高站位，抓好落实。" * 20
)


def treat(source: str, mode: Mode = "auto") -> tuple[Document, Report]:
    """The repaired document of a text, whose log gives the text back."""
    report = Report()
    raw = source.encode()
    document = repair(read(Source(raw), report), mode, report)
    assert report.edits.restore(flatten(document).text) == raw
    return document, report


def in_mirror(line: str) -> str:
    """What the repair makes of a line within a mirror's text."""
    document, _ = treat(f"{MIRROR}\n{line}\n{MIRROR}")
    lines = flatten(document).text.split("\n")
    assert lines[0] == lines[-1] == "会议要求，发展要稳步推进，发展要进一步加强责任落实。"
    return "\n".join(lines[1:-1])


def codes(report: Report) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for d in report.folded():
        counts[d.code] += d.count
    return counts


# --- the founding report -----------------------------------------------------------------------------------------


def test_report_is_repaired() -> None:
    document, _ = treat(SEED.decode())
    *body, byline = document.blocks
    assert "\n".join(map(plain, body)) == GOLDEN
    assert isinstance(byline, Para)
    assert (byline.role, plain(byline)) == ("byline", "（撰稿人：卢京军）")
    meta = document.meta
    assert (meta.authors, meta.editors, meta.proofreaders) == (("卢京军",), ("刘梦然",), ("范佳一",))
    assert (meta.lang, meta.title, meta.date, meta.issuers, meta.extra) == ("zh-Hans", "", "", (), {})
    assert not re.search("[A-Za-z,;:()?!]", GOLDEN)


def test_report_counts() -> None:
    _, report = treat(SEED.decode())
    rules = ("gloss", "glyph", "punctuation", "parentheses", "byline", "credits", "boilerplate")
    assert [report.edits.count(rule) for rule in rules] == [176, 477, 72, 1, 1, 1, 1]
    found = codes(report)
    assert [found[f"repair-{rule}"] for rule in rules] == [176, 477, 72, 1, 1, 1, 1]
    flags = {"repair-year-missing", "repair-issuer-missing", "repair-odd-phrase"}
    assert {d.code for d in report.of("warning")} == flags
    assert len(report.folded()) == len(rules) + len(flags)


def test_report_keeps_its_characters() -> None:
    """Han characters are only mapped: none is invented, none lost but those of byline, credits and label."""
    han = re.compile("[\u4e00-\u9fff]")
    assert len(han.findall(SEED.decode())) - 6 - 10 - 4 == len(han.findall(GOLDEN))
    words = ("着力", "准入", "防范", "战斗力", "干部", "宽松", "了解", "扎实", "“两个捍卫”", "人、机、环、管")
    assert [GOLDEN.count(word) for word in words] == [2, 1, 6, 1, 2, 1, 1, 1, 1, 1]


def test_log_names_the_bytes() -> None:
    """Each edit's span in the source holds what the edit replaced, as earlier stages had left it."""
    _, report = treat(SEED.decode())
    glosses, glyphs, *_ = report.edits.stages
    for edit in glosses.edits:
        assert SEED[edit.start : edit.end].decode() == edit.before
    for edit in glyphs.edits:
        assert SEED[edit.start : edit.end].decode() == edit.before
    removed = report.edits.stages[-1].edits[-1]
    assert SEED[removed.start : removed.end].decode() == "\n相關(guān)鏈接"


def test_flags_are_placed() -> None:
    _, report = treat(SEED.decode())
    places = {d.code: d for d in report.of("warning")}
    lines = SEED.decode().split("\n")
    for code, word in (("year-missing", "6月23日"), ("issuer-missing", "省應"), ("odd-phrase", "兩個捍衛")):
        pos = places[f"repair-{code}"].pos
        assert pos is not None
        assert lines[pos.line - 1][pos.column - 1 :].startswith(word)


def test_repaired_text_is_left_alone() -> None:
    for mode in ("auto", "force"):
        document, report = treat(GOLDEN + "\n", mode)
        assert flatten(document).text == GOLDEN
        assert all(stage.name == "read" for stage in report.edits.stages)


def test_off_does_nothing() -> None:
    report = Report()
    document = read(Source(SEED), report)
    assert repair(document, "off", report) is document
    assert not report.diagnostics


# --- traps -------------------------------------------------------------------------------------------------------

TRAPS = {
    "Latin in parentheses": ("国内生产总值(GDP)、千克(kg)、酸碱度(pH)、甲(a)", None),
    "neutral tone": ("我們(men)的工作", "我们的工作"),
    "full-width parentheses": ("應（yīng）急", "应急"),
    "teaching letters": ("擔當(dɑnɡ)、擔當(dāng)", "担当、担当"),
    "decomposed tone": ("發(fa\u0304)展", "发展"),
    "heteronym": ("協調(diào)、調(tiáo)整", "协调、调整"),
    "ü": ("綠(lǜ)、綠(lv)、綠(lü)、女(nu:)", "绿、绿、绿、女"),
    "zero width in a gloss": ("發(f\u200bā)展", "发展"),
    "numbers": ("3.14、10:30、1:50000、1,000、3-5", None),
    "address": ("详见http://a.b/c?d=1,e:f及a@b.cn和〔2025〕12号", None),
    "colon": ("上午10:30召开,要求:一是", "上午10:30召开，要求：一是"),
    "Latin sentence": ("Hello, world: it works; fine!", None),
    "per cent": ("增长5%,PM2.5下降", "增长5%，PM2.5下降"),
    "ellipsis": ("发展......创新", "发展……创新"),
    "straight quotes": ('"十四五"规划和5"管', '“十四五”规划和5"管'),
    "surnames": ("范佳一、于丹、沈从文、干宝、锺书", None),
    "zhu stays": (
        "显著、顯著、编著、專著、土著、著名、名著、原著、著作",
        "显著、显著、编著、专著、土著、著名、名著、原著、著作",
    ),
    "zhu turns": ("著力、著眼、穿著、看著、沿著、執著、附著", "着力、着眼、穿着、看着、沿着、执着、附着"),
    "one to many": (
        "乾隆、皇后、理髮、公里、麵粉、徵求、憑藉、答覆、乾淨、頭髮、反覆",
        "乾隆、皇后、理发、公里、面粉、征求、凭借、答复、干净、头发、反复",
    ),
    "Taiwan's words": ("資訊、網路、影片", "资讯、网路、影片"),
    "gloss within a word": ("乾(qián)隆、理髮(fà)", "乾隆、理发"),
    "Japanese": ("題名は「漢字の學習」,日本語", "題名は「漢字の學習」，日本语"),
    "dateline": ("（记者：张三）会议今天召开。", None),
    "quoted credits": ("他写下“责编：刘某 校对：范某”几个字。", None),
    "no NFKC": ("增长5％、20℃、①第一、（一）要求、Ａ股、１２、Ⅳ类、～", None),
    "compatibility ideograph": ("\uf914天、樂", "\uf914天、乐"),
    "nested parentheses": ("会议(省委(扩大)会议)要求", "会议（省委（扩大）会议）要求"),
    "number in parentheses": ("(1)加强领导;(2)落实(2025)责任", "（1）加强领导；（2）落实（2025）责任"),
    "joiners with a meaning": ("می\u200cخواهم 👨\u200d👩\u200d👧", None),
    "invisible": ("会\u200b议\ufeff指\u00ad出", "会议指出"),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str) -> None:
    line, expected = TRAPS[trap]
    assert in_mirror(line) == (line if expected is None else expected)


def test_writers_glosses_are_kept() -> None:
    """A few rare characters with their readings, in a textbook's way."""
    source = "秦王嬴(yíng)政一统天下。他神情尴(gān)尬。" + "此后各地设立郡县，统一度量衡。" * 20
    document, report = treat(source)
    assert flatten(document).text == source
    assert codes(report) == {"repair-gloss-kept": 2}


def test_primer_is_kept() -> None:
    """Every character with its reading: a reading book, Traditional at that."""
    source = "床(chuáng)前(qián)明(míng)月(yuè)光(guāng),疑(yí)是(shì)地(dì)上(shàng)霜(shuāng)。" * 2 + "靜夜思"
    document, _ = treat(source)
    assert flatten(document).text == source


def test_toneless_syllables_need_a_mirror() -> None:
    source = "论(lun)语，发(fā)展。"
    assert flatten(treat(source, "force")[0]).text == "论(lun)语，发展。"


def test_quoted_traditional_word_is_kept() -> None:
    document, report = treat(f"{SIMPLIFIED_MIRROR}\n匾上写着「臺灣」二字。")
    assert flatten(document).text.endswith("匾上写着「臺灣」二字。")
    found = codes(report)
    assert found["repair-glyph-kept"] == 2 and "repair-glyph" not in found
    assert document.meta.lang == ""


def test_traditional_document_stays_traditional() -> None:
    source = "會議指出,要堅持安全第一,切實把各項措施落到實處。\n責編:劉夢然 校對:范佳一\n相關鏈接"
    document, report = treat(source)
    assert flatten(document).text == source
    assert not report.diagnostics
    forced, _ = treat(source, "force")
    assert flatten(forced).text == "会议指出，要坚持安全第一，切实把各项措施落到实处。"


def test_doubtful_names_are_told() -> None:
    document, report = treat(f"{MIRROR}\n鍾書先生")
    assert flatten(document).text.endswith("钟书先生")
    assert codes(report)["repair-glyph-doubtful"] == 1


@pytest.mark.parametrize(
    ("tail", "kept", "meta"),
    [
        ("責任編輯：張三 李四　校對：王五", "", {"editors": ("张三", "李四"), "proofreaders": ("王五",)}),
        ("【責任編輯：張三】", "", {"editors": ("张三",)}),
        ("來源：安徽日報", "", {"source": "安徽日报"}),
        ("審核：張三 監製：李四", "", {"extra": {"审核": "张三", "监制": "李四"}}),
        ("作者：張三 責編：李四", "", {"authors": ("张三",), "editors": ("李四",)}),
        ("（撰稿人：張三）", "（撰稿人：张三）", {"authors": ("张三",)}),
        ("撰稿人：張三、李四", "撰稿人：张三、李四", {"authors": ("张三", "李四")}),
        ("（記者 張三 通訊員 李四）", "（记者 张三 通讯员 李四）", {"authors": ("张三", "李四")}),
        ("（作者：歐陽文）", "（作者：欧阳文）", {"authors": ("欧阳文",)}),
    ],
)
def test_credits(tail: str, kept: str, meta: dict[str, object]) -> None:
    document, _ = treat(f"{MIRROR}\n{tail}")
    assert [plain(b) for b in document.blocks[1:]] == ([kept] if kept else [])
    assert {name: getattr(document.meta, name) for name in meta} == meta
    assert all(isinstance(b, Para) and b.role == "byline" for b in document.blocks[1:])


@pytest.mark.parametrize(
    "label",
    [
        *(
            "相關鏈接",
            "【打印】【關閉】",
            "字號：T|T",
            "分享到：",
            "分享到：微信 微博",
            "上一篇：某某會議",
            "下一篇",
            "掃一掃",
        ),
        *("點擊數：123", "瀏覽次數: 99次", "打印本頁 關閉窗口", "• 返回", "•", "延伸閱讀:"),
    ],
)
def test_boilerplate_is_dropped(label: str) -> None:
    document, report = treat(f"{MIRROR}\n{label}")
    assert len(document.blocks) == 1
    assert codes(report)["repair-boilerplate"] == 1


@pytest.mark.parametrize(
    "line", ["大中小", "大", "关于打印机采购的通知", "相关链接是什么", "编辑工作会议", "来源于生活"]
)
def test_text_is_no_boilerplate(line: str) -> None:
    assert len(treat(f"{MIRROR}\n{line}")[0].blocks) == 2


def test_link_heading_with_a_list_is_kept() -> None:
    document, report = treat(f"{MIRROR}\n相關鏈接\n省應急管理廳關於開展安全檢查的通知")
    assert [plain(b) for b in document.blocks[1:]] == ["相关链接", "省应急管理厅关于开展安全检查的通知"]
    assert codes(report)["repair-boilerplate-kept"] == 1


def test_labels_between_paragraphs_are_kept() -> None:
    document, _ = treat(f"{MIRROR}\n打印\n來源：某報\n{MIRROR}")
    assert [plain(b) for b in document.blocks[1:3]] == ["打印", "来源：某报"]


def test_no_flag_without_a_reason() -> None:
    _, report = treat(f"{MIRROR}\n2025年6月23日,河南省應急管理廳召開會議,領悟“兩個確立”,做到“兩個維護”。")
    assert not list(report.of("warning"))


# --- any document ------------------------------------------------------------------------------------------------


def test_other_documents() -> None:
    """Inlines, tables and code: the text is repaired within them, and code is not touched."""
    code = CodeBlock("會(huì)議,x=1")
    cell = Cell((para("發(fā)展,進(jìn)步"),))
    source = Document(
        (
            para(MIRROR, Strong(inlines("學(xué)"))),
            para("推", Strong((Text("進(jì"),)), Text("n)一步:開始")),
            code,
            Table((Column(),), body=(Row((cell,)),)),
            para("责编：张三"),
        )
    )
    report = Report()
    document = repair(source, "auto", report)
    first, second, third, table = document.blocks
    assert plain(first) == "会议要求，发展要稳步推进，发展要进一步加强责任落实。学"
    assert isinstance(first, Para) and isinstance(first.children[1], Strong)
    assert isinstance(second, Para)
    assert second.children == (Text("推"), Strong((Text("进"),)), Text("一步：开始"))
    assert third is code
    assert plain(table) == "发展，进步"
    assert document.meta.editors == ("张三",)
    assert report.edits.undo(flatten(document).text) == flatten(source).text


# --- properties --------------------------------------------------------------------------------------------------

SCRAPS = st.lists(
    st.sampled_from(
        [
            *(
                "發(fā)展",
                "會(huì)議",
                "進(jìn)一步",
                "調(diào)整",
                "應（yīng）急",
                "著力",
                "显著",
                "乾隆",
                "責編:劉某 校對:范某",
            ),
            *(
                ",",
                ";",
                ":",
                "(",
                ")",
                '"',
                "......",
                "。",
                "\n",
                "\n",
                "\r\n",
                "　",
                " ",
                "\u200b",
                "\u00ad",
                "5%",
                "10:30",
            ),
            *(
                "GDP",
                "http://a.b/c?d=1,",
                "（撰稿人:盧某）",
                "(记者 张三)",
                "打印",
                "相關鏈接",
                "來源：某報",
                "•",
                "の",
                "𠀀",
                "6月23日",
            ),
        ]
    ),
    max_size=60,
).map("".join)


@given(SCRAPS, st.sampled_from(["auto", "force"]))
@example('"發(fā)展"の', "force")
@example("•（撰稿人:盧某）", "force")
@example('"\xad5%發(fā)展"', "force")
@example("打印（撰稿人:盧某）", "force")
@example("發(fā)展\u200b\xad\u200b", "force")
@example("來源：某報發(fā)展發(fā)展發(fā)展發(fā)展發(fā)展發(fā)展發(fā)展發(fā)展(记者 张三)(记者 张三)", "force")
@settings(max_examples=300, deadline=None)
def test_any_repair_can_be_undone_and_is_done_once(scraps: str, mode: Mode) -> None:
    document, _ = treat(f"{scraps}\n{MIRROR}", mode)
    report = Report()
    again = repair(document, mode, report)
    assert flatten(again).text == flatten(document).text
    assert not report.edits.stages


def repaired_body(mirror: Mirror) -> tuple[str, Document]:
    document, _ = treat(mirror.text)
    body = [plain(b) for b in document.blocks if isinstance(b, Para) and b.role != "byline"]
    return "\n".join(body), document


@pytest.mark.parametrize("seed", range(40))
def test_random_mirrors(seed: int) -> None:
    rng = random.Random(seed)
    lines = GOLDEN.split("\n")
    mirror = make_mirror("\n".join(rng.sample(lines, rng.randint(2, len(lines)))), seed)
    body, document = repaired_body(mirror)
    assert body == mirror.clean
    meta = document.meta
    assert (meta.authors, meta.editors) == ((mirror.author,), (mirror.editor,))
    assert meta.proofreaders == (mirror.proofreader,)


def test_mirrors_of_government_reports() -> None:
    """Paragraphs without the marks that cannot be found back: see mirrors.py."""
    lost = re.compile(
        r"[,;:?!()\u200b-\u200d\ufeff\xad]|[0-9][，：；][0-9]|[A-Za-z][，：；？！（）]|[，：；？！（）][A-Za-z]|（[0-9.]+）"
    )
    for number, path in enumerate(sorted(corpus("text/zh-gov").iterdir())):
        lines = [line.strip() for line in path.read_text("utf-8-sig").split("\n")]
        clean = "\n".join(line for line in lines if len(line) > 60 and not lost.search(line))
        for seed in (number, number + 100):
            mirror = make_mirror(clean, seed)
            body, document = repaired_body(mirror)
            assert body == mirror.clean
            assert document.meta.authors == (mirror.author,)


# --- real inputs -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["A", "B"])
def test_glosses_of_a_long_report(style: str) -> None:
    folder = corpus("text/gloss")
    text = (folder / f"gloss-synth-安徽省-{style}.txt").read_text("utf-8")
    truth = (folder / "gloss-synth-安徽省-truth.txt").read_text("utf-8")
    pieces, done = [], 0
    for found in find_glosses(text):
        pieces.append(text[done : found.start])
        done = found.end
    assert "".join(pieces) + text[done:] == truth


def test_real_mirror() -> None:
    document, report = treat((corpus("text/gloss") / "gloss-real-suzhou.txt").read_bytes().decode())
    text = flatten(document).text
    assert not find_glosses(text)
    assert "用本机携带的标准硬度块定期检查硬度计精度。" in text
    assert codes(report)["repair-gloss"] == 42


def test_clean_reports_are_untouched() -> None:
    paths = [*corpus("text/zh-gov").iterdir(), corpus("text/udhr-utf8") / "cmn_hant.txt"]
    for path in paths:
        report = Report()
        document = read(Source(path.read_bytes(), path.name), report)
        found = len(report.diagnostics)
        assert repair(document, "auto", report) is document
        assert len(report.diagnostics) == found


def test_forced_repair_hardly_touches_clean_reports() -> None:
    """Of 170,000 characters, force changes only half-width marks and such: no more than five glyphs."""
    glyphs = 0
    for path in corpus("text/zh-gov").iterdir():
        _, report = treat(path.read_bytes().decode("utf-8-sig"), "force")
        glyphs += report.edits.count("glyph")
    assert glyphs <= 5


def test_start_is_light() -> None:
    """Deciding that there is nothing to repair loads no dictionary."""
    import subprocess

    code = (
        "import sys; from convert.diagnostics import Report; from convert.model import Document, Para, Text\n"
        "from convert.passes.repair import repair\n"
        "repair(Document((Para((Text('会议指出，要加强。'),)),)), 'auto', Report())\n"
        "print(sorted({'opencc', 'pypinyin', 'charset_normalizer'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
