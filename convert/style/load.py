"""Find a style, read it, merge it with what it extends."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from convert.diagnostics import StyleError
from convert.kit.resources import styles_folder
from convert.style.schema import FontSection, RoleSection, SpanSection, StyleFile

_MAX_EXTENDS = 8
_MOST = 10_000
_NAMED = {"fonts": FontSection, "roles": RoleSection, "spans": SpanSection}


def style_names() -> list[str]:
    """The names of the styles that come with Triptych."""
    return sorted(path.stem for path in styles_folder().glob("*.toml"))


def load_style(name: str, settings: tuple[str, ...] = ()) -> StyleFile:
    """The style file of that name (or path), with its parents merged in and `settings` (`key.path=value`) on top.

    Raises StyleError: `style-not-found`, `style-syntax`, `style-value`, `style-extends`, `setting-syntax`.
    """
    table = _with_parents(name, 0)
    for setting in settings:
        _set(table, setting)
    return _checked(table, name)


def style_text(name: str, settings: tuple[str, ...] = ()) -> str:
    """All that a style says, its parents and `settings` with it, in one form: the same for styles that say the same.

    Raises StyleError: see `load_style`.
    """
    return msgspec.json.encode(load_style(name, settings), order="sorted").decode()


def _with_parents(name: str, depth: int) -> dict[str, Any]:
    path = _locate(name)
    table = _parse(path)
    _checked(table, str(path))
    parent = table.get("extends")
    if parent is None:
        return table
    if re.search(r"[/\\:\0]|\.toml$", parent):
        raise StyleError(
            "style-value",
            style=path,
            key="extends",
            reason=f"expected the name of a style, or of a file beside this one without .toml; got {parent!r}",
        )
    if depth >= _MAX_EXTENDS:
        raise StyleError("style-extends", style=name, parent=parent)
    beside = path.parent / f"{parent}.toml"
    base = _with_parents(str(beside) if beside.is_file() and beside != path else parent, depth + 1)
    return _overlay(base, table)


def _locate(name: str) -> Path:
    path = Path(name) if name.endswith(".toml") else styles_folder() / f"{name}.toml"
    if not path.is_file():
        raise StyleError("style-not-found", style=name, known=", ".join(style_names()))
    return path


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise StyleError("style-syntax", style=path, reason=str(error)) from None


def _overlay(base: dict[str, Any], top: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in top.items():
        under = merged.get(key)
        merged[key] = _overlay(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return merged


def _set(table: dict[str, Any], setting: str) -> None:
    key, equals, value = setting.partition("=")
    if not equals or not re.fullmatch(r"[\w-]+(\.[\w-]+)*", key):
        raise StyleError("setting-syntax", setting=setting)
    *path, last = key.split(".")
    for name in path:
        table = table.setdefault(name, {})
        if not isinstance(table, dict):
            raise StyleError("setting-syntax", setting=setting)
    table[last] = _value(value)


def _value(text: str) -> Any:
    """A TOML value; a bare word is a string."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _checked(table: dict[str, Any], name: str) -> StyleFile:
    _check_numbers(table, name)
    for group, kind in _NAMED.items():
        for key, section in _table(table.get(group)).items():
            _converted(section, kind, name, f"{group}.{key}")
    file: StyleFile = _converted(table, StyleFile, name, "")
    return file


def _check_numbers(table: dict[str, Any], name: str) -> None:
    """Raise StyleError (`style-value`) for a number that no length, weight or count can be: sums and quotients of such
    have no meaning either."""
    waiting: list[tuple[str, Any]] = list(table.items())
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{key}.{below}", each) for below, each in value.items()]
        elif isinstance(value, int | float) and not abs(value) <= _MOST:  # so that "not a number" is caught, too
            reason = f"expected a number from -{_MOST} to {_MOST}, got {value:.10g}"
            raise StyleError("style-value", style=name, key=key, reason=reason)


def _converted(value: Any, kind: type, name: str, prefix: str) -> Any:
    """`value` as a `kind`. Named tables are converted one by one first: the library's own path leaves names out."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        told, _, where = str(error).partition(" - at `$")
        key = f"{prefix}{where.strip('`')}".strip(".")
        raise StyleError("style-value", style=name, key=key or "(top level)", reason=_reason(told)) from None


_KINDS = {
    "float": "a number",
    "int": "a whole number",
    "str": "a text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}
_EXPECTED = re.compile(r"Expected `([^`]*)`, got `([^`]*)`")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]*)`")


def _reason(told: str) -> str:
    """What the library says of a value, in words of a style file."""
    expected, unknown = _EXPECTED.fullmatch(told), _UNKNOWN.fullmatch(told)
    if expected:
        wanted = [_KINDS.get(kind, kind) for kind in expected[1].split(" | ") if kind != "null"]
        return f"expected {' or '.join(wanted)}, got {_KINDS.get(expected[2], expected[2])}"
    return f"there is no key {unknown[1]!r}" if unknown else told


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
