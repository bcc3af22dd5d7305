"""Markdown that is hostile: what makes parsers slow, what reaches out, what nests."""

from __future__ import annotations

import base64
import os

from tests.hostile.cases import ESCAPED, Case, Trap
from tests.hostile.material import PNG

_SCRIPT_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="go()"><script>go()</script></svg>'
_FRACTION, _LEFT = "\\frac{1}{", "\\left("
_KEPT = ("finish",)


def _data(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _reaching(trap: Trap) -> str:
    addresses = (
        "/etc/passwd", "../../../../../../../../etc/passwd", "file:///etc/passwd", "file:/etc/passwd", "FILE:///etc/passwd", trap.canary.as_posix(), trap.up,
        trap.file, trap.up.replace("..", "%2e%2e"), trap.up.replace("/", "\\"), trap.up.replace("/", "%2F"), trap.web, trap.web.removeprefix("http:"),
        trap.web.replace("http:", "HTTP:"), "ftp://127.0.0.1/x", "\\\\127.0.0.1\\share\\x", "/dev/zero", "/dev/random", "/proc/self/environ", ".", "..", "~/.ssh/id_rsa",
        "<>", "%00", _data(PNG, "image/png"), _data(_SCRIPT_SVG, "image/svg+xml"), "data:", "a" * 5000 + ".png",
    )  # fmt: skip
    return "# begin\n\n" + "\n\n".join(f"![p{n}]({address})" for n, address in enumerate(addresses)) + "\n\nfinish\n"


_LINKS = (
    "[a](javascript:go()) [b](JaVaScRiPt:go()) [c](data:text/html,<script>go()</script>) [d](vbscript:go()) <javascript:go()> "
    "[e](&#x6A;avascript:go()) [f](java%73cript:go()) [g](\tjavascript:go()) [h][h] [i](file:///etc/passwd) [j](ms-word:ofe%7Cu%7Chttp://x)\n\n[h]: javascript:go()\n\nfinish\n"
)
_HTML = (
    '<script>go()</script>\n\n<img src=x onerror=go()>\n\n<iframe src="file:///etc/passwd"></iframe>\n\n<style>@import url(file:///etc/passwd);</style>\n\n'
    'in <b onclick="go()">line</b> <script>go()</script>\n\n<details open ontoggle=go()><summary>s</summary>d</details>\n\nfinish\n'
)


def _link(trap: Trap) -> None:
    (trap.folder / "innocent.png").symlink_to(trap.canary)


def _pipe(trap: Trap) -> None:
    os.mkfifo(trap.folder / "pipe.png")


def _including(trap: Trap) -> str:
    """What other tools take for the order to include a file."""
    path = trap.canary.as_posix()
    return (
        f'{{{{#include {path}}}}}\n\n!include {path}\n\n!INCLUDE "{path}"\n\n<!-- include: {path} -->\n\n```{{include}} {path}\n```\n\n'
        f'<xi:include href="{path}"/>\n\n{{% include "{path}" %}}\n\n![[{path}]]\n\n:::include {path}\n:::\n\n--8<-- "{path}"\n\n@import "{path}"\n\nfinish\n'
    )


def _math(trap: Trap) -> str:
    canary = trap.canary.as_posix()
    return "\n\n".join((
        "$\\input{/etc/passwd}$", f"$\\write18{{touch /{ESCAPED}_TEX}}$", "$\\def\\x{\\x\\x}\\x$", "$\\newcommand{\\y}{\\y\\y}\\y$", "$\\href{javascript:go()}{x}$",
        f"$\\includegraphics{{{canary}}}$", f"$\\openin1={canary} \\read1 to\\z \\z$", "$\\loop\\iftrue\\repeat$", "$\\csname input\\endcsname$", "$\\html{<script>go()</script>}$",
        f"${'{' * 3000}{'}' * 3000}$", f"${'x^{' * 2000}{'}' * 2000}$", f"${_FRACTION * 50}x{'}' * 50}$", f"${_LEFT * 500}$",
        f"$\\sqrt[{'9' * 1000}]{{x}}$", "$\\begin{matrix}" + "&" * 5000 + "\\end{matrix}$",
    )) + "\n\nfinish\n"  # fmt: skip


def _refs(count: int) -> str:
    return "".join(f"[{n}]: u{n}\n" for n in range(count)) + "\n" + "[x] " * count + "\n\nfinish\n"


def _slow(name: str, about: str, text: str) -> Case:
    """Text that parsers by regular expressions take a time for that grows with its square, or worse."""
    return Case(f"slow-{name}.md", about, f"{text}\n\nfinish\n", keeps=_KEPT)


CASES = (
    Case("plain.md", "nothing: it must be done", "# begin\n\ntext\n\nfinish\n", keeps=("begin", *_KEPT)),
    Case("reaching.md", "pictures at every kind of address", _reaching, keeps=("begin", *_KEPT), lacks=("go()",)),
    Case("link.md", "a picture that is a symbolic link out of the folder", "![x](innocent.png)\n\nfinish\n", keeps=_KEPT, codes=("image-outside",), prepare=_link),
    Case("pipe.md", "a picture that is a named pipe", "![x](pipe.png)\n\nfinish\n", keeps=_KEPT, prepare=_pipe),
    Case("links.md", "links that run scripts, and to files", _LINKS, keeps=_KEPT, codes=("link-dropped",), lacks=("file:///etc",)),
    Case("html.md", "raw HTML with scripts, handlers and frames", _HTML, keeps=_KEPT, lacks=("onclick", "onerror", "ontoggle")),
    Case("including.md", "orders of other tools to include a file", _including, keeps=_KEPT),
    Case("math.md", "formulas that read files, run programs, never end", _math, keeps=_KEPT),
    Case("deep-quote.md", "10,000 quotations in each other", ">" * 10_000 + " deep\n\nfinish\n", keeps=_KEPT),
    Case("deep-list.md", "2,000 lists in each other", "".join("  " * n + "- x\n" for n in range(2000)) + "\nfinish\n", keeps=_KEPT),
    Case("deep-line.md", "10,000 list marks on a line", "- " * 10_000 + "x\n\nfinish\n", keeps=_KEPT),
    Case("deep-fence.md", "500 divisions in each other", "".join(":" * (600 - n) + " {.box}\n" for n in range(500)) + "deep\n\nfinish\n", keeps=_KEPT),
    _slow("emphasis", "20,000 emphases in each other", "*a **a " * 20_000 + "b" + "** a* " * 20_000),
    _slow("brackets", "50,000 brackets in each other", "[" * 50_000 + "a" + "]" * 50_000),
    _slow("links", "20,000 links that do not end", "[a](b" * 20_000),
    _slow("pictures", "20,000 pictures that do not end", "![[]()" * 20_000),
    _slow("ticks", "runs of backquotes of 1,000 lengths", "".join("e" + "`" * n for n in range(1, 1000))),
    Case("slow-comments.md", "50,000 beginnings of comments", "<!--" * 50_000 + "\n\nin the comment, too\n", "either"),
    _slow("cdata", "50,000 beginnings of CDATA", "a <![CDATA[" * 20_000),
    _slow("ampersands", "100,000 ampersands", "&" * 100_000 + "amp;"),
    _slow("strikes", "50,000 marks of deletion", "~~a " * 50_000),
    _slow("dollars", "50,000 beginnings of formulas", "$a " * 50_000),
    _slow("addresses", "20,000 beginnings of addresses", "http://" * 20_000),
    _slow("mail", "50,000 beginnings of mail addresses", "a@" * 50_000),
    _slow("pipes", "a table of 20,000 empty columns", "|" * 20_000 + "\n" + "|-" * 10_000 + "|"),
    _slow("hashes", "100,000 number signs", "#" * 100_000),
    _slow("stars", "100,000 stars", "* " * 100_000 + "\n"),
    _slow("underscores", "100,000 underscores", "_" * 100_000 + "a"),
    _slow("attributes", "20,000 attribute lists that do not end", "x{a=b " * 20_000),
    _slow("footnotes", "20,000 inline notes that do not end", "^[a" * 20_000),
    _slow("backslashes", "100,000 backslashes", "\\" * 100_001),
    _slow("tags", "20,000 tags that do not end", '<a b="' * 20_000),
    Case("references.md", "20,000 definitions of links", _refs(20_000), keeps=_KEPT),
    Case("notes-circle.md", "footnotes that note each other, miss, and are never called", "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n\nx[^missing] y[^1] z[^1]\n\n[^unused]: u\n\nfinish\n", keeps=_KEPT),
    Case("notes-many.md", "2,000 footnotes", "\n\n".join(f"正文{n}[^{n}]\n\n[^{n}]: 注{n}" for n in range(2000)) + "\n\nfinish\n", keeps=_KEPT, heavy=True),
    Case("table-rows.md", "a table of 10,000 rows", "| a | b |\n|--|--|\n" + "".join(f"| {n} | 张三 |\n" for n in range(10_000)) + "\nfinish\n", keeps=_KEPT, heavy=True),
    Case("table-ragged.md", "rows of too few and too many cells", "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |\n| `a|b` | c \\| d |\n||\n| |\n\nfinish\n", keeps=_KEPT),
    Case("heading-long.md", "a heading of 2,100 characters", "# " + "长标题" * 700 + "\n\nfinish\n", keeps=_KEPT),
    Case("headings-many.md", "2,000 headings and no text", "\n\n".join(f"{'#' * (n % 6 + 1)} 标题{n}" for n in range(2000)), heavy=True),
    Case("headings-odd.md", "headings that jump, are the same, are empty", "###### six\n\n# one\n\n#### four\n\n# one\n\n#\n\n## <b>x</b> &amp; `y`\n\nfinish\n", keeps=_KEPT),
    Case("headings-ids.md", "headings that would be paths and markup", "# 𠮷\n# 𠮷\n# 👍\n# ../../x\n# \"quote\" & <tag>\n# CON\n# nav\n# toc\n# " + "长" * 300 + "\n\nfinish\n", keeps=_KEPT),
    Case("nul.md", "NUL in text and headings", "a\0b\n\n# t\0\n\nfinish\n", "either"),
    Case("bidi.md", "overrides that turn code around", "access\u202e \u2066// check\u2069 \u2066 and file\u202egnp.exe\n\nfinish\n", keeps=_KEPT),
    Case("empty.md", "no bytes", "", "refused", ("input-empty",)),
    Case("spaces.md", "nothing but white space", " \n\t\n\u3000\n", "refused", ("input-empty",)),
    Case("mark-only.md", "nothing but a byte order mark", "\ufeff", "refused", ("input-empty",)),
    Case("fences.md", "fences that do not end", "```python\nprint(1)\n" * 3 + "\nfinish", keeps=_KEPT),
    Case("pages.md", "1,000 page breaks", "\\newpage\n\n" * 1000 + "finish\n", keeps=_KEPT, heavy=True),
)  # fmt: skip
