from __future__ import annotations

import pytest

import convert
from convert.config import Options
from convert.diagnostics import InputError, UsageError
from convert.kit.limits import USUAL, Limits


def test_settings_change_what_they_name() -> None:
    assert USUAL.with_settings(["pages=5", " input_mb = 3 "]) == Limits(pages=5, input_mb=3)


@pytest.mark.parametrize(
    "setting", ["pages", "pages=", "pages=0", "pages=-1", "pages=1.5", "pages=٣", "pages=" + "9" * 5000]
)
def test_a_limit_is_a_whole_number_above_0(setting: str) -> None:
    with pytest.raises(UsageError) as caught:
        USUAL.with_settings([setting])
    assert caught.value.diagnostic.code == "limit-syntax"


def test_an_input_beyond_a_limit_is_refused_with_its_name() -> None:
    with pytest.raises(InputError, match=r"input_mb is 1, and here it is 2") as caught:
        convert.read(b"a" * (2**20 + 1), name="a.txt", options=Options(limits=Limits(input_mb=1)))
    assert caught.value.diagnostic.code == "limit-exceeded"
    assert "--limit input_mb=N" in caught.value.diagnostic.hint()
