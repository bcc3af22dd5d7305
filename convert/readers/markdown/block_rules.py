"""Blocks beside those of CommonMark and GFM, each by the character that begins its first line.

| begins with | what | after |
|---|---|---|
| `:::` | a division | https://pandoc.org/MANUAL.html#extension-fenced_divs, VuePress, Docusaurus, MyST |
| `!!!`, `???` | an admonition | Python-Markdown, Material for MkDocs |
| `$$`, `\\[`, `\\begin{align}` | a displayed formula | pandoc, texmath |
| `\\newpage`, form feed | a page break | LaTeX, plain text |
| `[^x]:` | a footnote | pandoc, GitHub |
| `##标题` | a heading whose space was forgotten, before a Han character | practice |
| `+---+` | a table drawn with lines | pandoc, grid_tables |
| `[TOC]`, `[[toc]]` | a table of contents | Python-Markdown, markdown-it |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown_it.rules_block import StateBlock
from mdit_py_plugins.admon.index import admonition
from mdit_py_plugins.footnote.index import footnote_def

from convert.kit.cjk import has_han
from convert.readers.markdown.attributes import BRACES
from convert.readers.markdown.formula_rules import looks_like_math
from convert.readers.markdown.grids import BORDER, grid_of

BlockRule = Callable[[StateBlock, int, int, bool], bool]
"""Takes the state, the line it is at, the line it must not go beyond, and whether it only looks. True: it is one."""

_DIVISION = re.compile(r":::+[ \t]*([^\s:].*?)[ \t]*:*[ \t]*")
_DIVISION_END = re.compile(r":::+[ \t]*")
_FENCE = re.compile(r"```|~~~")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+[A-Za-z][\w-]*(?:\s|\Z)")
_LABEL = re.compile(rf"[ \t]*({BRACES.pattern})?[ \t]*\Z")
_BEGIN = re.compile(r"\\begin\{(equation|align|gather|multline|eqnarray|alignat|flalign|displaymath|math|split)(\*?)\}")
_TEX_PAGE = re.compile(r"\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\[\d?\]|\{\})?[ \t]*")
_TOC = re.compile(r"\[\[?_?(?:TOC|toc)_?\]?\][ \t]*")
_UNSPACED = re.compile(r"(#{2,6})([^#\s][^#\n]*)")
_LONGEST_FORMULA = 400  # lines: what seems to begin a formula and never ends must not be looked for again and again


def _line(state: StateBlock, line: int) -> str:
    """A line without its indent."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _is_outside(state: StateBlock, line: int) -> bool:
    """Whether a line is no part of the list item or the like that is being read."""
    return not state.isEmpty(line) and state.sCount[line] < state.blkIndent


def division(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`::: {.recipient}`, `::: warning 标题` up to its `:::`, or to the end of what it stands in."""
    found = _DIVISION.fullmatch(_line(state, start))
    if found is None:
        return False
    if silent:
        return True
    last = _division_end(state, start, end)
    token = state.push("div_open", "div", 1)
    token.info, token.map = found[1], [start, last]
    old_parent, old_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "division", last
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.lineMax = old_parent, old_max
    state.push("div_close", "div", -1)
    state.line = last + (last < end and _DIVISION_END.fullmatch(_line(state, last)) is not None)
    return True


def _division_end(state: StateBlock, start: int, end: int) -> int:
    """The line that ends a division: its own `:::`, or the first that is no part of it."""
    depth, fence = 1, ""
    for number in range(start + 1, end):
        if _is_outside(state, number):
            return number
        line = _line(state, number)
        if fence:
            fence = "" if line.startswith(fence) else fence
        elif marks := _FENCE.match(line):
            fence = marks[0]
        elif _DIVISION_END.fullmatch(line):
            depth -= 1
            if not depth:
                return number
        elif _DIVISION.fullmatch(line):
            depth += 1
    return end


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`!!! note "Title"` with what is indented below; `???` makes one that can be folded."""
    return _ADMONITION.match(_line(state, start)) is not None and admonition(state, start, end, silent)


def _dollars(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return _formula(state, start, end, silent, "$$", "$$")


def _backslash(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if _TEX_PAGE.fullmatch(line):
        if not silent:
            state.push("page_break", "", 0).map = [start, start + 1]
            state.line = start + 1
        return True
    if found := _BEGIN.match(line):
        return _formula(state, start, end, silent, "", f"\\end{{{found[1]}{found[2]}}}")
    return line.startswith("\\[") and _formula(state, start, end, silent, "\\[", "\\]")


def _formula(state: StateBlock, start: int, end: int, silent: bool, opening: str, closing: str) -> bool:
    """A formula from one mark to the other, each at a line's end; attributes may follow. Only one whose marks stand on
    lines of their own may have empty lines."""
    lines: list[str] = []
    alone = _line(state, start).rstrip() == opening
    for number in range(start, min(end, start + _LONGEST_FORMULA)):
        line = _line(state, number).rstrip()
        if _is_outside(state, number) or (not line and not alone):
            return False
        words = line[len(opening) :] if number == start else line
        at = words.rfind(closing)
        label = _LABEL.match(words, at + len(closing)) if at >= 0 else None
        if label is None or (alone and number > start and at):
            lines.append(words)
            continue
        lines.append(words[:at] if opening else words[: at + len(closing)])
        tex = "\n".join(lines).strip()
        if (
            not tex
            or (opening == "\\[" and not looks_like_math(tex, in_brackets=not alone))
            or (opening == "$$" and "$$" in tex)
        ):
            return False
        if not silent:
            token = state.push("math_block", "", 0)
            token.content, token.info, token.map = tex, label[1] or "", [start, number + 1]
            state.line = number + 1
        return True
    return False


def _form_feed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A page break; what stands behind it in its line begins the next page."""
    if silent:
        return True
    state.push("page_break", "", 0).map = [start, start + 1]
    while state.src[state.bMarks[start] + state.tShift[start] :][:1] == "\f":
        state.bMarks[start] += state.tShift[start] + 1
        rest = _line_at(state, start)
        state.tShift[start] = len(rest) - len(rest.lstrip(" \t"))
        state.sCount[start] = state.blkIndent + state.tShift[start]
    if state.isEmpty(start):
        state.line = start + 1
        return True
    return any(rule(state, start, end, False) for rule in state.md.block.ruler.getRules(""))


def _line_at(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]]


def _bracket(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if line.startswith("[^"):
        return footnote_def(state, start, end, silent)
    if silent or not _TOC.fullmatch(line):
        return False
    state.push("toc", "", 0).map = [start, start + 1]
    state.line = start + 1
    return True


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`##标题`, but not `#标签` or `##话题##`: those are tags."""
    found = _UNSPACED.fullmatch(_line(state, start))
    if found is None or not has_han(found[2][0]):
        return False
    if not silent:
        state.env.setdefault("unspaced", []).append(start)
        tag = f"h{len(found[1])}"
        state.push("heading_open", tag, 1).map = [start, start + 1]
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = found[2].strip(), [start, start + 1], []
        state.push("heading_close", tag, -1)
        state.line = start + 1
    return True


def _grid(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table drawn with `+`, `-` and `|`."""
    if not BORDER.fullmatch(_line(state, start).rstrip()):
        return False
    last = start
    while last < end and not _is_outside(state, last) and _line(state, last)[:1] in ("+", "|"):
        last += 1
    grid = grid_of([_line(state, line).rstrip() for line in range(start, last)])
    if grid is None:
        return False
    if not silent:
        token = state.push("grid", "", 0)
        token.map, token.meta = [start, last], {"grid": grid}
        state.line = last
    return True


BLOCK_RULES: Mapping[str, BlockRule] = {
    ":": division,
    "!": _admonition,
    "?": _admonition,
    "$": _dollars,
    "\\": _backslash,
    "\f": _form_feed,
    "[": _bracket,
    "#": _heading,
    "+": _grid,
}
"""The rule for each character that can begin one of our blocks."""
