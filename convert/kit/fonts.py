"""Font faces: find them by name, look up glyphs and widths, cut subsets. All through HarfBuzz.

A face is opened once a process, lazily and memory-mapped, and shared by all documents.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import uharfbuzz as hb

from convert.kit.fontfiles import folder_faces, system_folders

Source = Literal["auto", "bundled", "system"]
"""Where faces are looked for: the user's and the system's first, then ours · ours alone · never ours."""

_PREPARE_AFTER = 25
_OUTLINES = frozenset({"glyf", "CFF "})
_NOBODYS = frozenset({"Co", "Cn", "Cs", "Cc"})  # private use, unassigned, surrogates, controls (Unicode 4.5)
_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16  # name ids (OpenType name table)


class Metrics(NamedTuple):
    """A face's vertical measures and flags, in 1/1000 em, from its head, hhea, OS/2 and post tables."""

    bbox: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    weight: int
    embedding: int  # OS/2 fsType


class _Lazy(dict):  # type: ignore[type-arg]
    """A dictionary that computes and keeps what is asked for: look-ups stay in C after the first."""

    def __init__(self, compute: Callable[[object], object]) -> None:
        self._compute = compute

    def __missing__(self, key: object) -> object:
        value = self[key] = self._compute(key)
        return value


class Face:
    """One face of a font file.

    `glyph[code point]` is a glyph id (0: not in the face); `advance[character]` its width in 1/1000 em.
    """

    glyph: dict[int, int]
    advance: dict[str, float]

    def __init__(self, path: Path, index: int = 0) -> None:
        """Open `path`; `index` picks a face of a collection. Raises OSError where the file cannot be read."""
        self.path, self.index = path, index
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.hb_font = hb.Font(self.hb_face)
        self._source, self._subsets = self.hb_face, 0
        self.units_per_em: int = self.hb_face.upem
        self.is_cff = "CFF " in self.hb_face.table_tags
        nominal, advance, scale = (
            self.hb_font.get_nominal_glyph,
            self.hb_font.get_glyph_h_advance,
            1000 / self.hb_face.upem,
        )
        self.glyph = _Lazy(lambda code: nominal(code) or 0)
        self.advance = _Lazy(lambda char: round(advance(self.glyph[ord(char)]) * scale, 3))  # type: ignore[arg-type]

    def __repr__(self) -> str:
        return f"Face({self.name!r})"

    @functools.cached_property
    def name(self) -> str:
        """The PostScript name."""
        return (self.hb_face.get_name(_POSTSCRIPT) or self.path.stem).replace(" ", "")

    @functools.cached_property
    def full_name(self) -> str:
        """The name people know it by, for example `FandolSong Bold`."""
        return self.hb_face.get_name(_FULL) or self.path.stem

    @functools.cached_property
    def family(self) -> str:
        """The name of the family, for example `FandolSong`."""
        return self.hb_face.get_name(_TYPOGRAPHIC_FAMILY) or self.hb_face.get_name(_FAMILY) or self.path.stem

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph for the character."""
        return self.glyph[ord(char)] != 0

    def draws(self, char: str) -> bool:
        """Whether the face may be embedded and has an outline for the character; pictures and colours are none."""
        if not self.covers(char) or not self.may_embed or not _OUTLINES & set(self.hb_face.table_tags):
            return False
        extents = self.hb_font.get_glyph_extents(self.glyph[ord(char)])
        return extents is not None and extents.width != 0

    @functools.cached_property
    def metrics(self) -> Metrics:
        """Measures that a font descriptor needs."""
        head, hhea, os2, post = (self._table(tag) for tag in ("head", "hhea", "OS/2", "post"))
        scale = 1000 / self.units_per_em

        def word(table: bytes, offset: int, *, default: int = 0) -> int:
            inside = len(table) >= offset + 2
            return int.from_bytes(table[offset : offset + 2], "big", signed=True) if inside else default

        ascent, descent = round(word(hhea, 4) * scale), round(word(hhea, 6) * scale)
        return Metrics(
            bbox=tuple(round(word(head, at) * scale) for at in (36, 38, 40, 42)),  # type: ignore[arg-type]
            ascent=ascent,
            descent=descent,
            cap_height=round(word(os2, 88) * scale) or ascent,
            italic_angle=int.from_bytes(post[4:8], "big", signed=True) / 65536 if len(post) >= 8 else 0,
            weight=word(os2, 4, default=400),
            embedding=word(os2, 8),
        )

    @property
    def may_embed(self) -> bool:
        """Whether the licence bits allow embedding (OpenType OS/2 fsType: bit 1 alone forbids it)."""
        return not (self.metrics.embedding & 0x2 and not self.metrics.embedding & 0xC)

    def _table(self, tag: str) -> bytes:
        return bytes(self.hb_face.reference_table(tag).data)

    def subset(self, plan: hb.SubsetInput) -> hb.Face:
        """The part of the face that `plan` asks for.

        A face that has been cut often in this process is prepared for it: that costs as much as about so many subsets
        did, so that at the worst twice as much is spent as was needed. The subsets are the same, byte for byte.
        """
        self._subsets += 1
        if self._subsets == _PREPARE_AFTER:
            self._source = hb.subset_preprocess(self.hb_face)
        return hb.SubsetPlan(self._source, plan).execute()


# --- finding faces -----------------------------------------------------------------------------------------------


class Library:
    """The faces that can be used, by name.

    A name is a family, a full or a PostScript name in any language; case and spaces do not matter. `folders` come
    first, then (by `source`) the user's and the system's, then the bundled ones.
    """

    def __init__(self, source: Source = "auto", bundled: Path | None = None, folders: Iterable[Path] = ()) -> None:
        self._own = tuple(folders) + (system_folders() if source != "bundled" else ())
        self._bundled = bundled if source != "system" else None

    def find(self, name: str) -> Face | None:
        """The face of that name, or None."""
        place = self._index.get(_key(name))
        return open_face(*place) if place else None

    def covering(self, char: str) -> Face | None:
        """The first face at hand that draws the character, whatever it is called: what stands in where the style's faces have
        none. None for private-use characters, which mean something else in each face."""
        if unicodedata.category(char) in _NOBODYS:
            return None
        folders = (*self._own, *((self._bundled,) if self._bundled else ()))
        return next((face for face in _every_face(folders) if face.draws(char)), None)

    @functools.cached_property
    def _index(self) -> dict[str, tuple[Path, int]]:
        index: dict[str, tuple[Path, int]] = {}
        for folder in (*self._own, *((self._bundled,) if self._bundled else ())):
            for path, number, names in folder_faces(folder):
                for name in names:
                    index.setdefault(_key(name), (path, number))
        return index


@functools.lru_cache(maxsize=4)
def _every_face(folders: tuple[Path, ...]) -> Sequence[Face]:
    """All faces in folders, regular ones first: families are names of those alone."""
    listed = [entry for folder in folders for entry in folder_faces(folder)]
    listed.sort(key=lambda entry: len(entry[2]), reverse=True)
    return tuple(Face(path, number) for path, number, _ in listed)


@functools.lru_cache(maxsize=64)
def open_face(path: Path, index: int = 0) -> Face:
    """The face, opened once a process."""
    return Face(path, index)


def _key(name: str) -> str:
    return name.replace(" ", "").casefold()
