from __future__ import annotations

import pytest

from convert.kit.images.svg.containment import contain, may_fetch


@pytest.mark.parametrize(
    "css",
    [
        "rect { fill: url(#a) }",
        ".a > b:first-child { stroke: rgb(1, 2, 3); content: none }",
        "@media print { rect { fill: red } }",
        "@keyframes x { from { opacity: 0 } to { opacity: 1 } }",
        "@supports (display: grid) { rect { fill: red } }",
    ],
)
def test_what_only_draws_stays_as_it_is(css: str) -> None:
    assert contain(css) == (css, False)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("fill: url(https://x/a)", "fill: none"),
        ("fill: URL( 'https://x/a' ) red", "fill: none red"),
        ("fill: url(https://x/a", "fill: none"),
        ("fill: url( '#a' )", "fill: url(#a)"),
        (r"fill: \75rl(https://x/a)", "fill: none"),
        (r"fill: u\72 l(https://x/a)", "fill: none"),
        (r"fill: \\75rl(https://x/a)", "fill:  75rl(https://x/a)"),
        ("fill: image-set('https://x/a' 1x)", "fill: none"),
        ("fill: -webkit-image-set(url(https://x/a) 1x)", "fill: none 1x)"),
        ("fill: src('https://x/a')", "fill: none"),
        ("width: expression(alert(1))", "width: none)"),
        ("@import 'https://x/a'; rect { fill: red }", "  rect { fill: red }"),
        (r"@\69mport 'https://x/a';", " "),
        ("@IMPORT/**/'https://x/a'", " "),
        ("@im@import;port 'https://x/a';", " port 'https://x/a';"),
        ("@font-face { src: url('https://x/}a') } rect { fill: red }", "  rect { fill: red }"),
        ("u<!--rl(https://x/a)", "u rl(https://x/a)"),
        ("url(/*#*/'https://x/a')", "none"),
        ("url(#a')https://x", "nonehttps://x"),
        ("a: javajavascript:script:alert(1)", "a: java script:alert(1)"),
        (r"a: \0\d800\110000\ffff", "a: \ufffd\ufffd\ufffd\ufffd"),
    ],
)
def test_what_fetches_goes(css: str, expected: str) -> None:
    made = contain(css)[0]
    assert made == expected
    assert contain(made) == (made, False)


def test_a_charset_is_no_loss() -> None:
    assert contain("@charset 'utf-8'; a { fill: red }") == ("  a { fill: red }", False)


@pytest.mark.parametrize(("value", "expected"), [("M0 0", False), ("rotate(3)", False), ("uRl(x)", True), ("u/**/rl(x)", True), (r"\75", True),
                                                 ("java-->image-set(x", True)])  # fmt: skip
def test_only_what_may_fetch_is_looked_into(value: str, expected: bool) -> None:
    assert may_fetch(value) == expected
