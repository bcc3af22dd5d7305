"""An exception that nobody foresaw, as the command tells of it."""

from __future__ import annotations

import traceback

from convert.bugs import bug_finding
from convert.cli.console import Console
from convert.cli.rendering import printable_lines
from convert.diagnostics import Diagnostic


def tell_bug(console: Console, error: Exception) -> Diagnostic:
    """The finding for an unexpected exception. With -vv the traceback is shown, too."""
    console.say(printable_lines("".join(traceback.format_exception(error)).rstrip()), least=2)
    return bug_finding(error)
