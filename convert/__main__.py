"""Run the command: `python -m convert`, and the script `triptych`."""

from __future__ import annotations

import gc
import sys

from convert.cli.app import main

_LOOK_AFTER = 100_000  # new objects; Python's own 700 costs a long report a fifth of its time and frees next to nothing


def run() -> None:
    """Run the command on this process's arguments and streams, and end the process."""
    gc.set_threshold(_LOOK_AFTER)
    sys.exit(main())


if __name__ == "__main__":
    run()
