"""The pictures of a document that is being read: from inside the input, beside it, or written into an address.

Nothing is fetched from the network but where the user allows it (`convert.kit.fetching`); which files may be read, `convert.kit.surroundings` decides.
"""

from __future__ import annotations

import base64
import binascii
import functools
import hashlib
import mimetypes
import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

from convert.diagnostics import Pos, Report
from convert.kit.images.header import image_info
from convert.kit.images.kinds import kind_of
from convert.kit.limits import exceeded
from convert.kit.surroundings import OutsideError, Surroundings, TooLargeError
from convert.model import Media
from convert.reading.source import Source

if TYPE_CHECKING:
    from convert.kit.fetching import Fetcher

_KEY_LENGTH = 32  # hexadecimal digits of SHA-256: 128 bits tell contents apart
_SHOWN = 60  # characters of an address that a message quotes
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")


class Pictures:
    """The pictures gathered so far: `media` is what `Document.media` becomes, each content once; `sizes` the width and
    height of each in pt, as it gives them itself, where it does."""

    def __init__(self, source: Source, report: Report) -> None:
        self.media: dict[str, Media] = {}
        self.sizes: dict[str, tuple[float, float]] = {}
        self._around = Surroundings(source.folder, source.roots, seen=report.resources)
        self._limits, self._allow_net, self._held = source.limits, source.allow_net, 0
        self._report = report
        self._keys: dict[str, str] = {}

    def add(self, data: bytes, name: str = "", type: str = "", pos: Pos | None = None) -> str:
        """Keep a picture; its key for `Image.media`. `type`: the media type, where the content does not tell it. Where the
        pictures become too many, a diagnostic says so, and the key is one that `media` does not have."""
        key = hashlib.sha256(data).hexdigest()[:_KEY_LENGTH]
        if key not in self.media:
            for limit, size in (("picture_mb", len(data)), ("media_mb", self._held + len(data))):
                if size > getattr(self._limits, limit) << 20:
                    return self._refuse(limit, size, name or key, pos)
            self._held += len(data)
            info = image_info(data)
            if info:
                self.sizes[key] = info.width_pt, info.height_pt
            known = info.type if info else type or mimetypes.guess_type(name)[0] or "application/octet-stream"
            self.media[key] = Media(known, data, PurePath(name).name)
        return key

    def _refuse(self, limit: str, size: int, address: str, pos: Pos | None) -> str:
        """Say that a picture goes beyond a limit; the key of what is not there."""
        error = exceeded(limit, self._limits, -(-size // 2**20))
        self._report.add("image-large", pos, address=address, **error.told)
        return address

    def linked(self, address: str, pos: Pos | None = None) -> str:
        """The key of the picture at an address: a `data:` URI, or a path relative to the input.

        Where it cannot be had, a diagnostic says why and the address itself comes back: a key that `media` does not
        have. It is told once.
        """
        if address not in self._keys:
            self._keys[address] = self._loaded(address.strip(), pos) or address
        return self._keys[address]

    def _loaded(self, address: str, pos: Pos | None) -> str:
        if address[:5].lower() == "data:":
            return self._embedded(address, pos)
        if self._allow_net and address[:6].lower() == "https:":
            return self._from_web(address, pos)
        if _SCHEME.match(address):
            code = "image-outside" if address[:5].lower() == "file:" else "image-remote"
            self._report.add(code, pos, address=address[:_SHOWN])
            return ""
        return self._beside(address, pos)

    @functools.cached_property
    def _web(self) -> Fetcher:
        from convert.kit.fetching import Fetcher

        return Fetcher(self._limits)

    def _from_web(self, address: str, pos: Pos | None) -> str:
        """The picture at an address of the web. As for files: what is no picture is not taken."""
        from convert.kit.fetching import FetchError

        shown = address[:_SHOWN]
        try:
            data = self._web.fetch(address)
        except FetchError as error:
            self._report.add("image-unfetched", pos, address=shown, reason=error)
            return ""
        if kind_of(data):
            return self.add(data, PurePath(urlsplit(address).path).name, pos=pos)
        self._report.add("image-unreadable", pos, name=shown)
        return ""

    def _beside(self, address: str, pos: Pos | None) -> str:
        """The picture in a file that the document names. A file that holds none is not taken: its words are nobody's
        business."""
        shown = address[:_SHOWN]
        try:
            found = self._around.find(address, self._limits.picture_mb << 20)
        except OutsideError:
            self._report.add("image-outside", pos, address=shown)
        except TooLargeError as error:
            return self._refuse("picture_mb", error.size, shown, pos)
        else:
            if found and kind_of(found.data):
                return self.add(found.data, found.name, pos=pos)
            if found:
                self._report.add("image-unreadable", pos, name=shown)
            else:
                self._report.add("image-missing", pos, address=shown)
        return ""

    def _embedded(self, address: str, pos: Pos | None) -> str:
        """The picture in a `data:` URI (RFC 2397)."""
        head, comma, body = address[5:].partition(",")
        parts = head.split(";")
        try:
            data = base64.b64decode(unquote_to_bytes(body)) if "base64" in parts else unquote_to_bytes(body)
        except (binascii.Error, ValueError):
            data = b""
        if not comma or not data:
            self._report.add("image-missing", pos, address=address[:_SHOWN])
            return ""
        return self.add(data, type=parts[0], pos=pos)
