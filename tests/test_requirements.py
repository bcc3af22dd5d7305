"""The lists of tested versions agree with what pyproject.toml allows, and with each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
_PIN = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
_BLOCK = re.compile(r"^[\w.-]+==.*(?:\n    .*)*", re.MULTILINE)


def asked(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for, with extras; those that name the project itself are unfolded."""
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in PROJECT["optional-dependencies"][extra])]
    return [wanted for wanted in map(Requirement, lines) if wanted.name != PROJECT["name"]]


def pinned(name: str) -> dict[str, Version]:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return {canonicalize_name(package): Version(version) for package, version in _PIN.findall(text)}


@pytest.mark.parametrize(("name", "extras"), [("run.txt", ()), ("test.txt", ("measure", "test"))])
def test_what_is_asked_for_is_pinned_to_a_version_that_is_allowed(name: str, extras: tuple[str, ...]) -> None:
    pins = pinned(name)
    for wanted in asked(*extras):
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)]), wanted


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_every_file_is_known_by_its_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    assert all("--hash=sha256:" in block for block in _BLOCK.findall(text))
    assert "://" not in text, "where files come from is the installer's to say"


def test_both_locks_have_the_same_versions() -> None:
    run, test = pinned("run.txt"), pinned("test.txt")
    assert {name: test.get(name) for name in run} == run


def test_the_lowest_versions_are_those_that_pyproject_names() -> None:
    pins = pinned("lowest.txt")
    for wanted in asked("measure", "test"):
        (least,) = (Version(part.version) for part in wanted.specifier if part.operator == ">=")
        assert pins[canonicalize_name(wanted.name)] == least, wanted


@pytest.mark.parametrize("wanted", asked("measure", "test", "bulk", "cloud", "cluster"), ids=str)
def test_every_dependency_has_its_line(wanted: Requirement) -> None:
    tables = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    rows = [line.split("|")[1] for line in tables.splitlines() if line.startswith("| ")]
    assert any(re.search(rf"\b{re.escape(wanted.name.lower())}\b", row) for row in rows)
