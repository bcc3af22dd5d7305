"""Whatever comes out of hostile inputs is valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.validators import needs_epubcheck, needs_openxml, needs_qpdf
from tests.hostile.inside import convert
from tests.hostile.test_hostile import CASES, set_up
from tests.hostile.validating import invalid
from tests.hostile.watching import Listener


@pytest.mark.conformance
@needs_epubcheck
@needs_openxml
@needs_qpdf
def test_all_that_hostile_inputs_make_is_valid(tmp_path: Path) -> None:
    listener = Listener()
    trap = set_up(tmp_path, listener)
    outputs: list[Path] = []
    for number, case in enumerate(case for case in CASES if not case.heavy):
        room = tmp_path / f"{number:03}"
        room.mkdir()
        source = case.place(trap)
        options = [option.replace("{folder}", str(source.parent)) for option in case.options]
        outputs += convert(source, room, options, listener).outputs
    listener.close()
    assert len(outputs) > 500
    assert not invalid(outputs)
