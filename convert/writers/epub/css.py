"""The style sheet as CSS. A class for every role and every span of the style; sizes are relative to the body's, so that
a reader's own text size scales them all.

What belongs to the sheet of paper has no place in a book that is reflowed: margins, the grid, tracking, page numbers.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from convert.kit.cjk import display_em
from convert.model import Block, Para
from convert.model.walk import nodes, plain
from convert.style.rules import RuleLook
from convert.style.sheet import EDGES, Computed, Sheet, TableLook, Typography
from convert.style.spans import OverLook, SpanLook
from convert.writers.epub.fonts import BookFonts
from convert.writers.epub.inlines import is_balance, span_class
from convert.writers.epub.lists import marker_rules
from convert.writers.epub.markup import box_class, css_name, table_class

_INK = "#000000"  # not said: a reading system turns it light at night
_NARROWEST = 2  # characters in a table's column: a browser would break 单位 into two lines
_PADDING = 1  # beside the text, em
_FOOT = 2  # above what stands at the foot of a page on paper, em
_SHARE = 90  # of the width of a screen, vw, that stands for the width of the type area
_SMALL = 30  # the width of a screen, em, on which long words in tables may be cut
_RULES = ("top", "bottom", "head", "rows", "columns", "sides", "span")
_LINES = {
    "under": "text-decoration:underline",
    "through": "text-decoration:line-through",
    "dots": "text-emphasis:filled dot;text-emphasis-position:under right",  # 着重号 (GB/T 15834-2011 §4.12)
}

_GROUND = """\
html{line-break:strict;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6,p,dt,dd,pre,figure,figcaption,caption,blockquote,ol,ul,dl{margin:0;padding:0}
h1,h2,h3,h4,h5,h6,th{font-size:1em;font-weight:normal;text-align:inherit}
strong,em,u,s,sup,sub,code{font-weight:inherit;font-style:inherit;text-decoration:none;vertical-align:baseline;\
font-size:1em}
code{font-family:inherit}
a{color:inherit}
a[role|=doc]{text-decoration:none}
img{max-width:100%;height:auto}
pre{tab-size:4;white-space:pre-wrap;overflow-wrap:anywhere}
figure{break-inside:avoid}
hr{border:0;border-top:0.5pt solid;margin:1em 0}
.framed{border:0.06em solid;padding:0.15em 0.25em}
.formula,.wide{overflow-x:auto;overflow-y:hidden}
.wide{display:inline-block;max-width:100%;vertical-align:middle;text-indent:0}
.formula{padding:0.2em 0}
.scroll{overflow-x:auto}
.table-notes{break-before:avoid}
td>table,th>table{margin:0}
.spaced{white-space:pre-wrap}
.new-page{break-before:page}"""
"""What holds for any style: nothing looks as the reading system would have it."""


def stylesheet(sheet: Sheet, fonts: BookFonts, blocks: Iterable[Block]) -> str:
    """The CSS of a book of `blocks`."""
    return "\n".join(_rules(sheet, fonts, blocks)) + "\n"


def _rules(sheet: Sheet, fonts: BookFonts, blocks: Iterable[Block]) -> Iterator[str]:
    yield from fonts.rules()
    yield _GROUND
    yield f"body{{margin:0 auto;padding:0 {_PADDING}em;max-width:40em;overflow-wrap:break-word}}"
    body = sheet.roles["body"]
    for name, look in sheet.roles.items():
        declarations = _block(look, sheet.grid.pitch, body.size, sheet.typography, fonts.stack(look.font))
        yield f".{css_name(name)}{{{declarations}}}"
        if look.middle:
            yield f".{css_name(name)}>img{{vertical-align:middle}}"
    for name, look in sheet.roles.items():
        if look.box.visible:
            yield f".{box_class(name)}{{{_box(look)}}}"
            yield f".group-{css_name(name)}{{{_around(look, sheet, body)}}}"
        if look.place == "foot":
            yield f".group-{css_name(name)}{{margin-top:{_FOOT}em;break-inside:avoid}}"
    for name, span in sheet.spans.items():
        yield f".{span_class(name)}{{{_span(span, fonts)}}}"
        if span.over.size:
            yield f".{span_class(name)} img{{{_over(span.over, body)}}}"
    yield ".align-left,.apart{text-align:left}"
    yield ".seats{display:flex;text-indent:0}.seats>span{flex:1 1 0;text-align:center}"
    yield ".apart{display:flow-root}.apart>span:last-child{float:right;text-indent:0}"
    yield from (f".align-{side}{{text-align:{side};text-indent:0}}" for side in ("center", "right"))
    yield "figure>p[class]{text-align:center;text-indent:0}"
    yield from _marks(sheet, body)
    yield from fonts.latin_rules()
    yield from (f".rule-{css_name(name)}{{{_rule(look, body)}}}" for name, look in sheet.rules.items())
    yield from _tables(sheet)
    yield from _notes(sheet)
    yield from _lists(sheet, fonts)
    yield f"@media (max-width:{_number(_balanced_width(sheet, blocks))}em){{br.balance{{display:none}}}}"


def _balanced_width(sheet: Sheet, blocks: Iterable[Block]) -> float:
    """The width of a screen, in em, below which lines that were balanced for paper no longer fit."""
    widest = 0.0
    for block in nodes(tuple(blocks)):
        if isinstance(block, Para) and any(map(is_balance, block.children)):
            lines = "".join("\n" if is_balance(part) else plain(part) for part in block.children).split("\n")
            widest = max(widest, sheet.look(block).size / sheet.roles["body"].size * max(map(display_em, lines)))
    return widest + 2 * _PADDING


def _box(look: Computed) -> str:
    """The box around a block, in em of its text. Lines have half of their leading on both sides already."""
    box = look.box
    weights = (f"{_number(box.border if side in box.sides else 0)}pt" for side in EDGES)
    declarations = [
        f"border:solid {box.color};border-width:{' '.join(weights)}" if box.border else "",
        f"padding:{' '.join(f'{_number(look.padding(side) / look.size)}em' for side in EDGES)}",
        f"background:{box.background};color:{look.color}" if box.background else "",  # legible at night, too
    ]
    return ";".join(filter(None, declarations))


def _around(look: Computed, sheet: Sheet, body: Computed) -> str:
    """What a group keeps free around its box, in em of the body's text."""
    line, em = sheet.grid.pitch / body.size, look.size / body.size
    return (
        f"margin:{_number(look.before_lines * line)}em {_number(look.right_em * em)}em "
        f"{_number(look.after_lines * line)}em {_number(look.left_em * em)}em"
    )


@functools.lru_cache(maxsize=1024)  # the next book says the same of most roles
def _block(look: Computed, pitch: float, size: float, rules: Typography, stack: str) -> str:
    """The declarations of a role. `pitch`: of the grid, `size`: of body text, both in pt; `stack`: of its faces."""
    grid_line = pitch / look.size  # em
    declarations = [
        f"font-family:{stack}",
        f"font-size:{_number(look.size / size)}em",
        f"line-height:{_number(look.pitch / look.size)}",
        "text-align:justify;text-align-last:justify" if look.align == "spread" else f"text-align:{look.align}",
        f"text-indent:{_number(look.indent_em)}em",
        f"margin:{_number(_lines_before(look) * grid_line)}em {_number(look.right_em)}em "
        f"{_number(look.after_lines * grid_line)}em {_number(look.left_em)}em",
        f"orphans:{rules.orphans};widows:{rules.widows}",
    ]
    if look.color != _INK:
        declarations.append(f"color:{look.color}")
    if look.keep_next:
        declarations.append("break-after:avoid")
    if look.keep_previous:
        declarations.append("break-before:avoid")
    if look.new_page:
        declarations.append("break-before:page")
    if look.balance:
        declarations.append("text-wrap:balance")
    return ";".join(declarations)


def _marks(sheet: Sheet, body: Computed) -> Iterator[str]:
    """The issuers' mark on a screen: several names beside what stands behind them all, in their middle; on a screen that is
    narrower than the type area as much smaller."""
    yield ".group-joint{display:flex;justify-content:center;align-items:center}"
    yield ".group-joint p{margin:0;white-space:nowrap}.group-joint>p{margin-left:0.5em}"
    width = sheet.page.area_width / body.size + 2 * _PADDING
    sizes = {
        name: look.size for name, look in sheet.roles.items() if sheet.roles[sheet.base_role(name)].ink_top is not None
    }
    rules = (
        f".{css_name(name)}{{font-size:{_number(_SHARE * size / sheet.page.area_width)}vw}}"
        for name, size in sizes.items()
    )
    if sizes:
        yield f"@media (max-width:{_number(width)}em){{{''.join(rules)}}}"


def _lines_before(look: Computed) -> float:
    """The empty lines above a block; what has its place on a sheet of paper begins the page of a screen, too."""
    return look.before_lines if look.ink_top is None else min(look.before_lines, 1.0)


def _span(look: SpanLook, fonts: BookFonts) -> str:
    ink = look.color or (_INK if look.background else "")  # legible on its own ground at night, too
    declarations = [
        f"font-family:{fonts.stack(look.font)}" if look.font else "",
        f"font-size:{_number(look.scale)}em" if look.scale != 1 else "",
        f"vertical-align:{_number(look.rise_em / look.scale)}em;line-height:0" if look.rise_em else "",
        _LINES.get(look.line, ""),
        f"color:{ink}" if ink else "",
        f"background:{look.background}" if look.background else "",
        "font-weight:bold" if look.weight == "bold" else "",
        "font-style:italic" if look.slant == "italic" else "",
        "font-variant:small-caps" if look.caps == "small" else "",
        "position:relative;display:inline-block;text-indent:0" if look.over.size else "",
    ]
    return ";".join(filter(None, declarations))


def _rule(look: RuleLook, body: Computed) -> str:
    """A rule of one line or two: as wide as the text, whatever the sheet of paper has."""
    upper, *lower = (f"{_number(weight)}pt solid {look.color}" for weight in look.weights)
    declarations = [
        f"border-top:{upper}",
        f"border-bottom:{lower[0]};height:{_number(look.gap)}pt" if lower else "",
        f"margin:{_number(look.before / body.size)}em 0 {_number(look.after / body.size)}em",
    ]
    return ";".join(filter(None, declarations))


def _over(look: OverLook, body: Computed) -> str:
    """Pictures over the words of a span, in em of the body's text: they fill a square, whose middle is above that of the
    words."""
    size, rise = look.size / body.size, look.rise / body.size
    return (
        f"position:absolute;left:50%;top:50%;width:{_number(size)}em;height:{_number(size)}em;max-width:none;"
        f"object-fit:contain;transform:translate(-50%,-50%) translateY({_number(-rise)}em);mix-blend-mode:multiply"
    )


def _tables(sheet: Sheet) -> Iterator[str]:
    em = sheet.roles["cell"].size / sheet.roles["body"].size  # of the cell's text
    yield "table{border-collapse:collapse;width:100%;margin:0.5em 0}"
    yield f"th,td{{border:0 solid;min-width:{_number(_NARROWEST * em)}em}}"
    yield f"@media (max-width:{_SMALL}em){{th,td{{overflow-wrap:anywhere}}.picture{{text-indent:0}}}}"  # elsewhere columns are as wide as their words
    yield "tr{break-inside:avoid}"
    for name, look in sheet.tables.looks.items():
        yield from _table_look(f".{table_class(name)}", look, em)


def _table_look(table: str, look: TableLook, em: float) -> Iterator[str]:
    """Where rules meet, the wider one is drawn (CSS 2.2 §17.6.2.1)."""
    pt = {name: f"{_number(getattr(look, name))}pt" for name in _RULES}
    yield f"{table}{{border:solid;border-width:{pt['top']} {pt['sides']} {pt['bottom']}}}"
    yield f"{table}>*>tr>*{{padding:{_number(look.padding_em * em)}em;vertical-align:{look.valign}}}"
    yield f"{table}>*>tr+tr>*{{border-top-width:{pt['rows']}}}"
    yield f"{table}>*>tr>*+*{{border-left-width:{pt['columns']}}}"
    yield f"{table}>*>tr>:not(:last-child){{border-right-width:{pt['columns']}}}"
    if look.span > look.rows:
        yield f"{table}>thead>tr:not(:last-child)>[colspan]{{border-bottom-width:{pt['span']}}}"
    yield f"{table}>thead+tbody>tr:first-child>*{{border-top-width:{pt['head']}}}"
    if look.shade:
        yield f"{table}>*>tr>th{{background:{look.shade};color:{_INK}}}"


def _notes(sheet: Sheet) -> Iterator[str]:
    """A rule above the first of a file's footnotes."""
    look, em = sheet.notes, sheet.roles["note"].size / sheet.roles["body"].size
    if look.rule_width and look.rule:
        width = _number(look.rule_width / sheet.roles["body"].size)
        yield (
            f".footnote::before{{content:'';display:block;width:{width}em;border-top:{_number(look.rule)}pt solid;"
            f"margin:{_number(em)}em 0}}"
        )
        yield ".footnote~.footnote::before{display:none}"
    yield ".endnotes{list-style:none;padding:0}"


def _lists(sheet: Sheet, fonts: BookFonts) -> Iterator[str]:
    look = sheet.roles["list"]
    yield f"li{{font-family:{fonts.stack(look.font)};line-height:{_number(look.pitch / look.size)}}}"  # the markers'
    yield f"td li::marker,th li::marker{{font-size:{_number(sheet.roles['cell'].size / sheet.roles['body'].size)}em}}"
    indent = f"{_number(sheet.lists.indent_em)}em"
    yield f"ol,ul{{padding-left:{indent}}}"
    yield f"dd{{margin-left:{indent}}}"
    yield from marker_rules(sheet)


def _number(value: float) -> str:
    """A number to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
