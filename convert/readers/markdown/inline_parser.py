"""The parser of lines: markdown-it's, with our rules beside its own, asked only where they can begin something.

Whether `**` begins or ends emphasis depends on the space and the punctuation around it, which Chinese text has not got in
the places that the rule expects: `**“重点”**后文` would stay as it is. East Asian characters count as space there, as
https://github.com/tats-u/markdown-cjk-friendly specifies.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from convert.kit.cjk import EAST_ASIAN, one_of
from convert.readers.markdown.inline_rules import INLINE_RULES

_DEEPEST_PICTURES = 20  # in descriptions of pictures
_BEGINS = {
    "\n": "newline",
    "\\": "ours escape",
    "`": "backticks",
    "~": "ours strikethrough",
    "*": "emphasis",
    "_": "emphasis",
    "[": "ours link",
    "]": "",  # links look for it
    "!": "ours image",
    "<": "ours autolink html_inline",
    "&": "entity",
    "$": "ours",
    "{": "ours",
    "^": "ours",
    "@": "ours",
    "=": "ours",
}
"""The rules of markdown-it, and ours, that each character can begin something for."""

_SOMETHING = re.compile("[" + re.escape("".join(_BEGINS)) + "]")
_FLANKING = f"{EAST_ASIAN}\u3000\ufe00-\ufe0f"


def _our_inline(state: StateInline, silent: bool) -> bool:
    rule = INLINE_RULES.get(state.src[state.pos])
    return rule is not None and rule(state, silent)


class _Line(StateInline):
    """A line in which East Asian characters are neighbours like any other. `has_spans`: whether words in it may have
    attributes."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.has_spans = "]{" in src

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Whether a run of marks can begin and end emphasis."""
        scanned = super().scanDelims(start, canSplitWord)
        if scanned.can_open and scanned.can_close:
            return scanned
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        opens, closes = scanned.can_open, scanned.can_close
        if canSplitWord or self.src[start] == "*":
            is_asian = one_of(_FLANKING).match
            opens |= is_asian(before) is not None and not after.isspace()
            closes |= is_asian(after) is not None and not before.isspace()
        return Scanned(opens, closes, scanned.length)


class InlineParser(ParserInline):
    """Asks at each character the rules alone that it can begin something for; markdown-it asks all of them."""

    def __init__(self) -> None:
        super().__init__()
        named = {rule.name: rule.fn for rule in self.ruler.__rules__}
        self._rules = {
            char: [named.get(name, _our_inline) for name in names.split()] for char, names in _BEGINS.items()
        }

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """The inline tokens of a line, or of the description of a picture within it."""
        if env.get("pictures", 0) > _DEEPEST_PICTURES:
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        env["pictures"] = env.get("pictures", 0) + 1
        state = _Line(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        env["pictures"] -= 1
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """The tokens from where the state stands to the end of its span."""
        src, end = state.src, state.posMax
        is_allowed = state.level < state.md.options.maxNesting
        while state.pos < end:
            found = _SOMETHING.search(src, state.pos, end)
            at = found.start() if found else end
            if at > state.pos:
                state.append_pending(src[state.pos : at])
                state.pos = at
            elif not is_allowed or not any(rule(state, False) for rule in self._rules[src[at]]):
                state.append_pending(src[at])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Go behind the next token."""
        pos = state.pos
        if pos in state.cache:
            state.pos = state.cache[pos]
            return
        found = _SOMETHING.search(state.src, pos, state.posMax)
        at = found.start() if found else state.posMax
        if at > pos:
            state.pos = at
        elif state.level >= state.md.options.maxNesting:
            state.pos = state.posMax
        elif not self._is_something(state):
            state.pos = pos + 1
        state.cache[pos] = state.pos

    def _is_something(self, state: StateInline) -> bool:
        state.level += 1  # bounds the recursion
        found = any(rule(state, True) for rule in self._rules[state.src[state.pos]])
        state.level -= 1
        return found
