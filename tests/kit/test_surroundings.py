from __future__ import annotations

import os
from pathlib import Path

import pytest

from convert.kit.surroundings import Found, OutsideError, Shelf, Surroundings, TooLargeError, read_regular

MOST = 1000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "in"
    (inside / "media").mkdir(parents=True)
    (inside / "media" / "图 1.png").write_bytes(b"picture")
    (inside / "%2e%2e").mkdir()
    (inside / "%2e%2e" / "a.png").write_bytes(b"odd")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "in-2").mkdir()
    (tmp_path / "in-2" / "secret.png").write_bytes(b"secret")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    (inside / "up").symlink_to(tmp_path)
    (inside / "round").symlink_to("round")
    (inside / "own.png").symlink_to("media/图 1.png")
    return inside


def found(folder: Path, address: str, *roots: Path, windows: bool = False) -> bytes | None:
    file = Surroundings(folder, roots, windows=windows).find(address, MOST)
    return file.data if file else None


@pytest.mark.parametrize(
    "address", ["media/图 1.png", "media/%E5%9B%BE%201.png?x#y", "media\\图 1.png", "own.png", "./media/../own.png"]
)
def test_a_file_in_the_folder_is_found(folder: Path, address: str) -> None:
    assert found(folder, address) == b"picture"


@pytest.mark.parametrize(
    "address",
    [
        "../secret.png",
        "../in-2/secret.png",  # begins like the folder
        "media/../../secret.png",
        "..\\secret.png",
        "%2e%2e/secret.png",
        "%2e%2e%2fsecret.png",
        "%2E%2E%5Csecret.png",
        ".%2e/secret.png",
        "link.png",
        "up/secret.png",
        "up/in-2/secret.png",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "\\etc\\passwd",
        "C:\\secret.png",
        "c:secret.png",
        "../nothing.png",  # what is not there is told no otherwise than what is
        "/nothing/at/all",
    ],
)
def test_a_file_elsewhere_is_outside(folder: Path, address: str) -> None:
    with pytest.raises(OutsideError):
        found(folder, address)


def test_an_absolute_path_is_outside_even_into_the_folder(folder: Path) -> None:
    with pytest.raises(OutsideError):
        found(folder, str(folder / "media" / "图 1.png"))


@pytest.mark.parametrize(
    "address", ["", "nothing.png", "media", ".", "a\0b", "x" * 5000, "round", "\ud800.png", "%00", "own.png/x"]
)
def test_what_is_no_file_is_none(folder: Path, address: str) -> None:
    assert found(folder, address) is None


def test_an_address_is_decoded_once(folder: Path) -> None:
    assert found(folder, "%252e%252e/a.png") == b"odd"
    assert found(folder, "%2e%2e/a.png") == b"odd", "a folder of that very name"


def test_a_root_lets_files_be_named_from_the_folder_and_from_itself(folder: Path) -> None:
    beside = folder.parent / "in-2"
    assert found(folder, "../in-2/secret.png", beside) == b"secret"
    assert found(folder, "secret.png", beside) == b"secret"
    assert found(folder, str(beside / "secret.png"), beside) == b"secret"
    assert found(folder, "media/图 1.png", beside) == b"picture", "the folder itself comes first"
    with pytest.raises(OutsideError):
        found(folder, "../secret.png", beside)
    with pytest.raises(OutsideError):
        found(folder, str(folder.parent / "secret.png"), beside)


def test_a_root_may_be_a_link(folder: Path) -> None:
    (folder.parent / "alias").symlink_to(folder.parent / "in-2")
    assert found(folder, "../in-2/secret.png", folder.parent / "alias") == b"secret"


def test_without_a_folder_roots_alone_are_looked_in(folder: Path) -> None:
    assert Surroundings(None).find("media/图 1.png", MOST) is None
    assert Surroundings(None, (folder,)).find("media/图 1.png", MOST) == Found("图 1.png", b"picture")


@pytest.mark.parametrize(
    "address", ["NUL", "media/con.png", "aux", "COM1.txt", "lpt¹", "a.png:secret", "a.png::$DATA", "a.png.", "a.png "]
)
def test_on_windows_devices_streams_and_names_with_two_forms_are_outside(folder: Path, address: str) -> None:
    with pytest.raises(OutsideError):
        found(folder, address, windows=True)
    assert found(folder, address) is None


def test_pipes_devices_and_large_files_are_not_read(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    assert found(folder, "pipe.png") is None
    assert read_regular(Path("/dev/zero"), MOST) is None
    assert read_regular(folder / "link.png", MOST) is None, "a link that came after the look"
    (folder / "large.png").write_bytes(b"x" * (MOST + 1))
    with pytest.raises(TooLargeError):
        found(folder, "large.png")
    (folder / "large.png").write_bytes(b"x" * MOST)
    assert len(found(folder, "large.png") or b"") == MOST


class _Members:
    def find(self, path: str, most: int) -> bytes | None:
        return {"reports/media/a.png": b"in", "top.png": b"top"}.get(path)


@pytest.mark.parametrize(
    ("address", "data"), [("media/a.png", b"in"), ("../top.png", b"top"), ("media\\a.png", b"in"), ("b.png", None)]
)
def test_an_input_in_an_archive_finds_what_lies_there(address: str, data: bytes | None) -> None:
    file = Surroundings(Shelf(_Members(), "reports")).find(address, MOST)
    assert (file and file.data) == data


@pytest.mark.parametrize("address", ["../../top.png", "/top.png", "%2e%2e/../top.png", ".."])
def test_nothing_outside_the_archive_is_looked_for(address: str) -> None:
    with pytest.raises(OutsideError):
        Surroundings(Shelf(_Members(), "reports")).find(address if address != ".." else "../..", MOST)
