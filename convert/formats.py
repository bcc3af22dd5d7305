"""The one table of formats. Targets are named as strings, so that looking at it loads no reader and no writer."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from convert.diagnostics import InputError, UsageError

if TYPE_CHECKING:
    from convert.diagnostics import Report
    from convert.layout.composition import Composition
    from convert.model import Document

    Reader = Callable[[bytes, str, Report], Document]
    Writer = Callable[[Composition], bytes]


class InputFormat(NamedTuple):
    """A format that can be read. `target` is `module:function`, a `Reader`."""

    name: str
    suffixes: tuple[str, ...]
    target: str
    about: dict[str, str]


class OutputFormat(NamedTuple):
    """A format that can be written. `target` is `module:function`, a `Writer`."""

    name: str
    suffix: str
    target: str
    media_type: str
    about: dict[str, str]


INPUTS = {
    f.name: f
    for f in (
        InputFormat("text", (".txt", ".text"), "convert.readers.text:read", {"en": "plain text", "zh": "纯文本"}),
        InputFormat("json", (".json",), "convert.readers.json:read", {"en": "Triptych's document model", "zh": "Triptych 文档模型"}),
    )
}  # fmt: skip

OUTPUTS = {
    f.name: f
    for f in (
        OutputFormat("pdf", ".pdf", "convert.writers.pdf:write", "application/pdf", {"en": "tagged PDF/A-2a, PDF/UA-1", "zh": "带标签的 PDF/A-2a、PDF/UA-1"}),
        OutputFormat("docx", ".docx", "convert.writers.docx:write", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"en": "Word document", "zh": "Word 文档"}),
        OutputFormat("epub", ".epub", "convert.writers.epub:write", "application/epub+zip", {"en": "EPUB 3.3", "zh": "EPUB 3.3"}),
        OutputFormat("json", ".json", "convert.writers.json:write", "application/json", {"en": "Triptych's document model", "zh": "Triptych 文档模型"}),
    )
}  # fmt: skip

DEFAULT_OUTPUTS = ("pdf", "docx", "epub")


def input_format(name: str, path: str) -> InputFormat:
    """The format called `name`, or, if that is empty, the one of the path's suffix.

    Raises UsageError (`format-unknown`) for a name, InputError (`format-unrecognised`) for a suffix that is not known.
    """
    if name:
        if name not in INPUTS:
            raise UsageError("format-unknown", format=name, known=", ".join(INPUTS))
        return INPUTS[name]
    suffix = PurePath(path).suffix.lower()
    for candidate in INPUTS.values():
        if suffix in candidate.suffixes:
            return candidate
    raise InputError("format-unrecognised", path=path, known=", ".join(INPUTS))


def output_format(name: str) -> OutputFormat:
    """The format called `name`, with or without a dot in front. Raises UsageError (`format-unknown`)."""
    key = name.lower().removeprefix(".")
    if key not in OUTPUTS:
        raise UsageError("format-unknown", format=name, known=", ".join(OUTPUTS))
    return OUTPUTS[key]


def load_reader(found: InputFormat) -> Reader:
    """The reader's function; imports its module."""
    read: Reader = _load(found.target)
    return read


def load_writer(found: OutputFormat) -> Writer:
    """The writer's function; imports its module."""
    write: Writer = _load(found.target)
    return write


def _load(target: str) -> Any:
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)
