"""Fields of RTF that would have a program read other files, taken out of force before one sees them.

LibreOffice puts the picture that an INCLUDEPICTURE names into the document, wherever it lies on the machine. The instructions of
fields that are known to be harmless stay; of all others the word that marks them is changed to one that means nothing, so that
what they show remains. Rich Text Format 1.9.1, "Fields".
"""

from __future__ import annotations

import re

_INSTRUCTION = re.compile(rb"(?<!\\)((?:\\\\)*)\\fldinst(?![a-z])")
_LONGEST = 4096  # bytes of an instruction that is looked into
_DATA = re.compile(rb"\{\s*\\\*\s*\\datafield[\s0-9a-fA-F]*\}")
_TOKEN = re.compile(rb"\\([a-z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|(\\[^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_LOOKS = re.compile(
    rb"(?:rtlch|ltrch|fcs|af|afs|ab|ai|a?f|fs|cf|cb|b|i|ul|ulnone|lang|langfe|langnp|langfenp|alang|loch|hich|dbch|plain|cgrid|cs|"
    rb"noproof|insrsid|charrsid|kerning|expnd|expndtw|strike|outl|shad|caps|scaps|up|dn|super|sub|nosupersub|highlight|chcbpat)"
)
"""Words that say how characters look: between them an instruction is one piece."""
_HARMLESS = frozenset(
    b"HYPERLINK PAGE NUMPAGES SECTIONPAGES PAGEREF REF NOTEREF TOC SEQ STYLEREF DATE TIME SYMBOL EQ TITLE AUTHOR".split()
)


def without_foreign_fields(data: bytes) -> bytes:
    """The document with only those fields in force that read nothing but the document."""
    return _INSTRUCTION.sub(
        lambda match: match[0] if _is_harmless(data, match.end()) else match[1] + rb"\fldinsx", data
    )


def _is_harmless(data: bytes, start: int) -> bool:
    """Whether an instruction that begins there is known word for word; one that cannot be read for sure is not."""
    piece = _DATA.sub(b"", data[start : start + _LONGEST])
    words, depth, at = b"", 0, 0
    while depth >= 0:
        token = _TOKEN.match(piece, at)
        if token is None:
            return False
        at = token.end()
        word, _, code, symbol, brace, text = token.groups()
        if (symbol and symbol != rb"\\") or (word and not _LOOKS.fullmatch(word)):
            return False
        depth += {b"{": 1, b"}": -1}.get(brace, 0)
        words += bytes.fromhex(code.decode()) if code else text or symbol or b""
    return _name(words) in _HARMLESS


def _name(words: bytes) -> bytes:
    return (words.split() or [b""])[0].upper()
