"""What stands within a line beside CommonMark and GFM, each by the character it begins with.

| begins with | what | after |
|---|---|---|
| `$`, `$$`, `\\(`, `\\[` | a formula | https://pandoc.org/MANUAL.html#math |
| `[words]{.role}` | words with attributes | pandoc, bracketed_spans |
| `{…}` | attributes of the link, picture or code before; `{=format}` marks raw markup | pandoc |
| `[^x]`, `^[words]` | a footnote | pandoc |
| `@fig:x`, `[@fig:x]` | a reference | pandoc-crossref, Quarto |
| `x^2^`, `H~2~O` | raised, lowered | pandoc |
| `~words~` | struck out | GitHub |
| `![words](address =600x400)` | a picture with its size | markdown-it-imsize, CSDN |
| `==words==` | highlighted | pandoc, Obsidian, Typora |
| `<!-- words -->` | a comment | CommonMark |
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from convert.kit.cjk import has_east_asian
from convert.readers.markdown.attributes import BRACES, RAW_FORMAT
from convert.readers.markdown.formula_rules import backslash, dollar

InlineRule = Callable[[StateInline, bool], bool]
"""Takes the state and whether it only looks. True: it is one, and the state stands behind it."""

_NOTE = re.compile(r"\[\^([^\s\[\]]+)\]")
_TARGET = r"(?:fig|tbl|tab|sec|eq|lst|thm|alg)[:-][\w\u4e00-\u9fff](?:[\w:.-]*\w)?"
_REFERENCE = re.compile(rf"@({_TARGET})")
_REFERENCES = re.compile(rf"\[(?:-?@{_TARGET}(?:;[ ]*)?)+\]")
_RAISED = re.compile(r"\^((?:[\w+\-−*′'.,/=]|\\ |\([\w+\-., ]*\)|\[[\w+\-.,]*\])+)\^")
_LOWERED = re.compile(r"~([A-Za-z0-9+\-−()=]{1,12})~(?!~)")
_HIGHLIGHTED = re.compile(r"(?<![A-Za-z0-9=])==(?![\s=])([^\n]*?[^\s=])==(?![A-Za-z0-9=])")
_SIZED = re.compile(r"!\[([^\[\]\n]*)\]\(([^\s()<>]+)[ \t]+=(\d+%?)?x(\d+%?)?[ \t]*\)")
_COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
_STRUCK = re.compile(r"~(?![\s~])([^~\n]*?[^\s~])~(?!~)")


def _bracket(state: StateInline, silent: bool) -> bool:
    after = state.src[state.pos + 1 : state.pos + 2]
    if after == "^":
        return _note_mark(state, silent)
    if after in ("@", "-") and (found := _REFERENCES.match(state.src, state.pos, state.posMax)):
        if not silent:
            for number, target in enumerate(re.findall(f"@({_TARGET})", found[0])):
                if number:
                    state.append_pending("; ")
                _push_reference(state, target, f"@{target}")
        state.pos = found.end()
        return True
    return getattr(state, "has_spans", True) and _span(state, silent)


def _note_mark(state: StateInline, silent: bool) -> bool:
    """`[^x]`, where there is such a note."""
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if found is None or f":{found[1]}" not in state.env.get("footnotes", {}).get("refs", {}):
        return False
    if not silent:
        token = state.push("note_mark", "", 0)
        token.info, token.content = found[1], found[0]
    state.pos = found.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """`[words]{.role}`."""
    start, most = state.pos, state.posMax
    end = parseLinkLabel(state, start)
    braces = BRACES.match(state.src, end + 1, most) if end >= 0 else None
    if braces is None:
        return False
    if not silent:
        state.pos, state.posMax = start + 1, end
        state.push("span_open", "span", 1).info = braces[0]
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = braces.end(), most
    return True


def _brace(state: StateInline, silent: bool) -> bool:
    """Attributes of what stands directly before."""
    last = state.tokens[-1] if state.tokens and not state.pending else None
    if (
        silent
        or last is None
        or last.type not in ("link_close", "image", "code_inline", "math")
        or "braces" in last.meta
    ):
        return False
    pattern = RAW_FORMAT if last.type == "code_inline" else BRACES
    found = pattern.match(state.src, state.pos, state.posMax) or BRACES.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    last.meta["braces"] = found[0]
    state.pos = found.end()
    return True


def _caret(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos + 1 : state.pos + 2] == "[":
        return _note(state, silent)
    found = _RAISED.match(state.src, state.pos, state.posMax)
    if found is None or not _follows_a_word(state) or not any(map(str.isalnum, found[1])):
        return False
    if len({has_east_asian(char) for char in found[1]}) > 1:  # 2^10和2^11
        return False
    return _enclosed(state, silent, "sup", found)


def _note(state: StateInline, silent: bool) -> bool:
    """`^[A note where its mark is.]`"""
    start, most = state.pos, state.posMax
    end = parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        state.pos, state.posMax = start + 2, end
        state.push("note_open", "", 1)
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
    state.pos, state.posMax = end + 1, most
    return True


def _tilde(state: StateInline, silent: bool) -> bool:
    """`H~2~O` is lowered; `~words~` with space or punctuation around is struck out. 3~5天，10~15人 is neither."""
    src, at = state.src, state.pos
    if src[at - 1 : at] == "~" or src[at + 1 : at + 2] == "~":
        return False
    found = _LOWERED.match(src, at, state.posMax)
    if found and (src[at - 1 : at].isalpha() or src[at - 1 : at] in (")", "]", "}")) and src[at - 1 : at].isascii():
        return _enclosed(state, silent, "sub", found)
    found = _STRUCK.match(src, at, state.posMax)
    if found is None or _follows_a_word(state) or src[found.end() : found.end() + 1].isalnum():
        return False
    return _enclosed(state, silent, "s", found)


def _exclamation(state: StateInline, silent: bool) -> bool:
    """`![words](address =600x400)`: a picture with its size in pixels."""
    found = _SIZED.match(state.src, state.pos, state.posMax)
    if found is None or not (found[3] or found[4]):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs = {"src": state.md.normalizeLink(found[2])}
        token.content, token.children = found[1], []
        state.md.inline.parse(found[1], state.md, state.env, token.children)
        sizes = (f"{name}={size}" for name, size in (("width", found[3]), ("height", found[4])) if size)
        token.meta["braces"] = f"{{{' '.join(sizes)}}}"
    state.pos = found.end()
    return True


def _equals(state: StateInline, silent: bool) -> bool:
    """`==words==`, but not `a==1 and b==2`."""
    found = _HIGHLIGHTED.match(state.src, state.pos, state.posMax)
    return found is not None and _enclosed(state, silent, "mark", found)


def _enclosed(state: StateInline, silent: bool, tag: str, found: re.Match[str]) -> bool:
    """What stands between two marks, and is inline text itself."""
    most = state.posMax
    if not silent:
        state.pos, state.posMax = found.start(1), found.end(1)
        state.push(f"{tag}_open", tag, 1)
        state.md.inline.tokenize(state)
        state.push(f"{tag}_close", tag, -1)
    state.pos, state.posMax = found.end(), most
    return True


def _follows_a_word(state: StateInline) -> bool:
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    return before.isalnum() or before in (")", "]", "}", "）")


def _at(state: StateInline, silent: bool) -> bool:
    """`@fig:x`, but not within an address."""
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    if found is None or (before.isalnum() and before.isascii()):
        return False
    if not silent:
        _push_reference(state, found[1], found[0])
    state.pos = found.end()
    return True


@functools.lru_cache(maxsize=8)
def _last_end(text: str) -> int:
    """Where the last end of a comment stands, -1 for nowhere: beginnings without ends do not look for one each."""
    return text.rfind("-->")


def _comment(state: StateInline, silent: bool) -> bool:
    """`<!-- … -->`; markdown-it overlooks the end of `<!-- … --->` (CommonMark 0.31.2 §6.6)."""
    if _last_end(state.src) < state.pos + 2:
        return False
    found = _COMMENT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _push_reference(state: StateInline, target: str, words: str) -> None:
    token = state.push("reference", "", 0)
    token.info, token.content = target, words


INLINE_RULES: Mapping[str, InlineRule] = {
    "$": dollar,
    "\\": backslash,
    "[": _bracket,
    "{": _brace,
    "^": _caret,
    "~": _tilde,
    "@": _at,
    "<": _comment,
    "=": _equals,
    "!": _exclamation,
}
"""The rule for each character that can begin something of ours."""
