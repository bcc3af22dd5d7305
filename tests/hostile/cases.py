"""What a hostile input is: a file to be made, what is hostile about it, and what must come of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

TOKEN = "CANARY-b41d-never-to-be-printed"
"""What stands in files that no document may reach."""

ESCAPED = "ESCAPED_FROM_ITS_FOLDER"
"""How the files are called that inputs try to write elsewhere."""

FAMILIES = (
    "docx",
    "packages",
    "html",
    "markdown",
    "text",
    "model",
    "syntax",
    "records",
    "pictures",
    "archives",
    "styles",
    "metadata",
)
"""The modules with inputs, each with a tuple `CASES`."""  # fmt: skip

Outcome = Literal["done", "partly", "refused", "either"]


@dataclass(frozen=True, slots=True)
class Trap:
    """What an input may point at: `folder`, where it lies; `canary`, a file with TOKEN elsewhere; `port`, where somebody
    listens who must not be called."""

    folder: Path
    canary: Path
    port: int

    @property
    def up(self) -> str:
        """The canary's address from the input's folder, upwards."""
        return "../" * len(self.folder.parts) + self.canary.as_posix().lstrip("/")

    @property
    def file(self) -> str:
        """The canary as a `file:` address."""
        return self.canary.as_uri()

    @property
    def web(self) -> str:
        """An address that somebody listens at."""
        return f"http://127.0.0.1:{self.port}/x"


Content = str | bytes | Callable[[Trap], str | bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One input.

    `name`: its file's, the suffix telling the format; `about`: what is hostile; `content`: the file, or what makes it;
    `outcome`: whether outputs are made; `codes`: diagnostics that must be among those told; `keeps`: words that every
    output must hold; `lacks`: words that none may hold; `options`: further ones of the command, `{folder}` being the
    input's; `beside`: files that lie beside it; `prepare`: makes what is no file; `heavy`: too slow for the suite.
    """

    name: str
    about: str
    content: Content
    outcome: Outcome = "done"
    codes: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    beside: Mapping[str, Content] = field(default_factory=dict)
    prepare: Callable[[Trap], None] | None = None
    heavy: bool = False
    family: str = ""

    def place(self, trap: Trap) -> Path:
        """Write the input, and what lies beside it, into the trap's folder; the input's path."""
        trap.folder.mkdir(parents=True, exist_ok=True)
        if self.prepare:
            self.prepare(trap)
        for name, content in (*self.beside.items(), (self.name, self.content)):
            path = trap.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            made = content(trap) if callable(content) else content
            path.write_bytes(made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made)
        return trap.folder / self.name


def all_cases() -> tuple[Case, ...]:
    """The inputs of all families, each told which it is of."""
    found = []
    for family in FAMILIES:
        cases: tuple[Case, ...] = importlib.import_module(f"tests.hostile.{family}").CASES
        found += [replace(case, family=family) for case in cases]
    return tuple(found)
