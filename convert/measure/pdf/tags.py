"""The structure tree of a PDF (ISO 32000-1, 14.7): what a screen reader follows, with the text of each element."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from convert.measure.pdf.glyphs import read_glyphs


@dataclass(slots=True)
class Tag:
    """A structure element: its standard type, its description and language, what it holds in reading order.

    `attributes`: the entries of its attribute objects (14.7.5: `ColSpan`, `Scope`, `ListNumbering` …) as text, and its
    `ID`; `contents`: the marked-content sequences directly in it, as pages and numbers.
    """

    type: str
    alt: str = ""
    lang: str = ""
    kids: list[Tag | str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    contents: list[tuple[int, int]] = field(default_factory=list)

    @property
    def children(self) -> list[Tag]:
        """The elements directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    @property
    def text(self) -> str:
        """All text in it, white space left out."""
        return "".join(kid.text if isinstance(kid, Tag) else kid for kid in self.kids)

    def walk(self) -> Iterator[Tag]:
        """The element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_text(data: bytes) -> str:
    """The text in the order of the tags, white space left out, and the pages in tables of contents, which are no more of
    it than the numbers at the pages' feet."""
    return _words(read_tags(data))


def _words(tag: Tag) -> str:
    entry = tag.type == "TOCI"
    return "".join(
        kid if isinstance(kid, str) else "" if entry and kid.type == "Reference" else _words(kid) for kid in tag.kids
    )


def read_tags(data: bytes) -> Tag:
    """The structure tree with its text. Raises ValueError where the file is not tagged."""
    import pikepdf

    texts: dict[tuple[int, int], str] = {}
    for glyph in read_glyphs(data):
        key = glyph.page, glyph.content
        texts[key] = texts.get(key, "") + glyph.char
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            raise ValueError("not a tagged PDF")
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        top = Tag("StructTreeRoot")
        _add_kids(top, root, 0, pages, texts)
        return top


def _add_kids(
    tag: Tag, element: Any, page: int, pages: dict[tuple[int, int], int], texts: dict[tuple[int, int], str]
) -> None:
    for kid in _several(element.get("/K")):
        if isinstance(kid, int) or "/MCID" in kid:
            number, at = (kid, page) if isinstance(kid, int) else (kid.MCID, _page(kid, page, pages))
            tag.contents.append((at, int(number)))
            tag.kids.append(texts.get((at, int(number)), ""))
        elif "/S" in kid:
            child = Tag(
                str(kid.S)[1:], str(kid.get("/Alt", "")), str(kid.get("/Lang", "")), attributes=_attributes(kid)
            )
            tag.kids.append(child)
            if "/ActualText" in kid:  # stands for all that is in it (ISO 32000-1, 14.9.4)
                child.kids.append(re.sub(r"\s", "", str(kid.ActualText)))
                continue
            _add_kids(child, kid, _page(kid, page, pages), pages, texts)


def _page(element: Any, page: int, pages: dict[tuple[int, int], int]) -> int:
    """The page of an element or a content: its own, else its parent's."""
    return pages[element.Pg.objgen] if "/Pg" in element else page


def _several(value: Any) -> tuple[Any, ...]:
    """What may be one object or an array of them."""
    import pikepdf

    if value is None:
        return ()
    return tuple(value) if isinstance(value, pikepdf.Array) else (value,)


def _attributes(element: Any) -> dict[str, str]:
    import pikepdf

    found = {"ID": str(element.ID)} if "/ID" in element else {}
    for given in _several(element.get("/A")):
        if isinstance(given, pikepdf.Dictionary):
            found |= {key[1:]: _shown(value) for key, value in given.items()}
    return found


def _shown(value: Any) -> str:
    """A value as text: a name without its slash, the items of an array with blanks between."""
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return " ".join(map(_shown, value))
    return str(value).removeprefix("/") if isinstance(value, pikepdf.Name) else str(value)
