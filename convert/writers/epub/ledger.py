"""What gathers while the content is written, and is settled when all of it is known.

Links need the file their target ends up in; characters that a Latin face may take from a Chinese text need to be told
apart only where both kinds occur; fonts need every character. The content holds private marks (control characters,
which no text has) until then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from convert.diagnostics import Pos, Report
from convert.kit.cjk import AMBIGUOUS, latin_runs
from convert.writers.epub.markup import css_name, free_id, xml_id

_LINK, _LATIN, _ROLE, _END = "\x00", "\x01", "\x02", "\x03"
_LINKS = re.compile(f' href="{_LINK}([0-9]+){_LINK}"')
_MARKS = re.compile(f"{_LATIN}([^{_ROLE}]*){_ROLE}([^{_END}]*){_END}")
_AMBIGUOUS = re.compile(f"[{AMBIGUOUS}\u2013]")


class Picture(NamedTuple):
    """A picture of the book: its file, media type and bytes."""

    file: str
    media_type: str
    data: bytes


class Ledger:
    """Gathers ids, links, pictures and the characters set in each font role.

    `texts`: for each font role, the pieces of text set in it. `pictures`: by media key. `all_described`: whether all
    of them have an alternative text. `formulas`: the characters that formulas are set with.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.texts: defaultdict[str, list[str]] = defaultdict(list)
        self.pictures: dict[str, Picture] = {}
        self.all_described = True
        self.formulas: set[str] = set()
        self._ids: dict[str, str] = {}
        self._others: dict[str, str] = {}
        self._links: list[tuple[str, Pos | None]] = []
        self._headings = 0
        self._latin: set[str] = set()
        self._chinese: set[str] = set()

    # --- ids and links -------------------------------------------------------------------------------------------

    def place(self, name: str, file: str) -> str:
        """The id attribute of a node that stands in `file`; "" for a second one of the same name."""
        if not name or name in self._ids:
            return ""
        self._ids[name] = file
        return xml_id(name)

    def place_as(self, name: str, file: str, id: str) -> None:
        """Let links to a node lead to an element with another id."""
        if name and name not in self._ids:
            self._ids[name] = file
            self._others[name] = id

    def place_heading(self, name: str, file: str) -> str:
        """The id of a heading: its own, else a new one."""
        own = self.place(name, file)
        if own:
            return own
        self._headings += 1
        return free_id(f"heading-{self._headings}")

    def link(self, target: str, pos: Pos | None) -> str:
        """What stands as the target of a link to a node until `settle`."""
        self._links.append((target, pos))
        return f"{_LINK}{len(self._links) - 1}{_LINK}"

    def picture(self, key: str, media_type: str, data: bytes) -> str:
        """The file of a picture, by its key in the document."""
        if key not in self.pictures:
            suffix = media_type.removeprefix("image/").removesuffix("+xml")
            file = f"images/image-{len(self.pictures) + 1}.{suffix}"
            self.pictures[key] = Picture(file, media_type, data)
        return self.pictures[key].file

    # --- text ----------------------------------------------------------------------------------------------------

    def text(self, text: str, font: str) -> str:
        """Note that `text` is set in a font role; gives it back with marks around what may be contested."""
        self.texts[font].append(text)
        return self._marked(text, font) if _AMBIGUOUS.search(text) else text

    def _marked(self, text: str, font: str) -> str:
        pieces: list[str] = []
        at = 0
        for start, end in latin_runs(text):
            self._chinese.update(_AMBIGUOUS.findall(text, at, start))
            pieces += text[at:start], _AMBIGUOUS.sub(lambda m: f"{_LATIN}{font}{_ROLE}{m[0]}{_END}", text[start:end])
            self._latin.update(_AMBIGUOUS.findall(text, start, end))
            at = end
        self._chinese.update(_AMBIGUOUS.findall(text, at))
        return "".join((*pieces, text[at:]))

    @property
    def contested(self) -> frozenset[str]:
        """Characters that Latin and Chinese faces both set in this document (the apostrophe of It’s and ‘…’)."""
        return frozenset(self._latin & self._chinese)

    # --- the end -------------------------------------------------------------------------------------------------

    def settle(self, bodies: list[str]) -> Iterator[str]:
        """The finished bodies: links resolved, those to nowhere reported; contested characters in spans."""
        hrefs = [self._href(target, pos) for target, pos in self._links]
        contested = self.contested

        def marked(match: re.Match[str]) -> str:
            role, chars = match.groups()
            return f'<span class="{latin_class(role)}">{chars}</span>' if chars in contested else chars

        for body in bodies:
            yield _MARKS.sub(marked, _LINKS.sub(lambda m: hrefs[int(m[1])], body))

    def _href(self, target: str, pos: Pos | None) -> str:
        file = self._ids.get(target)
        if file is None:
            self.report.add("link-dropped", pos, target=f"#{target}")
            return ""
        return f' href="{file}#{self._others.get(target) or xml_id(target)}"'


def latin_class(font: str) -> str:
    """The class of characters that the Latin face of a font role sets although the Chinese one has them too."""
    return f"latin-{css_name(font)}"
