from __future__ import annotations

import pytest

from convert.diagnostics import InputError, UsageError
from convert.formats import (
    DEFAULT_OUTPUTS,
    INPUTS,
    OUTPUTS,
    input_format,
    load_reader,
    load_writer,
    output_format,
    output_format_of,
)


@pytest.mark.parametrize("name", INPUTS)
def test_every_reader_can_be_loaded(name: str) -> None:
    assert callable(load_reader(INPUTS[name]))


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_writer_can_be_loaded(name: str) -> None:
    assert callable(load_writer(OUTPUTS[name]))


def test_the_table_is_consistent() -> None:
    suffixes = [suffix for found in INPUTS.values() if not found.marker for suffix in found.suffixes]
    assert len(suffixes) == len(set(suffixes)), "two formats share a suffix, and nothing tells them apart"
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert set(DEFAULT_OUTPUTS) <= set(OUTPUTS)
    abouts = [found.about for found in INPUTS.values()] + [found.about for found in OUTPUTS.values()]
    assert all(set(about) == {"en", "zh"} for about in abouts)


def test_the_suffix_tells_the_format_unless_a_name_does() -> None:
    assert input_format("", "报告.TXT").name == "text"
    assert input_format("", "a/b.c/x.json").name == "json"
    assert input_format("json", "x.txt").name == "json"
    assert output_format(".PDF").name == "pdf"


def test_the_longest_suffix_of_an_output_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    longer = OUTPUTS["json"]._replace(name="longer", suffix=".longer.json")
    monkeypatch.setitem(OUTPUTS, "longer", longer)
    assert output_format_of("a/x.Longer.JSON") == longer
    assert output_format_of("a/longer.json") == OUTPUTS["json"]
    assert output_format_of(".pdf/x") is None


def test_what_stands_in_an_input_tells_two_formats_of_one_suffix_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    marked = INPUTS["json"]._replace(name="marked", marker=b'"mark"')
    monkeypatch.setitem(INPUTS, "marked", marked)
    assert input_format("", "x.json", b'{"mark": 1}') == marked
    assert input_format("", "x.json", b'{"triptych": 1}') == INPUTS["json"]


DOCX, OLE = b"PK\x03\x04...word/document.xml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("x.doc", OLE, "office"),
        ("x.docx", OLE, "office"),
        ("x.doc", DOCX, "docx"),
        ("x.doc", b"<!DOCTYPE html><html>", "html"),
        ("x.doc", "报告".encode("gb18030"), "text"),
        ("x.wps", b"{\\rtf1", "office"),
        ("x.txt", DOCX, "docx"),
        ("x.txt", b"<html>", "text"),
        ("x.txt", b"{\\rtf1", "text"),
        ("x.html", b"words", "html"),
        ("x.docx", b"", "docx"),
        ("x", DOCX, "docx"),
    ],
)
def test_what_stands_in_an_input_counts_more_than_its_suffix(path: str, data: bytes, name: str) -> None:
    assert input_format("", path, data).name == name
    assert input_format("text", path, data).name == "text"


def test_unknown_formats_are_named() -> None:
    for ask in (lambda: input_format("wordstar", "x.txt"), lambda: output_format("wordstar")):
        with pytest.raises(UsageError) as caught:
            ask()
        assert caught.value.diagnostic.code == "format-unknown"
        assert "wordstar" in str(caught.value)
    for path in ("x", "x.wordstar", ".txt/x"):
        with pytest.raises(InputError) as refused:
            input_format("", path)
        assert refused.value.diagnostic.code == "format-unrecognised"
