"""Captions of tables: a paragraph `Table: …` or `: …` beside the table (pandoc, table_captions)."""

from __future__ import annotations

from collections.abc import Iterable

from convert.model import Block, Table, replace
from convert.readers.markdown.context import Context
from convert.readers.markdown.paragraphs import Caption, Made


def with_captions(made: list[Made], context: Context) -> tuple[Block, ...]:
    """The blocks, each caption at the table before it, or else at the one behind it; elsewhere it is a paragraph."""
    if not any(isinstance(block, Caption) for block in made):
        return tuple(made)  # type: ignore[arg-type]
    return tuple(_settled(made, context))


def _settled(made: list[Made], context: Context) -> Iterable[Block]:
    blocks: list[Block] = []
    waiting: Caption | None = None
    for block in made:
        last = blocks[-1] if blocks else None
        if isinstance(block, Caption):
            if waiting:
                blocks.append(waiting.paragraph)
                waiting = None
            if isinstance(last, Table) and not last.caption:
                blocks[-1] = _captioned(last, block, context)
            else:
                waiting = block
            continue
        if waiting and isinstance(block, Table):
            block = _captioned(block, waiting, context)
        elif waiting:
            blocks.append(waiting.paragraph)
        waiting = None
        blocks.append(block)
    return [*blocks, waiting.paragraph] if waiting else blocks


def _captioned(table: Table, caption: Caption, context: Context) -> Table:
    attributes = caption.attributes
    made = replace(
        table, caption=caption.words, id=attributes.id, role=attributes.take_class(), lang=attributes.take("lang")
    )
    attributes.report_rest(context.report, caption.paragraph.pos)
    return made
