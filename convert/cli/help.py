"""Help in the user's language: an example first, then the parameters by group, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from convert.catalogue import Language
from convert.cli.texts import TEXTS
from convert.diagnostics import UsageError
from convert.kit.cjk import display_em

_GROUPS = ("input", "output", "many", "style", "messages", "other")
_WIDEST_NAME = 30  # columns


class LocalCommand(TyperCommand):
    """A command whose `--help` comes from the table of texts."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help; `ctx.obj` is the run's console."""
        formatter.write("\n".join(command_help(self, ctx, ctx.obj.language)) + "\n")

    def get_help_option(self, ctx: Any) -> Any:
        """The `--help` option, made to print on the run's own stdout."""
        return _printing(super().get_help_option(ctx))


class LocalGroup(TyperGroup):
    """The command itself, whose `--help` comes from the table of texts."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help; `ctx.obj` is the run's console."""
        formatter.write("\n".join(group_help(self, ctx, ctx.obj.language)) + "\n")

    def get_help_option(self, ctx: Any) -> Any:
        """The `--help` option, made to print on the run's own stdout."""
        return _printing(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names. Raises UsageError (`command-unknown`)."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise UsageError("command-unknown", name=args[0], known=", ".join(self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


def _printing(option: Any) -> Any:
    def show(ctx: Any, _param: Any, wanted: bool) -> None:
        if wanted:
            ctx.obj.data(ctx.get_help() + "\n")
            raise typer.Exit

    if option is not None:
        option.callback = show
    return option


def group_help(group: TyperGroup, ctx: Any, language: Language) -> Iterator[str]:
    """The lines of `triptych --help`."""
    yield _text("about", language)
    yield ""
    yield _text("usage", language).format(usage=f"{ctx.command_path} COMMAND …")
    yield from _example("", ctx.command_path, language)
    commands = [(name, _text(f"{name}.about", language)) for name in group.list_commands(ctx)]
    yield from _table(_text("group.commands", language), commands)
    yield from _table(_text("group.other", language), [_row(p, "", language) for p in group.get_params(ctx)])


def command_help(command: TyperCommand, ctx: Any, language: Language) -> Iterator[str]:
    """The lines of `triptych COMMAND --help`."""
    name = command.name or ""
    arguments = [p.metavar or "" for p in command.params if p.param_type_name == "argument"]
    yield _text(f"{name}.about", language)
    yield ""
    yield _text("usage", language).format(usage=" ".join([ctx.command_path, _text("options", language), *arguments]))
    yield from _example(name, ctx.find_root().command_path, language)
    groups: dict[str, list[tuple[str, str]]] = {}
    for param in command.get_params(ctx):
        argument = param.param_type_name == "argument"
        group = "input" if argument else getattr(param, "rich_help_panel", None) or "other"
        groups.setdefault(group, []).append(_row(param, name, language))
    for group in _GROUPS:
        if group in groups:
            yield from _table(_text(f"group.{group}", language), groups[group])


def _example(name: str, program: str, language: Language) -> Iterator[str]:
    yield ""
    yield _text("group.example", language)
    yield f"  {program} {_text(f'{name}.example' if name else 'example', language)}"


def _row(param: Any, command: str, language: Language) -> tuple[str, str]:
    """A parameter's name as it is written, and its text: the command's own, else that of all commands."""
    if param.param_type_name == "argument":
        written = param.metavar
    else:
        choices = getattr(param.type, "choices", None)
        value = "|".join(choices) if choices else "" if param.is_flag or param.count else param.metavar
        written = ", ".join(sorted(param.opts, key=len)) + (f" {value}" if value else "")
    key = f"{command}.{param.name}"
    return written, _text(key if key in TEXTS else f"any.{param.name}", language)


def _table(heading: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    column = min(max(_columns(name) for name, _ in rows), _WIDEST_NAME) + 2
    yield ""
    yield heading
    for name, text in rows:
        if _columns(name) + 2 > column:
            yield f"  {name}"
            name = ""
        yield f"  {name}{' ' * (column - _columns(name))}{text}"


def _columns(text: str) -> int:
    """Columns that the text takes on a terminal: two for a Chinese character."""
    return round(2 * display_em(text))


def _text(key: str, language: Language) -> str:
    return TEXTS[key][language]
