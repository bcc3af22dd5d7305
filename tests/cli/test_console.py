from __future__ import annotations

import io
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from convert.cli.console import Color, Console, close_quietly, language_of
from tests.cli.running import Terminal


def console(env: Mapping[str, str], *, terminal: bool = False, **settings: object) -> Console:
    kind = Terminal if terminal else io.TextIOWrapper
    streams = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO()), kind(io.BytesIO())
    return Console(*streams, env, **settings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("env", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "C", "LC_ALL": "zh_TW"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_first_variable_that_is_set_decides(env: dict[str, str], language: str) -> None:
    assert language_of(env) == language


@pytest.mark.parametrize(
    ("env", "terminal", "color", "colored"),
    [
        ({}, True, "auto", True),
        ({}, False, "auto", False),
        ({"NO_COLOR": "1"}, True, "auto", False),
        ({"NO_COLOR": ""}, True, "auto", True),
        ({"FORCE_COLOR": "1"}, False, "auto", True),
        ({"TERM": "dumb"}, True, "auto", False),
        ({"NO_COLOR": "1"}, False, "always", True),
        ({"FORCE_COLOR": "1"}, True, "never", False),
    ],
)
def test_colour_follows_the_option_then_the_environment(
    env: dict[str, str], terminal: bool, color: Color, colored: bool
) -> None:
    assert console(env, terminal=terminal, color=color).colored == colored


def test_a_bar_moves_only_before_a_person() -> None:
    assert console({}, terminal=True).shows_progress
    assert not console({}).shows_progress
    assert not console({"CI": "true"}, terminal=True).shows_progress
    assert not console({"TERM": "dumb"}, terminal=True).shows_progress
    assert not console({}, terminal=True, verbosity=-1).shows_progress


def test_a_pipe_gets_utf_8_whatever_the_locale_and_no_name_breaks_it() -> None:
    raw = io.BytesIO()
    streams = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(raw, "ascii"), io.TextIOWrapper(io.BytesIO())
    Console(*streams, {}).data("报告\udcff\n")
    assert raw.getvalue() == "报告\\udcff\n".encode()


def test_a_terminal_gets_what_it_can_show() -> None:
    raw = io.BytesIO()
    streams = io.TextIOWrapper(io.BytesIO()), Terminal(raw, "ascii"), io.TextIOWrapper(io.BytesIO())
    Console(*streams, {}).data("报\n")
    assert raw.getvalue() == b"\\u62a5\n"


def test_a_stream_whose_reader_has_gone_is_closed_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with path.open("w", buffering=1) as stream:
        close_quietly(stream)
        print("lost", file=stream)
    assert path.read_text() == ""
    close_quietly(io.StringIO())  # has no descriptor
    assert os.path.exists(os.devnull)
