"""What moves on the terminal while many documents are converted: how many are done, how fast, how long it will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, Protocol

from convert.cli.console import Console
from convert.cli.rendering import printable

_A_SECOND = 4  # times that the display is drawn anew
_WIDEST = 60  # columns of the bar, and of a document's name
_RECENT = 30.0  # seconds that tell how fast it goes


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
        self._pace = Pace()
        self._terminal: Any = None
        self._live: Any = None
        self._write_line: Callable[[str], None] = console.say_line

    def __enter__(self) -> Display:
        if not self.moves:
            return self
        from rich.console import Console as Terminal
        from rich.live import Live
        from rich.text import Text

        terminal = self._terminal = Terminal(file=self._console.stderr, no_color=not self._console.colored)
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

        width = self._terminal.width
        table = Table.grid()
        table.add_row(Text(self._line()))
        if self._total:
            table.add_row(ProgressBar(self._total, self._finished, width=min(_WIDEST, width)))
        for name, seconds in self._busy():
            taken = f"  {seconds:.1f} s"
            shown = fitted(printable(name), min(_WIDEST, width - len(taken) - 2))
            table.add_row(Text(f"  {shown}{taken}", no_wrap=True, overflow="crop"))
        return table

    def _busy(self) -> list[tuple[str, float]]:
        busy = self._in_hand()
        return busy if self._console.verbosity > 0 else busy[:1]

    @property
    def _finished(self) -> int:
        return self._counts.done + self._counts.unchanged + self._counts.failed if self._counts else 0

    def _line(self) -> str:
        finished, failed, text = self._finished, self._counts.failed if self._counts else 0, self._console.text
        total = finished if self._total is None else self._total
        if not finished:
            return text("progress-start", total="?" if self._total is None else total)
        parts = [
            text("progress-done", done=finished)
            if self._total is None
            else text("progress", done=finished, total=total),
            text("progress-failed", failed=failed),
        ]
        rate = self._pace.rate(time.monotonic(), finished)
        if rate:
            parts.append(text("progress-rate", rate=f"{rate:.1f}"))
            if self._total is not None:
                parts.append(text("progress-left", left=as_clock((total - finished) / rate)))
        return text("comma").join(parts)


class Pace:
    """How fast it goes of late: what was skipped at the beginning says nothing of how long the rest will take."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def rate(self, now: float, finished: int) -> float:
        """Documents a second over the last half minute, or since it was first asked; 0 where that cannot be told. `now`: seconds of
        some clock."""
        self._seen.append((now, finished))
        while now - self._seen[0][0] > _RECENT:
            self._seen.popleft()
        since, before = self._seen[0]
        return (finished - before) / (now - since) if now > since else 0.0


def as_clock(seconds: float) -> str:
    """`1:05` for minutes and seconds, `26:00:05` with hours."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def fitted(name: str, width: int) -> str:
    """The end of a name that takes at most so many columns of a terminal, where a Chinese character takes two."""
    from rich.cells import cell_len

    if cell_len(name) <= width:
        return name
    while name and cell_len(name) >= width:
        name = name[1:]
    return f"…{name}"
