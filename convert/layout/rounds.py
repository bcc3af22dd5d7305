"""Lay a document out, again and again until what it says of its own pages is true."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.kit.limits import USUAL, Limits
from convert.layout.context import Context
from convert.layout.faces import Typefaces
from convert.layout.flow import Flow
from convert.layout.foot import foot_of, stacked
from convert.layout.furniture import furnish
from convert.layout.notes import numbered_by_page
from convert.layout.pages import PageMaker
from convert.layout.paragraphs import Frame
from convert.layout.result import Element, Pages
from convert.layout.setting import Setting
from convert.model import Document, Ref
from convert.model.walk import nodes
from convert.style.sheet import Sheet

_MOST_ROUNDS = 4  # a reference that moves its own target to and fro is left as it is


def lay_out(
    document: Document, sheet: Sheet, faces: Typefaces, lang: str, report: Report, limits: Limits = USUAL
) -> Pages:
    """The pages of a document in printable form. There is always one at least. `lang`: its language (BCP 47).

    Raises InputError (`limit-exceeded`: pages). References to pages, and footnotes that count anew on each page, make it a circle: it is laid out again until they
    stand still.
    """
    wanted = {node.target for node in nodes(document) if isinstance(node, Ref) and node.kind == "page"}
    known: dict[str, str] = {}
    for _ in range(_MOST_ROUNDS):
        findings = Report(report.name)
        pages = _laid_out(document, Setting(sheet, faces, findings, document.media, known, limits=limits), lang)
        found = {name: label for name in wanted if (label := pages.label_of(name))}
        marked = numbered_by_page(document, pages, sheet.notes) if sheet.notes.restart == "page" else document
        if found == known and marked is document:
            break
        known, document = found, marked
    report.diagnostics += findings.diagnostics
    return pages


def _laid_out(document: Document, setting: Setting, lang: str) -> Pages:
    sheet = setting.sheet
    root = Element("document", lang=lang)
    flow = Flow(document, setting)
    maker = PageMaker(setting, flow)
    blocks, group = foot_of(document.blocks, sheet)
    context = Context("body", Frame(0.0, sheet.page.area_width), root)
    maker.fill(flow.strips(blocks, context))
    maker.fill(flow.endnotes())
    part = stacked(flow.strips((group,), context)) if group else None
    if group and part and part.height > sheet.page.area_height:  # higher than a page: it stands in the text
        maker.fill(flow.strips((group,), context))
        part = None
    foot = maker.finish(part)
    stack = maker.stack
    furnish(stack.pages, document, stack.outline, setting)  # last: it is not to stand between the text of two pages
    return Pages(stack.pages, root, stack.outline, stack.anchors, foot)
