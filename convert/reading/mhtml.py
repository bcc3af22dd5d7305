"""Web archives (MHTML, RFC 2557): pages that browsers and Word save with their pictures in one file."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from urllib.parse import urljoin

from convert.diagnostics import InputError, Report
from convert.kit.charsets import declared_charset
from convert.reading.decoding import decoded_text
from convert.reading.source import Source

_SOURCE = re.compile(r"""(\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")


def as_html(source: Source, report: Report) -> Source:
    """The archive's page, as HTML in UTF-8 with its pictures in `data:` addresses.

    Raises InputError: `mhtml-empty` where the archive holds no page; see also `convert.kit.encoding.decode`.
    """
    from email import message_from_bytes

    parts = list(_parts(message_from_bytes(source.data)))
    page = next((part for part in parts if part.get_content_type() in _PAGES), None)
    if page is None:
        raise InputError("mhtml-empty")
    base = _location(page)
    pictures = {name: part for part in parts if part.get_content_maintype() == "image" for name in _names(part, base)}
    data = _payload(page)
    text = decoded_text(data, report, page.get_content_charset("") or declared_charset(data)).text
    text = _SOURCE.sub(lambda found: found[1] + _address(found, base, pictures), text)
    return replace(source, data=b"\xef\xbb\xbf" + text.encode())


def _parts(message: Message) -> Iterator[Message]:
    return (part for part in message.walk() if not part.is_multipart())


def _payload(part: Message) -> bytes:
    """A part's bytes, its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _location(part: Message) -> str:
    return "".join(str(part.get("Content-Location", "")).split())


def _names(part: Message, base: str) -> Iterator[str]:
    """What a page may call a part by (RFC 2557, 4.2 and RFC 2392)."""
    if location := _location(part):
        yield urljoin(base, location)
    if identity := str(part.get("Content-ID", "")).strip().strip("<>"):
        yield f"cid:{identity}"


def _address(found: re.Match[str], base: str, pictures: dict[str, Message]) -> str:
    """A picture's address, quoted: its own data where the archive holds it."""
    written = found[2] if found[2] is not None else found[3]
    address = html.unescape(written).strip()
    part = pictures.get(address) or pictures.get(_joined(base, address))
    if part is None:
        return f'"{written}"' if found[2] is not None else f"'{written}'"
    data = base64.b64encode(_payload(part)).decode("ascii")
    return f'"data:{part.get_content_type()};base64,{data}"'


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # brackets that hold no host
        return address
