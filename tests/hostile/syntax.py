"""Pandoc's syntax trees that are hostile."""

from __future__ import annotations

import json
from typing import Any

from tests.hostile.cases import Case, Trap

_WORDS = {"t": "Para", "c": [{"t": "Str", "c": "words"}]}
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_KEPT = ("words",)


def _tree(*blocks: Any, version: tuple[int, ...] = (1, 23), meta: Any = None) -> str:
    return json.dumps({"pandoc-api-version": version, "meta": meta or {}, "blocks": blocks})


def _reaching(trap: Trap) -> str:
    def image(address: str) -> dict[str, Any]:
        return {"t": "Para", "c": [{"t": "Image", "c": [_NO_ATTRIBUTES, [{"t": "Str", "c": "alt"}], [address, ""]]}]}

    link = {
        "t": "Para",
        "c": [{"t": "Link", "c": [_NO_ATTRIBUTES, [{"t": "Str", "c": "press"}], ["javascript:go()", ""]]}],
    }
    raw = [{"t": "RawBlock", "c": [name, "<script>go()</script>"]} for name in ("html", "openxml", "latex", "epub")]
    return _tree(*map(image, (trap.file, trap.up, trap.web, "/etc/passwd", "/dev/zero")), link, *raw, _WORDS)


_DEEP = '{"pandoc-api-version":[1,23],"meta":{},"blocks":['

CASES = (
    Case("plain.json", "nothing: it must be done", _tree(_WORDS), keeps=_KEPT),
    Case("reaching.json", "pictures at files and addresses, script links, raw markup", _reaching, keeps=(*_KEPT, "press"), lacks=("javascript:", "go()")),
    Case("unknown.json", "unknown nodes", _tree({"t": "Para", "c": [{"t": "Sparkle", "c": "?"}, {"t": "Str", "c": "words"}]}, {"t": "HologramBlock", "c": []}), "either"),
    Case("version.json", "a version of tomorrow", _tree(_WORDS, version=(99,)), "refused", ("json-pandoc-version",)),
    Case("versions.json", "versions that are none", _tree(_WORDS, version=()), "refused"),
    Case("old.json", "the form before 2016", '[{"unMeta":{}},[{"t":"Para","c":[{"t":"Str","c":"old"}]}]]', "refused"),
    Case("deep.json", "5,000 quotations in each other", _DEEP + '{"t":"BlockQuote","c":[' * 5000 + "]}" * 5000 + "]}", "either"),
    Case("truncated.json", "cut short", _tree(_WORDS)[:-10], "refused", ("json-pandoc-invalid",)),
    Case("types.json", "nodes of the wrong form", _tree({"t": "Header", "c": ["x", None, 5]}, {"t": "Para"}, {"t": "Table", "c": []}, 7, None), "either"),
    Case("metadata.json", "metadata of odd forms", _tree(_WORDS, meta={"title": {"t": "MetaMap", "c": {"a": {"t": "MetaBool", "c": True}}}, "author": {"t": "MetaList", "c": [{"t": "MetaBlocks", "c": [_WORDS]}]}, "x": {"t": "None"}}), "either"),
    Case("surrogates.json", "escaped lone surrogates and NUL", _tree({"t": "Para", "c": [{"t": "Str", "c": "a"}]}).replace('"a"', '"words\\ud800b\\udfff\\u0000"'), "either"),
)  # fmt: skip
