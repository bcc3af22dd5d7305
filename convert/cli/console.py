"""Where the command's words go: data to stdout, everything else to stderr, in the user's language."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TextIO

from convert.catalogue import Language
from convert.cli.texts import TEXTS

Color = Literal["auto", "always", "never"]


def language_of(env: Mapping[str, str]) -> Language:
    """The language of messages, by POSIX: the first of LC_ALL, LC_MESSAGES and LANG that is set decides.

    https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html#tag_08_02
    """
    locale = next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


@dataclass
class Console:
    """The streams of one run and how to talk on them.

    `verbosity`: -2 says nothing, -1 errors only, 0 the usual, 1 every finding, 2 tracebacks too.
    """

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str]
    verbosity: int = 0
    color: Color = "auto"
    language: Language = field(init=False)
    say_line: Callable[[str], None] = field(init=False)
    """Prints one line of talk; a progress bar puts its own in the place while it is up."""

    def __post_init__(self) -> None:
        self.language = language_of(self.env)
        self.say_line = self._write_line
        for stream in (self.stdout, self.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A file or a pipe gets UTF-8; a terminal what it can show, and escapes for what it cannot.
                encoding = stream.encoding if stream.isatty() else "utf-8"
                stream.reconfigure(encoding=encoding, errors="backslashreplace")

    def text(self, key: str, **args: object) -> str:
        """A sentence of the command's own table, in the user's language."""
        return TEXTS[key][self.language].format_map(args)

    def data(self, text: str) -> None:
        """Print what was asked for."""
        self.stdout.write(text)
        self.stdout.flush()

    def data_bytes(self, data: bytes) -> None:
        """Hand out a finished file."""
        self.stdout.flush()
        self.stdout.buffer.write(data)
        self.stdout.buffer.flush()

    def say(self, line: str, *, least: int = 0) -> None:
        """Tell the user something, at `least` verbosity and above."""
        if self.verbosity >= least:
            self.say_line(line)

    @property
    def colored(self) -> bool:
        """Whether to colour (https://no-color.org, https://force-color.org). Colour never carries meaning alone."""
        if self.color != "auto":
            return self.color == "always"
        if self.env.get("NO_COLOR"):
            return False
        if self.env.get("FORCE_COLOR"):
            return True
        return self.stderr.isatty() and self.env.get("TERM") != "dumb"

    @property
    def shows_progress(self) -> bool:
        """Whether a bar may move on stderr: a person watches it."""
        return (
            self.stderr.isatty() and self.verbosity >= 0 and self.env.get("TERM") != "dumb" and not self.env.get("CI")
        )

    def _write_line(self, line: str) -> None:
        self.stderr.write(line + "\n")
        self.stderr.flush()


def close_quietly(stream: TextIO) -> None:
    """Point a stream whose reader has gone (`| head`) at nothing, so that the interpreter's last flush is quiet."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, descriptor)
    os.close(nothing)
