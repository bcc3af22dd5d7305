"""The sheet of paper as consumers of the style see it: its margins, and what stands around the type area. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from convert.kit.numerals import numeral

Side = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet, in pt. `mirror`: left and right change places on even pages; `first_top`, `first_bottom`: the margins of
    the first page of its kind."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    mirror: bool
    first_top: float
    first_bottom: float

    @property
    def opening(self) -> Page:
        """The sheet of the first page."""
        return replace(self, top=self.first_top, bottom=self.first_bottom)

    def facing(self, number: int) -> Page:
        """The sheet of a page by its number: left and right change places on even ones, where they do."""
        return replace(self, left=self.right, right=self.left) if self.mirror and number % 2 == 0 else self

    @property
    def area_width(self) -> float:
        """Width of the type area (版心), in pt."""
        return self.width - self.left - self.right

    @property
    def area_height(self) -> float:
        """Height of the type area, in pt."""
        return self.height - self.top - self.bottom

    @property
    def turned(self) -> Page:
        """The sheet as it is read when it is turned clockwise by 90°: its left edge is on top, its foot on the left.

        GB/T 9704-2012 cl. 8 has the head of a table at the binding edge of odd pages and at the fore-edge of even ones:
        both are the left edge.
        """
        return Page(
            self.height, self.width, self.left, self.right, self.bottom, self.top, mirror=False,
            first_top=self.left, first_bottom=self.right,
        )  # fmt: skip


FIELDS = ("page", "pages", "title", "number", "issuer", "date", "heading")
"""What may stand in braces in headers and footers: the page's number, how many there are, the document's title, number,
issuers and date, the heading (of level 1) that holds on the page."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands at the left, in the middle and at the right of a header or a footer: text with `FIELDS` in braces. `rule`:
    the name of the look of a rule there, "" for none, whose outer edge is `edge` pt from the sheet's."""

    left: str = ""
    center: str = ""
    right: str = ""
    rule: str = ""
    edge: float = 0.0

    @property
    def unnumbered(self) -> Texts:
        """The same without those that show the page's number."""
        left, center, right = ("" if "{page}" in text else text for text in (self.left, self.center, self.right))
        return replace(self, left=left, center=center, right=right)

    def __iter__(self) -> Iterator[tuple[Side, str]]:
        """The sides on which something stands, with it."""
        sides: tuple[tuple[Side, str], ...] = (("left", self.left), ("center", self.center), ("right", self.right))
        return (side for side in sides if side[1])


@dataclass(frozen=True, slots=True)
class Band:
    """A header or a footer. `drop`: from the type area to the middle of its line, `rule`: weight of a line across between
    the two, 0 for none, both in pt; `inset_em`: in from the type area's edges. `first`: on the first page of its kind."""

    font: str
    size: float
    color: str
    drop: float
    inset_em: float
    rule: float
    odd: Texts
    even: Texts
    first: Texts

    def texts(self, number: int) -> Texts:
        """What stands on a page, by its number among those of its kind."""
        return self.first if number == 1 else self.odd if number % 2 else self.even

    @property
    def unnumbered(self) -> Band:
        """The same without texts that show the page's number."""
        odd, even, first = (texts.unnumbered for texts in (self.odd, self.even, self.first))
        return replace(self, odd=odd, even=even, first=first)

    @property
    def words(self) -> str:
        """All that may stand in it."""
        return "".join(text for texts in (self.odd, self.even, self.first) for _, text in texts)


@dataclass(frozen=True, slots=True)
class PageLook:
    """How pages of one kind look. `numbers`: the style of their numbers; `edges`: where header and footer stand on pages
    across, at the edges of the sheet as it is bound or of the page as it is read."""

    page: Page
    header: Band
    footer: Band
    numbers: str
    edges: Literal["sheet", "page"]

    @property
    def unnumbered(self) -> PageLook:
        """The same without the page's number."""
        return replace(self, header=self.header.unnumbered, footer=self.footer.unnumbered)

    def label(self, number: int) -> str:
        """The printed number of a page, "" where pages of this kind have none."""
        return numeral(number, self.numbers) if "{page}" in self.header.words + self.footer.words else ""
