"""Headings and captions with their numbers: those that Word counts and those that are typed, in bookmarks that references
repeat."""

from __future__ import annotations

from convert.kit.numerals import bare_number
from convert.model import Figure, Heading, Link, Para, Table, Text, Toc
from convert.model.build import numbered
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.captions import Sequences
from convert.writers.docx.looks import CharLook
from convert.writers.docx.outline import Outline
from convert.writers.docx.references import References
from convert.writers.docx.runs import Runs


class Labels:
    """Writes the content of headings and captions."""

    def __init__(
        self, runs: Runs, bookmarks: Bookmarks, outline: Outline, sequences: Sequences, references: References
    ) -> None:
        self._runs, self._bookmarks, self._outline, self._sequences = runs, bookmarks, outline, sequences
        self._references = references

    def heading(self, block: Heading, look: CharLook, lang: str, *, listed: bool) -> tuple[str, str]:
        """A heading's content, and what its paragraph says of its number. The bookmark is around the number that is typed,
        or the words. `listed`: it bears the number of a list's item, so that its own is typed."""
        numbering, counted = ("", False) if listed else self._outline.of(block)
        number = "" if counted else block.number
        label = bare_number(number)
        if block.id and label and number.startswith(label):
            marked = self._runs.of((Text(label),), look, lang)
            rest = self._runs.of((Text(number[len(label) :]),), look, lang) if number != label else ""
            words = self._references.around_words(block.id, self._runs.of(block.children, look, lang))
            return self._bookmarks.around(block.id, marked) + rest + words, numbering
        written = self._runs.of(block.children if counted else numbered(block), look, lang)
        return self._bookmarks.around(block.id, written), numbering

    def contents(self, toc: Toc) -> str:
        """The instruction of the field that a table of contents is (17.16.5.68): of headings by their levels, of captions
        by what counts them. Empty for a list of captions that nothing counts: it stays as it is."""
        if toc.of == "headings":
            return f'TOC \\o "1-{toc.depth}" \\h \\z \\u' if toc.children else ""
        links = (link for entry in toc.children if isinstance(entry, Para) for link in entry.children[:1])
        counted = any(isinstance(link, Link) and self._references.has_number(link.target[1:]) for link in links)
        return f'TOC \\h \\z \\c "{self._sequences.name(toc.of)}"' if counted else ""

    def caption(self, block: Table | Figure, look: CharLook, lang: str) -> str:
        """A caption's content: its number, in the bookmark if it has one, and its words."""
        words = self._runs.of(block.caption, look, lang)
        if not block.number:
            return words
        words = self._references.around_words(block.id, words)
        return (
            self._sequences.label(block, self._bookmarks, lambda text: self._runs.of((Text(text),), look, lang)) + words
        )
