"""Older documents come to the DOCX reader by way of LibreOffice."""

from __future__ import annotations

import pytest

from convert.config import Options
from convert.diagnostics import InputError, Report
from convert.kit.office import find_office
from convert.model import Heading, Strong
from convert.model.walk import nodes, plain
from convert.pipeline import read_document
from convert.reading.office import as_docx
from convert.reading.source import Source

RTF = rb"""{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}
{\pard\s1\outlinelevel0\f0 \'d2\'bb\'a1\'a2\'bb\'f9\'b1\'be\'c7\'e9\'bf\'f6\par}
{\pard\f0 \'bb\'e1\'d2\'e9{\b \'d6\'b8\'b3\'f6}\'a1\'a3\par}
{\pard\trowd\cellx3000\cellx6000\intbl\f0 \'bc\'d7\cell \'d2\'d2\cell\row}}"""

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")


@needs_office
@pytest.mark.parametrize("name", ["report.rtf", "report.doc", "report.wps"])
def test_what_stands_in_the_file_is_read_whatever_its_name(name: str) -> None:
    report = Report(name)
    document = read_document(RTF, name, Options(), report)
    number = "".join(node.number for node in nodes(document) if isinstance(node, Heading))
    assert number + plain(document).replace("\n", "") == "一、基本情况会议指出。甲乙"
    assert [plain(node) for node in nodes(document) if isinstance(node, Strong)] == ["指出"]
    assert any(isinstance(node, Heading) for node in nodes(document)) or document.meta.title
    assert "office-converted" in {found.code for found in report.diagnostics}


@needs_office
def test_it_is_the_same_each_time() -> None:
    first, second = (read_document(RTF, "report.rtf", Options(), Report()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "XLS"),
        (b"%PDF-1.7", "PDF"),
        (b"\0\1\2", "?"),
    ],
)
def test_what_is_no_text_document_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        as_docx(Source(data, "report.doc"), Report())
    assert caught.value.diagnostic.code == "office-kind"
    assert caught.value.diagnostic.args["kind"] == kind
