"""The one table of formats. Targets are named as strings, so that looking at it loads no reader and no writer."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from os import PathLike
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from convert.diagnostics import InputError, UsageError
from convert.kit.signatures import BINARY, kind_of

if TYPE_CHECKING:
    from convert.diagnostics import Report
    from convert.layout.composition import Composition
    from convert.model import Document
    from convert.reading.source import Source

    Preparation = Callable[[Source, Report], Source]
    Reader = Callable[[Source, Report], Document]
    Writer = Callable[[Composition], bytes]


class InputFormat(NamedTuple):
    """A format that can be read. `target` is `module:function`, a `Reader`; `marker`: what an input's first bytes hold
    that has a suffix of this format and of another one; `kinds`: what its inputs are by their content, as
    `convert.kit.signatures` names it; `prepare`: `module:function`, a `Preparation` of the source for the reader."""

    name: str
    suffixes: tuple[str, ...]
    target: str
    about: dict[str, str]
    marker: bytes = b""
    kinds: tuple[str, ...] = ()
    prepare: str = ""


class OutputFormat(NamedTuple):
    """A format that can be written. `target` is `module:function`, a `Writer`; `prints`: whether it shows a document's
    printable form, not what was understood of it; `paged`: whether it cannot be written without the pages of the layout."""

    name: str
    suffix: str
    target: str
    media_type: str
    about: dict[str, str]
    prints: bool = True
    paged: bool = False


INPUTS = {
    f.name: f
    for f in (
        InputFormat("text", (".txt", ".text"), "convert.readers.text:read", {"en": "plain text", "zh": "纯文本"}, kinds=("text",)),
        InputFormat("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdwn", ".mdtext", ".mdx", ".rmd", ".qmd"), "convert.readers.markdown:read", {"en": "Markdown (CommonMark, GFM)", "zh": "Markdown（CommonMark、GFM）"}),
        InputFormat("html", (".html", ".htm", ".xhtml", ".xht", ".shtml"), "convert.readers.html:read", {"en": "web page", "zh": "网页"}, kinds=("html",)),
        InputFormat("mhtml", (".mht", ".mhtml"), "convert.readers.html:read", {"en": "web archive (MHTML)", "zh": "网页存档（MHTML）"}, kinds=("mhtml",), prepare="convert.reading.mhtml:as_html"),
        InputFormat("docx", (".docx", ".docm", ".dotx", ".dotm"), "convert.readers.docx:read", {"en": "Word document", "zh": "Word 文档"}, kinds=("docx", "encrypted")),
        InputFormat("office", (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott"), "convert.readers.docx:read", {"en": "Word 97–2003, WPS, RTF, OpenDocument (by LibreOffice)", "zh": "Word 97–2003、WPS、RTF、OpenDocument（借助 LibreOffice）"}, kinds=("doc", "works", "ole", "rtf", "odt", "word-xml"), prepare="convert.reading.office:as_docx"),
        InputFormat("json", (".json",), "convert.readers.json:read", {"en": "Triptych's document model", "zh": "Triptych 文档模型"}),
        InputFormat("json-pandoc", (".json",), "convert.readers.pandoc:read", {"en": "pandoc's syntax tree (pandoc -t json)", "zh": "pandoc 语法树（pandoc -t json）"}, b'"pandoc-api-version"'),
    )
}  # fmt: skip

OUTPUTS = {
    f.name: f
    for f in (
        OutputFormat("pdf", ".pdf", "convert.writers.pdf:write", "application/pdf", {"en": "tagged PDF/A-2a, PDF/UA-1", "zh": "带标签的 PDF/A-2a、PDF/UA-1"}, paged=True),
        OutputFormat("docx", ".docx", "convert.writers.docx:write", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"en": "Word document", "zh": "Word 文档"}),
        OutputFormat("epub", ".epub", "convert.writers.epub:write", "application/epub+zip", {"en": "EPUB 3.3", "zh": "EPUB 3.3"}),
        OutputFormat("json", ".json", "convert.writers.json:write", "application/json", {"en": "Triptych's document model", "zh": "Triptych 文档模型"}, prints=False),
        OutputFormat("json-pandoc", ".pandoc.json", "convert.writers.pandoc:write", "application/json", {"en": "pandoc's syntax tree", "zh": "pandoc 语法树"}, prints=False),
    )
}  # fmt: skip

_HEAD = 4096  # bytes of an input that a marker is looked for in

DEFAULT_OUTPUTS = ("pdf", "docx", "epub")


def input_format(name: str, path: str, data: bytes = b"") -> InputFormat:
    """The format called `name`, or, if that is empty, the one of the path's suffix; where two share it, or none of that
    suffix looks like that, `data` tells.

    Raises UsageError (`format-unknown`) for a name, InputError (`format-unrecognised`) for a suffix that is not known.
    """
    if name:
        if name not in INPUTS:
            raise UsageError("format-unknown", format=name, known=", ".join(INPUTS))
        return INPUTS[name]
    suffix = PurePath(path).suffix.lower()
    candidates = [candidate for candidate in INPUTS.values() if suffix in candidate.suffixes]
    told = _by_content(data, candidates)
    if told:
        return told
    if not candidates:
        raise InputError("format-unrecognised", path=path, known=", ".join(INPUTS))
    marked = [candidate for candidate in candidates if candidate.marker and candidate.marker in data[:_HEAD]]
    return (marked or candidates)[0]


def _by_content(data: bytes, candidates: list[InputFormat]) -> InputFormat | None:
    """The format that an input shows to be, against its suffix: what is binary is not taken for text, nor text for it."""
    kind = kind_of(data)
    told = next((found for found in INPUTS.values() if kind in found.kinds), None)
    if told is None or told in candidates:
        return None
    if not candidates:
        return told if kind != "text" else None
    is_binary = any(BINARY.intersection(candidate.kinds) for candidate in candidates)
    return told if is_binary or kind in BINARY else None


def output_format(name: str) -> OutputFormat:
    """The format called `name`, with or without a dot in front. Raises UsageError (`format-unknown`)."""
    key = name.lower().removeprefix(".")
    if key not in OUTPUTS:
        raise UsageError("format-unknown", format=name, known=", ".join(OUTPUTS))
    return OUTPUTS[key]


def output_format_of(path: str | PathLike[str]) -> OutputFormat | None:
    """The format that a file's name asks for by its suffix, the longest one counting; None where there is none."""
    name = PurePath(path).name.lower()
    fitting = [f for f in OUTPUTS.values() if name.endswith(f.suffix)]
    return max(fitting, key=lambda f: len(f.suffix), default=None)


def load_reader(found: InputFormat) -> Reader:
    """The reader's function, with what prepares its source; imports its module."""
    read: Reader = _load(found.target)
    if not found.prepare:
        return read
    prepare: Preparation = _load(found.prepare)
    return lambda source, report: read(prepare(source, report), report)


def load_writer(found: OutputFormat) -> Writer:
    """The writer's function; imports its module."""
    write: Writer = _load(found.target)
    return write


def _load(target: str) -> Any:
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)
