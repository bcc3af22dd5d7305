from __future__ import annotations

import gzip
import io
import os
import stat
import tarfile
import warnings
import zipfile
from pathlib import Path
from typing import BinaryIO

import pytest

from convert.bulk import containers
from convert.bulk.items import Item, Items
from convert.bulk.kinds import Selection
from convert.diagnostics import InputError, UsageError
from convert.kit.limits import Limits
from convert.kit.surroundings import OutsideError, Surroundings, TooLargeError

NUMBERED = Selection(clash="number")


def told(found: list[Item]) -> list[tuple[str, str]]:
    """The ids of documents and their texts, or the codes of what is wrong with them."""
    said = []
    for item in found:
        try:
            said.append((item.id, item.source.read().decode()))
        except InputError as error:
            said.append((item.id, error.diagnostic.code))
    containers.release()
    return said


def items(*inputs: str, selection: Selection | None = None) -> list[Item]:
    return list(Items(inputs, selection or Selection()))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write_zip(path: str, *members: tuple[str | zipfile.ZipInfo, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of two with one name
        for name, text in members:
            archive.writestr(name, text)


def write_tar(path: str, *members: tuple[str, str], mode: str = "w") -> None:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, text in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))


def test_two_of_one_name_are_two_documents() -> None:
    members = (("a.md", "一"), ("b.md", "二"), ("a.md", "三"))
    write_zip("a.zip", *members)
    write_tar("a.tar.gz", *members, mode="w:gz")
    with pytest.raises(UsageError) as caught:
        items("a.zip")
    assert caught.value.diagnostic.args["second"] == "a.zip!a.md#2"
    for name in ("a.zip", "a.tar.gz"):
        found = items(name, selection=NUMBERED)
        assert told(found) == [(f"{name}!a.md", "一"), (f"{name}!b.md", "二"), (f"{name}!a.md#2", "三")]
        assert [item.stem for item in found] == ["a", "b", "a-2"]


def test_an_archive_named_twice_is_read_twice() -> None:
    write_tar("a.tar.gz", ("a.md", "一"), ("b.md", "二"), mode="w:gz")
    found = items("a.tar.gz", "a.tar.gz", selection=NUMBERED)
    assert [text for _, text in told(found)] == ["一", "二", "一", "二"]
    backwards = [item.source for item in reversed(list(Items(["a.tar.gz"], NUMBERED).named))]
    assert [source.read().decode() for source in backwards] == ["二", "一"]


def test_a_zip_is_opened_once_for_its_members(monkeypatch: pytest.MonkeyPatch) -> None:
    write_zip("a.zip", *((f"{n}.md", str(n)) for n in range(50)))
    found, count = items("a.zip"), 0

    def opened(place: str) -> BinaryIO:
        nonlocal count
        count += 1
        return Path(place).open("rb")

    monkeypatch.setattr(containers, "opened", opened)
    assert [text for _, text in told(found)] == [str(n) for n in range(50)]
    assert count == 1


def test_an_archive_that_changes_is_opened_anew() -> None:
    write_zip("a.zip", ("a.md", "一"))
    (before,) = items("a.zip")
    assert before.source.read().decode() == "一"
    write_zip("a.zip", ("a.md", "另一"))
    os.utime("a.zip", (1, 1))
    (after,) = items("a.zip")
    assert told([after]) == [("a.zip!a.md", "另一")]


def test_what_is_no_file_is_not_followed() -> None:
    link = zipfile.ZipInfo("link.md")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    write_zip("a.zip", (link, "/etc/passwd"), ("a.md", "一"))
    assert told(items("a.zip")) == [("a.zip!link.md", "member-special"), ("a.zip!a.md", "一")]
    with tarfile.open("a.tar", "w") as archive:
        for name, kind in (("s.md", tarfile.SYMTYPE), ("h.md", tarfile.LNKTYPE), ("f.md", tarfile.FIFOTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "../../etc/passwd"
            archive.addfile(entry)
        entry = tarfile.TarInfo("holes.md")
        entry.pax_headers = {"GNU.sparse.major": "0", "GNU.sparse.map": "0,1", "GNU.sparse.size": "9"}
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"x"))
        archive.addfile(tarfile.TarInfo("empty.md"))
    assert [code for _, code in told(items("a.tar"))] == [*["member-special"] * 4, ""]


def test_what_systems_leave_in_archives_is_no_document() -> None:
    write_zip("a.zip", ("__MACOSX/._a.md", ""), ("._b.md", ""), (".git/c.md", ""), ("~$d.docx", ""), ("./e.md", "e"))
    assert told(items("a.zip")) == [("a.zip!./e.md", "e")]


class Unflagged(zipfile.ZipInfo):
    """A member whose name is in no known code page: it is given as code page 437 shows its bytes."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("cp437"), 0


def test_names_in_the_code_page_of_the_writer() -> None:
    names = ("关于防汛工作的通知.md", "été.md", "naïve.md")
    encoded = zip(names, ("gbk", "utf-8", "cp437"), strict=True)
    write_zip("a.zip", *((Unflagged(name.encode(encoding).decode("cp437")), name) for name, encoding in encoded))
    found = items("a.zip")
    assert [item.stem for item in found] == ["关于防汛工作的通知", "été", "naïve"]
    assert [text for _, text in told(found)] == list(names)


@pytest.mark.parametrize("mode", ["", ":gz", ":xz"])
def test_what_a_cut_tar_still_has_is_read(mode: str) -> None:
    name = "a.tar" + mode.replace(":", ".")
    body = os.urandom(5_000).hex()
    write_tar(name, ("a.md", "一"), ("b.md", body), ("c.md", body), mode="w" + mode)
    whole = Path(name).read_bytes()
    Path(name).write_bytes(whole[: len(whole) - 9_000 if not mode else len(whole) // 2])
    found = told(items(name))
    assert found[0] == (f"{name}!a.md", "一")
    assert found[-1][1] == "input-unreadable"


def test_a_damaged_tar_is_not_taken_for_its_end() -> None:
    write_tar("a.tar", ("a.md", "一"), ("b.md", "二"), ("c.md", "三"))
    data = bytearray(Path("a.tar").read_bytes())
    data[1024:1030] = b"\xff" * 6
    Path("a.tar").write_bytes(data)
    assert told(items("a.tar")) == [("a.tar!a.md", "一"), ("a.tar", "input-unreadable")]


def test_headers_that_say_they_are_huge_are_not_believed() -> None:
    entry = tarfile.TarInfo("pax")
    entry.type, entry.size = tarfile.XHDTYPE, 1 << 32
    Path("a.tar").write_bytes(entry.tobuf(tarfile.USTAR_FORMAT) + bytes(2048))
    with pytest.raises(InputError, match="a header of 4294967296 bytes"):
        items("a.tar")
    entry = tarfile.TarInfo("a.md")
    entry.size = -1024
    Path("a.tar.gz").write_bytes(gzip.compress(entry.tobuf(tarfile.GNU_FORMAT) + bytes(2048)))
    with pytest.raises(InputError):
        items("a.tar.gz")


def test_a_member_that_does_not_unpack_costs_no_other() -> None:
    write_zip("a.zip", ("a.md", "一" * 100), ("b.md", "二" * 100))
    data = bytearray(Path("a.zip").read_bytes())
    data[34 : 34 + 6] = b"\xff" * 6
    Path("a.zip").write_bytes(data)
    assert told(items("a.zip")) == [("a.zip!a.md", "input-unreadable"), ("a.zip!b.md", "二" * 100)]


PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_pictures_of_a_document_lie_in_its_archive(name: str) -> None:
    members = (("in/a.md", "一"), ("b.md", "二"), ("in/img/p.png", "old"), ("in/img/p.png", "new"), ("c.png", "c"))
    if name == "a.zip":
        write_zip(name, *members)
    else:
        write_tar(name, *members, mode="w:gz" if name.endswith(".gz") else "w")
    Path("img").mkdir()
    Path("img/p.png").write_bytes(PICTURE)
    found = {item.stem: Surroundings(item.source.folder) for item in items(name)}
    within, top = found["in/a"], found["b"]
    for _ in range(2):
        picture = within.find("img/p.png", 1_000)
        assert picture and picture.data == b"new"
    beside = within.find("../c.png", 1_000)
    assert beside and beside.data == b"c"
    assert top.find("img/p.png", 1_000) is None
    with pytest.raises(OutsideError):
        top.find("../img/p.png", 1_000)
    with pytest.raises(TooLargeError):
        within.find("img/p.png", 2)
    assert items(name)[1].source.read().decode() == "二"
    containers.release()


def test_a_tar_that_unpacks_to_too_much_shows_no_pictures() -> None:
    write_tar("a.tar.gz", ("a.md", "![](p.png)"), ("p.png", "x" * 3_000_000), mode="w:gz")
    (item,) = Items(["a.tar.gz"], Selection(), limits=Limits(unpacked_mb=2))
    with pytest.raises(TooLargeError):
        Surroundings(item.source.folder).find("p.png", 10_000_000)
    containers.release()


def test_a_member_that_is_larger_than_an_input_may_be_is_not_read() -> None:
    write_zip("a.zip", ("a.md", "x" * 2_000_000), ("b.md", "二"))
    first, second = Items(["a.zip"], Selection(), limits=Limits(input_mb=1))
    assert second.source.read().decode() == "二"
    with pytest.raises(InputError) as caught:
        first.source.read()
    assert caught.value.diagnostic.code == "limit-exceeded"
    containers.release()


def test_what_unpacks_to_too_much_is_not_unpacked() -> None:
    write_zip("a.zip", ("a.md", "x" * 20_000_000), ("b.md", "二"))
    assert told(items("a.zip")) == [("a.zip!a.md", "limit-exceeded"), ("a.zip!b.md", "二")]
    write_tar("a.tar.gz", ("b.md", "二"), ("a.bin", "x" * 20_000_000), ("c.md", "三"), mode="w:gz")
    assert told(items("a.tar.gz")) == [("a.tar.gz!b.md", "二"), ("a.tar.gz", "limit-exceeded")]
    assert len(list(Items(["a.tar.gz"], Selection(), limits=Limits(ratio=2000)))) == 2
    containers.release()


def test_a_zip_of_too_many_documents_is_refused() -> None:
    write_zip("a.zip", *((f"{n}.md", "") for n in range(4)))
    with pytest.raises(InputError, match="documents"):
        Items(["a.zip"], Selection(), limits=Limits(documents=3))
    assert len(list(Items(["a.zip"], Selection(), limits=Limits(documents=4, members=1)))) == 4
    containers.release()


def test_a_member_with_a_password_costs_no_other() -> None:
    write_zip("a.zip", ("a.md", "一"), ("b.md", "二"))
    data = bytearray(Path("a.zip").read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    Path("a.zip").write_bytes(data)
    assert told(items("a.zip")) == [("a.zip!a.md", "input-unreadable"), ("a.zip!b.md", "二")]
