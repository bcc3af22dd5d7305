"""The font files of this machine and the names their faces go by.

Opening every font of a system takes longer than converting a report, so names are kept: those of the bundled faces in
a list beside them, those of other folders in a cache that a file's size and time of change keep honest.
"""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from convert.kit.files import write_atomically

Named = tuple[int, tuple[str, ...]]
"""A face of a font file: its index in the file and its names."""

NAMES_FILE = "names.json"
"""In a folder of fonts that never changes: file name → faces. The bundled folder has one."""

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 2, 4, 6, 16  # name ids (OpenType name table)
_REGULAR = ("Regular", "Book", "Normal", "常规")


@functools.lru_cache(maxsize=16)
def folder_faces(folder: Path) -> tuple[tuple[Path, int, tuple[str, ...]], ...]:
    """All faces below a folder, as (file, index in the file, names); files that are no fonts are passed over."""
    listed = folder / NAMES_FILE
    if listed.is_file():
        known: dict[str, Any] = json.loads(listed.read_text("utf-8"))
        return tuple((folder / file, index, tuple(names)) for file, faces in known.items() for index, names in faces)
    return tuple((path, index, names) for path, faces in _cached(folder) for index, names in faces)


def face_names(path: Path) -> Iterator[Named]:
    """The faces of a font file with the names they go by: full and PostScript names, and a regular face's family."""
    import uharfbuzz as hb

    try:
        blob = hb.Blob.from_file_path(str(path))
        for index in range(max(1, _faces_in(path))):
            face = hb.Face(blob, index)
            if face.glyph_count:
                yield index, tuple(sorted(set(_names(face)) - {""}))
    except (OSError, hb.HarfBuzzError):
        return


def _faces_in(path: Path) -> int:
    with path.open("rb") as file:
        head = file.read(12)
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 1


def _names(face: Any) -> Iterator[str]:
    regular = (face.get_name(_STYLE) or "Regular") in _REGULAR
    for entry in face.list_names():
        kind = int(entry.name_id)
        if kind in (_FULL, _POSTSCRIPT) or (regular and kind in (_FAMILY, _TYPOGRAPHIC_FAMILY)):
            yield face.get_name(entry.name_id, entry.language) or ""


# --- the cache ---------------------------------------------------------------------------------------------------


def _cached(folder: Path) -> list[tuple[Path, list[Named]]]:
    """The folder's font files with their faces, read anew only where a file has changed since it was last read."""
    files = sorted(_font_files(folder))
    if not files:
        return []
    cache = _cache_folder() / "faces.json"
    known = _read_cache(cache)
    found: list[tuple[Path, list[Named]]] = []
    changed = False
    for path, size, changed_at in files:
        stamp = [size, changed_at]
        entry = known.get(str(path))
        if entry is None or entry[0] != stamp:
            entry = known[str(path)] = [stamp, list(face_names(Path(path)))]
            changed = True
        found.append((Path(path), [(index, tuple(names)) for index, names in entry[1]]))
    if changed:
        _write_cache(cache, known)
    return found


def _font_files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Font files below a folder with size and time of change (ns); folders that cannot be read have none."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _font_files(Path(entry.path))
        elif entry.name.lower().endswith(_SUFFIXES) and entry.is_file():
            stat = entry.stat()
            yield entry.path, stat.st_size, stat.st_mtime_ns


def _read_cache(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write_cache(path: Path, known: dict[str, Any]) -> None:
    """Keep what is known; a cache that cannot be written costs time, nothing else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(known, ensure_ascii=False).encode())
    except OSError:
        return


def _cache_folder() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local")) / "triptych/cache"
    if sys.platform == "darwin":
        return home / "Library/Caches/triptych"
    return Path(os.environ.get("XDG_CACHE_HOME", home / ".cache")) / "triptych"


def system_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts: the user's folders first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return local / "Microsoft/Windows/Fonts", Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    if sys.platform == "darwin":
        return home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share"))
    return data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")
