"""Addresses on the web that a document may link to (RFC 3986)."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

_SCHEMES = ("http", "https", "mailto")
_SAFE = "!#$&'()*+,/:;=?@[]~%"  # what a URL is made of besides letters and digits
_FIELDS = frozenset(("to", "cc", "bcc", "subject", "body", "keywords", "in-reply-to"))
"""What a mailto address may fill in (RFC 6068, 7). Some programs know more, and attach files of the reader's."""
_BAD_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def web_address(target: str) -> str:
    """A link's target as a valid URL, "" where it is none or its scheme is not http, https or mailto: other schemes
    may run programs, or name files of one machine. A mailto address keeps the fields that do no harm."""
    target = target.strip()
    try:
        parts = urlsplit(target)
        allowed = parts.scheme.lower() in _SCHEMES and bool(parts.path if parts.scheme == "mailto" else parts.hostname)
        parts.port  # noqa: B018 - raises ValueError for a port that is no number
    except ValueError:
        return ""
    if not allowed:
        return ""
    if parts.scheme.lower() == "mailto" and parts.query:
        kept = (each for each in parts.query.split("&") if unquote(each.partition("=")[0]).strip().lower() in _FIELDS)
        target = parts._replace(query="&".join(kept)).geturl()
    return quote(_BAD_PERCENT.sub("%25", target), safe=_SAFE)
