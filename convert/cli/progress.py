"""A bar that moves while several documents are converted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from convert.cli.console import Console


@contextmanager
def moving_bar(console: Console, total: int) -> Iterator[Callable[[], None]]:
    """Gives the function that moves the bar on by one of `total` documents; with none, there is no bar."""
    if not total:
        yield lambda: None
        return
    from rich.console import Console as Terminal
    from rich.progress import Progress
    from rich.text import Text

    terminal = Terminal(file=console.stderr, no_color=not console.colored)
    progress = Progress(console=terminal, transient=True, redirect_stdout=False, redirect_stderr=False)
    write_line = console.say_line
    console.say_line = lambda line: terminal.print(Text.from_ansi(line), soft_wrap=True)
    try:
        with progress:
            task = progress.add_task(console.text("converting"), total=total)
            yield lambda: progress.advance(task)
    finally:
        console.say_line = write_line
