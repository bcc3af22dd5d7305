"""Where the program can tell an error, and which of those places transcripts come to.

A branch is a call in convert/ that makes an error: of `ConvertError` or one that it is the base of, of `diagnostic` with the code of an error, or of a function that returns such an
error. Each is told by file, function and code, so that a line added above it changes nothing.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest

from convert import diagnostics
from convert.catalogue import CATALOGUE, Entry

ROOT = Path(diagnostics.__file__).resolve().parent
_NEAR = 4  # callers that are looked at: one that makes an error is at most so far from the one that asks for it


class Branch(NamedTuple):
    """One place that makes an error, on the lines from `first` to `last`.

    `word` is the code that it names; where another function knows the code, the first word that it is given, or `*`.
    """

    path: str
    function: str
    word: str
    first: int
    last: int

    @property
    def name(self) -> str:
        """What it is called where it is excepted."""
        return f"{self.path}:{self.function}:{self.word}"


def branches() -> list[Branch]:
    """All of the package."""
    trees = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in ROOT.rglob("*.py")}
    kinds = _kinds(trees)
    makers = kinds | {
        node.name
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.Name) and node.returns.id in kinds
    }
    return [
        found for path, tree in trees.items() if path != "diagnostics.py" for found in _branches(path, tree, makers)
    ]


def _kinds(trees: dict[str, ast.Module]) -> set[str]:
    kinds, before = {"ConvertError"}, 0
    classes = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    while len(kinds) > before:
        before = len(kinds)
        kinds |= {node.name for node in classes if any(isinstance(b, ast.Name) and b.id in kinds for b in node.bases)}
    return kinds


def _branches(path: str, tree: ast.Module, makers: set[str]) -> Iterator[Branch]:
    waiting: list[tuple[ast.AST, str]] = [(tree, "")]
    while waiting:
        node, function = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            function = f"{function}.{node.name}".lstrip(".")
        waiting += [(child, function) for child in ast.iter_child_nodes(node)]
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        codes = _codes(node)
        if called in makers or (called == "diagnostic" and codes):
            words = codes or [_word(node)]
            yield from (Branch(path, function, word, node.lineno, node.end_lineno or node.lineno) for word in words)


def _codes(call: ast.Call) -> list[str]:
    """The codes of errors that a call names: two where it chooses."""
    named = ast.walk(call.args[0]) if call.args else ()
    words = [node.value for node in named if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [word for word in words if word in CATALOGUE and CATALOGUE[word].severity == "error"]


def _word(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else "*"


class Record:
    """The errors that were made while it was watching: code, and the lines of the package that were being run."""

    def __init__(self) -> None:
        self.made: set[tuple[str, str, int]] = set()

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Note from here on what is made."""
        patch.setattr(diagnostics, "CATALOGUE", _Noting(self))

    def note(self, code: str, frame: FrameType | None) -> None:
        """Note that a diagnostic was made, and the lines that asked for it."""
        own = diagnostics.__file__
        while frame and frame.f_code.co_filename == own:
            frame = frame.f_back
        for _ in range(_NEAR):
            if frame is None or not Path(frame.f_code.co_filename).is_relative_to(ROOT):
                return
            self.made.add((code, Path(frame.f_code.co_filename).relative_to(ROOT).as_posix(), frame.f_lineno))
            frame = frame.f_back

    def reached(self, branch: Branch) -> bool:
        """Whether an error was made there."""
        return any(
            path == branch.path
            and branch.first <= line <= branch.last
            and (branch.word == code or branch.word not in CATALOGUE)
            for code, path, line in self.made
        )


class _Noting(dict[str, Entry]):
    """The catalogue, noting what is looked up in it to make a diagnostic."""

    def __init__(self, record: Record) -> None:
        super().__init__(CATALOGUE)
        self._record = record

    def __getitem__(self, code: str) -> Entry:
        frame = sys._getframe(1)
        if frame.f_code is diagnostics.diagnostic.__code__:
            self._record.note(code, frame)
        return super().__getitem__(code)
