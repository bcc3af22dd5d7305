from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path

import pytest

from convert.bulk.records import read_records
from convert.diagnostics import InputError

ROWS = [
    {"id": "甲/1", "text": "正文一。", "title": "标题一", "issuer": ["甲厅", "乙局"], "pages": 3, "empty": ""},
    {"id": None, "text": "正文二。"},
]
LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "\n\n"


def check(path: Path) -> None:
    one, two = read_records(str(path), "text", "id")
    assert (one.id, one.name, one.source.data.decode()) == (f"{path}#1", "甲-1", "正文一。")
    assert {"title=标题一", "issuer=甲厅;乙局", "pages=3"} <= set(one.meta)
    assert not any(entry.startswith(("empty", "text", "id=")) for entry in one.meta)
    assert (two.name, two.source.data.decode(), two.meta) == ("0000002", "正文二。", ())


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINES, "utf-8")
    check(path)


def test_packed_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(LINES.encode()))
    check(path)


@pytest.mark.skipif(not importlib.util.find_spec("zstandard"), reason="zstandard is not installed")
def test_json_lines_in_zstd(tmp_path: Path) -> None:
    import zstandard

    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(zstandard.compress(LINES.encode()))
    check(path)


@pytest.mark.skipif(not importlib.util.find_spec("pyarrow"), reason="pyarrow is not installed")
def test_parquet(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    path = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), path)
    check(path)


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('\ufeffid,text,title\n甲,"第一行\n第二行",标题\n', "utf-8")
    (record,) = read_records(str(path), "text", "id")
    assert (record.name, record.source.data.decode(), record.meta) == ("甲", "第一行\n第二行", ("title=标题",))


def test_fields_are_called_as_the_caller_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"content": "正文。", "docid": 7}\n', "utf-8")
    (record,) = read_records(str(path), "content", "docid")
    assert (record.name, record.source.data.decode()) == ("7", "正文。")


@pytest.mark.parametrize(
    ("lines", "code", "number"),
    [
        ('{"text": "a"}\n{"te', "record-invalid", "2"),
        ("[1]\n", "record-invalid", "1"),
        ('{"content": "a"}\n', "record-field", ""),
    ],
)
def test_what_is_no_record_is_told(tmp_path: Path, lines: str, code: str, number: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines, "utf-8")
    with pytest.raises(InputError) as caught:
        list(read_records(str(path), "text", "id"))
    assert caught.value.diagnostic.code == code
    assert caught.value.diagnostic.args.get("number", "") == number
