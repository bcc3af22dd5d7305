from __future__ import annotations

import zipfile

import pytest

from convert.kit.archive import unpack


def test_other_bytes_are_refused() -> None:
    with pytest.raises(zipfile.BadZipFile):
        unpack(b"not a zip file")
