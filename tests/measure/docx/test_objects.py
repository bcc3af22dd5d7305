"""Fields, links, pictures and properties read back from files that python-docx made."""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from convert.measure.docx import read_bookmarks, read_fields, read_links, read_pictures, read_properties
from tests.specimens import picture


def saved(word: object) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def test_fields_in_fields_are_told_apart() -> None:
    word = docx.Document()
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>TOC </w:instrText>", "<w:instrText>\\o</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>intro </w:t>", '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>PAGEREF x</w:instrText>", '<w:fldChar w:fldCharType="separate"/>', "<w:t>7</w:t>",
        '<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    runs = "".join(f"<w:r>{piece}</w:r>" for piece in pieces)
    simple = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    mark = '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>'
    link = '<w:hyperlink w:anchor="here"><w:r><w:t>there</w:t></w:r></w:hyperlink>'
    word.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{runs}{simple}{mark}{link}</w:p>"))
    data = saved(word)
    found = [(field.instruction, field.result) for field in read_fields(data)]
    assert found == [("PAGEREF x", "7"), ("TOC \\o", "intro 7"), ("PAGE", "1")]
    assert read_bookmarks(data) == ["here"]
    assert [(each.text, each.target) for each in read_links(data)] == [("there", "#here")]


def test_pictures_have_their_size() -> None:
    word = docx.Document()
    word.add_picture(io.BytesIO(picture()), Pt(120), Pt(60))
    (found,) = read_pictures(saved(word))
    assert (found.width, found.height, found.decorative) == (120, 60, False)
    assert found.part.startswith("word/media/")


def test_properties_are_those_of_all_parts() -> None:
    word = docx.Document()
    word.core_properties.title = "Report"
    assert read_properties(saved(word))["dc:title"] == "Report"
