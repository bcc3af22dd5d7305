"""Metadata that the caller gives (`--meta key=value`), by the English or the Chinese name of a field of `Meta`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from convert.diagnostics import Report, UsageError
from convert.model import Document, Meta, Para, Text, replace
from convert.model.base import field_values
from convert.model.walk import plain, replace_nodes

_NOT_GIVEN = {"inferred", "extra"}
_LISTS = frozenset(name for name, value in field_values(Meta()) if isinstance(value, tuple)) - _NOT_GIVEN
_FIELDS = frozenset(name for name, _ in field_values(Meta())) - _NOT_GIVEN

_NAMES = {
    "issuer": "issuers",
    "signer": "signers",
    "recipient": "recipients",
    "attachment": "attachments",
    "author": "authors",
    "editor": "editors",
    "proofreader": "proofreaders",
    "keyword": "keywords",
    "标题": "title",
    "副标题": "subtitle",
    "发文机关": "issuers",
    "发文字号": "number",
    "密级": "classification",
    "保密期限": "classification_term",
    "紧急程度": "urgency",
    "份号": "copy_number",
    "签发人": "signers",
    "主送机关": "recipients",
    "抄送机关": "cc",
    "成文日期": "date",
    "日期": "date",
    "发文机关署名": "signature",
    "附件": "attachments",
    "附件说明": "attachments",
    "印发机关": "printing_office",
    "印发日期": "printing_date",
    "撰稿人": "authors",
    "作者": "authors",
    "责任编辑": "editors",
    "责编": "editors",
    "校对": "proofreaders",
    "来源": "source",
    "关键词": "keywords",
    "摘要": "description",
    "语言": "lang",
    "标识符": "identifier",
}
"""Names beside those of the fields: the singular of lists, and the terms of GB/T 9704-2012 and of news pages."""

_ANSWERED = {"repair-year-missing": "date", "repair-issuer-missing": "issuers"}
"""Findings that ask for a field: giving it answers them."""

_SEPARATOR = re.compile("[;；]")


def set_metadata(document: Document, entries: Iterable[str], report: Report) -> Document:
    """`document` with `entries` (`key=value`) in its metadata; they win over what it says and what was inferred.

    A field that is a list takes several values, apart by `;` or given again. An empty value takes the field away. A
    name that is no field goes to `Meta.extra`. A title takes the place of the document's title paragraph, and a first
    paragraph of the same words becomes that paragraph.

    Raises UsageError (`meta-syntax`) for an entry without a name or without `=`.
    """
    given, extra = _parse(entries, report)
    if not given and not extra:
        return document
    report.diagnostics = [d for d in report.diagnostics if _ANSWERED.get(d.code) not in given]
    meta = document.meta
    kept = tuple(name for name in meta.inferred if name not in given)
    meta = replace(meta, **given, inferred=kept, extra={**meta.extra, **extra})
    titled = _retitle(document, meta.title, report) if "title" in given else document
    return replace(titled, meta=meta)


def _parse(entries: Iterable[str], report: Report) -> tuple[dict[str, str | tuple[str, ...]], dict[str, str]]:
    given: dict[str, str | tuple[str, ...]] = {}
    extra: dict[str, str] = {}
    for entry in entries:
        name, equals, value = (part.strip() for part in entry.partition("="))
        if not name or not equals:
            raise UsageError("meta-syntax", entry=entry)
        key = field_name(name)
        if key in _LISTS:
            values = tuple(part.strip() for part in _SEPARATOR.split(value) if part.strip())
            given[key] = (*given.get(key, ()), *values)
        elif key:
            given[key] = value
        else:
            extra[name] = value
            _check_spelling(name, value, report)
    return given, extra


def field_name(name: str) -> str:
    """The field of `Meta` that a name stands for, in any case and with `-` for `_`; empty where there is none."""
    key = name.lower().replace("-", "_")
    key = _NAMES.get(key, key)
    return key if key in _FIELDS else ""


def _check_spelling(name: str, value: str, report: Report) -> None:
    near = difflib.get_close_matches(name.lower(), [*_FIELDS, *_NAMES], n=1, cutoff=0.75)
    if near:
        report.add("meta-near", key=name, near=near[0], value=value)


def _retitle(document: Document, title: str, report: Report) -> Document:
    """The given title in the place of the title paragraph, if there is one, or of a first paragraph that says it."""
    marked = next((b for b in document.blocks if isinstance(b, Para) and b.role == "title"), None)
    first = document.blocks[0] if document.blocks else None
    if marked is None and isinstance(first, Para) and not first.role and title and plain(first).strip() == title:
        return replace(document, blocks=(replace(first, role="title"), *document.blocks[1:]))
    if marked is None or not title or plain(marked) == title:
        return document
    report.add("title-replaced", marked.pos, title=title, before=plain(marked))
    retitled = replace(marked, children=(Text(title),))
    return replace_nodes(document, lambda node: retitled if node is marked else node)
