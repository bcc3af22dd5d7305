"""Write the lists that stand beside the bundled faces: `python -m tests.kit.list_faces`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from convert.kit.fontfiles import NAMES_FILE, face_names
from convert.kit.resources import fonts_folder

SUMS_FILE = "SHA256SUMS"


def font_files(folder: Path) -> list[Path]:
    """The font files of a folder."""
    return sorted(folder.glob("*.[ot]tf"))


def names(folder: Path) -> str:
    """The text of the list of names."""
    listed = {path.name: list(face_names(path)) for path in font_files(folder)}
    return json.dumps(listed, ensure_ascii=False, indent=0) + "\n"


def sums(folder: Path) -> str:
    """The text of the list of hashes."""
    return "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in font_files(folder))


if __name__ == "__main__":
    (fonts_folder() / NAMES_FILE).write_text(names(fonts_folder()), "utf-8")
    (fonts_folder() / SUMS_FILE).write_text(sums(fonts_folder()), "utf-8")
