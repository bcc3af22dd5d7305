"""Keep few formatting elements open at once, so that the tree of a page is built in linear time.

An element like `<b>` that is not closed is opened again in every paragraph that follows, and each wrong end tag looks through
all that are open (HTML standard, 13.2.4.3 "The list of active formatting elements", 13.2.6.4.7 "adoption agency"): a page of a
hundred kilobytes can ask for a thousand million elements.
"""

from __future__ import annotations

import re
from collections import Counter

_ALIKE = 3  # open elements that say the same: what the standard keeps (its "Noah's Ark clause")
_OPEN = 32  # open elements; pages have fewer than 10
_AGAIN = 200_000  # elements opened again in a whole page

_ATTRIBUTES = r"(?=[\s/>])(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>"
_TAGS = (
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<end>/?)(?:(?P<name>b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)|(?P<cell>table|caption|td|th|tr|tbody|thead|tfoot)"
    r"|(?P<block>address|applet|article|aside|blockquote|button|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer"
    r"|form|h[1-6]|header|hgroup|li|listing|main|marquee|menu|nav|object|ol|p|pre|search|section|summary|ul)"
    r"|(?P<foreign>svg|math)|(?:(?!(?:script|style|textarea|title|xmp|iframe|noembed|noframes)[\s/>])[a-z][^\s/<>]*+))"
    + _ATTRIBUTES
)
_RAW = r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]).*?(?:</(?P=raw)(?=[\s/>])|\Z)"
_IN_HTML = re.compile(_TAGS + _RAW, re.IGNORECASE | re.DOTALL)
"""Tags, whole; comments and what has no tags in it (HTML standard, 13.1.2: raw text) as one."""
_IN_FOREIGN = re.compile(_TAGS, re.IGNORECASE | re.DOTALL)
"""In drawings and formulas a `style` may hold tags."""


def close_formatting(text: str) -> tuple[str, int]:
    """The text of a page with those formatting tags as comments that would be too many open ones, and how many of them
    changed how words look. Nothing moves but behind the place, if any, where all that is open is closed at once."""
    writer, at = _Closing(), 0
    pieces: list[str] = []
    while found := (_IN_FOREIGN if writer.foreign else _IN_HTML).search(text, at):
        pieces += text[at : found.start()], writer.tag(found)
        at = found.end()
    return "".join([*pieces, text[at:]]), writer.lost


class _Closing:
    """What is open: formatting elements by the cell or caption they began in, innermost last; `foreign`: whether a drawing or a
    formula may be."""

    def __init__(self) -> None:
        self._open: list[list[tuple[str, str]]] = [[]]
        self._dropped: list[Counter[str]] = [Counter()]
        self._again = 0
        self.lost = 0
        self.foreign = False

    def tag(self, found: re.Match[str]) -> str:
        """What stands in the place of a tag."""
        end, name, cell, block = found.group("end", "name", "cell", "block")
        if name:
            name = name.lower()
            return self._end(name, found[0]) if end else self._start(name, found["attributes"], found[0])
        if found["foreign"]:
            self.foreign = not end and not found["attributes"].endswith("/")
        if cell:
            self._turn(cell.lower(), bool(end))
            return found[0]
        if block and not end:
            return self._block(found[0])
        return found[0]

    def _start(self, name: str, attributes: str, tag: str) -> str:
        inner = self._open[-1]
        alike = inner.count((name, attributes)) >= _ALIKE
        if alike or len(inner) >= _OPEN or self._again > _AGAIN:
            self._dropped[-1][name] += 1
            self.lost += not alike
            return _comment(tag)
        inner.append((name, attributes))
        return tag

    def _end(self, name: str, tag: str) -> str:
        if self._dropped[-1][name]:
            self._dropped[-1][name] -= 1
            return _comment(tag)
        inner = self._open[-1]
        last = next((at for at in range(len(inner) - 1, -1, -1) if inner[at][0] == name), None)
        if last is not None:
            del inner[last]
        return tag

    def _turn(self, name: str, is_end: bool) -> None:
        """A table's cells keep what is opened within to themselves."""
        if name == "table" and not is_end:
            self._open.append([])
            self._dropped.append(Counter())
        elif len(self._open) > 1:
            self._open.pop()
            self._dropped.pop()
            if name != "table":
                self._open.append([])
                self._dropped.append(Counter())

    def _block(self, tag: str) -> str:
        """A block in which all that is open may be opened again."""
        inner = self._open[-1]
        if not inner:
            return tag
        self._again += len(inner)
        if self._again <= _AGAIN:
            return tag
        closed = "".join(f"</{name}>" for name, _ in reversed(inner))
        self.lost += len(inner)
        inner.clear()
        return closed + tag


def _comment(tag: str) -> str:
    """A comment as long as the tag."""
    return f"<!{' ' * (len(tag) - 3)}>"
