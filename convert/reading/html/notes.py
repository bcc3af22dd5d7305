"""Footnotes. HTML has no element for them; what all converters and wikis write is a pair of links: a short one to the
note, and in the note one back.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from urllib.parse import unquote

_MARK = re.compile(r"\W*\w{0,4}\W*")  # what a reference to a note reads like: 1, [12], *, iv
_HOLDERS = frozenset({"li", "p", "div", "dd", "aside", "table", "td", "section", "span"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def take_notes(root: Any) -> dict[Any, Any]:
    """The notes of a page by the link that refers to them, taken out of its tree and without their links back.

    Only where each note is referred to once: a note cannot stand in two places. Else, nothing is taken.
    """
    named = {each.get("id") or each.get("name"): each for each in root.iter() if each.get("id") or each.get("name")}
    found: dict[Any, Any] = {}
    back: list[Any] = []
    links = Counter(link.get("href") for link in root.iter("a"))
    for link in root.iter("a"):
        note = _target(link, named) if links[link.get("href")] == 1 else None
        returns = _links_back(link, note) if note is not None and _refers(link, note) else []
        if returns:
            found[link] = note
            back += returns
    if any(count > 1 for count in Counter(found.values()).values()):
        return {}
    for link in back:
        _take_back_link(link)
    for note in found.values():
        _take_out(note)
    return found


def _target(link: Any, named: dict[str, Any]) -> Any:
    """What a link in the page leads to. An anchor around nothing but a mark stands for what it is in."""
    href = link.get("href") or ""
    target = named.get(unquote(href[1:])) if href.startswith("#") else None
    while target is not None and target.tag in ("a", "sup", "span") and _MARK.fullmatch("".join(target.itertext())):
        target = target.getparent()
    return target


def _refers(link: Any, note: Any) -> bool:
    """Whether a link reads like a reference to a note, and its target like a note."""
    if (
        note.tag not in _HOLDERS
        or not _MARK.fullmatch("".join(link.itertext()))
        or not "".join(link.itertext()).strip()
    ):
        return False
    if int(note.get("_at", "0")) < int(link.get("_at", "0")):  # it is the link back
        return False
    return next(note.iter(*_HEADINGS), None) is None


def _links_back(link: Any, note: Any) -> list[Any]:
    """The links in a note to the place that refers to it."""
    names = {each.get("id") or each.get("name") for each in (link, *_around(link), *link.iterdescendants())} - {None}
    return [each for each in note.iter("a") if unquote((each.get("href") or "")[1:]) in names and each is not link]


def _around(link: Any) -> list[Any]:
    parents = list(link.iterancestors())[:2]
    return [each for each in parents if each.tag in ("sup", "span")]


def _take_back_link(link: Any) -> None:
    """Take a link back out, with the `sup` that holds nothing else."""
    parent = link.getparent()
    if parent is not None and parent.tag == "sup" and len(parent) == 1 and not (parent.text or "").strip():
        link = parent
    drop(link)


def _take_out(note: Any) -> None:
    """Take a note out, and what held notes only: the list, the rule above it."""
    parent = note.getparent()
    drop(note)
    while parent is not None and parent.tag in ("ol", "ul", "dl", "section", "div", "aside") and _is_bare(parent):
        above = parent.getparent()
        before = parent.getprevious()
        if before is not None and before.tag == "hr" and not (before.tail or "").strip():
            drop(before)
        drop(parent)
        parent = above


def _is_bare(element: Any) -> bool:
    """Whether nothing but rules is left in an element."""
    if any(text.strip() for text in element.itertext()):
        return False
    return all(each.tag in ("hr", "ol", "ul") for each in element.iterdescendants())


def drop(element: Any) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)
