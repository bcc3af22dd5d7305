from __future__ import annotations

import pytest

from convert.catalogue import Language
from convert.cli.app import COMMANDS, build
from convert.cli.texts import TEXTS
from convert.kit.cjk import has_han
from tests.cli.running import triptych

NAMES = [command.__name__ for command in COMMANDS]
LOCALES = {"en": "C", "zh": "zh_CN.UTF-8"}


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_names_every_parameter_and_fits_a_terminal(name: str, language: Language) -> None:
    ran = triptych(*filter(None, [name]), "--help", env={"LC_ALL": LOCALES[language]})
    assert ran.code == 0
    assert has_han(ran.out) == (language == "zh")
    command = build().commands[name] if name else build()
    for param in command.params:
        assert (param.metavar if param.param_type_name == "argument" else max(param.opts, key=len)) in ran.out
    assert TEXTS["group.example"][language] in ran.out
    assert max(map(len, ran.out.splitlines())) <= 110


@pytest.mark.parametrize("name", [name for name in NAMES if name != "schema"])
def test_the_example_of_the_help_is_understood(name: str) -> None:
    """As far as the parser goes: the file in it is not there."""
    for language in ("en", "zh"):
        ran = triptych(*TEXTS[f"{name}.example"][language].split())
        assert ran.code in (0, 1)
        assert "input-not-found" in ran.err or not ran.err


def test_the_texts_are_all_used() -> None:
    """A key belongs to a command, to a parameter, or is named in the code."""
    parameters = {f"{c.name}.{p.name}" for c in build().commands.values() for p in c.params}
    anywhere = {f"any.{p.rpartition('.')[2]}" for p in parameters} | {f"any.{p.name}" for p in build().params}
    commands = {f"{name}.{part}" for name in NAMES for part in ("about", "example")}
    said = {key for key in TEXTS if "." not in key or key.startswith(("group.", "formats."))}
    assert set(TEXTS) <= parameters | anywhere | commands | said | {"any.help"}
