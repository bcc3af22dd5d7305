"""The commands. A body builds what one function needs, calls it, and gives back the exit code.

Help texts are not here but in `convert.cli.texts`, by the names of command and parameter; a parameter's
`rich_help_panel` names its group there.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from convert.bulk.kinds import Selection, is_address
from convert.catalogue import CATALOGUE
from convert.cli import completion
from convert.cli.console import Color, Console
from convert.cli.jobs import are_many, plan, processors
from convert.cli.parameters import (
    AllowNet,
    AsJson,
    Bounds,
    ChangesOption,
    ClusterAddress,
    Colored,
    Exclude,
    FontFolders,
    Fonts,
    Force,
    IdField,
    ImageDpi,
    Include,
    Inputs,
    MainOption,
    Metadata,
    MetaFile,
    MostMemory,
    OnClash,
    OutputFile,
    OutputFolder,
    OutputFormats,
    Processes,
    Quiet,
    Repair,
    RepairLog,
    RolesOption,
    Roots,
    Settings,
    SourceFormat,
    Strict,
    StyleName,
    TextField,
    Timeout,
    Verbose,
)
from convert.cli.rendering import json_text
from convert.config import Options
from convert.diagnostics import UsageError
from convert.formats import INPUTS, OUTPUTS, input_format

if TYPE_CHECKING:
    from convert.cli.inspection import Shown

_DEFAULTS = Options()

Form = Literal["text", "json", "github", "sarif"]
_LOGS = ("github", "sarif")  # forms of findings, which a table of rules does not have


def _console(context: typer.Context, verbose: int = 0, quiet: int = 0, color: Color = "auto") -> Console:
    console: Console = context.obj
    console.verbosity, console.color = verbose - quiet, color
    return console


def convert(
    context: typer.Context,
    inputs: Inputs = None,
    source_format: SourceFormat = "",
    repair: Repair = "auto",
    roles: RolesOption = "auto",
    main: MainOption = "auto",
    changes: ChangesOption = "accept",
    meta: Metadata = None,
    meta_file: MetaFile = None,
    limits: Bounds = None,
    roots: Roots = None,
    allow_net: AllowNet = False,
    formats: OutputFormats = None,
    output: OutputFile = "",
    folder: OutputFolder = "",
    repair_log: RepairLog = None,
    style: StyleName = _DEFAULTS.style,
    settings: Settings = None,
    fonts: Fonts = "auto",
    font_folders: FontFolders = None,
    image_dpi: ImageDpi = 0,
    processes: Processes = 0,
    include: Include = None,
    exclude: Exclude = None,
    clash: OnClash = "error",
    text_field: TextField = "text",
    id_field: IdField = "id",
    timeout: Timeout = 0,
    memory: MostMemory = 0,
    force: Force = False,
    cluster: ClusterAddress = "",
    as_json: AsJson = False,
    strict: Strict = False,
    verbose: Verbose = 0,
    quiet: Quiet = 0,
    color: Colored = "auto",
) -> int:
    """Print reports as PDF, DOCX and EPUB."""
    from convert.cli.conversion import run_one

    jobs = processes or processors()
    dpi = (f"pictures.dpi={image_dpi}",) if image_dpi else ()
    options = Options(
        source_format, style, (*(settings or ()), *dpi), repair, roles, main, changes, fonts,
        tuple(font_folders or ()), tuple(meta or ()), meta_file, jobs,
        _DEFAULTS.limits.with_settings(limits or ()), tuple(roots or ()), allow_net,
    )  # fmt: skip
    _check(options)
    if as_json and output == "-":
        raise UsageError("option-conflict", first="--json", second="-o -")
    console, words = _console(context, verbose, quiet, color), inputs or []
    if not (output or repair_log) and (are_many(words) or is_address(folder) or cluster or timeout or memory or force):
        from convert.cli.bulk import Request, run_request

        selection = Selection(tuple(include or ()), tuple(exclude or ()), text_field, id_field, clash)
        request = Request(words, tuple(formats or ()), folder, selection, jobs, timeout, memory, force, cluster)
        return run_request(console, request, options, as_json=as_json, strict=strict)
    job = plan(words, formats or [], output, Path(folder) if folder else None, repair_log)
    return run_one(console, job, options, as_json=as_json, strict=strict, repair_log=repair_log)


def _check(options: Options) -> None:
    """Raises UsageError for what can be seen to be wrong before anything is read."""
    if options.source_format:
        input_format(options.source_format, "")
    for folder in options.font_folders:
        if not folder.is_dir():
            raise UsageError("font-folder", path=folder)
    for root in options.roots:
        if not root.is_dir():
            raise UsageError("root-folder", path=root)
    if options.meta_file:
        from convert.reading.sidecar import read_sidecar

        read_sidecar(options.meta_file)


def _alone(option: str, others: Mapping[str, object]) -> None:
    """Raises UsageError for the first of the others that is given: `option` would let it pass in silence."""
    for name, given in others.items():
        if given:
            raise UsageError("option-conflict", first=option, second=name)


def inspect(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FILE")],
    source_format: SourceFormat = "",
    repair: Repair = "auto",
    roles: RolesOption = "auto",
    main: MainOption = "auto",
    changes: ChangesOption = "accept",
    limits: Bounds = None,
    roots: Roots = None,
    allow_net: AllowNet = False,
    as_json: Annotated[bool, typer.Option("--json", rich_help_panel="output")] = False,
    positions: Annotated[bool, typer.Option("--positions", rich_help_panel="output")] = False,
    repairs: Annotated[bool, typer.Option("--repairs", rich_help_panel="output")] = False,
    verbose: Verbose = 0,
    quiet: Quiet = 0,
    color: Colored = "auto",
) -> int:
    """Show what was understood of a file."""
    from convert.cli.inspection import inspect_source

    if as_json and repairs:
        raise UsageError("option-conflict", first="--json", second="--repairs")
    console = _console(context, verbose, quiet, color)
    shown: Shown = "json" if as_json else "repairs" if repairs else "tree"
    bounds = _DEFAULTS.limits.with_settings(limits or ())
    options = Options(
        source_format=source_format, repair=repair, roles=roles, main=main, changes=changes, limits=bounds,
        roots=tuple(roots or ()), allow_net=allow_net,
    )  # fmt: skip
    _check(options)
    return inspect_source(console, source, options, shown, positions=positions)


def check(
    context: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...")] = None,
    style: StyleName = "",
    settings: Settings = None,
    limits: Bounds = None,
    select: Annotated[list[str] | None, typer.Option("--select", metavar="RULE", rich_help_panel="style")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", rich_help_panel="style")] = None,
    against: Annotated[str, typer.Option("--against", metavar="SOURCE", rich_help_panel="input")] = "",
    fix: Annotated[bool, typer.Option("--fix", rich_help_panel="output")] = False,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", rich_help_panel="output")] = "",
    rules: Annotated[bool, typer.Option("--rules", rich_help_panel="output")] = False,
    form: Annotated[Form, typer.Option("--format", rich_help_panel="output")] = "text",
    as_json: Annotated[bool, typer.Option("--json", rich_help_panel="output")] = False,
    strict: Strict = False,
    verbose: Verbose = 0,
    quiet: Quiet = 0,
    color: Colored = "auto",
) -> int:
    """Check finished files against the standard."""
    from convert.cli.checking import check_files, chosen, list_rules

    console = _console(context, verbose, quiet, color)
    if as_json and form not in ("text", "json"):
        raise UsageError("option-conflict", first="--json", second=f"--format {form}")
    wanted: Form = "json" if as_json else form
    table = chosen(select or (), ignore or ())
    if rules:
        _alone(
            "--rules",
            {"FILE": files, "--against": against, "--fix": fix, "-o": output, f"--format {form}": form in _LOGS},
        )
        return list_rules(console, table, wanted)
    if not files:
        raise UsageError("argument-missing", name="FILE", command="triptych check")
    bounds = _DEFAULTS.limits.with_settings(limits or ())
    options = Options(style=style, settings=tuple(settings or ()), limits=bounds)
    if fix or output:
        from convert.cli.fixing import fix_file, fixing

        return fix_file(console, fixing(files, output, wanted, fix=fix, against=against), options, table, wanted)
    return check_files(console, files, options, table, wanted, strict=strict, against=against)


def formats(context: typer.Context) -> int:
    """List what can be read and written."""
    console = _console(context)
    for heading, table in (
        ("formats.read", {f.name: (" ".join(f.suffixes), f.about) for f in INPUTS.values()}),
        ("formats.write", {f.name: (f.suffix, f.about) for f in OUTPUTS.values()}),
    ):
        console.data(console.text(heading) + "\n")
        names, suffix_lists = max(map(len, table)), max(len(suffixes) for suffixes, _ in table.values())
        for name, (suffixes, about) in table.items():
            console.data(f"  {name:<{names}}  {suffixes:<{suffix_lists}}  {about[console.language]}\n")
    return 0


def styles(context: typer.Context) -> int:
    """List the styles that come with Triptych."""
    from convert.style.load import load_style, style_names

    console, names = _console(context), style_names()
    width = max(map(len, names))
    for name in names:
        console.data(f"{name:<{width}}  {load_style(name).title.get(console.language, '')}".rstrip() + "\n")
    return 0


def explain(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="[CODE]", autocompletion=completion.codes)] = "",
) -> int:
    """Say what a message means."""
    console = _console(context)
    if not code:
        console.data("".join(f"{name:<26}{entry.severity}\n" for name, entry in sorted(CATALOGUE.items())))
        return 0
    if code not in CATALOGUE:
        near = difflib.get_close_matches(code, CATALOGUE, n=1)
        raise UsageError("code-unknown", name=code, near=f"{near[0]}? " if near else "")
    entry = CATALOGUE[code]
    parts = [f"{code} ({entry.severity})", "  " + entry.message[console.language], "", entry.about[console.language]]
    if entry.hint[console.language]:
        parts.append(console.text("hint", hint=entry.hint[console.language]))
    console.data("\n".join(parts) + "\n")
    return 0


def schema(
    context: typer.Context,
    of: Annotated[Literal["document", "metadata"], typer.Argument(metavar="[WHAT]")] = "document",
) -> int:
    """Print a JSON Schema: of the document model, or of the metadata in front matter."""
    from convert.model.json import schema as document_schema
    from convert.reading.fields import metadata_schema

    wanted = metadata_schema() if of == "metadata" else document_schema()
    _console(context).data(json_text(wanted, 2))
    return 0


def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version")] = False,
) -> int:
    """Triptych itself, called without a command."""
    console = _console(context)
    if version:
        from convert.cli.version import version_line

        console.data(version_line() + "\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        console.data(context.get_help() + "\n")
    return 0
