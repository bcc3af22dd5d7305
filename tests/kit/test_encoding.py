"""Encodings are told apart, and what is in none is refused with its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import InputError
from convert.kit.charsets import codec_of
from convert.kit.encoding import decode, decode_broken
from tests.corpora import corpus

HANS = "会议指出，要坚持安全第一、预防为主，切实把各项措施落到实处，确保人民群众生命财产安全。"
HANT = "會議指出，要堅持安全第一、預防為主，切實把各項措施落到實處，確保人民群眾生命財產安全。"
JAPANESE = "会議では、安全を第一とし、各種の対策を確実に実施することが求められました。"
KOREAN = "회의에서는 안전을 최우선으로 하고 각종 대책을 확실히 시행해야 한다고 지적하였다."
RUSSIAN = "На совещании было отмечено, что необходимо обеспечить безопасность населения и имущества граждан."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((HANS, e) for e in ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        *((HANT, e) for e in ("utf-8", "big5", "cp950", "utf-16")),
        *((JAPANESE, e) for e in ("shift_jis", "euc_jp", "iso2022_jp")),
        *((KOREAN, e) for e in ("euc_kr", "cp949")),
        *((RUSSIAN, e) for e in ("koi8_r", "cp1251", "cp866", "iso8859_5")),
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
    if text.encode().startswith((b"\xef\xbb\xbf", b"\xff\xfe")) or "\x1b" in text:
        return
    assert decode(text.encode()) == (text, "utf-8", b"", None)


@pytest.mark.parametrize("cut", [0, 1, 7])
def test_bad_byte_in_utf8_is_named(cut: int) -> None:
    source = "第一行。\n第二行有".encode() + b"\xff" + "坏字节。\n第三行。".encode()[cut * 0 :]
    with pytest.raises(InputError) as error:
        decode(source)
    found = error.value.diagnostic
    assert found.code == "encoding-invalid"
    assert found.pos is not None
    assert (found.pos.line, found.pos.column) == (2, 5)
    assert source[found.pos.start] == 0xFF
    assert "0xFF" in str(error.value) and "line 2, column 5" in str(error.value)


def test_utf8_cut_within_a_character_is_named() -> None:
    with pytest.raises(InputError) as error:
        decode("一二三四五".encode()[:-1])
    assert error.value.diagnostic.code == "encoding-invalid"


def test_bad_byte_in_gb18030_is_named() -> None:
    with pytest.raises(InputError) as error:
        decode((HANS + "\n" + HANS).encode("gb18030") + b"\xff\xff" + HANS.encode("gb18030"))
    assert error.value.diagnostic.code == "encoding-invalid"
    assert error.value.diagnostic.args["line"] == "2"


@pytest.mark.parametrize(
    "source", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0\x08\0abc", bytes(range(256))]
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
}


def test_accuracy_on_real_files() -> None:
    """At least 95 % of the files whose encoding Python knows; those that are damaged must be refused."""
    right, wrong = 0, []
    for path in sorted(corpus("text/encodings").glob("*/*")):
        stem = path.name.split("_")[0] if path.parent.name == "chardet" else path.stem.rsplit("-", 1)[1]
        name = ALIASES.get(stem) or re.sub(r"^(windows-\d+|iso-8859-\d+).*", r"\1", stem).replace("Arabic", "cp1256")
        source = path.read_bytes()
        try:
            expected: str | None = source.decode(name).removeprefix("\ufeff")
        except LookupError:
            continue
        except UnicodeDecodeError:
            expected = None  # the file is damaged: it was cut within a character
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
