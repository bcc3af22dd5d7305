"""What stands below the title that the metadata gives: subtitle, authors, date, as far as the style shows them."""

from __future__ import annotations

from convert.model import Document, Para, replace
from convert.passes.cover import stated
from convert.style.sheet import Sheet

_ROLES = {"subtitle": "subtitle", "authors": "dateline", "date": "dateline"}


def with_title_block(document: Document, sheet: Sheet) -> Document:
    """`document` with the fields of its metadata that the style shows below the title, where a title opens the text.

    What stands there already is not said again, nor what was inferred from the text.
    """
    blocks = document.blocks
    start = next((n for n, block in enumerate(blocks) if isinstance(block, Para) and block.role == "title"), -1)
    if start < 0:
        return document
    end = start + 1
    while end < len(blocks) and isinstance(blocks[end], Para) and blocks[end].role in _ROLES.values():
        end += 1
    taken = {block.role for block in blocks[start:end]}
    shown = {name: role for name, role in _ROLES.items() if name in sheet.title_block}
    added = tuple(stated(document.meta, shown, taken))
    return replace(document, blocks=(*blocks[:end], *added, *blocks[end:])) if added else document
