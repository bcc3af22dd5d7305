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
)


@pytest.mark.parametrize("name", INPUTS)
def test_every_reader_can_be_loaded(name: str) -> None:
    assert callable(load_reader(INPUTS[name]))


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_writer_can_be_loaded(name: str) -> None:
    assert callable(load_writer(OUTPUTS[name]))


def test_the_table_is_consistent() -> None:
    suffixes = [suffix for found in INPUTS.values() for suffix in found.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert set(DEFAULT_OUTPUTS) <= set(OUTPUTS)
    abouts = [found.about for found in INPUTS.values()] + [found.about for found in OUTPUTS.values()]
    assert all(set(about) == {"en", "zh"} for about in abouts)


def test_the_suffix_tells_the_format_unless_a_name_does() -> None:
    assert input_format("", "报告.TXT").name == "text"
    assert input_format("", "a/b.c/x.json").name == "json"
    assert input_format("json", "x.txt").name == "json"
    assert output_format(".PDF").name == "pdf"


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
