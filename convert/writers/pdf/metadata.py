"""What a document says of itself: XMP, the information dictionary, the output intent.

ISO 32000-1, 14.3 and 14.11.5; XMP Specification Part 1; ISO 19005-2, 6.6 and 6.2.3; ISO 14289-1, 5 and 7.1.
`srgb.icc` is the sRGB profile (IEC 61966-2.1) that Little CMS generates and leaves free of copyright, with a fixed date.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape
from pathlib import Path

from convert.kit.dates import complete_date
from convert.layout.composition import Composition
from convert.version import __version__
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Raw, Stream, text_string

_TOOL = f"Triptych {__version__}"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""PDF/A-2 knows no pdfuaid: its schema has to be described in the file (ISO 19005-2, 6.6.2.3)."""


def add_metadata(document: TaggedDocument, composition: Composition) -> None:
    """Give `document` its metadata and its output intent, sRGB."""
    catalog = document.Catalog
    xmp = _xmp(composition).encode("utf-8")
    catalog.Metadata = Stream(xmp, b"/Type/Metadata/Subtype/XML", level=-1)  # ISO 19005-2, 6.6.2.1: not compressed
    catalog.MarkInfo = Raw(b"<</Marked true>>")
    catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
    document.info = Raw(_information(composition))
    profile = document.add(Stream(Path(__file__).with_name("srgb.icc").read_bytes(), b"/N 3"))
    catalog.OutputIntents = Raw(
        b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        b"/DestOutputProfile %d 0 R>>]" % profile
    )


def _xmp(composition: Composition) -> str:
    meta, time = composition.document.meta, composition.timestamp.isoformat()
    properties = [
        "<dc:format>application/pdf</dc:format>",
        _alternative("dc:title", composition.title),
        _items("dc:creator", "Seq", meta.authors),
        _items("dc:contributor", "Bag", (*meta.editors, *meta.proofreaders)),
        _items("dc:publisher", "Bag", meta.issuers),
        _items("dc:date", "Seq", (written.isoformat(),) if (written := complete_date(meta.date)) else ()),
        _simple("dc:identifier", meta.identifier or meta.number),
        _alternative("dc:description", meta.description),
        _items("dc:subject", "Bag", meta.keywords),
        _simple("pdf:Keywords", _keywords(composition)),
        _items("dc:language", "Bag", (composition.lang,)),
        _simple("dc:source", meta.source),
        _simple("xmp:CreateDate", time),
        _simple("xmp:ModifyDate", time),
        _simple("xmp:CreatorTool", _TOOL),
        _simple("pdf:Producer", _TOOL),
    ]
    return _XMP.format(properties="\n".join(filter(None, properties)))


def _information(composition: Composition) -> bytes:
    """The information dictionary: the same as the XMP (ISO 19005-2, 6.6.3 asks for that)."""
    meta = composition.document.meta
    date = _pdf_date(composition.timestamp)
    entries = {
        "Title": composition.title,
        "Author": meta.authors[0] if len(meta.authors) == 1 else "",  # several have no agreed form: XMP alone has them
        "Subject": meta.description,
        "Keywords": _keywords(composition),
        "Creator": _TOOL,
        "Producer": _TOOL,
        "CreationDate": date,
        "ModDate": date,
    }
    return b"<<%s>>" % b"".join(
        b"/%s%s" % (key.encode("ascii"), text_string(text)) for key, text in entries.items() if text
    )


def _keywords(composition: Composition) -> str:
    return ", ".join(composition.document.meta.keywords)


def _pdf_date(time: datetime) -> str:
    """A date as PDF writes it (ISO 32000-1, 7.9.4)."""
    zone = time.strftime("%z")
    return f"D:{time:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}"


def _simple(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _alternative(name: str, text: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>' if text else ""


def _items(name: str, kind: str, texts: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
