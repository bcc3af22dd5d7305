"""Real web pages: each is read without a crash and in time, nothing that is seen is lost where the whole page is asked for,
and the article, its title and its date are found at least as well as a peer finds them.

`pytest -s tests/corpus/test_html.py` prints the figures.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from convert.diagnostics import ConvertError, InputError, Report
from convert.kit.dates import complete_date
from convert.model import Document, Node, Note
from convert.model.walk import nodes
from convert.readers.html import read
from convert.readers.html.charset import page_text
from convert.reading.source import MainContent, Source
from tests.corpora import CORPUS, corpus

FILES = sorted(path for path in (CORPUS / "html").rglob("*.html") if path.name != "expected.html")
NO_CORPUS = pytest.mark.skipif(not FILES, reason=f"no corpus: nothing in {CORPUS / 'html'} (set TRIPTYCH_CORPUS)")
SECONDS = 10
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def document(path: Path, main: MainContent = "auto") -> Document:
    """What is read of a page."""
    return read(Source(path.read_bytes(), path.name, path.parent, main), Report(path.name))


def shown(path: Path) -> str:
    """A path as a test's name."""
    return str(path.relative_to(CORPUS / "html"))


@NO_CORPUS
@pytest.mark.parametrize("main", ["auto", "on", "off"])
@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_real_page_is_read_in_time(path: Path, main: MainContent) -> None:
    started = time.perf_counter()
    try:
        found = document(path, main)
    except InputError as refusal:
        assert (
            refusal.diagnostic.code == "input-empty" and "the-input-byte-stream" in path.name
        )  # only scripts show more
        return
    assert found.blocks and time.perf_counter() - started < SECONDS


# --- nothing is lost -------------------------------------------------------------------------------------------------

_UNSEEN = "script, style, noscript, template, iframe, datalist, video, audio, object, rp, title, option, svg, [hidden]"


def seen_letters(path: Path) -> Counter[str]:
    """The letters and digits of a page that a browser shows, by another way: lexbor's own text of what is left when all
    that is not seen is taken out."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page_text(path.read_bytes(), Report()))
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css("[style]"):
        if re.search(r"display\s*:\s*none", node.attributes.get("style") or "", re.IGNORECASE) and node.tag != "body":
            node.decompose()
    return Counter(re.sub(r"[\W_]", "", tree.body.text() if tree.body else ""))


def words_of(node: Node) -> str:
    """A node's own words."""
    return " ".join(value for name in ("text", "tex", "reading") if isinstance(value := getattr(node, name, ""), str))


@NO_CORPUS
@pytest.mark.parametrize("path", FILES, ids=shown)
def test_the_whole_page_keeps_every_letter_that_is_seen(path: Path) -> None:
    try:
        found = document(path, "off")
    except ConvertError:
        return  # the test above judges refusals
    kept = Counter(re.sub(r"[\W_]", "", "".join(words_of(node) for node in nodes(found))))
    lost = seen_letters(path) - kept
    notes = sum(isinstance(node, Note) for node in nodes(found))  # numbered anew: the marks at both ends go
    assert all(char.isdecimal() for char in lost) and lost.total() <= 8 * notes


# --- the article -----------------------------------------------------------------------------------------------------


def tokens(text: str) -> Counter[str]:
    """Words, and Han characters and kana one by one."""
    return Counter(_TOKEN.findall(text.lower()))


def f1(found: str, wanted: str) -> float:
    """The harmonic mean of precision and recall of tokens."""
    both = (tokens(found) & tokens(wanted)).total()
    return 2 * both / (tokens(found).total() + tokens(wanted).total()) if both else 0.0


def articles() -> Iterator[tuple[Path, str]]:
    """Pages with the text of their article, as Readability's tests and the article-extraction benchmark have it."""
    from selectolax.lexbor import LexborHTMLParser

    for expected in sorted(corpus("html/readability").glob("*/expected.html")):
        text = LexborHTMLParser(expected.read_text("utf-8")).text(separator=" ")
        if text.strip():
            yield expected.with_name("source.html"), text
    truths = json.loads((corpus("html/aeb") / "GROUND_TRUTH.json").read_text("utf-8"))
    for name, truth in truths.items():
        yield corpus("html/aeb") / f"{name}.html", truth["articleBody"]


def ours(path: Path) -> str:
    """The words that are read of a page."""
    return " ".join(words_of(node) for node in nodes(document(path, "on")))


def snippet_f1(extract: Callable[[Path], str]) -> float:
    """Of the pieces that trafilatura's own tests want in or out of their pages: F1 of those that are in."""
    hits = misses = strays = 0
    for name, wish in json.loads((corpus("html/trafilatura") / "EXPECT.json").read_text("utf-8")).items():
        text = "".join(extract(corpus("html/trafilatura") / name).split())
        found = ["".join(piece.split()) in text for piece in wish["with"]]
        hits, misses = hits + sum(found), misses + len(found) - sum(found)
        strays += sum("".join(piece.split()) in text for piece in wish["without"])
    return 2 * hits / (2 * hits + misses + strays)


@NO_CORPUS
def test_articles_are_found_as_well_as_trafilatura_finds_them() -> None:
    """The mean over pages with a known text must not be below trafilatura's, nor what is found of the pieces that its own
    tests ask for, though we keep captions of pictures and credits, which counts against us there."""
    trafilatura = pytest.importorskip("trafilatura", reason="pip install trafilatura to compare with it")

    def theirs(path: Path) -> str:
        return trafilatura.extract(path.read_bytes(), include_comments=False) or ""

    wanted = list(articles())
    scores = [sum(f1(extract(path), text) for path, text in wanted) / len(wanted) for extract in (ours, theirs)]
    pieces = [snippet_f1(extract) for extract in (ours, theirs)]
    print(f"\narticles of {len(wanted)} pages, F1: ours {scores[0]:.3f}, trafilatura {scores[1]:.3f}")
    print(f"pieces of trafilatura's tests, F1: ours {pieces[0]:.3f}, trafilatura {pieces[1]:.3f}")
    assert scores[0] >= scores[1]
    assert scores[0] >= 0.97 and pieces[0] >= pieces[1]


# --- titles and dates ------------------------------------------------------------------------------------------------

# Written down from the pages as they look; an empty date: the page shows none.
CHINESE = {
    "zh-gov/cjn_1.html": ("外媒眼中的武汉长假：蓬勃发展，欢声笑语", "2020-10-04"),
    "zh-gov/gzggw_1.html": ("1-10月德清县固定资产投资结构趋稳趋优", "2016-11-22"),
    "zh-gov/sxmu_1.html": ("中华人民共和国监察法", "2018-05-17"),
    "zh-gov/zsnews_1.html": ("顺德区大良街道党工委委员潘卓辉一行到众创金融街开展调研工作", "2019-03-06"),
    "zh-gov/zyyfy_1.html": (
        "【不忘初心 牢记使命】我院医技药剂党支部举办2019年中药、药学理论知识与专业技能大赛",
        "2019-10-31",
    ),
    "zh-news/163_5.html": ("女警打百个电话遭停机 评:运营商识别诈骗智商感人", "2019-09-07"),
    "zh-news/baijiahao_2.html": ("日本最后一家传呼机公司停止服务，殡仪馆为BB机送终", "2019-09-30"),
    "zh-news/baijiahao_3.html": ("这款休闲裤太帅了，让你时尚潮流穿着舒适", "2018-03-08"),
    "zh-news/ednchina_1.html": ("阿里发布最强AI芯片：性能“吊打”同行，一块顶十块GPU", "2019-09-25"),
    "zh-news/guancha_3.html": ("苹果回应“违反中国劳动法”：大多数指控错误", "2019-09-09"),
    "zh-news/hexun_1.html": ("交通运输部：着力打造京津冀区域综合立体交通网络", "2019-09-26"),
    "zh-news/mingridapan_1.html": ("最新出炉联合国贸发报告：2019年全球经济增长率降至2.3%", "2019-09-26"),
    "zh-news/other_1.html": (
        "全国人民代表大会常务委员会关于批准财政部发行特别国债购买外汇及调整2007年末国债余额限额的决议",
        "2007-08-20",
    ),
    "zh-news/qq_2.html": ("棱镜|数据业大整顿：爬虫与现金贷共生共荣，用户信息几元不等", "2019-09-23"),
    "zh-news/sina_3.html": ("债券市场是否存在泡沫？世界知名首席投资官们这么说", "2019-09-09"),
    "zh-news/sina_4.html": ("苹果发布新iPhone 11：64GB售5499元 256GB售6799元", "2019-09-11"),
    "zh-news/test_list_page_163_1.html": ("网易新闻", ""),
    "zh-news/test_list_page_tieba_1.html": ("贴吧热议吧", ""),
    "zh-news/thepaper_5.html": ("柳叶刀：味觉嗅觉丧失是新冠感染最强预测指标，优于发烧咳嗽", "2020-06-06"),
    "zh-news/toutiao_4.html": ("较强冷空气来袭 全国多地开启“抖抖抖”模式", "2019-11-25"),
    "zh-news/toutiao_5.html": ("顺丰小哥汪勇连升3级，国家授予特别奖：时代永远在奖励解决问题的摆渡人", "2020-03-09"),
    "zh-news/xds_1.html": ("【资讯汇总】9月26日盘中重要资讯汇总 准确把握市场走向", "2019-09-26"),
}


@NO_CORPUS
def test_titles_and_dates_of_chinese_pages_are_right() -> None:
    wrong: list[str] = []
    for name, (title, date) in CHINESE.items():
        meta = document(corpus("html") / name).meta
        day = complete_date(meta.date)
        if meta.title != title:
            wrong.append(f"{name}: title {meta.title!r}")
        if (str(day) if day else meta.date) != date:
            wrong.append(f"{name}: date {meta.date!r}")
    share = 1 - len(wrong) / (2 * len(CHINESE))
    print(f"\ntitles and dates of {len(CHINESE)} Chinese pages: {share:.1%} right", *wrong, sep="\n")
    assert share >= 0.9


# --- encodings -------------------------------------------------------------------------------------------------------


@NO_CORPUS
@pytest.mark.parametrize(
    "path", sorted((CORPUS / "html/i18n-tests").glob("the-input-byte-*")), ids=lambda path: path.stem
)
def test_pages_are_decoded_as_their_tests_expect(path: Path) -> None:
    """Each of these pages of the W3C has a class name that comes out right in the right encoding only."""
    assert re.search("class='(?:ýäè|ÃœÃ€Ãš)'", page_text(path.read_bytes(), Report()))
