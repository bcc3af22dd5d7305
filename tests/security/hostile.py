"""Documents that hold whatever runs, fetches, or sends in some program."""

from __future__ import annotations

import json

from tests.readers.docx.packages import package

HOST = "example.org"
"""A machine that a test watches instead."""

SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)",
    "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "ms-msdt:/id", "search-ms:query=x", "ms-officecmd:{}",
    "blob:https://example.org/x", "about:blank", "view-source:https://example.org", "ftp://example.org/a", "\\\\host\\share\\a.exe",
    "//host/a", "/etc/passwd", "a.exe", "../a.html", "tel:1", "feed:javascript:alert(1)", "jar:https://example.org!/x",
    "http://", "https://user:secret@example.org/", "https://example.org/\"onclick=\"alert(1)", "https://example.org/)/S/Launch/F(cmd",
    "https://example.org/\r\nX: y", "mailto:a@example.org?subject=x&attach=/etc/passwd", "mailto:", "HTTPS://EXAMPLE.ORG",
    "https://例子.测试/路径", "https://example.org/%0a%", "https://[::1", "https:example.org", "javascript://example.org/%0aalert(1)",
)  # fmt: skip

SVG_PIECES = (
    "<script>alert(1)</script>", "<a href='javascript:alert(1)'><text>a</text></a>", "<rect onload='alert(1)' fill='url(https://x/a)'/>",
    "<image href='https://x/a.png'/>", "<use href='https://x/a.svg#b'/>", "<style>@import 'https://x/a.css';</style>",
    "<style>rect{fill:\\75rl(https://x/a)}</style>", "<style>@\\69mport 'https://x';</style>", "<style>@im@import;port 'https://x';</style>",
    "<style>rect{fill:u&lt;!--rl(https://x/a)}</style>", "<style>rect{fill:u/**/rl(https://x/a);b:\\\\75rl(https://x/b)}</style>",
    "<style><g/>@import 'https://x';</style>", "<rect fill='URL(https://x/a)'/>", "<rect filter='\\75 rl(https://x/a)'/>",
    "<rect style='fill:src(\"https://x\");a:image-set(\"https://x\" 1x)'/>", "<rect style='fill:url(https://x/a'/>",
    "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://x'/><p>words</p></foreignObject>",
    "<set attributeName='href' to='javascript:alert(1)'/>", "<animate attributeName='href' values='javascript:alert(1)'/>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>", "<g src='https://x' ping='https://x' xml:base='https://x'/>",
    "<image src='https://x' HREF='https://x'/>", "<desc><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></desc>",
    "<handler type='text/javascript'>alert(1)</handler>", "<audio src='https://x'/>", "<feImage href='https://x'/>",
    "<image href='data:image/svg+xml;base64,PHN2Zz4='/>", "<cursor href='https://x'/>", "<font-face-uri href='https://x'/>",
)  # fmt: skip


def svg(*pieces: str) -> bytes:
    """A drawing with these pieces, and what may stand before one."""
    return (
        "<?xml version='1.0'?><?xml-stylesheet href='https://x/a.css'?><!DOCTYPE svg [<!ENTITY e '<script>1</script>'>]>"
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9' width='9' height='9' "
        f"onload='alert(1)'><title>drawn</title><rect width='3' height='3'/>{''.join(pieces)}</svg>"
    ).encode()


def markdown() -> str:
    """Links of every scheme, formulas with TeX commands, raw HTML, text that looks like a field."""
    links = "\n\n".join(f"[link {n}](<{address}>)" for n, address in enumerate(SCHEMES))
    automatic = " ".join(f"<{address}>" for address in SCHEMES if " " not in address and "<" not in address)
    texts = [
        '{ INCLUDETEXT "/etc/passwd" }',
        "=cmd|'/C calc'!A0",
        "\\input{/etc/passwd}",
        "${7*7}",
        "{{7*7}}",
        "<%= 1 %>",
        "DDEAUTO c:\\a",
    ]
    formulas = ["\\href{javascript:alert(1)}{x}", "\\url{javascript:alert(1)}", "\\def\\a{\\a\\a}\\a", "\\write18{id}", "\\input{/etc/passwd}",
                "\\includegraphics{https://x/a}", "\\class{a}{x}", "\\style{background:url(https://x)}{x}", "\\htmlId{x\" onload=\"1}{x}",
                "\\text{</annotation><script>alert(1)</script>}", "\\unicode{x3c}script>", "\\require{action}\\toggle{a}{b}\\endtoggle"]  # fmt: skip
    return "\n\n".join((
        "---\ntitle: <script>alert(1)</script>\nkeywords: ['=1+1', '\" onload=\"x']\nidentifier: javascript:alert(1)\nsource: file:///x\n"
        "css: https://x/a.css\nheader-includes: <script>1</script>\nlang: \"en\\\" onload=\\\"x\"\n---",
        "# <img src=x onerror=alert(1)> {#a\" onclick=\"alert(1) .b onmouseover=\"x\" style=\"background:url(https://x)\"}",
        links, automatic, *texts, *(f"$${each}$$" for each in formulas), *(f"${each}$" for each in formulas),
        html_body(), "[^n]\n\n[^n]: <script>alert(1)</script> [x](javascript:1)", "```{.a onload=x}\n<script>\n```",
        "| <script> | `<b onclick=1>` |\n|---|---|\n| [x](javascript:1) | <iframe src=x></iframe> |", "[k]{.x onclick=\"1\" href=\"javascript:1\"}",
    ))  # fmt: skip


def html_body() -> str:
    """Elements, attributes and drawings of HTML that do something."""
    links = "".join(
        f'<p><a href="{address.replace(chr(34), "&quot;")}" ping="https://x" onclick="alert(1)">a</a></p>'
        for address in SCHEMES
    )
    drawings = "".join(f"<p><svg viewBox='0 0 9 9'><title>drawn</title>{piece}</svg></p>" for piece in SVG_PIECES)
    return (
        '<script src="https://x">alert(1)</script><p onclick="alert(1)" style="background:url(https://x);behavior:url(x)">words</p>'
        '<iframe srcdoc="&lt;script&gt;"></iframe><object data="https://x"></object><embed src="https://x"><applet code="a"></applet>'
        '<form action="https://x"><input name="a" value="b" onfocus="1" autofocus><button formaction="javascript:1">b</button></form>'
        '<meta http-equiv="refresh" content="0;url=https://x"><base href="https://x"><link rel="stylesheet" href="https://x">'
        '<link rel="dns-prefetch" href="//x"><style>@import "https://x"; p { background: url(https://x) }</style><img src="https://x/a.png">'
        '<img src=x onerror="alert(1)" alt="&quot; onload=&quot;1"><video src="https://x" poster="https://x" autoplay></video>'
        '<math><maction actiontype="statusline" xlink:href="javascript:1"><mi href="javascript:alert(1)" onclick="1">x</mi></maction>'
        '<annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>'
        f'<table background="https://x"><tr><td background="javascript:1" colspan="&quot; onload=1">t</td></tr></table>{links}{drawings}'
    )


def html() -> str:
    """A whole page of it."""
    return f"<!DOCTYPE html><html onload='alert(1)'><head><title>&lt;script&gt;</title></head><body onload='1'>{html_body()}</body></html>"


def docx() -> bytes:
    """Fields, relations and elements of Word that fetch or run."""
    instructions = ("INCLUDETEXT /etc/passwd", "INCLUDEPICTURE https://x/a.png \\d", "DDEAUTO c:\\\\a \"b\"", "DDE a b", "LINK Excel.Sheet.8 a",
                    "IMPORT a", "INCLUDE a", "MACROBUTTON a b", "GOTOBUTTON a", "QUOTE 61", "DATABASE \\d a", "RD a", "ASK a", "SET a b", "= 1+1",
                    "HYPERLINK \"javascript:alert(1)\"", "HYPERLINK \"file:///a.exe\"", "AUTOTEXT a", "EMBED a", "ADDIN", "CONTROL a")  # fmt: skip
    escaped = [each.replace("&", "&amp;").replace('"', "&quot;") for each in instructions]
    simple = "".join(
        f'<w:p><w:fldSimple w:instr="{each}"><w:r><w:t>kept</w:t></w:r></w:fldSimple></w:p>' for each in escaped
    )
    split = "".join(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{char}</w:instrText></w:r>" for char in each.replace("<", "&lt;"))
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>kept</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        for each in ("DDEAUTO a b", "INCLUDETEXT a")
    )
    refers = {
        f"h{n}": (
            "hyperlink",
            address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace("\x01", ""),
        )
        for n, address in enumerate(SCHEMES)
    }
    links = "".join(f'<w:p><w:hyperlink r:id="{id}"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>' for id in refers)
    refers |= {
        "chunk": ("aFChunk", "https://x/a.html"), "template": ("attachedTemplate", "https://x/a.dotm"), "ole": ("oleObject", "https://x/a"),
        "vba": ("vbaProject", "vbaProject.bin"), "control": ("control", "activeX1.xml"), "frame": ("frame", "https://x"),
        "svg": ("image", "media/a.svg"),
    }  # fmt: skip
    body = (
        f"{simple}{split}{links}<w:altChunk r:id='chunk'/><w:subDoc r:id='chunk'/>"
        "<w:p><w:r><w:object><v:shape style='width:9pt'><v:imagedata r:id='svg' o:title='t'/></v:shape>"
        "<o:OLEObject Type='Link' ProgID='Excel' r:id='ole' UpdateMode='Always'/></w:object></w:r></w:p>"
        "<w:p><w:r><w:control r:id='control' w:name='a'/></w:r><w:r><w:t>{ INCLUDETEXT a } &lt;script&gt;</w:t></w:r></w:p>"
    )
    return package(body, refers, word_media_a_svg=svg(*SVG_PIECES))


def pandoc() -> str:
    """A pandoc AST: links, pictures and raw pieces."""
    attr: list[object] = [
        '" onclick="1',
        ['" onload="1'],
        [["onclick", "alert(1)"], ["style", "background:url(https://x)"]],
    ]
    words = [{"t": "Str", "c": "words"}]
    inlines: list[object] = [{"t": "Link", "c": [attr, words, [address, '" onclick="1']]} for address in SCHEMES]
    inlines += [
        {"t": "Image", "c": [attr, words, [address, ""]]} for address in (*SCHEMES, "https://x/a.png", "http://x/a.png")
    ]
    inlines += [{"t": "RawInline", "c": [kind, html_body()]} for kind in ("html", "tex", "openxml", "html5")]
    raw = [
        {"t": "RawBlock", "c": [kind, "<script>alert(1)</script><w:altChunk/>"]} for kind in ("html", "openxml", "epub")
    ]
    blocks: list[object] = [*({"t": "Para", "c": [inline]} for inline in inlines), *raw]
    return json.dumps({"pandoc-api-version": [1, 23], "meta": {}, "blocks": blocks})


def own_json() -> str:
    """The model itself with what readers would not let in."""
    links = [
        {"t": "Para", "id": f"p{n}\" onclick=\"1", "role": "body\" onload=\"x", "children": [
            {"t": "Link", "target": address, "title": "\" onclick=\"alert(1)", "children": [{"t": "Text", "text": "link"}]},
            {"t": "Raw", "format": "html", "text": "<script>alert(1)</script>"},
            {"t": "Math", "tex": "x", "mathml": "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi href='javascript:1' onclick='1'>x</mi>"
             "<maction actiontype='a'><mi>y</mi></maction><annotation-xml encoding='text/html'><script>1</script></annotation-xml></math>"},
        ]}
        for n, address in enumerate(SCHEMES)
    ]  # fmt: skip
    meta = {
        "title": "<script>",
        "lang": 'en" onload="x',
        "identifier": '"><script>',
        "keywords": ["<a:b>"],
        "extra": {"<x>": '"y'},
    }
    return json.dumps(
        {"triptych": 1, "blocks": [*links, {"t": "Raw", "format": "openxml", "text": "<w:altChunk/>"}], "meta": meta}
    )
