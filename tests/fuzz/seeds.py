"""What fuzzing starts from: small inputs that use much of their language. Files in `seeds/NAME/` come on top; so do those of a
folder that the command names."""

from __future__ import annotations

import functools
import gzip
import io
import lzma
import tarfile
from collections.abc import Iterable
from pathlib import Path

from convert.config import Options
from convert.diagnostics import Report
from convert.formats import load_writer, output_format
from convert.model.json import encode
from convert.pipeline import convert_bytes

TESTS = Path(__file__).resolve().parents[1]
FOLDER = Path(__file__).parent / "seeds"
_LONGEST_PICTURE = 20_000  # bytes
_SHORT = """---
title: 关于开展检查工作的通知
issuer: 甲市人民政府
number: 甲政发〔2025〕1号
date: 2025年6月23日
recipients: [各县（区）人民政府, 市各部门]
---

# 总体要求

会议指出，要坚持**问题**导向[^1]，见[网](https://example.org/)和 `code`。

- 甲
  1. 乙

| 名称 | 数 |
|:--|--:|
| 甲 | 12 |

Table: 企业数

$$\\frac{a}{b}$$

> 引 $x^2$

[^1]: 注。
"""


def _files(*patterns: str, longest: int = 8_000) -> list[bytes]:
    paths = [path for pattern in patterns for path in sorted(TESTS.glob(pattern))]
    return [path.read_bytes() for path in paths if path.stat().st_size <= longest]


def _cases(format: str) -> list[bytes]:
    """The inputs of the reader's cases, several at a time: they are tiny."""
    from tests.readers.test_readers import CASES

    found = [case.source for case in CASES if case.format == format]
    return ["\n".join(found[at : at + 4]).encode() for at in range(0, len(found), 4)]


def texts() -> list[bytes]:
    """Plain text: reports, and the cases of the reader."""
    return [
        *_cases("text"),
        *_files("fixtures/*.txt", "fuzz/seeds/text/*"),
        _SHORT.encode("gb18030"),
        _SHORT.encode("utf-16"),
    ]


def markdown() -> list[bytes]:
    """Markdown: every element's document, the cases of the reader."""
    return [
        _SHORT.encode(),
        *_cases("markdown"),
        *_files("documents/*.md", "official/*.md", "fuzz/seeds/markdown/*", longest=6_000),
    ]


def html() -> list[bytes]:
    """Web pages: the cases of the reader."""
    return [*_cases("html"), *_files("fuzz/seeds/html/*")]


def mhtml() -> list[bytes]:
    """Web archives: as browsers and Word save them."""
    return _files("fuzz/seeds/mhtml/*")


def json() -> list[bytes]:
    """The model's own form: with every element in it."""
    from tests.specimens import everything

    return [encode(everything()), *_as("json"), *(case for case in _each_case("json"))]


def pandoc() -> list[bytes]:
    """Pandoc's syntax tree."""
    return [*_as("json-pandoc"), *_each_case("json-pandoc")]


def _each_case(format: str) -> list[bytes]:
    from tests.readers.test_readers import CASES

    return [case.source.encode() for case in CASES if case.format == format]


def docx() -> list[bytes]:
    """Word documents: ours, and small ones as others write them."""
    from tests.fuzz.packages import documents

    return [*documents(), *_as("docx")]


def pdf() -> list[bytes]:
    """PDF files of ours."""
    return _as("pdf")


def epub() -> list[bytes]:
    """Books of ours, and one as others write them."""
    from tests.fuzz.packages import book

    return [book(), *_as("epub")]


@functools.cache
def _as(format: str) -> list[bytes]:
    """Short documents in one of our outputs."""
    from tests.specimens import composition, everything

    made = convert_bytes(_SHORT.encode(), "x.md", (format,), Options(fonts="bundled"), Report("x"))[format]
    return [made, load_writer(output_format(format))(composition(everything()))]


def pictures() -> list[bytes]:
    """Pictures of every kind, small ones."""
    from tests.kit.images.samples import every_kind, frames, motif, saved, turned

    small = motif((16, 8))
    made = [saved(small.convert(mode), "PNG") for mode in ("L", "LA", "P", "RGBA", "1", "I;16")]
    made += [saved(small.convert(mode), "TIFF") for mode in ("1", "CMYK", "RGBA")]
    made += [frames(form) for form in ("GIF", "PNG", "TIFF", "WEBP")]
    kinds = [data for data in every_kind().values() if len(data) <= _LONGEST_PICTURE]
    return [*made, *kinds, turned(6), *_files("documents/pictures/*", "fuzz/seeds/picture/*", longest=_LONGEST_PICTURE)]


def drawings() -> list[bytes]:
    """SVG drawings."""
    from tests.kit.images.drawings import CHART

    return [CHART, *_files("documents/pictures/*.svg", "fuzz/seeds/svg/*")]


def tex() -> list[bytes]:
    """Formulas in TeX, one each."""
    lines = (TESTS / "fuzz/seeds/tex/formulas.txt").read_text("utf-8").splitlines()
    return [line.encode() for line in lines if line]


def mathml() -> list[bytes]:
    """Formulas in MathML, as latex2mathml writes those in TeX, and by hand."""
    from lxml import etree

    from convert.kit.math.latex import to_mathml

    made = [to_mathml(formula.decode(), display=True) for formula in tex()]
    return [etree.tostring(each) for each in made if each is not None] + _files("fuzz/seeds/mathml/*")


def omml() -> list[bytes]:
    """Formulas in Office Math, as our writer writes those in TeX."""
    from convert.kit.math.officemath import office_math
    from convert.kit.math.plainform import plain_form
    from convert.kit.math.presentation import parse
    from convert.kit.ooxml import declarations

    forms = [plain_form(formula.decode(), "", display=True) for formula in tex()]
    return [
        f"<m:oMath {declarations('m', 'w')}>{office_math(parse(form), '')}</m:oMath>".encode() for form in forms if form
    ]


def front_matter() -> list[bytes]:
    """Metadata in YAML."""
    return [_SHORT.split("---\n")[1].encode(), *_files("fuzz/seeds/front-matter/*")]


def styles() -> list[bytes]:
    """Styles that say little, on top of the official one."""
    return _files("fuzz/seeds/style/*")


def sidecars() -> list[bytes]:
    """Metadata beside documents; the first byte tells the suffix (see `oracles`)."""
    mapping = b'{"title": "x", "file": "x.md"}'
    toml = "title = '题'\n['x.md']\n发文字号 = '甲〔2025〕1号'\n".encode()
    table = "file,title,date\nx.md,题,2025年6月23日\n".encode()
    return [b"\0" + mapping, b"\0[" + mapping + b"]", b"\1" + toml, b"\2" + front_matter()[0], b"\4" + table]


def records() -> list[bytes]:
    """Files of records; the first byte tells the suffix."""
    lines = '{"text": "# 甲", "id": "a/b", "title": "题", "tags": ["x", "y"], "n": 1}\n{"text": "乙", "id": null}\n'.encode()
    table = 'id,text,title\n1,"甲\n乙",题\nCON,x,\n'.encode()
    return [b"\0" + lines, b"\1" + table, b"\2" + gzip.compress(lines, mtime=0), *_columns(), *_zstd(lines)]


def _columns() -> Iterable[bytes]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        return
    made = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": ["甲", "乙"], "id": ["a", "b"], "n": [1, 2]}), made)
    yield b"\4" + made.getvalue()


def _zstd(data: bytes) -> Iterable[bytes]:
    try:
        import zstandard
    except ImportError:
        return
    yield b"\3" + zstandard.compress(data)


def archives() -> list[bytes]:
    """Archives; the first byte tells the suffix."""
    from tests.fuzz.structures import zipped

    members = [("甲/a.md", b"# a"), ("../b.txt", b"b"), ("/c.html", b"<p>c" * 50), ("d\\e.md", b"")]
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE):
            entry = tarfile.TarInfo("link")
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    tar = made.getvalue()[:8192]
    return [b"\0" + zipped(members), b"\1" + tar, b"\2" + gzip.compress(tar, mtime=0), b"\3" + lzma.compress(tar)]
