"""The markers that reading systems print before list items: they are in no text, only in CSS (CSS Lists 3, CSS Counter
Styles 3)."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

from convert.kit.numerals import numeral

_STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lower-alpha",
    "lower-latin": "lower-alpha",
    "upper-alpha": "upper-alpha",
    "upper-latin": "upper-alpha",
    "lower-roman": "lower-roman",
    "upper-roman": "upper-roman",
    "simp-chinese-informal": "cjk",
}
_PLAIN = {"disc": "•", "circle": "◦", "square": "▪", "none": ""}
_DEFAULTS = {"ol": "decimal", "ul": "disc"}


class CounterStyle(NamedTuple):
    """How a list's numbers are written: in a style of `kit.numerals` or by `symbols`, with what stands around them."""

    style: str
    symbols: tuple[str, ...]
    suffix: str
    prefix: str = ""

    def text(self, number: int) -> str:
        """The marker of an item."""
        fits = 0 < number <= len(self.symbols)
        return self.prefix + (self.symbols[number - 1] if fits else numeral(number, self.style)) + self.suffix


@functools.lru_cache(maxsize=8)
def read_counter_styles(css: str) -> Mapping[str, CounterStyle]:
    """The `@counter-style` rules of a style sheet by name."""
    import tinycss2

    found: dict[str, CounterStyle] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "counter-style":
            declared = {
                d.lower_name: [token for token in d.value if token.type != "whitespace"]
                for d in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
                if d.type == "declaration"
            }
            base = declared["system"][-1].value if "system" in declared else "decimal"
            symbols = tuple(token.value for token in declared.get("symbols", ()))
            suffix = declared["suffix"][0].value if "suffix" in declared else ". "
            prefix = declared["prefix"][0].value if "prefix" in declared else ""
            found[tinycss2.serialize(rule.prelude).strip()] = CounterStyle(
                _STYLES.get(base, "decimal"), symbols, suffix, prefix
            )
    return found


def marker(item: Any, cascade: dict[Any, dict[str, str]], styles: Mapping[str, CounterStyle]) -> str:
    """What is printed before a list item (`li`). `cascade`: what is declared for each element."""
    parent = item.getparent()
    kind = cascade.get(item, {}).get("list-style-type") or cascade.get(parent, {}).get("list-style-type", "")
    kind = kind or _DEFAULTS.get(parent.tag, "disc")
    if kind.startswith(('"', "'")):
        return kind[1:-1].strip()
    if kind in _PLAIN:
        return _PLAIN[kind]
    number = int(parent.get("start", "1")) + sum(1 for _ in item.itersiblings("li", preceding=True))
    return styles.get(kind, CounterStyle(_STYLES.get(kind, "decimal"), (), ". ")).text(number).strip()
