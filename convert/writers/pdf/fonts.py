"""Embed faces: one subset Type0 font a face, whose codes are glyph ids (CFF with ids of its own: those).

ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode); ISO 19005-2, 6.2.11 (what archives demand of fonts).
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable

import uharfbuzz as hb

from convert.diagnostics import StyleError
from convert.kit.fonts import Face
from convert.writers.pdf.boxes import BoxFont
from convert.writers.pdf.cff import read_charset
from convert.writers.pdf.cmap import to_unicode
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Raw, Stream, real

_DROPPED = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH", "OS/2", "PCLT", "STAT", "VDMX", "VORG", "cmap",
    "feat", "gasp", "hdmx", "kern", "meta", "morx", "name", "post", "trak", "vhea", "vmtx",
)  # fmt: skip


class _Codes(dict[int, str]):
    """Character code → the four hexadecimal digits that show its glyph: a table for `str.translate`."""

    def __init__(self, face: Face) -> None:
        self._glyph = face.glyph
        self.cids = read_charset(face.path, face.index) if face.is_cff else None

    def cid(self, char: str) -> int:
        glyph = self._glyph[ord(char)]
        return self.cids[glyph] if self.cids else glyph

    def __missing__(self, code: int) -> str:
        digits = self[code] = f"{self.cid(chr(code)):04X}"
        return digits


@functools.lru_cache(maxsize=64)
def _codes(face: Face) -> _Codes:
    return _Codes(face)


class EmbeddedFont:
    """A face in one document: collects the characters it shows, then becomes PDF objects.

    `ambiguous`: characters whose glyph already stands for another one; what shows them must say which it means.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self._codes = _codes(face)
        self._seen: set[str] = set()
        self._chars: dict[int, str] = {}  # by CID
        self.ambiguous: set[str] = set()

    def encode(self, text: str) -> str:
        """The codes that show `text`, four hexadecimal digits a character; its glyphs will be in the subset."""
        new = set(text) - self._seen
        if new:
            self._seen |= new
            for char in sorted(new):
                if self._chars.setdefault(self._codes.cid(char), char) != char:
                    self.ambiguous.add(char)
        return text.translate(self._codes)

    def build(self, document: TaggedDocument) -> bytes:
        """Add the font's objects to `document`. Returns a reference to the font."""
        face, chars = self.face, dict(sorted(self._chars.items()))
        program = _subset(face, [face.glyph[ord(char)] for char in chars.values()])
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        name = f"/{tag}+{_pdf_name(face.name)}".encode("ascii")
        descriptor = document.add(Raw(_descriptor(face, name, document.add(_program_stream(face, program)))))
        descendant = document.add(Raw(
            b"<</Type/Font/Subtype/%s/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/DW 1000/W[%s]/FontDescriptor %d 0 R%s>>" % (
                b"CIDFontType0" if face.is_cff else b"CIDFontType2", name, _widths(face, chars), descriptor,
                b"" if face.is_cff else b"/CIDToGIDMap/Identity",
            )
        ))  # fmt: skip
        unicode = document.add(Stream(to_unicode(chars)))
        return document.reference(Raw(
            b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (name, descendant, unicode)
        ))  # fmt: skip


class Fonts:
    """The fonts of one document. A face that serves several roles is embedded once."""

    def __init__(self) -> None:
        self._faces: dict[Face, EmbeddedFont] = {}
        self._boxes: list[BoxFont] = []

    def of(self, face: Face) -> EmbeddedFont:
        """The font of a face. Raises StyleError (`font-not-embeddable`) where its licence forbids that."""
        font = self._faces.get(face)
        if font is None:
            if not face.may_embed:
                raise StyleError("font-not-embeddable", name=face.full_name)
            font = self._faces[face] = EmbeddedFont(face, f"F{len(self._faces) + 1}")
        return font

    def box(self, char: str) -> tuple[str, str]:
        """The font and the code that show a visible box for a character that no face has."""
        for font in self._boxes:
            code = font.encode(char)
            if code:
                return font.name, code
        self._boxes.append(BoxFont(f"B{len(self._boxes) + 1}"))
        return self.box(char)

    def build(self, document: TaggedDocument) -> dict[str, bytes]:
        """Add all fonts to `document`. Returns references to them by resource name."""
        fonts: tuple[EmbeddedFont | BoxFont, ...] = (*self._faces.values(), *self._boxes)
        return {font.name: font.build(document) for font in fonts}


# --- pieces of a font ------------------------------------------------------------------------------------------------


def _subset(face: Face, glyphs: Iterable[int]) -> bytes:
    """The font program: the bare CFF table, or a TrueType file.

    CID-keyed CFF is made compact and keeps its CIDs; all else keeps its glyph ids.
    """
    plan = hb.SubsetInput()
    plan.glyph_set.update(glyphs)
    plan.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED)
    plan.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    if _codes(face).cids is None:
        plan.flags |= hb.SubsetFlags.RETAIN_GIDS
    subset = face.subset(plan)
    return bytes(subset.reference_table("CFF ").data if face.is_cff else subset.blob.data)


def _program_stream(face: Face, program: bytes) -> Stream:
    if face.is_cff:
        return Stream(program, b"/Subtype/CIDFontType0C", dense=True)
    return Stream(program, b"/Length1 %d" % len(program), dense=True)


def _descriptor(face: Face, name: bytes, program: int) -> bytes:
    metrics = face.metrics
    flags = 4 | (64 if metrics.italic_angle else 0)  # symbolic, italic (ISO 32000-1, table 123)
    stem = 10 + 220 * max(metrics.weight - 50, 0) // 900  # no table gives it: the usual estimate from the weight
    entries = (
        f"/Flags {flags}/FontBBox[{' '.join(map(str, metrics.bbox))}]/ItalicAngle {real(metrics.italic_angle)}"
        f"/Ascent {metrics.ascent}/Descent {metrics.descent}/CapHeight {metrics.cap_height}/StemV {stem}"
    )
    key = b"FontFile3" if face.is_cff else b"FontFile2"
    return b"<</Type/FontDescriptor/FontName%s%s/%s %d 0 R>>" % (name, entries.encode("ascii"), key, program)


def _widths(face: Face, chars: dict[int, str]) -> bytes:
    """The W array: runs of neighbouring CIDs whose width is not 1000."""
    runs: list[str] = []
    following = -1
    for cid, char in chars.items():
        width = face.advance[char]
        if width == 1000:
            continue
        if cid == following:
            runs[-1] += f" {real(width)}"
        else:
            runs.append(f"{cid}[{real(width)}")
        following = cid + 1
    return "]".join([*runs, ""]).encode("ascii")


def _pdf_name(name: str) -> str:
    """A PostScript name as PDF writes it: anything but letters, digits and - as a number sign with its code."""
    return "".join(
        c if c.isascii() and (c.isalnum() or c in "-_.") else "".join(f"#{b:02X}" for b in c.encode()) for c in name
    )
