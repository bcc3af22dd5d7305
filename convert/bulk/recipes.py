"""What decides, besides its input, what becomes of a document: outputs that were made by the same recipe are not made again."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from convert.bulk.places import digest, stamp_of
from convert.config import Options
from convert.formats import output_format
from convert.kit.fonts import Library
from convert.kit.resources import fonts_folder
from convert.version import __version__, version_of

LIBRARIES = (
    "charset-normalizer", "ebooklib", "isal", "latex2mathml", "lxml", "markdown-it-py", "mdit-py-plugins", "msgspec", "opencc", "pillow",
    "pygments", "python-docx", "pyyaml", "reportlab", "resvg-py", "selectolax", "uharfbuzz", "ziamath",
)  # fmt: skip
"""What documents are read and written with."""
_CUTS = ("", " Bold", " Italic", " Bold Italic")


def recipe(options: Options, formats: Iterable[str]) -> str:
    """What decides about all documents, in hexadecimal: versions of Triptych, Python and the libraries, options, style, faces.

    Raises StyleError.
    """
    from convert.style.load import style_text

    formats = sorted(formats)
    alike = dataclasses.replace(
        options, jobs=1, meta_file=None
    )  # the one decides nothing, the other about each document
    told = dataclasses.asdict(alike) | {"epoch": os.environ.get("SOURCE_DATE_EPOCH", "")}
    prints = any(output_format(format).prints for format in formats)
    return _named(
        (
            __version__, sys.version_info[:2], [version_of(name) for name in LIBRARIES], formats, told,
            style_text(options.style, options.settings), list(_faces(options)) if prints else [],
        )
    )  # fmt: skip


def own_recipe(common: str, options: Options, name: str, meta: Iterable[str]) -> str:
    """What decides about one document, in hexadecimal: the recipe for all, its own metadata, and what the file of metadata says of it.

    `name`: of its file. Raises UsageError where the file of metadata cannot be read.
    """
    given: object = None
    if options.meta_file:
        from convert.reading.sidecar import read_sidecar

        given = read_sidecar(options.meta_file).of(name)
    return _named((common, list(meta), str(options.meta_file or ""), given))


def _faces(options: Options) -> Iterator[tuple[str, str]]:
    """The faces that the style's names stand for on this machine; those that come with Triptych change with its version only."""
    from convert.style.compute import read_sheet

    ours = fonts_folder()
    library = Library(options.fonts, ours, options.font_folders)
    for stack in read_sheet(options.style, options.settings).fonts.values():
        for name in (f"{family}{cut}" for family in (*stack.cjk, *stack.latin) for cut in _CUTS):
            face = library.find(name)
            if face:
                yield name, face.path.name if face.path.is_relative_to(ours) else _stamped(face.path, face.index)


def _stamped(path: Path, index: int) -> str:
    return f"{path}#{index} {stamp_of(str(path))}"


def _named(parts: object) -> str:
    return digest(json.dumps(parts, default=str, sort_keys=True).encode())
