"""Tables that are wider than the type area go on pages across; those that become smaller are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import is_

from convert.diagnostics import Report
from convert.layout.fitting import Fit, fit_table
from convert.layout.sections import LANDSCAPE, Section, begins_section
from convert.model import Block, Document, Group, Table, replace
from convert.passes.official.attachments import ATTACHMENT, outward
from convert.style.sheet import Sheet

_HEADS = frozenset({"attachment-label", "attachment-title"})


def turn_wide_tables(document: Document, sheet: Sheet, report: Report) -> Document:
    """`document` with the tables that no smaller characters make narrow enough on pages that are read across, those that
    follow each other together. Only tables of the running text and of attachments are turned: others stay where they
    stand. What heads an attachment goes with its table."""
    blocks = tuple(_Turning(sheet, report).turned(document.blocks))
    return (
        document
        if len(blocks) == len(document.blocks) and all(map(is_, blocks, document.blocks))
        else replace(document, blocks=blocks)
    )


class _Turning:
    def __init__(self, sheet: Sheet, report: Report) -> None:
        self._sheet, self._report = sheet, report
        self._fits: dict[tuple[int, float], Fit] = {}  # by the table's identity, and its room

    def turned(self, blocks: Iterable[Block]) -> Iterator[Block]:
        heads: list[Block] = []
        for wide, group in groupby(blocks, self._is_turned):
            run = list(group)
            if wide:
                yield self._across(heads, run)
                heads = []
                continue
            end = len(run)
            while end and run[end - 1].role in _HEADS:
                end -= 1
            yield from map(self._checked, run[:end])
            heads = run[end:]
        yield from heads

    def _across(self, heads: Iterable[Block], tables: Sequence[Block]) -> Group:
        across = Group((*heads, *tables), role=LANDSCAPE, pos=tables[0].pos)
        for table in tables:
            self._report.add("table-landscape", table.pos)
        self._check(tables, Section().within(across))
        return across

    def _is_turned(self, block: Block) -> bool:
        """Whether a table cannot be read with ease on an upright page. One whose widths the source gives is as wide as it
        is meant to be."""
        if not isinstance(block, Table) or LANDSCAPE not in self._sheet.pages:
            return False
        if block.columns and all(column.width for column in block.columns):
            return False
        width = Section().paper(self._sheet).area_width
        wider = Section(turned=True).paper(self._sheet).area_width > width
        return wider and self._fit(block, width).least > width

    def _fit(self, table: Table, available: float) -> Fit:
        key = id(table), available
        if key not in self._fits:
            self._fits[key] = fit_table(table, self._sheet, available)
        return self._fits[key]

    def _checked(self, block: Block) -> Block:
        if isinstance(block, Group) and block.role == ATTACHMENT:
            children = tuple(self.turned(block.children))
            same = len(children) == len(block.children) and all(map(is_, children, block.children))
            return block if same else outward(replace(block, children=children))
        self._check((block,), Section())
        return block

    def _check(self, blocks: Iterable[Block], section: Section) -> None:
        """Tell which tables become smaller, and which are too narrow all the same."""
        for block in blocks:
            if isinstance(block, Group):
                self._check(block.children, section.within(block) if begins_section(block) else section)
            if not isinstance(block, Table):
                continue
            fit = self._fit(block, section.paper(self._sheet).area_width)
            if fit.widths and min(fit.widths) < self._sheet.roles[fit.cell].em:
                self._report.add("table-crowded", block.pos, columns=len(fit.widths))
            if fit.is_smaller:
                self._report.add("table-smaller", block.pos, size=f"{self._sheet.roles[fit.cell].size:g}")
