"""What may not stand in a file goes from every string of a document, and each change is told with its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import Pos, Report
from convert.kit.characters import is_clean
from convert.model import (
    Block,
    Code,
    CodeBlock,
    Document,
    Emph,
    Heading,
    Image,
    LineBreak,
    Link,
    Media,
    Meta,
    Note,
    Para,
    Ruby,
    Strong,
    Text,
)
from convert.model.flat import flatten
from convert.passes.characters import clean_characters
from convert.readers.text import read
from convert.reading.source import Source


def cleaned(document: Document) -> tuple[Document, list[tuple[str, str]]]:
    """The document, and what was told: code and place."""
    report = Report()
    made = clean_characters(document, report)
    return made, [(d.code, str(d.pos or "")) for d in report.diagnostics]


def para(*inlines: str | Text | Strong | Emph | Link | Code | Ruby | Note | Image | LineBreak, line: int = 0) -> Para:
    children = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return Para(children, pos=Pos(line) if line else None)


def test_a_document_without_faults_is_given_back() -> None:
    document = Document((para("字\u200d", Strong((Text("a\u200e"),))),), Meta(title="题"))
    assert cleaned(document) == (document, [])
    assert clean_characters(document, Report()) is document


def test_controls_go_from_texts_numbers_and_metadata() -> None:
    block = Heading((Text("a\x01b", pos=Pos(3, 1)),), 1, number="1\x02")
    made, told = cleaned(
        Document((block,), Meta(title="t\x00", authors=("甲\x03", "乙"), extra={"栏\x04目": "要\x05闻"}))
    )
    assert made.blocks == (Heading((Text("ab", pos=Pos(3, 1)),), 1, number="1"),)
    assert made.meta == Meta(title="t", authors=("甲", "乙"), extra={"栏目": "要闻"})
    assert told == [("character-illegal", "3:1"), *[("character-illegal", "")] * 5]


def test_what_is_named_is_cleaned_where_it_is_named_and_where_it_is_used() -> None:
    block = Para((Link((Text("a"),), "#i\ud800", "t\x01"), Image("k\uffff", "d\x02", title="e\x03")), id="i\ud800")
    made, _ = cleaned(Document((block,), media={"k\uffff": Media("image/png", b"", "n\x04")}))
    assert made == Document(
        (Para((Link((Text("a"),), "#i\ufffd", "t"), Image("k\ufffd", "d", title="e")), id="i\ufffd"),),
        media={"k\ufffd": Media("image/png", b"", "n")},
    )


def test_ends_of_lines_are_line_breaks_in_texts_and_spaces_elsewhere() -> None:
    made, told = cleaned(Document((para("a\u2028\vb", Image("m", "c\u2029d"), line=2), CodeBlock("e\fg\r\nh"))))
    expected = para("a", LineBreak(), LineBreak(), "b", Image("m", "c d"), line=2)
    assert made.blocks == (expected, CodeBlock("e\ng\nh"))
    assert told == [*[("character-break", "2")] * 3, ("character-break", "")]


def test_overrides_go_and_what_is_balanced_across_nodes_stays() -> None:
    kept = para("\u2067a", Strong((Text("b\u2069"),)), line=1)
    lost = para("file\u202e", Emph((Text("gnp.exe\u202c"),)), line=2)
    made, told = cleaned(Document((kept, lost)))
    assert made.blocks == (kept, para("file", Emph((Text("gnp.exe"),)), line=2))
    assert told == [("bidi-control", "2")] * 2


def test_no_direction_goes_on_into_the_next_paragraph() -> None:
    made, told = cleaned(Document((para("a\u2067b", line=1), para("c\u2069d", line=2))))
    assert made.blocks == (para("ab", line=1), para("cd", line=2))
    assert told == [("bidi-control", "1"), ("bidi-control", "2")]


def test_code_is_judged_line_by_line_and_what_has_no_line_by_itself() -> None:
    blocks: tuple[Block, ...] = (
        CodeBlock("\u2066if\n\u2069x"),
        para(Code("\u202ea"), Ruby((Text("b"),), "c\u202a"), line=4),
    )
    made, told = cleaned(Document(blocks, Meta(title="t\u202e")))
    assert made == Document((CodeBlock("if\nx"), para(Code("a"), Ruby((Text("b"),), "c"), line=4)), Meta(title="t"))
    assert [code for code, _ in told] == ["bidi-control"] * 5


def test_a_note_is_a_paragraph_of_its_own() -> None:
    note = Note((para("n\u2067", line=3),))
    made, told = cleaned(Document((para("\u2067a", note, "b\u2069", line=2),)))
    assert made.blocks == (para("\u2067a", Note((para("n", line=3),)), "b\u2069", line=2),)
    assert told == [("bidi-control", "3")]


def test_the_log_gives_a_text_file_back() -> None:
    source = "第一行\u202e。\n第二\x01行\ufffe\U000e0041，\u2067未完".encode()
    report = Report()
    made = clean_characters(read(Source(source), report), report)
    assert flatten(made).text == "第一行。\n第二行\ufffd，未完"
    assert report.edits.restore(flatten(made).text) == source
    assert {d.code: str(d.pos) for d in report.diagnostics} == {
        "character-hidden": "2:1", "character-illegal": "2:1", "character-replaced": "2:1", "bidi-control": "2:8",
    }  # fmt: skip


@given(st.lists(st.text(st.characters(codec=None), min_size=1), min_size=1))
def test_whatever_stands_in_a_document_is_clean_afterwards(texts: list[str]) -> None:
    blocks = tuple(Para((Link((Text(text),), text, text, id=text), Code(text), Image(text, text))) for text in texts)
    once, _ = cleaned(Document((*blocks, CodeBlock("".join(texts))), Meta(title=texts[0], keywords=tuple(texts))))
    again, told = cleaned(once)
    assert again is once or again == once
    assert told == []
    assert is_clean(once.meta.title)
