"""Undo what a mirror site did to a report it scraped: glosses, Traditional glyphs, half-width marks, page furniture.

The stages run in an order that matters: glosses go first (they break up the words that the dictionary needs), then
glyphs, then marks; only then are labels and names recognised. Each stage is in the log (`Report.edits`) and can be
undone exactly. Nothing here normalises text: NFKC is what did part of the damage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal

from convert.diagnostics import Report
from convert.model import Document, replace
from convert.model.flat import Change
from convert.passes.repair.draft import Draft
from convert.passes.repair.fingerprint import is_mirror
from convert.passes.repair.flags import find_flags
from convert.passes.repair.furniture import strip_furniture
from convert.passes.repair.glosses import Gloss, find_glosses, remove_glosses
from convert.passes.repair.invisible import find_invisible
from convert.passes.repair.punctuation import curl_quotes, widen_marks, widen_parentheses

Mode = Literal["off", "auto", "force"]

__all__ = ["Mode", "repair"]


def repair(document: Document, mode: Mode, report: Report) -> Document:
    """The document without a mirror site's damage; the same document where there is none.

    `mode`: "auto" acts only on a text that bears the fingerprint (see `fingerprint.is_mirror`), so that a Traditional
    document stays Traditional; "force" acts on any; "off" on none. Each rule adds one finding to the report, with the
    number of its edits.
    """
    if mode == "off":
        return document
    draft = Draft(document, report)
    glosses = find_glosses(draft.text)
    mirror = is_mirror(draft.text, glosses)
    if not mirror and mode == "auto":
        _tell_kept(draft, glosses)
        return document
    _apply(draft, "invisible", find_invisible(draft.text))
    _apply(draft, "glosses", remove_glosses(find_glosses(draft.text), toneless=mirror))
    simplified = _simplify(draft, force=mode == "force")
    for _ in range(_ROUNDS):
        if not sum(_apply(draft, stage, find(draft.text)) for stage, find in _MARKS):
            break
    meta = strip_furniture(draft)
    for flag in find_flags(draft.text):
        draft.say(flag.code, flag.start, flag.end, **flag.args)
    repaired = draft.finish()
    return replace(repaired, meta=replace(meta, lang="zh-Hans") if simplified else meta)


_ROUNDS = 4  # a widened mark may show that its neighbour is in Chinese text, too
_MARKS: tuple[tuple[str, Callable[[str], Iterable[Change]]], ...] = (
    ("punctuation", widen_marks),
    ("parentheses", widen_parentheses),
    ("quotes", curl_quotes),
)


def _apply(draft: Draft, stage: str, found: Iterable[Change]) -> int:
    """Make the changes and report how many there were of each rule; how many in all."""
    changes = list(found)
    first: dict[str, Change] = {}
    for change in changes:
        first.setdefault(change.rule, change)
    counts = Counter(change.rule for change in changes)
    for rule, change in first.items():
        shown = draft.text[change.start - (rule == "gloss") : change.end]  # a gloss with its character
        words = {"before": _short(shown), "after": _short(change.after)}
        draft.say(f"repair-{rule}", change.start, change.end, counts[rule], **words)
    draft.apply(stage, changes)
    return len(changes)


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:9] + "…" + text[-9:]


def _simplify(draft: Draft, *, force: bool) -> bool:
    """Traditional to Simplified, unless there are only a few Traditional characters: those are quoted, and are kept."""
    from convert.passes.repair import hans

    changes = hans.find_glyphs(draft.text)
    if not changes:
        return False
    first = changes[0]
    if not force and not hans.is_traditional(draft.text, changes):
        shown = draft.text[first.start : first.end]
        draft.say("repair-glyph-kept", first.start, first.end, len(changes), text=shown)
        return False
    for change in changes:
        old = draft.text[change.start : change.end]
        if old in hans.DOUBTFUL:
            words = {"before": old, "after": change.after, "forms": hans.DOUBTFUL[old]}
            draft.say("repair-glyph-doubtful", change.start, change.end, **words)
    _apply(draft, "glyphs", changes)
    return True


def _tell_kept(draft: Draft, glosses: list[Gloss]) -> None:
    """Glosses in a text that is no mirror's are the writer's: they stay, and the reader is told."""
    toned = [gloss for gloss in glosses if gloss.toned]
    if toned:
        first = toned[0]
        shown = draft.text[first.start - 1 : first.end]
        draft.say("repair-gloss-kept", first.start - 1, first.end, len(toned), text=shown)
