"""The command as a whole: its parts put together, and what becomes of every way it can end.

Exit codes: 0 all written · 1 an input failed, or `check` found something · 2 called or set up wrongly · 3 warnings under `--strict` · 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

import typer
from typer.exceptions import TyperException

from convert.cli import commands
from convert.cli.console import Console, close_quietly
from convert.cli.help import LocalCommand, LocalGroup
from convert.cli.rendering import show
from convert.diagnostics import ConvertError, Diagnostic, UsageError, diagnostic

PROGRAM = "triptych"
FAILED, INTERRUPTED = 1, 130
_COMPLETE = "_TRIPTYCH_COMPLETE"

COMMANDS = (
    commands.convert,
    commands.inspect,
    commands.check,
    commands.formats,
    commands.styles,
    commands.explain,
    commands.schema,
)


def main(
    argv: Sequence[str] | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    env: Mapping[str, str] | None = None,
) -> int:
    """Run the command; the exit code. Whatever is not given is the process's own."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    console = Console(
        stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr, os.environ if env is None else env
    )
    try:
        return _run(arguments, console)
    except KeyboardInterrupt:
        console.say(console.text("interrupted"), least=-1)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        close_quietly(console.stdout)
        return FAILED
    except ConvertError as error:
        show(console, error.diagnostic)
        return error.exit_code
    except Exception as error:
        from convert.cli.bugs import tell_bug

        show(console, tell_bug(console, error))
        return FAILED


def _run(arguments: list[str], console: Console) -> int:
    command = build()
    if _COMPLETE in console.env:  # a shell asks what a word could become
        command.main(prog_name=PROGRAM)
    try:
        with command.make_context(PROGRAM, arguments, obj=console) as context:
            code: int = command.invoke(context)
            return code
    except typer.Exit as end:
        return end.exit_code
    except TyperException as error:
        show(console, usage_finding(error))
        return UsageError.exit_code


def build() -> Any:
    """The command line's parser."""
    app = typer.Typer(rich_markup_mode=None, cls=LocalGroup, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(commands.root)
    for command in COMMANDS:
        app.command(cls=LocalCommand)(command)
    return typer.main.get_command(app)


def usage_finding(error: TyperException) -> Diagnostic:
    """What the parser objects to, in our own words."""
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else PROGRAM
    if isinstance(error, typer.BadParameter) and error.param is not None:
        param: Any = error.param
        if not error.message:
            return diagnostic("argument-missing", name=param.metavar, command=command)
        if hasattr(param.type, "choices"):
            return diagnostic("option-value", option=max(param.opts, key=len), known=", ".join(param.type.choices))
    if hasattr(error, "possibilities"):  # of an option that is not there
        return diagnostic("option-unknown", option=getattr(error, "option_name", ""), command=command)
    return diagnostic("usage", reason=error.format_message().rstrip("."), command=command)
