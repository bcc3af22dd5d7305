"""Metadata in YAML, whatever it holds."""

from __future__ import annotations

import pytest

from convert.reading.yaml import read_yaml


@pytest.mark.parametrize("text", ["a: " + "[" * 100_000, "a: " + "{b: " * 50_000 + "c" + "}" * 50_000])
def test_brackets_within_brackets_are_counted_before_they_are_read(text: str) -> None:
    """PyYAML looks through all that are open at each: some 10^10 steps."""
    with pytest.raises(ValueError, match="nested deeper"):
        read_yaml(text)


def test_usual_nesting_is_read() -> None:
    assert read_yaml("a: [甲, {b: [乙]}]\nc: 图] ]] 丙") == {"a": ["甲", {"b": ["乙"]}], "c": "图] ]] 丙"}
