"""Whether the text's letterhead says what the metadata gives: the text is what is printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from convert.diagnostics import Report
from convert.model import Meta, Para
from convert.model.walk import plain
from convert.passes import wording

_BRACKETED = re.compile(r"[〔\[［【{(](\d{4})[〕\]］】})]第?0*(\d+)")
_SHOWN = 40  # characters of the text that a message quotes
_SAID_IN = {
    "mark": ("issuer",),
    "issuers": ("issuer",),
    "number": ("number",),
    "signers": ("signer", "number"),
    "copy_number": ("copy-number",),
    "classification": ("classification",),
    "urgency": ("urgency",),
}
"""The roles whose paragraphs say a field; where there is none of the first of them, the field is printed as given."""


def tell_differences(found: Mapping[str, Iterable[Para]], meta: Meta, report: Report) -> None:
    """Report (`head-differs`) each field that is given and that the text, which has the element, does not say. `found`: the
    text's paragraphs by role."""
    for name, roles in _SAID_IN.items():
        value = getattr(meta, name)
        paras = [para for role in roles for para in found.get(role, ())]
        if not value or name in meta.inferred or not found.get(roles[0]):
            continue
        said = _formed("".join(plain(para, notes=False) for para in paras))
        missing = [each for each in ((value,) if isinstance(value, str) else value) if _formed(each) not in said]
        if missing:
            report.add("head-differs", paras[0].pos, field=name, given="、".join(missing), text=said[:_SHOWN])


def _formed(words: str) -> str:
    """Words without white space, with numbers in the form that those of the metadata have (甲[2025]第01号: 甲〔2025〕1号)."""
    return _BRACKETED.sub(r"〔\1〕\2", unicodedata.normalize("NFKC", wording.tight(words)))
