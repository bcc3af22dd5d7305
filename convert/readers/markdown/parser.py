"""Markdown to tokens: markdown-it with the rules of CommonMark 0.31.2 and GFM, and ours beside them.

What ours are is told in `block_rules` and `inline_rules`; `inline_parser` reads lines. Beyond its deepest nesting
markdown-it leaves out what is left: here that becomes a paragraph.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock, reference, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from convert.kit.cjk import has_east_asian
from convert.readers.markdown.block_rules import BLOCK_RULES
from convert.readers.markdown.inline_parser import InlineParser
from convert.readers.markdown.table_tokens import TableTokens

DEEPEST = 60
"""Levels that blocks, or links and spans in a line, may nest. A list counts two. Parsing recurses."""


_DEFINITION = re.compile(r"^[ >]*[:~][ \t]", re.MULTILINE)
_DEFINED = re.compile(r"\[[^\]]*\]:[ \t]*(\S+)[ \t]*\Z")
_ADDRESS = re.compile(r"[/.#:?&%]|\A<")
_MARKERS = re.compile(r"(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|[ \t])+")


def parse(text: str, environment: MutableMapping[str, Any]) -> list[Token]:
    """The block tokens of a text. `environment`: takes up what the rules find out, notes and link targets."""
    environment.setdefault("references", Definitions())
    return _parser(_DEFINITION.search(text) is not None).parse(text, environment)


def parse_line(text: str, environment: MutableMapping[str, Any]) -> list[Token]:
    """The inline tokens of a line of its own."""
    tokens: list[Token] = []
    parser = _parser(False)
    parser.inline.parse(text, parser, environment, tokens)
    return tokens


class Definitions(dict[str, Any]):
    """The addresses that links name by a label; `used`: the labels that were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def get(self, label: str, default: Any = None) -> Any:
        """What a label stands for."""
        self.used.add(label)
        return super().get(label, default)

    def unused(self) -> Iterator[tuple[int, str]]:
        """The lines of definitions that no link uses, and that do not look like addresses, with what they say."""
        for label, defined in self.items():
            if label not in self.used and not _ADDRESS.search(defined["href"]):
                yield defined["map"][0], f"[{label}]: {defined['href']} {defined['title']}".strip()


@functools.cache
def _parser(definitions: bool) -> MarkdownIt:
    """A parser; with definition lists only for texts that seem to have some, because the rule looks at every line."""
    parser = _Markdown("commonmark", {"maxNesting": DEEPEST})
    parser.block, parser.inline = _Blocks(), InlineParser()
    parser.block.ruler.before("fence", "ours", _our_block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.block.ruler.at("reference", _definition)
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.enableOnly(["normalize", "block"])
    if definitions:
        from mdit_py_plugins.deflist import deflist_plugin

        parser.use(deflist_plugin)
    return parser


def _our_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule for a line's first character. One rule that looks up is faster than many that look."""
    at = state.bMarks[start] + state.tShift[start]
    rule = BLOCK_RULES.get(state.src[at : at + 1])
    return rule is not None and not state.is_code_block(start) and rule(state, start, end, silent)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table. GFM has it that what a row has more than the header is left out: the environment's `excess` keeps it, with
    the line."""
    outer, kept = state.tokens, TableTokens()
    state.tokens = kept
    found = table(state, start, end, silent)
    state.tokens = outer
    if found and not silent:
        token = state.push("table", "table", 0)
        token.map, token.meta = [start, state.line], {"rows": kept.rows, "columns": kept.columns}
        columns = len(_cells(state, start))
        for line in range(start + 2, state.line):
            beyond = " ".join(filter(None, _cells(state, line)[columns:]))
            if beyond:
                state.env.setdefault("excess", []).append((line, beyond))
    return found


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Where a link leads to: `[label]: /url`. In `[注]: 数据来自统计局` no address follows: those are words."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = _DEFINED.match(line)
    if found and has_east_asian(found[1]) and not _ADDRESS.search(found[1]):
        return False
    return reference(state, start, end, silent)


def _cells(state: StateBlock, line: int) -> list[str]:
    row = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    cells = [cell.strip() for cell in escapedSplit(row)]
    return cells[row.startswith("|") : len(cells) - (len(cells) > 1 and not cells[-1])]


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address is kept: what no output may hold is told of and taken out later, in all formats alike."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """An address as HTML writes it; a picture in an address is taken as it stands."""
        return url if url[:5].lower() == "data:" else super().normalizeLink(url)


class _Blocks(ParserBlock):
    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 markdown-it's names
        """The blocks of some lines."""
        if state.level < state.md.options.maxNesting:
            super().tokenize(state, startLine, endLine)
        else:
            _take_as_paragraph(state, startLine, endLine)


def _take_as_paragraph(state: StateBlock, start: int, end: int) -> None:
    """A paragraph of what is nested too deeply, without the marks of quotations and lists."""
    line = start
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent or state.sCount[line] < 0):
        line += 1
    line = max(line, start + 1)
    lines = state.getLines(start, line, 0, False).split("\n")
    token = state.push("paragraph_open", "p", 1)
    token.map = [start, line]
    token.info = "flattened"
    token = state.push("inline", "", 0)
    token.content = "\n".join(filter(None, (_MARKERS.sub("", each, count=1).strip() for each in lines)))
    token.map = [start, line]
    token.children = []
    state.push("paragraph_close", "p", -1)
    state.line = line
