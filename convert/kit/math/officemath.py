"""Formulas as Office Math (ISO/IEC 29500-1, 22.1), made from the plain form of `presentation`.

The characters of a formula stand in the same order in both; marks, brackets and large operators are attributes in Office
Math.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from convert.kit.math.alphabets import split_letter
from convert.kit.math.characters import MARKS
from convert.kit.math.presentation import INTEGRALS, LIMITED, OPERATORS, is_function

_LARGE = OPERATORS | INTEGRALS
_BARS = {("mover", "¯"): "top", ("munder", "_"): "bot"}
_BRACES = frozenset("⏞⏟⎴⎵")
_SCRIPTS = {
    "msub": ("sSub", ("e", "sub")),
    "msup": ("sSup", ("e", "sup")),
    "msubsup": ("sSubSup", ("e", "sub", "sup")),
    "munder": ("limLow", ("e", "lim")),
    "mover": ("limUpp", ("e", "lim")),
}
_SPACES = ((0.9, "\u2003"), (0.4, "\u2002"), (0.2, "\u2005"), (0.0, "\u2009"))
_SCRIPTS_OF_LETTERS = ("script", "fraktur", "double-struck", "sans-serif", "monospace")
_NOTHING = "\u200b"  # in place of an argument: Word shows a dotted box where there is none
_EDGES = ("Top", "Bot", "Left", "Right")
_STRIKES = {"horizontalstrike": "H", "verticalstrike": "V", "updiagonalstrike": "BLTR", "downdiagonalstrike": "TLBR"}


def office_math(root: Any, properties: str) -> str:
    """The content of `m:oMath`. `root`: a formula in the plain form; `properties`: those of its runs, as the elements
    in `w:rPr`."""
    return _Writer(properties).row(root)


class _Writer:
    def __init__(self, properties: str) -> None:
        self._run_properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        self._control = f"<m:ctrlPr>{self._run_properties}</m:ctrlPr>" if properties else ""

    # --- rows ------------------------------------------------------------------------------------------------------

    def row(self, elements: Iterable[Any]) -> str:
        """Elements one after the other. A large operator and a function take what follows as their argument."""
        waiting = list(elements)
        pieces: list[str] = []
        while waiting:
            element = waiting.pop(0)
            if _is_large(element):
                pieces.append(self._large(element, self._operand(waiting)))
            elif _names_function(element) and waiting:
                pieces.append(self._function(element, self._operand(waiting)))
            else:
                pieces.append(self._one(element))
        return "".join(pieces)

    def _operand(self, waiting: list[Any]) -> str:
        """What an operator applies to, taken from what follows it: one element, or all that stands in brackets."""
        taken: list[Any] = []
        while waiting and waiting[0].tag == "mspace":
            taken.append(waiting.pop(0))
        if waiting and (waiting[0].text or "") in ("(", "["):
            taken += _until_closed(waiting)
        elif waiting and waiting[0].tag != "mo" and not _is_large(waiting[0]):
            taken.append(waiting.pop(0))
        return "".join(map(self._one, taken)) or self._nothing()

    def _argument(self, name: str, element: Any) -> str:
        content = self.row(element if element.tag == "mrow" and not _is_fenced(element) else [element])
        return f"<m:{name}>{content or self._nothing()}</m:{name}>"

    def _nothing(self) -> str:
        return self._run(_NOTHING)

    # --- one element -----------------------------------------------------------------------------------------------

    def _one(self, element: Any) -> str:
        match element.tag:
            case "mi" | "mn" | "mo" | "mtext" | "mspace":
                return self._token(element)
            case "mfrac":
                kind = '<m:type m:val="noBar"/>' if element.get("linethickness") == "0" else ""
                return self._made("f", kind, self._arguments(element, ("num", "den")))
            case "msqrt":
                return self._made("rad", '<m:degHide m:val="1"/>', "<m:deg/>" + self._argument("e", element[0]))
            case "mroot":
                return self._made("rad", "", self._argument("deg", element[1]) + self._argument("e", element[0]))
            case "msub" | "msup" | "msubsup":
                name, parts = _SCRIPTS[element.tag]
                return self._made(name, "", self._arguments(element, parts))
            case "munder" | "mover":
                return self._marked(element)
            case "munderover":
                lower = self._made("limLow", "", self._arguments(element[:2], ("e", "lim")))
                return self._made("limUpp", "", f"<m:e>{lower}</m:e>" + self._argument("lim", element[2]))
            case "mtable":
                return self._matrix(element)
            case "menclose":
                return self._framed(element)
            case _:
                return self._fenced(element) if _is_fenced(element) else self.row(element)

    def _made(self, name: str, properties: str, content: str) -> str:
        own = properties + self._control
        return f"<m:{name}>{f'<m:{name}Pr>{own}</m:{name}Pr>' if own else ''}{content}</m:{name}>"

    def _arguments(self, elements: Iterable[Any], names: Iterable[str]) -> str:
        return "".join(self._argument(name, each) for each, name in zip(elements, names, strict=True))

    def _token(self, element: Any) -> str:
        text = element.text or ""
        if element.tag == "mspace":
            width = float(element.get("width").removesuffix("em"))
            return self._run(next(space for least, space in _SPACES if width >= least), "<m:nor/>")
        if element.tag == "mtext":
            return self._run(text, "<m:nor/>")
        upright = element.get("mathvariant") == "normal" or len(text) > 1
        plain = '<m:sty m:val="p"/>' if upright and element.tag == "mi" else ""
        letters = groupby(map(split_letter, text), key=lambda letter: letter[0])
        return "".join(self._run("".join(char for _, char in group), _style(name) or plain) for name, group in letters)

    def _run(self, text: str, style: str = "") -> str:
        style = f"<m:rPr>{style}</m:rPr>" if style else ""
        return (
            f'<m:r>{style}{self._run_properties}<m:t xml:space="preserve">{_escaped(text)}</m:t></m:r>' if text else ""
        )

    def _large(self, element: Any, operand: str) -> str:
        base = element if element.tag == "mo" else element[0]
        beside = element.tag in ("msub", "msup", "msubsup", "mo")
        low = element[1] if element.tag in ("msub", "msubsup", "munder", "munderover") else None
        high = element[-1] if element.tag in ("msup", "msubsup", "mover", "munderover") else None
        properties = (
            f'<m:chr m:val="{base.text}"/><m:limLoc m:val="{"subSup" if beside else "undOvr"}"/>'
            + ('<m:subHide m:val="1"/>' if low is None else "")
            + ('<m:supHide m:val="1"/>' if high is None else "")
        )
        limits = (
            f"<m:{name}/>" if limit is None else self._argument(name, limit)
            for name, limit in (("sub", low), ("sup", high))
        )
        return self._made("nary", properties, f"{''.join(limits)}<m:e>{operand}</m:e>")

    def _function(self, element: Any, operand: str) -> str:
        return self._made("func", "", f"<m:fName>{self._name(element)}</m:fName><m:e>{operand}</m:e>")

    def _name(self, element: Any) -> str:
        """The name of a function with its scripts; limits stand below it in any formula, as Word has them."""
        text = (element[0].text or "") if element.tag in ("msub", "msup", "msubsup") else ""
        if text.replace("\u2006", "").replace("\u2009", "") in LIMITED and element.tag != "msup":
            lower = self._made("limLow", "", self._arguments(element[:2], ("e", "lim")))
            if element.tag == "msub":
                return lower
            return self._made("limUpp", "", f"<m:e>{lower}</m:e>" + self._argument("lim", element[2]))
        return self._one(element)

    def _marked(self, element: Any) -> str:
        mark = element[1].text or "" if element[1].tag == "mo" else ""
        inner = self._argument("e", element[0])
        if (element.tag, mark) in _BARS:
            return self._made("bar", f'<m:pos m:val="{_BARS[element.tag, mark]}"/>', inner)
        if element.tag == "mover" and mark in MARKS:
            return self._made("acc", f'<m:chr m:val="{MARKS[mark]}"/>', inner)
        if mark in _BRACES:
            side, other = ("top", "bot") if element.tag == "mover" else ("bot", "top")
            properties = f'<m:chr m:val="{mark}"/><m:pos m:val="{side}"/><m:vertJc m:val="{other}"/>'
            return self._made("groupChr", properties, inner)
        name, parts = _SCRIPTS[element.tag]
        return self._made(name, "", self._arguments(element, parts))

    def _fenced(self, element: Any) -> str:
        opening, closing = (_escaped(element[at].text or "") for at in (0, -1))
        properties = f'<m:begChr m:val="{opening}"/><m:endChr m:val="{closing}"/>'
        return self._made("d", properties, f"<m:e>{self.row(element[1:-1]) or self._nothing()}</m:e>")

    def _matrix(self, table: Any) -> str:
        count = max(map(len, table), default=0)
        if not count:
            return ""
        sides = [
            next((row[at].get("columnalign", "center") for row in table if at < len(row)), "center")
            for at in range(count)
        ]
        columns = "".join(
            f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{side}"/></m:mcPr></m:mc>' for side in sides
        )
        rows = (f"<m:mr>{''.join(self._cells(row, count))}</m:mr>" for row in table)
        return self._made("m", f'<m:plcHide m:val="1"/><m:mcs>{columns}</m:mcs>', "".join(rows))

    def _cells(self, row: Any, count: int) -> Iterator[str]:
        for cell in row:
            opening = self._nothing() if len(cell) and cell[0].tag == "mo" else ""  # LibreOffice wants an operand
            yield f"<m:e>{opening}{self.row(cell)}</m:e>"
        yield from ("<m:e/>" for _ in range(count - len(row)))

    def _framed(self, element: Any) -> str:
        kinds = element.get("notation", "").split()
        hidden = "" if "box" in kinds else "".join(f'<m:hide{side} m:val="1"/>' for side in _EDGES)
        strikes = "".join(f'<m:strike{name} m:val="1"/>' for kind, name in _STRIKES.items() if kind in kinds)
        return self._made("borderBox", hidden + strikes, self._argument("e", element[0]))


def _style(alphabet: str) -> str:
    """The properties of a run in a mathematical alphabet (22.1.2.94 and 22.1.2.111); "" for plain letters."""
    if not alphabet:
        return ""
    bold, italic = "bold" in alphabet, "italic" in alphabet
    script = next((name for name in _SCRIPTS_OF_LETTERS if name in alphabet), "")
    style = ("bi" if italic else "b") if bold else "i" if italic else "p"
    return (f'<m:scr m:val="{script}"/>' if script else "") + f'<m:sty m:val="{style}"/>'


def _is_large(element: Any) -> bool:
    base = element[0] if element.tag in (*_SCRIPTS, "munderover") else element
    return base.tag == "mo" and (base.text or "") in _LARGE


def _names_function(element: Any) -> bool:
    base = element[0] if element.tag in _SCRIPTS else element
    return is_function(base)


def _is_fenced(element: Any) -> bool:
    return element.tag == "mrow" and len(element) > 1 and element[0].get("fence") == "true" == element[-1].get("fence")


def _until_closed(waiting: list[Any]) -> list[Any]:
    """What stands in brackets at the beginning of a row, taken off it; all of it where they are not closed."""
    taken: list[Any] = []
    depth = 0
    while waiting:
        element = waiting.pop(0)
        depth += ((element.text or "") in ("(", "[")) - ((element.text or "") in (")", "]"))
        taken.append(element)
        if depth <= 0:
            break
    return taken


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
