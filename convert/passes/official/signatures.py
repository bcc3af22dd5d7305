"""Where the lines of a signature stand: arithmetic of GB/T 9704-2012 cl. 7.3.5, in characters from the right edge.

Widths are those of official text: a Han character is one, a digit a half.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

DATE_RIGHT = 4.0
"""Characters that the date of a sealed document keeps free at its right (cl. 7.3.5.1: 右空四字)."""
_NAME_RIGHT = 2.0  # cl. 7.3.5.2: 右空二字
_DATE_IN = 2.0  # cl. 7.3.5.2: 首字比发文机关署名首字右移二字


class Rights(NamedTuple):
    """What the names and the date keep free at their right, in characters; `shifted`: the name is too long for the date to
    stand where it should."""

    names: tuple[float, ...]
    date: float
    shifted: bool = False


def sealed(name: float, date: float) -> Rights:
    """Cl. 7.3.5.1: the date four characters from the edge, the name centred on it. A name that would leave the type area
    goes to its edge, the date stays in the middle below."""
    if not name:
        return Rights((), DATE_RIGHT)
    right = (DATE_RIGHT + (date - name) / 2) if date else DATE_RIGHT
    if right >= 0:
        return Rights((right,), DATE_RIGHT)
    return Rights((0.0,), (name - date) / 2, shifted=True)


def unsealed(names: Sequence[float], date: float, room: float = math.inf) -> Rights:
    """Cl. 7.3.5.2: the names two characters from the edge, one below the other; the date begins two characters to the right
    of where they begin. A date that would come nearer to the edge than two characters keeps these, the names move left.

    Names of several organs begin at one place, that of the longest. `room`: the width of the line, in characters; a name
    that is longer breaks.
    """
    names = [min(name, room - _NAME_RIGHT) for name in names]
    widest = max(names, default=0.0)
    if not names or not date:
        first, last = _NAME_RIGHT, _NAME_RIGHT
    elif date <= widest:
        first, last = _NAME_RIGHT, widest - date
    else:
        first, last = date + 2 * _DATE_IN - widest, _DATE_IN
    return Rights(tuple(first + widest - name for name in names), last)
