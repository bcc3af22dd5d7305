"""Pages by their kind: their margins, their headers and footers, how they are numbered."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from convert.kit.units import mm
from convert.style.page import FIELDS, Band, Page, PageLook, Texts
from convert.style.schema import BandSection, MarginsSection, PageSection, PagesSection, StyleFile, TextsSection
from convert.style.sheet import FontStack
from convert.style.values import Values, given

_KINDS = ("body", "landscape", "cover", "front")
_TEXTS = ("left", "center", "right", "rule", "edge_mm", "even", "first")
_SIZE = 10.5  # pt
_BLACK = "#000000"
_FIELD = re.compile(r"\{([^}]*)\}")


def page_of(section: PageSection, values: Values, key: str = "page") -> Page:
    """The sheet that a section of the file describes, which must be complete."""
    p, first = section, section.first or MarginsSection()
    page = Page(
        mm(values.need(p.width_mm, f"{key}.width_mm")),
        mm(values.need(p.height_mm, f"{key}.height_mm")),
        mm(values.need(p.top_mm, f"{key}.top_mm")),
        mm(values.need(p.bottom_mm, f"{key}.bottom_mm")),
        mm(values.need(p.left_mm, f"{key}.left_mm")),
        mm(values.need(p.right_mm, f"{key}.right_mm")),
        bool(p.mirror),
        mm(values.need(p.top_mm if first.top_mm is None else first.top_mm, f"{key}.first.top_mm")),
        mm(values.need(p.bottom_mm if first.bottom_mm is None else first.bottom_mm, f"{key}.first.bottom_mm")),
    )
    if page.area_width <= 0 or page.area_height <= 0 or page.opening.area_height <= 0:
        raise values.error(key, "the margins leave no type area")
    return page


def page_looks(file: StyleFile, fonts: dict[str, FontStack], values: Values) -> dict[str, PageLook]:
    """The pages of every kind: what a section does not say is as in the body; if it says one text of a header or footer,
    it says them all."""
    for name in file.sections:
        if name not in _KINDS:
            raise values.error(f"sections.{name}", f"there is no such section; there are: {', '.join(_KINDS)}")
    return {name: _page_look(name, file, fonts, values) for name in _KINDS}


def _page_look(name: str, file: StyleFile, fonts: dict[str, FontStack], values: Values) -> PageLook:
    own, key = file.sections.get(name, PagesSection()), f"sections.{name}"
    base = given(file.page)
    if name != "body":
        base.pop("first", None)  # it is the text's: a cover, pages across have margins of their own
    return PageLook(
        page=page_of(PageSection(**base | given(own.page)), values, f"{key}.page" if name != "body" else "page"),
        header=_band(_over(file.header, own.header), fonts, file.rules, values, "header"),
        footer=_band(_over(file.footer, own.footer), fonts, file.rules, values, "footer"),
        numbers=own.numbers or "decimal",
        edges=own.edges or "page",
    )


def _over(base: BandSection, top: BandSection) -> BandSection:
    under, over = given(base), given(top)
    if any(key in over for key in _TEXTS):
        under = {key: value for key, value in under.items() if key not in _TEXTS}
    return BandSection(**under | over)


def _band(band: BandSection, fonts: dict[str, FontStack], rules: Collection[str], values: Values, key: str) -> Band:
    odd = _texts(band, rules, values, key)
    even = _texts(band.even, rules, values, f"{key}.even") if band.even else odd
    found: dict[str, Any] = {
        "font": values.font(band.font or next(iter(fonts)), fonts, f"{key}.font"),
        "size": band.size_pt or _SIZE,
        "color": values.color(band.color or _BLACK, f"{key}.color"),
        "drop": mm(band.drop_mm or 0),
        "inset_em": band.inset_em or 0,
        "rule": band.rule_pt or 0,
    }
    first = _texts(band.first, rules, values, f"{key}.first") if band.first else odd
    return Band(**found, odd=odd, even=even, first=first)


def _texts(texts: TextsSection | BandSection, rules: Collection[str], values: Values, key: str) -> Texts:
    found = Texts(texts.left or "", texts.center or "", texts.right or "", texts.rule or "", mm(texts.edge_mm or 0))
    if found.rule and found.rule not in rules:
        raise values.error(f"{key}.rule", f"there is no rule {found.rule!r}; there are: {', '.join(sorted(rules))}")
    for side, text in found:
        unknown = [name for name in _FIELD.findall(text) if name not in FIELDS]
        if unknown:
            raise values.error(f"{key}.{side}", f"there is no field {unknown[0]!r}; there are: {', '.join(FIELDS)}")
    return found
