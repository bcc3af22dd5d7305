"""Footnotes and endnotes."""

from __future__ import annotations

from tests.readers.docx.packages import codes, dumped, p, r


def reference(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, content: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{content}</w:{kind}>'


def test_a_note_stands_where_it_is_referred_to() -> None:
    mark = "<w:r><w:footnoteRef/></w:r>" + r(" 见附件。")
    body, notes = p(content=r("正文") + reference(2) + r("。")), note(2, p(content=mark))
    assert codes(body, footnotes=notes) == []
    dump = dumped(body, footnotes=notes)
    assert dump == 'para\n  text "正文"\n  note\n    para\n      text "见附件。"\n  text "。"'


def test_endnotes_and_notes_of_several_paragraphs() -> None:
    notes = note(1, p("甲") + p("乙"), "endnote")
    dump = dumped(p(content=r("x") + reference(1, "endnote")), endnotes=notes)
    assert dump.count("para") == 3
    assert "note kind=end" in dump


def test_notes_that_are_missing_or_refer_to_themselves_are_told() -> None:
    own = note(2, p(content=r("n") + reference(2)))
    body = p(content=r("x") + reference(2) + reference(9))
    assert codes(body, footnotes=own) == ["docx-note-missing", "docx-note-missing"]
    assert 'text "n"' in dumped(body, footnotes=own)
