"""The style sheet as CSS. A class for every role and every span of the style; sizes are relative to the body's, so that
a reader's own text size scales them all.

What belongs to the sheet of paper has no place in a book that is reflowed: margins, the grid, tracking, page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from convert.style.sheet import Computed, Sheet, SpanLook
from convert.writers.epub.fonts import BookFonts
from convert.writers.epub.inlines import span_class
from convert.writers.epub.lists import marker_rules
from convert.writers.epub.markup import css_name

_LINES = {
    "under": "text-decoration:underline",
    "through": "text-decoration:line-through",
    "dots": "text-emphasis:filled dot;text-emphasis-position:under right",  # 着重号 (GB/T 15834-2011 §4.12)
}

_GROUND = """\
html{line-break:strict}
body{margin:0 auto;padding:0 1em;max-width:40em}
h1,h2,h3,h4,h5,h6,p,dt,dd,pre,figure,figcaption,caption,blockquote,ol,ul,dl{margin:0;padding:0}
h1,h2,h3,h4,h5,h6,th{font-size:1em;font-weight:normal;text-align:inherit}
strong,em,u,s,sup,sub,code{font-weight:normal;font-style:normal;text-decoration:none;vertical-align:baseline;\
font-size:1em}
a{color:inherit}
img{max-width:100%;height:auto}
figure{text-align:center}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
hr{border:0;border-top:0.5pt solid;margin:1em 0}
.spaced{white-space:pre-wrap}
.new-page{break-before:page}
.align-left{text-align:left}
.align-center{text-align:center;text-indent:0}
.align-right{text-align:right;text-indent:0}
@media (max-width:26em){br.balance{display:none}}"""
"""What holds for any style: nothing looks as the reading system would have it."""


def stylesheet(sheet: Sheet, fonts: BookFonts) -> str:
    """The book's CSS."""
    return "\n".join(_rules(sheet, fonts)) + "\n"


def _rules(sheet: Sheet, fonts: BookFonts) -> Iterator[str]:
    yield from fonts.rules()
    yield _GROUND
    body = sheet.roles["body"]
    for name, look in sheet.roles.items():
        yield f".{css_name(name)}{{{_block(look, sheet, body, fonts)}}}"
    for name, span in sheet.spans.items():
        yield f".{span_class(name)}{{{_span(span, fonts)}}}"
    yield from fonts.latin_rules()
    yield from _tables(sheet)
    yield from _lists(sheet)


def _block(look: Computed, sheet: Sheet, body: Computed, fonts: BookFonts) -> str:
    grid_line = sheet.grid.pitch / look.size  # em
    declarations = [
        f"font-family:{fonts.stack(look.font)}",
        f"font-size:{_number(look.size / body.size)}em",
        f"line-height:{_number(look.pitch / look.size)}",
        f"text-align:{look.align}",
        f"text-indent:{_number(look.indent_em)}em",
        f"margin:{_number(look.before_lines * grid_line)}em {_number(look.right_em)}em "
        f"{_number(look.after_lines * grid_line)}em {_number(look.left_em)}em",
        f"color:{look.color}",
        f"orphans:{sheet.typography.orphans};widows:{sheet.typography.widows}",
    ]
    if look.keep_next:
        declarations.append("break-after:avoid")
    if look.new_page:
        declarations.append("break-before:page")
    if look.balance:
        declarations.append("text-wrap:balance")
    return ";".join(declarations)


def _span(look: SpanLook, fonts: BookFonts) -> str:
    declarations = [
        f"font-family:{fonts.stack(look.font)}" if look.font else "",
        f"font-size:{_number(look.scale)}em" if look.scale != 1 else "",
        f"vertical-align:{_number(look.rise_em / look.scale)}em;line-height:0" if look.rise_em else "",
        _LINES.get(look.line, ""),
        f"color:{look.color}" if look.color else "",
        f"background:{look.background}" if look.background else "",
    ]
    return ";".join(filter(None, declarations))


def _tables(sheet: Sheet) -> Iterator[str]:
    look = sheet.table
    yield "table{border-collapse:collapse;width:100%;margin:0.5em 0}"
    yield f"th,td{{border:{_number(look.rule)}pt solid;padding:{_number(look.padding_em)}em;vertical-align:middle}}"
    yield "tr{break-inside:avoid}"


def _lists(sheet: Sheet) -> Iterator[str]:
    indent = f"{_number(sheet.lists.indent_em)}em"
    yield f"ol,ul{{padding-left:{indent}}}"
    yield f"dd{{margin-left:{indent}}}"
    yield from marker_rules(sheet)


def _number(value: float) -> str:
    """A number to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
