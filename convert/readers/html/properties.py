"""The metadata of a page, from what it declares, its title and its bylines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from convert.kit.dates import complete_date
from convert.kit.languages import is_language_tag
from convert.model import Meta
from convert.readers.html.article import Article
from convert.readers.html.titles import Title
from convert.reading.html.styles import is_block, is_hidden

_NEAR = 14  # lines behind the title that may be bylines
_LONG = 120  # characters: where text begins


def meta_of(known: Mapping[str, list[str]], article: Article, title: str, lang: str, *, is_title_cut: bool) -> Meta:
    """The metadata. A date is kept as the page shows it, where that is the day it declares; a source that no line names
    is the site's name, and inferred."""
    said, inferred = article.fields, set(article.inferred)
    date = _date(known.get("date", []), said.get("date", ""))
    if date != said.get("date"):
        inferred.discard("date")
    source = said.get("source", "") or next(iter(known.get("source", ())), "")
    if not source:
        source = next(iter(known.get("site", ())), "")
        inferred |= {"source"} if source else set()
    elif source != said.get("source"):
        inferred.discard("source")
    authors = tuple(_names(said["authors"])) if said.get("authors") else tuple(known.get("authors", ())[:6])
    editors = tuple(_names(said["editors"])) if said.get("editors") else tuple(known.get("editors", ())[:6])
    if is_title_cut:
        inferred.add("title")
    return Meta(
        title=title,
        date=date,
        source=source,
        authors=authors,
        editors=editors,
        keywords=tuple(known.get("keywords", ())),
        description=next(iter(known.get("description", ())), ""),
        lang=_language([lang, *known.get("lang", ())]),
        identifier=next(iter(known.get("identifier", ())), ""),
        inferred=tuple(sorted(inferred)),
    )


def nearby_lines(root: Any, title: Title) -> list[str]:
    """The short lines that follow the title in the page, up to where text begins."""
    if title.element is None:
        return []
    lines: list[str] = []
    for element in (title.element, *title.element.iterancestors()):
        if element.tag == "body" or len(lines) >= _NEAR:
            break
        after = [each for each in element.itersiblings() if isinstance(each.tag, str)]
        if element.getparent() is not None:
            for each in after:
                if not _add_lines(each, lines):
                    return lines[:_NEAR]
    return lines[:_NEAR]


def _add_lines(top: Any, lines: list[str]) -> bool:
    """Add the lines of an element; False where text begins in it."""
    stack = [top]
    while stack and len(lines) < _NEAR:
        element = stack.pop()
        if not isinstance(element.tag, str) or is_hidden(element):
            continue
        if any(isinstance(child.tag, str) and is_block(child) for child in element.iterdescendants()):
            stack.extend(reversed(element))
            continue
        text = " ".join(" ".join(element.itertext()).split())
        if len(text) > _LONG:
            return False
        if text:
            lines.append(text)
    return True


def _date(declared: list[str], said: str) -> str:
    """The date as shown, unless the page declares another day; without either, none."""
    days = [complete_date(each) for each in declared]
    if said and (not declared or complete_date(said) in days or not any(days)):
        return said
    return next((text for text, day in zip(declared, days, strict=True) if day), "")


def _names(text: str) -> list[str]:
    return [name for name in text.replace("、", " ").replace("，", " ").split() if name][:6]


def _language(tags: list[str]) -> str:
    for tag in tags:
        clean = tag.replace("_", "-").strip()
        if clean and is_language_tag(clean):
            return clean
    return ""
