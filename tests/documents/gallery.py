"""Makes docs/gallery.md and its pictures: `python -m tests.documents.gallery`; with names only these pictures anew. Needs
LibreOffice and Chromium."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
from PIL import Image

from convert.config import Options
from convert.diagnostics import Report
from convert.model import Document, Heading
from convert.pipeline import compose, convert_bytes, write_document
from tests.documents.camera import beside, paper, screen, small, word
from tests.documents.cases import FOLDER, read_case
from tests.documents.torture import NAME, OPTIONS, torture_document
from tests.official.gallery import VIEWS, picture_of

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "images" / "gallery"
MOST = 60 * 1024  # bytes of a picture

Files = dict[str, bytes]

_HEAD = """# Gallery

Pages of the torture report ([tests/documents/torture.md](../tests/documents/torture.md)) and of documents beside it, as PDF, as DOCX
in LibreOffice and as EPUB in Chromium, all in the bundled faces. `python -m tests.documents.gallery` makes this page anew.

## Official documents

Fixtures of [tests/official](../tests/official), whose measures stand in [official.md](official.md): pages of the PDF, then one of the
DOCX in LibreOffice (without the gaps that it sets around digits of its own accord), then the book. All that they tell of is invented.
"""


class Shot(NamedTuple):
    """A picture with its name, the heading above it, what it shows, and how it is taken."""

    name: str
    title: str
    words: str
    take: Callable[[], Image.Image]


def main() -> None:
    """Write the pictures and the page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    official, others = official_shots(), shots()
    wanted = set(sys.argv[1:])
    for old in PICTURES.glob("*.png"):
        if old.stem not in {shot.name for shot in (*official, *others)}:
            old.unlink()
    for shot in (*official, *others):
        if not wanted or shot.name in wanted:
            (PICTURES / f"{shot.name}.png").write_bytes(small(shot.take(), MOST))
    sections = [_section(shot, 3) for shot in official] + [_section(shot, 2) for shot in others]
    (DOCS / "gallery.md").write_text("\n".join((_HEAD, *sections)), "utf-8")


def _section(shot: Shot, level: int) -> str:
    return f"{'#' * level} {shot.title}\n\n{shot.words}\n\n![{shot.title}](images/gallery/{shot.name}.png)\n"


def official_shots() -> list[Shot]:
    """Pictures of the official documents that are measured."""
    return [Shot(f"official-{view.name}", view.title, view.words, picture_of(view)) for view in VIEWS]


def shots() -> list[Shot]:
    """All pictures of the gallery."""
    whole = torture_document(Report(NAME))
    main_part, classics = _parted(whole, "classics", "advice")
    body, old, english = _files(main_part), _files(classics), _case("english", style="report")
    official = _case("official")

    def all_three(files: Files, words: str) -> Callable[[], Image.Image]:
        return lambda: beside((paper(files["pdf"], words), word(files["docx"], words), screen(files["epub"], words)))

    return [
        Shot("first-page", "The first page", "Title, recipient, contents: PDF, and DOCX in LibreOffice.",
             lambda: beside((paper(body["pdf"], "联合调查组，于2024年7月至10月"), word(body["docx"], "联合调查组，于2024年7月至10月")))),
        Shot("official", "A notice of one page", "公文 with all that stands around its text: PDF, DOCX, EPUB.",
             all_three(official, "值班人员不得脱岗")),
        Shot("lists-of-figures", "Lists of figures and tables", "With the pages that they are on; in Word these are fields.",
             lambda: paper(body["pdf"], "图目录", 2)),
        Shot("long-table", "A long table over three pages", "Its header row comes again; a long cell stays whole.",
             lambda: paper(body["pdf"], "调查组察看了一百一十八座水库", 3)),
        Shot("footnotes", "Footnotes", "One of them long, with a list in it: PDF, DOCX, EPUB, where it stands behind its mark.",
             all_three(body, "比对中发现")),
        Shot("landscape", "A table across", "On a page of its own, between two that stand upright.",
             lambda: paper(body["pdf"], "北江干流堤防三百一十公里，达到", 3)),
        Shot("formulas", "Formulas", "Outlines in PDF, Word’s own formulas, MathML.", all_three(body, "恒定非均匀流的水面线")),
        Shot("code", "Code", "In colours that can be told apart in print; a line that is too long goes on behind a mark.",
             all_three(body, "同样的统计，用数据库来做")),
        Shot("figures", "Figures", "A drawing with Chinese words as vectors, with its caption.", lambda: paper(body["pdf"], "各月降雨见图", 2)),
        Shot("boxes", "Boxes, quotations, lists in cells", "They may hold each other.", lambda: paper(body["pdf"], "从表中可以看出三点", 2)),
        Shot("english-part", "An English part in a Chinese report", "In its own language for screen readers and hyphenation.",
             lambda: paper(body["pdf"], "Why look elsewhere", 2)),
        Shot("classics", "Traditional Chinese, readings, rare characters", "PDF, DOCX, EPUB; a face that has them stands in for the whole text.",
             all_three(old, "活字之法")),
        Shot("nesting", "Elements in each other", "Tables, lists, code, formulas and quotations in cells of tables.",
             lambda: paper(body["pdf"], "表格里的各种元素", 2)),
        Shot("notes-with-blocks", "Notes that hold blocks, and endnotes", "Tables, pictures, code and lists in notes.",
             lambda: beside((paper(body["pdf"], "脚注里的各种元素", 2), paper(body["pdf"], "嵌套的元素从第")))),
        Shot("report-style", "Another style", "The style `report`: A4, header and footer, for reports in English.",
             lambda: paper(english["pdf"], "Introduction")),
        Shot("small-screen", "On a small screen", "Contents, tables, figures and definition lists in a window of 400 pixels.",
             lambda: beside([screen(body["epub"], words) for words in ("五次编号洪水的特征", "调查中使用的几个名词", "各月降雨见")])),
    ]  # fmt: skip


def _parted(document: Document, first: str, end: str) -> tuple[Document, Document]:
    """The document without the blocks from one heading to another, and these. A part with characters that only other faces
    have is set in those as a whole."""
    ids = [block.id if isinstance(block, Heading) else "" for block in document.blocks]
    start, stop = ids.index(first), ids.index(end)
    outer = document.blocks[:start] + document.blocks[stop:]
    inner = document.blocks[start:stop]
    return msgspec.structs.replace(document, blocks=outer), msgspec.structs.replace(document, blocks=inner)


def _files(document: Document) -> Files:
    composition = compose(document, NAME, OPTIONS, Report(NAME))
    return {format: write_document(composition, format) for format in ("pdf", "docx", "epub")}


def _case(name: str, style: str = "gbt9704") -> Files:
    case = read_case(FOLDER / f"{name}.md")
    options = Options(fonts="bundled", style=style)
    return convert_bytes(case.source.encode(), f"{name}.md", ("pdf", "docx", "epub"), options, Report(name), FOLDER)


if __name__ == "__main__":
    main()
