"""How much of what Word shows the DOCX reader keeps, over the corpus: `python -m tests.corpus.docx_recall`."""

from __future__ import annotations

import functools
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from convert.diagnostics import InputError, Report
from convert.formats import INPUTS, load_reader
from convert.model import Document, Note, Ruby
from convert.model.walk import nodes, plain
from convert.reading.source import Source
from tests.corpora import CORPUS
from tests.corpus.docx_words import shown_words

FOLDER = CORPUS / "docx"
FILES = sorted(path for path in FOLDER.rglob("*") if path.suffix.lower() in INPUTS["docx"].suffixes)
CAP = 10
"""Seconds that reading a file may take."""


@dataclass(frozen=True)
class Recall:
    """One file: how many characters it shows, how many of them the document has; how many paragraphs with words it shows,
    which of them are not in the document as they are; or why it was refused."""

    shown: int = 0
    kept: int = 0
    paragraphs: int = 0
    changed: tuple[str, ...] = ()
    seconds: float = 0
    refusal: InputError | None = None

    @property
    def share(self) -> float:
        """Of the characters that are shown, those that are kept."""
        return self.kept / self.shown if self.shown else 1


@functools.cache
def recall(path: Path) -> Recall:
    """What reading a file keeps. Raises TimeoutError where it takes too long, and whatever the reader raises but
    InputError."""
    data = path.read_bytes()
    start = time.perf_counter()
    try:
        with _time_limit(CAP):
            document = load_reader(INPUTS["docx"])(Source(data, path.name, path.parent), Report(path.name))
    except InputError as refusal:
        return Recall(refusal=refusal)
    seconds = time.perf_counter() - start
    shown = shown_words(data)
    text = _text(document)
    wanted, found = Counter(shown.text), Counter(text + _readings(document))
    paragraphs = [words for paragraph in shown.paragraphs if (words := "".join(paragraph.split()))]
    changed = tuple(words for words in paragraphs if words not in text)
    return Recall(wanted.total(), (wanted & found).total(), len(paragraphs), changed, seconds)


def _text(document: Document) -> str:
    """The words of the text, then those of the notes, without spaces. Numbers of lists are no words."""
    notes = (note.children for note in nodes(document) if isinstance(note, Note))
    return "".join("".join(plain(part, notes=False) for part in (document.blocks, *notes)).split())


def _readings(document: Document) -> str:
    return "".join(node.reading for node in nodes(document) if isinstance(node, Ruby))


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the midst of what takes longer; no limit on systems without timer signals."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: Any) -> None:
        raise TimeoutError(f"not read within {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def corpus_share() -> float:
    """The characters kept of all that the corpus shows."""
    found = [recall(path) for path in FILES]
    return sum(one.kept for one in found) / sum(one.shown for one in found)


def corpus_paragraphs_share() -> float:
    """The paragraphs that are in a document word by word, of all that the corpus shows."""
    found = [recall(path) for path in FILES]
    return 1 - sum(len(one.changed) for one in found) / sum(one.paragraphs for one in found)


def main() -> None:
    """Print the figures, and the files that are not kept whole."""
    for path in FILES:
        found = recall(path)
        name = path.relative_to(FOLDER).as_posix()
        if found.refusal:
            print(f"refused  {name}: {found.refusal}")
        elif found.kept < found.shown:
            print(f"{found.share:7.2%}  {name}: {found.shown - found.kept} of {found.shown} characters")
    results = [recall(path) for path in FILES]
    shown, refused = sum(one.shown for one in results), sum(one.refusal is not None for one in results)
    print(f"{len(FILES)} files, {refused} refused, {shown} characters shown, {corpus_share():.4%} kept")
    print(f"{sum(one.paragraphs for one in results)} paragraphs, {corpus_paragraphs_share():.3%} as they are shown")
    print(
        f"slowest file: {max(one.seconds for one in results):.2f} s, all: {sum(one.seconds for one in results):.1f} s"
    )


if __name__ == "__main__":
    main()
