from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from convert.diagnostics import InputError
from convert.model import Document
from convert.model.document import SCHEMA_VERSION
from convert.model.json import decode, encode, schema
from tests.specimens import everything
from tests.strategies import documents


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


@given(documents())
def test_a_document_survives_json(document: Document) -> None:
    assert decode(encode(document)) == document
    assert decode(encode(document, indent=2)) == document
    assert encode(decode(encode(document))) == encode(document)


def test_the_schema_describes_what_is_written(validator: Draft202012Validator) -> None:
    @settings(max_examples=25)  # the validator tries every kind of node, with all that is below it
    @given(documents())
    def check(document: Document) -> None:
        validator.validate(json.loads(encode(document)))

    check()
    validator.validate(json.loads(encode(everything())))


def text(**fields: Any) -> dict[str, Any]:
    """The JSON form of a document with one text that has these fields."""
    return {
        "triptych": SCHEMA_VERSION,
        "blocks": [{"t": "Para", "children": [{"t": "Text", **fields}]}],
    }


INVALID: dict[str, Any] = {
    "no version": {"blocks": []},
    "no object": [],
    "unknown field": text(text="甲", colour="red"),
    "missing field": text(),
    "wrong type": text(text=5),
    "unknown node": {"triptych": SCHEMA_VERSION, "blocks": [{"t": "Blink"}]},
    "an inline as a block": {"triptych": SCHEMA_VERSION, "blocks": [{"t": "Text", "text": "甲"}]},
    "unknown alignment": {"triptych": SCHEMA_VERSION, "blocks": [{"t": "Para", "children": [], "align": "middle"}]},
    "a line before the first": {"triptych": SCHEMA_VERSION, "blocks": [{"t": "PageBreak", "pos": {"line": -1}}]},
    "a level too deep": {"triptych": SCHEMA_VERSION, "blocks": [{"t": "Heading", "children": [], "level": 10}]},
    "a cell over no column": {
        "triptych": SCHEMA_VERSION,
        "blocks": [
            {
                "t": "Table",
                "columns": [],
                "body": [{"t": "Row", "cells": [{"t": "Cell", "children": [], "colspan": 0}]}],
            }
        ],
    },
    "unknown metadata": {"triptych": SCHEMA_VERSION, "meta": {"colour": "red"}},
}


@pytest.mark.parametrize("name", INVALID)
def test_schema_and_decoder_refuse_the_same(name: str, validator: Draft202012Validator) -> None:
    assert not validator.is_valid(INVALID[name])
    with pytest.raises(InputError) as caught:
        decode(json.dumps(INVALID[name]).encode())
    assert caught.value.diagnostic.code == "json-invalid"


@pytest.mark.parametrize(
    "source", [b"", b"{", b'{"triptych": 1', b"\xff\xfe", b'{"triptych": 1, "meta": {"title": "\xff"}}']
)
def test_broken_json_is_an_input_error(source: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(source)
    assert caught.value.diagnostic.code == "json-invalid"


def test_json_nested_too_deeply_is_an_input_error() -> None:
    depth = 100_000
    nested = b'{"t":"Quote","children":[' * depth + b"]}" * depth
    with pytest.raises(InputError) as caught:
        decode(b'{"triptych":1,"blocks":[' + nested + b"]}")
    assert caught.value.diagnostic.code == "json-invalid"


def test_a_newer_version_is_refused_by_name() -> None:
    with pytest.raises(InputError) as caught:
        decode(json.dumps({"triptych": SCHEMA_VERSION + 1}).encode())
    assert caught.value.diagnostic.code == "json-version"


def test_defaults_are_left_out() -> None:
    assert json.loads(encode(Document())) == {"triptych": SCHEMA_VERSION}
