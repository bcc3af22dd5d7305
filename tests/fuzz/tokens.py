"""The words of the languages that are fuzzed: what their grammars turn on."""

from __future__ import annotations

TEXT = ("一、", "（一）", "1.", "第一条 ", "附件：", "附件1", "主送：", "抄送：", "2025年6月23日", "〔2025〕1号", "关于", "的通知", "：", "。",
        "——", "\t", "　　", "  ", "目　录", "……12", "[1]", "①", "注：", "表1", "图2", "特急", "机密★1年", "签发人：", "印发", "- 2 -", "第 3 页",
        "https://a.b/", "A.", "(1)", "•", "■", "\x0c", "====", "----", "|", "┌─┐")  # fmt: skip
MARKDOWN = ("#", "##", "- ", "* ", "+ ", "1. ", "999999999. ", "> ", "```", "~~~", "    ", "`", "``", "**", "*", "_", "__", "~~", "~", "^", "==",
            "[", "](", "](a)", "![", "]", "[^1]", "[^1]: ", "^[", "{", "}", "{#a .b c=d}", ":::", "::: {.landscape}", "::::", ": ", "Term\n: ", "|", "|-|", "| :-: |",
            "+---+\n", "+===+\n", "---\n", "***\n", "$", "$$", "\\(", "\\[", "\\begin{a}", "\\", "<", ">", "<div>", "</div>", "<!--", "-->", "<br>", "<img src=a>",
            "<table>", "</table>", "<https://a>", "[a]: b\n", "*[A]: b\n", "&amp;", "&#0;", "&#x110000;", "@a", "[@a]", "Table: a\n", "\n\n", "- [ ] ", "- [x] ",
            "{{< a >}}", "[[a]]", "%%", "{% a %}", "<ruby>a<rt>b</rt></ruby>", "![](data:image/png;base64,aa)", "\n\\\n", "  \n", "`a`{=html}", "``` {=html}\n")  # fmt: skip
_HTML_NAMES = ["p", "div", "span", "table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "col", "ul", "ol", "li", "dl", "dt", "dd", "a", "img", "svg", "math", "mi", "mrow", "mfrac", "h1", "h2", "h6", "pre", "code", "blockquote", "br", "hr", "sup", "sub", "em", "strong", "b", "i", "u", "s", "ruby", "rt", "rp", "rb", "figure", "figcaption", "details", "summary", "input", "select", "option", "textarea", "button", "form", "label", "script", "style", "template", "noscript", "iframe", "object", "embed", "video", "audio", "source", "picture", "base", "head", "body", "html", "title", "meta", "link", "article", "main", "section", "nav", "aside", "header", "footer", "font", "center", "marquee", "frameset", "plaintext", "xmp", "listing", "foreignObject", "annotation-xml", "o:p"]  # fmt: skip
HTML = (*(f"<{name}>" for name in _HTML_NAMES), *(f"</{name}>" for name in _HTML_NAMES), "<", ">", "/>", "<!--", "-->", "<!DOCTYPE html>", "<![CDATA[", "]]>",
        " rowspan=0", " rowspan=65535", " colspan=1001", " colspan=-1", " style='display:none'", " style='width:1e9px'", " style='mso-list:l0 level9 lfo1'", " start=99999999999",
        " type=a", " align=x", " href='#a'", " href='javascript:a'", " src='data:,a'", " src='data:image/svg+xml,<svg/>'", " id=a", " lang=!!", " dir=rtl", " class='footnote math'",
        "&nbsp;", "&#0;", "&#xD800;", "&notit;", "&", "<p style='margin-left:36pt'>", "<span style=\"mso-element:field-begin\">", "<!--[if gte mso 9]>", "<![endif]-->", "<math><mtext><table>",
        "<svg><title><p>", "<a href='#fn1'>1</a>", "<li id=fn1>", "<meta charset=gbk>", "<meta charset=x>", "<td rowspan=3 colspan=3>")  # fmt: skip
MAIL = ("MIME-Version: 1.0\n", "Content-Type: text/html; charset=x\n", "Content-Type: multipart/related; boundary=a\n", "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n", "Content-Location: file:///etc/passwd\n", "Content-ID: <a>\n", "--a\n", "--a--\n", "=?utf-8?B?aa?=", "=3D", "cid:a", "\n\n")  # fmt: skip
TEX = (*["\\frac", "\\sqrt", "\\sqrt[3]", "\\left(", "\\right)", "\\left.", "\\right|", "\\begin{matrix}", "\\end{matrix}", "\\begin{cases}", "\\end{cases}", "\\begin{array}{c}", "\\end{array}", "\\begin{align}", "\\end{align}", "\\begin{aligned}", "\\end{aligned}", "\\\\", "&", "\\sum", "\\int", "\\lim", "\\limits", "\\nolimits", "_", "^", "{", "}", "[", "]", "(", ")", "|", "\\|", "\\text{", "\\mathrm{", "\\mathbb{", "\\mathbf{", "\\overline{", "\\underbrace{", "\\hat{", "\\vec{", "\\binom", "\\over", "\\operatorname{", "\\tag{1}", "\\label{a}", "\\color{red}", "\\alpha", "\\infty", "\\to", "\\quad", "\\,", "\\!", "\\middle|", "\\bigl(", "\\bigr)", "\\stackrel", "\\overset", "\\underset", "\\prime", "'", "\\not", "=", "\\hspace{1em}", "\\boxed{", "\\cancel{", "\\phantom{", "\\genfrac", "\\substack{", "\\sideset", "\\def\\a{\\a}", "\\input{/etc/passwd}", "\\href{javascript:a}{b}", "\\newcommand", '\\char"', "%", "$", "$$", "#", "~", "\\#", "\\%", "\\{", "\\}", "\\hline", "\\verb|a|", "\\text{中文}"], "中", " ", "x", "1")  # fmt: skip
YAML = ("title: ", "date: ", "author: ", "标题: ", "发文字号: ", "- ", "? ", ": ", "{", "}", "[", "]", "&a ", "*a", "<<: *a", "!!python/object:os.system ", "!!binary ", "!!set ", "!!omap ", "! ",
        "|\n  ", ">-\n  ", "'", '"', "---\n", "...\n", "# ", "%YAML 9.9\n", "~", "null", "0x1F", "1e3", ".inf", "2025-13-45", "2025-06-23", "\n", "  ", ", ", "\\x00", "\\ud800", "{a: {b: c}}", "[[[[", "seal: ../x.png", "attachments:\n- a\n")  # fmt: skip
TOML = ("[roles.body]\n", "[roles.x]\n", "[page]\n", "[grid]\n", "[fonts.x]\n", "[spans.a]\n", "[numbering]\n", "[furniture]\n", "extends = 'gbt9704'\n", "extends = 'style'\n", "parent = 'body'\n", "parent = 'x'\n",
        "size_pt = ", "indent_em = ", "line_pt = ", "lines = ", "width_mm = ", "height_mm = ", "top_mm = ", "left_mm = ", "columns = ", "font = ", "color = '#zzz'\n", "align = 'x'\n", "= 0\n", "= -1\n", "= 1e9\n", "= inf\n", "= nan\n",
        "= ''\n", "= []\n", "= {}\n", "= true\n", "= 'a'\n", "= 1979-05-27\n", "'", '"""', "[[", "]]", "\n", "{x}", "{page}", "{title}", "#")  # fmt: skip
TABLES = (
    ",",
    ";",
    "\t",
    "\n",
    '"',
    '""',
    "file",
    "文件",
    "id",
    "text",
    '"text"',
    '{"text": "',
    '"}\n',
    "title",
    "../../x",
    "CON",
    "\x00",
    "\\u0000",
    "\\ud800",
    "x" * 300,
    "e\u0301",
    "İ",
    "\r",
)
CSS = ("{", "}", ":", ";", "@import 'a';", "@media print {", "@font-face {", "url(a)", "/*", "*/", "p", ".a", "#a", "*", ">", "+", "~", ":not(", ":nth-child(2n+1)", "::before", "[a=b]", "!important", "em", "rem", "%", "calc(1px + ",
       "font-size:", "text-indent:", "line-height:", "font-family:", "color:", "inherit", "initial", "1e999em", "-1em", "var(--a)", "\\", "<!--")  # fmt: skip
