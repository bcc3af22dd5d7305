"""Cl. 7.3.7: what the note says of attachments is what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convert.checks.facts import Element, Facts
from convert.checks.rule import Fault, Rule, Words, at, rule, words
from convert.kit.attachments import Attachment, Disagreement, disagreements, label_number, name_of
from convert.style.sheet import Sheet


@rule(
    "attachment-names", "7.3.7", "应",
    "number and title of an attachment are those that the note gives", "附件顺序号和附件标题与附件说明的表述一致",
)  # fmt: skip
def attachment_names(facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
    """Attachments that are called otherwise than the note calls them. Nothing is said of those that are bound on their own."""
    note = facts.of("attachment-note", "attachment-item")
    names = [name for each in note if (name := name_of(each.text))]
    titled = list(_attachments(facts))
    for found in disagreements(names, [attachment for attachment, _ in titled]):
        where = next((element for each, element in titled if each.title == found.titled), note[0])
        yield Fault(_called(found, found.named), _called(found, found.titled), at(where))


def _called(found: Disagreement, name: str) -> Words:
    if not name:
        return words(f"no attachment {found.number}", f"无附件{found.number}")
    return words(f"attachment {found.number}: “{name}”", f"附件{found.number}：“{name}”")


def _attachments(facts: Facts) -> Iterator[tuple[Attachment, Element]]:
    """The attachments by the titles below their labels; a title may stand in several elements, one a line."""
    number, title = -1, ""
    first: Element | None = None
    for element in (*facts.elements, None):
        if element is not None and element.role == "attachment-title" and number >= 0:
            first = first or element
            title += element.text.replace("\n", "")
            continue
        if first is not None:
            yield Attachment(title, number), first
            number, title, first = -1, "", None
        if element is not None and element.role == "attachment-label":
            number = label_number(element.text)


RULES: tuple[Rule, ...] = (attachment_names,)
