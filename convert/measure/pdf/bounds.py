"""How much a PDF would unfold to, told before anything unfolds it: streams within streams, forms within forms."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from convert.kit.limits import Limits, exceeded

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"x[\x01\x5e\x9c\xda]")  # how zlib's data begin (RFC 1950, 2.2)
_OBJECTS = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
_BEFORE = 2000  # bytes before a stream that its dictionary is looked for in
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_TEXT = re.compile(rb"\([^()\\]*+(?:\\.[^()\\]*+)*+\)|<([0-9A-Fa-f\s]*+)>", re.DOTALL)
_DEEPEST = 40  # forms within each other, as PDFium follows them


def check_bounds(data: bytes, limits: Limits) -> None:
    """Look at what a PDF unfolds to. Raises InputError (`limit-exceeded`: member_mb, unpacked_mb, pages, content_mb, text_mb),
    ValueError for what is damaged."""
    import pikepdf

    _check_objects(data, limits)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > limits.pages:
                raise exceeded("pages", limits, len(pdf.pages))
            weights = _Weights(limits)
            for page in pdf.pages:
                weights.add(page.obj)
    except (pikepdf.PdfError, AttributeError, TypeError, LookupError) as error:
        raise ValueError(str(error)) from None


def _check_objects(data: bytes, limits: Limits) -> None:
    """The streams that hold the objects of the file: qpdf unpacks them whole to find anything."""
    total = 0
    for found in _STREAM.finditer(data):
        if _OBJECTS.search(data, max(found.start() - _BEFORE, 0), found.start()):
            total += len(_inflated(data[found.end() : found.end() + (limits.input_mb << 20)], limits))
            if total > limits.unpacked_mb << 20:
                raise exceeded("unpacked_mb", limits, f"> {limits.unpacked_mb}")


def _inflated(data: bytes, limits: Limits, limit: str = "member_mb") -> bytes:
    """What zlib packed, as often as it did; other data as they are."""
    most = getattr(limits, limit) << 20
    while _FLATE.match(data):
        try:
            data = zlib.decompressobj().decompress(data, most + 1)
        except zlib.error:
            return b""
        if len(data) > most:
            raise exceeded(limit, limits, f"> {most >> 20}")
    return data


class _Weights:
    """The bytes of what pages draw, those of a form as often as it is drawn, and the text in them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._known: dict[tuple[int, int], tuple[int, int]] = {}
        self._content = self._text = 0

    def add(self, page: Any) -> None:
        """Add a page. Raises InputError (`limit-exceeded`)."""
        contents = page.get("/Contents")
        parts = list(contents) if _is_array(contents) else [contents]
        content = text = 0
        for part in parts:
            own = self._weight(part, _forms(page), 0)
            content, text = content + own[0], text + own[1]
        self._content += content
        self._text += text
        for name, size in (("content_mb", self._content), ("text_mb", self._text)):
            if size > getattr(self._limits, name) << 20:
                raise exceeded(name, self._limits, f"> {getattr(self._limits, name)}")

    def _weight(self, stream: Any, forms: Any, depth: int) -> tuple[int, int]:
        if depth > _DEEPEST or not _is_stream(stream):
            return 0, 0
        key = stream.objgen
        if key not in self._known:
            self._known[key] = 0, 0  # while it is open: one that draws itself is drawn once
            data = self._read(stream)
            content = len(data)
            if content > self._limits.content_mb << 20:
                raise exceeded("content_mb", self._limits, f"> {self._limits.content_mb}")
            text = sum(len(found[1]) // 2 if found[1] is not None else len(found[0]) for found in _TEXT.finditer(data))
            for form in _drawn(data, stream.get("/Resources", {}).get("/XObject", forms)):
                inner = self._weight(form, forms, depth + 1)
                content, text = content + inner[0], text + inner[1]
            self._known[key] = content, text
        return self._known[key]

    def _read(self, stream: Any) -> bytes:
        data = _inflated(stream.read_raw_bytes(), self._limits, "content_mb")
        filters = stream.get("/Filter")
        names = [str(each) for each in filters] if _is_array(filters) else [str(filters or "")]
        if any(name not in ("", "/FlateDecode", "/Fl") for name in names):
            data = bytes(stream.read_bytes())
        return data


def _forms(page: Any) -> Any:
    """The forms of a page by name; its resources may be those of the pages it belongs to."""
    for _ in range(_DEEPEST):
        if "/Resources" in page or "/Parent" not in page:
            break
        page = page["/Parent"]
    return page.get("/Resources", {}).get("/XObject", {})


def _drawn(data: bytes, forms: Any) -> Iterator[Any]:
    for found in _DRAWN.finditer(data):
        form = forms.get("/" + found[1].decode("latin-1"))
        if _is_stream(form) and form.get("/Subtype") == "/Form":
            yield form


def _is_stream(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Stream)


def _is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)
