"""What named styles make of paragraphs and characters (ISO/IEC 29500-1, 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from convert.measure.docx.package import W, is_on, properties_of


class Styles:
    """The styles of a document. `root`: the part `word/styles.xml`, None where there is none."""

    def __init__(self, root: Any) -> None:
        found = root.iterfind(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId"): style for style in found}
        self._normal = next((key for key, style in self._styles.items() if _is_default(style)), "")
        self._defaults = root.find(f"{W}docDefaults") if root is not None else None

    def of(self, paragraph: Any) -> str:
        """The id of a paragraph's style."""
        chosen = paragraph.find(f"{W}pPr/{W}pStyle")
        return str(chosen.get(f"{W}val")) if chosen is not None else self._normal

    def name(self, style: str) -> str:
        """The name of a style; "" for one that is not there."""
        named = self._styles[style].find(f"{W}name") if style in self._styles else None
        return str(named.get(f"{W}val")) if named is not None else ""

    def paragraph(self, paragraph: Any) -> dict[str, str]:
        """What holds for a paragraph and its plain characters: defaults, its style's chain, its own properties."""
        found: dict[str, str] = {}
        for source in self.sources(self.of(paragraph)):
            found |= properties_of(source.find(f"{W}pPr")) | properties_of(source.find(f"{W}rPr"))
        return found | properties_of(paragraph.find(f"{W}pPr"))

    def last(self, paragraph: Any, name: str) -> Any:
        """The element that says a property of a paragraph: its own, else that of its styles; None where none does."""
        sources = (*self.sources(self.of(paragraph)), paragraph)
        found = (source.find(f"{W}pPr/{W}{name}") for source in sources)
        return next((each for each in reversed(list(found)) if each is not None), None)

    def run(self, run: Any, paragraph: Any) -> dict[str, str]:
        """What holds for the characters of a run in a paragraph: the styles of both, the run's own properties."""
        found: dict[str, str] = {}
        own = properties_of(run.find(f"{W}rPr"))
        for source in self.sources(self.of(paragraph)):
            found |= properties_of(source.find(f"{W}rPr"))
        for source in self._chain(own.get("rStyle", "")):
            found |= properties_of(source.find(f"{W}rPr"))
        return found | own

    def table(self, style: str) -> list[Any]:
        """The styles of a table from the base down to its own, or to the default one where it names none."""
        tables = (key for key, each in self._styles.items() if each.get(f"{W}type") == "table" and _is_on_default(each))
        return list(self._chain(style or next(tables, "")))

    def sources(self, style: str) -> Iterator[Any]:
        """What gives a paragraph style its properties: the defaults, then its chain from the base down."""
        if self._defaults is not None:
            yield from (
                found
                for name in ("pPrDefault", "rPrDefault")
                if (found := self._defaults.find(f"{W}{name}")) is not None
            )
        yield from self._chain(style)

    def _chain(self, style: str) -> Iterator[Any]:
        chain: list[Any] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            base = chain[-1].find(f"{W}basedOn")
            style = base.get(f"{W}val") if base is not None else ""
        yield from reversed(chain)


def _is_default(style: Any) -> bool:
    return style.get(f"{W}type") == "paragraph" and _is_on_default(style)


def _is_on_default(style: Any) -> bool:
    return is_on(style.get(f"{W}default", "0"))
