"""What stands in the text of a DOCX besides characters: fields, links, bookmarks, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from convert.measure.docx.package import EMU_PER_PT, R, W, part, relations

_DOCUMENT = "word/document.xml"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@dataclass(frozen=True, slots=True)
class Field:
    """A field (17.16): its instruction (`PAGEREF intro \\h`), and its result as the file has it."""

    instruction: str
    result: str


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: its words, its tooltip, and where it leads: a URL, or `#` and a bookmark's name."""

    text: str
    target: str
    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its size in pt, its description and title, whether it is marked as an ornament, its part's path; of one that
    floats, counted from column and paragraph, where its left upper corner is, in pt (`across`, `down`)."""

    width: float
    height: float
    alt: str
    title: str
    decorative: bool
    part: str
    across: float | None = None
    down: float | None = None


@dataclass(frozen=True, slots=True)
class Ruby:
    """A phonetic guide: what stands on the line, and the reading above it."""

    base: str
    reading: str


def read_fields(data: bytes, name: str = _DOCUMENT) -> list[Field]:
    """The fields of the body, or of another part, in the order in which they end."""
    done: list[Field] = []
    open_: list[tuple[list[str], list[str], list[bool]]] = []  # instruction, result, whether the result has begun
    for element in part(data, name).iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}fldSimple":
            done.append(Field(" ".join(element.get(f"{W}instr").split()), _words(element)))
        elif kind == "begin":
            open_.append(([], [], []))
        elif kind == "separate" and open_:
            open_[-1][2].append(True)
        elif kind == "end" and open_:
            instruction, result, _ = open_.pop()
            done.append(Field(" ".join("".join(instruction).split()), "".join(result)))
        elif element.tag == f"{W}instrText" and open_:
            open_[-1][0].append(element.text or "")
        elif element.tag == f"{W}t":
            for _, result, begun in open_:
                if begun:
                    result.append(element.text or "")
    return done


def read_links(data: bytes) -> list[Link]:
    """The hyperlinks of the body in reading order."""
    targets = relations(data, _DOCUMENT)
    return [_link(element, targets) for element in part(data, _DOCUMENT).iter(f"{W}hyperlink")]


def _link(element: Any, targets: dict[str, str]) -> Link:
    anchor, outside = element.get(f"{W}anchor"), targets.get(element.get(f"{R}id", ""), "")
    return Link(_words(element), f"#{anchor}" if anchor and not outside else outside, element.get(f"{W}tooltip", ""))


def read_rubies(data: bytes) -> list[Ruby]:
    """The phonetic guides of the body in reading order."""
    guides = part(data, _DOCUMENT).iter(f"{W}ruby")
    return [Ruby(*(_words(each.find(f"{W}{name}")) for name in ("rubyBase", "rt"))) for each in guides]


def read_bookmarks(data: bytes) -> list[str]:
    """The names of the body's bookmarks in reading order."""
    return [str(each.get(f"{W}name")) for each in part(data, _DOCUMENT).iter(f"{W}bookmarkStart")]


def read_faces(data: bytes) -> dict[str, str]:
    """The faces of the font table (17.8): by name the family that stands in for each (`roman`, `swiss`, `modern` …)."""
    root = part(data, "word/fontTable.xml")
    fonts = root.iterfind(f"{W}font") if root is not None else ()
    families = {font.get(f"{W}name"): font.find(f"{W}family") for font in fonts}
    return {name: family.get(f"{W}val") if family is not None else "auto" for name, family in families.items()}


def read_pictures(data: bytes) -> list[Picture]:
    """The pictures of the body in reading order."""
    targets = relations(data, _DOCUMENT)
    return [_picture(each, targets) for each in part(data, _DOCUMENT).iter(f"{_WP}inline", f"{_WP}anchor")]


def _picture(element: Any, targets: dict[str, str]) -> Picture:
    extent, about = element.find(f"{_WP}extent"), element.find(f"{_WP}docPr")
    blip = next(element.iter(f"{_A}blip"), None)
    return Picture(
        width=int(extent.get("cx")) / EMU_PER_PT,
        height=int(extent.get("cy")) / EMU_PER_PT,
        alt=about.get("descr", ""),
        title=about.get("title", ""),
        decorative=any(each.get("val") in ("1", "true") for each in about.iter(_DECORATIVE)),
        part=targets.get(blip.get(f"{R}embed", ""), "") if blip is not None else "",
        across=_offset(element, "positionH", "column"),
        down=_offset(element, "positionV", "paragraph"),
    )


def _offset(element: Any, name: str, base: str) -> float | None:
    """Where a floating picture is, in pt from `base`."""
    offset = element.find(f"{_WP}{name}[@relativeFrom='{base}']/{_WP}posOffset")
    return int(offset.text) / EMU_PER_PT if offset is not None else None


def _words(element: Any) -> str:
    """The characters of all text in an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))
