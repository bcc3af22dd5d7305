from __future__ import annotations

import importlib.util
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from convert.bulk.items import Items
from convert.bulk.journal import Journal
from convert.bulk.kinds import Selection
from convert.bulk.places import Sizes, join, read_place, same_place, size_of, stamp_of, write_place
from convert.bulk.run import Bulk, run
from convert.config import Options
from convert.diagnostics import ConvertError
from convert.kit.surroundings import OutsideError, Surroundings
from tests.bulk.corpus import outputs, write_reports
from tests.bulk.inline import Inline

stored = pytest.mark.skipif(not importlib.util.find_spec("fsspec"), reason="fsspec is not installed")


def test_names_are_joined_as_the_place_has_it() -> None:
    assert join("s3://bucket/out/", "a/b.pdf") == "s3://bucket/out/a/b.pdf"
    assert join("out", "a/b.pdf") == str(Path("out/a/b.pdf"))


@stored
def test_a_store_is_read_and_written() -> None:
    write_place("memory://box/a/b.txt", b"words")
    assert read_place("memory://box/a/b.txt") == b"words"
    assert size_of("memory://box/a/b.txt") == 5
    assert stamp_of("memory://box/a/b.txt")
    assert size_of("memory://box/none") == -1


@stored
@pytest.mark.parametrize(
    ("place", "code"), [("memory://box/none", "input-not-found"), ("nosuch://a/b", "address-unknown")]
)
def test_what_is_not_there_is_told(place: str, code: str) -> None:
    with pytest.raises(ConvertError) as caught:
        read_place(place)
    assert caught.value.diagnostic.code == code


def test_stores_are_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(ConvertError, match="fsspec, which is not installed") as caught:
        read_place("s3://bucket/a.md")
    assert caught.value.diagnostic.code == "extra-missing"


@stored
def test_a_run_reads_from_a_store_and_writes_into_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 3)
    for path in (tmp_path / "in").iterdir():
        write_place(f"memory://from/sub/{path.name}", path.read_bytes())
    options = Options(fonts="bundled")
    list(run(Items(["in"], Selection()), options, Bulk(("json",)), executor=Inline()))
    found = list(run(Items(["memory://from"], Selection()), options, Bulk(("json",), "memory://to"), executor=Inline()))
    assert {result.state for result in found} == {"done"}
    for name, data in outputs(tmp_path / "out").items():
        assert read_place(f"memory://to/sub/{name}") == data


@stored
def test_a_file_is_the_same_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert same_place("a/../b.md") == same_place(str(tmp_path / "b.md"))
    assert same_place("memory://in/a.md") == same_place("memory:///in/a.md") != same_place("memory://in/b.md")


@pytest.fixture
def box() -> Iterator[Any]:
    """A store in memory; the folder `box` in it is empty."""
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.store.clear()
    yield store
    store.store.clear()


ODD = ("a b#1?.md", "[x].md", "50%.md", "~.md", "a//b.md", "文 件.md")


def test_keys_of_a_store_may_be_odd(box: Any) -> None:
    for name in ODD:
        box.pipe_file(f"/box/{name}", name.encode())
    found = list(Items(["memory://box"], Selection()))
    assert {item.source.read().decode() for item in found} == set(ODD)
    assert {item.stem for item in found} == {"a b#1", "[x]", "50%", "~", "a/b", "文 件"}
    (one,) = Items(["memory://box/[x].md"], Selection())
    assert one.source.read() == b"[x].md"
    assert len(list(Items(["memory://box/*%.md"], Selection()))) == 1


def test_a_store_is_asked_once_for_all_its_files(box: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        write_place(f"memory://box/{number}.md", b"x")
    asked: list[str] = []
    info = type(box).info

    def counted(self: Any, path: str, **more: Any) -> Any:
        asked.append(path)
        return info(self, path, **more)

    monkeypatch.setattr(type(box), "info", counted)
    stamps = [item.source.stamp() for item in Items(["memory://box"], Selection())]
    assert all(stamps) and len(asked) <= 2
    assert stamps[0] == stamp_of("memory://box/0.md")


def test_archives_and_records_in_a_store(box: Any, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.md", "一")
    box.pipe_file("/box/a.zip", (tmp_path / "a.zip").read_bytes())
    box.pipe_file("/box/b.jsonl", b'{"text": "two"}\n')
    for words in (["memory://box/a.zip", "memory://box/b.jsonl"], ["memory://box/*.zip", "memory://box/*.jsonl"]):
        assert [item.source.read().decode() for item in Items(words, Selection())] == ["一", "two"]
    chained = list(Items(["zip://::memory://box/a.zip"], Selection()))
    assert [item.source.read().decode() for item in chained] == ["一"]


def test_pictures_beside_a_document_in_a_store(box: Any) -> None:
    box.pipe_file("/box/in/a.md", b"x")
    box.pipe_file("/box/in/img/p.png", b"p")
    box.pipe_file("/box/q.png", b"q")
    (item,) = Items(["memory://box/in"], Selection())
    around = Surroundings(item.source.folder)
    picture = around.find("img/p.png", 10)
    assert picture and picture.data == b"p"
    assert around.find("img/none.png", 10) is None
    with pytest.raises(OutsideError):
        around.find("../q.png", 10)


def test_outputs_of_a_store_are_no_inputs(box: Any) -> None:
    box.pipe_file("/box/a.md", b"x")
    box.pipe_file("/box/out/a.docx", b"x")
    many = Items(["memory://box"], Selection(), outputs="memory://box/out")
    assert [item.stem for item in many] == ["a"]
    box.pipe_file("/box/b.docx", b"x")
    with pytest.raises(ConvertError) as caught:
        Items(["memory://box"], Selection(), outputs="memory://box/out").check_outputs("memory://box", ["docx"])
    assert caught.value.diagnostic.code == "output-is-input"


def test_what_a_store_refuses_is_told(box: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("Access Denied")

    monkeypatch.setattr(type(box), "info", refuse)
    with pytest.raises(ConvertError, match="cannot read memory://box: Access Denied"):
        Items(["memory://box"], Selection())
    monkeypatch.undo()
    with pytest.raises(ConvertError, match="there is no file memory://box/none"):
        Items(["memory://box/none"], Selection())


def test_a_store_is_asked_once_for_each_folder_of_outputs(
    box: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 4)
    options, bulk = Options(fonts="bundled"), Bulk(("json",), "memory://box/out")

    def states() -> list[str]:
        with Journal(tmp_path / "home") as journal:
            return [result.state for result in run(Items(["in"], Selection()), options, bulk, journal, Inline())]

    assert states() == ["done"] * 4
    box.rm("/box/out/0002.json")
    asked: list[str] = []
    info = type(box).info

    def counted(self: Any, path: str, **more: Any) -> Any:
        asked.append(path)
        return info(self, path, **more)

    monkeypatch.setattr(type(box), "info", counted)
    assert sorted(states()) == ["done", "unchanged", "unchanged", "unchanged"]
    assert not any(path.endswith(("0000.json", "0001.json", "0003.json")) for path in asked)
    assert Sizes().of("memory://box/out/0002.json") == size_of("memory://box/out/0002.json") > 0
    assert Sizes().of("memory://box/none/a.json") == -1
