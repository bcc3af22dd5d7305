"""What CSS makes of the elements of a page: selectors with their specificity, order, inheritance.

Read with tinycss2 and cssselect. Media queries are taken not to match.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

Styles = dict[Any, dict[str, str]]
"""What is declared for each element; elements for which nothing is are left out."""

SIDES = ("top", "right", "bottom", "left")

INITIAL = {
    "font-family": "",
    "line-height": "normal",
    "text-align": "start",
    "text-indent": "0",
    "color": "#000000",
    "orphans": "2",
    "widows": "2",
    "list-style-type": "disc",
    "white-space": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "font-style": "normal",
    "text-emphasis": "none",
}
"""Initial values of the properties that are inherited."""


def cascade(root: Any, css: str, pseudo: str = "") -> Styles:
    """What a style sheet and the elements' own `style` declare: the more specific, then the later rule wins (CSS
    Cascading 4 §6). `pseudo`: for that pseudo-element (`before`) of each element in its stead."""
    styles: Styles = {}
    for path, declared in _rules(css, pseudo):
        for element in _selected(root, path):
            styles.setdefault(element, {}).update(declared)
    for element in root.xpath("//*[@style]") if not pseudo else ():
        styles.setdefault(element, {}).update(_declarations(element.get("style")))
    return styles


@functools.lru_cache(maxsize=8)  # the files of a book share one, and so do many books
def _rules(css: str, pseudo: str) -> tuple[tuple[str, dict[str, str]], ...]:
    """The paths of a style sheet's selectors and what is declared for them, the weakest first."""
    import tinycss2

    rules: list[tuple[tuple[int, int, int], str, dict[str, str]]] = []
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            declared = _declarations(rule.content)
            for specificity, path in _selectors(tinycss2.serialize(rule.prelude), pseudo):
                rules.append((specificity, path, declared))
    return tuple((path, declared) for _, path, declared in sorted(rules, key=lambda rule: rule[0]))


def _selected(root: Any, path: str) -> Any:
    """What a path selects; nothing where it asks for names of a namespace, which were taken off."""
    from lxml import etree

    try:
        return root.xpath(path)
    except etree.XPathEvalError:
        return ()


def _selectors(text: str, pseudo: str) -> Iterator[tuple[tuple[int, int, int], str]]:
    """The selectors of a rule for a pseudo-element ("": for elements themselves), each with its specificity and as a
    path. What is no selector, or asks for what a file alone cannot tell (`:hover`), selects nothing."""
    from cssselect import ExpressionError, GenericTranslator, SelectorSyntaxError, parse

    try:
        for selector in parse(text):
            if (str(selector.pseudo_element or "")) == pseudo:
                yield selector.specificity(), GenericTranslator().selector_to_xpath(selector)
    except (SelectorSyntaxError, ExpressionError):
        return


def computed(own: dict[str, str], inherited: dict[str, str]) -> dict[str, str]:
    """The values of an element's properties: its own, else its parent's where they are inherited."""
    return inherited | {name: value for name, value in own.items() if value != "inherit"}


def _declarations(content: Any) -> dict[str, str]:
    """What is declared, shorthands for four sides also as what they stand for, so that the order is kept."""
    import tinycss2

    found: dict[str, str] = {}
    for each in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration":
            value = tinycss2.serialize(each.value).strip()
            found |= {each.lower_name: value, **_sides(each.lower_name, value)}
    return found


def _sides(name: str, value: str) -> dict[str, str]:
    """The properties of single sides that a shorthand sets (CSS Box 4 §3.2, CSS Backgrounds 3 §3)."""
    given = value.split()
    match name, given:
        case ("margin" | "padding" | "border-width", [_, *_]):
            parts = dict(zip(SIDES, (*given, *_missing(given)), strict=False))
            start, _, end = name.partition("-")
            return {f"{start}-{side}{f'-{end}' if end else ''}": part for side, part in parts.items()}
        case ("border", [width, *_]) if width[0].isdigit():
            return {f"border-{side}-width": width for side in SIDES}
        case ("border-top" | "border-right" | "border-bottom" | "border-left", [width, *_]):
            return {f"{name}-width": width}
        case _:
            return {}


def _missing(given: list[str]) -> tuple[str, ...]:
    """The values that a shorthand for four sides leaves out."""
    match given:
        case [one]:
            return one, one, one
        case [top, side]:
            return top, side
        case [_, side, _]:
            return (side,)
        case _:
            return ()


def read_faces(css: str) -> dict[str, tuple[str, ...]]:
    """What the `@font-face` rules of a style sheet stand for: by family the names of installed faces that go first
    (`local`), then the files (`url`)."""
    import tinycss2

    found: dict[str, tuple[str, ...]] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            declared = {
                d.lower_name: d.value
                for d in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
                if d.type == "declaration"
            }
            family = next((token.value for token in declared.get("font-family", ()) if token.type == "string"), "")
            found[family] = (*found.get(family, ()), *_sources(declared.get("src", [])))
    return found


def _sources(tokens: list[Any]) -> tuple[str, ...]:
    """The names of faces and the files in the value of `src`."""
    names = [t.arguments[0].value for t in tokens if t.type == "function" and t.lower_name in ("local", "url")]
    return (*names, *(t.value for t in tokens if t.type == "url"))
