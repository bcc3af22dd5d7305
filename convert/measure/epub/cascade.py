"""What CSS makes of the elements of a page: selectors with their specificity, order, inheritance.

Read with tinycss2 and cssselect. Media queries are taken not to match.
"""

from __future__ import annotations

from typing import Any

Styles = dict[Any, dict[str, str]]
"""What is declared for each element; elements for which nothing is are left out."""

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
    import tinycss2
    from cssselect import GenericTranslator, parse

    rules: list[tuple[tuple[int, int, int], str, dict[str, str]]] = []
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            declared = _declarations(rule.content)
            for selector in parse(tinycss2.serialize(rule.prelude)):
                if (str(selector.pseudo_element or "")) == pseudo:
                    rules.append((selector.specificity(), GenericTranslator().selector_to_xpath(selector), declared))
    styles: Styles = {}
    for _, path, declared in sorted(rules, key=lambda rule: rule[0]):
        for element in root.xpath(path):
            styles.setdefault(element, {}).update(declared)
    for element in root.xpath("//*[@style]") if not pseudo else ():
        styles.setdefault(element, {}).update(_declarations(element.get("style")))
    return styles


def computed(own: dict[str, str], inherited: dict[str, str]) -> dict[str, str]:
    """The values of an element's properties: its own, else its parent's where they are inherited."""
    return inherited | {name: value for name, value in own.items() if value != "inherit"}


def _declarations(content: Any) -> dict[str, str]:
    import tinycss2

    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return {d.lower_name: tinycss2.serialize(d.value).strip() for d in found if d.type == "declaration"}
