"""`python -m tests.reproducible FOLDER`: convert all that it holds twice, and print what is not the same."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.reproducible.runs import HERE, THERE, differences, run


def main(source: Path) -> int:
    """Print the count of files and what is not the same; 1 where something is not."""
    with tempfile.TemporaryDirectory() as work:
        first, second = (
            run(source, Path(work) / name, condition, "--on-clash", "number", "--timeout", "300")
            for name, condition in (("here", HERE), ("there", THERE))
        )
        found = differences(first, second)
    states = Counter(state for state, _ in first.told.values())
    print(f"documents: {len(first.told)} ({', '.join(f'{state} {n}' for state, n in sorted(states.items()))})")
    print(f"files: {len(first.files)}, not the same: {len(found)}")
    print(*found, sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
