"""Nothing in an output is active, whatever the input holds; and the auditor that says so sees what is."""

from __future__ import annotations

import base64
import contextlib
import io
import itertools
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from convert.config import Options
from convert.diagnostics import InputError, Report
from convert.kit.images.svg.source import read_svg
from convert.measure import docx as measured_docx
from convert.measure import epub as measured_epub
from convert.measure import pdf as measured_pdf
from convert.pipeline import convert_bytes
from tests.corpora import corpus
from tests.documents.cases import FOLDER, case_names, read_case
from tests.security import hostile
from tests.security.active import active
from tests.specimens import picture

FORMATS = ("pdf", "docx", "epub")
MAKERS: dict[str, Callable[[], str | bytes]] = {
    "a.md": hostile.markdown, "a.html": hostile.html, "a.docx": hostile.docx, "a.json": hostile.own_json, "b.json": hostile.pandoc,
}  # fmt: skip


def found(source: str | bytes, name: str, folder: Path | None = None) -> dict[str, list[str]]:
    """What is active in the three outputs of a text."""
    data = source.encode() if isinstance(source, str) else source
    made = convert_bytes(data, name, FORMATS, Options(fonts="bundled", main="off"), Report(name), folder)
    return {format: lines for format, data in made.items() if (lines := active(data))}


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_hostile_becomes_inert(name: str) -> None:
    assert found(MAKERS[name](), name) == {}


@pytest.mark.parametrize(
    "words",
    [
        '{ INCLUDETEXT "/etc/passwd" }', "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe", "=cmd|'/C calc'!A0", "@SUM(1+1)*cmd", "{{7*7}} ${7*7} <%= 7*7 %>",
        "<script>alert(1)</script>", "]]><b>x</b>", "&lt;b&gt; &#60;i&#62; %3Cscript%3E", "<?php x ?> <!--#exec cmd='x'-->", "(x) Tj ET /S /Launch",
        "<w:altChunk r:id='a'/>", "endstream endobj trailer", "\\input{/etc/passwd} \\write18{x}", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_what_looks_active_is_printed_as_text(words: str) -> None:
    made = convert_bytes(
        words.encode(), "a.txt", FORMATS, Options(fonts="bundled", roles="off", repair="off"), Report("a.txt")
    )
    wanted = "".join(words.split())
    assert all(wanted in "".join(text.split()) for text in (
        measured_pdf.read_text(made["pdf"]), measured_docx.read_text(made["docx"]), measured_epub.read_text(made["epub"]),
    ))  # fmt: skip
    assert not any(map(active, made.values()))


def test_drawings_become_inert() -> None:
    """Each as a file of its own, so that one that cannot be read hides no other."""
    address = "data:image/svg+xml;base64,"
    pictures = (f"![d]({address}{base64.b64encode(hostile.svg(piece)).decode()})" for piece in hostile.SVG_PIECES)
    assert found("\n\n".join(pictures), "a.md") == {}


def test_pieces_of_css_do_not_grow_into_something_active() -> None:
    pieces = ("url(", "u", "rl(", "\\75", " ", "https://x", "@import", "@im", "port", ";", "'", '"', ")", "/*", "*/", "&lt;!--", "--&gt;",
              "#a", "{", "}", "\\", "image-set(", "java", "script:", "(", "fill:", "\n", "@media x{", "\\0", "rect")  # fmt: skip
    choose = random.Random(1)
    for _ in range(3000):
        css = "".join(choose.choices(pieces, k=choose.randrange(2, 12)))
        quoted = css.replace('"', "&quot;")
        made = read_svg(hostile.svg(f'<style>{css}</style><rect style="{quoted}" fill="{quoted}"/>')).data
        assert active(made) == [], css


@pytest.mark.parametrize("name", case_names())
def test_no_document_of_ours_becomes_active(name: str) -> None:
    assert found(read_case(FOLDER / f"{name}.md").source, f"{name}.md", FOLDER) == {}


def test_no_document_of_the_corpus_becomes_active() -> None:
    """A few of each kind."""
    for kind in ("md", "html", "docx", "txt"):
        files = (path for path in sorted(corpus("").rglob(f"*.{kind}")) if 2_000 < path.stat().st_size < 50_000)
        for path in itertools.islice(files, 0, 60, 12):
            with contextlib.suppress(InputError):
                assert found(path.read_bytes(), path.name, path.parent) == {}, path


# --- the auditor itself ----------------------------------------------------------------------------------------------


def pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A PDF of one empty page, changed."""
    made = pikepdf.new()
    made.add_blank_page()
    change(made)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _open(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _launch(made: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    made.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)]
    )


def _address(made: pikepdf.Pdf) -> None:
    action = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.URI, URI="javascript:alert(1)"))
    made.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)]
    )


def _attach(made: pikepdf.Pdf) -> None:
    made.attachments["a.exe"] = pikepdf.AttachedFileSpec(made, b"MZ")


def _form(made: pikepdf.Pdf) -> None:
    made.Root.AcroForm = pikepdf.Dictionary(XFA="x")


@pytest.mark.parametrize("change", [_open, _launch, _address, _attach, _form])
def test_the_auditor_sees_what_is_active_in_a_pdf(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert active(pdf(change))
    assert active(pdf(lambda made: None)) == []


def repacked(data: bytes, old: bytes, new: bytes) -> bytes:
    """A zip file with one piece of its members replaced; it has to be there."""
    buffer, met = io.BytesIO(), False
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w") as made:
        for entry in archive.infolist():
            content = archive.read(entry)
            met |= old in content
            made.writestr(entry.filename, content.replace(old, new))
    assert met
    return buffer.getvalue()


@pytest.fixture(scope="module")
def harmless() -> dict[str, bytes]:
    source = f"# 题\n\n[a](https://example.org) words 见[b](#c)\n\n![p](data:image/png;base64,{base64.b64encode(picture()).decode()})\n"
    return convert_bytes(source.encode(), "a.md", FORMATS, Options(fonts="bundled"), Report("a.md"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</body>", b"<script>alert(1)</script></body>"),
        (b"</body>", b'<p onclick="alert(1)">a</p></body>'),
        (b'href="https://example.org"', b'href="javascript:alert(1)"'),
        (b"</body>", b'<img src="https://x/a.png" alt=""/></body>'),
        (b"</body>", b'<svg xmlns="http://www.w3.org/2000/svg"><use href="https://x"/></svg></body>'),
        (b"</body>", b'<form action="https://x"/></body>'),
        (b"</head>", b'<meta http-equiv="refresh" content="0;url=https://x"/></head>'),
        (b"</head>", b'<style>@import "https://x";</style></head>'),
        (b"</body>", b'<p style="background:\\75rl(https://x)">a</p></body>'),
        (b"<html", b'<?xml-stylesheet href="https://x"?><html'),
        (b"@font-face", b"@import url(https://x);@font-face"),
    ],
)
def test_the_auditor_sees_what_is_active_in_an_epub(harmless: dict[str, bytes], old: bytes, new: bytes) -> None:
    assert active(harmless["epub"]) == []
    assert active(repacked(harmless["epub"], old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'Target="https://example.org"', b'Target="file:///a.exe"'),
        (b"relationships/hyperlink", b"relationships/oleObject"),
        (b"relationships/styles", b"relationships/attachedTemplate"),
        (b"</w:body>", b'<w:altChunk xmlns:r="http://x" r:id="a"/></w:body>'),
        (b"</w:body>", b'<w:p><w:fldSimple w:instr=" DDEAUTO a b "/></w:p></w:body>'),
        (b"</w:body>", b'<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDE</w:instrText></w:r><w:r>'
                       b'<w:instrText>TEXT a</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body>'),
        (b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
    ],
)  # fmt: skip
def test_the_auditor_sees_what_is_active_in_a_docx(harmless: dict[str, bytes], old: bytes, new: bytes) -> None:
    assert active(harmless["docx"]) == []
    assert active(repacked(harmless["docx"], old, new))
