"""Bytes to characters: find out how a text file is encoded, and decode it without losing anything.

The order is: byte-order mark, UTF-8, what the document itself declares, UTF-16/32 without a mark, lines in different
encodings, the East Asian encodings by how plausible their text is, then a statistical detector (charset-normalizer) for
the one-byte code pages.

A declaration is believed unless the bytes say otherwise: pages saved as UTF-8 keep the name of what they were, and
servers' templates say ISO-8859-1 of whatever is put into them.

A file whose encoding is clear is read though single bytes of it are not in that encoding: U+FFFD stands for each, and the
result says where (`Decoded.damage`).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import NamedTuple, NoReturn

from convert.diagnostics import InputError, Pos
from convert.kit.charsets import codec_of
from convert.kit.damage import Damage, mixed_lines, place_of, replaced
from convert.kit.plausibility import COMMON, PLAUSIBLE, SAMPLE, sample, scores


class Decoded(NamedTuple):
    """Decoded text. `bom + text.encode(encoding)` is the source; where it is not, `raw` holds the source itself. `damage`:
    what of the source is not in the encoding."""

    text: str
    encoding: str
    bom: bytes
    raw: bytes | None
    damage: tuple[Damage, ...] = ()


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

# Where GB 18030-2022 maps 24 code points that Python's codec (GB 18030-2000/2005) has in the private use area.
_GB18030_2022 = {
    **{0xE78D + i: 0xFE10 + j for i, j in enumerate((0, 2, 1, 3, 4, 5, 6, 7, 8, 9))},
    **dict(zip((0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864), range(0x9FB4, 0x9FBC), strict=True)),
    **{0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE},
}
_PRIVATE = re.compile("[" + "".join(map(chr, _GB18030_2022)) + "]")
_VALID_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ISO_2022, _ISO_2022_END = re.compile(rb"\x1b\$[@B(]"), re.compile(rb"\x1b\([BJ]")
_LONG_UTF8 = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
_CONTROLS = bytes(n for n in range(0x20) if n not in b"\t\n\v\f\r\x1b")
_CUT = 32  # bytes
_FEW, _MANY = (
    0.05,
    0.1,
)  # of the bytes: texts may have stray zero bytes and other controls, pictures and programs have more
_SHORT = 1024  # bytes
_SEVEN_BIT = frozenset({"hz", "iso2022_jp_2004", "iso2022_kr"})
_EAST_ASIAN = frozenset({"gb18030", "big5hkscs", "euc_jis_2004", "cp932", "cp949"})
_CERTAIN, _ENOUGH = 0.6, 20  # score and bytes above 0x7F that outweigh the name of a one-byte encoding
_WINDOWS_1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}


def decode(source: bytes, declared: str = "") -> Decoded:
    """The text of a file's bytes. `declared`: the label of the encoding that the document names, if it names one; where
    it is not in that, the result's `encoding` is another than `convert.kit.charsets.codec_of(declared)`.

    Raises InputError: `encoding-invalid` names the first bad byte of a file that is otherwise in one encoding, but has
    many such bytes, `input-binary` a file that is no text, `encoding-unknown` one whose encoding cannot be told.
    """
    for bom, encoding in _BOMS:
        if source.startswith(bom) and not (
            encoding == "utf-32-le" and _try(source[: len(source) // 4 * 4], encoding) is None
        ):
            return _decoded(source, encoding, bom)
    believed = _by_declaration(source, codec_of(declared))
    if believed is not None:
        return believed
    shift = _ISO_2022.search(source)
    if shift and _ISO_2022_END.search(source, shift.end()):
        return _by_codec(source, "iso2022_jp_2004")
    if b"\0" in source:
        return _decode_zeros(source)
    if source.isascii() and _is_hz(source):
        return _by_codec(source, "hz")
    return _decode_bytes(source)


def _decode_zeros(source: bytes) -> Decoded:
    """Of text with zero bytes: in UTF-16 or UTF-32, or strays in any other."""
    encoding = _wide_encoding(source)
    if encoding:
        return _decoded(source, encoding)
    if _controls(source) <= _FEW:
        try:
            return _decode_bytes(source)
        except InputError:
            pass
    raise InputError("input-binary", place_of(source, "latin-1", source.index(0)))


def _decode_bytes(source: bytes) -> Decoded:
    """Of text in an encoding of bytes."""
    if len(source) > _SHORT and _controls(source) > _MANY:
        raise InputError("input-binary")
    text = _try(source, "utf-8")
    return _decode_legacy(source) if text is None else Decoded(text, "utf-8", b"", None)


def _controls(source: bytes) -> float:
    """The share of control characters."""
    return 1 - len(source.translate(None, _CONTROLS)) / len(source)


def _is_hz(source: bytes) -> bool:
    """Whether it is Chinese between ~{ and ~} (RFC 1843)."""
    text = _try(source, "hz") if _HZ.search(source) else None
    return text is not None and scores(text.encode("gb18030"))["gb18030"] >= PLAUSIBLE


def decode_broken(source: bytes, label: str) -> str:
    """The text in the encoding of a label, with U+FFFD for each byte that it does not have, as browsers show it.

    Raises LookupError for a label that is not known.
    """
    encoding = codec_of(label)
    text = source.decode(encoding, "replace")
    return _by_2022(text) if encoding == "gb18030" else text


def _by_declaration(source: bytes, encoding: str) -> Decoded | None:
    """By the codec of what is declared; None where it does not fit, is not plausible, or would be tried first anyway."""
    if not encoding or encoding.startswith("utf-") or b"\0" in source or source.isascii() != (encoding in _SEVEN_BIT):
        return None
    text = source.decode("latin-1").translate(_WINDOWS_1252) if encoding == "cp1252" else _try(source, encoding)
    if text is None or (encoding not in _SEVEN_BIT and _is_otherwise(source, encoding)):
        return None
    return _checked(_by_2022(text) if encoding == "gb18030" else text, encoding, source)


def _is_otherwise(source: bytes, encoding: str) -> bool:
    """Whether the bytes show that they are in UTF-8 or an East Asian encoding, not in this one."""
    found = scores(source)
    own = found.pop(encoding, 0.0)
    if _try(source, "utf-8") is not None and (own < PLAUSIBLE or _LONG_UTF8.search(source)):
        return True
    best = max(found.values())
    if encoding in _EAST_ASIAN:
        return own < PLAUSIBLE <= best
    return best >= _CERTAIN and len(_HIGH.findall(source)) >= _ENOUGH


def _decoded(source: bytes, encoding: str, bom: bytes = b"") -> Decoded:
    """By a known encoding. Raises InputError (`encoding-invalid`) where too much of the source is not in it."""
    body = source[len(bom) :]
    try:
        text, damage = body.decode(encoding), None
    except UnicodeDecodeError as error:
        text, damage = replaced(body, encoding, error.start, len(bom))
        if damage is None:
            _reject(source, encoding, error.start + len(bom), bom)
    if encoding == "gb18030":
        text = _by_2022(text)
    elif damage is None:
        return Decoded(text, encoding, bom, None)
    return _checked(text, encoding, source, bom, () if damage is None else (damage,))


def _by_2022(text: str) -> str:
    """GB 18030 text by the mapping of 2022."""
    return _PRIVATE.sub(lambda m: chr(_GB18030_2022[ord(m[0])]), text)


def _checked(text: str, encoding: str, source: bytes, bom: bytes = b"", damage: tuple[Damage, ...] = ()) -> Decoded:
    """With the source kept where encoding the text again does not give it."""
    try:
        same = bom + text.encode(encoding) == source
    except UnicodeEncodeError:
        same = False
    return Decoded(text, encoding, bom, None if same else source, damage)


def _decode_legacy(source: bytes) -> Decoded:
    """By plausibility: not UTF-8, no zero bytes."""
    mixed = mixed_lines(source)
    if mixed:
        return Decoded(mixed.text, "utf-8", b"", source, mixed.damage)
    high = len(_HIGH.findall(source))
    if sum(map(len, _VALID_UTF8.findall(source))) >= 0.8 * high:
        return _decoded(source, "utf-8")
    found = scores(source)
    best = max(found, key=found.__getitem__)
    if found[best] >= (PLAUSIBLE if _try(source, best) is not None else _CERTAIN):
        return _by_codec(source, best)
    if 3 * len(_LONG_UTF8.findall(source)) >= 0.5 * high:
        return _decoded(source, "utf-8")
    return _by_codec(source, _utf16(source) or _detected(sample(source)))


def _by_codec(source: bytes, encoding: str) -> Decoded:
    if encoding == "gb18030":
        return _decoded(source, encoding)
    text = _try(source, encoding)
    return _decoded(source, encoding) if text is None else _checked(text, encoding, source)


def _try(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide_encoding(source: bytes) -> str:
    """UTF-16 or UTF-32, of text with zero bytes; empty for anything else with zero bytes."""
    if len(source) % 4 == 0:
        for encoding in ("utf-32-le", "utf-32-be"):
            if _try(source, encoding) is not None:
                return encoding
    return _utf16(source)


def _utf16(source: bytes) -> str:
    """The byte order of UTF-16 text without a mark, by which the text is plausible; empty where neither is."""
    shares: dict[str, float] = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(source[: len(source) // 2 * 2], encoding)
        if text and "\0" not in text:
            counts = Counter(text[:SAMPLE])
            bad = sum(n for char, n in counts.items() if char < " " and char not in "\t\n\r\f")
            good = sum(n for char, n in counts.items() if _is_plain(char))
            shares[encoding] = good / counts.total() if bad * 100 <= counts.total() else 0.0
    best = max(shares, key=shares.__getitem__, default="")
    cut = len(source) % 2  # within a character: that takes more to believe
    return best if best and shares[best] > (0.6 if cut else 0.3) and len(source) > _CUT * cut else ""


def _is_plain(char: str) -> bool:
    return char < "\u0700" or "\u3000" <= char < "\u3100" or char in COMMON


def _detected(sample: bytes) -> str:
    """What charset-normalizer makes of the sample. Raises InputError where it makes nothing of it."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise InputError("encoding-unknown")
    return best.encoding


def _reject(source: bytes, encoding: str, at: int, bom: bytes) -> NoReturn:
    """Name the byte that does not belong."""
    pos = place_of(source[len(bom) :], encoding, at - len(bom))
    pos = Pos(pos.line, pos.column, at, at + 1)
    words = {"encoding": encoding.upper(), "byte": f"0x{source[at]:02X}"}
    raise InputError("encoding-invalid", pos, line=pos.line, column=pos.column, **words)
