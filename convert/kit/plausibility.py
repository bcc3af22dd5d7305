"""How plausible bytes are in the East Asian and Cyrillic encodings, by how many of their characters are common ones.

GB 18030 gives a character to nearly every byte pair, so "it decodes" says little: Big5, Shift-JIS, EUC and even
Latin-2 text often decode as GB 18030.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_HANS = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所"
    "然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与"
    "长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己"
    "制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系"
    "气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社"
    "便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉"
    "格望觉术领共确传师观清今切院让识候带导争运委省党议讲研贯彻落究县局厅办责范防灾险"
)
_HANT = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡裏用道行"
    "所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它"
    "與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新"
    "己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平"
    "系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形"
    "社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取"
    "拉格望覺術領共確傳師觀清今切院讓識候帶導爭運喔啊嗎呢吧"
)
_KANA = "".join(map(chr, [*range(0x3041, 0x3097), *range(0x30A1, 0x30FB), 0x30FC]))
_JAPANESE = _KANA + (
    "日一国会人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小"
    "七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨"
)
_KOREAN = (
    "이다는을의에가고하지로기사도서대리인나한은시어그자들해것수정아일보만스게라과있를여부전"
    "니국상구장적제동주성원연요공조면소무안계영우선진신치"
)


class _East(NamedTuple):
    """An East Asian encoding: its common characters, and the lead bytes of its everyday (first) level."""

    encoding: str
    common: frozenset[str]
    leads: range


_EAST = (
    _East("gb18030", frozenset(_HANS), range(0xB0, 0xD8)),
    _East("big5hkscs", frozenset(_HANT), range(0xA4, 0xC7)),
    _East("euc_jis_2004", frozenset(_JAPANESE), range(0xB0, 0xD0)),
    _East("cp932", frozenset(_JAPANESE), range(0x88, 0x98)),
    _East("cp949", frozenset(_KOREAN), range(0xB0, 0xC9)),
)
COMMON = frozenset(_HANS + _HANT)
"""Common Chinese characters."""
PLAUSIBLE = 0.4
"""A real text scores 0.6 to 0.9, a wrong decoding 0.3 or less (measured on UDHR and chardet's files)."""
SAMPLE = 1 << 16
"""Bytes that the scores look at."""

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_RUSSIAN = frozenset("оеаинтсрвлкмдпуя")  # four letters of five
_MARKS = "«»–—“”„…№\xa0"
_RUN = re.compile(r"[^\W\d_]+|[^\x00-\x7f]")
_WORD = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_HIGH = re.compile(rb"[\x80-\xff]")


_HEBREW_WORD = re.compile(
    "[\u05d0-\u05d9\u05db\u05dc\u05de\u05e0-\u05e2\u05e4\u05e6-\u05ea\u05b0-\u05c7]+[\u05da\u05dd\u05df\u05e3\u05e5]?"
)
"""Final forms stand at a word's end."""
_HEBREW = 0.95  # below Russian where the letters tell nothing: two of its words in three have a letter that settles it
_THAI_SYLLABLE = re.compile(
    "[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a]?[\u0e47-\u0e4e]{0,2}[\u0e30\u0e32\u0e33\u0e45\u0e46]{0,2}"
)
"""A consonant with the vowel before it and what stands above, below and behind it (WTT 2.0, with its order of input)."""
_THAI_COMMON = frozenset(
    "\u0e19\u0e23\u0e2d\u0e01\u0e07\u0e21\u0e22\u0e25\u0e27\u0e14\u0e17\u0e2a\u0e15\u0e1b\u0e1a\u0e04\u0e2b\u0e2d\u0e32\u0e48\u0e49\u0e40\u0e35\u0e31\u0e34"
)
_THAI = "cp874"


def scores(source: bytes) -> dict[str, float]:
    """The score of each encoding, by its codec, -1 to 1."""
    part = sample(source)
    found = {east.encoding: _score(part, east) for east in _EAST}
    found |= {encoding: _cyrillic_score(part.decode(encoding, "replace")) for encoding in _CYRILLIC}
    return found | {
        "cp1255": _hebrew_score(part.decode("cp1255", "replace")),
        _THAI: _thai_score(part.decode(_THAI, "replace")),
    }


def _hebrew_score(text: str) -> float:
    """How plausible a text is as Hebrew: words in one alphabet, with final forms where they belong."""
    total = high = 0
    for word in _RUN.findall(text):
        size = sum(char > "\x7f" and char not in _MARKS for char in word)
        high += size
        total += size if _HEBREW_WORD.fullmatch(word) else -size
    return _HEBREW * total / high if high else 0.0


def _thai_score(text: str) -> float:
    """How plausible a text is as Thai: syllables of letters in an order that can be written, common ones among them."""
    high = sum(char > "\x7f" and char not in _MARKS for char in text)
    if not high:
        return 0.0
    good = "".join(found for found in _THAI_SYLLABLE.findall(text))
    common = sum(char in _THAI_COMMON for char in good)
    return (len(good) - 2 * (high - len(good)) - (len(good) - common) * 0.5) / high


def _cyrillic_score(text: str) -> float:
    """How plausible a text is as Russian: words in one alphabet and in lower case or with a capital."""
    high = sum(char > "\x7f" for char in text)
    total = 0.0
    for word in _RUN.findall(text):
        if _WORD.fullmatch(word):
            total += sum(1.0 if char in _RUSSIAN else 0.5 for char in word)
        else:
            total -= sum(char > "\x7f" and char not in _MARKS for char in word)
    return total / high if high else 0.0


def sample(source: bytes) -> bytes:
    """The first part of the source that is not plain ASCII, cut at line ends."""
    high = _HIGH.search(source)
    if len(source) <= SAMPLE or high is None:
        return source
    start = source.rfind(b"\n", 0, high.start()) + 1
    end = source.rfind(b"\n", high.end(), start + SAMPLE) + 1
    return source[start : end or start + SAMPLE]


def _score(sample: bytes, east: _East) -> float:
    """How plausible the sample is in an encoding, -1 to 1: 1 for a common character, ½ for an everyday one or a
    mark, 0 for the rest, -1 for what no text has (private use, unassigned, control) or a byte that does not decode."""
    counts = Counter(sample.decode(east.encoding, "replace"))
    weights = {char: n * _weight(char, east) for char, n in counts.items() if char > "\x7f"}
    if not any(weight > 0 and char.isalpha() for char, weight in weights.items()):
        return 0.0  # marks alone tell nothing
    return sum(weights.values()) / sum(counts[char] for char in weights)


def _weight(char: str, east: _East) -> float:
    if char in east.common:
        return 1.0
    if char == "\ufffd" or "\x80" <= char < "\xa0" or "\ue000" <= char <= "\uf8ff":
        return -1.0
    if "\u3000" <= char < "\u3030" or "\uff01" <= char <= "\uff5e" or char in "“”‘’—…·":
        return 0.5
    if east.encoding == "gb18030" and char in _KANA:
        return -0.5  # EUC-JP has its kana where GB 2312 has them
    try:
        encoded = char.encode(east.encoding)
    except UnicodeEncodeError:
        return -1.0
    low_trails = east.encoding in ("big5hkscs", "cp932")
    everyday = len(encoded) == 2 and encoded[0] in east.leads and (encoded[1] >= 0xA1 or low_trails)
    return 0.5 if everyday else 0.0
