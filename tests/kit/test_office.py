"""LibreOffice is found, ended where it hangs, and touches nothing of the user's."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from convert.diagnostics import InputError
from convert.kit.office import convert_to_docx, find_office
from tests.kit.images.samples import motif, saved

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def stand_in(folder: Path, script: str) -> str:
    """A program that is called as LibreOffice is; `$folder` is where its result belongs."""
    path = folder / "office"
    path.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done; folder="$2"; mkdir -p "$folder"\n{script}\n'
    )
    path.chmod(0o755)
    return str(path)


@needs_shell
def test_what_the_program_makes_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIPTYCH_OFFICE", stand_in(tmp_path, 'cp "$3" "$folder/document.docx"; ls "$HOME" >&2'))
    assert convert_to_docx(b"whatever", ".doc") == b"whatever"


def test_without_the_program_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIPTYCH_OFFICE", "/nowhere/soffice")
    with pytest.raises(InputError) as caught:
        convert_to_docx(b"", ".doc")
    assert caught.value.diagnostic.code == "office-missing"
    assert ".docx" in caught.value.diagnostic.hint("zh") and "LibreOffice" in caught.value.diagnostic.hint("en")


@needs_shell
@pytest.mark.parametrize(
    ("script", "code", "words"),
    [
        ("echo; echo 'Error: source file could not be loaded'", "office-failed", "could not be loaded"),
        ("exit 3", "office-failed", "no output"),
        ("sleep 60 & sleep 60", "office-slow", "1 seconds"),
    ],
)
def test_a_failure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, code: str, words: str) -> None:
    monkeypatch.setenv("TRIPTYCH_OFFICE", stand_in(tmp_path, script))
    with pytest.raises(InputError) as caught:
        convert_to_docx(b"x", ".doc", seconds=1)
    assert caught.value.diagnostic.code == code
    assert words in str(caught.value)


@needs_shell
def test_a_program_that_cannot_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "office"
    path.write_text("no program")
    monkeypatch.setenv("TRIPTYCH_OFFICE", str(path))
    with pytest.raises(InputError) as caught:
        convert_to_docx(b"x", ".doc")
    assert caught.value.diagnostic.code == "office-failed"


CONTENT = """<office:document-content office:version="1.2" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><office:body><office:text><text:p>会议<draw:frame
 text:anchor-type="as-char" svg:width="1cm" svg:height="1cm"><draw:image xlink:href="{}" xlink:type="simple"/></draw:frame>
</text:p></office:text></office:body></office:document-content>"""


MANIFEST = """<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>"""


@needs_office
def test_linked_files_are_not_taken_in(tmp_path: Path) -> None:
    picture = tmp_path / "private.png"
    picture.write_bytes(saved(motif(), "PNG"))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("content.xml", CONTENT.format(picture.as_uri()))
    with zipfile.ZipFile(io.BytesIO(convert_to_docx(data.getvalue(), ".odt"))) as made:
        assert "会议" in made.read("word/document.xml").decode()
        assert [name for name in made.namelist() if "media" in name] == []
