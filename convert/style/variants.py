"""Roles made for one document: a role of the style with numbers that depend on the document's words.

The right indent of a signature follows from its length (GB/T 9704-2012 cl. 7.3.5.2), the hanging indent of 附件：1. from its
label. Such a role is like any other to layout and writers; Word's style for it is based on that of the role it varies.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from convert.style.sheet import Sheet


class Variants:
    """The variants of a sheet's roles, gathered while a document is made ready to print."""

    def __init__(self, sheet: Sheet) -> None:
        self._plain = sheet.plain or sheet
        self._made = dict(sheet.variants)
        self._roles = dict(sheet.roles)

    def of(self, role: str, **changes: Any) -> str:
        """The name of a role that looks as `role` but for `changes` to its computed look; `role` itself where they change
        nothing. The same changes give the same name."""
        look = replace(self._roles[role], **changes)
        base = self._made.get(role, role)
        if look == self._roles[base]:
            return base
        for name, origin in self._made.items():
            if origin == base and self._roles[name] == look:
                return name
        number = 1
        while (name := f"{base}-{number}") in self._roles:
            number += 1
        self._made[name], self._roles[name] = base, look
        return name

    @property
    def sheet(self) -> Sheet:
        """The sheet with the variants made so far."""
        if not self._made:
            return self._plain
        return replace(self._plain, roles=dict(self._roles), variants=dict(self._made), plain=self._plain)
