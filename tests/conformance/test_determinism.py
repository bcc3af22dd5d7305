"""The same input, style and version give the same bytes: on any day, in any folder, zone, locale and hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = Path(__file__).parents[1] / "fixtures" / "meeting-report.txt"
FORMATS = ("pdf", "docx", "epub")


def digests(folder: Path, **environment: str) -> dict[str, str]:
    """Convert the report in a process of its own, in `folder`, and hash what it wrote."""
    folder.mkdir()
    source = folder / REPORT.name
    source.write_bytes(REPORT.read_bytes())
    env = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | environment
    command = [sys.executable, "-m", "convert", "convert", source.name, "--fonts", "bundled"]
    root = str(Path(__file__).parents[2])
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (root, env.get("PYTHONPATH"))))
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    return {f: hashlib.sha256((folder / "out" / f"{source.stem}.{f}").read_bytes()).hexdigest() for f in FORMATS}


def test_outputs_do_not_depend_on_where_and_when(tmp_path: Path) -> None:
    here = digests(tmp_path / "a", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    there = digests(tmp_path / "b 乙", PYTHONHASHSEED="2", TZ="Asia/Shanghai", LC_ALL="zh_CN.UTF-8", LANG="zh_CN.UTF-8")
    assert here == there


@pytest.mark.parametrize("epoch", ["1750000000"])
def test_the_epoch_variable_is_obeyed(tmp_path: Path, epoch: str) -> None:
    plain = digests(tmp_path / "a")
    dated = digests(tmp_path / "b", SOURCE_DATE_EPOCH=epoch)
    assert all(plain[f] != dated[f] for f in FORMATS)
