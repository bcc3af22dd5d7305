"""Records: files that hold many texts, one in each line or row (JSON Lines, CSV, Parquet). They are read as they come; no file is
held in memory."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from convert.bulk.names import safe_name
from convert.bulk.sources import Record, opened
from convert.diagnostics import InputError, UsageError

SUFFIX = ".md"
"""What their texts are read as, unless the command says otherwise."""
_LONGEST_FIELD = 100_000_000  # characters of a text in CSV


class TextRecord(NamedTuple):
    """A text. `id`: where it stands; `name`: of the outputs, not yet unique; `meta`: its other fields as `key=value`."""

    id: str
    name: str
    source: Record
    meta: tuple[str, ...]


def read_records(place: str, text_field: str, id_field: str) -> Iterator[TextRecord]:
    """The records of a file. One without an id is called after its number.

    Raises InputError: `record-invalid` for a line that is no record, `record-field` for one without the field of the text.
    """
    number = 0
    try:
        for number, fields in enumerate(_rows(place), 1):
            yield _record(f"{place}#{number}", number, fields, text_field, id_field)
    except (ValueError, OSError, EOFError, zlib.error, csv.Error) as error:
        raise InputError("record-invalid", path=place, number=number + 1, reason=error) from None


def _record(id: str, number: int, fields: Mapping[str, Any], text_field: str, id_field: str) -> TextRecord:
    if text_field not in fields:
        raise InputError("record-field", path=id, field=text_field, known=", ".join(map(str, fields)))
    text, own = fields[text_field], fields.get(id_field)
    name = safe_name(str(own)) if own not in (None, "") else f"{number:07d}"
    meta = tuple(
        f"{key}={_words(value)}" for key, value in fields.items()
        if key not in (text_field, id_field) and value not in (None, "", [], {}) and "=" not in str(key) and str(key).strip()
    )  # fmt: skip
    return TextRecord(id, name, Record(str(text or "").encode("utf-8", "surrogatepass")), meta)


def _words(value: Any) -> str:
    match value:
        case str():
            return value
        case list() if all(isinstance(each, str) for each in value):
            return ";".join(value)
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def _rows(place: str) -> Iterable[Mapping[str, Any]]:
    lower = place.lower()
    if lower.endswith(".parquet"):
        return _parquet(place)
    if lower.endswith(".csv"):
        return _csv(place)
    return _json_lines(place)


def _json_lines(place: str) -> Iterator[Mapping[str, Any]]:
    with opened(place) as packed, _unpacked(packed, place) as file:
        for line in file:
            if line.strip():
                fields = json.loads(line)
                if not isinstance(fields, dict):
                    raise ValueError("not a JSON object")
                yield fields


def _unpacked(file: Any, place: str) -> Any:
    if place.lower().endswith(".gz"):
        return gzip.open(file)
    if place.lower().endswith(".zst"):
        try:
            import zstandard
        except ImportError:
            raise UsageError("extra-missing", name="bulk", what=place, needs="zstandard") from None
        return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file))
    return file


def _csv(place: str) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(_LONGEST_FIELD)
    with opened(place) as file, io.TextIOWrapper(file, encoding="utf-8-sig", newline="") as text:
        yield from csv.DictReader(text, strict=True)


def _parquet(place: str) -> Iterator[Mapping[str, Any]]:
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        raise UsageError("extra-missing", name="bulk", what=place, needs="pyarrow") from None
    with opened(place) as file:
        for batch in parquet.ParquetFile(file).iter_batches(batch_size=256):
            yield from batch.to_pylist()
