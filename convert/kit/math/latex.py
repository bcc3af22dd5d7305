"""From TeX to MathML, by latex2mathml; what it does not know, or would print wrongly, is refused.

latex2mathml prints a command that it does not know as its name, and loses the marks between columns of environments
that it does not know: such formulas are better left as their source.
"""

from __future__ import annotations

import html
import re
from typing import Any

from lxml import etree

LONGEST = 10_000
"""Characters of a formula: a page full of it. Longer ones are printed as their source."""
DEEPEST = 60
"""Groups in groups: what is deeper is no formula, and would exhaust Python's stack."""

_COMMENT = re.compile(r"(?<!\\)%[^\n]*\n?")
_SILENT = re.compile(r"\\label\s*\{[^{}]*\}|\\(?:nonumber|notag|allowbreak|nobreak)(?![A-Za-z])")
_FORMULA_IN_TEXT = re.compile(r"\\(?:text\w*|mbox|hbox)\s*\{[^{}]*(?<!\\)\$")
_NAME = re.compile(r"\\operatorname(\*?)\s*\{([^{}]*)\}")
_TAG = re.compile(r"\\tag(?![A-Za-z])")
_SPACE = re.compile(r"\\[,;:! ]|\s")
_UPRIGHT = re.compile(r"\\(mathrm|mathbf|mathit|mathsf|mathtt)\s*\{")
_EDGES = re.compile(r"\\(begin|end)\s*\{([A-Za-z]+)(\*?)\}")
_ARGUMENTS = re.compile(r"(\\begin\s*\{align(?:ed)?at\*?\})\s*\{\d+\}|(\\begin\s*\{\w+ed\})\s*\[[tcb]\]")
_COMMAND = re.compile(r"\\[A-Za-z]")
_UNFINISHED = re.compile(r"(?<!\\)(?:\\\\)*\\$")
_GROUP = re.compile(r"\\.|[{}]", re.DOTALL)
_OPENERS = re.compile(r"\\begin\b|\\left(?![A-Za-z])|[\^_]")

_ALIGNED = ("align", "aligned", "alignat", "alignedat", "flalign", "split")
_ARRAYS = {"gather": "c", "gathered": "c", "multline": "c", "multlined": "c", "eqnarray": "rcl"}
_PLAIN = ("equation", "displaymath", "math", "subequations")
_MATRICES = ("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "cases", "dcases", "array")


def to_mathml(tex: str, *, display: bool) -> Any:
    """The formula as a MathML element without namespaces, as latex2mathml makes it; None where it cannot be had."""
    source = _prepared(tex)
    if source is None:
        return None
    import latex2mathml.converter

    try:
        made = latex2mathml.converter.Converter(display="block" if display else "inline").convert_to_element(source)
        return _copied(made)
    except Exception:  # whatever it stumbles over: the formula is then printed as its source
        return None


def _prepared(tex: str) -> str | None:
    """TeX as latex2mathml understands it; None for what it does not."""
    source = _SILENT.sub("", _COMMENT.sub("", tex)).strip()
    if not source or len(source) > LONGEST or not _is_balanced(source) or _UNFINISHED.search(source):
        return None
    if _FORMULA_IN_TEXT.search(source):
        return None
    environments = {name for _, name, _ in _EDGES.findall(source)}
    if environments - {*_ALIGNED, *_ARRAYS, *_PLAIN, *_MATRICES}:
        return None
    source = _NAME.sub(lambda name: rf"\operatorname{name[1]}{{{_SPACE.sub('', name[2])}}}", source)
    source = _TAG.sub(r"\\qquad\\tag", source)  # a formula's number keeps its distance
    source = _EDGES.sub(_environment, _ARGUMENTS.sub(r"\1\2", source))
    return _UPRIGHT.sub(r"\\\1 {", source)  # without the space a single letter stays in italics


def _is_balanced(source: str) -> bool:
    """Whether every group that opens is closed, and none lies too deep."""
    depth = 0
    for mark in _GROUP.findall(source):
        depth += (mark == "{") - (mark == "}")
        if not 0 <= depth <= DEEPEST:
            return False
    return depth == 0 and len(_OPENERS.findall(source)) <= LONGEST / 4


def _environment(edge: re.Match[str]) -> str:
    """The edge of an environment, as one that latex2mathml has: it numbers those without a star."""
    side, name, star = edge[1], edge[2], edge[3]
    if name in _ALIGNED:
        return f"\\{side}{{align*}}"
    if name == "dcases":
        return f"\\{side}{{cases}}"
    if name in _ARRAYS:
        return rf"\begin{{array}}{{{_ARRAYS[name]}}}" if side == "begin" else r"\end{array}"
    return "" if name in _PLAIN else f"\\{side}{{{name}{star}}}"


def _copied(element: Any) -> Any:
    """A copy whose characters are characters: latex2mathml writes references such as `&#x0003D;` as text."""
    made = etree.Element(element.tag, dict(element.attrib))
    text = html.unescape(element.text or "")
    if _COMMAND.match(text) or element.text == "&":
        raise ValueError(f"not understood: {text}")
    made.text = text or None
    made.extend(map(_copied, element))
    return made
