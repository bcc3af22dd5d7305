"""Files that pandoc's own tests come with, and what pandoc expects of them: our reading has the same structure.

`python -m tests.corpus.test_pandoc_pairs` prints what differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from convert.diagnostics import Report
from convert.formats import INPUTS, load_reader
from convert.readers import pandoc as pandoc_reader
from convert.reading.source import Changes, Source
from convert.writers.pandoc import encode
from tests.corpora import CORPUS
from tests.corpus.structure import differences, structure

LIST = CORPUS / "PANDOC_PAIRS.tsv"
LEAST = 0.9
"""The share of files that must have the same structure."""


class Pair(NamedTuple):
    """A file and pandoc's expectation, and how it read the file."""

    input: str
    expected: str
    reader: str
    options: str

    @property
    def format(self) -> str:
        """The name of our format for it."""
        return {"commonmark": "markdown", "gfm": "markdown"}.get(self.reader, self.reader.partition("+")[0])

    @property
    def changes(self) -> Changes:
        """What is done about tracked changes."""
        return "reject" if "reject" in self.options else "accept"


def pairs() -> Iterator[Pair]:
    """The pairs that we can read, each once."""
    lines = LIST.read_text("utf-8").splitlines()[1:] if LIST.exists() else []
    for line in dict.fromkeys(lines):
        source, _, expected, reader, options, *_ = line.split("\t")
        pair = Pair(source, expected, reader, options)
        if pair.format in INPUTS:
            yield pair


def differing(pair: Pair) -> dict[str, tuple[Any, Any]]:
    """In what our reading and pandoc's expectation differ."""
    path = CORPUS / pair.input
    source = Source(path.read_bytes(), path.name, path.parent, changes=pair.changes)
    found = json.loads(encode(load_reader(INPUTS[pair.format])(source, Report())))
    expected = (CORPUS / pair.expected).read_bytes()
    if "track-changes=all" in pair.options:  # we never leave changes undecided
        expected = encode(pandoc_reader.read(Source(expected), Report()))
    return differences(structure(json.loads(expected)), structure(found))


EXPLAINED = {
    "docx/pandoc/pageref.expected.json": "the entries of a table of contents: ours is made anew, with its own pages",
    "docx/pandoc/custom-style-with-styles.expected.json": "the option `styles` keeps the names of character styles in "
    "the place of the emphasis that they stand for; without it the structure is the same",
}
"""The expectations that our reading differs from, and why."""

PAIRS = list(pairs())
needs_corpus = pytest.mark.skipif(not PAIRS, reason=f"no corpus: {LIST} is missing (set TRIPTYCH_CORPUS)")


@needs_corpus
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.expected} {pair.options}".strip())
def test_the_structure_is_what_pandoc_expects_or_explained(pair: Pair) -> None:
    found = differing(pair)
    assert bool(found) == (pair.expected in EXPLAINED), found


@needs_corpus
@pytest.mark.parametrize("format", sorted({pair.format for pair in PAIRS}))
def test_most_files_have_the_same_structure(format: str) -> None:
    read = [pair for pair in PAIRS if pair.format == format]
    same = [pair for pair in read if not differing(pair)]
    assert len(same) >= LEAST * len(read)


if __name__ == "__main__":
    for each in PAIRS:
        print(each.expected, each.options, differing(each) or "same")
