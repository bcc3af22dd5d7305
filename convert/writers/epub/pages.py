"""The XHTML files around the content: the shell of each, and the navigation document (EPUB 3.3 §7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from convert.writers.epub.blocks import Entry
from convert.writers.epub.markup import escape, tag
from convert.writers.epub.pagelist import PageMark

STYLESHEET = "style.css"
NAVIGATION = "nav.xhtml"

_LABELS = {
    "zh": {
        "toc": "目录",
        "landmarks": "导航",
        "titlepage": "标题页",
        "bodymatter": "正文",
        "endnotes": "尾注",
        "page-list": "页码",
    },
    "en": {
        "toc": "Contents",
        "landmarks": "Landmarks",
        "titlepage": "Title page",
        "bodymatter": "Text",
        "endnotes": "Endnotes",
        "page-list": "Pages",
    },
}


def page(title: str, lang: str, body: str) -> str:
    """An XHTML file."""
    namespaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    language = f'lang="{escape(lang)}" xml:lang="{escape(lang)}"'
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html {namespaces} {language}>\n'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" type="text/css" href="{STYLESHEET}"/></head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )


def label(kind: str, lang: str) -> str:
    """What a part of a book in a language is called, by its epub:type."""
    return _LABELS["zh" if lang.startswith("zh") else "en"][kind]


def navigation(
    entries: Sequence[Entry], landmarks: dict[str, str], marks: Sequence[PageMark], title: str, lang: str
) -> str:
    """The navigation document: headings as a nested list, the places that `landmarks` name by their epub:type, and where the
    pages of the printed report begin."""
    places = "\n".join(
        f"<li>{tag('a', epub__type=kind, href=href)}{label(kind, lang)}</a></li>" for kind, href in landmarks.items()
    )
    body = (
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="toc">\n<h1 id="toc">{label("toc", lang)}</h1>\n'
        f"{''.join(_nested(nest(entries)))}</nav>\n"
        f'<nav epub:type="landmarks" hidden="" aria-label="{label("landmarks", lang)}">\n<ol>\n{places}\n</ol>\n</nav>\n'
        f"{_page_list(marks, lang)}"
    )
    return page(title, lang, body)


def _page_list(marks: Sequence[PageMark], lang: str) -> str:
    items = "".join(f"<li>{tag('a', href=mark.href)}{escape(mark.label)}</a></li>\n" for mark in marks)
    start = tag("nav", epub__type="page-list", role="doc-pagelist", aria_label=label("page-list", lang))
    return f'{start[:-1]} hidden="">\n<ol>\n{items}</ol>\n</nav>\n' if items else ""


@dataclass(frozen=True, slots=True)
class Branch:
    """An entry of the table of contents with what lies below it."""

    entry: Entry
    branches: list[Branch] = field(default_factory=list)


def nest(entries: Sequence[Entry]) -> list[Branch]:
    """The entries as a tree: each below the nearest one before it of a higher level."""
    top: list[Branch] = []
    above: list[Branch] = []
    for entry in entries:
        branch = Branch(entry)
        while above and above[-1].entry.level >= entry.level:
            above.pop()
        (above[-1].branches if above else top).append(branch)
        above.append(branch)
    return top


def _nested(branches: list[Branch]) -> Iterator[str]:
    yield "<ol>\n"
    for branch in branches:
        yield f"<li>{tag('a', href=branch.entry.href)}{escape(branch.entry.text)}</a>"
        if branch.branches:
            yield from _nested(branch.branches)
        yield "</li>\n"
    yield "</ol>\n"
