"""Records: files that hold many texts, one in each line or row (JSON Lines, CSV, Parquet)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from convert.bulk.names import legible, safe_name
from convert.bulk.rows import Row, read_rows
from convert.bulk.sources import Record, Unreadable
from convert.diagnostics import InputError
from convert.kit.limits import USUAL, Limits

SUFFIX = ".md"
"""What their texts are read as, unless the command says otherwise."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class TextRecord(NamedTuple):
    """A text. `id`: where it stands; `name`: of the outputs, not yet unique; `meta`: its other fields as `key=value`."""

    id: str
    name: str
    source: Record | Unreadable
    meta: tuple[str, ...]


def read_records(place: str, text_field: str, id_field: str, limits: Limits = USUAL) -> Iterator[TextRecord]:
    """The records of a file. One without an id is called after its number. What is no record (`record-invalid`), has no field for
    the text (`record-field`) or no text in it (`record-text`) is there as what cannot be read.

    Raises InputError where there is no such file, UsageError where what reads it is not installed.
    """
    for row in read_rows(place, limits.input_mb << 20):
        id = f"{legible(place)}#{row.number}"
        try:
            yield _record(id, row, legible(place), text_field, id_field)
        except InputError as error:
            yield TextRecord(id, f"{row.number:07d}", Unreadable(error), ())


def _record(id: str, row: Row, place: str, text_field: str, id_field: str) -> TextRecord:
    fields = row.fields
    if fields is None:
        raise InputError("record-invalid", path=place, number=row.number, reason=row.reason)
    if text_field not in fields:
        raise InputError("record-field", path=id, field=text_field, known=", ".join(map(str, fields)))
    name = _name(fields.get(id_field)) or f"{row.number:07d}"
    meta = (
        f"{key}={_words(value)}"
        for key, value in fields.items()
        if key not in (text_field, id_field) and value not in (None, "", [], {}) and "=" not in key and key.strip()
    )
    return TextRecord(id, name, Record(_text(fields[text_field], id, text_field)), tuple(map(_whole, meta)))


def _name(id: Any) -> str:
    """The name of the outputs after an id; "" where there is none."""
    return "" if id is None or id == "" else safe_name(id if isinstance(id, str) else _words(id))


def _text(value: Any, id: str, field: str) -> bytes:
    """The text of a record. Raises InputError (`record-text`)."""
    match value:
        case bytes():
            return value
        case bool():
            pass
        case str() | int() | float():
            return str(value).encode("utf-8", "surrogatepass")
    raise InputError("record-text", path=id, field=field)


def _words(value: Any) -> str:
    match value:
        case str():
            return value
        case bytes():
            return value.decode("utf-8", "backslashreplace")
        case list() if all(isinstance(each, str) for each in value):
            return ";".join(value)
        case list() | dict() | bool():
            return json.dumps(value, ensure_ascii=False, default=_words)
        case _:
            return str(value)


def _whole(text: str) -> str:
    """Text that can be encoded: JSON has halves of characters, too."""
    return _SURROGATE.sub("\ufffd", text)
