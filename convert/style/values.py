"""Values of a style file, and what is said of those that make no sense."""

from __future__ import annotations

import re
from typing import Any

from convert.diagnostics import StyleError
from convert.style.schema import Section
from convert.style.sheet import FontStack

_COLOR = re.compile(r"#[0-9a-f]{6}")


class Values:
    """Access to values of one file that names the file and the key when something is wrong."""

    def __init__(self, source: str) -> None:
        self.source = source

    def error(self, key: str, reason: str) -> StyleError:
        """What to raise for a key whose value makes no sense."""
        return StyleError("style-value", style=self.source, key=key, reason=reason)

    def need(self, value: Any, key: str) -> Any:
        """The value of a key that must be said."""
        if value is None:
            raise StyleError("style-missing", style=self.source, key=key)
        return value

    def font(self, name: str, fonts: dict[str, FontStack], key: str) -> str:
        """The name of a font role that there is."""
        if name not in fonts:
            raise self.error(key, f"there is no font role {name!r}; there are: {', '.join(sorted(fonts))}")
        return name

    def color(self, value: str, key: str) -> str:
        """A colour, `#rrggbb`."""
        if not _COLOR.fullmatch(value):
            raise self.error(key, f"expected a colour like #c00000, got {value!r}")
        return value


def given(section: Section) -> dict[str, Any]:
    """The keys of a section that are said, with their values."""
    return {key: value for key in section.__struct_fields__ if (value := getattr(section, key)) is not None}
