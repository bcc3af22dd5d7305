"""Names of elements and attributes as lxml writes them, and the two questions that every element is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convert.kit.ooxml import qualified

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def w(local: str) -> str:
    """A name of WordprocessingML."""
    return qualified(f"w:{local}")


VAL = w("val")
BODY, P, TBL, SDT, SDT_CONTENT, SDT_PR = w("body"), w("p"), w("tbl"), w("sdt"), w("sdtContent"), w("sdtPr")
P_PR, R_PR, R, T, TAB, BR = w("pPr"), w("rPr"), w("r"), w("t"), w("tab"), w("br")
P_STYLE, NUM_PR, NUM_ID, ILVL, IND, JC = w("pStyle"), w("numPr"), w("numId"), w("ilvl"), w("ind"), w("jc")
OUTLINE, SECT_PR, PAGE_BREAK_BEFORE = w("outlineLvl"), w("sectPr"), w("pageBreakBefore")
HYPERLINK, FLD_SIMPLE, FLD_CHAR, INSTR = w("hyperlink"), w("fldSimple"), w("fldChar"), w("instrText")
BOOKMARK, NAME, ID = w("bookmarkStart"), w("name"), w("id")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
TR, TC, TR_PR, TC_PR, TBL_PR = w("tr"), w("tc"), w("trPr"), w("tcPr"), w("tblPr")
TXBX, ALT_CHUNK = w("txbxContent"), w("altChunk")
R_ID, R_EMBED, R_LINK = qualified("r:id"), qualified("r:embed"), qualified("r:link")
O_MATH, O_MATH_PARA = qualified("m:oMath"), qualified("m:oMathPara")

WRAPPERS = frozenset(
    {w(local) for local in ("smartTag", "customXml", "ins", "moveTo", "del", "moveFrom", "bdo", "dir", "sdtContent")}
)
"""Elements that stand around content and say nothing of how it reads. Deletions that are not accepted are unwrapped
before; the names are here for parts that hold no resolved changes."""

_OFF = frozenset({"0", "false", "off"})


def value(parent: Element | None, tag: str, attribute: str = VAL) -> str:
    """The attribute of a child element, "" where there is none."""
    found = parent.find(tag) if parent is not None else None
    return (found.get(attribute) or "") if found is not None else ""


def number(text: str | None, default: int = 0) -> int:
    """A whole number as Word writes it, `default` for what is none."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def is_on(element: Element) -> bool:
    """What a switch says (ISO/IEC 29500-1, 17.17.4): on, unless its value says off."""
    return element.get(VAL) not in _OFF
