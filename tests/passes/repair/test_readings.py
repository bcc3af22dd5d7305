"""The table of readings is pypinyin's, whole and nothing else."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from convert.passes.repair import readings
from convert.passes.repair.readings import is_reading
from tests.passes.repair.generate_readings import table, toneless


def test_table_is_generated_from_the_data() -> None:
    path = Path(readings.__file__).parent / "readings.txt"
    assert path.read_text("utf-8") == table()
    assert path.stat().st_size < 500_000


def test_every_reading_is_known() -> None:
    from pypinyin.pinyin_dict import pinyin_dict

    for code, spelled in pinyin_dict.items():
        for reading in spelled.split(","):
            assert is_reading(chr(code), reading), (chr(code), reading)
            assert is_reading(chr(code), toneless(reading)), (chr(code), reading)


@pytest.mark.parametrize(
    ("character", "written"),
    [
        ("發", "fā"),
        ("們", "men"),
        ("綠", "lǜ"),
        ("綠", "lv"),
        ("綠", "lü"),
        ("調", "diào"),
        ("調", "tiáo"),
        ("當", "dɑnɡ"),
        ("發", unicodedata.normalize("NFD", "fā")),
        ("發", "Fā"),
        ("㐀", "qiū"),
    ],
)
def test_spellings(character: str, written: str) -> None:
    assert is_reading(character, written)


@pytest.mark.parametrize(
    ("character", "written"), [("甲", "a"), ("值", "GDP"), ("發", "fá"), ("a", "a"), ("發", ""), ("發", "xyz")]
)
def test_no_reading(character: str, written: str) -> None:
    assert not is_reading(character, written)
