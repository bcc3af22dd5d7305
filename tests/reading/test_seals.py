"""Seals that the metadata names."""

from __future__ import annotations

from pathlib import Path

from convert.diagnostics import Report
from convert.model import Document, Meta
from convert.reading.seals import take_seals
from convert.reading.source import Source
from tests.specimens import picture


def taken(folder: Path, *seals: str) -> tuple[Document, list[str]]:
    report = Report("a.md")
    made = take_seals(Document(meta=Meta(seals=seals)), Source(b"", "a.md", folder), report)
    return made, [diagnostic.code for diagnostic in report.diagnostics]


def test_a_seal_beside_the_document_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(picture())
    document, found = taken(tmp_path, "seal.png")
    assert document.media[document.meta.seals[0]].data == picture()
    assert not found


def test_one_that_is_missing_keeps_its_place(tmp_path: Path) -> None:
    (tmp_path / "second.png").write_bytes(picture())
    document, found = taken(tmp_path, "first.png", "second.png")
    assert document.meta.seals[0] == "first.png" and document.meta.seals[1] in document.media
    assert found == ["image-missing"]


def test_none_is_taken_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(picture())
    (tmp_path / "in").mkdir()
    document, found = taken(tmp_path / "in", "../seal.png", "https://example.com/seal.png")
    assert not document.media and found == ["image-outside", "image-remote"]


def test_a_key_of_the_media_stays(tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(picture())
    once, _ = taken(tmp_path, "seal.png")
    assert take_seals(once, Source(b"", "a.md", tmp_path), Report("a.md")) == once


def test_without_seals_nothing_changes(tmp_path: Path) -> None:
    document = Document()
    assert take_seals(document, Source(b"", "a.md", tmp_path), Report("a.md")) is document
