"""The settings of a conversion: one frozen struct, made by the CLI or by a caller of the library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from convert.kit.limits import USUAL, Limits
from convert.reading.source import Changes, MainContent

RepairMode = Literal["off", "auto", "force"]
FontSource = Literal["auto", "bundled", "system"]
Roles = Literal["auto", "off"]


@dataclass(frozen=True, slots=True)
class Options:
    """How to convert.

    `source_format`: the name of a reader, "" to tell from the input; `style`: a style's name or a path to a .toml
    file; `settings`: `key=value` on top of the style; `repair`: whether a scrape is mended (`auto`: only what bears a
    scrape's marks); `roles`: whether official elements are recognised in bare text; `main`: whether a web page is cut
    down to its main content; `changes`: whether tracked changes are accepted or rejected; `fonts`: where faces are
    looked for, `font_folders` before anything else; `meta`: `key=value` for the metadata, over what
    `meta_file` says of the document (see `convert.reading.sidecar`); `jobs`: in how many processes a
    long document is written (more than one only where the calling program may be copied: see `convert.siblings`); `limits`: how much of
    anything an input may have; `roots`: folders whose pictures a document may show, besides its own; `allow_net`: whether
    pictures are fetched from the web (https alone).
    """

    source_format: str = ""
    style: str = "gbt9704"
    settings: tuple[str, ...] = ()
    repair: RepairMode = "auto"
    roles: Roles = "auto"
    main: MainContent = "auto"
    changes: Changes = "accept"
    fonts: FontSource = "auto"
    font_folders: tuple[Path, ...] = ()
    meta: tuple[str, ...] = ()
    meta_file: Path | None = None
    jobs: int = 1
    limits: Limits = USUAL
    roots: tuple[Path, ...] = ()
    allow_net: bool = False
