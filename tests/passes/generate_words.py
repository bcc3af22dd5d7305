"""Make `convert/passes/words.txt` from jieba's dictionary: `python -m tests.passes.generate_words dict.txt`.

dict.txt is in the source distribution of jieba (https://pypi.org/project/jieba/), MIT licence.
"""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path

from convert.passes.words import KINDS, LEAST_CODE, LONGEST, OTHER, STEPS

_HAN = re.compile("[\u4e00-\u9fff]+")
_RAREST = 10  # occurrences: rarer words are mostly names, and make the list three times as long
_TARGET = Path(__file__).parents[2] / "convert" / "passes" / "words.txt"


def lines(dictionary: str) -> list[str]:
    """The lines of the table, in the order of their bytes."""
    words: dict[str, tuple[str, int]] = {}
    for line in dictionary.splitlines():
        word, count, tag = line.split(" ")
        if _HAN.fullmatch(word) and len(word) <= LONGEST and int(count) >= _RAREST:
            words[word] = KINDS.get(tag, OTHER), int(count)
    made = (f"{word}{kind}{chr(LEAST_CODE + round(STEPS * math.log2(count)))}" for word, (kind, count) in words.items())
    return sorted(made, key=str.encode)


if __name__ == "__main__":
    _TARGET.write_text("\n".join(lines(Path(sys.argv[1]).read_text("utf-8"))) + "\n", "utf-8")
