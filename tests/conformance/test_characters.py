"""Characters of every kind through the readers and all three outputs: valid by the formats' validators, and the same words."""

from __future__ import annotations

import functools
import io
import json
import unicodedata
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from convert.diagnostics import Report
from convert.kit.characters import is_clean
from convert.pipeline import convert_bytes
from tests.conformance import verapdf
from tests.conformance.validators import (
    epubcheck_findings,
    needs_epubcheck,
    needs_openxml,
    needs_qpdf,
    needs_verapdf,
    openxml_errors,
    qpdf_findings,
)
from tests.specimens import BUNDLED

FORMATS = ("pdf", "docx", "epub")
ZOO = (
    "emoji 👨\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 👍🏽 🇨🇳 ☺\ufe0e ☺\ufe0f 1\ufe0f\u20e3",
    "flag \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f, hidden \U000e0041\U000e0042",
    "Han 𠮷𠀀𪚥𫝀𬺰𮯠𰻝𲎯㐂䶵鿿, selectors 葛\U000e0100 芦\ufe00, radicals ⼀⼆, compatible 﨑樂福",
    "private \ue000\uf8ff\U000f0000\U0010fffd, unassigned \u0378\U0001fbff, nothing \ufffe\ufdd0\U0001ffff",
    "controls a\x01b\x08c\x7fd\x9fe, ends f\vg\u2028h\u2029i",
    "override file\u202egnp.exe, isolates \u2066a\u2067b\u2069, open \u202bc",
    "zero width a\u200bb\u200cc\u200dd\u2060e\ufefff, soft hy\u00adphen, blanks x\u00a0y\u202fz\u3000",
    "marks e\u0301 Z" + "".join(chr(0x300 + i % 0x6F) for i in range(300)),
    "scripts 각ᄀ العَرَبِيَّة ﷺ שָׁלוֹם क्षि ไทย ខ្មែរ བོད ᠮᠣᠩ ꆈꌠ Việt İß",
    "forms ＡＢ（）“”—— …… ︵︶ ㈠①⑳ Ⅻ 𝒜𝔸 ½ ㎡",
)
SCRIPTS = "".join(
    next((chr(code) for code in range(start, start + 0x80) if unicodedata.category(chr(code)).startswith("L")), "")
    for start in range(0x80, 0x20000, 0x80)
)
"""A letter from each of the Unicode Standard's blocks of 128."""
INPUTS = {
    "zoo.txt": "\n\n".join((*ZOO, SCRIPTS)),
    "zoo.md": "# 标题 𰻝 👨\u200d👩 עברית \u202e\x02\n\n" + "\n\n".join(ZOO) + "\n\n| 列 | עמוד\u202e |\n|--|--|\n| 𠮷 | ب\ufffe |\n",
    "zoo.html": "<title>t\ufdd0\x01</title><h1 id='a&#1;\x02'>h</h1><p title='\x03'>&#0;&#xD800;&#xFFFF;&#11;<a href='#a&#1;\x02'>"
    + "</a></p><p>".join(ZOO),
    "zoo.json": json.dumps(
        {
            "pandoc-api-version": [1, 23],
            "meta": {"title": {"t": "MetaString", "c": "t\ud800\x00"}, "k\udfff": {"t": "MetaString", "c": "\ufffe"}},
            "blocks": [
                {"t": "Header", "c": [1, ["i\ud800\x01", ["c\udc00"], [["k\x02", "v\ufffe"]]], [{"t": "Str", "c": "a\ud83d"}]]},
                {"t": "CodeBlock", "c": [["", ["x\ud800"], []], "if \u202ex\r\n\ud800\f"]},
                {"t": "Para", "c": [{"t": "Link", "c": [["", [], []], [{"t": "Str", "c": zoo}], ["#i\ud800\x01", "\x03"]]} for zoo in ZOO]},
            ],
        }
    ),
}  # fmt: skip


@functools.cache
def outputs(name: str) -> dict[str, bytes]:
    return convert_bytes(INPUTS[name].encode(), name, FORMATS, BUNDLED, Report(name))


@pytest.mark.parametrize("name", INPUTS)
def test_every_part_of_the_files_holds_what_may_stand_in_it(name: str) -> None:
    for format in ("docx", "epub"):
        with zipfile.ZipFile(io.BytesIO(outputs(name)[format])) as file:
            for part in file.namelist():
                if part.endswith((".xml", ".rels", ".xhtml", ".opf", ".ncx")):
                    root = etree.fromstring(file.read(part))
                    texts = (each for node in root.iter() for each in (node.text, node.tail, *node.attrib.values()))
                    assert all(is_clean(text) for text in texts if text), part


@pytest.mark.conformance
@needs_openxml
@pytest.mark.parametrize("name", INPUTS)
def test_word_files_are_valid(name: str, tmp_path: Path) -> None:
    assert openxml_errors(outputs(name)["docx"], tmp_path) == []


@pytest.mark.conformance
@needs_epubcheck
@pytest.mark.parametrize("name", INPUTS)
def test_books_are_valid(name: str, tmp_path: Path) -> None:
    assert epubcheck_findings(outputs(name)["epub"], tmp_path) == []


@pytest.mark.conformance
@needs_verapdf
@pytest.mark.parametrize("name", INPUTS)
def test_pdfs_are_valid(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(outputs(name)["pdf"])
    assert {flavour: verapdf.failures(path, flavour) for flavour in ("2a", "ua1")} == {"2a": {}, "ua1": {}}


@pytest.mark.conformance
@needs_qpdf
@pytest.mark.parametrize("name", INPUTS)
def test_pdfs_are_sound(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(outputs(name)["pdf"])
    assert qpdf_findings(path) == ""
