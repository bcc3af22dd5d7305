"""What fields show: their stored result, as the link, the reference or the mark that the field is (17.16.5)."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from convert.diagnostics import Pos
from convert.kit.numerals import numeral
from convert.model import Link, Ref, Ruby, Text, Toc
from convert.readers.docx.fields import Field
from convert.readers.docx.looks import Atom, nest
from convert.readers.docx.symbols import symbol
from convert.readers.docx.tags import VAL, is_on, number, w

if TYPE_CHECKING:
    from convert.readers.docx.book import Book

_ENCLOSED = re.compile(r"\\o(?:\\a[clrd])?\s*\(\s*[○〇◯]\s*[,;，]\s*(\d{1,2})\s*\)")
_GUIDE = re.compile(r"\\o(?:\\a[clrd])?\s*\(\s*\\s\\up\s*\d+\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)")
_NUMBER_SWITCHES = ("n", "r", "w")
_FIGURES, _TABLES = ("图", "figure", "fig", "illustration"), ("表", "table", "tab")


@dataclass(slots=True)
class Frame:
    """A field or link that is open. `result`: whether its result has begun; `atoms`: what is in it, in the paragraph at
    hand; `entries`: paragraphs of a table of contents so far."""

    field: Field
    result: bool = False
    atoms: list[Atom] = dataclasses.field(default_factory=list)
    entries: int = 0


def shown(frame: Frame, atoms: list[Atom], book: Book, pos: Pos, *, ended: bool) -> list[Atom]:
    """The atoms that stand for a field. `ended`: whether it ends here, or goes on in the next paragraph."""
    field = frame.field
    match field.name:
        case "HYPERLINK" if atoms:
            target = _address(field)
            return [((), Link(nest(atoms), target, field.switches.get("o", ""), pos=pos))] if target else atoms
        case "REF" | "PAGEREF" | "NOTEREF" if atoms and field.argument in book.bookmarks:
            numbered = any(key in field.switches for key in _NUMBER_SWITCHES)
            kind: Literal["number", "page", "text"] = "number" if numbered else "text"
            kind = "page" if field.name == "PAGEREF" else kind
            return [((), Ref(field.argument, kind, nest(atoms), pos=pos))]
        case "EQ" if ended and not atoms:
            return _equation(field, book, pos)
        case "SYMBOL" if ended and not atoms:
            char = _symbol(field)
            return [((), Text(char))] if char else []
        case "FORMCHECKBOX" if ended and not atoms:
            return [((), Text("☒" if _is_checked(field) else "☐"))]
        case "FORMDROPDOWN" if ended and not atoms:
            choice = _choice(field)
            return [((), Text(choice))] if choice else []
        case _:
            return atoms


def toc_of(field: Field, pos: Pos) -> Toc:
    """The table of contents that a field asks for: its depth and what it lists."""
    depth = re.search(r"(\d)\D*$", field.switches.get("o", ""))
    label = field.switches.get("c", field.switches.get("a", "")).lower()
    of: Literal["headings", "figures", "tables"] = "headings"
    of = "figures" if label.startswith(_FIGURES) else "tables" if label.startswith(_TABLES) else of
    return Toc(int(depth[1]) if depth else 3, of, pos=pos)


def _address(field: Field) -> str:
    anchor = field.switches.get("l", "")
    if not field.argument:
        return f"#{anchor}" if anchor else ""
    return f"{field.argument}#{anchor}" if anchor and "#" not in field.argument else field.argument


def _equation(field: Field, book: Book, pos: Pos) -> list[Atom]:
    """Characters that Word puts over each other: a number in a circle, a reading above its base."""
    text = field.source
    if enclosed := _ENCLOSED.search(text):
        return [((), Text(numeral(int(enclosed[1]), "circled")))]
    if guide := _GUIDE.search(text):
        return [((), Ruby((Text(guide[2].strip() or " "),), guide[1].strip()))]
    book.report.add("docx-object-dropped", pos, kind="EQ", text=text[:60])
    return []


def _symbol(field: Field) -> str:
    word = field.argument
    try:
        code = int(word, 16) if word.lower().startswith("0x") else int(word)
    except ValueError:
        return word
    return symbol(code, field.switches.get("f", "")) or (chr(code) if 31 < code < 0xD800 else "")


def _is_checked(field: Field) -> bool:
    for name in ("checked", "default"):
        for mark in field.begin.iter(w(name)) if field.begin is not None else ():
            return is_on(mark)
    return False


def _choice(field: Field) -> str:
    if field.begin is None:
        return ""
    entries = [entry.get(VAL, "") for entry in field.begin.iter(w("listEntry"))]
    chosen = next((number(mark.get(VAL)) for mark in field.begin.iter(w("result"))), 0)
    return entries[chosen] if 0 <= chosen < len(entries) else ""
