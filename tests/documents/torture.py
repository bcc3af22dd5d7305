"""The torture report: `torture.md`, lists of its figures and tables, and the appendix of elements in each other. About 60 pages."""

from __future__ import annotations

import functools
from typing import NamedTuple

from convert.config import Options
from convert.diagnostics import Report
from convert.layout.composition import Composition
from convert.model import Block, Document, Toc, replace
from convert.model.build import heading
from convert.pipeline import compose, read_document, write_document
from tests.documents.cases import FOLDER, read_case
from tests.documents.nesting import Nesting

NAME = "torture.md"
OPTIONS = Options(fonts="bundled")


class Printed(NamedTuple):
    """The report made ready, its finished files by format, and what was found on the way."""

    composition: Composition
    files: dict[str, bytes]
    report: Report


def torture_document(report: Report) -> Document:
    """The whole report as a document."""
    case = read_case(FOLDER / NAME)
    document = read_document(case.source.encode(), NAME, OPTIONS, report, FOLDER)
    seal = next(key for key, media in document.media.items() if media.name.endswith("seal.png"))
    blocks: list[Block] = []
    for block in document.blocks:
        blocks.append(block)
        if isinstance(block, Toc):
            blocks += _lists(block)
    return replace(document, blocks=(*blocks, *Nesting(seal).blocks()))


def _lists(toc: Toc) -> tuple[Block, ...]:
    """The lists that stand below the table of contents."""
    return (
        heading(1, "图目录"),
        replace(toc, id="", of="figures"),
        heading(1, "表目录"),
        replace(toc, id="", of="tables"),
    )


@functools.cache
def printed_torture() -> Printed:
    """The report in all three formats, made once."""
    report = Report(NAME)
    composition = compose(torture_document(report), NAME, OPTIONS, report)
    return Printed(composition, {name: write_document(composition, name) for name in ("pdf", "docx", "epub")}, report)
