"""Files of records that are hostile: what is no record, and names that would be paths."""

from __future__ import annotations

import gzip
import json

from tests.hostile.cases import ESCAPED, Case

_NAMES = (
    f"../../{ESCAPED}_RECORD", f"/{ESCAPED}_RECORD", "..\\..\\x", "CON", "NUL.txt", "a/b/c", ".", "..", "", "a" * 400, "标题：“引号”/斜杠?*|<>", "-rf", f"$(touch /{ESCAPED}_SHELL)",
    "a\u0000b", "a\nb", "~root", "名\u202egpj", "\ud800",
)  # fmt: skip
_SAME = ("same", "SAME", "é", "e\u0301", "Ａ", "A", "a")


def _lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


_BAD = '{"id":1,"text":"好"}\n{bad json\n\n[1,2]\n"str"\nnull\n{"id":2}\n{"id":3,"text":null}\n{"id":4,"text":5}\n{"id":5,"text":["a"]}\n{"id":6,"text":""}\n{"id":7,"text":NaN}\n{"id":8,"text":"last"}'

CASES = (
    Case("plain.jsonl", "nothing: it must be done", _lines({"id": "one", "text": "words"}), keeps=("words",)),
    Case("broken.jsonl", "lines that are no records among good ones", _BAD, "either"),
    Case("names.jsonl", "names that lead elsewhere, are devices or commands", _lines(*({"id": name, "title": name, "text": "words"} for name in _NAMES)), keeps=("words",), options=("--on-clash", "number")),
    Case("same.jsonl", "names that are the same to some file systems", _lines(*({"id": name, "text": "words"} for name in _SAME)), keeps=("words",), options=("--on-clash", "number")),
    Case("clash.jsonl", "two records of one name", _lines({"id": "a", "text": "x"}, {"id": "a", "text": "y"}), "either"),
    Case("array.jsonl", "an array over several lines", json.dumps([{"id": 1, "text": "a"}], indent=1), "either"),
    Case("mark.jsonl", "a byte order mark and CRLF", "\ufeff" + '{"id":1,"text":"words"}\r\n{"id":2,"text":"words"}\r\n', keeps=("words",)),
    Case("gbk.jsonl", "records in GBK", json.dumps({"id": 1, "text": "国务院办公厅通知"}, ensure_ascii=False).encode("gbk") + b"\n", "either"),
    Case("fields.jsonl", "fields that would be options, paths or code", _lines({"id": 1, "text": "words", "style": "/etc/passwd", "template": "/etc/passwd", "--set": "x", "seals": "/etc/passwd", "__class__": "x", "lang": "../.."}), "either"),
    Case("bomb.jsonl.gz", "50 MB of spaces in a line, compressed", lambda trap: gzip.compress(b'{"id":1,"text":"' + b" " * 50_000_000 + b'words"}\n', mtime=0), "either", heavy=True),
    Case("broken.jsonl.gz", "a compressed file cut short", gzip.compress(_lines({"id": 1, "text": "words"}).encode(), mtime=0)[:-12], "either"),
    Case("quotes.csv", "quotes that do not end", 'id,text\n1,"words\n2,x\n', "either"),
    Case("nul.csv", "NUL in a table", b"id,text\n1,a\0b\n", "either"),
    Case("wide.csv", "rows of too many and too few cells", "id,text\n1,words,3,4\n2\n", "either"),
    Case("heading.csv", "a table without the field of the text", "a,b\n1,2\n", "refused"),
    Case("none.parquet", "a table that is none", b"PAR1" + b"\0" * 100 + b"PAR1", "refused"),
)  # fmt: skip
