from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from convert.diagnostics import StyleError
from convert.style.load import load_style, style_names

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a style file; gives its path."""

    def write_style(text: str, name: str = "own") -> str:
        path = tmp_path / f"{name}.toml"
        path.write_text(text, "utf-8")
        return str(path)

    return write_style


def refused(name: str, settings: tuple[str, ...] = ()) -> StyleError:
    """The error that loading the style raises."""
    with pytest.raises(StyleError) as caught:
        load_style(name, settings)
    assert caught.value.exit_code == 2
    return caught.value


def test_the_styles_that_come_along_load() -> None:
    assert "gbt9704" in style_names()
    for name in style_names():
        style = load_style(name)
        assert style.name == name
        assert set(style.title) == {"en", "zh"}


def test_an_overlay_changes_what_it_names_and_nothing_else(write: Write) -> None:
    own = load_style(write('extends = "gbt9704"\n[roles.title]\nsize_pt = 24\n[spans.stamp]\ncolor = "#c00000"\n'))
    base = load_style("gbt9704")
    assert own.roles["title"] == msgspec.structs.replace(base.roles["title"], size_pt=24)
    assert own.spans["stamp"].color == "#c00000"
    assert {**own.roles, "title": base.roles["title"]} == base.roles
    assert (own.page, own.fonts, own.grid) == (base.page, base.fonts, base.grid)


def test_an_overlay_may_extend_its_neighbour(write: Write) -> None:
    write('extends = "gbt9704"\n[page]\ntop_mm = 30\n', "house")
    assert load_style(write('extends = "house"\n')).page.top_mm == 30


def test_an_overlay_may_bear_the_name_of_what_it_extends(write: Write) -> None:
    assert load_style(write('extends = "gbt9704"\n[page]\ntop_mm = 30\n', "gbt9704")).page.top_mm == 30


def test_lists_are_replaced_whole(write: Write) -> None:
    own = load_style(write('extends = "gbt9704"\n[lists]\nbullets = ["*"]\n'))
    assert own.lists.bullets == ("*",)


def test_settings_lie_on_top() -> None:
    style = load_style(
        "gbt9704", ("page.top_mm=30", "roles.title.font=hei", "page.mirror=true", 'roles.body.align="left"')
    )
    assert (style.page.top_mm, style.page.mirror) == (30, True)
    assert (style.roles["title"].font, style.roles["body"].align) == ("hei", "left")


@pytest.mark.parametrize("setting", ["page.top_mm", "=3", "page..top_mm=3", "name.x=3", "页=3 4"])
def test_a_setting_that_cannot_be_understood(setting: str) -> None:
    error = refused("gbt9704", (setting,))
    assert error.diagnostic.code in ("setting-syntax", "style-value")
    if error.diagnostic.code == "setting-syntax":
        assert setting in str(error)


def test_a_setting_without_a_value_is_a_syntax_error() -> None:
    assert refused("gbt9704", ("page.top_mm",)).diagnostic.code == "setting-syntax"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("[page]\ntop = 3", "page"),
        ('[page]\ntop_mm = "37"', "page.top_mm"),
        ("[grid]\nlines = 2.5", "grid.lines"),
        ("[grid]\nlines = true", "grid.lines"),
        ('[roles.body]\nsize_pt = "16pt"', "roles.body.size_pt"),
        ('[roles.body]\nalign = "middle"', "roles.body.align"),
        ("[roles.body]\nsise_pt = 16", "roles.body"),
        ('[spans.strong]\nline = "wavy"', "spans.strong.line"),
        ('[fonts.song]\ncjk = "宋体"', "fonts.song.cjk"),
        ('[lists]\ntasks = ["□"]', "lists.tasks"),
        ("[page]\nwidth_mm = 1e300", "page.width_mm"),
        ("[page]\nheight_mm = nan", "page.height_mm"),
        ("[grid]\nlines = 1000000", "grid.lines"),
        ("roles = 3", "roles"),
        ("colour = 3", "(top level)"),
    ],
)
def test_a_wrong_value_is_refused_by_file_and_key(write: Write, line: str, key: str) -> None:
    path = write(f"{line}\n")
    error = refused(path)
    assert error.diagnostic.code == "style-value"
    assert error.diagnostic.args["key"] == key
    assert error.diagnostic.args["style"] == path


def test_a_wrong_value_in_a_parent_names_the_parent(write: Write) -> None:
    parent = write("[page]\ntop = 3\n", "parent")
    assert refused(write('extends = "parent"\n')).diagnostic.args["style"] == parent


@pytest.mark.parametrize("text", ["[page", "page = ", "a = 1\na = 2"])
def test_what_is_not_toml(write: Write, text: str) -> None:
    assert refused(write(text)).diagnostic.code == "style-syntax"


def test_what_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes('name = "公文"'.encode("gb18030"))
    assert refused(str(path)).diagnostic.code == "style-syntax"


def test_a_missing_style_is_answered_with_those_there_are() -> None:
    error = refused("no-such-style")
    assert error.diagnostic.code == "style-not-found"
    assert "gbt9704" in error.diagnostic.hint()
    assert refused("no/such/file.toml").diagnostic.code == "style-not-found"


def test_a_missing_parent_is_not_found(write: Write) -> None:
    assert refused(write('extends = "no-such-style"\n')).diagnostic.code == "style-not-found"


def test_styles_that_extend_each_other(write: Write) -> None:
    write('extends = "b"\n', "a")
    assert refused(write('extends = "a"\n', "b")).diagnostic.code == "style-extends"


@pytest.mark.parametrize(
    "parent", ["../parent", "/etc/parent", "..\\\\parent", "parent.toml", "c:parent", "sub/parent"]
)
def test_a_style_extends_what_has_a_name_alone(write: Write, parent: str) -> None:
    """A style that a stranger wrote reads no file elsewhere."""
    found = refused(write(f'extends = "{parent}"\n')).diagnostic
    assert (found.code, found.args["key"]) == ("style-value", "extends")
