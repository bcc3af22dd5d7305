from __future__ import annotations

import re

import pytest

from convert.cli import version


def test_the_version_is_one_line_with_those_of_the_libraries() -> None:
    line = version.version_line()
    assert re.fullmatch(r"triptych \S+ \(python 3\.\d+\.\S+, .*\)", line)
    assert all(re.search(rf"{name} \d", line) for name in version.LIBRARIES)


def test_a_library_that_is_not_installed_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "LIBRARIES", ("no-such-library",))
    assert version.version_line().endswith("no-such-library unknown)")
