"""Metadata by name: what front matter, properties, meta tags and the command line call the fields of `Meta`."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from convert.diagnostics import Pos, Report
from convert.model import Meta
from convert.model.base import field_values
from convert.reading.fields import FIELDS
from convert.reading.forms import settle

_NOT_GIVEN = {"inferred", "extra"}
LISTS = frozenset(name for name, value in field_values(Meta()) if isinstance(value, tuple)) - _NOT_GIVEN
"""The fields of `Meta` that hold several values."""

_FIELDS = frozenset(name for name, _ in field_values(Meta())) - _NOT_GIVEN

NAMES = {name: field.name for field in FIELDS for name in (field.term, *field.names)}
"""Names beside those of the fields: the singular of lists, the terms of GB/T 9704-2012 and of news pages, and what
front matter usually says."""

_SEPARATOR = re.compile("[;；]")
_WORDS_OF = ("name", "text", "literal", "content", "姓名", "名称")  # where a nested value keeps its words


def field_name(name: str) -> str:
    """The field of `Meta` that a name stands for, in any case and with `-` or a space for `_`; empty where none does."""
    key = re.sub(r"[-\s]+", "_", name.strip().lower())
    key = NAMES.get(key, key)
    return key if key in _FIELDS else ""


def make_meta(entries: Mapping[str, object], report: Report, pos: Pos | None = None) -> Meta:
    """The metadata that `entries` give, whatever their values are: text, numbers, dates, lists, mappings.

    A field that is a list takes a list, or a text with `;` between its values; of several values for a field that
    holds one the first is taken, the others are kept as `name.2`, `name.3` in `Meta.extra`, like every name that is no
    field, and what a mapping says beside a name (`author.affiliation`). One that looks misspelt is a diagnostic.
    """
    given, extra = sort_entries(entries.items(), report, pos)
    return Meta(**given, extra=extra)


def sort_entries(
    entries: Iterable[tuple[str, object]], report: Report, pos: Pos | None = None
) -> tuple[dict[str, Any], dict[str, str]]:
    """The fields that entries give, in their forms, and the rest by name. See `make_meta`."""
    given: dict[str, Any] = {}
    extra: dict[str, str] = {}
    for name, value in entries:
        words = list(_values(name, value, extra))
        key = field_name(name)
        if key in LISTS:
            given[key] = (*given.get(key, ()), *words)
        elif key and words:
            given[key] = words[0]
            extra |= {f"{name}.{n}": word for n, word in enumerate(words[1:], 2)}
        elif key:
            given[key] = ""
        elif words or not isinstance(value, Mapping):
            extra[name] = "; ".join(words)
            _check_spelling(name, extra[name], report, pos)
    return settle(given, report, pos), extra


def _values(name: str, value: object, extra: dict[str, str]) -> Iterable[str]:
    """The words of a value, one by one; what a mapping says beside them goes to `extra`."""
    match value:
        case None:
            return
        case bool():
            yield "true" if value else "false"
        case str():
            several = field_name(name) in LISTS
            parts = _SEPARATOR.split(value) if several else [value]
            yield from (part.strip() for part in parts if part.strip())
        case Mapping():
            words = next((key for key in _WORDS_OF if value.get(key)), "")
            for key, inner in value.items():
                if key == words:
                    yield from _values(name, inner, extra)
                else:
                    extra[_free(f"{name}.{key}", extra)] = _flat(inner)
        case list() | tuple() | set():
            for item in value:
                yield from _values(name, item, extra)
        case _:
            yield str(value)


def _free(name: str, extra: Mapping[str, str]) -> str:
    number = 2
    free = name
    while free in extra:
        free, number = f"{name}.{number}", number + 1
    return free


def _flat(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, Mapping | list) else str(value)


def _check_spelling(name: str, value: str, report: Report, pos: Pos | None) -> None:
    near = difflib.get_close_matches(name.lower(), [*_FIELDS, *NAMES], n=1, cutoff=0.75)
    if near:
        report.add("meta-near", pos, key=name, near=near[0], value=value)
