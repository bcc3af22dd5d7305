"""What a form shows: the words in its fields."""

from __future__ import annotations

from typing import Any

from convert.model import Inline, LineBreak, Text
from convert.reading.html.context import Context
from convert.reading.html.styles import Style

_BOXES = {True: "☑", False: "☐"}
_BUTTONS = {"submit": "Submit", "reset": "Reset"}


def field(element: Any, style: Style, context: Context) -> list[Inline]:
    """An `input`: its value, else the words that stand in for one; a box is a box."""
    kind = (element.get("type") or "").strip().lower()
    if kind in ("checkbox", "radio"):
        return [Text(_BOXES["checked" in element.attrib])]
    if kind in ("password", "file", "color", "range"):
        return []
    if kind == "image":
        return _spaced(element.get("alt"))
    return _spaced(element.get("value") or element.get("placeholder") or _BUTTONS.get(kind))


def choice(element: Any, style: Style, context: Context) -> list[Inline]:
    """A `select`: the options that it shows."""
    options = list(element.iter("option"))
    chosen = [option for option in options if "selected" in option.attrib]
    if "multiple" in element.attrib or (element.get("size") or "1") != "1":
        chosen = options
    made: list[Inline] = []
    for option in chosen or options[:1]:
        made += [LineBreak()] * bool(made)
        made += _spaced("".join(option.itertext()))
    return made


def area(element: Any, style: Style, context: Context) -> list[Inline]:
    """A `textarea`: its lines."""
    text = element.text or element.get("placeholder") or ""
    made: list[Inline] = []
    for line in text.strip("\n").split("\n"):
        made += [LineBreak()] * bool(made)
        made += [Text(line)] * bool(line)
    return [Text(" "), *made, Text(" ")]


def _spaced(text: str | None) -> list[Inline]:
    """The words of a field, apart from those around it."""
    return [Text(f" {text.strip()} ")] if text and text.strip() else []
