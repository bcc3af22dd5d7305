"""Encodings are told apart, and what is in none is refused with its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import InputError, Pos
from convert.kit.charsets import codec_of
from convert.kit.damage import Damage
from convert.kit.encoding import Decoded, decode, decode_broken
from tests.corpora import corpus

HANS = "会议指出，要坚持安全第一、预防为主，切实把各项措施落到实处，确保人民群众生命财产安全。"
HANT = "會議指出，要堅持安全第一、預防為主，切實把各項措施落到實處，確保人民群眾生命財產安全。"
JAPANESE = "会議では、安全を第一とし、各種の対策を確実に実施することが求められました。"
KOREAN = "회의에서는 안전을 최우선으로 하고 각종 대책을 확실히 시행해야 한다고 지적하였다."
HEBREW = "הודעה בדבר ניהול חירום ברשויות המקומיות"
THAI = "ประกาศเรื่องการจัดการภาวะฉุกเฉินของหน่วยงานท้องถิ่น"
ARABIC = "إشعار بشأن إدارة الطوارئ في البلديات"
HONG_KONG = "香港特別行政區政府 㗎 啲 嘅 𨋢"
RUSSIAN = "На совещании было отмечено, что необходимо обеспечить безопасность населения и имущества граждан."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((HANS, e) for e in ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        *((HANT, e) for e in ("utf-8", "big5", "cp950", "utf-16")),
        *((JAPANESE, e) for e in ("shift_jis", "euc_jp", "iso2022_jp")),
        *((KOREAN, e) for e in ("euc_kr", "cp949")),
        *((RUSSIAN, e) for e in ("koi8_r", "cp1251", "cp866", "iso8859_5")),
        *((HEBREW, e) for e in ("cp1255", "iso8859_8")),
        *((THAI, e) for e in ("tis_620", "cp874")),
        (ARABIC, "cp1256"),
        (HONG_KONG, "big5hkscs"),
        *(("О дальнейшем усилении работы", e) for e in ("koi8_r", "cp1251", "cp866", "iso8859_5")),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    for sample in (text, text * 40, text + "\r\nABC 123\r\n"):
        decoded = decode(sample.encode(encoding))
        assert decoded.text == sample
        assert decoded.raw is not None or decoded.bom + decoded.text.encode(decoded.encoding) == sample.encode(encoding)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_utf8_is_taken_as_it_is(text: str) -> None:
    if text.encode().startswith((b"\xef\xbb\xbf", b"\xff\xfe")) or "\x1b" in text or "~{" in text:
        return
    assert decode(text.encode()) == Decoded(text, "utf-8", b"", None)


def test_a_bad_byte_in_utf8_is_replaced_and_named() -> None:
    source = "第一行。\n第二行有".encode() + b"\xff" + "坏字节。\n第三行\ufffd。".encode()
    decoded = decode(source)
    assert decoded.text == "第一行。\n第二行有\ufffd坏字节。\n第三行\ufffd。"
    assert decoded.raw == source
    at = source.index(0xFF)
    assert decoded.damage == (Damage(Pos(2, 5, at, at + 1), 1),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("一二三四五".encode()[:-1], "一二三四\ufffd"),
        (b"\xef\xbb\xbf" + "一二\xa9".encode() + b"\xa9", "一二\xa9\ufffd"),
        ("一二三四五".encode("utf-16")[:-1], "一二三四\ufffd"),
        (HANS.encode("utf-16-le")[:-1], HANS[:-1] + "\ufffd"),
        (b"\xff\xfe" + "一二".encode("utf-16-le") + b"\x00\xd8" + "三".encode("utf-16-le"), "一二\ufffd三"),
        ("一二三四五".encode("utf-32")[:-2], "一二三四\ufffd"),
        (HANS.encode("gb18030") + b"\xff" + HANS.encode("gb18030"), f"{HANS}\ufffd{HANS}"),
        (
            ("正常文字".encode() + b"\xff\xfe\xc3\x28\xe2\x82\xf0\x9f\x92" + "继续\n".encode()) * 9,
            "正常文字\ufffd\ufffd\ufffd(\ufffd\ufffd继续\n" * 9,
        ),
        (b"\xed\xa0\x80 half \xed\xb0\x80\n", "\ufffd half \ufffd\n"),
    ],
)
def test_what_is_not_in_the_encoding_is_replaced(source: bytes, text: str) -> None:
    decoded = decode(source)
    assert decoded.text == text
    assert decoded.raw == source
    [damage] = decoded.damage
    assert damage.n == text.count("\ufffd") and damage.encoding == ""


def test_a_pair_of_surrogates_in_utf8_is_the_character_that_it_means() -> None:
    decoded = decode(b"\xed\xa0\xbd\xed\xb8\x80 CESU-8\n\nend")
    assert decoded.text == "\U0001f600 CESU-8\n\nend"
    assert [(each.pos.line, each.n, each.encoding) for each in decoded.damage] == [(1, 1, "cesu-8")]


def test_too_many_bad_bytes_are_an_error_that_names_the_first() -> None:
    with pytest.raises(InputError) as error:
        decode(b"\xff\xfe" + "一\n二".encode("utf-16-le") + b"\x00\xd8" * 4)
    found = error.value.diagnostic
    assert found.code == "encoding-invalid"
    assert found.pos == Pos(2, 2, 8, 9)
    assert "byte 0x00 is not UTF-16-LE" in str(error.value) and "line 2, column 2" in str(error.value)


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "shift_jis", "euc_kr", "cp1251"])
def test_lines_in_another_encoding_are_read_in_it(encoding: str) -> None:
    foreign = {"big5": HANT, "shift_jis": JAPANESE, "euc_kr": KOREAN, "cp1251": RUSSIAN}.get(encoding, HANS)
    source = b"\n".join([HANS.encode(), foreign.encode(encoding), b"ascii", HANS.encode(), foreign.encode(encoding)])
    decoded = decode(source)
    assert decoded.text == "\n".join([HANS, foreign, "ascii", HANS, foreign])
    assert decoded.raw == source
    assert [(each.pos.line, each.n, codec_of(each.encoding)) for each in decoded.damage] == [(2, 2, codec_of(encoding))]


def test_lines_in_another_encoding_may_be_damaged_too() -> None:
    decoded = decode(HANS.encode() + b"\xff\n" + HANS.encode("gbk") + b"\n" + HANS.encode())
    assert decoded.text == f"{HANS}\ufffd\n{HANS}\n{HANS}"
    assert [(each.pos.line, each.n, each.encoding) for each in decoded.damage] == [(2, 1, "gb18030"), (1, 1, "")]


def test_stray_zero_bytes_are_part_of_the_text() -> None:
    for encoding in ("utf-8", "gb18030"):
        source = f"{HANS}\0{HANS}\n".encode(encoding)
        assert decode(source) == Decoded(f"{HANS}\0{HANS}\n", encoding, b"", None)


def test_hz_is_told_from_ascii_with_tildes() -> None:
    assert decode(f"A {HANS}\n".encode("hz")).text == f"A {HANS}\n"
    for source in (b"a ~{ b ~} c", b"~{~}", b"~/x ~{zz}~", b"x~{!#~}"):
        assert decode(source).encoding == "utf-8"


def test_shifts_of_encodings_that_never_end_take_linear_time() -> None:
    assert decode(b"\x1b$B" * 200_000).encoding == "utf-8"
    assert decode(b"~{aa" * 200_000).encoding == "utf-8"


@pytest.mark.parametrize(
    "source", [b"a\x01" * 600, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0\x08\0abc", bytes(range(256))]
)
def test_binary_is_refused(source: bytes) -> None:
    with pytest.raises(InputError) as error:
        decode(source)
    assert error.value.diagnostic.code == "input-binary"


def test_noise_is_refused() -> None:
    with pytest.raises(InputError) as error:
        decode(b"\x81\x8d\x8f\x90\x9d\xff\xfe\x81" * 40)
    assert error.value.diagnostic.code in ("encoding-unknown", "encoding-invalid")


def test_gb18030_of_2022() -> None:
    """GB 18030-2022 gives standard characters to 24 code points that were in the private use area before."""
    source = HANS.encode("gb18030") + bytes.fromhex("A6D9 A6DA A6F3 FE59 FEA0 FE51 FE91")
    decoded = decode(source)
    assert decoded.text[len(HANS) :] == "\ufe10\ufe12\ufe19\u9fb4\u9fbb\U00020087\U000241fe"
    assert decoded.raw == source


ALIASES = {
    "GB2312": "gb18030",
    "SHIFT": "cp932",
    "Latin2": "iso-8859-2",
    "EUC": "euc_jp",
    "Cyrillic": "cp1251",
    "UTF8": "utf-8",
    "TIS-620": "cp874",
}


def test_accuracy_on_real_files() -> None:
    """At least 95 % of the files whose encoding Python knows; U+FFFD stands in those that are damaged."""
    right, wrong = 0, []
    for path in sorted(corpus("text/encodings").glob("*/*")):
        stem = path.name.split("_")[0] if path.parent.name == "chardet" else path.stem.rsplit("-", 1)[1]
        name = ALIASES.get(stem) or re.sub(r"^(windows-\d+|iso-8859-\d+).*", r"\1", stem).replace("Arabic", "cp1256")
        source = path.read_bytes()
        try:
            expected = source.decode(name).removeprefix("\ufeff")
        except LookupError:
            continue
        except UnicodeDecodeError:
            expected = source.decode(name, "replace").removeprefix("\ufeff")  # cut within a character
        try:
            got: str | None = decode(source).text
        except InputError:
            got = None
        if got == expected:
            right += 1
        else:
            wrong.append(path.name)
    assert right >= 0.95 * (right + len(wrong)), wrong


SHORT = "联通"  # too little to guess from


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (SHORT, "gbk", "gb2312"),
        (SHORT, "gb18030", "GB18030"),
        ("許功蓋", "big5", "big5"),
        ("東京", "shift_jis", "shift_jis"),
        ("東京", "euc_jp", "euc-jp"),
        ("서울", "euc_kr", "euc-kr"),
        ("café – “naïve”", "cp1252", "iso-8859-1"),
        ("łódź", "iso8859_2", "iso-8859-2"),
        ("Москва", "koi8_r", "koi8-r"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (RUSSIAN, "iso8859_5", "iso-8859-5"),
        ("Москва", "cp1251", "windows-1251"),
        ("会议", "hz", "hz-gb-2312"),
        ("会議", "iso2022_jp", "iso-2022-jp"),
    ],
)
def test_what_a_document_declares_is_believed(text: str, encoding: str, label: str) -> None:
    source = text.encode(encoding)
    decoded = decode(source, label)
    assert (decoded.text, decoded.encoding) == (text, codec_of(label))


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (HANS, "utf-8", "gb2312"),
        (HANS, "utf-8", "iso-8859-1"),
        (HANS, "gb18030", "utf-8"),
        (HANS, "gb18030", "iso-8859-1"),
        (HANS, "gb18030", "big5"),
        (HANT, "big5", "gb2312"),
        (JAPANESE, "shift_jis", "gbk"),
        (HANS, "utf-8-sig", "gbk"),
        (HANS, "utf-16", "gbk"),
        ("plain", "ascii", "gbk"),
        ("é", "utf-8", "latin1"),
        (HANS, "gb18030", "no-such-label"),
    ],
)
def test_a_wrong_declaration_is_noticed(text: str, encoding: str, label: str) -> None:
    decoded = decode(text.encode(encoding), label)
    assert decoded.text == text
    assert decoded.encoding != codec_of(label)


def test_every_byte_of_windows_1252_is_a_character() -> None:
    """As browsers decode it: what Microsoft left open are control characters."""
    decoded = decode(b"caf\xe9 \x81 \x93", "latin1")
    assert decoded.text == "café \x81 “"
    assert decoded.raw == b"caf\xe9 \x81 \x93"


def test_broken_text_is_shown_as_browsers_show_it() -> None:
    source = "会议指出".encode("gbk") + b"\xff" + "，\ue7c7".encode("gb18030")
    assert decode_broken(source, "gb2312") == "会议指出\ufffd，\ue7c7"
    with pytest.raises(LookupError):
        decode_broken(source, "no-such-label")


LABELS = (
    "gbk",
    "big5",
    "shift_jis",
    "euc-jp",
    "euc-kr",
    "latin1",
    "koi8-r",
    "utf-8",
    "utf-16",
    "hz-gb-2312",
    "iso-8859-15",
    "",
)


@given(st.binary(), st.sampled_from(LABELS))
def test_a_declaration_never_loses_bytes(source: bytes, label: str) -> None:
    try:
        decoded = decode(source, label)
    except InputError:
        return
    assert decoded.raw is not None or decoded.bom + decoded.text.encode(decoded.encoding) == source


def test_texts_of_the_corpus_are_read_by_what_they_declare() -> None:
    """The names of chardet's files begin with a label."""
    checked = 0
    for path in sorted(corpus("text/encodings/chardet").iterdir()):
        label, source = path.name.partition("_")[0], path.read_bytes()
        codec = codec_of(label)
        if codec.startswith("utf-") or source.isascii():
            continue
        try:
            expected = source.decode(codec or "no codec")
        except (LookupError, UnicodeDecodeError):
            continue
        checked += 1
        assert decode(source, label).text == expected, path
    assert checked > 10
