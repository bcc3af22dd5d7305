"""Documents in our own JSON that are hostile: what no reader would make."""

from __future__ import annotations

import json
from typing import Any

from tests.hostile.cases import Case

_WORDS = {"t": "Para", "children": [{"t": "Text", "text": "words"}]}


def _file(*blocks: Any, **more: Any) -> str:
    return json.dumps({"triptych": 1, "blocks": blocks, **more})


def _para(*inlines: Any) -> dict[str, Any]:
    return {"t": "Para", "children": list(inlines)}


def _text(text: str, **more: Any) -> dict[str, Any]:
    return {"t": "Text", "text": text, **more}


def _nested(kind: str, levels: int, inside: str) -> str:
    opening = f'{{"t":"{kind}","children":['
    return f'{{"triptych":1,"blocks":[{opening * levels}{inside}{"]}" * levels}]}}'


def _cells(**cell: Any) -> dict[str, Any]:
    return {
        "t": "Table",
        "columns": [{"t": "Column"}],
        "body": [{"t": "Row", "cells": [{"t": "Cell", "children": [_WORDS], **cell}]}],
    }


_KEPT = ("words",)
_SAID = json.dumps(_WORDS)

CASES = (
    Case("plain.json", "nothing: it must be done", _file(_WORDS), keeps=_KEPT),
    Case("truncated.json", "cut short", _file(_WORDS)[:-5], "refused", ("json-invalid",)),
    Case("version.json", "a version of tomorrow", json.dumps({"triptych": 99}), "refused", ("json-version",)),
    Case("other.json", "some other JSON", '{"a": 1}', "refused", ("json-invalid",)),
    Case("list.json", "a list", "[]", "refused", ("json-invalid",)),
    Case("unknown.json", "a node and a field that are unknown", _file({"t": "Hologram"}), "refused", ("json-invalid",)),
    Case("types.json", "values of the wrong types", _file({"t": "Heading", "level": "1", "children": 5}), "refused", ("json-invalid",)),
    Case("number.json", "a number that is none", '{"triptych": 1, "blocks": [{"t": "Toc", "depth": NaN}]}', "refused", ("json-invalid",)),
    Case("huge-number.json", "a number of 5,000 digits", f'{{"triptych": {"9" * 5000}}}', "refused", ("json-invalid",)),
    Case("surrogates.json", "escaped lone surrogates and NUL", '{"triptych":1,"blocks":[{"t":"Para","children":[{"t":"Text","text":"a\\ud800b\\udfffc\\u0000d"}]}]}', "either"),
    Case("bytes.json", "invalid UTF-8", _file(_para(_text("BAD"))).encode().replace(b"BAD", b"\xff\xc3("), "refused", ("json-invalid",)),
    Case("utf-16.json", "UTF-16", _file(_WORDS).encode("utf-16"), "either"),
    Case("deep.json", "5,000 quotations in each other", _nested("Quote", 5000, _SAID), "either"),
    Case("deep-fitting.json", "190 quotations in each other", _nested("Quote", 190, _SAID), keeps=_KEPT),
    Case("deep-groups.json", "300 groups in each other", _nested("Group", 300, _SAID), "either"),
    Case("deep-brackets.json", "100,000 lists in each other", "[" * 100_000 + "]" * 100_000, "refused", ("json-invalid",)),
    Case("levels.json", "headings of levels 0, 10, -1 and 10^9", _file(*({"t": "Heading", "level": n, "children": [_text("words")]} for n in (0, 10, -1, 10**9))), "refused", ("json-invalid",)),
    Case("empty.json", "nodes without anything", _file({"t": "Para", "children": []}, {"t": "List", "items": []}, {"t": "Table", "columns": []}, {"t": "Figure", "children": []}, {"t": "Quote", "children": []}, _WORDS), keeps=_KEPT),
    Case("spans-huge.json", "a cell over 10^9 columns and rows", _file(_cells(colspan=10**9, rowspan=10**9)), "refused", ("json-invalid",)),
    Case("spans-wide.json", "a cell over 60,000 columns and rows", _file(_cells(colspan=60_000, rowspan=60_000)), "either"),
    Case("spans-none.json", "a cell over no column and -5 rows", _file(_cells(colspan=0, rowspan=-5)), "refused", ("json-invalid",)),
    Case("columns-none.json", "a table without columns that has cells", _file({**_cells(), "columns": []}), "either"),
    Case("columns-many.json", "a table of 1,000 columns", _file({**_cells(), "columns": [{"t": "Column"}] * 1000}), keeps=_KEPT),
    Case("widths.json", "columns of widths -1, 10^300 and 0", _file({**_cells(), "columns": [{"t": "Column", "width": w} for w in (-1, 1e300, 0)]}), keeps=_KEPT),
    Case("starts.json", "lists that count from 10^18 and -10^18", _file(*({"t": "List", "ordered": True, "start": n, "style": style, "items": [{"t": "ListItem", "children": [_WORDS]}]} for n in (10**18, -(10**18), 0) for style in ("", "upper-roman", "lower-alpha", "cjk", "circled", "none-such"))), keeps=_KEPT),
    Case("roles.json", "roles of the page's furniture, of signatures, of nothing", _file(*({**_WORDS, "role": role} for role in ("title", "signature", "letterhead", "page-number", "imprint", "seal", "no such", "../x", "a\nb"))), keeps=_KEPT),
    Case("sections.json", "a page across in a page across in a cell in a note", _file(_para(_text("words"), {"t": "Note", "children": [{"t": "Group", "role": "landscape", "children": [_cells(), {"t": "Group", "role": "landscape", "children": [_WORDS, {"t": "PageBreak"}]}]}]})), keeps=_KEPT),
    Case("notes.json", "a note in a note in a caption in a note", _file({"t": "Figure", "children": [_WORDS], "caption": [{"t": "Note", "children": [_para({"t": "Note", "kind": "end", "children": [_para({"t": "Note", "children": [_WORDS]})]})]}]}), keeps=_KEPT),
    Case("references.json", "references to nothing, to themselves, to each other", _file({"t": "Heading", "level": 1, "id": "a", "children": [{"t": "Ref", "target": "a", "kind": "text"}, {"t": "Ref", "target": "b", "kind": "text"}, _text("words")]}, {"t": "Heading", "level": 1, "id": "b", "children": [{"t": "Ref", "target": "a", "kind": "text"}]}, _para({"t": "Ref", "target": "none", "kind": "page"})), keeps=_KEPT),
    Case("contents-full.json", "a table of contents in a table of contents", _file({"t": "Toc", "depth": 10**9, "children": [{"t": "Toc", "children": [_WORDS]}]}, {"t": "Heading", "level": 1, "children": [_text("words")]}), keeps=_KEPT),
    Case("ids.json", "the same id everywhere, with markup and white space", _file(*({**_WORDS, "id": name} for name in ("a", "a", "<x>", "a b", "", "\u0000", "../../x", "长" * 3000))), keeps=_KEPT),
    Case("languages.json", "languages that are none", _file(*({**_WORDS, "lang": lang} for lang in ("x\"><script>", "../..", "a-" * 500, "zh_CN", "\u0000"))), keeps=_KEPT, lacks=("<script>",)),
    Case("media.json", "pictures that are none, and of false types", _file(_para(*({"t": "Image", "media": key, "alt": key} for key in ("a", "b", "../c", "none"))), _WORDS, media={"a": {"type": "text/html", "data": "PHNjcmlwdD4="}, "b": {"type": "image/png", "data": ""}, "../c": {"type": "a/../../b", "data": "AAAA", "name": "../../../x.png"}}), keeps=_KEPT),
    Case("links.json", "links that run scripts or lead to files", lambda trap: _file(*(_para({"t": "Link", "target": target, "children": [_text("words")]}) for target in ("javascript:go()", " javascript:go()", trap.file, "#none", "", "http://[", "x" * 50_000, "mailto:a@b?body=x%0d%0ay"))), keeps=_KEPT, lacks=("javascript:", "file:///")),
    Case("raw.json", "raw markup of every output", _file(*({"t": "Raw", "format": name, "text": text} for name, text in (("html", "<script>go()</script>"), ("openxml", "<w:p/>"), ("latex", "\\input{/etc/passwd}"), ("pdf", "/JS (go())"))), _WORDS), keeps=_KEPT, lacks=("go()",)),
    Case("formulas.json", "MathML with scripts, links and no end", lambda trap: _file(*({"t": "MathBlock", "tex": "", "mathml": mathml} for mathml in ("<math><mtext><script>go()</script></mtext></math>", f"<math href='{trap.web}'><maction actiontype='x'><mi>a</mi></maction></math>", "<math>", "<x/>", f"<!DOCTYPE m [<!ENTITY e SYSTEM '{trap.file}'>]><math><mi>&e;</mi></math>", "<math><annotation-xml encoding='text/html'><b onclick='go()'>x</b></annotation-xml></math>")), _WORDS), keeps=_KEPT, lacks=("<script", "maction")),
    Case("metadata.json", "metadata of every field with markup, controls and length", _file(_WORDS, meta={"title": "<b>&amp;\u0001" + "长" * 2000, "issuers": ["\u202e厅"] * 60, "number": "〔〕" * 200, "signers": ["甲"] * 99, "recipients": ["某单位" * 300] * 5, "cc": ["乙"] * 200, "date": "9999年99月99日", "attachments": ["件"] * 150, "copy_number": "-1", "classification": "\n", "urgency": "x" * 300, "printing_office": "a\tb", "printing_date": "昨天", "keywords": ["\u0000"], "lang": "??", "identifier": "urn:\u0000", "extra": {"": "", "\u0000": "x", "a=b": "<c>"}}), keeps=_KEPT),
    Case("seals.json", "seals that are missing, and more than there are organs", _file(_WORDS, meta={"issuers": ["甲厅"], "signature": ["甲厅"], "date": "2025年6月23日", "sealing": "seal", "seals": ["a", "b", "../c"]}), keeps=_KEPT),
    Case("positions.json", "positions that are no places", _file({**_WORDS, "pos": {"line": -1, "column": 10**18, "start": 5, "end": -9, "place": "\u001b[31m"}}), "either"),
    Case("breaks.json", "1,000 page breaks and rules", _file(*([{"t": "PageBreak"}, {"t": "Rule"}] * 500), _WORDS), keeps=_KEPT, heavy=True),
    Case("siblings.json", "20,000 empty paragraphs", _file(*([_para()] * 20_000), _WORDS), keeps=_KEPT),
)  # fmt: skip
