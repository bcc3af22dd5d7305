"""Run the command: `python -m convert`, and the script `triptych`."""

from __future__ import annotations

import sys

from convert.cli.app import main


def run() -> None:
    """Run the command on this process's arguments and streams, and end the process."""
    sys.exit(main())


if __name__ == "__main__":
    run()
