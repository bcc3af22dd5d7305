"""The records of files as they stand there: lines of JSON, rows of CSV and Parquet. They are read as they come; no file is held in
memory."""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from convert.bulk.containers import opened
from convert.bulk.texts import ESCAPED, opened_text
from convert.diagnostics import InputError, UsageError

_CHUNK = 1 << 16  # characters
_BATCH = 32  # rows of Parquet that are in memory at once
_ARRAY = re.compile(r"\s*\[\s*(?:\{|\Z)")
_BETWEEN = re.compile(r"[\s,]*")


class Row(NamedTuple):
    """A record. `number`: of its line in JSON Lines, else of itself, from 1; `fields`: None for what is none; `reason`: why."""

    number: int
    fields: Mapping[str, Any] | None
    reason: str = ""


def read_rows(place: str, most: int) -> Iterator[Row]:
    """The records of a file, of at most `most` characters each. Where it cannot be read on, the last one says why.

    Raises InputError where there is no such file, UsageError where what reads it is not installed.
    """
    number = 0
    try:
        for row in _rows(place, most):
            number = row.number
            yield row
    except FileNotFoundError:
        raise InputError("input-not-found", path=place) from None
    except (ValueError, OSError, EOFError, zlib.error, csv.Error, NotImplementedError, OverflowError) as error:
        yield Row(number + 1, None, str(error) or type(error).__name__)


def _rows(place: str, most: int) -> Iterator[Row]:
    lower = place.lower()
    if lower.endswith(".parquet"):
        return _parquet(place)
    if lower.endswith(".csv"):
        return _csv(place, most)
    return _json_records(place, most)


def _json_records(place: str, most: int) -> Iterator[Row]:
    with opened_text(place) as (head, text):
        if _ARRAY.match(head):
            yield from _elements(text, most)
            return
        for number, line in enumerate(_lines(text, most), 1):
            if line.strip():
                yield _record(line, number)


def _lines(text: TextIO, most: int) -> Iterator[str]:
    """The lines, bounded: a file may be one that never ends."""
    while line := text.readline(most + 1):
        if len(line) > most:
            raise ValueError(f"a line of more than {most} characters (see --limit input_mb)")
        yield line


def _record(line: str, number: int) -> Row:
    """A line of JSON Lines. What JSON does not have (NaN, Infinity) is no value."""
    if ESCAPED.search(line):
        return Row(number, None, "bytes that are no text in the encoding of the file")
    try:
        return _checked(json.loads(line, parse_constant=_nothing), number)
    except json.JSONDecodeError as error:
        return Row(number, None, f"{error.msg} (character {error.pos + 1})")
    except (ValueError, RecursionError) as error:
        return Row(number, None, str(error))


def _checked(value: object, number: int) -> Row:
    return Row(number, value) if isinstance(value, dict) else Row(number, None, "not a JSON object")


def _nothing(_constant: str) -> None:
    return None


def _elements(text: TextIO, most: int) -> Iterator[Row]:
    """The objects of a JSON array, one by one; it is not held in memory. Raises ValueError where it is no JSON."""
    decoder, pending, at, number = json.JSONDecoder(parse_constant=_nothing), text.read(_CHUNK), 0, 0
    at = pending.index("[") + 1
    while True:
        between = _BETWEEN.match(pending, at)
        at = between.end() if between else at
        if pending.startswith("]", at):
            return
        try:
            value, at = decoder.raw_decode(pending, at)
        except json.JSONDecodeError as error:
            more = text.read(max(_CHUNK, len(pending) - at))  # twice as much each time, so that the work stays linear
            pending, at = pending[at:] + more, 0
            if not more:
                raise ValueError(f"the array is not whole: {error.msg}") from None
            if len(pending) > 2 * most:
                raise ValueError(f"an element of more than {most} characters (see --limit input_mb)") from None
            continue
        number += 1
        yield _checked(value, number)


def _csv(place: str, most: int) -> Iterator[Row]:
    with opened_text(place) as (_, text):
        csv.field_size_limit(most)
        rows = csv.reader(_lines(text, most), strict=True)
        head = next(rows, [])
        for number, row in enumerate(filter(None, rows), 1):
            yield _fields(head, row, number)


def _fields(head: Sequence[str], row: Sequence[str], number: int) -> Row:
    """A row by the names of the columns. Rows may be shorter than the first, as spreadsheets write them; what stands in columns that
    have no name would be lost."""
    if any(row[len(head) :]):
        return Row(number, None, f"{len(row)} columns, where the first row has {len(head)}")
    if any(map(ESCAPED.search, row)):
        return Row(number, None, "bytes that are no text in the encoding of the file")
    return Row(number, dict(zip(head, row, strict=False)))


def _parquet(place: str) -> Iterator[Row]:
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        raise UsageError("extra-missing", name="bulk", what=place, needs="pyarrow") from None
    number = 0
    with opened(place) as file:
        for batch in parquet.ParquetFile(file).iter_batches(batch_size=_BATCH):
            for at in range(batch.num_rows):
                number += 1
                yield _cells(batch.slice(at, 1), number)


def _cells(batch: Any, number: int) -> Row:
    """The one row of a batch. What Python has no value for (a date of the year 20000) costs that row alone."""
    try:
        (fields,) = batch.to_pylist()
    except (ValueError, OverflowError, NotImplementedError, TypeError) as error:
        return Row(number, None, str(error) or type(error).__name__)
    return Row(number, fields)
