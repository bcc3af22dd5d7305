from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path

import pytest

from convert.bulk.records import read_records
from convert.diagnostics import InputError
from convert.kit.limits import Limits

ROWS = [
    {"id": "甲/1", "text": "正文一。", "title": "标题一", "issuer": ["甲厅", "乙局"], "pages": 3, "empty": ""},
    {"id": None, "text": "正文二。"},
]
LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "\n\n"


def check(path: Path) -> None:
    one, two = read_records(str(path), "text", "id")
    assert (one.id, one.name, one.source.read().decode()) == (f"{path}#1", "甲-1", "正文一。")
    assert {"title=标题一", "issuer=甲厅;乙局", "pages=3"} <= set(one.meta)
    assert not any(entry.startswith(("empty", "text", "id=")) for entry in one.meta)
    assert (two.name, two.source.read().decode(), two.meta) == ("0000002", "正文二。", ())


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
    assert (record.name, record.source.read().decode(), record.meta) == ("甲", "第一行\n第二行", ("title=标题",))


def test_fields_are_called_as_the_caller_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"content": "正文。", "docid": 7}\n', "utf-8")
    (record,) = read_records(str(path), "content", "docid")
    assert (record.name, record.source.read().decode()) == ("7", "正文。")


def found(path: Path, text_field: str = "text") -> list[str]:
    """The texts of the records; of those that cannot be read, the codes and what they say."""
    told = []
    for record in read_records(str(path), text_field, "id"):
        try:
            told.append(record.source.read().decode())
        except InputError as error:
            args = error.diagnostic.args
            told.append(f"{error.diagnostic.code} {args.get('number', '')} {args.get('reason', '')}".strip())
    return told


def test_what_is_no_record_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = (
        '{"text": "一"}\n{"te\n\n[1]\n{"content": "a"}\n{"text": null}\n{"text": ["a"]}\n{"text": true}\n{"text": 5}\n'
    )
    path.write_text(lines + '{"text": NaN, "id": 1}\n{"text": "二", "pages": NaN}\n' + "[" * 100_000 + "\n", "utf-8")
    assert found(path) == [
        "一",
        "record-invalid 2 Invalid control character at (character 5)",
        "record-invalid 4 not a JSON object",
        "record-field",
        "record-text",
        "record-text",
        "record-text",
        "5",
        "record-text",
        "二",
        "record-invalid 12 maximum recursion depth exceeded while decoding a JSON array from a unicode string",
    ]
    records = list(read_records(str(path), "text", "id"))
    assert records[-2].meta == () and records[3].id == f"{path}#5"


@pytest.mark.parametrize("packed", ["gz", "zst"])
def test_what_a_cut_file_still_has_is_read(tmp_path: Path, packed: str) -> None:
    lines = b"".join(b'{"text": "%d"}\n' % (pow(7, number, 1_000_003)) for number in range(40_000))
    data = pytest.importorskip("zstandard").compress(lines) if packed == "zst" else gzip.compress(lines)
    path = tmp_path / f"a.jsonl.{packed}"
    path.write_bytes(data[: len(data) // 2])
    told = found(path)
    assert 1_000 < len(told) < 39_000
    assert told[-1].startswith(f"record-invalid {len(told)} ") and " end" in told[-1]
    path.write_bytes(data + data)
    assert len(found(path)) == 80_000


def test_records_in_other_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = "国务院办公厅关于做好安全生产工作的通知"
    lines = "".join(json.dumps({"text": text, "n": n}, ensure_ascii=False) + "\r\n" for n in range(3))
    for encoding in ("gbk", "utf-8-sig", "utf-16"):
        path.write_bytes(lines.encode(encoding))
        assert found(path) == [text] * 3
    path.write_bytes(lines.encode() + b'{"text": "\xff"}\n' + lines.encode())
    assert [code.split()[0] for code in found(path)] == [*[text] * 3, "record-invalid", *[text] * 3]


def test_an_array_is_read_object_by_object(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"text": f"第{n}条" * 3_000} for n in range(30)]
    for indent in (None, 1):
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=indent), "utf-8")
        assert found(path) == [row["text"] for row in rows]
    path.write_text('[\n{"text": "a"},\n5, {"text": "b"}', "utf-8")
    assert found(path) == [
        "a",
        "record-invalid 2 not a JSON object",
        "b",
        "record-invalid 4 the array is not whole: Expecting value",
    ]


def test_a_line_that_never_ends_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb", 1) as file:
        file.write(b'{"text": "a"}\n')
        file.write(b" " * (3 << 20))
    one, two = read_records(str(path), "text", "id", Limits(input_mb=2))
    assert one.source.read() == b"a"
    with pytest.raises(InputError, match="a line of more than 2097152 characters"):
        two.source.read()


def test_rows_of_csv_that_do_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text,title\n1,一,二,三\n2\n3,四,,,\n\n4,"五\x00",六\n5,"七', "utf-8")
    assert found(path) == [
        "record-invalid 1 4 columns, where the first row has 3",
        "record-field",
        "四",
        "五\0",
        "record-invalid 5 unexpected end of data",
    ]
    path.write_bytes("id,text\n1,国务院办公厅关于做好安全生产工作的通知\n".encode("gb18030"))
    assert found(path) == ["国务院办公厅关于做好安全生产工作的通知"]
    path.write_text("text\n" + "长" * 1_500_000 + "\n", "utf-8")
    assert [len(text) for text in found(path)] == [1_500_000]


@pytest.mark.skipif(not importlib.util.find_spec("pyarrow"), reason="pyarrow is not installed")
def test_columns_of_parquet_of_any_type(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    path = tmp_path / "a.parquet"
    years = pyarrow.array([0, 300_000_000_000_000], pyarrow.timestamp("ms"))
    nested = pyarrow.array([{"a": [b"\xff", "是".encode()]}, None])
    texts = pyarrow.array(["正文".encode(), b"x"])
    table = pyarrow.table({"text": texts, "when": years, "nested": nested, "raw": pyarrow.array([b"\xfe", b""])})
    pyarrow.parquet.write_table(table, path)
    one, two = read_records(str(path), "text", "id")
    assert one.source.read().decode() == "正文"
    assert one.meta == ("when=1970-01-01 00:00:00", 'nested={"a": ["\\\\xff", "是"]}', "raw=\\xfe")
    with pytest.raises(InputError) as caught:
        two.source.read()
    assert caught.value.diagnostic.code == "record-invalid"
    path.write_bytes(path.read_bytes()[:-100])
    assert [told.split()[0] for told in found(path)] == ["record-invalid"]


def test_halves_of_characters_reach_no_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a", "title": "b\\ud800c", "id": "d\\udfffe"}\n', "utf-8")
    (record,) = read_records(str(path), "text", "id")
    assert (record.meta, record.name) == (("title=b\ufffdc",), "de")


def test_a_record_may_be_large(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "文" * 4_000_000}, ensure_ascii=False) + "\n", "utf-8")
    (record,) = read_records(str(path), "text", "id")
    assert len(record.source.read()) == 12_000_000
