"""Labels of encodings as documents name them, and the place where they name them.

Labels mean what browsers take them for (https://encoding.spec.whatwg.org/#names-and-labels): `gb2312` is GB 18030,
`iso-8859-1` is windows-1252. Where browsers refuse an encoding (HZ, ISO-2022-CN and -KR), Python's codec reads it.
"""

from __future__ import annotations

import codecs
import re

_SCANNED = 4096  # bytes; the HTML standard asks for 1024, browsers look further
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_NAMED = rb"""encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']"""
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]*?" + _NAMED)
_META = re.compile(rb"<meta\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)

_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8",
    "gb18030": "gb2312 gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 ms936 windows-936 gb18030-2022",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950",
    "euc_jis_2004": "euc-jp cseucpkdfmtjapanese x-euc-jp",
    "iso2022_jp_2004": "iso-2022-jp csiso2022jp",
    "cp932": "shift_jis shift-jis csshiftjis ms932 ms_kanji sjis windows-31j x-sjis",
    "cp949": "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    "iso2022_kr": "iso-2022-kr csiso2022kr",
    "hz": "hz-gb-2312",
    "cp1252": "windows-1252 x-cp1252 ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 "
    "iso-ir-100 csisolatin1 latin1 l1 cp819 ibm819 x-user-defined",
    "cp1254": "windows-1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 csisolatin5 latin5 l5",
    "cp874": "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620",
    "cp866": "ibm866 866 csibm866",
    "iso8859_8": "iso-8859-8-i csiso88598i logical visual csiso88598e iso-8859-8-e hebrew csisolatinhebrew",
    "iso8859_6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i",
    "iso8859_5": "cyrillic csisolatincyrillic",
    "iso8859_7": "greek greek8 csisolatingreek ecma-118 elot_928 sun_eu_greek",
    "iso8859_10": "csisolatin6 l6 latin6",
    "iso8859_15": "csisolatin9 l9",
    "koi8_r": "koi koi8 cskoi8r",
    "koi8_u": "koi8-ru",
    "utf-16-le": "unicode csunicode ucs-2 iso-10646-ucs-2 unicodefeff",
    "utf-16-be": "unicodefffe",
    "mac_roman": "macintosh mac csmacintosh x-mac-roman",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
}
_NEVER = frozenset(
    {
        "idna",
        "mbcs",
        "oem",
        "palmos",
        "punycode",
        "raw-unicode-escape",
        "undefined",
        "unicode-escape",
        "utf-7",
        "utf-8-sig",
    }
)
_PART_OF_8859 = re.compile(r"iso-?8859-?(\d{1,2})")
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}


def codec_of(label: str) -> str:
    """Python's codec for a label; empty for one that is not known, or is no encoding of documents."""
    name = label.strip().lower()
    part = _PART_OF_8859.fullmatch(name)
    name = _CODECS.get(name) or (f"iso8859_{part[1]}" if part else name.removeprefix("x-"))
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    if found.name in _NEVER or not getattr(found, "_is_text_encoding", True):
        return ""
    return _CODECS.get(found.name.replace("_", "-"), found.name)


def declared_charset(data: bytes) -> str:
    """The label that an HTML or XML document names its encoding by; empty where it names none that is known.

    Looks for `meta` elements and the XML declaration as browsers do before they parse (HTML standard, 13.2.3.2). What
    can be found this way is written in ASCII, so a label of UTF-16 there means UTF-8.
    """
    head = _COMMENT.sub(b"", data[:_SCANNED])
    labels = [found[1] for meta in _META.findall(head) if (found := _CHARSET.search(meta))]
    declaration = _DECLARATION.match(head)
    if declaration:
        labels.append(declaration[1])
    known = (label.decode("ascii").lower() for label in labels)
    found_label = next((label for label in known if codec_of(label)), "")
    return "utf-8" if codec_of(found_label).startswith(("utf-16", "utf-32")) else found_label
