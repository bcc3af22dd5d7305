"""What to do about an exception that nobody foresaw: one finding, and the traceback kept in a file."""

from __future__ import annotations

import os
import tempfile
import traceback

from convert.diagnostics import Diagnostic, diagnostic
from convert.version import __version__


def bug_finding(error: BaseException) -> Diagnostic:
    """The finding for an unexpected exception: it names the file that the traceback was saved in, in the folder for
    temporary files."""
    trace = "".join(traceback.format_exception(error))
    return diagnostic("internal-error", reason=f"{type(error).__name__}: {error}", saved=_saved(trace))


def _saved(trace: str) -> str:
    try:
        handle, path = tempfile.mkstemp(prefix="triptych-", suffix=".traceback.txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"triptych {__version__}\n{trace}")
    except OSError:
        return "-"
    return path
