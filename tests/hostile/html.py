"""Web pages that are hostile: active, nested, endless, or in a charset that they do not say."""

from __future__ import annotations

import base64

from tests.hostile.cases import Case, Trap
from tests.hostile.material import PNG, nested, png

_KEPT = ("begin", "finish")


def _page(body: str) -> str:
    return f"<!doctype html><html><head><title>t</title></head><body><p>begin</p>{body}<p>finish</p></body></html>"


def _deep(opening: str, closing: str, levels: int) -> str:
    return _page(nested(opening, closing, levels, "deep"))


def _reaching(trap: Trap) -> str:
    """Every way in which a page can name something beside itself."""
    file, web = trap.file, trap.web
    return f"""<html><head><base href="file:///etc/"><link rel="stylesheet" href="{file}"><link rel="import" href="{file}">
<style>@import url("{web}"); body {{ background: url(file:///etc/passwd) }} @font-face {{ font-family: x; src: url({file}) }}</style>
<meta http-equiv="refresh" content="0;url=file:///etc/passwd"><script src="{web}"></script></head><body onload="go()" background="{web}">
<p>begin</p><img src="file:///etc/passwd"><img src="{trap.up}"><img src="{web}" srcset="{file} 2x"><img src="passwd"><img src="/etc/passwd">
<picture><source srcset="{web}"><img src="{file}" alt="p"></picture><iframe src="{file}"></iframe><iframe srcdoc="<script>go()</script>"></iframe>
<object data="{file}"></object><embed src="{file}"><applet code="{file}"></applet><video poster="{file}"><source src="{web}"></video><audio src="{web}"></audio>
<svg><image href="{file}"/><use href="{file}#x"/><script>go()</script></svg><math><mtext><img src="{web}"></mtext></math>
<a href="javascript:go()">press</a><a href="{web}" ping="{web}">send</a><form action="{web}"><input value="x"></form><p>finish</p></body></html>"""


def _inline(data: bytes, kind: str = "image/png") -> str:
    return f'<img src="data:{kind};base64,{base64.b64encode(data).decode()}" alt="pixels">'


_ACTIVE = (
    '<p onclick="go()">one</p><script>go()</script><img src=x onerror="go()" alt="two"><svg onload="go()"><text>x</text></svg>'
    '<a href="jAvAsCrIpT:go()">three</a><a href="&#106;avascript:go()">four</a><a href="java\tscript:go()">five</a>'
    '<a href="vbscript:go()">six</a><a href="data:text/html,<script>go()</script>">seven</a><style>p{behavior:url(x.htc)}</style>'
)
_ALSO = "编码声明互相矛盾，实际是国标：𠮷镕"

CASES = (
    Case("plain.html", "nothing: it must be done", _page("<p>text</p>"), keeps=_KEPT),
    Case("reaching.html", "every kind of reference to files and to the network", _reaching, keeps=(*_KEPT, "press"), lacks=("javascript:", "go()", "file:")),
    Case("active.html", "scripts, handlers, script links in disguise", _page(_ACTIVE), keeps=("one", "three", "four", "five", "six", "seven"), lacks=("go()", "behavior:")),
    Case("deep-div.html", "10,000 divisions in each other", _deep("<div>", "</div>", 10_000), keeps=_KEPT),
    Case("deep-quote.html", "10,000 quotations in each other", _deep("<blockquote>", "</blockquote>", 10_000), keeps=_KEPT, codes=("nesting-flattened",)),
    Case("deep-list.html", "10,000 lists in each other", _deep("<ul><li>", "</li></ul>", 10_000), keeps=_KEPT),
    Case("deep-table.html", "1,000 tables in each other", _deep("<table><tr><td>", "</td></tr></table>", 1000), keeps=_KEPT),
    Case("deep-bold.html", "10,000 times bold", _deep("<b>", "</b>", 10_000), keeps=_KEPT),
    Case("deep-ruby.html", "2,000 readings over each other", _deep("<ruby>", "<rt>x</rt></ruby>", 2000), keeps=_KEPT),
    Case("deep-mixed.html", "300 lists in tables in quotations", _deep("<blockquote><table><tr><td><ol><li>", "</ol></td></tr></table></blockquote>", 300), keeps=_KEPT),
    Case("deep-span.html", "100,000 spans in each other", _deep("<span>", "</span>", 100_000), keeps=_KEPT),
    Case("deep-math.html", "1,000 fractions in each other", _page(f"<math>{nested('<mfrac>', '<mn>2</mn></mfrac>', 1000, '<mn>1</mn>')}</math>"), keeps=_KEPT),
    Case("open.html", "2,000 times six elements that never end", "<p>begin" + "<p><b><i><a href=x><table><tr><td>" * 2000 + "finish", "either"),
    Case("soup.html", "ends before beginnings, tables in paragraphs, nothing closed", "<b><p>begin</b>b</p><table><p>c</table></td><li>d</ul><h1>e<h2>f</h1><![endif]--><o:p></o:p>&nbsp&amp&#x110000;&#0;&#128;&unknown;<plaintext>finish</body>", keeps=_KEPT),
    Case("spans.html", "a cell over 10^9 columns and 65,534 rows", _page("<table><tr><td colspan=1000000000 rowspan=65534>a</td><td colspan=-1>b<td colspan=abc>c</tr><tr><td rowspan=0>d</table>"), keeps=_KEPT),
    Case("rows.html", "a table of 10,000 rows", _page("<table>" + "".join(f"<tr><td>{n}<td>值" for n in range(10_000)) + "</table>"), keeps=_KEPT, heavy=True),
    Case("breaks.html", "200,000 line breaks", _page("a" + "<br>" * 200_000 + "b"), keeps=_KEPT, heavy=True),
    Case("attribute.html", "an attribute of 5 MB", _page(f'<p title="{"x" * 5_000_000}">text</p>'), keeps=_KEPT),
    Case("styles.html", "a stylesheet of 50,000 rules", f"<html><head><style>{'a ' * 100_000}{{color:red}}{''.join(f'.c{n}{{width:{n}px}}' for n in range(50_000))}</style></head><body style='{'color:red;' * 10_000}'><p>begin</p><p>finish</p></body></html>", keeps=_KEPT),
    Case("pictures.html", "the same picture 1,000 times", _page(_inline(PNG) * 1000), keeps=_KEPT),
    Case("bomb.html", "a picture of 20,000 × 20,000 points in 50 kB", lambda trap: _page(_inline(png(20_000, 20_000))), keeps=_KEPT),
    Case("data.html", "addresses with data that are none", _page('<img src="data:image/png;base64,!!!!" alt="x"><img src="data:,"><img src="data:image/svg+xml,<svg onload=go()>" alt="y"><img src="data:text/html;base64,PHNjcmlwdD4=" alt="z">'), keeps=_KEPT, lacks=("go()",)),
    Case("charsets.html", "says UTF-8, Latin-1 and GB 2312, and is GB 18030", f'<?xml version="1.0" encoding="utf-8"?><html><head><meta charset="iso-8859-1"><meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>标题</title></head><body><p>{_ALSO}</p></body></html>'.encode("gb18030"), keeps=(_ALSO,)),
    Case("utf-16.html", "UTF-16 with a byte order mark", _page("十六位").encode("utf-16"), keeps=("十六位",)),
    Case("utf-7.html", "says that it is UTF-7, which hides a script", '<html><head><meta charset="utf-7"></head><body><p>begin</p>+ADw-script+AD4-go()+ADw-/script+AD4-<p>finish</p></body></html>', "either"),
    Case("nul.html", "NUL between the letters", _page("<p>a\0b</p>\0<p>c</p>").encode(), "either"),
    Case("empty.html", "no bytes", "", "refused", ("input-empty",)),
    Case("script-only.html", "nothing but a script", "<html><body><script>document.write('x')</script></body></html>", "refused", ("input-empty",)),
    Case("bidi.html", "directions by elements, by attributes and by overrides", '<html lang=he dir=rtl><body><p>begin</p><p>עברית <bdo dir=ltr>abc</bdo> <bdi>العربية</bdi> &#x202E;live&#x202C;</p><p>finish</p></body></html>', keeps=_KEPT),
    Case("ids.html", "ids with white space, markup, and the same everywhere", _page("".join(f"<h2 id='{n}'>x</h2><a href='#{n}'>y</a>" for n in ("a b", "&lt;x&gt;", "1", "", "same", "same", "长" * 500, "\u202e", "a/b#c"))), keeps=_KEPT),
    Case("languages.html", "languages that are none", "<html lang='x\"><script>'><body><p lang='../..'>begin</p><p lang='{}'>finish</p></body></html>".format("a-" * 500), keeps=_KEPT),
    Case("archive.mht", "a web archive whose parts are elsewhere", lambda trap: f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: file:///etc/passwd\n\n<html><body><p>begin</p><img src='{trap.file}' alt='x'><img src='cid:none'><p>finish</p></body></html>\n--b\nContent-Type: image/png\nContent-Location: {trap.file}\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n", keeps=_KEPT),
    Case("archive-deep.mht", "a web archive of archives of archives", "MIME-Version: 1.0\n" + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(500)) + "Content-Type: text/html\n\n<p>begin</p>", "either"),
)  # fmt: skip
