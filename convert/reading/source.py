"""What a reader is given: one input, and how it is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from convert.kit.limits import USUAL, Limits

if TYPE_CHECKING:
    from convert.kit.surroundings import Folder

MainContent = Literal["auto", "on", "off"]
Changes = Literal["accept", "reject"]


@dataclass(frozen=True, slots=True)
class Source:
    """One input.

    `name`: what it is called, for messages; `folder`: where pictures that it names may lie, None for nowhere; `roots`: folders
    where they may lie as well; `allow_net`: whether they may be fetched from the web;
    `main`: whether a web page is cut down to its main content (`auto`: where it is a whole page); `changes`: whether
    tracked changes are accepted or rejected; `guess`: whether headings and titles are told by their look and numbers
    where nothing marks them; `limits`: how much of anything it may have.
    """

    data: bytes
    name: str = ""
    folder: Folder = None
    main: MainContent = "auto"
    changes: Changes = "accept"
    guess: bool = True
    limits: Limits = USUAL
    roots: tuple[Path, ...] = ()
    allow_net: bool = False
