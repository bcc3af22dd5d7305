"""The forms of official elements, GB/T 9704-2012 cl. 7.2 to 7.4: what each must look like as a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.checks.wording.flaws import Flaw, flaws_of

_BLANK = re.compile(r"\s+")
_HAN_DIGIT = "[〇○零一二三四五六七八九十]"
_CITED = re.compile(r"([\u4e00-\u9fff]{1,12})[\[［(（【{]((?:19|20)\d{2})[\]］)）】}]\s?第?(\d{1,5})号")
_NUMBER_BESIDE = re.compile(
    r"(?<=[\d密急平年月期])(?![年月期个急])[\u4e00-\u9fff]{1,12}[\[［(（【〔]\d{4}[\]］)）】〕]第?\d{1,5}号$"
)
"""发文字号 at the other end of a letter's first line (cl. 10.1)."""
_OLD_BRACKETS = re.compile(r"[\[［(（【{]((?:19|20)\d{2})[\]］)）】}]")
_SHORT_YEAR = re.compile(r"〔(\d{1,3}|\d{5,})〕")
_ORDINAL = re.compile(r"([〕\]］)）】])第(?=\d)")
_ZEROS = re.compile(r"(?<=[〕\]］)）】第])(0+)(\d+)(?=号)")
_NO_END = re.compile(r"[〕\]］)）】]第?\d+$")
_DATE = re.compile(r"(\d{2,4})年(\d{1,2})月(\d{1,2})日")
_POINTED = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_HAN_DATE = re.compile(rf"{_HAN_DIGIT}{{2,4}}年{_HAN_DIGIT}{{1,3}}月{_HAN_DIGIT}{{1,3}}日")
_SECRECY = re.compile(r"(绝密|机密|秘密)(.*)")
_TERM = re.compile(r"★(?:[1-9]\d?年|[1-9]\d?个月|长期)?")
_HAN_NUMBER = re.compile("[一二三四五六七八九十]+(?=年|个月)")
_NOTE = re.compile(r"附\s*件\s*([：:])?\s*(.*)", re.DOTALL)
_NOTE_ITEM = re.compile(r"(?:附\s*件\s*[：:]?\s*)?(\d{1,2})\s*([.．、：:，])\s*(.*)", re.DOTALL)
_STOP = re.compile("[。；，、.;,]+$")


def cited_numbers(text: str) -> Iterator[Flaw]:
    """国发[2024]5号: the year in the number of a document stands in 〔〕 (cl. 7.2.5; GB/T 15834-2011, 4.9)."""
    return flaws_of(_CITED, r"\1〔\2〕\3号", text)


def document_number(text: str) -> Iterator[Flaw]:
    """发文字号 (cl. 7.2.5): the full year in 〔〕, no 第, no zeros before the number, 号 at the end."""
    words = _BLANK.sub("", text.partition("签发人")[0])
    for found in _OLD_BRACKETS.finditer(words):
        yield Flaw(found.start(), found[0], f"〔{found[1]}〕")
    for found in _SHORT_YEAR.finditer(words):
        yield Flaw(found.start(), found[0], f"〔20{found[1]}〕" if len(found[1]) == 2 else "")
    for found in _ORDINAL.finditer(words):
        yield Flaw(found.start(), found[0], found[1])
    for found in _ZEROS.finditer(words):
        yield Flaw(found.start(1), found[1] + found[2], found[2])
    if _NO_END.search(words):
        yield Flaw(len(words), words[-8:], words[-7:] + "号")


def document_date(text: str) -> Iterator[Flaw]:
    """成文日期 and 印发日期 (cl. 7.3.5.4, 7.4.3): Arabic digits, the full year, no zeros before month and day."""
    words = _BLANK.sub("", text)
    for found in _DATE.finditer(words):
        year, month, day = found.groups()
        if len(year) != 4 or month[0] == "0" or day[0] == "0":
            wanted = (
                f"{year}年{int(month)}月{int(day)}日"
                if len(year) == 4
                else f"20{year[-2:]}年{int(month)}月{int(day)}日"
            )
            yield Flaw(found.start(), found[0], wanted)
    for found in _HAN_DATE.finditer(words):
        yield Flaw(found.start(), found[0], "2025年6月23日")
    for found in () if _DATE.search(words) else _POINTED.finditer(words):
        yield Flaw(found.start(), found[0], f"{found[1]}年{int(found[2])}月{int(found[3])}日")


def classification(text: str) -> Iterator[Flaw]:
    """密级和保密期限 (cl. 7.2.2): the degree, ★ and the term in digits, as 机密★1年."""
    found = _SECRECY.match(_NUMBER_BESIDE.sub("", _BLANK.sub("", text)))
    if not found or not found[2] or _TERM.fullmatch(found[2]):
        return
    words = found[1] + found[2]
    digits = _HAN_NUMBER.sub(lambda number: str(_value(number[0])), found[2])
    term = digits.lstrip("★☆*-—_ ：:")
    wanted = f"{found[1]}★{term}"
    yield Flaw(0, words, wanted if _TERM.fullmatch(f"★{term}") else "")


def _value(han: str) -> int:
    tens, ten, ones = han.rpartition("十")
    digits = " 一二三四五六七八九"
    return (digits.index(tens or "一") * 10 if ten else 0) + (digits.index(ones) if ones else 0)


def urgency(text: str) -> Iterator[Flaw]:
    """紧急程度 (cl. 7.2.3): 特急 or 加急 (条例 art. 9); of telegrams also 特提 and 平急."""
    words = _NUMBER_BESIDE.sub("", _BLANK.sub("", text))
    if words not in ("特急", "加急", "特提", "平急"):
        yield Flaw(0, words, "特急 / 加急")


def copy_number(text: str) -> Iterator[Flaw]:
    """份号 (cl. 7.2.1): six digits."""
    words = _NUMBER_BESIDE.sub("", _BLANK.sub("", text))
    digits = re.sub(r"\D", "", words)
    if digits and not re.fullmatch(r"\d{6}", words):
        yield Flaw(0, words, digits.zfill(6) if len(digits) <= 6 else "")


def recipients_end(text: str) -> Iterator[Flaw]:
    """主送机关 (cl. 7.3.2): ： of full width behind the last."""
    words = text.rstrip()
    if not words.endswith("："):
        yield Flaw(len(words) - 1, words[-6:], words.rstrip(":，。；")[-5:] + "：")


def copies_end(text: str) -> Iterator[Flaw]:
    """抄送机关 (cl. 7.4.2): 。 behind the last."""
    words = text.rstrip()
    if not words.endswith("。"):
        yield Flaw(len(words), words[-6:], words.rstrip("，；、.;,")[-5:] + "。")


def copies_label(text: str) -> Iterator[Flaw]:
    """抄送： with a colon of full width (cl. 7.4.2)."""
    found = re.match(r"\s*(抄送|主送)\s*([:;；])", text)
    if found:
        yield Flaw(found.start(1), found[1] + found[2], found[1] + "：")


def printing(text: str) -> Iterator[Flaw]:
    """印发日期 (cl. 7.4.3): as other dates, 印发 behind it."""
    yield from document_date(text)
    words = _BLANK.sub("", text)
    found = re.search(r"\d{4}年\d{1,2}月\d{1,2}日(?:印发)?", words)
    if found and not found[0].endswith("印发"):
        yield Flaw(found.start(), words[found.start() : found.end() + 2], found[0] + "印发")


def annotation(text: str) -> Iterator[Flaw]:
    """附注 (cl. 7.3.6): in （ ）."""
    words = text.strip()
    if not (words.startswith("（") and words.endswith("）")):
        yield Flaw(
            0, words[:10], f"（{words.strip('()（） ')[:8]}…）" if len(words) > 10 else f"（{words.strip('()（） ')}）"
        )


def attachment_note(text: str) -> Iterator[Flaw]:
    """附件说明 (cl. 7.3.4): 附件： with a colon of full width, and no mark behind a name."""
    note = _NOTE.match(text.strip())
    if note and note[1] != "：" and not re.match(r"\d", note[2]):
        yield Flaw(0, text.strip()[:6], "附件：")
    words = text.rstrip()
    if found := _STOP.search(words):
        yield Flaw(found.start(), found[0])


def attachment_number(text: str) -> Iterator[Flaw]:
    """The numbers of several attachments are Arabic, as 附件：1. (cl. 7.3.4)."""
    found = _NOTE_ITEM.match(text.strip())
    if found and found[2] != ".":
        yield Flaw(0, found[1] + found[2], f"{found[1]}.")
    elif han := re.match(r"(?:附\s*件\s*[：:]?\s*)?([一二三四五六七八九十]{1,2})[、.．]", text.strip()):
        yield Flaw(0, han[0], f"{_value(han[1])}.")
