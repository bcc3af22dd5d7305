"""Headers and footers that keep the text of some pages out of a margin that others do not have, and rules in them."""

from __future__ import annotations

from typing import Any

import pytest

from convert.kit.ooxml import NAMESPACES
from convert.model import Group
from convert.model.build import para
from tests.writers.docx.test_body import select
from tests.writers.docx.test_sections import headed

W = f"{{{NAMESPACES['w']}}}"
_LETTER = (
    "page.first.top_mm=25.16",
    "page.first.bottom_mm=25.94",
    "rules={foot={weights_pt=[0.75, 1.5], gap_pt=0.75, color='#e00000', width_mm=170, centered_on='sheet'}}",
    "footer.first.rule='foot'",
    "footer.first.edge_mm=20",
)
_FIRST = ("page.first.top_mm=25.16", "page.first.bottom_mm=25.94", "footer.first.center=''")


def edges(parts: dict[str, bytes]) -> dict[str, Any]:
    """The parts of the first section by `header` or `footer` and the pages they are for."""
    relations = {r.get("Id"): r.get("Target") for r in select(parts["word/_rels/document.xml.rels"], "/*/*")}
    found: dict[str, Any] = {}
    for reference in select(
        parts["word/document.xml"], "(//w:sectPr)[1]/*[self::w:headerReference or self::w:footerReference]"
    ):
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        part = parts["word/" + relations[reference.get(f"{{{NAMESPACES['r']}}}id")]]
        found[f"{kind} {reference.get(f'{W}type')}"] = part
    return found


def reach(part: bytes) -> float:
    """The height of all paragraphs of a part, in mm."""
    return sum(
        int(spacing.get(f"{W}{name}", 0)) / 1440 * 25.4
        for spacing in select(part, "//w:spacing[@w:line]")
        for name in ("before", "line", "after")
    )


def test_the_section_has_the_narrower_margins_and_its_bands_keep_the_others() -> None:
    parts = headed(para("文"), settings=_FIRST)
    (margins,) = select(parts["word/document.xml"], "//w:pgMar")
    said = {name: int(margins.get(f"{W}{name}")) / 1440 * 25.4 for name in ("top", "bottom", "header", "footer")}
    assert said["top"] == pytest.approx(25.16 - 2.42, abs=0.03)
    assert said["bottom"] == pytest.approx(25.94 - 2.42, abs=0.03)
    found = edges(parts)
    assert said["header"] + reach(found["header default"]) == pytest.approx(34.58, abs=0.05)
    assert said["header"] + reach(found["header first"]) <= said["top"]
    assert said["footer"] + reach(found["footer default"]) == pytest.approx(32.58, abs=0.05)
    assert said["footer"] + reach(found["footer first"]) <= said["bottom"]


def test_later_sections_have_no_first_page() -> None:
    parts = headed(para("文"), Group((para("横"),), role="landscape"), para("文"), settings=_FIRST)
    tops = [int(m.get(f"{W}top")) for m in select(parts["word/document.xml"], "//w:pgMar")]
    assert tops[0] < tops[2]
    assert len(select(parts["word/document.xml"], "//w:titlePg")) == 1


def test_a_rule_is_an_empty_paragraph_with_borders_wider_than_the_text() -> None:
    first = edges(headed(para("文"), settings=_LETTER))["footer first"]
    (line,) = select(first, "//w:p")
    assert not select(first, "//w:t")
    above, below = (line.find(f"{W}pPr/{W}pBdr/{W}{side}") for side in ("top", "bottom"))
    assert (above.get(f"{W}sz"), below.get(f"{W}sz")) == ("6", "12")
    indents = line.find(f"{W}pPr/{W}ind")
    assert [round(int(indents.get(f"{W}{side}")) / 1440 * 25.4) for side in ("left", "right")] == [-8, -6]


def test_bands_without_words_take_no_room() -> None:
    """Behind pages across the margins are the usual ones, and no empty line of text keeps the text below them."""
    parts = headed(para("文"), Group((para("横"),), role="landscape"), para("文"), settings=_LETTER)
    margins = select(parts["word/document.xml"], "//w:pgMar")[-1]
    relations = {r.get("Id"): r.get("Target") for r in select(parts["word/_rels/document.xml.rels"], "/*/*")}
    name = select(parts["word/document.xml"], "//w:headerReference[@w:type='default']")[-1]
    header = parts["word/" + relations[name.get(f"{{{NAMESPACES['r']}}}id")]]
    assert int(margins.get(f"{W}header")) / 1440 * 25.4 + reach(header) < int(margins.get(f"{W}top")) / 1440 * 25.4
