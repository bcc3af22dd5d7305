"""Official elements of real documents, against a table that was made by hand (gongwen.toml): title, recipients, headings
with their levels, signature, date, attachments and the rest. At least 95 in 100 are right, and nothing else is found."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.model import Document, Heading, Para, Span
from convert.model.build import para
from convert.model.walk import plain
from convert.passes.roles import recognise_roles
from convert.passes.roles.numbering import number_of
from convert.pipeline import read_document
from tests.corpora import corpus

TABLE = tomllib.loads((Path(__file__).parent / "gongwen.toml").read_text("utf-8"))["file"]
LEAST = 0.95
_NOT_RECOGNISED = frozenset({"caption", "quote", "list", "toc", "formula", "cell", "header-cell"})
"""Roles that readers give for markup."""


def read(entry: dict[str, Any]) -> Document:
    path = corpus(entry["path"])
    data, name = path.read_bytes(), path.name
    if entry.get("bare"):
        lines = (
            re.sub(r"^#+\s*", "", line) for line in data.decode("utf-8").split("\n") if not line.startswith("<!--")
        )
        data, name = "\n".join(lines).encode(), f"{path.stem}.txt"
    return read_document(data, name, Options(), Report(name), path.parent)


def found(document: Document) -> dict[str, list[str]]:
    """What the document has, in the words of the table."""
    seen: dict[str, list[str]] = {}
    for block in document.blocks:
        text = plain(block, notes=False).strip()
        if isinstance(block, Heading):
            seen.setdefault("heading", []).append(f"{block.level} {block.number}{text}")
        elif isinstance(block, Para):
            first = block.children[0] if block.children else None
            if isinstance(first, Span) and first.role.startswith("heading"):
                seen.setdefault("run-in", []).append(f"{first.role[-1]} {plain(first).strip()}")
            if isinstance(first, Span) and first.role == "article":
                seen.setdefault("article", []).append(plain(first))
            if block.role and block.role not in _NOT_RECOGNISED:
                seen.setdefault(block.role, []).append(text)
    return seen


def compare(entry: dict[str, Any], seen: dict[str, list[str]]) -> Iterator[tuple[str, bool]]:
    """Each thing that is expected or found, and whether it is both."""
    wanted = {key: value for key, value in entry.items() if isinstance(value, list)}
    for role in {*wanted, *seen} - {"article"}:
        rest = list(seen.get(role, ()))
        for beginning in wanted.get(role, ()):
            hit = next((text for text in rest if text.startswith(beginning)), None)
            yield f"{role} missed: {beginning}", hit is not None
            if hit is not None:
                rest.remove(hit)
        yield from ((f"{role} not there: {text[:30]}", False) for text in rest)
    if "articles" in entry or "article" in seen:
        count = len(seen.get("article", ()))
        yield f"articles: {count}, not {entry.get('articles', 0)}", count == entry.get("articles", 0)


def test_official_elements_are_recognised(capsys: pytest.CaptureFixture[str]) -> None:
    right = total = 0
    wrong: list[str] = []
    kinds: dict[str, list[int]] = {}
    for entry in TABLE:
        for what, fits in compare(entry, found(read(entry))):
            total, right = total + 1, right + fits
            kind = kinds.setdefault(re.split("[ :]", what)[0], [0, 0])
            kind[0], kind[1] = kind[0] + fits, kind[1] + 1
            wrong += [] if fits else [f"{entry['path']}: {what}"]
    with capsys.disabled():
        print(f"\nofficial elements: {right} of {total} right ({right / total:.1%}) in {len(TABLE)} documents")
        print("  " + ", ".join(f"{kind} {good}/{all_}" for kind, (good, all_) in sorted(kinds.items())))
        print("".join(f"  wrong: {line}\n" for line in wrong), end="")
    assert len(TABLE) >= 30
    assert right / total >= LEAST


def test_chapters_of_laws_are_recognised(capsys: pytest.CaptureFixture[str]) -> None:
    """Laws whose Markdown marks chapters and sections: without the marks, the same lines are headings. (What the files
    leave unmarked but prints as a heading is counted as wrong here.)"""
    path = corpus("jsonl/zh-laws-md.jsonl")
    marked = hit = extra = levels = 0
    for line in path.read_text("utf-8").splitlines():
        texts = [text.strip() for text in json.loads(line)["md"].split("\n")]
        texts = [text for text in texts if text and not text.startswith("<!--")]
        marks = [len(text) - len(text.lstrip("#")) for text in texts]
        bare = [text.lstrip("# ") for text in texts]
        wanted = {at: level for at, level in enumerate(marks) if level and number_of(bare[at])}
        document = recognise_roles(Document(tuple(map(para, bare))), Report())
        got = {at: block.level for at, block in enumerate(document.blocks) if isinstance(block, Heading)}
        top = min(wanted.values(), default=0)
        marked, hit = marked + len(wanted), hit + len(wanted.keys() & got.keys())
        extra += len([at for at in got if not marks[at]])
        levels += sum(wanted[at] - top + 1 == got[at] for at in wanted.keys() & got.keys())
    with capsys.disabled():
        print(f"\nchapters of laws: {hit} of {marked} found, {levels} at their level; {extra} other headings")
    assert hit >= LEAST * marked
    assert levels == hit
    assert extra <= 0.2 * marked
