"""The options of the commands: how they are written, what they take, under which heading the help names them. Their texts are in
`convert.cli.texts`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from convert.bulk.kinds import Clash
from convert.cli import completion
from convert.cli.console import Color
from convert.config import FontSource, RepairMode, Roles
from convert.reading.source import Changes, MainContent

Verbose = Annotated[int, typer.Option("-v", "--verbose", count=True, rich_help_panel="messages")]
Quiet = Annotated[int, typer.Option("-q", "--quiet", count=True, rich_help_panel="messages")]
Colored = Annotated[Color, typer.Option("--color", rich_help_panel="messages")]
SourceFormat = Annotated[
    str, typer.Option("-f", "--from", metavar="FORMAT", autocompletion=completion.inputs, rich_help_panel="input")
]
Repair = Annotated[RepairMode, typer.Option("--repair", rich_help_panel="input")]
RolesOption = Annotated[Roles, typer.Option("--roles", rich_help_panel="input")]
MainOption = Annotated[MainContent, typer.Option("--main", rich_help_panel="input")]
ChangesOption = Annotated[Changes, typer.Option("--changes", rich_help_panel="input")]
Metadata = Annotated[list[str] | None, typer.Option("--meta", metavar="KEY=VALUE", rich_help_panel="input")]
Bounds = Annotated[list[str] | None, typer.Option("--limit", metavar="NAME=N", rich_help_panel="input")]
Roots = Annotated[list[Path] | None, typer.Option("--root", metavar="DIR", rich_help_panel="input")]
AllowNet = Annotated[bool, typer.Option("--allow-net", rich_help_panel="input")]
MetaFile = Annotated[Path | None, typer.Option("--meta-file", metavar="FILE", rich_help_panel="input")]

Inputs = Annotated[list[str] | None, typer.Argument(metavar="INPUT...")]
OutputFormats = Annotated[
    list[str] | None,
    typer.Option("-t", "--to", metavar="FORMATS", autocompletion=completion.outputs, rich_help_panel="output"),
]
OutputFile = Annotated[str, typer.Option("-o", "--output", metavar="FILE", rich_help_panel="output")]
OutputFolder = Annotated[str, typer.Option("-O", "--output-folder", metavar="DIR", rich_help_panel="output")]
RepairLog = Annotated[Path | None, typer.Option("--repair-log", metavar="FILE", rich_help_panel="output")]
ImageDpi = Annotated[int, typer.Option("--image-dpi", metavar="N", min=0, rich_help_panel="output")]
Processes = Annotated[int, typer.Option("-j", "--jobs", metavar="N", min=0, rich_help_panel="output")]

StyleName = Annotated[
    str, typer.Option("-s", "--style", metavar="STYLE", autocompletion=completion.styles, rich_help_panel="style")
]
Settings = Annotated[list[str] | None, typer.Option("--set", metavar="KEY=VALUE", rich_help_panel="style")]
Fonts = Annotated[FontSource, typer.Option("--fonts", rich_help_panel="style")]
FontFolders = Annotated[list[Path] | None, typer.Option("--font-dir", metavar="DIR", rich_help_panel="style")]

Include = Annotated[list[str] | None, typer.Option("--include", metavar="PATTERN", rich_help_panel="many")]
Exclude = Annotated[list[str] | None, typer.Option("--exclude", metavar="PATTERN", rich_help_panel="many")]
OnClash = Annotated[Clash, typer.Option("--on-clash", rich_help_panel="many")]
TextField = Annotated[str, typer.Option("--text-field", metavar="NAME", rich_help_panel="many")]
IdField = Annotated[str, typer.Option("--id-field", metavar="NAME", rich_help_panel="many")]
Timeout = Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0, rich_help_panel="many")]
MostMemory = Annotated[int, typer.Option("--max-memory", metavar="MB", min=0, rich_help_panel="many")]
Force = Annotated[bool, typer.Option("--force", rich_help_panel="many")]
ClusterAddress = Annotated[str, typer.Option("--cluster", metavar="ADDRESS", rich_help_panel="many")]

AsJson = Annotated[bool, typer.Option("--json", rich_help_panel="messages")]
Strict = Annotated[bool, typer.Option("--strict", rich_help_panel="messages")]
