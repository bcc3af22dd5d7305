"""Small packages that use much of their format, in the ways of other programs."""

from __future__ import annotations

from tests.fuzz.structures import zipped
from tests.readers.docx.packages import PNG, field, item, level, numbering, p, package, r, style

_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/><w:rFonts w:eastAsia="仿宋" w:ascii="Times New Roman"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    + style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')
    + style("H2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', based_on="H1")
    + style("C", "caption") + style("Q", "Quote") + style("T", "Title") + style("K", "Hyperlink", kind="character")
)  # fmt: skip
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    f'<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("表头")}</w:tc></w:tr>'
    f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("甲")}</w:tc><w:tc>{p("乙")}</w:tc></w:tr>'
    f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p()}</w:tc><w:tc>{p('丙')}</w:tc></w:tr></w:tbl>"
)
_DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="180000"/><wp:docPr id="1" name="a" descr="图"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="i"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
    f"<w:txbxContent>{p('框')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
_MATH = (
    "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f><m:nary><m:naryPr>"
    "<m:chr m:val='∑'/></m:naryPr><m:sub/><m:sup/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath></m:oMathPara>"
)
_CHANGES = (
    '<w:ins w:id="1" w:author="a"><w:r><w:t>加</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>减</w:delText></w:r></w:del>'
    '<w:moveFrom w:id="3"><w:r><w:t>移</w:t></w:r></w:moveFrom><w:commentRangeStart w:id="0"/>'
)
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:left="1588" '
    'w:right="1474" w:bottom="1984"/><w:cols w:num="2"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
_NOTE = '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>注</w:t></w:r></w:p></w:footnote>'


def documents() -> list[bytes]:
    """Word documents: of text and lists; of tables, pictures, formulas, fields and changes."""
    lists = numbering(level(0, "chineseCounting", "%1、") + level(1, "decimal", "（%2）"))
    plain = (
        p("关于开展检查工作的通知", "T")
        + p("一、总体要求", "H1")
        + p("会议指出。")
        + item("甲")
        + item("乙", 1)
        + item("丙")
        + p("引", "Q")
    )
    noted = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    linked = f'<w:hyperlink r:id="l"><w:bookmarkStart w:id="5" w:name="_Ref1"/>{r("网")}<w:bookmarkEnd w:id="5"/></w:hyperlink>'
    fields = (
        field(' TOC \\o "1-3" ', r("目录"))
        + field(" REF _Ref1 \\h ", r("1"))
        + field(" PAGE ", r("2"))
        + field(" SEQ 图 ", r("1"))
    )
    marked = (
        r("粗", "<w:b/><w:em w:val='dot'/>")
        + r("线", "<w:u w:val='single'/><w:strike/>")
        + r("上", "<w:vertAlign w:val='superscript'/>")
    )
    full = (
        p("标题", "H1", content=noted) + p("表1 名称", "C") + _TABLE + p(content=_DRAWING) + p("图1 名称", "C") + p(content=_BOX)
        + p(content=_MATH) + p(content=_CHANGES + linked) + p(content=fields) + p(content=marked, properties='<w:ind w:firstLine="640"/>')
        + p(content='<w:r><w:br w:type="page"/><w:tab/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>') + _SECTION
    )  # fmt: skip
    refers = {"i": ("image", "media/a.png"), "l": ("hyperlink", "https://example.org/"), "h": ("header", "header1.xml")}
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{p("页眉")}</w:hdr>'
    return [
        package(plain, styles=_STYLES, numbering=lists),
        package(full, refers, styles=_STYLES, footnotes=_NOTE, word_media_a_png=PNG, word_header1_xml=header),
    ]


def book() -> bytes:
    """A book as other programs write it."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="a/b.opf" '
        'media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>题</dc:title>'
        '<dc:language>zh</dc:language></metadata><manifest><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="s" href="s.css" media-type="text/css"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="zh"><head><title>题</title><link rel="stylesheet" href="s.css"/></head><body><h1>标题</h1>'
        '<p class="a">会议<b>指出</b>。<a href="#f">1</a></p><ul><li>甲</li></ul><table><tr><td>格</td></tr></table><aside id="f">注</aside></body></html>'
    )
    css = "p { text-indent: 2em; font-size: 1.2em } .a > b, p.a { color: red; font-family: 'FangSong', serif }\n@media print { p { color: blue } }"
    nav = '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="c.xhtml">标题</a></li></ol></nav></body></html>'
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "a/b.opf": opf, "a/c.xhtml": page, "a/n.xhtml": nav, "a/s.css": css}  # fmt: skip
    return zipped([(name, content.encode()) for name, content in members.items()])
