"""Language tags by the examples of RFC 5646, appendix A."""

from __future__ import annotations

import pytest

from convert.kit.languages import is_language_tag


@pytest.mark.parametrize(
    "tag",
    ["de", "zh-Hans", "zh-cmn-Hans-CN", "sr-Latn-RS", "sl-rozaj-biske", "de-CH-1901", "es-419", "de-CH-x-phonebk",
     "x-whatever", "en-US-u-islamcal", "und", "ZH-hans"],
)  # fmt: skip
def test_well_formed_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "中文", "Chinese, simplified", "zh_CN", "a-DE", "de-419-DE", "en-", "en-a", "zh\n"]
)
def test_what_is_no_tag(tag: str) -> None:
    assert not is_language_tag(tag)
