"""Metadata in files of their own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from convert.diagnostics import UsageError
from convert.reading.sidecar import read_sidecar

ONE = {"发文机关": "某厅", "附件": ["甲", "乙"]}


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.json", json.dumps(ONE)),
        ("m.toml", '"发文机关" = "某厅"\n"附件" = ["甲", "乙"]\n'),
        ("m.yaml", "发文机关: 某厅\n附件: [甲, 乙]\n"),
        ("m.yml", "发文机关: 某厅\n附件:\n- 甲\n- 乙\n"),
    ],
)
def test_names_with_values_hold_for_every_document(tmp_path: Path, name: str, text: str) -> None:
    sidecar = read_sidecar(write(tmp_path, name, text))
    assert sidecar.of("a.md") == sidecar.of("b.md") == ONE


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.json", json.dumps([{"file": "a.md", "文号": "1"}, {"文件": "b", "文号": "2"}, {"date": "共"}])),
        ("m.csv", "文件,文号,date\na.md,1,\nb,2,\n,,共\n"),
        ("m.csv", "\ufefffile;文号;date\r\na.md;1;\r\nb;2;\r\n;;共\r\n"),
        ("m.tsv", "文件名\t文号\tdate\na.md\t1\t\nb\t2\t\n\t\t共\n"),
        ("gbk.csv", "文件,文号,date\na.md,1,\nb,2,\n,,共\n".encode("gb18030")),
    ],
)
def test_rows_hold_for_the_files_that_they_name(tmp_path: Path, name: str, text: str | bytes) -> None:
    sidecar = read_sidecar(write(tmp_path, name, text))
    assert sidecar.of("in/a.md") == {"文号": "1", "date": "共"}
    assert sidecar.of("b.docx") == {"文号": "2", "date": "共"}
    assert sidecar.of("c.md") is None


def test_a_mapping_from_files_is_as_good(tmp_path: Path) -> None:
    sidecar = read_sidecar(write(tmp_path, "m.toml", '["in/a.md"]\ndate = "甲"\n[b]\ndate = "乙"\n'))
    assert sidecar.of("in/a.md") == {"date": "甲"} and sidecar.of("x/b.txt") == {"date": "乙"}
    assert sidecar.of("a.md") is None, "it is named with its folder"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("m.json", "{", "Expecting"),
        ("m.json", "[1]", "neither names"),
        ("m.json", '[{"file": "a"}, {"file": "a"}]', "two rows"),
        ("m.toml", "a =", "Invalid value"),
        ("m.yaml", "- a", "no list of keys"),
        ("m.csv", "file,date\na.md,1,2\n", "row 2"),
        ("m.txt", "date: 1", "suffix"),
    ],
)
def test_what_cannot_be_understood_is_said_why(tmp_path: Path, name: str, text: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_sidecar(write(tmp_path, name, text))
    found = caught.value.diagnostic
    assert found.code == "meta-file-invalid" and reason in str(found.args["reason"])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_sidecar(tmp_path / "m.json")
    assert caught.value.diagnostic.code == "meta-file-unreadable"


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path, "m.json", '{"date": "甲"}')
    assert read_sidecar(path).of("a") == {"date": "甲"}
    write(tmp_path, "m.json", '{"date": "乙"}')
    os.utime(path, ns=(1, 1))
    assert read_sidecar(path).of("a") == {"date": "乙"}
