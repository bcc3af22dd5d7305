"""Files are written whole or not at all."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest

from convert.diagnostics import InputError
from convert.kit.files import read_input, read_stream, write_atomically, write_output
from convert.kit.limits import Limits

MB = 2**20


def test_an_input_is_read_to_the_limit_and_no_further(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * MB)
    assert read_input(path, Limits(input_mb=1)) == b"a" * MB
    with path.open("r+b") as file:
        file.truncate(2**40)  # nothing of which is there
    with pytest.raises(InputError, match="input_mb is 1, and here it is 1048576"):
        read_input(path, Limits(input_mb=1))


class Endless(io.RawIOBase):
    """A stream that has no end."""

    given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        self.given += len(buffer)
        return len(buffer)


def test_a_stream_without_end_is_left_soon() -> None:
    stream = Endless()
    with pytest.raises(InputError, match="input_mb"):
        read_stream(stream, Limits(input_mb=3))
    assert stream.given <= 4 * MB


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="a system without devices as files")
def test_devices_and_pipes_are_streams(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="input_mb"):
        read_input(Path("/dev/zero"), Limits(input_mb=2))
    assert read_input(Path("/dev/null")) == b""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"words" * 50_000))
    writer.start()
    assert read_input(pipe) == b"words" * 50_000
    writer.join()


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "input-folder"), ("none", "input-not-found"), ("a/b", "input-not-found"), ("a\0b", "input-unreadable"), ("x" * 5000, "input-unreadable")],
)  # fmt: skip
def test_what_cannot_be_read_is_told(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_input(tmp_path / name)
    assert caught.value.diagnostic.code == code


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
