"""Embedded fonts: subsets of the faces that set the text, and the stacks of family names that lead to them.

A book's text is reflowed by whatever program opens it, so that the faces are chosen there, by CSS: first an installed
face of an official name, else the embedded one. Latin characters are kept apart by `unicode-range`: a Latin face has
“ ” … — too, which belong to the Chinese one in Chinese text.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from convert.kit.fonts import Face
from convert.kit.math.face import math_face
from convert.layout.composition import Composition
from convert.layout.faces import Typeface
from convert.style.sheet import FontStack
from convert.writers.epub.ledger import latin_class

_DROPPED = ("BASE", "DSIG", "GDEF", "GSUB", "JSTF", "MATH", "STAT", "VORG", "kern", "morx", "trak", "vhea", "vmtx")
_HALF_WIDTHS = "halt"  # the one layout feature kept: by it CSS compresses adjacent marks (Text 4, text-spacing-trim)
_WINDOWS, _UNICODE_BMP, _ENGLISH = 3, 1, 0x409  # platform, encoding and language of a name record


_MATH_FAMILY, _MATH_FILE = "Triptych Math", "fonts/math.ttf"
_MATH_FEATURES = ("ssty", "dtls", "flac")  # what MATH layout asks for (OpenType spec, "MATH")


class FontFile(NamedTuple):
    """A font of the book: its file, media type and bytes."""

    file: str
    media_type: str
    data: bytes


class BookFonts:
    """The fonts of one book.

    `texts`: for each font role, the pieces of text set in it; `contested`: characters that Latin and Chinese faces
    both set, and which are marked where the Latin one does; `formulas`: the characters of formulas.
    """

    def __init__(
        self,
        composition: Composition,
        texts: Mapping[str, Iterable[str]],
        contested: frozenset[str],
        formulas: Iterable[str] = (),
    ) -> None:
        self._composition, self._contested, self._formulas = composition, contested, frozenset(formulas)
        self._chars: dict[Face, set[str]] = {}
        self._roles: dict[str, list[Face]] = {}
        self._stacks: dict[str, str] = {}
        for role in sorted(texts):
            if role in composition.faces:
                self._collect(role, composition.faces[role], texts[role])
        for face in self._chars:
            if not face.may_embed:
                composition.report.add("font-not-embedded", name=face.full_name)
        self._embedded = [face for face in self._chars if face.may_embed]

    def _collect(self, role: str, typeface: Typeface, texts: Iterable[str]) -> None:
        """Note which face sets which characters; the role's own faces come first in its stack."""
        found: dict[Face, set[str]] = {typeface.latin: set(), typeface.cjk: set()}
        for text in texts:
            for start, end, face in typeface.runs(text):
                if face is not None:
                    found.setdefault(face, set()).update(text[start:end])
        used = {face: chars - {"\n"} for face, chars in found.items() if chars - {"\n"}}
        self._roles[role] = list(used)
        for face, chars in used.items():
            self._chars.setdefault(face, set()).update(chars)

    def files(self) -> Iterator[FontFile]:
        """The font files of the book."""
        for face in self._embedded:
            media_type = "font/otf" if face.is_cff else "font/ttf"
            yield FontFile(self._file(face), media_type, _subset(face, self._chars[face], self._family(face)))
        if self._formulas:
            yield FontFile(_MATH_FILE, "font/ttf", _math_subset(self._formulas))

    def rules(self) -> Iterator[str]:
        """The `@font-face` rules, and the stack of formulas: their own face, then what sets body text."""
        if self._formulas:
            yield f'@font-face{{font-family:"{_MATH_FAMILY}";src:url("{_MATH_FILE}")}}'
            yield f'math{{font-family:"{_MATH_FAMILY}",math,{self.stack(self._composition.sheet.roles["body"].font)}}}'
        for face in self._embedded:
            sources = [f'local("{name}")' for name in self._official_latin(face)]
            sources.append(f'url("{self._file(face)}")')
            family, source = self._family(face), ",".join(sources)
            if not self._sets_latin(face):
                yield f'@font-face{{font-family:"{family}";src:{source}}}'
                continue
            chars = self._chars[face]
            for name, part in ((family, chars - self._contested), (f"{family} Latin", chars & self._contested)):
                if part:
                    yield f'@font-face{{font-family:"{name}";src:{source};unicode-range:{_unicode_range(part)}}}'

    def stack(self, role: str) -> str:
        """The value of `font-family` for a font role: Latin, then Chinese, then what helps out, then a generic name."""
        if role not in self._stacks:
            self._stacks[role] = self._stack(role)
        return self._stacks[role]

    def _stack(self, role: str) -> str:
        stack = self._composition.sheet.fonts[role]
        faces = self._roles.get(role, [])
        typeface = self._composition.faces.get(role)
        names: list[str] = []
        if typeface is None or typeface.latin not in self._embedded:
            names += stack.latin
        elif typeface.latin in faces:
            names.append(self._family(typeface.latin))
        names += self._chinese(stack, typeface)
        names += [self._family(face) for face in faces if face in self._embedded]
        quoted = [f'"{name}"' for name in dict.fromkeys(names)]
        return ",".join([*quoted, stack.generic])

    def latin_rules(self) -> Iterator[str]:
        """Rules for contested characters that a Latin face sets."""
        for role, faces in self._roles.items():
            latin = self._composition.faces[role].latin
            if latin in faces and latin in self._embedded and self._contested & self._chars[latin]:
                yield f'.{latin_class(role)}{{font-family:"{self._family(latin)} Latin",{self.stack(role)}}}'

    def _chinese(self, stack: FontStack, typeface: Typeface | None) -> list[str]:
        """The official names, the embedded face at the place that the chosen face has among them."""
        names = list(stack.cjk)
        if typeface is None or typeface.cjk not in self._embedded:
            return names
        library = self._composition.library
        chosen = next((i for i, name in enumerate(names) if library.find(name) is typeface.cjk), len(names))
        return [*names[:chosen], self._family(typeface.cjk), *names[chosen:]]

    def _official_latin(self, face: Face) -> list[str]:
        """Names of installed faces that are better than `face`, where a role sets Latin text in it."""
        better: dict[str, None] = {}
        for role in self._roles:
            if self._composition.faces[role].latin is face:
                names = self._composition.sheet.fonts[role].latin
                library = self._composition.library
                chosen = next((i for i, name in enumerate(names) if library.find(name) is face), 0)
                better |= dict.fromkeys(names[:chosen])
        return list(better)

    def _sets_latin(self, face: Face) -> bool:
        return any(self._composition.faces[role].latin is face for role in self._roles)

    def _family(self, face: Face) -> str:
        return f"Triptych {self._embedded.index(face) + 1}"

    def _file(self, face: Face) -> str:
        return f"fonts/face-{self._embedded.index(face) + 1}.{'otf' if face.is_cff else 'ttf'}"


def _unicode_range(chars: set[str] | frozenset[str]) -> str:
    """The characters as a `unicode-range` (CSS Fonts 4 §4.5): neighbours in one range."""
    codes = sorted(map(ord, chars))
    runs = (list(run) for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]))
    ends = ((run[0][1], run[-1][1]) for run in runs)
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in ends)


def _subset(face: Face, chars: set[str], family: str) -> bytes:
    """A font file with the glyphs of `chars` alone, under a name of its own: some licences reserve the original's."""
    plan = hb.SubsetInput()
    plan.unicode_set.update(map(ord, chars))
    plan.drop_table_tag_set.update(map(_tag, _DROPPED))
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.add(_tag(_HALF_WIDTHS))
    plan.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    return _with_names(face.subset(plan).blob.data, _name_table(family))


def _math_subset(chars: Iterable[str]) -> bytes:
    """A font file with what formulas of `chars` are set with: also what grows with them, as the MATH table says."""
    plan = hb.SubsetInput()
    plan.unicode_set.update(map(ord, chars))
    plan.drop_table_tag_set.update(_tag(name) for name in _DROPPED if name not in ("MATH", "GSUB"))
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.update(map(_tag, _MATH_FEATURES))
    plan.flags = hb.SubsetFlags.NO_HINTING
    return _with_names(math_face().subset(plan).blob.data, _name_table(_MATH_FAMILY))


def _tag(name: str) -> int:
    """A table's or feature's name as HarfBuzz counts them."""
    return int.from_bytes(name.encode("ascii"), "big")


def _with_names(font: bytes, names: bytes) -> bytes:
    """An OpenType file with another name table (OpenType spec, "Organization of an OpenType font" and "head")."""
    count = int.from_bytes(font[4:6], "big")
    records = [font[12 + 16 * i : 28 + 16 * i] for i in range(count)]
    tables = {record[:4]: (record[4:8], _span(font, record)) for record in records}
    tables[b"name"] = _checksum(names), names
    power = 1 << (len(tables).bit_length() - 1)
    search = (len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power))
    directory, body = font[:4] + b"".join(n.to_bytes(2, "big") for n in search), b""
    start = len(directory) + 16 * len(tables)
    for tag, (checksum, data) in sorted(tables.items()):
        if tag == b"head":
            at, data = start + len(body) + 8, data[:8] + bytes(4) + data[12:]
        directory += tag + checksum + b"".join(n.to_bytes(4, "big") for n in (start + len(body), len(data)))
        body += data + bytes(-len(data) % 4)
    whole = sum(int.from_bytes(sum_, "big") for sum_, _ in tables.values()) + int.from_bytes(
        _checksum(directory), "big"
    )
    adjustment = (0xB1B0AFBA - whole) & 0xFFFFFFFF
    file = directory + body
    return file[:at] + adjustment.to_bytes(4, "big") + file[at + 4 :]


def _span(font: bytes, record: bytes) -> bytes:
    """The table that a record of the directory leads to."""
    start, length = int.from_bytes(record[8:12], "big"), int.from_bytes(record[12:16], "big")
    return font[start : start + length]


def _checksum(data: bytes) -> bytes:
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return (sum(words) & 0xFFFFFFFF).to_bytes(4, "big")


def _name_table(family: str) -> bytes:
    """A name table with what readers demand (OpenType spec, "name"): family, style, full and PostScript name."""
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "-")}
    records, strings = b"", b""
    for name_id, text in texts.items():
        data = text.encode("utf-16-be")
        fields = (_WINDOWS, _UNICODE_BMP, _ENGLISH, name_id, len(data), len(strings))
        records += b"".join(field.to_bytes(2, "big") for field in fields)
        strings += data
    head = (0, len(texts), 6 + len(records))
    return b"".join(field.to_bytes(2, "big") for field in head) + records + strings
