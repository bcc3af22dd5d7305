"""The language that an official document is written in: labels, endings and marks that passes add around the words of its
metadata follow it."""

from __future__ import annotations

from convert.model import Meta
from convert.style.sheet import Sheet


def is_chinese(meta: Meta, sheet: Sheet) -> bool:
    """Whether the document, or else the style, is for Chinese: nothing Chinese is added in any other."""
    return (meta.lang or sheet.lang).startswith("zh")
