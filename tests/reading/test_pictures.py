from __future__ import annotations

import base64
from pathlib import Path
from urllib.parse import quote

import pytest

from convert.diagnostics import Report
from convert.kit.limits import Limits
from convert.reading.pictures import Pictures
from convert.reading.source import Source
from tests.specimens import picture

PNG = picture()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "report"
    (inside / "media").mkdir(parents=True)
    (inside / "media" / "图 1.png").write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(PNG)
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    return inside


def shelf(folder: Path | None) -> tuple[Pictures, Report]:
    report = Report()
    return Pictures(Source(b"", folder=folder), report), report


@pytest.mark.parametrize(
    "address", ["media/图 1.png", quote("media/图 1.png"), "./media/图%201.png?x#y", "media\\图 1.png"]
)
def test_a_file_beside_the_input_is_read_once(folder: Path, address: str) -> None:
    found, report = shelf(folder)
    key = found.linked(address)
    assert found.media[key].data == PNG and found.media[key].type == "image/png" and found.media[key].name == "图 1.png"
    assert found.add(PNG) == key and len(found.media) == 1
    assert report.diagnostics == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("../secret.png", "image-outside"),
        ("link.png", "image-outside"),
        ("file:///etc/passwd", "image-outside"),
        ("https://example.org/a.png", "image-remote"),
        ("//example.org/a.png", "image-remote"),
        ("\\\\host\\a.png", "image-remote"),
        ("none.png", "image-missing"),
        ("media", "image-missing"),
        ("a\0b.png", "image-missing"),
        ("x" * 5000, "image-missing"),
        ("", "image-missing"),
        ("data:image/png;base64", "image-missing"),
        ("data:image/png;base64,!", "image-missing"),
    ],
)
def test_what_cannot_be_had_keeps_its_address_and_is_told_once(folder: Path, address: str, code: str) -> None:
    found, report = shelf(folder)
    assert [found.linked(address), found.linked(address)] == [address, address]
    assert [d.code for d in report.diagnostics] == [code]
    assert found.media == {}


def test_an_absolute_path_is_outside(folder: Path) -> None:
    found, report = shelf(folder)
    found.linked(str(folder.parent / "secret.png"))
    assert [d.code for d in report.diagnostics] == ["image-outside"]


def test_without_a_folder_nothing_is_looked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found, report = shelf(None)
    found.linked("media/图 1.png")
    assert [d.code for d in report.diagnostics] == ["image-missing"]


def test_a_picture_may_stand_in_its_address() -> None:
    found, _ = shelf(None)
    key = found.linked("data:image/png;base64," + base64.b64encode(PNG).decode())
    drawing = found.linked("data:image/svg+xml,%3Csvg/%3E")
    assert found.media[key].data == PNG
    assert (found.media[drawing].type, found.media[drawing].data) == ("image/svg+xml", b"<svg/>")


def test_a_picture_that_is_too_large_is_left_out(folder: Path) -> None:
    with (folder / "large.png").open("wb") as file:
        file.write(PNG)
        file.truncate(2 * 2**20)
    report = Report()
    found = Pictures(Source(b"", folder=folder, limits=Limits(picture_mb=1)), report)
    found.linked("large.png")
    assert [d.code for d in report.diagnostics] == ["image-large"]


def test_a_file_that_is_no_picture_is_not_taken(folder: Path) -> None:
    """What lies beside a document may be private; outputs that hold any bytes would give it away."""
    (folder / "notes.txt").write_text("secret")
    found, report = shelf(folder)
    assert found.linked("notes.txt") == "notes.txt" and found.media == {}
    assert [d.code for d in report.diagnostics] == ["image-unreadable"]


def test_a_root_widens_what_may_be_named(folder: Path) -> None:
    report = Report()
    found = Pictures(Source(b"", folder=folder, roots=(folder.parent,)), report)
    assert found.media[found.linked("../secret.png")].data == PNG
    assert found.media[found.linked("link.png")].data == PNG
    assert report.diagnostics == []
