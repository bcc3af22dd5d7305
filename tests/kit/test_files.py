"""Files are written whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from convert.kit.files import write_atomically, write_output


def test_the_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def link(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").write_bytes(b"old")
    (tmp_path / "a.pdf").symlink_to("elsewhere/precious")
    return tmp_path / "a.pdf"


def test_a_link_that_stands_where_an_output_goes_is_replaced(link: Path) -> None:
    """Who unpacks a stranger's archive may have one in the folder for outputs."""
    write_output(link, b"new")
    assert not link.is_symlink() and link.read_bytes() == b"new"
    assert (link.parent / "elsewhere" / "precious").read_bytes() == b"old"


def test_a_link_that_the_user_names_is_followed(link: Path) -> None:
    write_output(link, b"new", named=True)
    assert link.is_symlink() and (link.parent / "elsewhere" / "precious").read_bytes() == b"new"
    assert len(list((link.parent / "elsewhere").iterdir())) == 1


def test_a_pipe_that_the_user_names_is_given_the_data(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_output(pipe, b"new", named=True)
    reader.join()
    assert got == [b"new"] and pipe.is_fifo()


def test_a_device_stays_a_device(tmp_path: Path) -> None:
    (tmp_path / "null").symlink_to(os.devnull)
    write_output(tmp_path / "null", b"new", named=True)
    assert Path(os.devnull).is_char_device() and (tmp_path / "null").is_symlink()


def test_unfinished_files_are_for_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[int] = []

    def synced(handle: int) -> None:
        met.append(os.fstat(handle).st_mode & 0o777)

    monkeypatch.setattr("os.fsync", synced)
    before = os.umask(0o027)
    try:
        write_output(tmp_path / "a.pdf", b"new")
    finally:
        os.umask(before)
    assert met == [0o600] and (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o640
