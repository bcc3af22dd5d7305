"""Language tags."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"""
    (?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})  # language
    (?:-[a-z]{4})?                               # script
    (?:-(?:[a-z]{2}|[0-9]{3}))?                  # region
    (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*     # variants
    (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*         # extensions
    (?:-x(?:-[a-z0-9]{1,8})+)?                   # private use
    | x(?:-[a-z0-9]{1,8})+
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)


def is_language_tag(text: str) -> bool:
    """Whether it is a well-formed language tag such as `zh-Hans-CN` (BCP 47: RFC 5646 §2.1), the few grandfathered
    ones aside. Whether such a language exists is not looked up."""
    return _TAG.fullmatch(text) is not None
