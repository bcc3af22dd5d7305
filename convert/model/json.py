"""The JSON form of a document and its JSON Schema."""

from __future__ import annotations

from typing import Any

import msgspec

from convert.diagnostics import InputError
from convert.model.document import SCHEMA_VERSION, Document, Media, Meta
from convert.model.nodes import Block

_NO_META = Meta()


class _File(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The document as it stands in a file: with the version of its form in front."""

    triptych: int
    blocks: tuple[Block, ...] = ()
    meta: Meta = _NO_META
    media: dict[str, Media] = {}


def encode(document: Document, *, indent: int = 0) -> bytes:
    """UTF-8 JSON, keys in a fixed order; `indent` in spaces, 0 for one line."""
    meta = document.meta if document.meta != _NO_META else _NO_META  # a default is known by identity, and left out
    data = msgspec.json.encode(_File(SCHEMA_VERSION, document.blocks, meta, document.media))
    return msgspec.json.format(data, indent=indent) if indent else data


def decode(data: bytes) -> Document:
    """The document that `encode` wrote.

    Raises InputError (`json-invalid`, `json-version`) with the path of the first value that does not fit the schema.
    """
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError("json-invalid", reason=str(error)) from None
    if file.triptych > SCHEMA_VERSION:
        raise InputError("json-version", version=file.triptych, known=SCHEMA_VERSION)
    return Document(file.blocks, file.meta, file.media)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the form, generated from the node types."""
    return msgspec.json.schema(_File)
