"""Inputs that hold one construct many times over or deep, each by its name: what must take linear time.

The Markdown ones are those of CommonMark's `pathological_tests.py` and of cmark-gfm, and others of their kind.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

Maker = Callable[[int], str]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>",
}


class Construct(NamedTuple):
    """`make`: the input with the construct `n` times over; `size`: an `n` that takes a second or so."""

    name: str
    suffix: str
    size: int
    make: Maker


def source(construct: Construct, n: int) -> bytes:
    """The input as a file's bytes."""
    text = construct.make(n)
    return _docx(text) if construct.suffix == ".docx" else text.encode()


def _docx(body: str) -> bytes:
    """A Word document of the body, and of the parts that it names after `<!--part NAME-->` each."""
    body, *others = body.split("<!--part ")
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:m="{_M}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    }
    relations = ""
    for other in others:
        name, _, content = other.partition("-->")
        parts[f"word/{name}.xml"] = content
        kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
        relations += f'<Relationship Id="{name}" Type="{kind}" Target="{name}.xml"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in (_PARTS | parts).items():
            package.writestr(name, content.replace("{}", relations) if name.endswith("rels") else content)
    return buffer.getvalue()


def _pandoc(blocks: str) -> str:
    return '{"pandoc-api-version":[1,23],"meta":{},"blocks":[' + blocks + "]}"


def _native(blocks: str) -> str:
    return '{"triptych":1,"blocks":[' + blocks + "]}"


def _word(text: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _nested(before: str, after: str, inner: str = "a") -> Maker:
    return lambda n: before * n + inner + after * n


def _row(columns: int, mark: str = "a") -> str:
    return "|" + f"{mark}|" * columns + "\n"


def _cell(text: str) -> str:
    return f"<w:tc>{_word(text)}</w:tc>"


def _table(rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"


def _styles(n: int) -> str:
    """Styles that each stand on the one before, and a paragraph in the last."""
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:name w:val="s{i}"/><w:basedOn w:val="s{i - 1}"/></w:style>'
        for i in range(n)
    )
    used = "".join(_word("a", f'<w:pPr><w:pStyle w:val="s{i}"/></w:pPr>') for i in range(0, n, 4))
    return f'{used}<!--part styles--><w:styles xmlns:w="{_W}">{chain}</w:styles>'


def _word_notes(n: int) -> str:
    marks = "".join(f'<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="{i}"/></w:r></w:p>' for i in range(n))
    notes = "".join(f'<w:footnote w:id="{i}">{_word("b")}</w:footnote>' for i in range(n))
    return f'{marks}<!--part footnotes--><w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>'


def _word_lists(n: int) -> str:
    """Items, each of a list of its own."""
    numbers = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        for i in range(n)
    ) + "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(n))
    items = "".join(
        _word("a", f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{i + 1}"/></w:numPr></w:pPr>') for i in range(n)
    )
    return f'{items}<!--part numbering--><w:numbering xmlns:w="{_W}">{numbers}</w:numbering>'


def _many(name: str, suffix: str, size: int, piece: str) -> Construct:
    """The piece n times, `{i}` in it counting."""
    counted = "{i}" in piece
    return Construct(
        name, suffix, size, lambda n: "".join(piece.replace("{i}", str(i)) for i in range(n)) if counted else piece * n
    )


def _deep(name: str, suffix: str, size: int, before: str, after: str, inner: str = "a") -> Construct:
    return Construct(name, suffix, size, _nested(before, after, inner))


TEXT = (
    _many("paragraphs", ".txt", 20_000, "段落文字。\n\n"),
    _many("lines", ".txt", 20_000, "第一条　为了规范公文格式，制定本办法。\n"),
    _many("one line", ".txt", 300_000, "国民经济和社会发展统计公报"),
    _many("one word", ".txt", 1_000_000, "a"),
    _many("words", ".txt", 200_000, "word "),
    _many("blank lines", ".txt", 1_000_000, "\n"),
    _many("spaces", ".txt", 1_000_000, " "),
    _many("numbered lines", ".txt", 10_000, "一、总体要求\n（一）指导思想\n"),
    _many("short lines", ".txt", 50_000, "甲\n"),
    _many("columns by tabs", ".txt", 10_000, "列A\t列B\t\t列D\n"),
    _many("rules of dashes", ".txt", 10_000, "----------\n甲\n"),
    _many("combining marks", ".txt", 100_000, "\u0301"),
    _many("digits", ".txt", 500_000, "9"),
    _many("dots", ".txt", 500_000, "."),
    _many("quotes", ".txt", 300_000, "“"),
    _many("brackets", ".txt", 300_000, "（"),
    _many("numbers and brackets", ".txt", 100_000, "（一）"),
    _many("years", ".txt", 100_000, "〔2024〕"),
    _many("dates", ".txt", 50_000, "2024年1月1日"),
    _many("attachments", ".txt", 10_000, "附件：1．名单\n"),
    _many("soft hyphens", ".txt", 300_000, "a\u00ad"),
    _many("right to left", ".txt", 100_000, "אב a "),
    _many("colons", ".txt", 10_000, "各单位：\n"),
    _many("addresses", ".txt", 20_000, "http://a.example/{i} "),
)
MARKDOWN = (
    _many("paragraphs", ".md", 20_000, "段落文字。\n\n"),
    _many("headings", ".md", 10_000, "## 第{i}节\n\n"),
    _many("sections", ".md", 3_000, "## 第{i}节\n\n正文含**强调**与[链接](http://a/b)。\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n"),
    _many("one line", ".md", 300_000, "国民经济和社会发展统计公报"),
    _many("one word", ".md", 1_000_000, "a"),
    _many("soft breaks", ".md", 100_000, "a\n"),
    _many("hard breaks", ".md", 50_000, "a  \n"),
    _many("list items", ".md", 20_000, "- a\n"),
    _many("loose items", ".md", 20_000, "- a\n\n"),
    _many("numbered items", ".md", 20_000, "1. a\n"),
    _many("definitions", ".md", 10_000, "a\n: b\n\n"),
    _many("quotes", ".md", 20_000, "> a\n\n"),
    _many("lazy quote", ".md", 50_000, "> a\n"),
    _many("code fences", ".md", 20_000, "```\na\n```\n"),
    Construct("code lines", ".md", 50_000, lambda n: "```\n" + "a = 1\n" * n + "```\n"),
    Construct("table rows", ".md", 10_000, lambda n: _row(3) + _row(3, "-") + _row(3) * n),
    Construct("table columns", ".md", 1_000, lambda n: _row(n) + _row(n, "-") + _row(n)),
    Construct("table ragged", ".md", 3_000, lambda n: _row(n) + _row(n, "-") + "|a\n" * n),
    _many("tables", ".md", 2_000, "|a|b|\n|-|-|\n|a|b|\n\n"),
    _many("table heads", ".md", 10_000, "|a|b|\n|-|\n"),
    Construct("footnotes", ".md", 5_000, lambda n: "".join(f"a[^{i}]\n\n" for i in range(n)) + "".join(f"[^{i}]: b\n\n" for i in range(n))),
    Construct("notes in a line", ".md", 5_000, lambda n: "".join(f"a[^{i}]" for i in range(n)) + "\n\n" + "".join(f"[^{i}]: b\n\n" for i in range(n))),
    Construct("one note", ".md", 5_000, lambda n: "a[^1]\n\n" * n + "[^1]: b\n"),
    Construct("notes nested", ".md", 2_000, lambda n: "a[^0]\n\n" + "".join(f"[^{i}]: b[^{i + 1}]\n\n" for i in range(n))),
    Construct("definitions of links", ".md", 20_000, lambda n: "".join(f"[{i}]\n\n" for i in range(n)) + "".join(f"[{i}]: /u\n" for i in range(n))),
    Construct("references unknown", ".md", 50_000, lambda n: "[a]" * n + "\n"),
    Construct("reference to one", ".md", 50_000, lambda n: "[a] " * n + "\n\n[a]: /u\n"),
    Construct("references to headings", ".md", 5_000, lambda n: "".join(f"# h{i}\n\n[a](#h{i})\n\n" for i in range(n))),
    _many("links", ".md", 20_000, "[a](http://a/b) "),
    _many("images", ".md", 3_000, "![a](b.png)\n\n"),
    _many("images in line", ".md", 10_000, "![a](b.png) "),
    _many("attributes", ".md", 10_000, "[a]{.b #c{i}} "),
    _many("divs", ".md", 10_000, "::: a\nb\n:::\n\n"),
    _many("formulas", ".md", 1_000, "$x_{i}^2$ "),
    _many("formulas displayed", ".md", 500, "$$x_{i}^2$$\n\n"),
    _many("entities", ".md", 50_000, "&amp;"),
    _many("entities wrong", ".md", 50_000, "&amx"),
    _many("escapes", ".md", 200_000, "\\*"),
    _many("html lines", ".md", 20_000, "<div>a</div>\n\n"),
    _many("html in line", ".md", 50_000, "<b>a</b>"),
    _many("rules", ".md", 20_000, "***\n\n"),
    _many("addresses", ".md", 20_000, "http://a.b/c "),
    _many("mails", ".md", 20_000, "a@b.example "),
    # cmark
    Construct("nested strong emphasis", ".md", 20_000, lambda n: "*a **a " * n + "b" + " a** a*" * n),
    _many("emphasis closers", ".md", 50_000, "a_ "),
    _many("emphasis openers", ".md", 50_000, "_a "),
    _many("link closers", ".md", 100_000, "a]"),
    _many("link openers", ".md", 100_000, "[a"),
    _many("mismatched openers", ".md", 50_000, "*a_ "),
    _many("openers and closers, multiple of 3", ".md", 50_000, "a**b" + "c* "),
    _many("openers longer than closers", ".md", 30_000, "a***b **c* "),
    _many("link openers and emphasis closers", ".md", 50_000, "[ a_"),
    _many("pattern [ (](", ".md", 50_000, "[ (]("),
    _many("pattern ![[]()", ".md", 50_000, "![[]()"),
    _many("hard links", ".md", 20_000, "**x [a*b**c*](d)\n"),
    _deep("brackets", ".md", 50_000, "[", "]"),
    _many("brackets open", ".md", 300_000, "["),
    _many("brackets closed", ".md", 300_000, "]"),
    _many("bang brackets", ".md", 100_000, "!["),
    _deep("bang brackets nested", ".md", 20_000, "![", "](a)"),
    _many("parentheses", ".md", 100_000, "]("),
    Construct("link with parentheses", ".md", 50_000, lambda n: "[a](" + "(" * n + ")" * n + ")"),
    _deep("quotes nested", ".md", 10_000, "> ", ""),
    _deep("quotes nested tight", ".md", 10_000, ">", ""),
    Construct("list nested", ".md", 1_000, lambda n: "".join("  " * i + "* a\n" for i in range(n))),
    _deep("list nested in line", ".md", 10_000, "* ", ""),
    _deep("mixed nested", ".md", 5_000, "> * ", ""),
    Construct("backticks", ".md", 1_000, lambda n: "".join("e" + "`" * i for i in range(n))),
    Construct("backticks and word", ".md", 300_000, lambda n: "`" * n + "a"),
    _many("pattern <!--", ".md", 100_000, "a <!--"),
    _many("pattern <?", ".md", 100_000, "a <?"),
    _many("pattern <!A", ".md", 100_000, "a <!A "),
    _many("pattern <![CDATA[", ".md", 50_000, "a <![CDATA["),
    _many("pattern <a", ".md", 50_000, "<a x='"),
    _many("unclosed <", ".md", 100_000, "</"),
    _many("unclosed links [a](<b", ".md", 50_000, "[a](<b"),
    _many("unclosed links [a](b", ".md", 50_000, "[a](b"),
    _many("pattern [a](b '", ".md", 50_000, "[a](b '"),
    _many("pattern [a]: b '", ".md", 20_000, "[a]: b '\n"),
    _many("tildes", ".md", 50_000, "~~a "),
    _many("carets", ".md", 50_000, "^a "),
    _many("dollars", ".md", 50_000, "$a "),
    _many("double dollars", ".md", 50_000, "$$a "),
    _many("equals", ".md", 50_000, "==a "),
    _many("braces", ".md", 100_000, "{"),
    _many("pattern []{", ".md", 50_000, "[]{"),
    _many("pattern [^", ".md", 50_000, "[^a"),
    _many("pattern ^[", ".md", 50_000, "^[a"),
    _deep("notes in line nested", ".md", 10_000, "^[", "]"),
    _many("autolinks", ".md", 50_000, "<http://a"),
    _many("www.", ".md", 50_000, "www."),
    _many("mails wrong", ".md", 100_000, "a@"),
    _many("dots and word", ".md", 100_000, "a."),
    _many("pipes", ".md", 100_000, "|"),
    _many("hashes", ".md", 50_000, "# "),
    _many("colons", ".md", 30_000, ":::\n"),
    _deep("divs nested", ".md", 3_000, "::: a\n", ":::\n", "a\n"),
    Construct("stars", ".md", 300_000, lambda n: "*" * n),
    Construct("stars around", ".md", 100_000, lambda n: "*" * n + "a" + "*" * n),
    Construct("underscores", ".md", 300_000, lambda n: "_" * n + " a"),
    _deep("html nested", ".md", 10_000, "<div>\n\n", "</div>\n\n", "a\n\n"),
    _deep("html nested in line", ".md", 20_000, "<b>", "</b>"),
    _many("html never closed", ".md", 20_000, "<b>a"),
    _deep("formula groups", ".md", 5_000, "{", "}", "x").__class__(
        "formula groups", ".md", 5_000, lambda n: "$" + "{" * n + "x" + "}" * n + "$"
    ),
    Construct("formula roots", ".md", 5_000, lambda n: "$" + "\\sqrt{" * n + "x" + "}" * n + "$"),
    Construct("formula powers", ".md", 5_000, lambda n: "$" + "x^{" * n + "x" + "}" * n + "$"),
    Construct("formula fences", ".md", 5_000, lambda n: "$" + "\\left(" * n + "x" + "\\right)" * n + "$"),
    Construct("formula fences open", ".md", 5_000, lambda n: "$" + "\\left(" * n + "x$"),
    Construct("formula matrices", ".md", 1_000, lambda n: "$" + "\\begin{matrix}" * n + "x" + "\\end{matrix}" * n + "$"),
    Construct("formula long", ".md", 10_000, lambda n: "$" + "x+" * n + "x$"),
    Construct("formula fractions", ".md", 5_000, lambda n: "$" + "\\frac{1}{" * n + "x" + "}" * n + "$"),
    Construct("formula commands", ".md", 5_000, lambda n: "$" + "\\mathbf " * n + "x$"),
    Construct("formula rows", ".md", 5_000, lambda n: "$\\begin{matrix}" + "x&y\\\\" * n + "\\end{matrix}$"),
    Construct("front matter nested", ".md", 2_000, lambda n: "---\na: " + "[" * n + "]" * n + "\n---\n\nb\n"),
    Construct("front matter maps", ".md", 2_000, lambda n: "---\na: " + "{b: " * n + "c" + "}" * n + "\n---\n\nb\n"),
    Construct("front matter keys", ".md", 20_000, lambda n: "---\n" + "".join(f"k{i}: v\n" for i in range(n)) + "---\n\nb\n"),
    Construct("front matter list", ".md", 20_000, lambda n: "---\nkeywords:\n" + "- v\n" * n + "---\n\nb\n"),
    Construct("front matter aliases", ".md", 8, lambda n: "---\na0: &a0 [x,x,x,x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1}]\n" for i in range(1, n)) + f"title: *a{n - 1}\n---\n\nb\n"),
    Construct("front matter open", ".md", 50_000, lambda n: "---\n" + "a: b\n" * n),
)  # fmt: skip
HTML = (
    _many("paragraphs", ".html", 20_000, "<p>段落文字。</p>"),
    _many("headings", ".html", 10_000, "<h2>第{i}节</h2>"),
    _many("sections", ".html", 10_000, "<h2>第{i}节</h2><p>段落文字</p>"),
    _many("one word", ".html", 1_000_000, "a"),
    _many("one line", ".html", 100_000, "国民经济和社会发展统计公报"),
    _many("breaks", ".html", 100_000, "<br>"),
    _many("lines with breaks", ".html", 50_000, "a<br>"),
    Construct("list items", ".html", 20_000, lambda n: "<ul>" + "<li>a" * n + "</ul>"),
    Construct("definitions", ".html", 10_000, lambda n: "<dl>" + "<dt>a<dd>b" * n + "</dl>"),
    Construct("table rows", ".html", 10_000, lambda n: "<table>" + "<tr><td>a<td>b" * n + "</table>"),
    Construct("table columns", ".html", 1_000, lambda n: "<table><tr>" + "<td>a" * n + "<tr>" + "<td>a" * n + "</table>"),
    Construct("table spans", ".html", 1_000, lambda n: "<table>" + "<tr><td rowspan=65000>a<td>b" * n + "</table>"),
    Construct("table wide spans", ".html", 2_000, lambda n: "<table>" + "<tr><td colspan=1000>a" * n + "</table>"),
    _many("tables", ".html", 2_000, "<table><tr><td>a<td>b<tr><td>a<td>b</table>"),
    _many("links", ".html", 20_000, "<a href=http://a/b>a</a> "),
    _many("images", ".html", 5_000, "<img src=a.png alt=a>"),
    _many("images within", ".html", 2_000, '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">'),
    _many("ids", ".html", 20_000, "<p id=a{i}>a</p>"),
    _many("classes", ".html", 20_000, "<p class=a{i}>a</p>"),
    Construct("references", ".html", 10_000, lambda n: "".join(f"<p id=a{i}><a href=#a{i}>a</a></p>" for i in range(n))),
    Construct("attributes", ".html", 20_000, lambda n: "<p " + " ".join(f"a{i}=b" for i in range(n)) + ">a</p>"),
    Construct("style rules", ".html", 5_000, lambda n: "<style>" + "".join(f".c{i}{{width:{i}px}}" for i in range(n)) + "</style>" + "<p class=c1>a</p>" * n),
    Construct("style attribute", ".html", 20_000, lambda n: '<p style="' + "color:red;" * n + '">a</p>'),
    Construct("style selectors", ".html", 50_000, lambda n: "<style>" + "a " * n + "{color:red}</style><p>a</p>"),
    Construct("style braces", ".html", 50_000, lambda n: "<style>" + "{" * n + "</style><p>a</p>"),
    Construct("style parentheses", ".html", 50_000, lambda n: '<p style="color:' + "(" * n + '">a</p>'),
    Construct("style media nested", ".html", 5_000, lambda n: "<style>" + "@media screen{" * n + "</style><p>a</p>"),
    _many("styled paragraphs", ".html", 10_000, "<p style='font-weight:bold;text-align:center'>a</p>"),
    _many("entities", ".html", 100_000, "&amp;"),
    _many("comments", ".html", 50_000, "<!-- a -->b"),
    _many("comments open", ".html", 50_000, "<!--"),
    _many("spans", ".html", 50_000, "<span>a</span>"),
    _many("bolds", ".html", 50_000, "<b>a</b>b"),
    _many("notes", ".html", 5_000, "a<sup><a href=#n{i} id=r{i}>{i}</a></sup><p id=n{i}><a href=#r{i}>{i}</a> b</p>"),
    _many("ruby", ".html", 10_000, "<ruby>漢<rt>かん</rt></ruby>"),
    _many("inputs", ".html", 10_000, "<input value=a><select><option>b</select>"),
    *(
        _deep(f"{tag} nested", ".html", size, f"<{tag}>", f"</{tag}>")
        for tag, size in (
            ("div", 10_000), ("blockquote", 10_000), ("b", 10_000), ("span", 50_000), ("a", 10_000), ("font", 10_000),
            ("section", 10_000), ("sup", 10_000), ("ruby", 10_000), ("center", 10_000), ("details", 10_000), ("figure", 10_000),
            ("form", 10_000), ("pre", 10_000), ("button", 10_000), ("label", 10_000), ("select", 10_000), ("svg", 10_000),
            ("main", 10_000), ("article", 10_000), ("noscript", 10_000), ("unknown", 10_000),
        )
    ),
    _deep("list nested", ".html", 5_000, "<ul><li>", "</li></ul>"),
    _deep("items nested", ".html", 5_000, "<ul><li>a", ""),
    _deep("definitions nested", ".html", 5_000, "<dl><dd>", "</dd></dl>"),
    _deep("table nested", ".html", 1_000, "<table><tr><td>", "</td></tr></table>"),
    _deep("figure nested", ".html", 5_000, "<figure><figcaption>", "</figcaption></figure>"),
    _many("b never closed", ".html", 5_000, "<b>a"),
    _many("b never closed by paragraphs", ".html", 1_000, "<p><b>a"),
    _many("i b a never closed by paragraphs", ".html", 500, "<p><b><i><a href=x>a"),
    _many("adoption", ".html", 2_000, "<b><p>a</b>"),
    _many("adoption of links", ".html", 2_000, "<a href=x><div>a"),
    _many("tables never closed", ".html", 500, "<p><b><i><a href=x><table><tr><td>"),
    _many("foster parents", ".html", 10_000, "<table>a"),
    _many("text in a table", ".html", 20_000, "<table><b>a</b>"),
    _many("wrong ends", ".html", 50_000, "</p>"),
    _many("wrong ends of tables", ".html", 50_000, "</td></table>"),
    Construct("mathml rows nested", ".html", 5_000, lambda n: "<math>" + "<mrow>" * n + "<mi>x</mi>" + "</mrow>" * n + "</math>"),
    Construct("mathml roots nested", ".html", 5_000, lambda n: "<math>" + "<msqrt>" * n + "<mi>x</mi>" + "</msqrt>" * n + "</math>"),
    Construct("mathml long", ".html", 10_000, lambda n: "<math>" + "<mi>x</mi><mo>+</mo>" * n + "</math>"),
    Construct("mathml table", ".html", 2_000, lambda n: "<math><mtable>" + "<mtr><mtd><mi>x</mi></mtd></mtr>" * n + "</mtable></math>"),
    Construct("svg groups nested", ".html", 5_000, lambda n: '<p>a</p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + "<g>" * n + '<path d="M0 0h9v9"/>' + "</g>" * n + "</svg>"),
    Construct("svg shapes", ".html", 3_000, lambda n: '<p>a</p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + '<rect width="9" height="9"/>' * n + "</svg>"),
    Construct("svg path", ".html", 20_000, lambda n: '<p>a</p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0' + "L1 1 2 2" * n + '"/></svg>'),
    Construct("svg texts", ".html", 1_000, lambda n: '<p>a</p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + "<text>a</text>" * n + "</svg>"),
    Construct("svg uses", ".html", 9, lambda n: '<p>a</p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><g id="a0"><rect width="1" height="1"/></g>' + "".join(f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 2 + "</g>" for i in range(1, n)) + f'</defs><use href="#a{n - 1}"/></svg>'),
    Construct("svg rules", ".html", 1_000, lambda n: '<p>a</p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>' + "".join(f".c{i}{{fill:red}}" for i in range(n)) + "</style>" + '<rect class="c1" width="9" height="9"/>' * n + "</svg>"),
)  # fmt: skip
DOCX = (
    _many("paragraphs", ".docx", 10_000, _word("段落")),
    _many("runs", ".docx", 20_000, "<w:r><w:t>a</w:t></w:r>")._replace(make=lambda n: "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * n + "</w:p>"),
    Construct("marked runs", ".docx", 20_000, lambda n: "<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>a</w:t></w:r>" * (n // 2) + "</w:p>"),
    Construct("breaks", ".docx", 50_000, lambda n: "<w:p><w:r>" + "<w:br/>" * n + "<w:t>a</w:t></w:r></w:p>"),
    Construct("tabs", ".docx", 50_000, lambda n: "<w:p><w:r>" + "<w:tab/><w:t>a</w:t>" * n + "</w:r></w:p>"),
    Construct("one line", ".docx", 300_000, lambda n: _word("字" * n)),
    Construct("one word", ".docx", 300_000, lambda n: _word("a" * n)),
    Construct("table rows", ".docx", 5_000, lambda n: _table(f"<w:tr>{_cell('a') * 3}</w:tr>" * n)),
    Construct("table columns", ".docx", 1_000, lambda n: _table(f"<w:tr>{_cell('a') * n}</w:tr>" * 2)),
    _many("tables", ".docx", 2_000, _table(f"<w:tr>{_cell('a') * 2}</w:tr>") + "<w:p/>"),
    Construct("table spans down", ".docx", 5_000, lambda n: _table("<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc></w:tr>" + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>" * n)),
    Construct("table spans", ".docx", 1_000, lambda n: _table("<w:tr><w:tc><w:tcPr><w:gridSpan w:val='1000'/></w:tcPr><w:p/></w:tc></w:tr>" * n)),
    Construct("headings", ".docx", 5_000, lambda n: "".join(_word(f"节{i}", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') for i in range(n))),
    Construct("styles in a chain", ".docx", 1_000, _styles),
    Construct("footnotes", ".docx", 3_000, _word_notes),
    Construct("lists", ".docx", 3_000, _word_lists),
    _many("bookmarks", ".docx", 10_000, '<w:p><w:bookmarkStart w:id="{i}" w:name="b{i}"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="{i}"/></w:p>'),
    _many("fields", ".docx", 5_000, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
    _many("fields open", ".docx", 5_000, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'),
    _many("insertions", ".docx", 10_000, '<w:p><w:ins w:id="{i}" w:author="a"><w:r><w:t>a</w:t></w:r></w:ins></w:p>'),
    _many("sections", ".docx", 2_000, "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"),
    _deep("sdt nested", ".docx", 5_000, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", _word("a")),
    Construct("sdt nested in line", ".docx", 5_000, lambda n: "<w:p>" + "<w:sdt><w:sdtContent>" * n + "<w:r><w:t>a</w:t></w:r>" + "</w:sdtContent></w:sdt>" * n + "</w:p>"),
    _deep("tables nested", ".docx", 1_000, "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", _word("a")),
    _deep("unknown nested", ".docx", 10_000, "<w:x>", "</w:x>", _word("a")),
    Construct("insertions nested", ".docx", 5_000, lambda n: "<w:p>" + '<w:ins w:id="1" w:author="a">' * n + "<w:r><w:t>a</w:t></w:r>" + "</w:ins>" * n + "</w:p>"),
    Construct("links nested", ".docx", 5_000, lambda n: "<w:p>" + '<w:hyperlink w:anchor="b">' * n + "<w:r><w:t>a</w:t></w:r>" + "</w:hyperlink>" * n + "</w:p>"),
    Construct("fields nested", ".docx", 3_000, lambda n: "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' * n + "<w:r><w:t>1</w:t></w:r>" + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * n + "</w:p>"),
    Construct("formula nested", ".docx", 3_000, lambda n: "<w:p><m:oMath>" + "<m:rad><m:e>" * n + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:rad>" * n + "</m:oMath></w:p>"),
    Construct("formula long", ".docx", 5_000, lambda n: "<w:p><m:oMath>" + "<m:r><m:t>x+</m:t></m:r>" * n + "</m:oMath></w:p>"),
    Construct("text boxes nested", ".docx", 1_000, lambda n: "<w:p><w:r><w:pict><w:txbxContent>" * n + _word("a") + "</w:txbxContent></w:pict></w:r></w:p>" * n),
    Construct("ruby nested", ".docx", 1_000, lambda n: "<w:p>" + "<w:r><w:ruby><w:rt><w:r><w:t>b</w:t></w:r></w:rt><w:rubyBase>" * n + "<w:r><w:t>a</w:t></w:r>" + "</w:rubyBase></w:ruby></w:r>" * n + "</w:p>"),
)  # fmt: skip
JSON = (
    Construct("pandoc paragraphs", ".json", 20_000, lambda n: _pandoc(",".join(['{"t":"Para","c":[{"t":"Str","c":"a"}]}'] * n))),
    Construct("pandoc words", ".json", 50_000, lambda n: _pandoc('{"t":"Para","c":[' + ",".join(['{"t":"Str","c":"a"},{"t":"Space"}'] * n) + "]}")),
    Construct("pandoc quotes nested", ".json", 5_000, lambda n: _pandoc('{"t":"BlockQuote","c":[' * n + "]}" * n)),
    Construct("pandoc emphasis nested", ".json", 5_000, lambda n: _pandoc('{"t":"Para","c":[' + '{"t":"Emph","c":[' * n + '{"t":"Str","c":"a"}' + "]}" * n + "]}")),
    Construct("pandoc lists nested", ".json", 5_000, lambda n: _pandoc('{"t":"BulletList","c":[[' * n + "]]}" * n)),
    Construct("pandoc metadata nested", ".json", 5_000, lambda n: '{"pandoc-api-version":[1,23],"meta":{"a":' + '{"t":"MetaList","c":[' * n + "]}" * n + '},"blocks":[{"t":"Para","c":[{"t":"Str","c":"a"}]}]}'),
    Construct("arrays nested", ".json", 100_000, lambda n: "[" * n + "]" * n),
    Construct("model paragraphs", ".json", 20_000, lambda n: _native(",".join(['{"t":"Para","children":[{"t":"Text","text":"a"}]}'] * n))),
    Construct("model quotes nested", ".json", 5_000, lambda n: _native('{"t":"Quote","children":[' * n + "]}" * n)),
    Construct("model marks nested", ".json", 5_000, lambda n: _native('{"t":"Para","children":[' + '{"t":"Strong","children":[' * n + '{"t":"Text","text":"a"}' + "]}" * n + "]}")),
    Construct("model texts", ".json", 50_000, lambda n: _native('{"t":"Para","children":[' + ",".join(['{"t":"Text","text":"a"}'] * n) + "]}")),
)  # fmt: skip

CONSTRUCTS = (*TEXT, *MARKDOWN, *HTML, *DOCX, *JSON)
