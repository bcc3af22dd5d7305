"""How the characters of a DOCX look, run by run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convert.measure.docx.package import TWIPS_PER_PT, W, is_on, part
from convert.measure.docx.styles import Styles

_HALF_POINTS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look: their text, their character style by name ("" for none), faces by name, `size`, `tracking`
    and `rise` (above the baseline) in pt, colours (`#rrggbb`, `background` "" for none), lines and marks by the names
    that Word has for them ("none"), `lang`: that of East Asian and of other characters, where the run says it."""

    text: str
    style: str
    east_asian: str
    latin: str
    size: float
    tracking: float
    rise: float
    color: str
    background: str
    underline: str
    strike: bool
    emphasis: str
    bold: bool
    italic: bool
    small_caps: bool
    lang: tuple[str, str]


def read_runs(data: bytes, name: str = "word/document.xml") -> list[Run]:
    """The runs of the body, or of another part, that hold text, in the order in which they stand in the file."""
    styles = Styles(part(data, "word/styles.xml"))
    return [run for paragraph in part(data, name).iter(f"{W}p") for run in _runs(paragraph, styles)]


def _runs(paragraph: Any, styles: Styles) -> Iterator[Run]:
    for run in paragraph.iter(f"{W}r"):
        text = "".join(child.text or "" for child in run.iterfind(f"{W}t"))
        if text or run.find(f"{W}footnoteReference") is not None or run.find(f"{W}endnoteReference") is not None:
            yield _run(text, styles.run(run, paragraph), styles)


def _run(text: str, found: dict[str, str], styles: Styles) -> Run:
    fill = found.get("shd.fill", "auto")
    return Run(
        text=text,
        style=styles.name(found.get("rStyle", "")),
        east_asian=found.get("rFonts.eastAsia", ""),
        latin=found.get("rFonts.ascii", ""),
        size=int(found.get("sz", 20)) / _HALF_POINTS,
        tracking=int(found.get("rPr.spacing", 0)) / TWIPS_PER_PT,
        rise=int(found.get("position", 0)) / _HALF_POINTS,
        color="#" + found.get("color", "000000").lower(),
        background="" if fill == "auto" else "#" + fill.lower(),
        underline=found.get("u", "none"),
        strike=is_on(found.get("strike", "")),
        emphasis=found.get("em", "none"),
        bold=is_on(found.get("b", "")),
        italic=is_on(found.get("i", "")),
        small_caps=is_on(found.get("smallCaps", "")),
        lang=(found.get("lang.eastAsia", ""), found.get("lang.val", "")),
    )
