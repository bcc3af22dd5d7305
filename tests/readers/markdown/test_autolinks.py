"""Bare addresses."""

from __future__ import annotations

import pytest

from convert.model import Link
from convert.model.walk import plain
from convert.readers.markdown.autolinks import with_links


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        (
            "见http://www.gov.cn/zhengce/a.htm，请看",
            "http://www.gov.cn/zhengce/a.htm",
            "http://www.gov.cn/zhengce/a.htm",
        ),
        ("（www.gov.cn）", "www.gov.cn", "http://www.gov.cn"),
        ("www.gov.cn网站", "www.gov.cn", "http://www.gov.cn"),
        ("https://a.b/维基。", "https://a.b/维基", "https://a.b/%E7%BB%B4%E5%9F%BA"),
        ("http://localhost:8000/x", "http://localhost:8000/x", "http://localhost:8000/x"),
        ("ftp://a.b.c/d?e=(f)).", "ftp://a.b.c/d?e=(f)", "ftp://a.b.c/d?e=(f)"),
        ("邮箱a.b-c@d.cn。", "a.b-c@d.cn", "mailto:a.b-c@d.cn"),
    ],
)
def test_an_address_ends_where_it_should(text: str, words: str, target: str) -> None:
    parts = list(with_links(text, None))
    assert "".join(map(plain, parts)) == text
    (link,) = (part for part in parts if isinstance(part, Link))
    assert (plain(link), link.target) == (words, target)


@pytest.mark.parametrize(
    "text", ["http://", "www.", "a@b", "a@0.15", "xhttp://a.b", "http://一", "http://a_b.c_d/", "@a.b", "://a.b"]
)
def test_other_words_are_none(text: str) -> None:
    parts = list(with_links(text, None))
    assert not any(isinstance(part, Link) for part in parts) and "".join(map(plain, parts)) == text
