"""Whether the arranged document says what its metadata gives: what stands nowhere is told, so that nothing is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from convert.diagnostics import Report
from convert.kit.attachments import is_none, name_of
from convert.kit.dates import complete_date
from convert.model import Block, Meta
from convert.model.walk import plain
from convert.passes import wording

_FIELDS = (
    "mark", "issuers", "number", "copy_number", "classification", "classification_term", "urgency", "signers", "recipients",
    "attachments", "attendees", "absentees", "observers", "signature", "posts", "annotation", "cc", "printing_office",
    "printing_date",
)  # fmt: skip
"""Elements of official documents; `date` is not here: it is a property of every document."""
_TOLD = frozenset({"head-differs", "imprint-unshown"})
"""Findings that have told of a field already."""
_NO_MATTER = re.compile(r"[\W_]+")
_LABEL = re.compile(r"\s*(?:主送|抄送|签发人|出席|请假|列席)[：:]")


def tell_unsaid(blocks: Iterable[Block], meta: Meta, report: Report) -> None:
    """Report (`field-unsaid`) each field that the metadata gives and of which a value stands nowhere in `blocks`; white space
    and punctuation do not matter."""
    given = [name for name in _FIELDS if getattr(meta, name) and name not in meta.inferred]
    if not given:
        return
    text = " ".join(map(plain, blocks))
    words, dates = _bare(text), {complete_date(date) for date in wording.DATE.findall(wording.tight(text))}
    told = {name for found in report.diagnostics if found.code in _TOLD for name in found.args["field"].split(", ")}
    for name in given:
        missing = [value for value in _values(name, meta) if _bare(value) not in words]
        if name == "printing_date":
            missing = [date for date in missing if complete_date(date) not in dates - {None}]
        if missing and name not in told:
            report.add("field-unsaid", field=name, words="; ".join(missing))


def _values(name: str, meta: Meta) -> Iterator[str]:
    value: str | tuple[str, ...] = getattr(meta, name)
    for each in (value,) if isinstance(value, str) else value:
        if name == "attachments":
            if not is_none(each):
                yield name_of(each)
        else:
            yield _LABEL.sub("", each)


def _bare(words: str) -> str:
    return _NO_MATTER.sub("", words)
