"""Measure the matrix and print it, or keep it (`--write docs/parity.md`). Exit code 1 where a cell does not hold."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.parity.cells import CASES, OUTPUTS
from tests.parity.matrix import broken, markdown
from tests.parity.rows import rows


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.parity", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there in the place of printing it")
    wanted = parser.parse_args()
    wrong = broken()
    page = markdown()
    if wanted.write and not wrong:
        wanted.write.write_text(page, "utf-8")
    elif not wanted.write:
        print(page)
    empty = [name for names in rows().values() for name in names if name not in CASES]
    for line in (*wrong, *(f"{name}: no case" for name in empty)):
        print(line, file=sys.stderr)
    held = len(CASES) * len(OUTPUTS) - len(wrong)
    print(f"{len(CASES)} rows, {held} cells hold, {len(wrong)} do not; {len(empty)} rows are empty", file=sys.stderr)
    return 1 if wrong or empty else 0


if __name__ == "__main__":
    sys.exit(main())
