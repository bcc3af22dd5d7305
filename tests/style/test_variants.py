"""Roles made for one document."""

from __future__ import annotations

import io
from dataclasses import replace

import docx

from convert.config import Options
from convert.diagnostics import Report
from convert.model import Document, Rule
from convert.model.build import para
from convert.pipeline import compose, read_document, write_document
from convert.style.compute import read_sheet
from convert.style.variants import Variants


def test_a_variant_is_a_role_with_its_changes() -> None:
    sheet = read_sheet("gbt9704")
    variants = Variants(sheet)
    name = variants.of("signature", right_em=5.25)
    assert variants.sheet.roles[name] == replace(sheet.roles["signature"], right_em=5.25)
    assert variants.sheet.base_role(name) == "signature"
    assert variants.sheet.base_role("date") == "date"


def test_the_same_changes_give_the_same_role() -> None:
    sheet = read_sheet("gbt9704")
    variants = Variants(sheet)
    first, second = variants.of("signature", right_em=5.25), variants.of("signature", right_em=2)
    assert variants.of("signature", right_em=5.25) == first != second
    assert variants.of(first, right_em=2) == second
    assert variants.of("date", right_em=sheet.roles["date"].right_em) == "date"


def test_a_sheet_without_variants_is_itself() -> None:
    sheet = read_sheet("gbt9704")
    assert Variants(sheet).sheet is sheet


def test_word_bases_its_style_on_the_role_s() -> None:
    composition = compose(Document((para("正文。"),)), "a.md", Options(), Report("a.md"), ("docx",))
    variants = Variants(composition.sheet)
    role = variants.of("signature", right_em=5.5)
    varied = replace(composition, document=Document((para("某厅", role=role),)), sheet=variants.sheet)
    data = write_document(varied, "docx")
    paragraph = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert paragraph.style is not None and paragraph.style.base_style is not None
    assert paragraph.style.base_style.name == "发文机关署名"
    assert paragraph.style.paragraph_format.right_indent is not None
    read = read_document(data, "a.docx", Options(roles="off"), Report("a.docx"))
    assert [block.role for block in read.blocks] == ["signature"]


def test_a_rule_varies_as_a_role_does() -> None:
    variants = Variants(read_sheet("gbt9704"))
    name = variants.of_rule("letterhead", before=10.0)
    assert variants.of_rule("letterhead", before=10.0) == name != "letterhead"
    assert variants.of_rule("letterhead", before=read_sheet("gbt9704").rules["letterhead"].before) == "letterhead"
    sheet = variants.sheet
    assert sheet.rules[name] == replace(sheet.rules["letterhead"], before=10.0)
    composition = compose(Document((para("正文。"),)), "a.md", Options(), Report("a.md"), ("docx",))
    varied = replace(composition, document=Document((para("上"), Rule(role=name), para("下"))), sheet=sheet)
    read = read_document(write_document(varied, "docx"), "a.docx", Options(roles="off"), Report("a.docx"))
    assert [block.role for block in read.blocks] == ["", "letterhead", ""]
