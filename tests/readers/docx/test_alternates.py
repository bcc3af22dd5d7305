"""Alternate content: one of several forms."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import dumped

SYMBOL = "<w:t>?</w:t>"  # a form of later versions, which is not understood


@pytest.mark.parametrize(
    ("forms", "text"),
    [
        ('<mc:Choice Requires="w16se">' + SYMBOL + "</mc:Choice><mc:Fallback><w:t>😏</w:t></mc:Fallback>", "😏"),
        ('<mc:Choice Requires="wps"><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback>', "甲"),
        ('<mc:Choice Requires="w99"><w:t>甲</w:t></mc:Choice>', "甲"),
        (
            '<mc:Choice Requires="w99"><w:t>甲</w:t></mc:Choice><mc:Choice Requires="w14"><w:t>乙</w:t></mc:Choice>',
            "乙",
        ),
    ],
)
def test_one_form_is_read(forms: str, text: str) -> None:
    alternates = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    assert dumped(f"<w:p><w:r>{alternates}</w:r></w:p>") == f'para\n  text "{text}"'
