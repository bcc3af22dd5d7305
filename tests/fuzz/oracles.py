"""What must hold whatever comes in: each function does with its input what the product does, and asserts what it promises.

Each gives the features of the input by which one can tell it from others: the codes of what was found, the kinds of nodes.
"""

from __future__ import annotations

import io
import re
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from lxml import etree

from convert.bulk.sources import Source
from convert.config import Options
from convert.diagnostics import ConvertError, Report, StyleError, UsageError
from convert.kit.limits import USUAL
from convert.model import Document, Math, MathBlock, Node
from convert.model.base import MAX_DEPTH, field_values
from convert.model.build import para
from convert.model.json import decode, encode
from convert.model.walk import children, nodes

Features = frozenset[str]
Check = Callable[[bytes], Features]

OPTIONS = Options(fonts="bundled")
_OUTPUTS = ("pdf", "docx", "epub")
_APART = frozenset({"docx-list-number", "table-crowded"})
"""Codes that tell where an output does not say what the others do."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # https://www.w3.org/TR/xml/#charsets


# --- readers and the whole way ---------------------------------------------------------------------------------------


def reads(format: str, name: str) -> Check:
    """A document is read; only a ConvertError may come instead. Read again, it is the same."""

    def check(data: bytes) -> Features:
        options = Options(source_format=format, fonts="bundled")
        document, report = _read(data, name, options)
        check_report(report)
        if document is None:
            return _codes(report)
        check_document(document)
        if zlib.crc32(data) % 8 == 0:  # it takes as long as all before
            again, other = _read(data, name, options)
            assert again == document, "read again, it is another document"
            assert other.diagnostics == report.diagnostics, "read again, other things are found"
        return _codes(report) | {type(node).__name__ for node in nodes(document)}

    return check


def _read(data: bytes, name: str, options: Options) -> tuple[Document | None, Report]:
    from convert.pipeline import read_document

    report = Report(name)
    try:
        return read_document(data, name, options, report), report
    except ConvertError as error:
        report.diagnostics.append(error.diagnostic)
        return None, report


def check_document(document: Document) -> None:
    """The model's invariants: bounded depth, the same in JSON and back, positions that can be."""
    level: list[Node] = list(document.blocks)
    depth = 0
    while level:
        depth += 1
        level = [child for node in level for child in children(node)]
    assert depth <= MAX_DEPTH, "nested deeper than the model's bound"
    assert not any(map(_ILLEGAL.search, texts_of(document))), "a character that XML cannot hold"
    assert decode(encode(document)) == document, "another document when it comes back from JSON"
    for node in nodes(document):
        if node.pos is not None:
            assert node.pos.line >= 0 and node.pos.column >= 0, "a position before the beginning"
            assert node.pos.end < 0 or -1 <= node.pos.start <= node.pos.end, "a span backwards"


def texts_of(document: Document) -> Iterator[str]:
    """All texts of a document and its metadata."""
    for owner in (document.meta, *nodes(document)):
        for _, value in field_values(owner):
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict):
                yield from (*value, *value.values())
            elif isinstance(value, tuple):
                yield from (part for part in value if isinstance(part, str))


def check_report(report: Report) -> None:
    """Everything that was found can be told in both languages, and be written anywhere."""
    for found in report.diagnostics:
        for text in (found.message("en"), found.message("zh"), found.hint("en"), found.hint("zh")):
            text.encode("utf-8", "surrogatepass")


def converts(format: str, name: str) -> Check:
    """The whole way: three files that can be opened, with the same words."""

    def check(data: bytes) -> Features:
        from convert.pipeline import convert_bytes

        report = Report(name)
        try:
            made = convert_bytes(data, name, _OUTPUTS, Options(source_format=format, fonts="bundled"), report)
        except ConvertError as error:
            return frozenset({error.diagnostic.code})
        check_report(report)
        check_files(made, told=_codes(report))
        return _codes(report)

    return check


def check_files(made: dict[str, bytes], told: Features) -> None:
    """Well-formed XML in both zip files, a PDF that opens without repair, the same words in all three unless it was `told`
    that one says otherwise."""
    import pikepdf

    from convert.measure import docx, epub, pdf

    for format in ("docx", "epub"):
        with zipfile.ZipFile(io.BytesIO(made[format])) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels", ".xhtml", ".opf", ".ncx")):
                    etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))
    with pikepdf.open(io.BytesIO(made["pdf"])) as file:
        assert not file.check_pdf_syntax(), "QPDF objects to the PDF"
    if told & _APART:
        return
    texts = [docx.read_text(made["docx"]), epub.read_text(made["epub"]), pdf.read_text(made["pdf"])]
    word, book, paper = ("".join(filter(_is_printed, text)) for text in texts)
    assert word == book, f"other words in EPUB than in DOCX: {_parting(word, book)}"
    if _is_rightward(word):  # PDFium gives the words of other scripts in another order
        return
    assert word == paper, f"other words in PDF than in DOCX: {_parting(word, paper)}"


def _is_printed(char: str) -> bool:
    if char.isspace() or unicodedata.category(char) == "Cf":
        return False
    return not unicodedata.name(char, "").startswith("VARIATION SELECTOR")  # they have no ink of their own


def _is_rightward(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL", "AN", "RLO", "RLE", "RLI") for char in text)


def _parting(one: str, other: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"{one[max(at - 9, 0) : at + 15]!r} and {other[max(at - 9, 0) : at + 15]!r}"


def _codes(report: Report) -> Features:
    return frozenset(found.code for found in report.diagnostics)


# --- parts of documents ----------------------------------------------------------------------------------------------


def prints_picture(data: bytes) -> Features:
    """A picture is told to be broken, or every output gets a form of it that shows."""
    from convert.kit.images.faults import fault_of
    from convert.kit.images.forms import Output, change_for, changed
    from convert.kit.images.header import image_info

    fault, info = fault_of(data), image_info(data)
    if fault:
        return frozenset({fault})
    assert info is not None, "it can be printed, and has no size"
    assert info.width_px > 0 and info.height_px > 0 and info.width_pt > 0 and info.height_pt > 0, "a size of nothing"
    outputs: tuple[Output, ...] = ("pdf", "docx", "epub")
    changes = [change_for(info, output) for output in outputs]
    if info.width_px * info.height_px < 4_000_000:
        for change in set(changes):
            form = changed(data, change)
            if form.type == "image/svg+xml":
                etree.fromstring(form.data)
            elif form.plot is None:
                assert fault_of(form.data) is None, f"what {change} made of it is broken"
    return frozenset({info.type, *changes})


def sets_formula(data: bytes) -> Features:
    """A formula in TeX has a form that all outputs hold, or is told to be printed as its source."""
    return _printable_formula(data.decode("utf-8", "replace"), "")


def sets_mathml(data: bytes) -> Features:
    """A formula in MathML becomes TeX, and a form that all outputs hold."""
    from convert.kit.math.mathml import to_tex

    text = data.decode("utf-8", "replace")
    try:
        root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return frozenset()
    return _printable_formula(to_tex(root), text)


def reads_omml(data: bytes) -> Features:
    """A formula in Office Math becomes TeX that says something where it did."""
    from convert.kit.math.omml import to_tex

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return frozenset()
    return _printable_formula(to_tex(root), "")


def _printable_formula(tex: str, mathml: str) -> Features:
    from convert.pipeline import compose, write_document

    document, report = Document((MathBlock(tex, mathml), para("甲", Math(tex, mathml)))), Report("x")
    try:
        composed = compose(document, "x.md", OPTIONS, report)
        made = {format: write_document(composed, format) for format in ("docx", "epub")}
    except ConvertError as error:
        return frozenset({error.diagnostic.code})
    for data in made.values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".xhtml")):
                    etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))
    assert composed.pages.pages
    return _codes(report)


def reads_front_matter(data: bytes) -> Features:
    """Metadata in YAML before a text."""
    return reads("markdown", "x.md")(b"---\n" + data + b"\n---\n\n# x\n")


# --- files beside documents ------------------------------------------------------------------------------------------


def reads_style(data: bytes) -> Features:
    """A style is refused as such, or a page can be set in it."""
    from convert.pipeline import compose

    document = Document((para("会议指出，要坚持问题导向。" * 5), para("附件", role="attachments")))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "style.toml"
        path.write_bytes(data)
        report = Report("x")
        try:
            composed = compose(document, "x.md", Options(style=str(path), fonts="bundled"), report)
            assert composed.pages.pages, "no pages"
        except ConvertError as error:
            assert isinstance(error, StyleError), f"{error.diagnostic.code} is no fault of a style"
            return frozenset({error.diagnostic.code})
    return _codes(report) | {"set"}


def reads_sidecar(data: bytes) -> Features:
    """A file of metadata; its first byte tells the suffix."""
    from convert.reading.metadata import make_meta
    from convert.reading.sidecar import SUFFIXES, read_sidecar

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"meta{_one_of(SUFFIXES, data)}"
        path.write_bytes(data[1:])
        report = Report("x")
        try:
            found = read_sidecar(path).of("x.md")
        except UsageError as error:
            return frozenset({error.diagnostic.code})
        meta = make_meta(found or {}, report)
        check_report(report)
        encode(Document((para("x"),), meta))
    return _codes(report) | {path.suffix}


def reads_records(data: bytes) -> Features:
    """A file of records; its first byte tells the suffix. Their names are safe."""
    from convert.bulk.records import read_records

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{_one_of(('.jsonl', '.csv', '.jsonl.gz', '.jsonl.zst', '.parquet'), data)}"
        path.write_bytes(data[1:])
        found = {path.suffix}
        try:
            for record in read_records(str(path), "text", "id"):
                check_name(record.name)
                found.add(_told(record.source))
        except ConvertError as error:
            found.add(error.diagnostic.code)
    return frozenset(found)


def _told(source: Source) -> str:
    """Why a source cannot be read; how long it is where it can."""
    try:
        return str(len(source.read()))
    except ConvertError as error:
        return error.diagnostic.code


def reads_archive(data: bytes) -> Features:
    """An archive of inputs; its first byte tells the suffix. Their names stay below the folder of the outputs."""
    from convert.bulk.archives import members, safe_path
    from convert.bulk.containers import release

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{_one_of(('.zip', '.tar', '.tar.gz', '.tar.xz'), data)}"
        path.write_bytes(data[1:])
        found = {path.suffix}
        try:
            for name, member in members(str(path), USUAL):
                check_name(safe_path(name))
                found.add(_told(member))
        except ConvertError as error:
            found.add(error.diagnostic.code)
        finally:
            release()
    return frozenset(found)


def check_name(name: str) -> None:
    """A name of an output leads nowhere else, and a file can bear it."""
    parts = PurePosixPath(name).parts
    assert parts and not PurePosixPath(name).is_absolute() and ".." not in parts, f"leads elsewhere: {name!r}"
    assert "\x00" not in name and "\\" not in name and all(len(part.encode()) <= 255 for part in parts), f"{name!r}"


def _one_of(suffixes: tuple[str, ...], data: bytes) -> str:
    return suffixes[data[0] % len(suffixes) if data else 0]


# --- finished files --------------------------------------------------------------------------------------------------


def judges(name: str) -> Check:
    """A finished file is judged, or told to be unreadable."""

    def check(data: bytes) -> Features:
        from convert.checking import check_bytes
        from convert.checks.rules import RULES

        report = Report(name)
        try:
            found = check_bytes(data, name, OPTIONS, report, RULES)
        except ConvertError as error:
            return frozenset({error.diagnostic.code})
        check_report(report)
        return frozenset(finding.rule.id for finding in found) | _codes(report)

    return check
