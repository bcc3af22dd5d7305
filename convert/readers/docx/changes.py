"""Tracked changes: make a part's tree what it is once all of them are accepted, or rejected (ISO/IEC 29500-1, 17.13.5).

Done on the XML before anything is read, so that nothing else needs to know that there were changes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convert.diagnostics import Report
from convert.readers.docx.tags import DEL, INS, MOVE_FROM, MOVE_TO, P_PR, R_PR, SECT_PR, TR, TR_PR, P, T, w
from convert.reading.source import Changes

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ADDED, _REMOVED = (INS, MOVE_TO), (DEL, MOVE_FROM)
_MARKS = frozenset((*_ADDED, *_REMOVED))
_PROPERTIES = {w("rPrChange"): R_PR, w("pPrChange"): P_PR}
_DELETED_TEXT = {w("delText"): T, w("delInstrText"): w("instrText")}
_KEPT = frozenset({R_PR, SECT_PR})  # what properties of a paragraph hold beside what a change can restore


def resolve_changes(root: Element, changes: Changes, report: Report) -> None:
    """Accept or reject every tracked change below `root`, in place. Their number is a finding (`docx-changes`)."""
    dropped = _REMOVED if changes == "accept" else _ADDED
    counts: Counter[str] = Counter()
    unmarked: list[Element] = []  # paragraphs whose mark goes: they join the next one
    for mark in list(root.iter(*_MARKS)):
        parent = mark.getparent()
        if parent is None:
            continue
        counts["added" if mark.tag in _ADDED else "removed"] += 1
        if parent.tag == R_PR:
            owner = parent.getparent()
            if mark.tag in dropped and owner is not None and owner.tag == P_PR and owner.getparent() is not None:
                unmarked.append(owner.getparent())
        elif parent.tag == TR_PR:
            row = parent.getparent()
            if mark.tag in dropped and row is not None and row.tag == TR and row.getparent() is not None:
                row.getparent().remove(row)
        elif mark.tag in dropped:
            parent.remove(mark)
        else:
            _unwrap(mark, parent)
    if changes == "reject":
        _restore(root)
    for paragraph in reversed(unmarked):
        _join(paragraph)
    if counts:
        report.add("docx-changes", changes=f"{changes}ed", added=counts["added"], removed=counts["removed"])


def _unwrap(mark: Element, parent: Element) -> None:
    for child in list(mark):
        mark.addprevious(child)
    parent.remove(mark)


def _restore(root: Element) -> None:
    """Deleted text as text, and former properties as properties."""
    for element in list(root.iter(*_DELETED_TEXT)):
        element.tag = _DELETED_TEXT[element.tag]
    for change in list(root.iter(*_PROPERTIES)):
        former, properties = change.find(_PROPERTIES[change.tag]), change.getparent()
        if properties is None:
            continue
        for child in list(properties):
            if child.tag not in _KEPT:
                properties.remove(child)
        for child in reversed(list(former) if former is not None else []):
            properties.insert(0, child)


def join_drop_caps(root: Element) -> None:
    """Put the large letter that begins a text, which Word keeps in a frame of its own, before its word (17.3.1.11)."""
    for frame in list(root.iter(w("framePr"))):
        properties = frame.getparent()
        paragraph = properties.getparent() if properties is not None else None
        if frame.get(w("dropCap")) in ("drop", "margin") and paragraph is not None and paragraph.tag == P:
            for run in paragraph.iter(R_PR):
                run.clear()  # its size and place are the frame's
            _join(paragraph)


def _join(paragraph: Element) -> None:
    """Move a paragraph's content into the next one, whose properties hold for both."""
    following = paragraph.getnext()
    if following is None or following.tag != P:
        return
    at = 1 if len(following) and following[0].tag == P_PR else 0
    for child in reversed([child for child in paragraph if child.tag != P_PR]):
        following.insert(at, child)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)
