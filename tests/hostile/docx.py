"""Word documents whose XML is hostile: what it refers to, how it nests, what it says of sizes."""

from __future__ import annotations

import itertools

from tests.hostile.cases import Case, Trap
from tests.hostile.material import PNG, document, drawing, nested, paragraph, remade, root, with_entities

_CELL = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>', "<w:p/></w:tc></w:tr></w:tbl>"
_PLAIN_CELL = f"<w:tc>{paragraph('张三')}</w:tc>"
_KEPT = ("before", "after")


def _main(body: str) -> bytes:
    return root("document", f"<w:body>{body}</w:body>")


def _text(main: str | bytes) -> bytes:
    """A document whose main part is this."""
    return remade({"word/document.xml": main})


def _field(instruction: str, result: str) -> str:
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _linked(address: str) -> bytes:
    return document(drawing("pic", kind="link"), {"pic": ("image", address.replace("&", "&amp;"))})


def _leaking(trap: Trap) -> bytes:
    main = with_entities(_main(paragraph("&x;")), f'<!ENTITY x SYSTEM "{trap.file}">')
    return _text(main)


def _laughing(levels: int) -> bytes:
    letters = "abcdefghijkl"[:levels]
    declared = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {letter} "{f"&{before};" * 10}">' for before, letter in itertools.pairwise(letters)
    )
    return _text(with_entities(_main(paragraph(f"&{letters[-1]};")), declared))


def _parted(name: str, content: str, target: str = "") -> bytes:
    """A document with one more part that it refers to."""
    return document(paragraph("text"), {"part": (name, target or f"{name}.xml")}, **{f"word_{name}_xml": content})


_LINK = '<w:p><w:hyperlink r:id="go"><w:r><w:t>press</w:t></w:r></w:hyperlink></w:p>'
_NOTES = root(
    "footnotes",
    '<w:footnote w:id="2"><w:p><w:r><w:t>noted</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>',
)
_CIRCLE = (
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
)

CASES = (
    Case("plain.docx", "nothing: it must be done", document(""), keeps=_KEPT),
    Case("not-xml.docx", "the text of the document is no XML", _text("not <w:p> xml"), "refused", ("docx-document-broken",)),
    Case("empty-part.docx", "the text of the document is empty", _text(""), "refused", ("docx-document-broken",)),
    Case("utf-16.docx", "its XML is in UTF-16", _text(_main(paragraph("sixteen 文")).decode().replace("UTF-8", "UTF-16").encode("utf-16")), keeps=("sixteen文",)),
    Case("bytes.docx", "invalid UTF-8 in the XML", _text(_main(paragraph("BAD")).replace(b"BAD", b"\xff\xfe\xc3(")), "either"),
    Case("references.docx", "references to characters that XML has not", document(paragraph("a&#x1;b&#xD800;c&#xFFFF;")), "either"),
    Case("nul.docx", "NUL in the XML", document(paragraph("a\0b")), "either"),
    Case("controls.docx", "bidi overrides, zero widths, private use, noncharacters", document(paragraph("abc\u202egnp.exe\u202c \u2066x\u2069 \u200b\u2060\ufeff \ue000\U000f0000 \ufdd0")), keeps=_KEPT),
    Case("entity-file.docx", "an external entity that is a local file", _leaking, "either"),
    Case("entity-password.docx", "an external entity that is /etc/passwd", lambda trap: _text(with_entities(_main(paragraph("&x;")), '<!ENTITY x SYSTEM "file:///etc/passwd">')), "either"),
    Case("entity-web.docx", "an external entity on the network", lambda trap: _text(with_entities(_main(paragraph("&x;")), f'<!ENTITY x SYSTEM "{trap.web}">')), "either"),
    Case("entity-parameter.docx", "a parameter entity that reads a file", lambda trap: _text(with_entities(_main(paragraph("&x;")), f'<!ENTITY % p SYSTEM "{trap.file}"><!ENTITY x "%p;">')), "either"),
    Case("entity-styles.docx", "an external entity in the styles", lambda trap: _parted("styles", with_entities(root("styles", '<w:style w:styleId="a"><w:name w:val="&x;"/></w:style>'), f'<!ENTITY x SYSTEM "{trap.file}">').decode()), "either"),
    Case("entity-relations.docx", "an external entity in the relationships", lambda trap: remade({"word/_rels/document.xml.rels": f'<!DOCTYPE r [<!ENTITY x SYSTEM "{trap.file}">]><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x" Target="&x;" TargetMode="External"/></Relationships>'}), "either"),
    Case("laughs.docx", "ten levels of entities, ten to each", _laughing(11), "either", lacks=("hahaha",)),
    Case("quadratic.docx", "2,000 times an entity of 100 kB", _text(with_entities(_main(paragraph("&a;" * 2000)), f'<!ENTITY a "{"A" * 100_000}">')), "either"),
    Case("schema.docx", "a schema location and a stylesheet on the network", lambda trap: _text(_main(paragraph("text")).replace(b"?>", f'?><?xml-stylesheet href="{trap.web}" type="text/xsl"?>'.encode(), 1)), keeps=("text",)),
    Case("picture-file.docx", "a linked picture that is a local file", lambda trap: _linked(trap.file), keeps=_KEPT),
    Case("picture-up.docx", "a linked picture that climbs out of the folder", lambda trap: document(drawing("pic", kind="link"), {"pic": ("image", trap.up)}), keeps=_KEPT),
    Case("picture-web.docx", "a linked picture on the network", lambda trap: _linked(trap.web), keeps=_KEPT),
    Case("picture-share.docx", "a linked picture on another machine's share", _linked("file://127.0.0.1/share/a.png"), keeps=_KEPT),
    Case("picture-cloud.docx", "a linked picture at a cloud's address for secrets", _linked("http://169.254.169.254/latest/meta-data/"), keeps=_KEPT),
    Case("picture-sizes.docx", "pictures of 10^15, 0 and -5 EMU", document("".join(drawing("pic", (n, n)) for n in (10**15, 0, -5)), {"pic": ("image", "media/a.png")}, word_media_a_png=PNG), keeps=_KEPT),
    Case("picture-nowhere.docx", "a picture whose part is missing", document(drawing("pic"), {"pic": ("image", "media/none.png")}), keeps=_KEPT),
    Case("picture-itself.docx", "a picture that is the document's own XML", document(drawing("pic"), {"pic": ("image", "document.xml")}), keeps=_KEPT),
    Case("link-script.docx", "a link that runs a script", document(_LINK, {"go": ("hyperlink", "javascript:alert(1)")}), codes=("link-dropped",), keeps=("press",), lacks=("javascript:",)),
    Case("link-file.docx", "a link to a local file", lambda trap: document(_LINK, {"go": ("hyperlink", trap.file)}), keeps=("press",), lacks=("file://",)),
    Case("chunk-file.docx", "an imported part that is a local file", lambda trap: document('<w:altChunk r:id="go"/>', {"go": ("aFChunk", trap.file)}), keeps=_KEPT),
    Case("template-web.docx", "a template on the network", lambda trap: document("", {"go": ("attachedTemplate", trap.web)}), keeps=_KEPT),
    Case("field-include.docx", "fields that include a file and start a program", lambda trap: document(_field(f'INCLUDETEXT "{trap.canary}"', "shown") + _field('DDEAUTO c:\\\\cmd.exe "/c x"', "once")), keeps=("shown", "once"), lacks=("DDEAUTO", "INCLUDETEXT")),
    Case("field-open.docx", "fields that do not end", document('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>still</w:t></w:r></w:p>' * 50), keeps=("before",)),
    Case("object.docx", "an embedded program and an ActiveX control", document('<w:p><w:r><w:object><o:OLEObject r:id="go" ProgID="Package"/></w:object></w:r><w:r><w:control r:id="go"/></w:r></w:p>', {"go": ("oleObject", "embeddings/a.bin")}, word_embeddings_a_bin=b"MZ\x90"), keeps=_KEPT, lacks=("MZ\x90",)),
    Case("styles-circle.docx", "styles that are each based on the other", document('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>round</w:t></w:r></w:p>', styles=_CIRCLE), keeps=("round",)),
    Case("numbering-dangling.docx", "list items of a missing definition, at level 99", document('<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>' * 3, numbering='<w:num w:numId="77"><w:abstractNumId w:val="5"/></w:num>'), keeps=("item",)),
    Case("numbering-huge.docx", "numbers from 2^31", document('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>', numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'), keeps=("item",)),
    Case("note-itself.docx", "a footnote that notes itself, and one that is missing", document('<w:p><w:r><w:t>text</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="999"/></w:r></w:p>', {"notes": ("footnotes", "footnotes.xml")}, word_footnotes_xml=_NOTES), keeps=("text", "noted")),
    Case("tables-deep.docx", "300 tables in each other", document(nested(*_CELL, 300, paragraph("deep"))), keeps=("deep",)),
    Case("controls-deep.docx", "5,000 content controls in each other", document(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5000, paragraph("deep"))), "either"),
    Case("elements-deep.docx", "100,000 elements in each other", document(nested("<w:x>", "</w:x>", 100_000, "")), "either"),
    Case("boxes-deep.docx", "100 text boxes in each other", document(nested('<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>', '</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>', 100, paragraph("deep"))), keeps=_KEPT),
    Case("span-huge.docx", "a cell over 10^9 columns", document('<w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'), "either"),
    Case("span-negative.docx", "a cell over -3 columns that goes on from none", document('<w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-3"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'), keeps=_KEPT),
    Case("columns.docx", "a row of 5,000 cells", document(f"<w:tbl><w:tblGrid/><w:tr>{_PLAIN_CELL * 5000}</w:tr></w:tbl>"), "either", heavy=True),
    Case("rows.docx", "a table of 5,000 rows", document(f"<w:tbl><w:tblGrid/>{f'<w:tr>{_PLAIN_CELL * 2}</w:tr>' * 5000}</w:tbl>"), keeps=_KEPT, heavy=True),
    Case("run-long.docx", "a run of 300,000 characters", document(paragraph("字" * 300_000)), keeps=_KEPT, heavy=True),
    Case("word-long.docx", "a word of 100,000 letters", document(paragraph("a" * 100_000)), keeps=_KEPT, heavy=True),
    Case("paragraphs.docx", "20,000 paragraphs", document(paragraph("段落") * 20_000), keeps=_KEPT, heavy=True),
    Case("changes.docx", "a deletion within an insertion", document('<w:p><w:ins w:id="1" w:author="a"><w:del w:id="2" w:author="b"><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>stays</w:t></w:r></w:ins></w:p>'), keeps=("stays",), lacks=("gone",)),
    Case("hidden.docx", "hidden text", document('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>'), codes=("docx-hidden",), keeps=("shown",), lacks=("SECRET",)),
    Case("numbers-wild.docx", "sizes, indents and margins that are no numbers, or no size", document('<w:p><w:pPr><w:ind w:left="1e99" w:firstLine="NaN"/><w:spacing w:line="-9999999"/></w:pPr><w:r><w:rPr><w:sz w:val="999999999"/></w:rPr><w:t>text</w:t></w:r></w:p><w:sectPr><w:pgSz w:w="0" w:h="-1"/><w:pgMar w:top="99999999" w:left="x"/></w:sectPr>'), keeps=("text",)),
)  # fmt: skip
