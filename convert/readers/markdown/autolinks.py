"""Bare addresses in words: GFM's autolinks (https://github.github.com/gfm/#autolinks-extension-).

Chinese text puts no space after an address. So it also ends before full-width punctuation and, within the name of a
host, before any East Asian character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from convert.diagnostics import Pos
from convert.kit.cjk import CLOSING, EAST_ASIAN, OPENING
from convert.model import Inline, Link, Text

_ENDS = f"\\s<>{re.escape(CLOSING + OPENING)}…！？～"
_CANDIDATE = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<scheme>https?|ftp)://|www\.)[^{_ENDS}]+|(?P<mail>(?<![A-Za-z0-9_.+/-])[A-Za-z0-9._+-]+@[A-Za-z0-9._-]+)",
    re.IGNORECASE,
)
_SURE = re.compile(r"://|www\.|@", re.IGNORECASE)
_HOST = re.compile(rf"(?:(?:https?|ftp)://)?(?P<host>[^/?#:\s{EAST_ASIAN}]+)(?P<port>:\d+)?", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]+\.)*[A-Za-z0-9-]+\.[A-Za-z0-9-]+", re.ASCII)
_LOCAL = re.compile(r"localhost|\[[0-9a-fA-F:.]+\]")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")
_SAFE = "-._~:/?#[]@!$&'()*+,;=%"


def with_links(text: str, pos: Pos | None) -> Iterator[Inline]:
    """A text with its bare addresses as links."""
    if not _SURE.search(text):
        yield Text(text)
        return
    start = 0
    for found in _CANDIDATE.finditer(text):
        address = _mail(found[0]) if found["mail"] else _web(found[0])
        if not address:
            continue
        if found.start() > start:
            yield Text(text[start : found.start()])
        target = address if found["scheme"] else f"mailto:{address}" if found["mail"] else f"http://{address}"
        yield Link((Text(address),), quote(target, _SAFE), pos=pos)
        start = found.start() + len(address)
    if start < len(text):
        yield Text(text[start:])


def _web(found: str) -> str:
    """The address that a candidate begins with; empty for none."""
    host = _HOST.match(found)
    if host is None or not (_DOMAIN.fullmatch(host["host"].rstrip(".")) or _LOCAL.match(host["host"])):
        return ""
    if host["host"].count(".") and any("_" in part for part in host["host"].split(".")[-2:]):
        return ""
    if found[host.end() : host.end() + 1] not in ("/", "?", "#"):
        found = found[: host.end()]
    return _without_tail(found)


def _without_tail(address: str) -> str:
    """An address without the punctuation that ends the sentence it stands in."""
    while address:
        if address[-1] in "?!.,:*_~'\"" or (address[-1] == ")" and address.count(")") > address.count("(")):
            address = address[:-1]
        elif entity := _ENTITY.search(address):
            address = address[: entity.start()]
        else:
            break
    return address


def _mail(found: str) -> str:
    address = found.rstrip(".")
    domain = address.rpartition("@")[2]
    host, _, top = domain.rpartition(".")
    return address if host and not top.isdecimal() and domain[-1] not in "-_" else ""
