from __future__ import annotations

import os
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from convert.bulk import recipes
from convert.bulk.recipes import LIBRARIES, own_recipe, recipe
from convert.config import Options
from convert.kit.resources import fonts_folder

OPTIONS = Options(fonts="bundled")
TALK = {"rich", "typer"}  # what the command talks with


def test_options_and_formats_decide() -> None:
    assert recipe(OPTIONS, ("pdf",)) != recipe(OPTIONS, ("pdf", "epub"))
    assert recipe(OPTIONS, ("pdf", "epub")) == recipe(OPTIONS, ("epub", "pdf"))
    assert recipe(OPTIONS, ()) != recipe(Options(fonts="bundled", settings=("page.top_mm=35",)), ())
    assert recipe(OPTIONS, ()) == recipe(Options(fonts="bundled", jobs=4), ())


def test_the_content_of_a_style_and_of_what_it_extends_decides(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('extends = "base"\n')
    found = set()
    for top in (35, 36):
        (tmp_path / "base.toml").write_text(f'extends = "gbt9704"\n[page]\ntop_mm = {top}\n')
        found.add(recipe(Options(style=str(tmp_path / "house.toml")), ("pdf",)))
    assert len(found) == 2


def test_faces_that_the_style_names_decide_where_they_are_the_machine_s(tmp_path: Path) -> None:
    face = next(fonts_folder().glob("*.otf"))
    shutil.copy(face, tmp_path / face.name)
    options = Options(fonts="bundled", font_folders=(tmp_path,))
    first = recipe(options, ("pdf",))
    assert first == recipe(options, ("pdf",)) and recipe(options, ("json",)) != recipe(OPTIONS, ("json",))
    os.utime(tmp_path / face.name, (1, 1))
    assert recipe(options, ("pdf",)) != first


def test_versions_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    first = recipe(OPTIONS, ("json",))
    monkeypatch.setattr(recipes, "version_of", lambda name: "9.9" if name == "lxml" else "1.0")
    second = recipe(OPTIONS, ("json",))
    monkeypatch.setattr(recipes, "version_of", lambda _: "1.0")
    assert len({first, second, recipe(OPTIONS, ("json",))}) == 3


def test_all_that_documents_are_made_with_is_among_the_libraries() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.match(r"[\w-]+", each)[0].lower() for each in project["dependencies"]}  # type: ignore[index]
    assert needed - TALK == set(LIBRARIES)


def test_a_document_s_own_metadata_decides() -> None:
    assert own_recipe("r", OPTIONS, "a.md", ()) != own_recipe("r", OPTIONS, "a.md", ("number=1",))
    assert own_recipe("r", OPTIONS, "a.md", ("number=\udcff",))  # whatever the name of a field is made of
