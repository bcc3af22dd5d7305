"""What holds of any document of the model: it makes three well-formed files, and comes back from its JSON."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from convert.model import Document
from convert.model.json import decode, encode
from tests.properties.anything import HOSTILE, REPORTED, deep_documents, documents
from tests.properties.printing import ill_formed, printed

ANY = {
    "blocks": documents(REPORTED, 2),
    "official": documents(REPORTED, 1),
    "deep": deep_documents(REPORTED),
}

thoroughly = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("kind", ANY)
def test_any_document_makes_three_well_formed_files(kind: str) -> None:
    @thoroughly
    @given(ANY[kind])
    def check(document: Document) -> None:
        files = printed(document)
        assert files["pdf"].startswith(b"%PDF")
        assert not ill_formed(files["docx"]) and not ill_formed(files["epub"])

    check()


@thoroughly
@given(documents(HOSTILE, 2))
def test_any_document_comes_back_from_its_json(document: Document) -> None:
    assert decode(encode(document)) == document
