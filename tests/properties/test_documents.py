"""The laws of the product hold of any document of the model: three well-formed files with the same text in the same order,
the same bytes each time, the same document again from its JSON."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from convert.model import Document
from tests.properties.anything import HOSTILE, REPORTED, deep_documents, documents
from tests.properties.printing import ill_formed, printed, texts

ANY = {
    "lines": documents(REPORTED, 0),
    "blocks": documents(REPORTED, 2),
    "characters": documents(HOSTILE, 1),
    "official": documents(REPORTED, 1),
    "deep": deep_documents(REPORTED),
    "deep in characters": deep_documents(HOSTILE, 12),
}
"""What there is of each kind; the six together are tried 600 times."""

thoroughly = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("kind", ANY)
def test_three_files_hold_the_same_text_in_the_same_order(kind: str) -> None:
    @thoroughly
    @given(ANY[kind])
    def check(document: Document) -> None:
        files = printed(document)
        said = texts(files)
        assert said["pdf"] == said["docx"] == said["epub"]
        assert not ill_formed(files["docx"]) and not ill_formed(files["epub"])

    check()
