"""XML from outside: no document type, so no entities; nothing is loaded; any length, depth within a limit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

from convert.kit.limits import USUAL, Limits, exceeded

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

DocumentType = Literal["refused", "passed", "read"]
_WORK = 300_000_000  # steps up the tree that may be taken for names, in what is nested deeper than libxml2 reads
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_DOCTYPE = "it has a document type declaration"
_BLANK = re.compile(rb"\s*")


def parse_xml(
    data: bytes, limits: Limits | None = USUAL, *, mend: bool = False, doctype: DocumentType = "refused"
) -> Any:
    """The root element, without comments and processing instructions.

    `mend`: what is not well-formed is read as far as it can be understood; None where nothing can. `doctype`: a document
    type is refused, or passed over, or read: the entities that it declares itself are put in, and libxml2 bounds how much
    they make. `limits`: None where nothing is to be bounded.

    Raises ValueError with the reason, InputError (`limit-exceeded`: xml_depth).
    """
    from lxml import etree

    if doctype == "refused" and _has_doctype(data):
        raise ValueError(_DOCTYPE)
    parser = etree.XMLParser(  # not `collect_ids=False`, with which lxml looks for document types elsewhere
        resolve_entities="internal" if doctype == "read" else False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=doctype != "read" and b"<!ENTITY" not in data,
        recover=mend,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "xcessive depth" in (error.msg or "") and doctype == "refused":
            return _parsed_deep(data, limits)
        if mend:
            return None
        raise ValueError(" ".join((error.msg or str(error)).split())) from None
    if root is None:
        return None
    if doctype == "refused" and root.getroottree().docinfo.doctype:  # in an encoding that was not looked into
        raise ValueError(_DOCTYPE)
    if limits and data.count(b"<") > limits.xml_depth:
        _check_depth(root, limits)
    return root


def _has_doctype(data: bytes) -> bool:
    """Whether a document type is declared before the root element."""
    head = data[:4]
    if head.startswith(_UTF_16):
        data = data.decode(
            "utf-16" if head[0] > ord("<") else "utf-16-le" if head[0] else "utf-16-be", "replace"
        ).encode()
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        at = _BLANK.match(data, at).end()  # type: ignore[union-attr]
        end = b"?>" if data.startswith(b"<?", at) else b"-->" if data.startswith(b"<!--", at) else b""
        if not end:
            return data.startswith(b"<!DOCTYPE", at)
        found = data.find(end, at + 2)
        if found < 0:
            return False
        at = found + len(end)


def _check_depth(root: Any, limits: Limits) -> None:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.xml_depth:
            raise exceeded("xml_depth", limits, f"> {limits.xml_depth}")


def _parsed_deep(data: bytes, limits: Limits | None) -> Any:
    """The root of what is nested deeper than libxml2 reads (2,048 elements). Another parser does not mind."""
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=" ")
    builder = _Builder(parser, limits)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return builder.root


class _Builder:
    """Builds a tree from what a parser tells."""

    def __init__(self, parser: XMLParserType, limits: Limits | None) -> None:
        self.root: Any = None
        self._open: list[Any] = []
        self._closed: Any = None  # the element that text would follow
        self._pieces: list[str] = []
        self._prefixes: dict[str | None, str] = {}
        self._limits, self._work = limits, 0
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._pieces.append
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise ValueError(_DOCTYPE)

    def _declare(self, prefix: str | None, namespace: str) -> None:
        if namespace:
            self._prefixes[prefix] = namespace

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        from lxml import etree

        depth = len(self._open) + 1
        self._work += depth * (1 + len(attributes))  # libxml2 looks up from an element for each of its names
        if self._limits and depth > self._limits.xml_depth:
            raise exceeded("xml_depth", self._limits, f"> {self._limits.xml_depth}")
        if self._work > _WORK:
            raise ValueError(f"too much is nested {depth} elements deep")
        self._put_text()
        names = {_qualified(key): value for key, value in attributes.items()}
        if self._open:
            made = etree.SubElement(self._open[-1], _qualified(name), names, self._prefixes)
        else:
            self.root = made = etree.Element(_qualified(name), names, self._prefixes)
        self._prefixes = {}
        self._open.append(made)
        self._closed = None

    def _end(self, name: str) -> None:
        self._put_text()
        self._closed = self._open.pop()

    def _put_text(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text:
            return
        if self._closed is not None:
            self._closed.tail = text
        else:
            self._open[-1].text = text


def _qualified(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"{{{namespace}}}{local}" if namespace else local
