"""CSS that asks for nothing: of a drawing's style sheets and style attributes what can only draw.

What is handed back is judged, not what came: it has no escapes and no comments, so that every program reads the same words in it.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r\n|[\n\r\f])|([\s\S])|$)")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_FETCHING = re.compile(
    r"(?<![\w-])(?:url|src|url-prefix|image|(?:-\w+-)?image-set|(?:-\w+-)?cross-fade|element|paint|expression)\(",
    re.IGNORECASE,
)
"""Functions that can name something to be fetched or run (CSS Images 4, CSS Values 4, and what browsers had once)."""
_LOCAL = re.compile(r"\s*+(['\"]?)\s*+#([^'\"()\n]*+)\s*+\1\s*+\)")
_RULE = re.compile(
    r"@(?!(?:media|supports|layer|container|(?:-\w+-)?keyframes)\b)[^;{}]*(?:;|\{[^{}]*\}?|(?=\})|$)", re.IGNORECASE
)
_SCRIPT = re.compile(r"(?:java|vb)script\s*:|-moz-binding|behavior\s*:", re.IGNORECASE)


def may_fetch(value: str) -> bool:
    """Whether an attribute has to be cleaned: it has a function that can fetch something, or comments and escapes that hide one."""
    return "\\" in value or ("(" in value and any(_FETCHING.search(_COMMENT.sub(gap, value)) for gap in ("", " ")))


def contain(text: str) -> tuple[str, bool]:
    """The CSS with references into the drawing itself alone; and whether something was taken out that may be missed."""
    text = _COMMENT.sub(" ", _ESCAPE.sub(_meant, text).replace("\\", " "))
    lost = False
    while True:
        local, functions = _localized(text)
        lost |= bool(functions) or any(not rule[0].lower().startswith("@charset") for rule in _RULE.finditer(local))
        local = _RULE.sub(" ", local)  # never nothing: pieces must not grow together
        local, scripts = _SCRIPT.subn(" ", local)
        lost |= bool(scripts)
        local = _COMMENT.sub(" ", local)
        if local == text:
            return text, lost
        text = local


def _localized(text: str) -> tuple[str, int]:
    """The text with `none` for whatever a function would fetch, and how often; a reference into the drawing gets one form."""
    pieces: list[str] = []
    at = lost = 0
    while match := _FETCHING.search(text, at):
        pieces.append(text[at : match.start()])
        inside = _LOCAL.match(text, match.end()) if match[0].lower() == "url(" else None
        if inside:
            pieces.append(f"url(#{inside[2].rstrip()})")
            at = inside.end()
        else:
            pieces.append("none")
            close = text.find(")", match.end())
            at, lost = (close + 1 if close >= 0 else len(text)), lost + 1
    return "".join((*pieces, text[at:])), lost


def _meant(match: re.Match[str]) -> str:
    """The character that an escape stands for (CSS Syntax 3, 4.3.7); none for a line that goes on."""
    if match[1]:
        point = int(match[1], 16)
        return (
            chr(point) if 0x20 <= point < 0xD800 or 0xDFFF < point < 0xFFFE or 0xFFFF < point < 0x110000 else "\ufffd"
        )
    return match[3] or ""
