"""The face that formulas are set in: STIX Two Math (OFL-1.1), which comes with ziamath."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from convert.kit.fonts import Face, open_face
from convert.kit.math.characters import MARKS, OVERLINE
from convert.kit.math.letters import in_alphabet

_FILE = "fonts/STIXTwoMath-Regular.ttf"


def math_face() -> Face:
    """The face. Raises OSError where ziamath has none."""
    found = find_spec("ziamath")
    if found is None or not found.submodule_search_locations:
        raise OSError("ziamath is not installed")
    return open_face(Path(found.submodule_search_locations[0]) / _FILE)


def set_characters(root: Any) -> set[str]:
    """The characters that a formula in plain form is set with. Single letters are set as italic ones, which are characters
    of their own (MathML Core, 4.2), by programs that know that."""
    chars: set[str] = set()
    for each in root.iter("mi", "mn", "mo", "mtext"):
        text = each.text or ""
        italic = each.tag == "mi" and len(text) == 1 and not each.get("mathvariant")
        chars.update(text, in_alphabet(text, "italic") if italic else "")
    if next(root.iter("msqrt", "mroot"), None) is not None:
        chars.add("√")
    return chars | {MARKS[mark] for mark in chars & set(MARKS)} | ({OVERLINE} if "¯" in chars else set())
