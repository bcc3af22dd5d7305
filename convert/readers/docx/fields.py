"""Fields: page numbers, references, contents, sequences (ISO/IEC 29500-1, 17.16).

A complex field is a beginning, an instruction, a separator, a result and an end, spread over runs and paragraphs. Only
what is complete counts: a beginning without an end would take the rest of the document with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convert.readers.docx.tags import BOOKMARK, FLD_CHAR, FLD_SIMPLE, HYPERLINK, INSTR, NAME, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE, _ANCHOR, _INSTRUCTION = w("fldCharType"), w("anchor"), w("instr")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|[“”]([^“”]*)[“”]|(\\[^\s"]\S*|\\.)|(\S+)', re.DOTALL)
_WITH_ARGUMENT = {"HYPERLINK": "lmot", "TOC": "abcdflnopst", "SEQ": "rs*", "REF": "d", "PAGEREF": "", "SYMBOL": "fs"}
_DEEPEST = 32  # fields within each other


@dataclass(slots=True)
class Field:
    """A field. `name`: what it is, in capitals; `words`: its arguments; `switches`: letter → argument; `source`: the
    instruction as written."""

    name: str
    words: tuple[str, ...]
    switches: dict[str, str]
    begin: Element | None = None
    source: str = ""

    @property
    def argument(self) -> str:
        """The first argument."""
        return self.words[0] if self.words else ""


def parse_field(instruction: str) -> Field:
    """What an instruction asks for (17.16.1)."""
    name, words, switches = "", [], {}
    pending = ""
    for match in _WORD.finditer(instruction):
        quoted, curled, switch, bare = match.groups()
        if switch is not None and name:
            key, rest = switch[1:2].lower(), switch[2:]
            switches[key] = rest
            pending = key if not rest and key in _WITH_ARGUMENT.get(name, "*@#") + "*@#" else ""
            continue
        word = next((part for part in (quoted, curled, bare, switch) if part is not None), "")
        word = re.sub(r"\\(.)", r"\1", word) if quoted is not None else word
        if not name:
            name = word.upper()
        elif pending:
            switches[pending], pending = word, ""
        else:
            words.append(word)
    return Field(name, tuple(words), switches, source=instruction)


class Fields:
    """The complete fields of one part: `marks` says for each `w:fldChar` which field it is of and what it does."""

    def __init__(self, root: Element) -> None:
        self.marks: dict[Element, tuple[str, Field]] = {}
        self.named: set[str] = set()
        self.bookmarks: set[str] = set()
        self._read(root)

    def _read(self, root: Element) -> None:
        open_fields: list[tuple[Element, list[str], list[Element]]] = []
        for element in root.iter(FLD_CHAR, INSTR, FLD_SIMPLE, HYPERLINK, BOOKMARK):
            tag = element.tag
            if tag == INSTR and open_fields and not open_fields[-1][2]:
                open_fields[-1][1].append(element.text or "")
            elif tag == FLD_CHAR:
                self._mark(element, open_fields)
            elif tag == FLD_SIMPLE:
                self._name(parse_field(element.get(_INSTRUCTION, "")))
            elif tag == HYPERLINK and element.get(_ANCHOR):
                if not any(_is_toc("".join(texts)) for _, texts, _ in open_fields):
                    self.named.add(element.get(_ANCHOR, ""))
            elif tag == BOOKMARK:
                self.bookmarks.add(element.get(NAME, ""))

    def _mark(self, element: Element, open_fields: list[tuple[Element, list[str], list[Element]]]) -> None:
        kind = element.get(_TYPE)
        if kind == "begin":
            open_fields.append((element, [], []))
        elif kind == "separate" and open_fields:
            open_fields[-1][2].append(element)
        elif kind == "end" and open_fields:
            begin, texts, separators = open_fields.pop()
            if len(open_fields) >= _DEEPEST:
                return  # its result is words like any
            field = parse_field("".join(texts))
            field.begin = begin
            self.marks[begin] = "begin", field
            self.marks[element] = "end", field
            for separator in separators[:1]:
                self.marks[separator] = "separate", field
            if not any(_is_toc("".join(outer)) for _, outer, _ in open_fields):
                self._name(field)

    def _name(self, field: Field) -> None:
        if field.name in ("REF", "PAGEREF", "NOTEREF"):
            self.named.add(field.argument)
        elif field.name == "HYPERLINK" and field.switches.get("l"):
            self.named.add(field.switches["l"])


def _is_toc(instruction: str) -> bool:
    return instruction.lstrip()[:4].upper().rstrip() == "TOC"
