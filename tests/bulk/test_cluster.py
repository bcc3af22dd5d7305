from __future__ import annotations

import importlib.util
import os
import signal
import sys
from pathlib import Path

import pytest

from convert.bulk import cluster
from convert.bulk.cluster import cluster_at
from convert.bulk.items import Items
from convert.bulk.journal import Journal
from convert.bulk.kinds import Selection
from convert.bulk.run import Bulk, run
from convert.config import Options
from convert.diagnostics import UsageError
from convert.version import __version__
from tests.bulk.corpus import outputs, write_reports
from tests.bulk.inline import Inline

installed = pytest.mark.skipif(not importlib.util.find_spec("distributed"), reason="distributed is not installed")
OPTIONS = Options(fonts="bundled")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 30)
    list(run(Items(["in"], Selection()), OPTIONS, Bulk(("json", "docx"), "local"), executor=Inline()))
    return tmp_path


@installed
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_does_what_we_do_also_when_a_worker_is_lost(folder: Path) -> None:
    bulk = Bulk(("json", "docx"), "out", 2)
    with Journal(folder / "out") as journal, cluster_at("local:2", "out") as hands:
        assert (hands.ships, hands.workers) == (False, 2)
        found = run(Items(["in"], Selection()), OPTIONS, bulk, journal, hands.executor)
        states = [next(found).state]
        os.kill(hands.executor.submit(os.getpid).result(), signal.SIGKILL)
        states += [result.state for result in found]
        shipped = list(
            run(
                Items(["in"], Selection()),
                OPTIONS,
                Bulk(("json", "docx"), "shipped", 2),
                executor=hands.executor,
                ships=True,
            )
        )
        entries = list(journal.entries())
    assert states == ["done"] * 30 == [result.state for result in shipped]
    assert outputs(folder / "out") == outputs(folder / "local") == outputs(folder / "shipped")
    assert [entry.state for entry in entries] == ["done"] * 30


@installed
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "local:none"])
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(UsageError) as caught, cluster_at(address, str(tmp_path)):
        pass
    assert caught.value.diagnostic.code == "cluster-unreachable"


def test_clusters_are_an_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match="distributed, which is not installed"), cluster_at("local:1", str(tmp_path)):
        pass


def test_all_workers_are_of_our_version() -> None:
    with pytest.raises(UsageError, match=r"the worker tcp://a:1 has version 0\.0\.0") as caught:
        cluster.check_versions({"tcp://a:1": "0.0.0"})
    assert caught.value.diagnostic.code == "cluster-version"
    with pytest.raises(UsageError, match="No module named 'convert'"):
        cluster.check_versions({"tcp://a:1": ModuleNotFoundError("No module named 'convert'")})


def test_a_call_finds_what_is_here_and_leaves_a_worker_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def see() -> tuple[str, str | None]:
        return os.getcwd(), os.environ.get("SOURCE_DATE_EPOCH")

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    for told, folder in (("7", str(tmp_path)), (None, str(tmp_path)), (None, str(tmp_path / "absent"))):
        there = cluster._Place(__version__, folder, {"SOURCE_DATE_EPOCH": told})
        before = see()
        assert cluster._called(there, see) == (folder if Path(folder).is_dir() else before[0], told)
        assert see() == before
    with pytest.raises(UsageError, match="has version"):
        cluster._called(cluster._Place("0.0.0", str(tmp_path), {}), see)


class Elsewhere:
    """A client whose workers have a disk of their own, where one file is another."""

    def run(self, fn: object, path: str) -> dict[str, int]:
        size = cluster._size(path)
        return {"tcp://a:1": size, "tcp://b:1": -1 if path.endswith("mine.toml") else size}


def test_what_workers_need_and_do_not_see_is_told(tmp_path: Path) -> None:
    for name in ("mine.toml", "ours.toml"):
        (tmp_path / name).write_text("")
    cluster.check_needed(Elsewhere(), [tmp_path, tmp_path / "ours.toml", "memory://mine.toml"])
    with pytest.raises(UsageError) as caught:
        cluster.check_needed(Elsewhere(), [tmp_path / "ours.toml", tmp_path / "mine.toml"])
    assert caught.value.diagnostic.code == "cluster-unseen"
    assert list(cluster._unseen(Elsewhere(), [str(tmp_path / "ours.toml"), str(tmp_path / "mine.toml")])) == [
        str(tmp_path / "mine.toml")
    ]
