"""Formulas in TeX, made Office Math and MathML by pandoc: read back by us and by pandoc, they are the same TeX.

Spaces are not compared, nor what we write otherwise on purpose: letters are upright where MathML and Word have them so
(pandoc: italic), no empty scripts, a base for scripts that hang on nothing, no braces around cells or functions, no
invisible delimiters around arrows. `pytest -s` prints the share, and what differs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from convert.kit.math import mathml, omml
from convert.kit.ooxml import NAMESPACES, as_transitional
from tests.corpora import CORPUS

pypandoc = pytest.importorskip("pypandoc", reason="pandoc's reading to compare with: pip install pypandoc-binary")

FORMULAS = (Path(__file__).parent / "formulas.txt").read_text("utf-8").splitlines()
UPRIGHT = re.compile(r"\\(mathrm\{\w|(text|operatorname\*?)\{\w{2})\w*\}")
NAME = re.compile(r"(?<![\w_^}\]\\])\{(\w{2,})\}")


def formulas_of(tree: Any) -> Iterator[str]:
    """The TeX of all formulas in pandoc's tree."""
    if isinstance(tree, dict):
        if tree.get("t") == "Math":
            yield tree["c"][1]
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from formulas_of(part)


CELL = re.compile(r"(?<=[&\n ])\{((?:[^{}\n]|\{[^{}\n]*\})*)\}(?= (?:&|\\\\)|\n)")


def normalised(tex: str) -> str:
    tex = tex.replace(r"\right.\ ", r"\right.").replace("& {}", "&")
    tex = NAME.sub(r"\1", UPRIGHT.sub(lambda found: found[0][found[0].index("{") + 1 : -1], tex))
    tex = re.sub(r"\{(\{\w+\})\}", r"\1", re.sub(r"[_^]\{\}|\{\}(?=[_^])", "", CELL.sub(r"\1", tex)))
    tex = re.sub(r"(^|[\s{,])\{(\\[a-z]+)\}", r"\1\2 ", tex)
    if tex.startswith(r"\left. ") and tex.endswith(r" \right.") and tex.count(r"\left") == 1:
        tex = tex[7:-8]  # pandoc lets arrows grow
    return re.sub(r"(?<!\\)\s+", "", tex)


def share(ours: list[str], theirs: list[str]) -> float:
    """How many are the same, of one."""
    assert len(ours) == len(theirs)
    pairs = list(zip(ours, theirs, strict=True))
    other = [pair for pair in pairs if normalised(pair[0]) != normalised(pair[1])]
    for our, their in other:
        print(f"\n  ours   {our}\n  pandoc {their}")
    print(f"\n{len(pairs) - len(other)} of {len(pairs)} formulas as pandoc reads them")
    return 1 - len(other) / len(pairs)


def docx_formulas(data: bytes) -> list[str]:
    part = as_transitional(ZipFile(BytesIO(data)).read("word/document.xml"))
    return [omml.to_tex(formula) for formula in etree.fromstring(part).iter(f"{{{NAMESPACES['m']}}}oMath")]


@pytest.mark.filterwarnings("ignore")
def test_office_math_is_read_as_pandoc_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "formulas.docx"
    text = "\n\n".join(f"$${formula}$$" for formula in FORMULAS)
    pypandoc.convert_text(text, "docx", "markdown", outputfile=str(path))
    theirs = list(formulas_of(json.loads(pypandoc.convert_file(str(path), "json"))))
    assert len(theirs) > 100
    assert share(docx_formulas(path.read_bytes()), theirs) >= 0.98


@pytest.mark.parametrize("sign", ["$", "$$"])
def test_mathml_is_read_as_pandoc_reads_it(sign: str) -> None:
    text = "\n\n".join(sign + formula + sign for formula in FORMULAS)
    page = pypandoc.convert_text(text, "html", "markdown", extra_args=["--mathml"])
    page = re.sub(r"<annotation.*?</annotation>", "", page, flags=re.DOTALL)
    theirs = list(formulas_of(json.loads(pypandoc.convert_text(page, "json", "html"))))
    root = etree.fromstring(f"<body>{page}</body>")
    ours = [mathml.to_tex(formula) for formula in root.iter("{http://www.w3.org/1998/Math/MathML}math")]
    assert len(theirs) > 100
    assert share(ours, theirs) >= 0.9


WORD = [path for path in sorted((CORPUS / "docx").rglob("*.docx")) if "quation" in path.name or "ormula" in path.name]
WORD += [CORPUS / "docx/poi/stress007.docx", CORPUS / "docx/aspose/DocumentBuilder.MathML_Gold.docx"]


@pytest.mark.skipif(not WORD[0].exists(), reason=f"no corpus in {CORPUS} (set TRIPTYCH_CORPUS)")
def test_what_word_wrote_is_read_as_pandoc_reads_it() -> None:
    ours, theirs = [], []
    for path in WORD:
        ours += docx_formulas(path.read_bytes())
        theirs += list(formulas_of(json.loads(pypandoc.convert_file(str(path), "json"))))
    assert len(theirs) >= 20
    assert share(ours, theirs) == 1
