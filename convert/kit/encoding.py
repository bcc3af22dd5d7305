"""Bytes to characters: find out how a text file is encoded, and decode it without losing anything.

The order is: byte-order mark, UTF-8, UTF-16/32 without a mark, the East Asian encodings by how plausible their
text is, then a statistical detector (charset-normalizer) for the one-byte code pages.

GB 18030 gives a character to nearly every byte pair, so "it decodes" says little: Big5, Shift-JIS, EUC and even
Latin-2 text often decode as GB 18030. Each candidate is therefore scored by how many of its characters are common ones.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import NamedTuple, NoReturn

from convert.diagnostics import InputError, Pos


class Decoded(NamedTuple):
    """Decoded text. `bom + text.encode(encoding)` is the source; where it is not, `raw` holds the source itself."""

    text: str
    encoding: str
    bom: bytes
    raw: bytes | None


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

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
_WIDE_COMMON = frozenset(_HANS + _HANT)
_PLAUSIBLE = 0.4  # a real text scores 0.6 to 0.9, a wrong decoding 0.3 or less (measured on UDHR and chardet's files)
_SAMPLE = 1 << 16  # bytes that the scores and the detector look at

# Where GB 18030-2022 maps 24 code points that Python's codec (GB 18030-2000/2005) has in the private use area.
_GB18030_2022 = {
    **{0xE78D + i: 0xFE10 + j for i, j in enumerate((0, 2, 1, 3, 4, 5, 6, 7, 8, 9))},
    **dict(zip((0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864), range(0x9FB4, 0x9FBC), strict=True)),
    **{0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE},
}
_PRIVATE = re.compile("[" + "".join(map(chr, _GB18030_2022)) + "]")
_VALID_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ISO_2022 = re.compile(rb"\x1b\$[@B(].*\x1b\([BJ]", re.DOTALL)
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(source: bytes) -> Decoded:
    """The text of a file's bytes.

    Raises InputError: `encoding-invalid` names the first bad byte of a file that is otherwise in one encoding,
    `input-binary` a file that is no text, `encoding-unknown` one whose encoding cannot be told.
    """
    for bom, encoding in _BOMS:
        if source.startswith(bom) and not (encoding == "utf-32-le" and len(source) % 4):
            return _decoded(source, encoding, bom)
    if _ISO_2022.search(source):
        return _by_codec(source, "iso2022_jp_2004")
    if b"\0" in source:
        return _decoded(source, _wide_encoding(source))
    try:
        return Decoded(source.decode(), "utf-8", b"", None)
    except UnicodeDecodeError:
        pass
    return _decode_legacy(source)


def _decoded(source: bytes, encoding: str, bom: bytes = b"") -> Decoded:
    """Strictly by a known encoding."""
    body = source[len(bom) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        _reject(source, encoding, error.start + len(bom), bom)
    if encoding != "gb18030":
        return Decoded(text, encoding, bom, None)
    return _checked(_PRIVATE.sub(lambda m: chr(_GB18030_2022[ord(m[0])]), text), encoding, source, bom)


def _checked(text: str, encoding: str, source: bytes, bom: bytes = b"") -> Decoded:
    """With the source kept where encoding the text again does not give it."""
    try:
        same = bom + text.encode(encoding) == source
    except UnicodeEncodeError:
        same = False
    return Decoded(text, encoding, bom, None if same else source)


def _decode_legacy(source: bytes) -> Decoded:
    """By plausibility: not UTF-8, no zero bytes."""
    high = len(_HIGH.findall(source))
    if sum(map(len, _VALID_UTF8.findall(source))) >= 0.8 * high:
        _decoded(source, "utf-8")  # raises
    sample = _sample(source)
    scores = {east: _score(sample, east) for east in _EAST}
    best = max(scores, key=scores.__getitem__)
    if scores[best] >= _PLAUSIBLE:
        return _decoded(source, best.encoding) if best.encoding == "gb18030" else _by_codec(source, best.encoding)
    encoding = _utf16(source) or _detected(sample)
    return _by_codec(source, encoding)


def _by_codec(source: bytes, encoding: str) -> Decoded:
    text = _try(source, encoding)
    if text is None:
        _decoded(source, encoding)  # raises
        raise AssertionError(encoding)
    return _checked(text, encoding, source)


def _sample(source: bytes) -> bytes:
    """The first part of the source that is not plain ASCII, cut at line ends."""
    high = _HIGH.search(source)
    if len(source) <= _SAMPLE or high is None:
        return source
    start = source.rfind(b"\n", 0, high.start()) + 1
    end = source.rfind(b"\n", high.end(), start + _SAMPLE) + 1
    return source[start : end or start + _SAMPLE]


def _try(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        return None


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


def _wide_encoding(source: bytes) -> str:
    """UTF-16 or UTF-32, of text with zero bytes. Raises InputError for anything else with zero bytes."""
    if len(source) % 4 == 0:
        for encoding in ("utf-32-le", "utf-32-be"):
            if _try(source, encoding) is not None:
                return encoding
    encoding = _utf16(source)
    if not encoding:
        raise InputError("input-binary", _position(source, "latin-1", source.index(0)))
    return encoding


def _utf16(source: bytes) -> str:
    """The byte order of UTF-16 text without a mark, by which the text is plausible; empty where neither is."""
    shares: dict[str, float] = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(source, encoding) if len(source) % 2 == 0 else None
        if text and "\0" not in text:
            counts = Counter(text[:_SAMPLE])
            bad = sum(n for char, n in counts.items() if char < " " and char not in "\t\n\r\f")
            good = sum(n for char, n in counts.items() if _is_plain(char))
            shares[encoding] = good / counts.total() if bad * 100 <= counts.total() else 0.0
    best = max(shares, key=shares.__getitem__, default="")
    return best if best and shares[best] > 0.3 else ""


def _is_plain(char: str) -> bool:
    return char < "\u0700" or "\u3000" <= char < "\u3100" or char in _WIDE_COMMON


def _detected(sample: bytes) -> str:
    """What charset-normalizer makes of the sample. Raises InputError where it makes nothing of it."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise InputError("encoding-unknown")
    return best.encoding


def _reject(source: bytes, encoding: str, at: int, bom: bytes) -> NoReturn:
    """Name the byte that does not belong."""
    pos = _position(source[len(bom) :], encoding, at - len(bom))
    pos = Pos(pos.line, pos.column, at, at + 1)
    words = {"encoding": encoding.upper(), "byte": f"0x{source[at]:02X}"}
    raise InputError("encoding-invalid", pos, line=pos.line, column=pos.column, **words)


def _position(source: bytes, encoding: str, at: int) -> Pos:
    before = source[:at].decode(encoding, "replace")
    line = before.count("\n") + 1
    return Pos(line, len(before) - (before.rfind("\n") + 1) + 1, at, at + 1)
