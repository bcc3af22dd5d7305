"""Addresses that a document may link to."""

from __future__ import annotations

import pytest

from convert.kit.addresses import web_address


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://例.org/a b", "https://%E4%BE%8B.org/a%20b"),
        ("HTTP://a.org/x y", "HTTP://a.org/x%20y"),
        ("https://a.org/100%", "https://a.org/100%25"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        (" https://a.org ", "https://a.org"),
        ("mailto:a@b.org?subject=x%20y&cc=c@d.org", "mailto:a@b.org?subject=x%20y&cc=c@d.org"),
        ("mailto:a@b.org?attach=/etc/passwd&subject=x&%61ttachment=y", "mailto:a@b.org?subject=x"),
        ("mailto:a@b.org?attach=/etc/passwd", "mailto:a@b.org"),
    ],
)
def test_web_addresses_become_valid(target: str, expected: str) -> None:
    assert web_address(target) == expected


@pytest.mark.parametrize(
    "target",
    ["http://a:b/", "mailto:", "ftp://a.org/", "//a.org", "javascript:alert(1)", "file:///x", "", "http://[::1"],
)
def test_everything_else_is_none(target: str) -> None:
    assert web_address(target) == ""
