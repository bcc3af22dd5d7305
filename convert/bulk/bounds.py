"""How much memory a process has, and may have. POSIX knows; elsewhere nothing is bounded."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_STATM = Path("/proc/self/statm")
_GROUPS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
"""What a container may have (https://docs.kernel.org/admin-guide/cgroup-v2.html, and the first version)."""
_LEAST = 1_000_000_000  # bytes: enough for large reports


def fair_share(processes: int) -> int:
    """The bytes that each of so many processes may take before they need more than the machine, or the container, has; 0 where
    that cannot be known. A document that wants more fails; otherwise the system would end whatever it likes."""
    try:
        sizes = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    except (AttributeError, OSError, ValueError):
        return 0
    for group in _GROUPS:
        with contextlib.suppress(OSError, ValueError):  # not there; `max`
            sizes.append(int(group.read_text()))
    return max(min(sizes) // max(processes, 1), _LEAST)


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
