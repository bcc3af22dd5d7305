"""What a page says about itself out of sight: `meta` elements (Open Graph, Dublin Core, those that China's government
sites must have: GB/T standards of 2017, 政府网站发展指引 annex), JSON-LD (schema.org) and microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_TITLE = "articletitle og:title dc.title dcterms.title citation_title parsely-title twitter:title"
_DATE = (
    "pubdate article:published_time og:published_time og:article:published_time publishdate publish-date publishtime publish_time pubtime "
    "firstpublishedtime dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created citation_publication_date "
    "citation_date parsely-pub-date sailthru.date datepublished published_time article.published weibo:article:create_at "
    "dateupdate "
    "date"
)
_SOURCE = "contentsource dc.source dcterms.source source"
_AUTHORS = "author article:author og:article:author dc.creator dcterms.creator citation_author parsely-author sailthru.author byl"
_EDITORS = "editor responsibleeditor"
_KEYWORDS = "keywords news_keywords article:tag dc.subject parsely-tags"
_DESCRIPTION = "description og:description dc.description dcterms.abstract twitter:description"
_SITE = "sitename og:site_name application-name"
_NAMES = {
    name: (key, order)
    for key, names in (
        ("title", _TITLE), ("date", _DATE), ("source", _SOURCE), ("authors", _AUTHORS), ("editors", _EDITORS),
        ("keywords", _KEYWORDS), ("description", _DESCRIPTION), ("site", _SITE), ("lang", "content-language dc.language"),
        ("identifier", "citation_doi dc.identifier"), ("address", "og:url"),
    )
    for order, name in enumerate(names.split())
}  # fmt: skip
_ARTICLES = frozenset({"article", "newsarticle", "blogposting", "report", "scholarlyarticle", "techarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "governmentdocument", "creativework"})  # fmt: skip
_SCHEMA = {
    "headline": "title",
    "datePublished": "date",
    "pubDate": "date",
    "author": "authors",
    "keywords": "keywords",
    "description": "description",
    "publisher": "site",
    "inLanguage": "lang",
}
_SPLIT = re.compile(r"[,，;；、|]")
_NO_NAME = re.compile(
    r"https?://|[@/]|^(?:admin|administrator|root|editor|author|user|null|undefined|none|name\b.*)$", re.IGNORECASE
)


def declared(root: Any) -> dict[str, list[str]]:
    """What the page declares: values by field of `Meta`, the most telling first; `site` is the site's name, `address` the
    page's own. Nothing is empty."""
    found: dict[str, list[tuple[int, str]]] = {}
    for key, order, value in (*_metas(root), *_linked_data(root), *_microdata(root)):
        found.setdefault(key, []).append((order, " ".join(value.split())))
    ordered = {
        key: [value for _, value in sorted(pairs, key=lambda pair: pair[0]) if value] for key, pairs in found.items()
    }
    for key in ("keywords",):
        ordered[key] = [word.strip() for value in ordered.get(key, []) for word in _SPLIT.split(value) if word.strip()]
    for key in ("authors", "editors"):
        ordered[key] = [name for name in ordered.get(key, []) if not _NO_NAME.search(name) and len(name) < 60]
    return {key: list(dict.fromkeys(values)) for key, values in ordered.items() if values}


def _metas(root: Any) -> Iterator[tuple[str, int, str]]:
    for meta in root.iter("meta"):
        for attribute in ("name", "property", "http-equiv", "itemprop"):
            known = _NAMES.get("".join((meta.get(attribute) or "").lower().split()))
            if known:
                yield *known, meta.get("content") or ""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "address", -1, link.get("href") or ""


def _microdata(root: Any) -> Iterator[tuple[str, int, str]]:
    for time in root.iter("time"):
        if "pubdate" in time.attrib or (time.get("itemprop") or "") == "datePublished":
            yield "date", 30, time.get("datetime") or "".join(time.itertext())


def _linked_data(root: Any) -> Iterator[tuple[str, int, str]]:
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            for name, key in _SCHEMA.items():
                for value in _words(thing.get(name)):
                    yield key, 10, value


def _things(data: Any) -> Iterator[Mapping[str, Any]]:
    """The articles in what a script declares."""
    queue = [data]
    for thing in queue:
        if isinstance(thing, list):
            queue += thing
        elif isinstance(thing, dict):
            kinds = thing.get("@type") or ""
            if any(str(kind).lower() in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield thing
            queue += [thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing]


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value[:20]:
            yield from _words(each) if not isinstance(each, list) else ()
    elif isinstance(value, dict):
        yield from _words(value.get("name"))
