"""What a pandoc document looks like as JSON: the constructors of pandoc-types 1.21 to 1.23, and the check against them.

Written after https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html: a constructor is an
object `{"t": name, "c": contents}`; one without fields has no `c`, one with several has them as a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from convert.diagnostics import InputError

Shape: TypeAlias = "str | type | _List | _Fields | _Map | _Maybe"
"""What a value must be: the name of a type of pandoc's, a type of JSON's, or a combination."""

_Step: TypeAlias = "tuple[_Step, str | int] | None"  # the way to a value: the way to what holds it, and the key in that


class _List(NamedTuple):
    of: Shape


class _Fields(NamedTuple):
    of: tuple[Shape, ...]


class _Map(NamedTuple):
    of: Shape


class _Maybe(NamedTuple):
    of: Shape


_INLINES = _List("Inline")
_BLOCKS = _List("Block")
_ROWS = _List("Row")
_ATTR = _Fields((str, _List(str), _List(_Fields((str, str)))))
_TARGET = _Fields((str, str))
_CAPTION = _Fields((_Maybe(_INLINES), _BLOCKS))

_CELL = _Fields((_ATTR, "Alignment", int, int, _BLOCKS))
_BODY = _Fields((_ATTR, int, _ROWS, _ROWS))
_HEAD_OR_FOOT = _Fields((_ATTR, _ROWS))
_TABLE = _Fields(
    (_ATTR, _CAPTION, _List(_Fields(("Alignment", "ColWidth"))), _HEAD_OR_FOOT, _List(_BODY), _HEAD_OR_FOOT)
)

_ALIASES: dict[str, Shape] = {"Row": _Fields((_ATTR, _List(_CELL)))}

_CONSTRUCTORS: dict[str, dict[str, Shape | None]] = {
    "Block": {
        "Plain": _INLINES,
        "Para": _INLINES,
        "LineBlock": _List(_INLINES),
        "CodeBlock": _Fields((_ATTR, str)),
        "RawBlock": _Fields((str, str)),
        "BlockQuote": _BLOCKS,
        "OrderedList": _Fields((_Fields((int, "ListNumberStyle", "ListNumberDelim")), _List(_BLOCKS))),
        "BulletList": _List(_BLOCKS),
        "DefinitionList": _List(_Fields((_INLINES, _List(_BLOCKS)))),
        "Header": _Fields((int, _ATTR, _INLINES)),
        "HorizontalRule": None,
        "Table": _TABLE,
        "Figure": _Fields((_ATTR, _CAPTION, _BLOCKS)),
        "Div": _Fields((_ATTR, _BLOCKS)),
        "Null": None,
    },
    "Inline": {
        "Str": str,
        "Emph": _INLINES,
        "Underline": _INLINES,
        "Strong": _INLINES,
        "Strikeout": _INLINES,
        "Superscript": _INLINES,
        "Subscript": _INLINES,
        "SmallCaps": _INLINES,
        "Quoted": _Fields(("QuoteType", _INLINES)),
        "Cite": _Fields((_List("Citation"), _INLINES)),
        "Code": _Fields((_ATTR, str)),
        "Space": None,
        "SoftBreak": None,
        "LineBreak": None,
        "Math": _Fields(("MathType", str)),
        "RawInline": _Fields((str, str)),
        "Link": _Fields((_ATTR, _INLINES, _TARGET)),
        "Image": _Fields((_ATTR, _INLINES, _TARGET)),
        "Note": _BLOCKS,
        "Span": _Fields((_ATTR, _INLINES)),
    },
    "MetaValue": {
        "MetaMap": _Map("MetaValue"),
        "MetaList": _List("MetaValue"),
        "MetaBool": bool,
        "MetaString": str,
        "MetaInlines": _INLINES,
        "MetaBlocks": _BLOCKS,
    },
    "Alignment": dict.fromkeys(("AlignLeft", "AlignRight", "AlignCenter", "AlignDefault")),
    "ColWidth": {"ColWidth": float, "ColWidthDefault": None},
    "ListNumberStyle": dict.fromkeys(
        ("DefaultStyle", "Example", "Decimal", "LowerRoman", "UpperRoman", "LowerAlpha", "UpperAlpha")
    ),
    "ListNumberDelim": dict.fromkeys(("DefaultDelim", "Period", "OneParen", "TwoParens")),
    "QuoteType": dict.fromkeys(("SingleQuote", "DoubleQuote")),
    "MathType": dict.fromkeys(("DisplayMath", "InlineMath")),
    "CitationMode": dict.fromkeys(("AuthorInText", "SuppressAuthor", "NormalCitation")),
}

_RECORDS: dict[str, dict[str, Shape]] = {
    "Citation": {
        "citationId": str,
        "citationPrefix": _INLINES,
        "citationSuffix": _INLINES,
        "citationMode": "CitationMode",
        "citationNoteNum": int,
        "citationHash": int,
    },
}

_DOCUMENT: dict[str, Shape] = {"meta": _Map("MetaValue"), "blocks": _BLOCKS}

_NAMES = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


BLOCKS, INLINES, META_VALUES = (frozenset(_CONSTRUCTORS[name]) for name in ("Block", "Inline", "MetaValue"))
"""The names of the constructors that become something by themselves."""


def check(document: dict[str, Any]) -> None:
    """Make sure that `meta` and `blocks` of a document are what pandoc would write. Iterative: depth does not matter.

    Raises InputError (`json-pandoc-invalid`) with the path of the first value that is not.
    """
    stack: list[tuple[Shape, Any, _Step]] = [
        (shape, document.get(key), (None, key)) for key, shape in reversed(_DOCUMENT.items())
    ]
    while stack:
        shape, value, path = stack.pop()
        stack.extend(reversed(list(_below(shape, value, path))))


def invalid(reason: str, path: _Step = None) -> InputError:
    """The refusal of a document because of what is at `path`."""
    steps: list[str] = []
    while path is not None:
        path, step = path
        steps.append(f"[{step}]" if isinstance(step, int) else f".{step}")
    return InputError("json-pandoc-invalid", path="".join(reversed(steps)).lstrip(".") or "the document", reason=reason)


def _below(shape: Shape, value: Any, path: _Step) -> Iterator[tuple[Shape, Any, _Step]]:
    """What the value holds, with the shapes that are due there."""
    match shape:
        case str():
            yield from _below_named(shape, value, path)
        case type():
            _check_type(value, shape, path)
        case _List(of):
            yield from ((of, part, (path, n)) for n, part in enumerate(_check_type(value, list, path)))
        case _Fields(of):
            if len(_check_type(value, list, path)) != len(of):
                raise invalid(f"{len(of)} values expected, {len(value)} found", path)
            yield from ((of[n], part, (path, n)) for n, part in enumerate(value))
        case _Map(of):
            yield from ((of, part, (path, key)) for key, part in _check_type(value, dict, path).items())
        case _Maybe(of):
            if value is not None:
                yield of, value, path


def _below_named(name: str, value: Any, path: _Step) -> Iterator[tuple[Shape, Any, _Step]]:
    if name in _ALIASES:
        yield _ALIASES[name], value, path
        return
    _check_type(value, dict, path)
    if name in _RECORDS:
        for key, shape in _RECORDS[name].items():
            yield shape, value.get(key), (path, key)
        return
    tag = value.get("t")
    constructors = _CONSTRUCTORS[name]
    if not isinstance(tag, str) or tag not in constructors:
        raise invalid(f"{name} expected, {_shown(tag)} found", (path, "t"))
    contents = constructors[tag]
    if contents is not None:
        yield contents, value.get("c"), (path, "c")


def _check_type(value: Any, kind: type, path: _Step) -> Any:
    """The value, if it is of the kind. JSON's true is no number, and its 1 is a number with a fraction of nothing."""
    fits = isinstance(value, (int, float) if kind is float else kind)
    if not fits or (isinstance(value, bool) and kind is not bool):
        raise invalid(f"{_NAMES[kind]} expected, {_shown(value)} found", path)
    return value


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"“{value[:40]}”"
    return _NAMES[type(value)]
