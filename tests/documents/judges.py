"""What of a case's rules does not hold in the finished files, in sentences. Nothing here knows how the files were written."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from lxml.cssselect import CSSSelector

from convert.diagnostics import Diagnostic
from convert.measure import docx, epub, pdf
from tests.documents.cases import DocxRules, EpubRules, PdfRules, Range, Rules, Selected, Word

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
_EPUB_NAMES = {"epub": "http://www.idpf.org/2007/ops", "xml": "http://www.w3.org/XML/1998/namespace"}
_EM_ASCENT, _MM = 0.88, 25.4 / 72
_TOLERANCE = 0.5
_SHOWN = 8


def faults(rules: Rules, files: Mapping[str, bytes], findings: list[Diagnostic]) -> list[str]:
    """All that does not hold; `files` by format, `findings` of their conversion."""
    return [
        *_report_faults(rules.report, findings),
        *_text_faults(rules.text, files),
        *pdf_faults(rules.pdf, files["pdf"]),
        *docx_faults(rules.docx, files["docx"]),
        *epub_faults(rules.epub, files["epub"]),
    ]


def _report_faults(expected: tuple[str, ...], findings: list[Diagnostic]) -> Iterator[str]:
    for finding in findings:
        if finding.severity == "error" or (finding.severity == "warning" and finding.code not in expected):
            yield f"report: {finding.severity}[{finding.code}] at {finding.pos or '?'}: {finding.message()}"
    found = sorted({finding.code for finding in findings})
    yield from (f"report: {code} did not come, but {found}" for code in expected if code not in found)


def _text_faults(words: tuple[str, ...], files: Mapping[str, bytes]) -> Iterator[str]:
    texts = {
        "pdf": pdf.read_text(files["pdf"]),
        "docx": "".join(docx.read_text(files["docx"]).split()),
        "epub": "".join(epub.read_text(files["epub"]).split()),
    }
    for name in ("docx", "epub"):
        if texts[name] != texts["pdf"]:
            at = next((i for i, (a, b) in enumerate(zip(texts[name], texts["pdf"], strict=False)) if a != b), -1)
            here, there = (
                texts[key][max(at - 15, 0) : at + 25] if at >= 0 else texts[key][-40:] for key in (name, "pdf")
            )
            yield f"text: {name} differs from pdf: …{here}… where the PDF has …{there}…"
    for name, text in texts.items():
        end = 0
        for word in words:
            at = text.find("".join(word.split()), end)
            if at < 0:
                where = "anywhere" if "".join(word.split()) not in text else "where it should, but elsewhere"
                yield f"text: {name} does not have {word!r} {where}; after …{text[max(end - 20, 0) : end]}"
                break
            end = at + len("".join(word.split()))


# --- DOCX: XPath in parts ---------------------------------------------------------------------------------------------


def docx_faults(rules: DocxRules, data: bytes) -> Iterator[str]:
    """What does not hold in a DOCX."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in {**rules.has, **rules.lacks}:
            path = f"{part}.xml" if "/" in part else f"word/{part}.xml"
            if path not in package.namelist():
                if part in rules.has:
                    yield f"docx: there is no part {path}"
                continue
            root = etree.fromstring(package.read(path))
            yield from _xpath_faults(f"docx {part}", root, rules.has.get(part, ()), rules.lacks.get(part, ()))


def _xpath_faults(where: str, root: Any, has: tuple[str, ...], lacks: tuple[str, ...]) -> Iterator[str]:
    for expression in has:
        if not _found(root, expression):
            yield f"{where} lacks {expression}{_nearest(root, expression)}"
    for expression in lacks:
        if found := _found(root, expression):
            count = f" ({len(found)} times)" if isinstance(found, list) else ""
            yield f"{where} has {expression}{count}"


def _found(root: Any, expression: str) -> Any:
    try:
        return root.xpath(expression, namespaces=_NAMES)
    except etree.XPathError as error:
        raise ValueError(f"no XPath: {expression}: {error}") from None


def _nearest(root: Any, expression: str) -> str:
    """What an equation's left side comes to, for the message."""
    left = re.fullmatch(r"\s*(count\(.*\)|string\(.*\))\s*[<>=]+[^<>=]*", expression)
    return f": it is {_found(root, left[1])}" if left else ""


# --- EPUB: CSS selectors ----------------------------------------------------------------------------------------------


def epub_faults(rules: EpubRules, data: bytes) -> Iterator[str]:
    """What does not hold in an EPUB."""
    parts = _epub_parts(data)
    for part in {**rules.has, **rules.lacks}:
        if part not in parts:
            raise ValueError(f"an EPUB has content, nav and package, no {part!r}")
    for part, expectations in rules.has.items():
        for expected in expectations:
            selector, count = (expected.select, expected.count) if isinstance(expected, Selected) else (expected, None)
            found = sum(len(_selector(selector)(root)) for root in parts[part])
            if not found and count != 0:
                yield f"epub {part} lacks {selector}"
            elif count is not None and found != count:
                yield f"epub {part} has {found} of {selector}, not {count}"
    for part, selectors in rules.lacks.items():
        for selector in selectors:
            if found := sum(len(_selector(selector)(root)) for root in parts[part]):
                yield f"epub {part} has {selector} ({found} times)"


def _selector(selector: str) -> CSSSelector:
    try:
        return CSSSelector(selector, namespaces=_EPUB_NAMES)
    except (SyntaxError, etree.XPathError) as error:  # cssselect's errors are SyntaxErrors
        raise ValueError(f"no CSS selector: {selector}: {error}") from None


def _epub_parts(data: bytes) -> dict[str, list[Any]]:
    """The package file, the navigation and the content files, their elements' namespaces left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        container = _plain(book.read("META-INF/container.xml"))
        path = next(container.iter("rootfile")).get("full-path")
        package = _plain(book.read(path))
        items = {item.get("id"): item for item in package.iter("item")}
        navigation = [item for item in items.values() if "nav" in (item.get("properties") or "").split()]
        spine = [items[entry.get("idref")] for entry in package.iter("itemref")]

        def read(item: Any) -> Any:
            return _plain(book.read(posixpath.join(posixpath.dirname(path), item.get("href"))))

        content = [read(item) for item in spine if item not in navigation]
        return {"package": [package], "nav": [read(item) for item in navigation], "content": content}


def _plain(data: bytes) -> Any:
    root = etree.fromstring(data)
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


# --- PDF: words where they stand, structure by XPath ------------------------------------------------------------------


def pdf_faults(rules: PdfRules, data: bytes) -> Iterator[str]:
    """What does not hold in a PDF."""
    if rules.pages is not None:
        least, most = rules.pages if isinstance(rules.pages, tuple) else (rules.pages, rules.pages)
        if not least <= (count := len(pdf.page_sizes(data))) <= most:
            yield f"pdf has {count} pages, not {rules.pages}"
    if rules.has.tags or rules.lacks.tags:
        yield from _xpath_faults("pdf tags", _as_xml(pdf.read_tags(data)), rules.has.tags, rules.lacks.tags)
    glyphs = pdf.read_glyphs(data) if rules.has.words or rules.lacks.words else []
    for entry in rules.has.words:
        word = Word(entry) if isinstance(entry, str) else entry
        places = list(_places(glyphs, word.text))
        reasons = [_misplacement(word, place) for place in places]
        if all(reasons):
            seen = "; ".join(reasons[:_SHOWN]) or "it stands nowhere"
            yield f"pdf has no {word.text!r} as it should be: {seen}"
    for entry in rules.lacks.words:
        word = Word(entry) if isinstance(entry, str) else entry
        if any(not _misplacement(word, place) for place in _places(glyphs, word.text)):
            yield f"pdf has {word}"


def _places(glyphs: list[pdf.Glyph], words: str) -> Iterator[list[pdf.Glyph]]:
    """Where the characters stand, one after the other in content order on one page."""
    wanted = "".join(words.split())
    text = "".join(glyph.char if len(glyph.char) == 1 else "\ufffc" for glyph in glyphs)
    for found in re.finditer(re.escape(wanted), text):
        place = glyphs[found.start() : found.end()]
        if place[0].page == place[-1].page:
            yield place


def _misplacement(word: Word, place: list[pdf.Glyph]) -> str:
    """How a place differs from what is wanted; empty where it does not."""
    first = place[0]
    top = first.baseline - _EM_ASCENT * first.size * _MM
    measures: tuple[tuple[str, Range | None, float], ...] = (
        ("left", word.left_mm, first.left),
        ("right", word.right_mm, place[-1].right),
        ("top", word.top_mm, top),
        ("size", word.size_pt, first.size),
    )
    reasons = [
        f"{name} {value:.1f}" for name, wanted, value in measures if wanted is not None and not _fits(value, wanted)
    ]
    if word.page and first.page != word.page:
        reasons.append("another page")
    if word.font and word.font not in first.font:
        reasons.append(first.font)
    if word.artifact is not None and (first.content < 0) != word.artifact:
        reasons.append("no artifact" if word.artifact else "an artifact")
    return f"page {first.page}: {', '.join(reasons)}" if reasons else ""


def _fits(value: float, wanted: Range) -> bool:
    least, most = wanted if isinstance(wanted, tuple) else (wanted - _TOLERANCE, wanted + _TOLERANCE)
    return least <= value <= most


def _as_xml(tag: pdf.Tag) -> Any:
    """The structure tree as XML: a tag's type as its name, its description and language as attributes."""
    element = etree.Element(re.sub(r"[^\w.-]", "_", tag.type), {"alt": tag.alt, "lang": tag.lang})
    for kid in tag.kids:
        if isinstance(kid, pdf.Tag):
            element.append(_as_xml(kid))
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + _legal(kid)
        else:
            element.text = (element.text or "") + _legal(kid)
    return element


def _legal(text: str) -> str:
    """The characters that XML knows."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text)
