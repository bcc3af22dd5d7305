"""What went wrong, where, and what to do about it: data, never printed on the spot.

    ConvertError
    ├── InputError      the document cannot be read or converted          exit 1
    ├── OutputError     the result cannot be written                      exit 1
    ├── StyleError      a style or a setting is wrong                     exit 2
    └── UsageError      the command was called wrongly (raised by the CLI) exit 2

Every message comes from one table, `convert.catalogue`, in English and Chinese; code, JSON keys and exit codes are
never translated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

import msgspec

from convert.catalogue import CATALOGUE, Language
from convert.edits import EditLog

Severity = Literal["error", "warning", "info"]


class Pos(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A place in a source: 1-based `line` and `column` in characters, and the byte span `[start, end)`.

    Sources without lines (DOCX, EPUB) say the place in words instead: `place="paragraph 14"`.
    Zero and -1 stand for "not known".
    """

    line: Annotated[int, msgspec.Meta(ge=0)] = 0
    column: Annotated[int, msgspec.Meta(ge=0)] = 0
    start: Annotated[int, msgspec.Meta(ge=-1)] = -1
    end: Annotated[int, msgspec.Meta(ge=-1)] = -1
    place: str = ""

    def __str__(self) -> str:
        if self.line:
            return f"{self.line}:{self.column}" if self.column else str(self.line)
        return self.place


class Diagnostic(msgspec.Struct, frozen=True):
    """One finding. `code` is a stable word of the catalogue; `args` fill the places of its message."""

    code: str
    severity: Severity
    args: dict[str, str] = {}
    pos: Pos | None = None
    count: int = 1

    def message(self, language: Language = "en") -> str:
        """The sentence a reader sees; of a code that another version wrote down, what came with it."""
        if self.code not in CATALOGUE:
            return ", ".join(f"{name}: {value}" for name, value in self.args.items())
        return CATALOGUE[self.code].message[language].format_map(_Args(self.args))

    def hint(self, language: Language = "en") -> str:
        """What the reader can do about it; empty where nothing needs doing."""
        return CATALOGUE[self.code].hint[language].format_map(_Args(self.args)) if self.code in CATALOGUE else ""


class _Args(dict[str, str]):
    """What fills the places of a message. One that another version did not know stays as it is."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def diagnostic(code: str, pos: Pos | None = None, **args: object) -> Diagnostic:
    """Make a diagnostic with the severity that the catalogue gives its code.

    Raises KeyError for a code that is not in the catalogue.
    """
    return Diagnostic(code, CATALOGUE[code].severity, {k: _whole(str(v)) for k, v in args.items()}, pos)


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs (from JSON, or a file's name): neither JSON nor a terminal takes them."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def encode_findings(found: Iterable[Diagnostic]) -> str:
    """Findings as JSON, for a journal."""
    return msgspec.json.encode(list(found)).decode()


def decode_findings(text: str) -> tuple[Diagnostic, ...]:
    """The findings that `encode_findings` wrote. Raises ValueError."""
    return msgspec.json.decode(text, type=tuple[Diagnostic, ...])


class Report:
    """All that was found while one document was converted. One is made for each document and passed on.

    `name` is the input as the user wrote it; `edits` is the reversible log of what was changed in its text; `resources` says of each
    file that the document named, by its address, what it was (see `convert.kit.surroundings`).
    """

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.diagnostics: list[Diagnostic] = []
        self.edits = EditLog()
        self.resources: dict[str, str] = {}

    def add(self, code: str, pos: Pos | None = None, **args: object) -> None:
        """Record a finding; see `diagnostic`."""
        self.diagnostics.append(diagnostic(code, pos, **args))

    def add_often(self, code: str, times: int, pos: Pos | None = None, **args: object) -> None:
        """Record a finding that was made so many times from `pos` on."""
        self.diagnostics.append(msgspec.structs.replace(diagnostic(code, pos, **args), count=times))

    def folded(self) -> list[Diagnostic]:
        """The findings with repeats folded into their first occurrence, in order of appearance."""
        found: dict[tuple[str, str, tuple[tuple[str, str], ...]], Diagnostic] = {}
        for d in self.diagnostics:
            key = (d.code, d.severity, tuple(sorted(d.args.items())))
            first = found.get(key)
            found[key] = d if first is None else msgspec.structs.replace(first, count=first.count + d.count)
        return list(found.values())

    def of(self, severity: Severity) -> Iterator[Diagnostic]:
        """The findings of one severity."""
        return (d for d in self.diagnostics if d.severity == severity)


class ConvertError(Exception):
    """A conversion that cannot go on. Carries one diagnostic; `exit_code` is what the command ends with."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, pos: Pos | None = None, **args: object) -> None:
        self.diagnostic = diagnostic(code, pos, **args)
        super().__init__(self.diagnostic.message())

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.diagnostic)


class InputError(ConvertError):
    """The input cannot be read or converted."""


class OutputError(ConvertError):
    """The result cannot be written."""


class StyleError(ConvertError):
    """A style file or a setting is wrong."""

    exit_code = 2


class UsageError(ConvertError):
    """The command was called wrongly."""

    exit_code = 2


def _again(kind: type[ConvertError], found: Diagnostic) -> ConvertError:
    """An error as it was before it was sent to another process."""
    error = kind.__new__(kind, found.message())
    error.diagnostic = found
    return error
