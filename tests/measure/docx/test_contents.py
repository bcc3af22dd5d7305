"""Tables of contents: fields whose results go on over paragraphs, with others inside."""

from __future__ import annotations

from convert.measure.docx import read_paragraphs
from tests.readers.docx.packages import package


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_contents_are_told_from_the_text() -> None:
    begin = f"{field('begin')}<w:r><w:instrText>TOC \\o</w:instrText></w:r>{field('separate')}"
    page = f"{field('begin')}<w:r><w:instrText>PAGEREF a</w:instrText></w:r>{field('separate')}<w:r><w:t>1</w:t></w:r>{field('end')}"
    data = package(
        f"<w:p>{begin}<w:r><w:t>一、</w:t></w:r>{page}</w:p><w:p><w:r><w:t>二、</w:t></w:r>{page}</w:p>"
        f"<w:p>{field('end')}<w:r><w:t>正文</w:t></w:r></w:p><w:p>{page}</w:p>"
    )
    assert [each.within for each in read_paragraphs(data)] == ["contents", "contents", "", ""]
