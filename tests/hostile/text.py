"""Plain text that is hostile: bytes of no charset, characters of no script, lines without end."""

from __future__ import annotations

import random

from tests.hostile.cases import Case

_REPORT = "关于加强安全工作的通知\n\n各市、县人民政府：\n一、总体要求\n坚持人民至上、生命至上。\n"
_NOISE = random.Random(9704).randbytes(100_000)

UNUSUAL = (
    "emoji 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇨🇳 ☺︎ ☺️ 1️⃣", "rare 𠮷 𠀀 𪚥 𫝀 𫞩 𬌗 𬺰 𮯠 𰻝 𱁬 𲎯 㐂 䶵 龦 鿿", "variants 葛󠄀 葛󠄁 辻󠄀 芦︀", "radicals ⼀⼆⼈ compatible 﨑 樂 豈 福",
    "private \ue000 \uf8ff \U000f0000 \U00100000", "unassigned \u0378 \u0380 \U0001fbff \U0003fffd", "noncharacters \ufffe \uffff \ufdd0 \U0001ffff",
    "tags \U000e0001\U000e0068\U000e0069", "override file\u202egnp.exe isolates \u2066a\u2067b\u2069", "trojan access\u202e \u2066// check\u2069 \u2066",
    "zero a\u200bb\u200cc\u200dd\u2060e\ufefff", "soft hy\u00adphen nbsp\u00a0x\u202fy\u2007z wide\u3000space", "combining e\u0301 é ở̷ Z" + "".join(chr(0x300 + n % 0x6F) for n in range(300)),
    "jamo 각 각 ᄀᄀᄀ", "Arabic العَرَبِيَّة ﷺ ﷽", "Hebrew שָׁלוֹם", "Devanagari क्षि त्र", "Thai กำลังทดสอบภาษาไทยที่ไม่มีการเว้นวรรค", "Khmer ខ្មែរ Tibetan བོད་ Mongolian ᠮᠣᠩ Uyghur ئۇيغۇر Yi ꆈ",
    "wide ＡＢＣ１２３“”‘’《》—— ……", "letters 𝒜𝔸𝕒 ∑∫√ ½ x² ℃ ㎡ ㏄", "numbers ㈠ ⑴ ①⑳㉑ Ⅰⅻ 〇零壹", "vertical ︵︶︷︸﹁﹂", "address http://example.com/" + "a" * 3000, "digits " + "9" * 5000,
)  # fmt: skip
"""Paragraphs of characters that a report seldom has; each begins with a word that must be kept."""

_WORDS = tuple(paragraph.split()[0] for paragraph in UNUSUAL)


def _coded(encoding: str, text: str = _REPORT) -> Case:
    kept = "".join(text.split()[0])
    return Case(f"{encoding}.txt", f"in {encoding}, without a mark", text.encode(encoding), keeps=(kept[:8],))


CASES = (
    Case("plain.txt", "nothing: it must be done", _REPORT, keeps=("总体要求",)),
    *(_coded(name) for name in ("utf-16-le", "utf-16-be", "gb18030", "gbk")),
    _coded("big5", "關於進一步加強應急管理工作的通知\r\n\r\n各縣市政府：\r\n一、總體要求\r\n"),
    _coded("cp932", "災害対策の一層の強化について（通知）\n\n都道府県知事　殿\n"),
    _coded("euc-kr", "재난 대응 강화에 관한 통지\n각 시·도지사\n"),
    _coded("koi8-r", "Дальнейшее усиление работы\n"),
    Case("hz.txt", "in HZ, which is ASCII to look at", _REPORT.encode("hz"), "either"),
    Case("mark.txt", "a byte order mark", "\ufeff" + _REPORT, keeps=("总体要求",), lacks=("\ufeff关于",)),
    Case("utf-32.txt", "UTF-32", _REPORT.encode("utf-32"), keeps=("总体要求",)),
    Case("half.txt", "UTF-16 with an odd number of bytes", _REPORT.encode("utf-16")[:-1], "either"),
    Case("mixed.txt", "lines of UTF-8 and lines of GBK", _REPORT.encode() + "以下为国标编码：通知\n".encode("gbk") + b"end\n", "either"),
    Case("invalid.txt", "UTF-8 with invalid sequences", ("正常文字".encode() + b"\xff\xfe\xc3\x28\xe2\x82\xf0\x9f\x92" + "继续\n".encode()) * 50, "either"),
    Case("overlong.txt", "overlong forms of / and .", b"a\xc0\xaf\xe0\x80\xaf/etc\xc0\xae\xc0\xae passwd\n", "either"),
    Case("surrogates.txt", "lone surrogates, and pairs of them, in UTF-8", b"\xed\xa0\x80 lone \xed\xb0\x80 pair \xed\xa0\xbd\xed\xb8\x80\n", "either"),
    Case("nul.txt", "NUL between the letters", b"a\0b\0\0c\n" * 1000, "either"),
    Case("bytes.txt", "all bytes", bytes(range(256)) * 100, "either"),
    Case("noise.txt", "random bytes", _NOISE, "either"),
    Case("photograph.txt", "a JPEG called .txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + _NOISE, "refused"),
    Case("package.txt", "a zip called .txt", b"PK\x03\x04" + _NOISE, "refused"),
    Case("controls.txt", "control characters, terminal escapes, separators", "begin\x01\x02\x07\x08\x0b\x0c\x0e\x1b[31mred\x1b[0m\x7f\x85\u2028\u2029end\n", keeps=("begin", "end")),
    Case("newlines.txt", "seven kinds of line ends", "a\rb\r\nc\nd\u2028e\x0bf\x0cg\x85h", keeps=("a", "h")),
    Case("unusual.txt", "the characters of the world", "\n\n".join(UNUSUAL) + "\n", keeps=_WORDS),
    Case("unusual.md", "the same in Markdown", "# 标题 𰻝 👨‍👩‍👧‍👦 עברית\n\n" + "\n\n".join(UNUSUAL) + "\n\n| 列 | עמוד | ثالث |\n|--|--|--|\n| 𠮷 | א | ب |\n", keeps=_WORDS),
    Case("marked.txt", "letters with 5,000 marks each", "".join("Z" + "\u0301" * 5000 for _ in range(3)) + "\n\nfinish\n", keeps=("finish",)),
    Case("newlines-only.txt", "100,000 line ends", "\n" * 100_000, "refused", ("input-empty",)),
    Case("empty.txt", "no bytes", "", "refused", ("input-empty",)),
    Case("line.txt", "a line of 300,000 characters", "无标点无换行的超长文本字" * 25_000, keeps=("超长文本",), heavy=True),
    Case("lines.txt", "20,000 lines", "第一条　为了规范格式，制定本办法。\n" * 20_000, keeps=("第一条",), heavy=True),
    Case("word.txt", "a word of 100,000 letters", "x" * 100_000 + "\n\nfinish\n", keeps=("finish",), heavy=True),
    Case("columns.txt", "columns by tabs", "\n".join("列A\t列B\t\t列D" for _ in range(500)), keeps=("列D",)),
    Case("markup.txt", "characters that are markup elsewhere", "# not a heading\n* star\n_low_ <b>not bold</b> &amp; \\LaTeX {{x}} ${y} %s %(a)s {0}\n", keeps=("\\LaTeX", "{{x}}", "${y}", "%(a)s", "{0}")),
    Case("numbers.txt", "numbers of headings without end", "\n".join(f"{'（' * 50}一{'）' * 50}、{'第' * 50}{n}条" for n in range(200)), keeps=("条",)),
    Case("brackets.txt", "5,000 brackets and book marks that do not close", "（《“‘【〔" * 5000 + "\n\nfinish\n", keeps=("finish",)),
    Case("dates.txt", "dates that are none", "\n".join(("关于日期的通知", "各单位：", "正文。", "某某厅", "9999999999年99月99日", "〇〇〇〇年〇月〇日", "2025年2月30日", "２０２５年６月２３日")), keeps=("2025年2月30日",)),
)  # fmt: skip
