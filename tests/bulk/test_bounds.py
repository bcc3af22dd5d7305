from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from convert.bulk import bounds
from convert.bulk.bounds import fair_share

GB = 1_000_000_000
posix = pytest.mark.skipif(not hasattr(os, "sysconf"), reason="knows nothing of memory")


@posix
def test_processes_share_what_the_machine_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "_GROUPS", ())
    monkeypatch.setattr(os, "sysconf", {"SC_PAGE_SIZE": 4_000, "SC_PHYS_PAGES": 4_000_000}.__getitem__)
    assert fair_share(1) == 16 * GB and fair_share(4) == 4 * GB
    assert fair_share(100) == GB, "enough for a large report at least"


@posix
@pytest.mark.parametrize(("said", "share"), [("8000000000\n", 4 * GB), ("max\n", 8 * GB)])
def test_a_container_may_have_less(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, share: int) -> None:
    (tmp_path / "memory.max").write_text(said)
    monkeypatch.setattr(bounds, "_GROUPS", (tmp_path / "absent", tmp_path / "memory.max"))
    monkeypatch.setattr(os, "sysconf", {"SC_PAGE_SIZE": 4_000, "SC_PHYS_PAGES": 4_000_000}.__getitem__)
    assert fair_share(2) == share


def test_where_nothing_is_known_nothing_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sysconf", raising=False)
    assert fair_share(2) == 0


def test_what_only_posix_has_is_loaded_when_it_is_used() -> None:
    program = (
        "import sys\n"
        "for name in ('fcntl', 'resource', 'termios', 'pwd'):\n"
        "    sys.modules[name] = None\n"
        "import convert.bulk.run, convert.bulk.cluster, convert.bulk.journal, convert.cli.bulk, convert.bulk.service\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])
