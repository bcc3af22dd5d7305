"""The same work by public tools: pandoc for DOCX, EPUB and Typst's source, Typst for the PDF."""

from __future__ import annotations

import functools
import subprocess
import sys
from pathlib import Path
from typing import Any

from convert.kit.resources import fonts_folder

_COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"
_PDF_SOURCE = ("--to=typst", "--standalone", "--variable=mainfont:FandolFang R", "--variable=papersize:a4")


@functools.cache
def pandoc() -> str:
    """The path of pandoc."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


Command = list[str | Path]


def commands(source: Path, folder: Path) -> list[Command]:
    """Four processes that make three files: DOCX, EPUB and Typst's source by pandoc, the PDF by Typst."""
    made, target = folder / f"{source.stem}.typ", folder / f"{source.stem}.pdf"
    return [*_by_pandoc(source, folder), [sys.executable, "-c", _COMPILE, made, target, fonts_folder()]]


def _by_pandoc(source: Path, folder: Path) -> list[Command]:
    targets = (("docx", ()), ("epub", ()), ("typ", _PDF_SOURCE))
    return [[pandoc(), source, "-o", folder / f"{source.stem}.{suffix}", *options] for suffix, options in targets]


def convert_as_processes(source: Path, folder: Path) -> None:
    """Three files by four processes."""
    _run(commands(source, folder))


def _run(wanted: list[Command]) -> None:
    for command in wanted:
        subprocess.run(command, check=True, capture_output=True)


def open_by_python_docx(source: Path) -> None:
    """A DOCX file opened, in this process."""
    import docx

    docx.Document(str(source))


def read_by_python_docx(source: Path) -> None:
    """The text of its paragraphs and of its tables' cells."""
    import docx

    document = docx.Document(str(source))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            _ = [cell.text for cell in row.cells]


class Warm:
    """The peers at their fastest: Typst stays in this process with its fonts loaded; pandoc cannot."""

    def __init__(self, folder: Path) -> None:
        import typst

        self._folder = folder
        self._compiler: Any = typst.Compiler(root=str(folder), font_paths=[str(fonts_folder())])

    def convert(self, source: Path) -> None:
        """Three files by three processes and one call."""
        _run(_by_pandoc(source, self._folder))
        made = self._folder / f"{source.stem}.typ"
        self._compiler.compile(input=str(made), output=str(made.with_suffix(".pdf")), format="pdf")
