"""The notes of a DOCX (ISO/IEC 29500-1, 17.11): what kind each is, and how each kind is numbered."""

from __future__ import annotations

from dataclasses import dataclass

from convert.measure.docx.package import W, part, properties_of

_KINDS = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its `kind` (footnote, endnote), its characters without its number."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """How notes are numbered: the `format` and where they count anew, by Word's names ("" where it is not said)."""

    format: str
    restart: str


def read_notes(data: bytes) -> list[Note]:
    """The notes in the order of their marks in the body."""
    texts: dict[tuple[str, str], str] = {}
    for kind in _KINDS:
        root = part(data, f"word/{kind}s.xml")
        for note in root if root is not None else ():
            words = "".join(text.text or "" for text in note.iter(f"{W}t"))
            texts[kind, note.get(f"{W}id")] = words.strip()
    body = part(data, "word/document.xml")
    marks = body.iter(*(f"{W}{kind}Reference" for kind in _KINDS))
    found = ((mark.tag.removeprefix(W).removesuffix("Reference"), mark.get(f"{W}id")) for mark in marks)
    return [Note(kind, texts[kind, id]) for kind, id in found if (kind, id) in texts]


def read_note_numbering(data: bytes) -> dict[str, Numbering]:
    """How footnotes and endnotes are numbered, by their kind, as the document's settings say."""
    settings = part(data, "word/settings.xml")
    said = {kind: properties_of(settings.find(f"{W}{kind}Pr") if settings is not None else None) for kind in _KINDS}
    return {kind: Numbering(each.get("numFmt", ""), each.get("numRestart", "")) for kind, each in said.items()}
