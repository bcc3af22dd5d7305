"""From a style file to a sheet: parents, defaults and units resolved."""

from __future__ import annotations

import functools
import re
from typing import Any

from convert.diagnostics import StyleError
from convert.kit.numerals import NUMERALS
from convert.kit.units import mm
from convert.style.counting import NUMBER_PLACE, CaptionLook, HeadingNumbers, ListLook, NoteLook
from convert.style.furniture import page_looks, page_of
from convert.style.imprint import Imprint
from convert.style.load import load_style
from convert.style.page import Page
from convert.style.rules import RuleLook
from convert.style.schema import LetterheadSection, RoleSection, RuleSection, SpanSection, StyleFile, TableLookSection
from convert.style.sheet import (
    EDGES,
    BoxLook,
    Computed,
    FontStack,
    Grid,
    LetterheadLook,
    Sheet,
    TableLook,
    Tables,
    Typography,
)
from convert.style.spans import PLAIN, OverLook, SpanLook
from convert.style.values import Values, given

_BODY, _GRID = "body", "grid"
_RULE_EM, _RULE_PT = 15.0, 0.5  # above footnotes; any rule's weight
_STAMP = (40.0, 14.0)  # mm
_DEEPEST = 9  # level of headings
_CAPTIONS = {"figure": {"en": "Figure {number}. "}, "table": {"en": "Table {number}. "}}
_COLOR = re.compile(r"#[0-9a-f]{6}")
_ROLE_DEFAULTS: dict[str, Any] = dict(
    tracking_pt=0.0, align="left", indent_em=0.0, left_em=0.0, right_em=0.0, before_lines=0.0, after_lines=0.0,
    ink_top_mm=None, on_grid=False, keep_next=False, keep_previous=False, middle=False, new_page=False, balance=False, color="#000000", place="text",
)  # fmt: skip
_BOX_DEFAULTS: dict[str, Any] = dict(
    border_pt=0.0, border_sides=EDGES, border_color="#000000", background="", padding_em=0.0
)
_NOT_FROM_BODY = (
    "before_lines",
    "after_lines",
    "ink_top_mm",
    "keep_next",
    "new_page",
    "balance",
    "place",
    "keep_previous",
    "middle",
    *_BOX_DEFAULTS,
)
"""Properties of the one block they are written on: every role starts without them."""


def read_sheet(name: str, settings: tuple[str, ...] = ()) -> Sheet:
    """The style of that name (or path), computed. Raises StyleError; see `load_style`.

    A style that is named, not a file of the user's own, is read once a process.
    """
    return compute(load_style(name, settings), name) if name.endswith(".toml") else _named_sheet(name, settings)


@functools.lru_cache(maxsize=16)
def _named_sheet(name: str, settings: tuple[str, ...]) -> Sheet:
    return compute(load_style(name, settings), name)


def compute(file: StyleFile, source: str) -> Sheet:
    """Resolve a merged style file. `source` names it in messages. Raises StyleError (`style-missing`, `style-value`)."""
    values = Values(source)
    page = page_of(file.page, values)
    fonts = {
        name: FontStack(
            values.need(f.cjk, f"fonts.{name}.cjk"), values.need(f.latin, f"fonts.{name}.latin"), f.generic or "serif"
        )
        for name, f in file.fonts.items()
    }
    grid = _grid(file, page, values)
    roles = _roles(file, grid, fonts, values)
    t, lists = file.typography, file.lists
    return Sheet(
        name=file.name or source,
        lang=file.lang or "und",
        page=page,
        grid=grid,
        fonts=fonts,
        roles=roles,
        spans={name: _span(name, section, fonts, values) for name, section in file.spans.items()},
        typography=Typography(t.autospace_em or 0, t.last_line_chars or 1, t.orphans or 1, t.widows or 1),
        tables=_tables(file, values),
        rules={name: _rule(name, section, grid, values) for name, section in file.rules.items()},
        lists=ListLook(
            lists.bullets or ("•",), lists.tasks or ("□", "■"), 2 if lists.indent_em is None else lists.indent_em
        ),
        image_dpi=_image_dpi(file, values),
        numbering=_numbering(file, values),
        captions=_captions(file, values),
        notes=_notes(file, roles["note"].em),
        pages=page_looks(file, fonts, values),
        title_block=("subtitle",) if file.title_block.shows is None else file.title_block.shows,
        letterhead=_letterhead(file.letterhead, roles["body"].size),
        cover=bool(file.cover.show),
        sealing=file.signing.default or "none",
        stamp=_stamp(file, values),
        respace=max(file.signing.respace_lines or 0, 0),
        attachments_bound=file.attachments.bound is not False,
        imprint=_imprint(file),
        page_list=file.book.page_list is not False,
    )


def _imprint(file: StyleFile) -> Imprint:
    look = file.imprint
    shows = ("recipients", "cc", "printing") if look.shows is None else look.shows
    return Imprint(shows, look.rules is not False, look.page or "last")


def _image_dpi(file: StyleFile, values: Values) -> int:
    dpi = file.pictures.dpi or 0
    if dpi < 0:
        raise values.error("pictures.dpi", f"expected a number of pixels an inch, or 0 for all, got {dpi}")
    return dpi


def _stamp(file: StyleFile, values: Values) -> tuple[float, float]:
    width, height = file.signing.stamp_mm or _STAMP
    if min(width, height) <= 0:
        raise values.error("signing.stamp_mm", "expected a width and a height in mm")
    return mm(width), mm(height)


def _tables(file: StyleFile, values: Values) -> Tables:
    table = file.table
    rule = _RULE_PT if table.rule_pt is None else table.rule_pt
    usual = {
        **dict.fromkeys(("top", "bottom", "head", "rows", "columns", "sides", "span"), rule),
        "padding_em": table.padding_em or 0.0,
        "valign": table.valign or "top",
        "numbers": table.numbers or "plain",
        "shade": "",
    }
    sections = {_GRID: TableLookSection(), **file.tables}
    looks = {name: _table_look(name, section, usual, values) for name, section in sections.items()}
    default = table.look or _GRID
    if default not in looks:
        raise values.error("table.look", f"there is no look {default!r}; there are: {', '.join(sorted(looks))}")
    for role in (f"{size}-{cell}" for size in table.smaller or () for cell in ("cell", "header-cell")):
        if role not in file.roles:
            raise values.error("table.smaller", f"there is no role {role!r}")
    return Tables(looks, default, rule, table.smaller or ())


def _table_look(name: str, section: TableLookSection, usual: dict[str, Any], values: Values) -> TableLook:
    own = {key.removesuffix("_pt"): value for key, value in given(section).items()}
    if section.shade:
        values.color(section.shade, f"tables.{name}.shade")
    look = {**usual, **own}
    return TableLook(**{**look, "span": own.get("span", look["rows"])})


def _letterhead(section: LetterheadSection, size: float) -> LetterheadLook:
    return LetterheadLook(
        show=section.show or "never",
        ending=section.ending or "",
        issuers=section.issuers or "all",
        smallest=section.smallest_pt or size,
        rule=section.rule or "number",
        dated=bool(section.dated),
    )


def _rule(name: str, section: RuleSection, grid: Grid, values: Values) -> RuleLook:
    weights = (_RULE_PT,) if section.weights_pt is None else section.weights_pt
    if not (0 < len(weights) < 3 and all(weight > 0 for weight in weights)):
        raise values.error(f"rules.{name}.weights_pt", "expected the weight of one line, or of two")
    return RuleLook(
        weights=weights,
        gap=section.gap_pt or 0.0,
        color=values.color(section.color or "#000000", f"rules.{name}.color"),
        width=mm(section.width_mm or 0.0),
        centered_on=section.centered_on or "area",
        before=mm(section.before_mm or 0.0),
        after=mm(section.after_mm or 0.0) + (section.after_lines or 0.0) * grid.pitch,
    )


def _numbering(file: StyleFile, values: Values) -> HeadingNumbers:
    levels = file.numbering.levels or ()
    for level, pattern in enumerate(levels, 1):
        places = NUMBER_PLACE.findall(pattern)
        by_level = all(place.isdecimal() and 0 < int(place) <= level for place in places)
        if pattern and not (places and by_level) and not (len(places) == 1 and places[0] in NUMERALS):
            raise values.error(
                "numbering.levels",
                f"level {level}: expected one of {', '.join(map('{{{}}}'.format, NUMERALS))}, or levels like {{1}}.{{2}}",
            )
    if len(levels) > _DEEPEST:
        raise values.error("numbering.levels", f"headings have {_DEEPEST} levels")
    return HeadingNumbers(file.numbering.mode or "keep", levels)


def _captions(file: StyleFile, values: Values) -> CaptionLook:
    look = file.captions
    for of in ("figure", "table"):
        for lang, pattern in getattr(look, of).items():
            places = NUMBER_PLACE.findall(pattern)
            if "number" not in places or not {*places} <= {"number", "chapter"}:
                raise values.error(f"captions.{of}.{lang}", "expected {number} in it, and nothing else but {chapter}")
    return CaptionLook(look.mode or "keep", look.figure or _CAPTIONS["figure"], look.table or _CAPTIONS["table"])


def _notes(file: StyleFile, em: float) -> NoteLook:
    look = file.notes
    weight = _RULE_PT if look.rule_pt is None else look.rule_pt
    width = (_RULE_EM if look.rule_em is None else look.rule_em) * em
    return NoteLook(look.marks or "decimal", look.end_marks or "decimal", look.restart or "document", width, weight)


def _grid(file: StyleFile, page: Page, values: Values) -> Grid:
    """GB/T 9704 cl. 3.2, 5.2.3: the first glyph's top lies on the type area's top, the last one's bottom on its bottom."""
    lines, cells = values.need(file.grid.lines, "grid.lines"), values.need(file.grid.cells, "grid.cells")
    if lines < 2 or cells < 1:
        raise values.error("grid", "expected two lines and one cell at least")
    cell = page.area_width / cells
    return Grid(lines, cells, (page.area_height - cell) / (lines - 1), cell, file.grid.blank or "lines")


def _roles(file: StyleFile, grid: Grid, fonts: dict[str, FontStack], values: Values) -> dict[str, Computed]:
    if _BODY not in file.roles:
        raise StyleError("style-missing", style=values.source, key="roles.body")
    resolved = {name: _resolved_role(name, file, values, ()) for name in file.roles}
    return {name: _computed(name, role, grid, fonts, values) for name, role in resolved.items()}


def _resolved_role(name: str, file: StyleFile, values: Values, seen: tuple[str, ...]) -> dict[str, Any]:
    section: RoleSection = file.roles[name]
    own = given(section)
    parent = own.pop("extends", None) or (None if name == _BODY else _BODY)
    if parent is None:
        return {**_ROLE_DEFAULTS, **_BOX_DEFAULTS, **own}
    if parent not in file.roles or parent in (*seen, name):
        raise values.error(f"roles.{name}.extends", f"there is no role {parent!r}, or it extends this one itself")
    base = _resolved_role(parent, file, values, (*seen, name))
    if parent == _BODY:
        defaults = {**_ROLE_DEFAULTS, **_BOX_DEFAULTS}
        base = {**base, **{key: defaults[key] for key in _NOT_FROM_BODY}}
    if "size_pt" in own and "tracking_pt" not in own:
        base = {**base, "tracking_pt": 0.0}
    return {**base, **own}


def _computed(name: str, role: dict[str, Any], grid: Grid, fonts: dict[str, FontStack], values: Values) -> Computed:
    size = values.need(role.get("size_pt"), f"roles.{name}.size_pt")
    on_grid = role["on_grid"]
    if size <= 0 or not (on_grid or (role.get("pitch_pt") or 1) > 0):
        raise values.error(f"roles.{name}.{'size_pt' if size <= 0 else 'pitch_pt'}", "expected a number above 0")
    role = role | {key: _blank(role[key], key, grid, on_grid=on_grid) for key in ("before_lines", "after_lines")}
    return Computed(
        font=values.font(values.need(role.get("font"), f"roles.{name}.font"), fonts, f"roles.{name}.font"),
        size=size,
        pitch=grid.pitch if on_grid else values.need(role.get("pitch_pt"), f"roles.{name}.pitch_pt"),
        tracking=grid.cell - size if on_grid else role["tracking_pt"],
        color=values.color(role["color"], f"roles.{name}.color"),
        box=_box(name, role, values),
        ink_top=None if role["ink_top_mm"] is None else mm(role["ink_top_mm"]),
        **{key: role[key] for key in _ROLE_DEFAULTS if key not in ("tracking_pt", "ink_top_mm", "color")},
    )


def _blank(lines: float, key: str, grid: Grid, *, on_grid: bool) -> float:
    """Empty lines as what is added to where the next line would begin. From edge to edge they hold the leading that two
    lines have between them anyway; behind a block off the grid they are counted from its edge."""
    if not lines or grid.blank == "lines" or (key == "after_lines" and not on_grid):
        return lines
    return max(lines - (grid.pitch - grid.cell) / grid.pitch, 0.0)


def _box(name: str, role: dict[str, Any], values: Values) -> BoxLook:
    background = role["background"]
    return BoxLook(
        border=role["border_pt"],
        sides=role["border_sides"],
        color=values.color(role["border_color"], f"roles.{name}.border_color"),
        background=background and values.color(background, f"roles.{name}.background"),
        padding_em=role["padding_em"],
    )


def _span(name: str, section: SpanSection, fonts: dict[str, FontStack], values: Values) -> SpanLook:
    said = given(section)
    if "font" in said:
        values.font(said["font"], fonts, f"spans.{name}.font")
    for key in ("color", "background"):
        if key in said:
            values.color(said[key], f"spans.{name}.{key}")
    plain = {key: getattr(PLAIN, key) for key in SpanLook.__slots__}
    over = OverLook(mm(said.pop("over_mm", 0.0)), mm(said.pop("over_rise_mm", 0.0)))
    return SpanLook(**{**plain, **said, "over": over})
