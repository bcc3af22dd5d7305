"""The part `styles.xml`: a named style for every role and span of the sheet."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace

from convert.kit.ooxml import declarations
from convert.style.counting import HeadingNumbers
from convert.style.page import Band
from convert.style.rules import RuleLook
from convert.style.sheet import Computed, Sheet, TableLook
from convert.writers.docx.boxes import paragraph_look
from convert.writers.docx.geometry import band_pitch, em
from convert.writers.docx.languages import language
from convert.writers.docx.looks import (
    Properties,
    border,
    char_look,
    char_properties,
    differing,
    paragraph_properties,
    shading,
)
from convert.writers.docx.names import FOOTER, HEADER, NORMAL, StyleName, StyleNames
from convert.writers.docx.rules import rule_properties
from convert.writers.docx.tables import borders, margins
from convert.writers.docx.xml import escape, list_level, part, switch, value

HEADINGS = 1
"""The numbering of the heading styles: the first of the document."""

_BODY = "body"
_TABLE = "TableNormal"
_HIDDEN_PRIORITY, _SHOWN_PRIORITY = 99, 1


def styles_part(sheet: Sheet, names: StyleNames, lang: str) -> bytes:
    """The part. `lang`: the document's language (BCP 47)."""
    body = _properties(normal_look(sheet), sheet)
    styles = [_sheet_styles(sheet.plain or sheet)]
    styles += (_varied(role, base, names, sheet) for role, base in sheet.variants.items())
    styles += (_varied_rule(name, base, names, sheet) for name, base in sheet.rule_variants.items())
    styles += (_variant(names.blocks[role], style) for (role, _), style in names.variants.items())
    styles += (_style("table", style, value("basedOn", _TABLE), "") for style in names.boxes.values())
    styles += (_span_style(spans, sheet, style) for spans, style in names.together.items())
    styles += _band_styles(sheet, body)
    return part(
        f"<w:styles {declarations('w')}>{_defaults(body, lang)}"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0"'
        f' w:defQFormat="0" w:count="376"/>{"".join(styles)}</w:styles>'
    )


@functools.lru_cache(maxsize=8)
def _sheet_styles(sheet: Sheet) -> str:
    """The styles that every document of a sheet has."""
    names, body = StyleNames(sheet), _properties(normal_look(sheet), sheet)
    styles = [_normal(sheet), _normal_table(), *_default_character_and_list()]
    styles += (_block_style(role, look, names, sheet, body) for role, look in sheet.roles.items())
    styles += (_table_style(look, names.tables[name], sheet) for name, look in sheet.tables.looks.items())
    styles += (_span_style((name,), sheet, style) for name, style in names.spans.items())
    styles += (_rule_style(look, names.rules[name], sheet) for name, look in sheet.rules.items())
    return "".join(styles)


def normal_look(sheet: Sheet) -> Computed:
    """The look of Normal, which all styles are based on: the body's without its indents."""
    return replace(sheet.roles[_BODY], indent_em=0.0, left_em=0.0, right_em=0.0)


def style_numbering(look: HeadingNumbers, level: int) -> str:
    """What the style of headings of a level says of its numbers; empty where they are typed."""
    return list_level(level - 1, HEADINGS) if look.mode == "auto" and look.pattern(level) else ""


def span_properties(name: str, sheet: Sheet) -> Properties:
    """What a span's style says of characters. Size and rise depend on the text around: runs say them."""
    plain = char_look(normal_look(sheet))
    look = plain.spanned(replace(sheet.spans[name], scale=1, rise_em=0))
    before = char_properties(plain, sheet)
    return {key: element for key, element in char_properties(look, sheet).items() if element != before[key]}


def _properties(look: Computed, sheet: Sheet) -> tuple[Properties, Properties]:
    return paragraph_properties(look, sheet), char_properties(char_look(look), sheet)


def _defaults(body: tuple[Properties, Properties], lang: str) -> str:
    """What holds where no style says otherwise."""
    paragraph, characters = ("".join(properties.values()) for properties in body)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{characters}{language(lang)}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _normal(sheet: Sheet) -> str:
    """The style that all are based on. East Asian settings are said outright: Word's own differ by version, and
    LibreOffice heeds them in a style only."""
    rules = sheet.typography
    autospace = rules.autospace_em > 0
    settings = (
        switch("widowControl", rules.orphans > 1 or rules.widows > 1),
        switch("kinsoku", True),
        switch("wordWrap", True),
        switch("overflowPunct", True),  # Word's own; where it is off, LibreOffice 7 loses marks at line ends
        switch("topLinePunct", False),
        switch("autoSpaceDE", autospace),
        switch("autoSpaceDN", autospace),
        switch("adjustRightInd", False),
        switch("snapToGrid", False),
    )
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}">{value("name", NORMAL)}'
        f"{value('uiPriority', 0)}<w:qFormat/><w:pPr>{''.join(settings)}</w:pPr></w:style>"
    )


def _normal_table() -> str:
    return (
        f'<w:style w:type="table" w:default="1" w:styleId="{_TABLE}">{value("name", "Normal Table")}'
        f"{value('uiPriority', _HIDDEN_PRIORITY)}<w:semiHidden/><w:unhideWhenUsed/><w:tblPr>"
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _default_character_and_list() -> tuple[str, str]:
    hidden = f"{value('uiPriority', _HIDDEN_PRIORITY)}<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/>{hidden}',
        f'<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>{hidden}',
    )


def _block_style(
    role: str, look: Computed, names: StyleNames, sheet: Sheet, base: tuple[Properties, Properties]
) -> str:
    paragraph, characters = _properties(paragraph_look(role, look), sheet)
    level = role.removeprefix("heading")
    if role != level and level.isdecimal():
        paragraph["numPr"] = style_numbering(sheet.numbering, int(level))
        paragraph["outlineLvl"] = value("outlineLvl", int(level) - 1)
    following = value("next", names.blocks[_BODY].id) if look.keep_next else ""
    return _style(
        "paragraph",
        names.blocks[role],
        f"{value('basedOn', NORMAL)}{following}",
        f"<w:pPr>{differing(paragraph, base[0])}</w:pPr><w:rPr>{differing(characters, base[1])}</w:rPr>",
    )


def _varied(role: str, base: str, names: StyleNames, sheet: Sheet) -> str:
    """The style of a role made for this document: what it has that the style it is based on has not."""
    own, under = (_properties(paragraph_look(base, sheet.roles[name]), sheet) for name in (role, base))
    paragraph, characters = (differing(*pair) for pair in zip(own, under, strict=True))
    return _style(
        "paragraph",
        names.blocks[role],
        value("basedOn", names.blocks[base].id),
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr>",
    )


def _variant(base: StyleName, style: StyleName) -> str:
    return _style("paragraph", style, value("basedOn", base.id), "")


def _span_style(spans: tuple[str, ...], sheet: Sheet, style: StyleName) -> str:
    order = char_properties(char_look(normal_look(sheet)), sheet)
    found = {key: element for span in spans for key, element in span_properties(span, sheet).items()}
    said = "".join(found[key] for key in order if key in found)
    return _style("character", style, value("basedOn", "DefaultParagraphFont"), f"<w:rPr>{said}</w:rPr>")


def _rule_style(look: RuleLook, style: StyleName, sheet: Sheet) -> str:
    return _style("paragraph", style, value("basedOn", NORMAL), f"<w:pPr>{rule_properties(look, sheet)}</w:pPr>")


def _varied_rule(name: str, base: str, names: StyleNames, sheet: Sheet) -> str:
    """The style of a rule made for this document."""
    properties = f"<w:pPr>{rule_properties(sheet.rules[name], sheet)}</w:pPr>"
    return _style("paragraph", names.rules[name], value("basedOn", names.rules[base].id), properties)


def _table_style(look: TableLook, style: StyleName, sheet: Sheet) -> str:
    """The rules of a look; those below the head are its first row's (17.7.6)."""
    first = f"<w:tcBorders>{border('bottom', look.head)}</w:tcBorders>{shading(look.shade) if look.shade else ''}"
    return _style(
        "table",
        style,
        value("basedOn", _TABLE),
        f"<w:tblPr>{borders(look)}{margins(look.padding_em * em(sheet.roles['cell']))}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>{first}</w:tcPr></w:tblStylePr>',
    )


def _style(kind: str, style: StyleName, relations: str, properties: str) -> str:
    custom = "" if style.built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style.id}">{value("name", escape(style.name))}{relations}'
        f"{value('uiPriority', _SHOWN_PRIORITY)}<w:qFormat/>{properties}</w:style>"
    )


def band_look(band: Band, sheet: Sheet) -> Computed:
    """The look of a header's or a footer's line."""
    return replace(
        normal_look(sheet), font=band.font, size=band.size, color=band.color, tracking=0.0, pitch=band_pitch(band),
        on_grid=False,
    )  # fmt: skip


def _band_styles(sheet: Sheet, base: tuple[Properties, Properties]) -> Iterator[str]:
    """The styles of headers and footers, as the pages of the body have them."""
    look = sheet.pages[_BODY]
    for style, band in ((HEADER, look.header), (FOOTER, look.footer)):
        if band.words:
            paragraph, characters = _properties(band_look(band, sheet), sheet)
            yield _style(
                "paragraph",
                StyleName(style, style.lower(), built_in=True),
                value("basedOn", NORMAL),
                f"<w:pPr>{differing(paragraph, base[0])}</w:pPr><w:rPr>{differing(characters, base[1])}</w:rPr>",
            )
