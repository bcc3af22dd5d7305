"""How much memory a process has, and may have. POSIX knows; elsewhere nothing is bounded."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_STATM = Path("/proc/self/statm")


def bound_memory(size: int) -> None:
    """Let this process have so many bytes of its own: asking for more is a MemoryError. Does nothing where the system
    cannot."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size if hard < 0 else min(size, hard), hard))


def memory_in_use() -> int:
    """The bytes of memory that this process holds (its resident set); 0 where that cannot be known."""
    try:
        return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
