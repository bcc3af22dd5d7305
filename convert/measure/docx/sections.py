"""The pages of a DOCX, section by section (ISO/IEC 29500-1, 17.6): paper, margins, what stands at head and foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from convert.measure.docx.blocks import Block, read_part_blocks
from convert.measure.docx.numbers import number
from convert.measure.docx.package import TWIPS_PER_PT, R, W, is_on, part, properties_of, relations

_MM_PER_TWIP = 25.4 / 1440
_CHAR_SPACES = 4096  # of a pt
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Page:
    """A section's page and margins in mm, the distances of its header and its footer from the sheet's edges; `mirrored`
    where odd and even pages have footers of their own, `mirror_margins` where their side margins change places;
    `number_format` of its pages ("" where nothing is said: decimal), the number of its first one (0: it goes on);
    `grid` of its lines by Word's name ("": none), their `line_pitch` and the `char_space` that each character gains, in pt
    (17.6.5); `title_page`: its first page has a header and a footer of its own."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    mirrored: bool
    header: float
    footer: float
    mirror_margins: bool
    number_format: str
    first_number: int
    grid: str = ""
    line_pitch: float = 0
    char_space: float = 0
    title_page: bool = False


def read_page(data: bytes) -> Page:
    """The page of the first section. Raises ValueError where no section says it."""
    return read_sections(data)[0]


def read_sections(data: bytes) -> list[Page]:
    """The pages of all sections. Raises ValueError where one does not say it, or there is none."""
    settings = properties_of(part(data, "word/settings.xml"))
    sections = [_page(section, settings) for section in _sections(data)]
    if not sections:
        raise ValueError("no page size or margins")
    return sections


def _sections(data: bytes) -> list[Any]:
    """The properties of all sections, without those that a tracked change left behind."""
    found = part(data, _DOCUMENT).iter(f"{W}sectPr")
    return [section for section in found if section.getparent().tag != f"{W}sectPrChange"]


def _page(section: Any, settings: dict[str, str]) -> Page:
    said = properties_of(section)
    if "pgSz" not in said or "pgMar" not in said:
        raise ValueError("no page size or margins")

    def length(name: str) -> float:
        return number(said.get(name)) * _MM_PER_TWIP

    return Page(
        width=length("pgSz.w"),
        height=length("pgSz.h"),
        top=length("pgMar.top"),
        bottom=length("pgMar.bottom"),
        left=length("pgMar.left"),
        right=length("pgMar.right"),
        mirrored=is_on(settings.get("evenAndOddHeaders", "")),
        header=length("pgMar.header"),
        footer=length("pgMar.footer"),
        mirror_margins=is_on(settings.get("mirrorMargins", "")),
        number_format=said.get("pgNumType.fmt", ""),
        first_number=int(number(said.get("pgNumType.start"))),
        grid=said.get("docGrid.type", ""),
        line_pitch=number(said.get("docGrid.linePitch")) / TWIPS_PER_PT,
        char_space=number(said.get("docGrid.charSpace")) / _CHAR_SPACES,
        title_page=is_on(said.get("titlePg", "")),
    )


def read_furniture(data: bytes, section: int = 0) -> dict[str, list[Block]]:
    """What stands at the head and the foot of a section's pages (from 0): paragraphs by `header` or `footer`, a blank, and
    the pages they are for (`default`, `even`, `first`). What a section does not say is that of the one before it."""
    return {name: read_part_blocks(data, part) for name, part in _furniture(data, section).items()}


def foot_parts(data: bytes, section: int = 0) -> dict[str, str]:
    """The parts at the foot of a section's pages (from 0), by the pages they are for (`default`, `even`, `first`)."""
    found = _furniture(data, section)
    return {name.removeprefix("footer "): part for name, part in found.items() if name.startswith("footer ")}


def _furniture(data: bytes, section: int) -> dict[str, str]:
    targets = relations(data, _DOCUMENT)
    found: dict[str, str] = {}
    for properties in _sections(data)[: section + 1]:
        for reference in properties.iterfind(f"{W}*"):
            kind = reference.tag.removeprefix(W)
            if kind in ("headerReference", "footerReference") and reference.get(f"{R}id") in targets:
                name = f"{kind.removesuffix('Reference')} {reference.get(f'{W}type')}"
                found[name] = targets[reference.get(f"{R}id")]
    return found
