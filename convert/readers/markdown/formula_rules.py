"""Formulas within a line: https://pandoc.org/MANUAL.html#math."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from convert.kit.cjk import has_east_asian

_DOLLARS = re.compile(
    r"\$\$(?!\$)((?:[^$\\]|\\.)+?)\$\$|\$(?![\s$])((?:[^$\\]|\\.)*?(?:[^\s$\\]|\\\S))\$(?![\d$])", re.DOTALL
)
_PARENTHESES = re.compile(r"\\\((.{1,500}?)\\\)|\\\[(.{1,2000}?)\\\]", re.DOTALL)
_TEX = re.compile(r"\\[A-Za-z]{2}|\^|\\[,;!|{}]")
_RELATION = re.compile(r"[=<>+_^/]|[≤≥≠≈±×÷∈→]")
_VARIABLE = re.compile(r"[A-Za-z]\d?'?")
_NO_TEX = re.compile(r"\]\(|\*\*|`|<[A-Za-z/]")


def looks_like_math(tex: str, *, in_brackets: bool = False) -> bool:
    """Whether what stands between escaped parentheses or brackets is a formula, rather than words in brackets that
    needed no link: `\\[1\\]`, `\\[a-z\\]`, `\\[[RFC 1](#rfc1)\\]`."""
    tex = tex.strip()
    if _NO_TEX.search(tex) or (has_east_asian(tex) and "\\" not in tex):
        return False
    if _TEX.search(tex):
        return True
    return not in_brackets and bool(_RELATION.search(tex) or _VARIABLE.fullmatch(tex))


def dollar(state: StateInline, silent: bool) -> bool:
    """`$x$`, `$$x$$`, but not 价格$5，共$10."""
    found = _DOLLARS.match(state.src, state.pos, state.posMax)
    tex = "" if found is None else found[1] or found[2]
    if found is None or (has_east_asian(tex) and "\\" not in tex):
        return False
    return _formula(state, silent, found, "display" if found[1] else "")


def backslash(state: StateInline, silent: bool) -> bool:
    """`\\(x\\)`, `\\[x\\]`."""
    if state.src[state.pos + 1 : state.pos + 2] not in ("(", "["):
        return False
    found = _PARENTHESES.match(state.src, state.pos, state.posMax)
    if found is None or not looks_like_math(found[1] or found[2], in_brackets=bool(found[2])):
        return False
    return _formula(state, silent, found, "display" if found[2] else "")


def _formula(state: StateInline, silent: bool, found: re.Match[str], kind: str) -> bool:
    if not silent:
        token = state.push("math", "", 0)
        token.content, token.info = (found[1] or found[2]).strip(), kind
    state.pos = found.end()
    return True
