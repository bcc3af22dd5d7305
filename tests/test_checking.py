"""Finished files of every kind: measured, compared with their source, printed anew."""

from __future__ import annotations

import pytest

from convert.checking import check_bytes, fix_bytes, measure_file, source_wording
from convert.checks.rules import RULES
from convert.config import Options
from convert.diagnostics import InputError, Report
from convert.kit.packing import pack
from convert.pipeline import convert_bytes, timestamp
from tests.readers.docx.packages import package

SOURCE = """某省水利厅关于开展汛前检查的通知

各市、县水利局：

现就开展汛前检查的有关事项通知如下，请认真落实。

一、检查范围

全省水库、堤防、闸坝。
"""
FORMATS = ("pdf", "docx", "epub")
OPTIONS = Options(fonts="bundled")


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return convert_bytes(SOURCE.encode(), "notice.txt", FORMATS, OPTIONS, Report())


def ids(data: bytes, name: str, source: str = "") -> list[str]:
    wording = source_wording(source.encode(), "notice.txt", OPTIONS, Report()) if source else None
    return [finding.rule.id for finding in check_bytes(data, name, OPTIONS, Report(), RULES, wording)]


@pytest.mark.parametrize("format", FORMATS)
def test_what_we_print_is_as_the_standard_says_and_has_its_sources_words(made: dict[str, bytes], format: str) -> None:
    assert measure_file(made[format], f"a.{format}", OPTIONS, Report()).kind == format
    assert ids(made[format], f"a.{format}", SOURCE) == []


@pytest.mark.parametrize("format", FORMATS)
def test_a_word_that_the_source_does_not_say_is_found(made: dict[str, bytes], format: str) -> None:
    assert ids(made[format], f"a.{format}", SOURCE.replace("认真", "切实")) == ["text-changed"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"text", "check-format"),
        (b"%PDF-1.7 broken", "check-unreadable"),
        (pack([("META-INF/container.xml", b"<container/>")], timestamp("")), "check-unreadable"),
        (package("")[:400], "docx-broken"),
    ],
)
def test_what_is_no_finished_file_is_told(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        measure_file(data, "a", OPTIONS, Report())
    assert caught.value.diagnostic.code == code


def typed(text: str, face: str = "宋体") -> str:
    look = f'<w:rFonts w:eastAsia="{face}" w:ascii="Calibri"/><w:sz w:val="24"/>'
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_a_document_is_printed_anew_with_its_words() -> None:
    page = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:bottom="1440" w:left="1800" w:right="1800"/></w:sectPr>'
    old = package("".join(typed(line) for line in SOURCE.split("\n") if line) + page)
    fixed = fix_bytes(old, "old.docx", "docx", OPTIONS, Report(), RULES)
    assert {"sheet-size", "text-face", "text-size", "indent"} <= {finding.rule.id for finding in fixed.before}
    assert (fixed.after, fixed.unread, fixed.changed) == ([], [], [])
    assert ids(fixed.data, "new.docx", SOURCE) == []


def test_a_source_is_printed_and_compared_as_well() -> None:
    fixed = fix_bytes(SOURCE.encode(), "notice.txt", "pdf", OPTIONS, Report(), RULES)
    assert fixed.data.startswith(b"%PDF")
    assert (fixed.before, fixed.after, fixed.changed) == ([], [], [])


def test_words_that_nothing_reads_are_told() -> None:
    odd = "<w:p><w:r><w:t>正文在此。</w:t></w:r><w:odd><w:r><w:t>怪异</w:t></w:r></w:odd></w:p>"
    fixed = fix_bytes(package(odd), "old.docx", "docx", OPTIONS, Report(), RULES)
    assert [(each.before, each.after) for each in fixed.unread] == [("文在此。怪异", "文在此。")]
    assert fixed.changed == []
