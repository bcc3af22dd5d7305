"""Names for files that are made from what other systems call their files and records: legible, safe on every file system,
and unique."""

from __future__ import annotations

import contextlib
import hashlib
import re
import sqlite3
import tempfile
import unicodedata
import weakref

from convert.diagnostics import OutputError
from convert.kit.plausibility import scores

_LONGEST = 120  # bytes of UTF-8: file systems take 255, and a suffix, a number and a temporary name come on top
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
_DISGUISED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_LONGEST_OWN = 240  # bytes: a longer name of a file gets no suffix that is longer than its own
_LIKELY = 0.25  # a name is short: less than texts must have
_SURROGATE = re.compile("[\ud800-\udfff]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
"""Devices of Windows (https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


def safe_name(words: str) -> str:
    """A file name (without suffix) that says `words` as far as file systems let it; "untitled" where nothing is left.

    In NFC, without path separators, control characters and marks that turn the direction of writing, at most 120 bytes long: what
    is longer ends in a hash of the whole.
    """
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", words)).strip(" .-")
    name = "".join(char for char in name if not "\ud800" <= char <= "\udfff")
    if _RESERVED.match(name):
        name = f"_{name}"
    if len(name.encode()) > _LONGEST:
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        name = f"{name.encode()[: _LONGEST - len(digest) - 1].decode('utf-8', 'ignore').rstrip()}-{digest}"
    return name or "untitled"


def own_name(words: str) -> str:
    """The name of a file as the stem of its outputs: as it is, unless it disguises something (line ends, controls, marks that turn
    the direction of writing) or is so long that no suffix fits; then safe."""
    return safe_name(words) if _DISGUISED.search(words) or len(words.encode()) > _LONGEST_OWN else words


def legible(name: str) -> str:
    """A name as the system gives it, with bytes that are no UTF-8 read as GB 18030 where that says something, as Windows in China
    writes names; else as `\\xNN`. What it returns can be encoded."""
    if not _SURROGATE.search(name):
        return name
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # surrogates that stand for no bytes
        return name.encode("utf-8", "backslashreplace").decode()
    return decoded_name(data) or data.decode("utf-8", "backslashreplace")


def decoded_name(data: bytes) -> str:
    """A name of a file by its bytes: UTF-8, or GB 18030; "" where it is neither."""
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode()
    with contextlib.suppress(UnicodeDecodeError):
        name = data.decode("gb18030")
        return name if scores(data)["gb18030"] >= _LIKELY else ""
    return ""


def folded(name: str) -> str:
    """What two names have in common that some file system holds for the same: case and the form of accents aside."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


class TakenNames:
    """The names that are taken. They are kept on disk where they are many, so that memory does not grow with them."""

    def __init__(self) -> None:
        self._names = sqlite3.connect("", isolation_level=None)  # a temporary database, which goes when it is closed
        weakref.finalize(self, self._names.close)
        self._names.execute("PRAGMA journal_mode = OFF")
        self._names.execute(
            "CREATE TABLE names (folded TEXT PRIMARY KEY, origin TEXT, last INTEGER DEFAULT 1) WITHOUT ROWID"
        )

    def take(self, name: str, origin: str) -> str:
        """Take a name for what comes from `origin`. Returns who has it already, "" where it was free.

        Raises OutputError where there is no room for it.
        """
        try:
            return self._take(folded(name), origin)
        except sqlite3.OperationalError as error:
            raise OutputError("output-unwritable", path=tempfile.gettempdir(), reason=error) from None

    def _take(self, key: str, origin: str) -> str:
        if self._names.execute("INSERT OR IGNORE INTO names (folded, origin) VALUES (?, ?)", (key, origin)).rowcount:
            return ""
        found = self._names.execute("SELECT origin FROM names WHERE folded = ?", (key,)).fetchone()
        return str(found[0])

    def take_free(self, name: str, origin: str) -> str:
        """Take the name, or with the first number behind it that is free; that name."""
        if not self.take(name, origin):
            return name
        key = folded(name)
        (number,) = self._names.execute("SELECT last FROM names WHERE folded = ?", (key,)).fetchone()
        free = name
        while free == name or self.take(free, origin):
            number += 1
            free = f"{name}-{number}"
        self._names.execute("UPDATE names SET last = ? WHERE folded = ?", (number, key))
        return free

    def close(self) -> None:
        """Forget them."""
        self._names.close()
