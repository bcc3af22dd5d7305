"""Language tags as Word knows them (ISO/IEC 29500-1, 17.3.2.20)."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_CHINESE = (("zh-hant-hk", "zh-HK"), ("zh-hk", "zh-HK"), ("zh-hant", "zh-TW"), ("zh-tw", "zh-TW"), ("zh", "zh-CN"))
_EAST_ASIAN = {"ja": "ja-JP", "ko": "ko-KR"}
_LATIN, _CHINA = "en-US", "zh-CN"


def language(tag: str) -> str:
    """The element for a language (BCP 47), "" for what is no tag. Word keeps one language for Latin characters and
    another for East Asian ones; what the tag does not say stays English and Chinese."""
    if not _TAG.fullmatch(tag):
        return ""
    east_asian = _east_asian(tag)
    latin = _LATIN if east_asian else tag
    return f'<w:lang w:val="{latin}" w:eastAsia="{east_asian or _CHINA}"/>'


def guide_language(tag: str) -> str:
    """The language that Word gives the reading of a phonetic guide: an East Asian one always."""
    return _east_asian(tag) or _CHINA


def _east_asian(tag: str) -> str:
    key = tag.lower()
    chinese = next((word for start, word in _CHINESE if key == start or key.startswith(f"{start}-")), "")
    return chinese or _EAST_ASIAN.get(key.partition("-")[0], "")
