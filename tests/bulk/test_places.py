from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from convert.bulk.items import Items
from convert.bulk.kinds import Selection
from convert.bulk.places import join, read_place, same_place, size_of, stamp_of, write_place
from convert.bulk.run import Bulk, run
from convert.config import Options
from convert.diagnostics import ConvertError
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
