"""Roles, and rules, made for one document: those of the style with numbers that depend on the document's words.

The right indent of a signature follows from its length (GB/T 9704-2012 cl. 7.3.5.2), the hanging indent of 附件：1. from its
label. Such a role is like any other to layout and writers; Word's style for it is based on that of the role it varies.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from convert.style.rules import RuleLook
from convert.style.sheet import Computed, Sheet


class Variants:
    """The variants of a sheet's roles, gathered while a document is made ready to print."""

    def __init__(self, sheet: Sheet) -> None:
        self._plain = sheet.plain or sheet
        self._made = dict(sheet.variants)
        self._roles = dict(sheet.roles)
        self._made_rules = dict(sheet.rule_variants)
        self._rules = dict(sheet.rules)

    def of(self, role: str, **changes: Any) -> str:
        """The name of a role that looks as `role` but for `changes` to its computed look; `role` itself where they change
        nothing. The same changes give the same name."""
        return _varied(role, replace(self._roles[role], **changes), self._roles, self._made)

    def of_rule(self, name: str, **changes: Any) -> str:
        """The same of a rule's look, by its name among the rules."""
        return _varied(name, replace(self._rules[name], **changes), self._rules, self._made_rules)

    @property
    def sheet(self) -> Sheet:
        """The sheet with the variants made so far."""
        if not self._made and not self._made_rules:
            return self._plain
        return replace(
            self._plain,
            roles=dict(self._roles),
            variants=dict(self._made),
            rules=dict(self._rules),
            rule_variants=dict(self._made_rules),
            plain=self._plain,
        )


_Look = TypeVar("_Look", Computed, RuleLook)


def _varied(origin: str, look: _Look, looks: dict[str, _Look], made: dict[str, str]) -> str:
    """The name of a look that varies another one, which is kept in `looks` if it is new, and its origin in `made`."""
    base = made.get(origin, origin)
    if look == looks[base]:
        return base
    for name, varied in made.items():
        if varied == base and looks[name] == look:
            return name
    number = 1
    while (name := f"{base}-{number}") in looks:
        number += 1
    made[name], looks[name] = base, look
    return name
