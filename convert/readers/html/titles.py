"""The title of a page: the words above its text, not the name of its site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any, NamedTuple

from convert.kit.cjk import HAN, one_of
from convert.reading.html.styles import is_block, is_hidden

_SEPARATOR = re.compile(r"\s*(?:[_|｜»]+|\s[-–—·•:]+\s|--+|——|(?<=[^\x00-\x7f])-|-(?=[^\x00-\x7f]))\s*")
_MARKS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(
    r"第?[一二三四五六七八九十百\d]+[、.．章节条篇]|[（(][一二三四五六七八九十\d]+[)）]|chapter\b|part\b", re.IGNORECASE
)
_LEAST = 2  # words of a title
_LONGEST = 150
_LOOKED_AT = 2000  # lines
_HEADINGS = ("h1", "h2", "h3", "h4")


class Title(NamedTuple):
    """A title, the element that shows it (None where none does), whether it was cut out of a longer one, and that."""

    text: str
    element: Any
    is_inferred: bool
    whole: str = ""


def find_title(root: Any, declared: Iterable[str], site: Iterable[str]) -> Title:
    """The title of a page, empty where it has none. `declared`: what the page declares, the most telling first; `site`:
    names of the site.

    It is the longest line that stands in what the page declares (a heading before other lines); else the declared one
    without the site's name; else the only `h1`, unless that is a numbered chapter.
    """
    given = [" ".join((root.findtext(".//title") or "").split())]
    declared = [*declared, *(text for text in given if text)]
    keys = [_key(text) for text in declared if _key(text)]
    names = {_key(name) for name in site}
    best: tuple[int, int, str, Any] = (0, 0, "", None)
    for element, text in islice(_lines(root), _LOOKED_AT):
        key = _key(text)
        if len(key) < 3 or key in names or not any(key in whole for whole in keys):
            continue
        if len(key) < 0.3 * min(len(whole) for whole in keys if key in whole):
            continue
        rank = 2 if element.tag in _HEADINGS or _inside_heading(element) else 1
        if (rank * len(key), rank) > best[:2]:
            best = (rank * len(key), rank, text, element)
    if best[3] is not None:
        return Title(best[2], best[3], False, given[0])
    if declared:
        text = _without_site(declared[0], names)
        return Title(text, None, text != declared[0], given[0])
    headings = [
        element for element in root.iter("h1") if not is_hidden(element) and "".join(element.itertext()).strip()
    ]
    text = " ".join("".join(headings[0].itertext()).split()) if len(headings) == 1 else ""
    if not text or _NUMBERED.match(text):
        return Title("", None, False)
    return Title(text, headings[0], False)


def _key(text: str) -> str:
    return _MARKS.sub("", text).lower()


def _without_site(title: str, names: set[str]) -> str:
    """The first part of a title that is not the site's name and more than a word or two; else the title."""
    parts = [part for part in _SEPARATOR.split(title) if part and _key(part) not in names]
    return next((part for part in parts if _weight(part) >= _LEAST), title)


def _weight(part: str) -> int:
    """Words, or, in Han, characters halved."""
    return len(one_of(HAN).findall(part)) // 2 or len(part.split())


def _inside_heading(element: Any) -> bool:
    return any(above.tag in _HEADINGS for above in element.iterancestors())


def _lines(root: Any) -> Iterable[tuple[Any, str]]:
    """Elements that show a single short line, with it."""
    body = root.find("body")
    stack = list(reversed(root if body is None else body))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or is_hidden(element) or element.tag in ("a", "option", "nav"):
            continue
        if any(True for child in element.iterdescendants() if isinstance(child.tag, str) and is_block(child)):
            stack.extend(reversed(element))
            continue
        text = " ".join("".join(element.itertext()).split())
        if 0 < len(text) <= _LONGEST and element.tag != "li":
            yield element, text
        else:
            stack.extend(reversed(element))
