"""What stands before the text: metadata in YAML between `---`, in TOML between `+++`, or pandoc's title, authors and date
in lines that begin with `%` (https://pandoc.org/MANUAL.html#extension-pandoc_title_block).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import NamedTuple

from convert.diagnostics import Pos, Report
from convert.reading.yaml import read_yaml

_BLOCK = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)|\+\+\+[ \t]*\n(?P<toml>.*?)(?<=\n)\+\+\+[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_TITLE = re.compile(
    r"%[ \t]+(\S.*(?:\n[ \t]+\S.*)*)(?:\n%[ \t]*(.*(?:\n[ \t]+\S.*)*))?(?:\n%[ \t]*(.*))?\n\s*(?:\n|\Z)"
)
_KEY = re.compile(r"(?:[ \t]*#.*\n)*(?:[\w\"'][^\n:]*:(?:\s|\Z)|[\w\"'][^\n=]*=|\{|\[)")


class FrontMatter(NamedTuple):
    """The metadata, and where the text goes on: its first character and how many lines stand before it."""

    entries: Mapping[str, object]
    end: int
    lines: int


def front_matter(text: str, report: Report) -> FrontMatter:
    """What a text's front matter says; nothing, and where the text begins, for one without.

    What looks like front matter and cannot be understood is text, with a diagnostic (`front-matter-invalid`).
    """
    found = _BLOCK.match(text)
    if title := _TITLE.match(text):
        names = ("title", "authors", "date")
        words = [" ".join((line or "").split()) for line in title.groups()]
        return FrontMatter({n: w for n, w in zip(names, words, strict=True) if w}, title.end(), title[0].count("\n"))
    if found is None:
        return FrontMatter({}, 0, 0)
    block = found["yaml"] if found["yaml"] is not None else found["toml"]
    if not _KEY.match(block):  # lines across the page, not metadata
        return FrontMatter({}, 0, 0)
    try:
        entries = read_yaml(block) if found["yaml"] is not None else tomllib.loads(block)
    except (ValueError, RecursionError) as error:
        report.add("front-matter-invalid", Pos(1), reason=" ".join(str(error).split()))
        return FrontMatter({}, 0, 0)
    return FrontMatter(entries, found.end(), found[0].count("\n"))
