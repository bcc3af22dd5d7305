from __future__ import annotations

import contextlib
import io
import stat
import struct
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import InputError
from convert.kit.archive import Archive, ArchiveError, unpack
from convert.kit.limits import Limits

MB = 2**20


def test_other_bytes_are_refused() -> None:
    with pytest.raises(zipfile.BadZipFile):
        unpack(b"not a zip file")


# --- from outside ----------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def held_memory() -> Iterator[Callable[[], int]]:
    """How many bytes were held at once, most of all, since the beginning."""
    tracemalloc.start()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1] if tracemalloc.is_tracing() else most
    finally:
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore")  # names that come twice
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def _read(data: bytes, limits: Limits, *names: str) -> None:
    archive = Archive(data, limits)
    for name in names:
        archive.read(name)


def trip(data: bytes, limits: Limits, *names: str) -> str:
    """The limit that reading trips over."""
    with pytest.raises(InputError) as caught:
        _read(data, limits, *names)
    assert caught.value.diagnostic.code == "limit-exceeded"
    return caught.value.diagnostic.args["name"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_are_read_however_they_are_packed(method: int) -> None:
    data = bytes(range(256)) * 200
    archive = Archive(zipped(("a", data), ("b/", b""), ("空", b""), method=method))
    assert (archive.names, archive.read("a"), archive.read("空")) == (("a", "空"), data, b"")
    assert "b/" not in archive and "c" not in archive


def test_each_limit_of_archives_is_held() -> None:
    two = zipped(("a", b"a" * MB), ("b", b"b" * MB))
    assert trip(two, Limits(members=1)) == "members"
    assert trip(zipped(("a", b"a" * (MB + 1))), Limits(member_mb=1), "a") == "member_mb"
    assert trip(two, Limits(unpacked_mb=1), "a", "a", "b") == "unpacked_mb"
    assert trip(zipped(("a", b" " * 9 * MB)), Limits(), "a") == "ratio"
    assert Archive(zipped(("a", b" " * 8 * MB))).read("a"), "what is small may be blank"
    with pytest.raises(InputError):
        Archive(two, Limits(unpacked_mb=1)).check()
    assert Archive(two, Limits(members=2, unpacked_mb=2)).read("b") and Archive(two, None).read("b")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_no_more_is_unpacked_than_a_member_says(method: int) -> None:
    """A bomb that says it is small: 100 MB, of which the directory knows 10 bytes."""
    data = bytearray(zipped(("a", b" " * 100 * MB), method=method))
    for signature, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        at = data.find(signature)
        data[at + offset : at + offset + 4] = struct.pack("<L", 10)
    with pytest.raises(ArchiveError), held_memory() as peak:
        Archive(bytes(data)).read("a")
    assert peak() < (70 * MB if method == zipfile.ZIP_LZMA else MB), "4 kB of LZMA are some 30 MB"


def test_a_directory_without_end_is_not_read() -> None:
    """Millions of members in a file: they are counted, not made."""
    entry = b"PK\1\2" + b"\0" * 42
    directory = entry * 200_000
    end = b"PK\5\6" + b"\0" * 4 + struct.pack("<HHLLH", 65535, 65535, len(directory), 0, 0)
    with held_memory() as peak:
        assert trip(directory + end, Limits()) == "members"
    assert peak() < 3 * len(directory), "copied, not made into objects"


def test_the_last_of_two_members_with_one_name_counts() -> None:
    archive = Archive(zipped(("a.xml", b"1"), ("b", b""), ("A.XML", b"2")), key=str.lower)
    assert (archive.read("a.xml"), archive.doubled, archive.name("a.xml")) == (b"2", ("a.xml",), "A.XML")


def test_what_stands_around_a_zip_file_does_not_matter() -> None:
    data = zipped(("a", b"words"))
    assert Archive(b"\0" * 5000 + data).read("a") == Archive(data + b"\0" * 100).read("a") == b"words"


def test_a_link_is_bytes_like_others() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("a")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert Archive(buffer.getvalue()).read("a") == b"/etc/passwd"


def test_a_password_is_told() -> None:
    data = bytearray(zipped(("a", b"words")))
    for signature, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        data[data.find(signature) + offset] |= 1
    with pytest.raises(ArchiveError) as caught:
        Archive(bytes(data)).read("a")
    assert caught.value.encrypted


def test_a_wrong_checksum_is_told() -> None:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2):
        data = bytearray(zipped(("a", b"words"), method=method))
        for signature, offset in ((b"PK\1\2", 16), (b"PK\3\4", 14)):
            data[data.find(signature) + offset] ^= 1
        with pytest.raises(ArchiveError, match="CRC"):
            Archive(bytes(data)).read("a")


@given(st.data())
def test_damaged_archives_raise_nothing_else(draw: st.DataObject) -> None:
    method = draw.draw(st.sampled_from([0, 8, 12, 14]))
    data = bytearray(zipped(("a", b"words" * 20), ("b", b"\0" * 50), method=method))
    for _ in range(draw.draw(st.integers(1, 6))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    end = draw.draw(st.one_of(st.just(len(data)), st.integers(0, len(data))))
    try:
        archive = Archive(bytes(data[:end]))
        for name in archive.names:
            archive.read(name)
    except (ArchiveError, InputError):
        pass


def test_a_member_may_have_no_name() -> None:
    nameless = io.BytesIO()
    with zipfile.ZipFile(nameless, "w") as file:
        file.writestr(zipfile.ZipInfo(""), b"1")
        file.writestr("folder/", b"")
    assert Archive(nameless.getvalue()).names == ("",)
    assert Archive(nameless.getvalue()).read("") == unpack(nameless.getvalue())[""] == b"1"
