from __future__ import annotations

from convert.model import Document
from convert.model.build import heading
from convert.passes.ids import FreeIds


def test_no_id_is_given_twice_or_taken_from_another() -> None:
    ids = FreeIds(Document((heading(1, "甲", id="note-2"), heading(1, "乙", id="note-3"))))
    assert [ids.take("note", 2), ids.take("note", 2), ids.take("note"), ids.take("toc")] == [
        "note-4", "note-5", "note-1", "toc-1",
    ]  # fmt: skip
