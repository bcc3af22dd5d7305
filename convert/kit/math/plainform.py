"""Formulas in the plain form of `presentation`, made from TeX or from any presentation MathML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from convert.kit.math.characters import MARKS
from convert.kit.math.latex import DEEPEST, LONGEST, to_mathml
from convert.kit.math.letters import in_alphabet
from convert.kit.math.presentation import ACCENTS, LIMITED, NAMESPACE, OPERATORS, characters
from convert.kit.xml import parse_xml

_LONGEST_MARKUP = 20 * LONGEST
_MOST_ELEMENTS = 5_000
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")
_SAME = {"^": "ˆ", "~": "˜", "―": "¯", "‾": "¯", "\u0304": "¯", "-": "¯", "−": "¯", "\u0331": "_"}
_SAME |= {combining: mark for mark, combining in MARKS.items()}
_ARGUMENTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3}
_SLASH = "\u29f8"  # what latex2mathml lays over a relation for \not
_EM = re.compile(r"([+-]?[0-9.]+)em")
_NAMED_SPACES = {"thinmathspace": 3, "mediummathspace": 4, "thickmathspace": 5}
_ENCLOSED = frozenset({"box", "updiagonalstrike", "downdiagonalstrike", "horizontalstrike", "verticalstrike"})


class NotUnderstoodError(Exception):
    """The formula holds something that has no place in the plain form."""


def plain_form(tex: str, mathml: str, *, display: bool) -> str:
    """A formula in the plain form, as text with its namespace; its own MathML goes before its TeX. "" where neither can
    be understood, or what they hold is too much for one formula."""
    for root in (_parsed(mathml), to_mathml(tex, display=display)):
        if root is None:
            continue
        try:
            made = _Cleaner().formula(root, display)
        except (NotUnderstoodError, ValueError):  # lxml: characters that XML cannot hold
            continue
        if characters(made):
            return str(etree.tostring(made, encoding="unicode"))
    return ""


def _parsed(mathml: str) -> Any:
    if not mathml or len(mathml) > _LONGEST_MARKUP:
        return None
    try:
        return parse_xml(mathml.encode(), None)
    except ValueError:
        return None


def _is_bounded(root: Any) -> bool:
    depth = most = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        most = max(most, depth)
    return most <= 4 * DEEPEST and count <= _MOST_ELEMENTS


class _Cleaner:
    """Makes the plain form. `display`: whether limits stand above and below."""

    def __init__(self) -> None:
        self._containers: dict[str, Callable[[Any, str, bool], Iterator[Any]]] = {
            **dict.fromkeys(("math", "mrow", "merror", "mpadded"), self._row),
            **dict.fromkeys(("semantics", "maction"), self._first),
            "mstyle": self._styled,
            "mfenced": self._fenced,
            "mmultiscripts": self._multiscripts,
            "menclose": self._enclosed,
        }

    def formula(self, root: Any, display: bool) -> Any:
        """The formula below `root`. Raises NotUnderstoodError."""
        if not _is_bounded(root):
            raise NotUnderstoodError
        made = etree.Element(f"{{{NAMESPACE}}}math", {"display": "block" if display else "inline"}, {None: NAMESPACE})
        row = _in_lines(self._all([root], "", display))
        made.extend(row)
        for each in made.iter():
            each.tag = f"{{{NAMESPACE}}}{etree.QName(each).localname}"
        return made

    def _all(self, elements: Iterable[Any], variant: str, display: bool) -> list[Any]:
        """The plain forms of elements in a row."""
        tags = (element for element in elements if isinstance(element.tag, str))  # no comments
        return _bracketed(_struck([made for element in tags for made in self._one(element, variant, display)]))

    def _one(self, element: Any, variant: str, display: bool) -> Iterator[Any]:
        name = etree.QName(element).localname
        variant = element.get("mathvariant", variant)
        match name:
            case "mi" | "mn" | "mo" | "mtext" | "ms":
                yield from _token(name, element, variant)
            case "mspace" | "mphantom":
                yield from _space(name, element)
            case "msqrt":
                yield _made("msqrt", [_grouped(self._all(element, variant, display))])
            case "mtable":
                yield self._table(element, variant, element.get("displaystyle") == "true")
            case _ if name in _ARGUMENTS:
                yield self._structure(name, element, variant, display)
            case _ if name in self._containers:
                yield from self._containers[name](element, variant, display)
            case _ if name != "none":
                raise NotUnderstoodError(name)

    def _row(self, element: Any, variant: str, display: bool) -> Iterator[Any]:
        """What a row holds; one in brackets that grow with it stays a row."""
        children = self._all(element, variant, display)
        if len(children) > 1 and _is_fence(children[0]):
            yield _made("mrow", children if _is_fence(children[-1]) else [*children, _operator("", "postfix")])
        else:
            yield from children

    def _first(self, element: Any, variant: str, display: bool) -> Iterator[Any]:
        yield from self._all(list(element)[:1], variant, display)

    def _styled(self, element: Any, variant: str, display: bool) -> Iterator[Any]:
        said = element.get("displaystyle")
        inner = self._all(element, variant, display if said is None else said == "true")
        if said is None or not inner:
            yield from inner
        else:
            yield _made("mstyle", [_grouped(inner)], displaystyle=said)

    def _structure(self, name: str, element: Any, variant: str, display: bool) -> Any:
        parts = [child for child in element if isinstance(child.tag, str)]
        if len(parts) != _ARGUMENTS[name]:
            raise NotUnderstoodError(name)
        inner = [
            _grouped(self._all([part], variant, display and not at and name != "mfrac"))
            for at, part in enumerate(parts)
        ]
        if name == "mfrac":
            bare = element.get("linethickness", "").startswith("0")
            return _made(name, inner, **({"linethickness": "0"} if bare else {}))
        if name in ("mover", "munder"):
            _make_accent(inner[1], below=name == "munder")
        return _made(_placed(name, inner[0], display), inner)

    def _table(self, table: Any, variant: str, display: bool) -> Any:
        rows = []
        for row in table:
            cells = [
                _made("mtd", self._all([cell], variant, display), **_aligned(at, cell, row, table))
                if etree.QName(cell).localname != "mtd"
                else _made("mtd", self._all(cell, variant, display), **_aligned(at, cell, row, table))
                for at, cell in enumerate(each for each in row if isinstance(each.tag, str))
            ]
            rows.append(_made("mtr", cells))
        return _made("mtable", rows, **({"displaystyle": "true"} if display else {}))

    def _fenced(self, element: Any, variant: str, display: bool) -> Iterator[Any]:
        opening, closing = element.get("open", "("), element.get("close", ")")
        separators = _SPACE.sub("", element.get("separators", ","))
        children: list[Any] = [_operator(opening, "prefix")]
        for at, child in enumerate(child for child in element if isinstance(child.tag, str)):
            if at and separators:
                children.append(_made("mo", text=separators[min(at, len(separators)) - 1]))
            children += self._all([child], variant, display)
        yield _made("mrow", [*children, _operator(closing, "postfix")])

    def _multiscripts(self, element: Any, variant: str, display: bool) -> Iterator[Any]:
        """Scripts before the base as those of nothing, in front of it."""
        parts = [part for part in element if isinstance(part.tag, str)]
        if len(parts) > DEEPEST:  # each pair is a level more
            raise NotUnderstoodError("mmultiscripts")
        names = [etree.QName(part).localname for part in parts]
        at = names.index("mprescripts") if "mprescripts" in names else len(parts)
        base, after, before = _grouped(self._all(parts[:1], variant, display)), parts[1:at], parts[at + 1 :]
        for scripts, on in ((before, etree.Element("mrow")), (after, base)):
            for low, high in zip(scripts[::2], scripts[1::2], strict=False):
                on = _made("msubsup", [on, *(_grouped(self._all([s], variant, False)) for s in (low, high))])
            if on is base or len(on):
                yield on
        if not after and base.getparent() is None:
            yield base

    def _enclosed(self, element: Any, variant: str, display: bool) -> Iterator[Any]:
        inner = self._all(element, variant, display)
        kept = [word for word in element.get("notation", "").split() if word in _ENCLOSED]
        yield from [_made("menclose", [_grouped(inner)], notation=" ".join(kept))] if kept else inner


def _made(name: str, children: Iterable[Any] = (), text: str = "", **attributes: str) -> Any:
    made = etree.Element(name, attributes)
    made.text = text or None
    made.extend(children)
    return made


def _grouped(elements: Iterable[Any]) -> Any:
    """One argument of what may be several elements."""
    row = list(elements)
    return row[0] if len(row) == 1 else _made("mrow", row)


def _token(name: str, element: Any, variant: str) -> Iterator[Any]:
    text = _INVISIBLE.sub("", _SPACE.sub(" ", "".join(element.itertext()).replace("\xa0", " ")))
    if name in ("mtext", "ms"):
        yield _made("mtext", text=in_alphabet(f'"{text}"' if name == "ms" else text, variant))
        return
    text = in_alphabet(text.strip(), variant)
    if not text:
        if name == "mo" and element.get("fence") == "true":
            yield _operator("", element.get("form", "prefix"))
    elif name == "mn":
        yield _made("mn", text=text)
    elif text == "∞" or (text[:1].isalpha() and (name == "mi" or len(text) > 1)):
        upright = variant == "normal" and len(text) == 1
        yield _made("mi", text=text, **({"mathvariant": "normal"} if upright else {}))
    elif name == "mo" or unicodedata.category(text[0]) in ("Sm", "Ps", "Pe", "Pd", "So"):
        kept = {key: element.get(key) for key in ("stretchy", "fence", "form") if element.get(key)}
        yield _made("mo", text="−" if text == "-" else text, **kept)
    else:
        yield _made("mi", text=text)


def _operator(text: str, form: str) -> Any:
    return _made("mo", text=text.strip(), fence="true", stretchy="true", form=form)


def _is_fence(element: Any) -> bool:
    return bool(element.tag == "mo" and element.get("fence") == element.get("stretchy") == "true")


def _struck(row: list[Any]) -> list[Any]:
    """A row in which a slash laid over nothing goes through the character after it."""
    for at in range(len(row) - 2, -1, -1):
        if row[at].text == _SLASH and row[at + 1].text:
            row[at + 1].text = unicodedata.normalize("NFC", row[at + 1].text + "\u0338")
            del row[at]
    return row


def _bracketed(row: list[Any]) -> list[Any]:
    """A row in which brackets around a table, or around what stands like one, make a group that they grow with."""
    for at in range(len(row) - 3, -1, -1):
        if at + 2 >= len(row):
            continue  # a group was made behind it
        opening, inner, closing = row[at : at + 3]
        tall = inner.tag == "mtable" or inner.get("linethickness") == "0"
        if tall and all(mark.tag == "mo" and mark.get("stretchy") != "false" for mark in (opening, closing)):
            fences = _operator(opening.text or "", "prefix"), _operator(closing.text or "", "postfix")
            row[at : at + 3] = [_made("mrow", [fences[0], inner, fences[1]])]
    return row


def _space(name: str, element: Any) -> Iterator[Any]:
    if element.get("linebreak") == "newline":
        yield _made("mspace", linebreak="newline")
        return
    said = element.get("width", "")
    width = _EM.fullmatch(said)
    em = float(width[1]) if width else _NAMED_SPACES.get(said, 0) / 18
    if name == "mphantom":
        em = 0.5 * len(characters(element))
    if em > 0:
        yield _made("mspace", width=f"{min(em, 10.0):.3g}em")


def _make_accent(mark: Any, *, below: bool) -> None:
    """Write the mark over or under an expression as one character for each meaning."""
    if mark.tag in ("mo", "mi") and mark.text:
        same = _SAME.get(mark.text, mark.text)
        mark.text = "_" if same == "¯" and below else same
        if mark.text in ACCENTS:
            mark.tag = "mo"
            mark.attrib.clear()


def _placed(name: str, base: Any, display: bool) -> str:
    """The element that sets limits where they belong: beside a base in a line, else above and below."""
    text = (base.text or "").replace(" ", "").replace("\u2006", "").replace("\u2009", "")
    movable = base.tag in ("mo", "mi") and (text in OPERATORS or text in LIMITED)
    if movable:
        beside = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}
        return {v: k for k, v in beside.items()}.get(name, name) if display else beside.get(name, name)
    return name


def _aligned(at: int, cell: Any, row: Any, table: Any) -> dict[str, str]:
    """The alignment of a cell: its own, its row's, its table's; the last one said goes on."""
    for element in (cell, row, table):
        words = element.get("columnalign", "").split()
        if words:
            align = words[min(at, len(words) - 1)] if element is not cell else words[0]
            return {"columnalign": align} if align in ("left", "right") else {}
    return {}


def _in_lines(row: list[Any]) -> list[Any]:
    """A row that is broken into lines, as a table of them."""
    if not any(element.get("linebreak") for element in row):
        return row
    lines: list[list[Any]] = [[]]
    for element in row:
        if element.get("linebreak"):
            lines.append([])
        else:
            lines[-1].append(element)
    cells = (_made("mtd", line, columnalign="left") for line in lines if line)
    return [_made("mtable", [_made("mtr", [cell]) for cell in cells], displaystyle="true")]
