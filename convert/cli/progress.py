"""What moves on the terminal while many documents are converted: how many are done, how fast, how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, Protocol

from convert.cli.console import Console
from convert.cli.rendering import printable

_A_SECOND = 4  # times that the display is drawn anew
_WIDEST = 60  # characters of a document's name


class Counts(Protocol):
    """How a run went so far."""

    done: int
    unchanged: int
    failed: int


class Display:
    """The display of a run over `total` documents (None: nobody knows). It is there as long as it is entered, where a person
    watches and it is to be `shown`. With -v it says what each worker is busy with."""

    def __init__(self, console: Console, total: int | None, executor: Executor, *, shown: bool) -> None:
        self._console, self._total = console, total
        self._in_hand: Callable[[], list[tuple[str, float]]] = getattr(executor, "in_hand", list)
        self.moves = shown and console.shows_progress
        self._counts: Counts | None = None
        self._start = time.monotonic()
        self._live: Any = None
        self._write_line: Callable[[str], None] = console.say_line

    def __enter__(self) -> Display:
        if not self.moves:
            return self
        from rich.console import Console as Terminal
        from rich.live import Live
        from rich.text import Text

        terminal = Terminal(file=self._console.stderr, no_color=not self._console.colored)
        self._live = Live(
            console=terminal, refresh_per_second=_A_SECOND, transient=True, redirect_stdout=False, redirect_stderr=False,
            get_renderable=self._drawn,
        )  # fmt: skip
        self._console.say_line = lambda line: terminal.print(Text.from_ansi(line), soft_wrap=True)
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            self._live.stop()
            self._console.say_line = self._write_line

    def count(self, counts: Counts) -> None:
        """Take note of how it goes."""
        self._counts = counts

    def _drawn(self) -> Any:
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        table = Table.grid()
        table.add_row(Text(self._line()))
        if self._total:
            table.add_row(ProgressBar(self._total, self._finished, width=_WIDEST))
        for name, seconds in self._busy():
            table.add_row(Text(f"  {printable(name)[-_WIDEST:]}  {seconds:.1f} s"))
        return table

    def _busy(self) -> list[tuple[str, float]]:
        busy = self._in_hand()
        return busy if self._console.verbosity > 0 else busy[:1]

    @property
    def _finished(self) -> int:
        return self._counts.done + self._counts.unchanged + self._counts.failed if self._counts else 0

    def _line(self) -> str:
        seconds = time.monotonic() - self._start
        rate = self._finished / seconds if seconds else 0.0
        left = (self._total - self._finished) / rate if self._total and rate else None
        return self._console.text(
            "progress", done=self._finished, total=self._total or "?", failed=self._counts.failed if self._counts else 0,
            rate=f"{rate:.1f}", left="?" if left is None else f"{left:.0f}",
        )  # fmt: skip
