"""What is active in a finished file: whatever runs, fetches, sends, or opens something by itself or under another name.

Shares nothing with the writers: PDF objects by pikepdf, zip files by the standard library, XML by lxml, CSS by tinycss2. What is
not known to be harmless is told.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
import tinycss2
from lxml import etree

_LINKS = ("http", "https", "mailto")


def active(data: bytes) -> list[str]:
    """What is active in a PDF, DOCX, EPUB or SVG file; one line for each."""
    if data.startswith(b"%PDF"):
        return list(_in_pdf(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        found = list(_in_names(members))
        return found + list(_in_epub(members) if "mimetype" in members else _in_docx(members))
    return list(_in_svg(_parsed(data), "svg"))


def _is_link(address: str) -> bool:
    return urlsplit(address).scheme.lower() in _LINKS


# --- PDF -------------------------------------------------------------------------------------------------------------

_ACTIONS = frozenset(("JavaScript", "Launch", "SubmitForm", "ImportData", "ResetForm", "GoToR", "GoToE", "GoTo3DView", "Movie", "Sound",
                      "Rendition", "Hide", "Named", "SetOCGState", "Trans", "RichMediaExecute", "Thread"))  # fmt: skip
_KEYS = frozenset(("/AA", "/OpenAction", "/JS", "/JavaScript", "/AcroForm", "/XFA", "/EmbeddedFiles", "/EF", "/AF", "/FFilter",
                   "/RichMediaContent", "/Collection", "/Requirements", "/OPI", "/Ref", "/PS", "/URLS", "/Perms"))  # fmt: skip


def _in_pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in ("/URI", "/AA", "/OpenAction", "/Names"):
            if key in pdf.Root and (key != "/Names" or set(pdf.Root.Names.keys()) - {"/Dests"}):
                yield f"catalog: {key}"
        for number, thing in enumerate(pdf.objects, 1):
            yield from _in_object(thing, f"object {number}")


def _in_object(thing: Any, where: str) -> Iterator[str]:
    """What a PDF object holds, without what it refers to: that is an object of its own."""
    waiting = [thing]
    while waiting:
        at = waiting.pop()
        if isinstance(at, pikepdf.Array):
            waiting += [item for item in at if not getattr(item, "is_indirect", False)]
        elif isinstance(at, pikepdf.Dictionary | pikepdf.Stream):
            entries = at.stream_dict if isinstance(at, pikepdf.Stream) else at
            yield from _in_dictionary(entries, at, where)
            waiting += [item for _, item in entries.items() if not getattr(item, "is_indirect", False)]


def _in_dictionary(entries: Any, owner: Any, where: str) -> Iterator[str]:
    yield from (f"{where}: {key}" for key in entries.keys() if key in _KEYS)  # noqa: SIM118 - no mapping
    kind = str(entries.get("/S", "")).removeprefix("/")
    if kind in _ACTIONS:
        yield f"{where}: action {kind}"
    if kind == "URI" and not _is_link(str(entries.get("/URI", ""))):
        yield f"{where}: address {entries.get('/URI')!s:.60}"
    if entries.get("/Type") == "/Filespec" or (isinstance(owner, pikepdf.Stream) and "/F" in entries):
        yield f"{where}: a file elsewhere"
    if entries.get("/Type") == "/Annot" and entries.get("/Subtype") != "/Link":
        yield f"{where}: annotation {entries.get('/Subtype')}"
    if entries.get("/Type") == "/XObject" and entries.get("/Subtype") not in ("/Image", "/Form"):
        yield f"{where}: {entries.get('/Subtype')}"


# --- XML, CSS --------------------------------------------------------------------------------------------------------


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def _in_xml(root: Any, name: str, instructions: Iterable[str] = ()) -> Iterator[str]:
    """What any XML may hold: a DTD, entities, instructions to programs."""
    if root.getroottree().docinfo.internalDTD is not None:
        dtd = root.getroottree().docinfo.internalDTD
        if dtd.external_id or dtd.system_url or list(dtd.iterentities()):
            yield f"{name}: DTD"
    before = root
    while (before := before.getprevious()) is not None:
        if isinstance(before, etree._ProcessingInstruction) and before.target not in instructions:
            yield f"{name}: instruction {before.target}"
    for element in root.iter():
        if isinstance(element, etree._ProcessingInstruction) and element.target not in instructions:
            yield f"{name}: instruction {element.target}"
        elif isinstance(element, etree._Entity):
            yield f"{name}: entity {element.name}"


_RULES = ("media", "page", "font-face", "supports", "keyframes", "counter-style", "charset", "layer", "container")


def _in_css(text: str, name: str, members: Iterable[str] = (), *, sheet: bool) -> Iterator[str]:
    """What a style sheet, or the content of an attribute, asks for from elsewhere."""
    parsed = tinycss2.parse_stylesheet(text) if sheet else tinycss2.parse_component_value_list(text)
    waiting = list(parsed)
    while waiting:
        token = waiting.pop()
        if token.type == "at-rule" and token.lower_at_keyword not in _RULES:
            yield f"{name}: @{token.at_keyword}"
        address = ""
        if token.type == "url":
            address = token.value
        elif token.type == "function" and token.lower_name in (
            "url",
            "src",
            "image",
            "image-set",
            "-webkit-image-set",
            "expression",
        ):
            address = next((part.value for part in token.arguments if part.type == "string"), token.lower_name)
        if address and not address.startswith("#") and address not in members:
            yield f"{name}: address {address[:60]}"
        for part in ("prelude", "content", "arguments"):
            waiting += getattr(token, part, None) or []


# --- SVG, XHTML ------------------------------------------------------------------------------------------------------

_HTML, _SVG, _MATH = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"
_FORBIDDEN = frozenset(("script", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button", "textarea",
                        "select", "base", "audio", "video", "source", "track", "portal", "noscript", "template", "foreignobject",
                        "animate", "animatemotion", "animatetransform", "set", "discard", "handler", "listener", "maction",
                        "semantics-xml", "isindex", "marquee", "keygen", "dialog", "canvas"))  # fmt: skip
_FETCHED = frozenset(("src", "srcset", "poster", "background", "data", "codebase", "action", "formaction", "ping", "manifest", "cite",
                      "longdesc", "lowsrc", "dynsrc", "profile", "archive", "classid", "altimg", "srcdoc", "usemap"))  # fmt: skip
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)


def _in_svg(root: Any, name: str) -> Iterator[str]:
    yield from _in_xml(root, name)
    for element in root.iter(etree.Element):
        tag = etree.QName(element)
        if tag.namespace != _SVG or tag.localname.lower() in _FORBIDDEN or tag.localname == "a":
            yield f"{name}: element {tag.localname}"
        if tag.localname == "style":
            yield from _in_css("".join(element.itertext()), f"{name}: style", sheet=True)
        for key, value in element.items():
            attribute = etree.QName(key)
            local = attribute.localname.lower()
            if local.startswith("on") or local in _FETCHED or local == "base":
                yield f"{name}: attribute {attribute.localname}"
            elif local == "href":
                if not value.startswith("#") and not _PICTURE.match(value):
                    yield f"{name}: address {value[:60]}"
            elif attribute.namespace is None:
                yield from _in_css(value, f"{name}: {local}", sheet=False)


def _in_xhtml(root: Any, name: str, members: Iterable[str]) -> Iterator[str]:
    yield from _in_xml(root, name)
    for element in root.iter(etree.Element):
        tag = etree.QName(element)
        if tag.namespace not in (_HTML, _MATH) or tag.localname.lower() in _FORBIDDEN:
            yield f"{name}: element {tag.localname}"
        if tag.localname == "meta" and element.get("http-equiv"):
            yield f"{name}: meta {element.get('http-equiv')}"
        if tag.localname == "link" and element.get("rel") != "stylesheet":
            yield f"{name}: link {element.get('rel')}"
        if tag.localname == "style":
            yield from _in_css("".join(element.itertext()), f"{name}: style", sheet=True)
        for key, value in element.items():
            yield from _in_attribute(tag, etree.QName(key).localname.lower(), value, name, members)


def _in_attribute(tag: etree.QName, key: str, value: str, name: str, members: Iterable[str]) -> Iterator[str]:
    if key.startswith("on") or (key in _FETCHED and key != "src"):
        yield f"{name}: attribute {key}"
    elif key in ("href", "src"):
        if tag.localname == "a" and tag.namespace == _HTML and _is_link(value):
            return
        if not _is_member(value, name, members):
            yield f"{name}: address {value[:60]}"
    elif key == "style":
        yield from _in_css(value, f"{name}: style", sheet=False)


def _is_member(address: str, name: str, members: Iterable[str]) -> bool:
    """Whether a relative address means a file of the package. `name`: of the file that it stands in."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.query or address.startswith("/"):
        return False
    return not parts.path or posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) in members


# --- packages --------------------------------------------------------------------------------------------------------


def _in_names(members: Iterable[str]) -> Iterator[str]:
    for name in members:
        if (
            name.startswith("/")
            or "\\" in name
            or ":" in name
            or ".." in name.split("/")
            or any(ord(c) < 32 for c in name)
        ):
            yield f"member {name!r}"


_TYPES = {".otf": (b"OTTO", b"\0\1\0\0"), ".ttf": (b"\0\1\0\0",), ".png": (b"\x89PNG",), ".jpeg": (b"\xff\xd8",), ".jpg": (b"\xff\xd8",),
          ".gif": (b"GIF8",), ".webp": (b"RIFF",)}  # fmt: skip
_PROPERTIES = ("scripted", "remote-resources", "switch")


def _in_epub(members: dict[str, bytes]) -> Iterator[str]:
    for name, data in members.items():
        suffix = posixpath.splitext(name)[1]
        if suffix in (".xhtml", ".html"):
            yield from _in_xhtml(_parsed(data), name, members)
        elif suffix == ".svg":
            yield from _in_svg(_parsed(data), name)
        elif suffix == ".css":
            beside = {posixpath.relpath(other, posixpath.dirname(name)) for other in members}
            yield from _in_css(data.decode(), name, beside, sheet=True)
        elif suffix in (".opf", ".ncx", ".xml"):
            root = _parsed(data)
            yield from _in_xml(root, name)
            for element in root.iter(etree.Element):
                if set(element.get("properties", "").split()) & {*_PROPERTIES}:
                    yield f"{name}: {element.get('properties')}"
                for key in ("href", "src"):
                    if element.get(key) and not _is_member(element.get(key), name, members):
                        yield f"{name}: address {element.get(key)[:60]}"
        elif name != "mimetype" and not data.startswith(_TYPES.get(suffix, ())):
            yield f"{name}: unknown"


_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "TOC", "SEQ", "STYLEREF", "EQ"))
_PARTS = frozenset(("officeDocument", "core-properties", "extended-properties", "custom-properties", "styles", "settings", "webSettings",
                    "fontTable", "theme", "numbering", "footnotes", "endnotes", "header", "footer", "image", "hyperlink", "customXml",
                    "customXmlProps", "stylesWithEffects", "thumbnail"))  # fmt: skip
_WORD = frozenset(("altChunk", "subDoc", "object", "control", "attachedTemplate", "mailMerge", "OLEObject", "dataBinding", "smartTag",
                   "hlinkClick", "hlinkHover", "contentPart", "externalData", "script", "scriptCode", "movie", "macroName", "linkToQuery",
                   "webVideoPr", "saveThroughXslt", "permStart", "ffData", "textInput", "checkBox",
                   "ddList"))  # fmt: skip


def _in_docx(members: dict[str, bytes]) -> Iterator[str]:
    for name, data in members.items():
        suffix = posixpath.splitext(name)[1]
        if name.endswith(".rels"):
            yield from _in_relations(_parsed(data), name, members)
        elif suffix == ".xml":
            root = _parsed(data)
            yield from _in_xml(root, name, ("mso-application",))
            yield from _in_part(root, name)
        elif suffix == ".svg":
            yield from _in_svg(_parsed(data), name)
        elif not data.startswith(_TYPES.get(suffix, ())):
            yield f"{name}: unknown"


def _in_relations(root: Any, name: str, members: dict[str, bytes]) -> Iterator[str]:
    for relation in root:
        kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
        if kind not in _PARTS:
            yield f"{name}: relation {kind}"
        if relation.get("TargetMode") == "External":
            if kind != "hyperlink" or not _is_link(target):
                yield f"{name}: {kind} to {target[:60]}"
        else:
            owner = posixpath.dirname(posixpath.dirname(name))
            if posixpath.normpath(posixpath.join("/" + owner, target)).lstrip("/") not in members:
                yield f"{name}: {kind} to {target[:60]}"


_ATTRIBUTES = frozenset(("href", "src", "macro", "dde", "entryMacro", "exitMacro", "action", "dataPath"))


def _in_part(root: Any, name: str) -> Iterator[str]:
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        if local in _WORD:
            yield f"{name}: element {local}"
        if local in ("Override", "Default") and re.search(
            "macro|ole|activex|vba|html|rtf", element.get("ContentType", ""), re.IGNORECASE
        ):
            yield f"{name}: {element.get('ContentType')}"
        for key, value in element.items():
            attribute = etree.QName(key).localname
            if attribute in _ATTRIBUTES and value:
                yield f"{name}: attribute {attribute}"
            if attribute == "instr":
                yield from _in_instruction(value, name)
    for paragraph in root.iter("{*}p"):
        yield from _in_fields(paragraph, name)


def _in_fields(paragraph: Any, name: str) -> Iterator[str]:
    """The instructions of a paragraph's fields. A program reads the pieces of one together."""
    pieces: list[str] = []
    for element in paragraph.iter("{*}instrText", "{*}fldChar"):
        if etree.QName(element).localname == "instrText":
            pieces.append(element.text or "")
        elif pieces:
            yield from _in_instruction("".join(pieces), name)
            pieces = []
    if pieces:
        yield f"{name}: instruction without an end"


def _in_instruction(text: str, name: str) -> Iterator[str]:
    if (text.split() or [""])[0].upper() not in _FIELDS:
        yield f"{name}: field {text[:60]}"
