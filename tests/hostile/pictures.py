"""Pictures that are hostile, each in a document of Markdown that shows it."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from tests.hostile.cases import Case, Trap
from tests.hostile.material import PNG, nested, png

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="30"'
_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\x00\x11\x08\xff\xdc\xff\xdc\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xd9"
_GIF = b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;"


def _shown(
    name: str,
    about: str,
    picture: bytes | str | Callable[[Trap], bytes | str],
    *codes: str,
    heavy: bool = False,
    lacks: tuple[str, ...] = (),
) -> Case:
    text = f"begin\n\n![drawing]({name})\n\nfinish\n"
    return Case(
        f"{name}.md", about, text, "done", codes, ("begin", "finish"), lacks, beside={name: picture}, heavy=heavy
    )


def _active(trap: Trap) -> str:
    return (
        f'{_SVG} onload="go()"><script>go()</script><a href="javascript:go()"><rect width="9" height="9"/></a><set attributeName="href" to="javascript:go()"/>'
        f'<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="file:///etc/passwd"/></foreignObject><image href="{trap.file}" width="9" height="9"/>'
        f'<image xlink:href="{trap.web}" width="9" height="9"/><use href="{trap.file}#x"/><style>@import url({trap.web}); rect {{ fill: url({trap.web}#a) }}</style>'
        f'<rect width="5" height="5" style="fill:url({trap.file})" onclick="go()"/></svg>'
    )


def _laughing(levels: int) -> str:
    letters = "abcdefghijk"[:levels]
    declared = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {now} "{f"&{before};" * 10}">' for before, now in itertools.pairwise(letters)
    )
    return f"<!DOCTYPE svg [{declared}]>{_SVG}><text>&{letters[-1]};</text></svg>"


def _used(levels: int) -> str:
    """Each shape shows the one before it ten times."""
    uses = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, levels))
    return f'{_SVG}><defs><g id="g0"><rect width="1" height="1"/></g>{uses}</defs><use href="#g{levels - 1}"/></svg>'


CASES = (
    _shown("fine.png", "nothing: it must be shown", PNG),
    _shown("wide.png", "20,000 × 20,000 points in 50 kB", lambda trap: png(20_000, 20_000), "image-pixels"),
    _shown("claims.png", "says 20,000 × 20,000 points in colour and has none", png(20_000, 20_000, bits=8, color=6, data=b"")),
    _shown("claims-most.png", "says 2^31 - 1 points each way", png(2**31 - 1, 2**31 - 1, bits=8, color=6, data=b"")),
    _shown("thin.png", "1 × 60,000 points", png(1, 60_000)),
    _shown("flat.png", "60,000 × 1 points", png(60_000, 1)),
    _shown("none.png", "0 × 0 points", png(0, 0, bits=8, color=2, data=b""), "image-unreadable"),
    _shown("short.png", "cut short", PNG[:40], "image-unreadable"),
    _shown("sums.png", "false check sums", PNG[:30] + b"\xff" + PNG[31:]),
    _shown("text.png", "a text called .png", "not a picture"),
    _shown("png.jpg", "a PNG called .jpg", PNG),
    _shown("page.png", "a web page called .png", "<html><script>go()</script></html>", lacks=("go()",)),
    _shown("empty.png", "no bytes", b""),
    _shown("claims.jpg", "says 65,500 × 65,500 points and has none", _JPEG),
    _shown("claims.gif", "says 65,535 × 65,535 points and has none", _GIF),
    _shown("active.svg", "scripts, handlers, frames, files, the network", _active, lacks=("javascript:", "go()", "iframe", "file://")),
    _shown("laughs.svg", "entities in entities", _laughing(10), lacks=("hahaha",)),
    _shown("entity.svg", "an entity that is a local file", lambda trap: f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{trap.file}">]>{_SVG}><text y="20">&x;</text></svg>'),
    _shown("circle.svg", "shapes that show each other", f'{_SVG}><defs><g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g></defs><use xlink:href="#a"/></svg>'),
    _shown("uses.svg", "shapes that show ten of the one before, eight times over", _used(9)),
    _shown("huge.svg", "a drawing of 10^9 mm", '<svg xmlns="http://www.w3.org/2000/svg" width="1e9mm" height="1e9mm"><rect width="100%" height="100%"/></svg>'),
    _shown("nothing.svg", "a drawing of no size", '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="-5" viewBox="0 0 0 0"><rect width="9" height="9"/></svg>'),
    _shown("numbers.svg", "lengths that are no numbers", '<svg xmlns="http://www.w3.org/2000/svg" width="NaN" height="1e400" viewBox="x y z"><path d="M0 0 L 1e999 nan Z"/><rect x="1e308" width="1e308" height="5"/></svg>'),
    _shown("deep.svg", "5,000 groups in each other", nested("<g>", "</g>", 5000, "<rect/>").join((f"{_SVG}>", "</svg>"))),
    _shown("filters.svg", "a filter over 10^6 points", f'{_SVG}><filter id="f"><feGaussianBlur stdDeviation="1000000"/><feTurbulence numOctaves="1000000" baseFrequency="9"/></filter><rect width="90" height="30" filter="url(#f)"/></svg>'),
    _shown("paths.svg", "a path of 100,000 curves", f'{_SVG}><path d="M0 0{" c1 1 2 2 3 3" * 100_000}"/></svg>', heavy=True),
    _shown("dashes.svg", "a line in 10^8 dashes", f'{_SVG}><line x2="100000" stroke="#000" stroke-dasharray="0.001"/></svg>'),
    _shown("texts.svg", "letters of 10^6 points", f'{_SVG}><text font-size="1000000">W</text><text font-size="0">x</text><text font-size="-3">y</text></svg>'),
    _shown("vector.wmf", "a metafile", b"\xd7\xcd\xc6\x9a" + b"\0" * 50),
    _shown("pages.tif", "a TIFF whose directory is its own next one", b"II*\0\x08\0\0\0\0\0\x08\0\0\0" + b"\0" * 20),
    _shown("script.ps", "a PostScript program", b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file 1000 string readstring pop ="),
)  # fmt: skip
