"""Case files: Markdown documents whose front matter says, under `tests`, what must hold in each output. See README.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import msgspec
import yaml

FOLDER = Path(__file__).parent

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_TESTS = re.compile(r"^tests:[ \t]*\n(?:(?:[ \t].*)?\n)*", re.MULTILINE)

Range = float | tuple[float, float]
"""A measure, give or take 0.5, or the least and the most that it may be."""


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Characters that stand on a page of the PDF, white space left out; what is not said may be anything.

    Lengths in mm from the page's top left corner: of the first character's left edge, the last one's right edge, the
    em box's top of the first one. `size_pt` and `font` (a part of the face's name) are the first one's. `artifact`:
    whether it is outside of the document's logical content, as page numbers are.
    """

    text: str
    page: int = 0
    left_mm: Range | None = None
    right_mm: Range | None = None
    top_mm: Range | None = None
    size_pt: Range | None = None
    font: str = ""
    artifact: bool | None = None


class Selected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A CSS selector with the number of elements that it finds."""

    select: str
    count: int


class Pdf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the PDF holds: words, structure elements by XPath (attributes `alt` and `lang`)."""

    words: tuple[str | Word, ...] = ()
    tags: tuple[str, ...] = ()


class PdfRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must and must not be in the PDF; `pages`: how many, or the least and the most."""

    has: Pdf = Pdf()
    lacks: Pdf = Pdf()
    pages: int | tuple[int, int] | None = None


class DocxRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """XPath expressions that must and must not hold, by the name of the part in `word/` (`document`, `numbering` …) or its
    path (`docProps/core`)."""

    has: dict[str, tuple[str, ...]] = {}
    lacks: dict[str, tuple[str, ...]] = {}


class EpubRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """CSS selectors that must and must not find something: in `content` (all files of the spine), `nav`, `package`."""

    has: dict[str, tuple[str | Selected, ...]] = {}
    lacks: dict[str, tuple[str, ...]] = {}


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that a case says. `style` and `set` are those of the command line; `text`: words that stand in all three outputs,
    in this order; `report`: the codes of all findings that are warnings, and of whichever notes must come."""

    style: str = "gbt9704"
    set: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    pdf: PdfRules = PdfRules()
    docx: DocxRules = DocxRules()
    epub: EpubRules = EpubRules()


class Case(NamedTuple):
    """A document without its rules, and these."""

    name: str
    source: str
    rules: Rules


def case_names() -> list[str]:
    """The names of all case files, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")


def read_case(path: Path) -> Case:
    """A case file taken apart. Raises ValueError, with the place, for rules that cannot be understood."""
    return parse_case(path.stem, path.read_text("utf-8"))


def parse_case(name: str, text: str, kind: type[Rules] = Rules) -> Case:
    """A case file's text taken apart, its rules as those of a `kind`; see `read_case`."""
    front = _FRONT_MATTER.match(text)
    found = _TESTS.search(front[1]) if front else None
    if front is None or found is None:
        raise ValueError(f"{name}: no 'tests' in the front matter")
    try:
        rules = msgspec.convert(yaml.safe_load(found[0])["tests"], kind)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise ValueError(f"{name}: {error}") from None
    rest = front[1].replace(found[0], "", 1)
    return Case(name, (f"---\n{rest}---\n" if rest.strip() else "") + text[front.end() :], rules)
