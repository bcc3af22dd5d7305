"""The reversible log of text edits: what was there, what stands there now, and which rule did it.

A document's text goes through stages (`read`, then those of the repair pass). Each stage maps one string to the next
by edits that do not overlap; the log keeps them all, so the text before any stage can be had back exactly.
For a text input stage zero starts from the decoded file, so the raw bytes come back too.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Edit(msgspec.Struct, frozen=True, gc=False):
    """One change. `start`, `end`: byte span in the source (-1 where the source has no bytes for it, as in a
    DOCX); `at`: where `after` begins in the stage's *output*, in characters; `confidence`: 0 to 1."""

    rule: str
    start: int
    end: int
    at: int
    before: str
    after: str
    confidence: float = 1.0


class Stage(msgspec.Struct, frozen=True):
    """The edits of one step over the whole text, in ascending order of `at`."""

    name: str
    edits: tuple[Edit, ...]


class EditLog(msgspec.Struct):
    """All stages in the order they ran.

    `encoding` and `bom` say how the source's bytes became text; `raw` holds the bytes themselves only where encoding
    the text again would not give them back (a lossy legacy code page).
    """

    encoding: str = ""
    bom: bytes = b""
    raw: bytes | None = None
    stages: list[Stage] = []

    def add(self, name: str, edits: Iterable[Edit]) -> None:
        """Append a stage, unless it changed nothing."""
        stage = Stage(name, tuple(edits))
        if stage.edits:
            self.stages.append(stage)

    def undo(self, text: str, *, back_to: int = 0) -> str:
        """The text as it was before stage number `back_to`.

        Raises ValueError where `text` is not what the log's last stage produced.
        """
        for stage in reversed(self.stages[back_to:]):
            text = _undo(text, stage)
        return text

    def restore(self, text: str) -> bytes:
        """The source's bytes, from the final text. Only for inputs read as text (`encoding` is set)."""
        before = self.undo(text)
        return self.raw if self.raw is not None else self.bom + before.encode(self.encoding)

    def encode(self) -> bytes:
        """The log as UTF-8 JSON (`bom` and `raw` in base64): what `--repair-log` writes."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    @staticmethod
    def decode(data: bytes) -> EditLog:
        """The log that `encode` wrote. Raises ValueError."""
        return msgspec.json.decode(data, type=EditLog)

    def count(self, rule: str) -> int:
        """How many edits a rule made."""
        return sum(edit.rule == rule for stage in self.stages for edit in stage.edits)


def _undo(text: str, stage: Stage) -> str:
    pieces: list[str] = []
    done = 0
    for edit in stage.edits:
        end = edit.at + len(edit.after)
        if edit.at < done or text[edit.at : end] != edit.after:
            raise ValueError(f"the text does not match the log: {edit.rule} at {edit.at} of stage {stage.name}")
        pieces += text[done : edit.at], edit.before
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
