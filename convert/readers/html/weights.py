"""How much there is to read in each element of a page: in all, within links, in sentences.

Weights are in Latin characters: a Han character counts as two and a half, as much as it says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from convert.kit.cjk import EAST_ASIAN, one_of
from convert.reading.html.styles import is_block, is_hidden

_HAN_WEIGHT = 2.5
_MARKS = re.compile("[,，、;；.。!！?？:：]")
_SHORTEST = 25.0  # weight of a line that may be prose
_TEASER = 0.5  # share of a line within links above which it leads elsewhere


def weight_of(text: str | None) -> float:
    """How much there is to read in a text."""
    if not text:
        return 0.0
    letters = "".join(text.split())
    if letters.isascii():
        return float(len(letters))
    return len(letters) + (_HAN_WEIGHT - 1) * len(one_of(EAST_ASIAN).findall(letters))


class Weights:
    """The weights of every element below `root` that can be seen.

    `whole`: of all text; `links`: of the text within links; `value`: what the lines say for being an article: the weight of
    prose, less that of lines that lead elsewhere and of lines that are no sentences.
    """

    def __init__(self, root: Any) -> None:
        self.whole: dict[Any, float] = defaultdict(float)
        self.links: dict[Any, float] = defaultdict(float)
        self.value: dict[Any, float] = defaultdict(float)
        self._lines: dict[Any, tuple[float, float, int]] = {}
        self.order: list[Any] = []
        self._gather(root)
        self._sum()

    def density(self, element: Any) -> float:
        """The share of an element's text that is within links."""
        whole = self.whole[element]
        return self.links[element] / whole if whole else 0.0

    def _gather(self, root: Any) -> None:
        """Each text to its element and to the block that its line belongs to."""
        stack: list[tuple[Any, Any, bool]] = [(root, root, False)]
        while stack:
            element, block, linked = stack.pop()
            if not isinstance(element.tag, str) or is_hidden(element):
                continue
            self.order.append(element)
            block = element if is_block(element) else block
            linked = linked or element.tag == "a"
            self._add(element, block, linked, element.text)
            for child in element:
                self._add(element, block, linked, child.tail)
            stack.extend((child, block, linked) for child in reversed(element))

    def _add(self, element: Any, block: Any, linked: bool, text: str | None) -> None:
        weight = weight_of(text)
        if not weight:
            return
        self.whole[element] += weight
        self.links[element] += weight * linked
        inside, within, marks = self._lines.get(block, (0.0, 0.0, 0))
        marks += len(_MARKS.findall(text or ""))
        self._lines[block] = (inside + weight, within + weight * linked, marks)

    def _sum(self) -> None:
        for block, (weight, linked, marks) in self._lines.items():
            self.value[block] += _value(block, weight, linked, marks)
        for element in reversed(self.order):
            parent = element.getparent()
            if parent is not None and element is not self.order[0]:
                self.whole[parent] += self.whole[element]
                self.links[parent] += self.links[element]
                self.value[parent] += self.value[element]


def _value(block: Any, weight: float, linked: float, marks: int) -> float:
    """What one line says for its being part of an article."""
    if linked > _TEASER * weight:
        return -15.0 - linked
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "th", "pre"):
        return 0.0
    if weight >= _SHORTEST and (marks or weight > 4 * _SHORTEST):
        return weight - linked
    return -5.0 if block.tag not in ("td", "dt", "li") else -2.0
