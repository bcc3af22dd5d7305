"""Books for all readers: Ace by DAISY finds nothing to object to."""

from __future__ import annotations

import pytest

from convert.kit.archive import unpack
from convert.kit.packing import pack
from convert.pipeline import write_document
from tests.conformance.ace import missing, violations
from tests.conformance.books import SPECIMENS
from tests.specimens import report_composition

pytestmark = [pytest.mark.conformance, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]


@pytest.mark.parametrize("name", SPECIMENS)
def test_ace_finds_nothing(name: str) -> None:
    assert violations(write_document(SPECIMENS[name](), "epub")) == []


def test_ace_finds_what_is_wrong() -> None:
    made = report_composition()
    files = unpack(write_document(made, "epub"))
    page = next(name for name in files if name.endswith("content-1.xhtml"))
    files[page] = files[page].replace(b"</body>", b'<p><img src="none.png"/></p></body>')
    found = violations(pack(files.items(), made.timestamp, stored=frozenset({"mimetype"})))
    assert [each.split(" in ")[0] for each in found] == ["critical image-alt"]
