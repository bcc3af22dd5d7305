"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from convert.catalogue import Language
from convert.checks.facts import Element, Facts, PageFacts
from convert.style.sheet import Sheet

Strength = Literal["应", "一般", "推荐", "可", "practice"]
"""How much the standard asks for it: shall, normally, recommended, may; or it is silent and practice is not."""
STRENGTHS: dict[Strength, dict[Language, str]] = {
    "应": {"en": "shall", "zh": "应"},
    "一般": {"en": "normally", "zh": "一般"},
    "推荐": {"en": "recommended", "zh": "推荐"},
    "可": {"en": "may", "zh": "可"},
    "practice": {"en": "practice", "zh": "惯例"},
}

_QUOTED = 16  # characters of a place


class Words(NamedTuple):
    """A few words in both languages."""

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """Them in one language."""
        return self.zh if language == "zh" else self.en


def words(en: str, zh: str = "") -> Words:
    """Words in both languages; figures are the same in both."""
    return Words(en, zh or en)


class Place(NamedTuple):
    """Where something was found: page and paragraph from 1 (None: not known), the file within a book, the first words."""

    page: int | None = None
    paragraph: int | None = None
    part: str = ""
    quote: str = ""

    def of(self, language: Language) -> str:
        """The place in words: page 2: “各市人民政府：”."""
        pieces = [self.part] if self.part else []
        if self.page:
            pieces.append(f"page {self.page}" if language == "en" else f"第 {self.page} 页")
        elif self.paragraph:
            pieces.append(f"paragraph {self.paragraph}" if language == "en" else f"第 {self.paragraph} 段")
        if self.quote:
            pieces.append(f"“{self.quote}”")
        return " ".join(pieces)


class Fault(NamedTuple):
    """What a rule's function yields: what is required, what was measured, and where."""

    required: Words
    measured: Words
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table. `id`: a stable word; `clause`: of GB/T 9704-2012, or of another standard by its name;
    `about`: what is required; `check`: finds what is not so; `causes`: the rules whose findings follow from one of this
    rule, and fold under it; `local`: only where they stand in the same paragraph."""

    id: str
    clause: str
    strength: Strength
    about: Words
    check: Callable[[Facts, Sheet], Iterable[Fault]]
    causes: tuple[str, ...] = ()
    local: bool = False

    @property
    def standard(self) -> bool:
        """Whether the standard asks for it; what it merely allows, and what practice has, is told but is no fault."""
        return self.strength not in ("可", "practice")


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its rule; the same fault in several places is one finding. `consequences`: what follows from it."""

    rule: Rule
    required: Words
    measured: Words
    places: tuple[Place, ...]
    consequences: tuple[Finding, ...] = field(default=())


def rule(
    id: str, clause: str, strength: Strength, en: str, zh: str, causes: tuple[str, ...] = ()
) -> Callable[[Callable[[Facts, Sheet], Iterable[Fault]]], Rule]:
    """Make a function a rule: the line of the table stands above it."""

    def make(check: Callable[[Facts, Sheet], Iterable[Fault]]) -> Rule:
        return Rule(id, clause, strength, Words(en, zh), check, causes)

    return make


def at(where: Element | PageFacts) -> Place:
    """The place of an element or a page."""
    if isinstance(where, PageFacts):
        return Place(page=where.number or None)
    text = "".join(where.text.split())
    return Place(where.page, where.paragraph, where.part, text[:_QUOTED] + "…" * (len(text) > _QUOTED))
