from __future__ import annotations

from pathlib import Path

import pytest

from convert.diagnostics import Report, StyleError
from convert.kit.fonts import Library
from convert.kit.resources import fonts_folder
from convert.layout.faces import Typefaces
from convert.model.build import para
from convert.style.compute import read_sheet
from tests.kit.test_fonts import THUMB, made_font
from tests.layout.composing import composed


def typefaces(texts: dict[str, str], report: Report | None = None, *settings: str) -> Typefaces:
    """The faces for some texts by font role, from the bundled ones."""
    library = Library("bundled", fonts_folder())
    return Typefaces(read_sheet("gbt9704", settings), library, texts, report or Report())


def test_han_and_latin_are_set_in_their_own_faces() -> None:
    face = typefaces({"fangsong": "会议PM2.5"})["fangsong"]
    spans = [(start, end, found.full_name) for start, end, found in face.runs("会议PM2.5指出") if found]
    assert spans == [(0, 2, "FandolFang R"), (2, 7, "Liberation Serif"), (7, 9, "FandolFang R")]


def test_a_face_that_is_not_installed_is_reported_once_with_its_stand_in() -> None:
    report = Report()
    typefaces({"hei": "会议"}, report)
    found = {(d.args["wanted"], d.args["used"]) for d in report.diagnostics if d.code == "font-substituted"}
    assert found == {("黑体", "FandolHei"), ("Arial", "Liberation Sans")}


def test_the_wanted_face_is_no_substitution() -> None:
    report = Report()
    typefaces({"hei": "会议"}, report, "fonts.hei.cjk=['FandolHei']", "fonts.hei.latin=['Liberation Sans']")
    assert report.diagnostics == []


def test_a_face_that_lacks_much_of_the_text_gives_way_to_the_next() -> None:
    """㙍㙓㙘 are in no GB 2312 face."""
    rare = typefaces({"fangsong": "㙍㙓㙘会议"})["fangsong"]
    assert rare.cjk.full_name.startswith("Noto Serif SC")


def test_a_stray_is_set_in_another_face_alone() -> None:
    common = "".join(map(chr, range(0x4E00, 0x9FA5)))
    text = "".join(char for char in common if typefaces({"kai": char})["kai"].cjk.full_name == "FandolKai")[:400]
    face = typefaces({"kai": f"{text}㙍"})["kai"]
    assert face.cjk.full_name == "FandolKai"
    other = face.face_of("㙍", face.cjk)
    assert other is not None
    assert other.full_name.startswith("Noto Serif SC")


def test_what_no_face_of_the_style_has_is_set_in_any_that_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "fonts").mkdir()
    made_font(tmp_path / "fonts" / "emoji.ttf", "A")
    library = Library("bundled", fonts_folder(), [tmp_path / "fonts"])
    face = Typefaces(read_sheet("gbt9704", ()), library, {"fangsong": f"会议{THUMB}\ue000"}, Report())["fangsong"]
    found = [(start, end, face and face.path.name) for start, end, face in face.runs(f"会{THUMB}\ue000议")]
    fang = face.cjk.path.name
    assert found == [(0, 1, fang), (1, 2, "emoji.ttf"), (2, 3, None), (3, 4, fang)]


def test_a_style_whose_faces_are_all_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StyleError) as caught:
        typefaces({"kai": "会议"}, None, "fonts.kai.cjk=['No Such Face']")
    assert caught.value.diagnostic.code == "font-none"
    assert "No Such Face" in str(caught.value)


def test_only_the_roles_that_are_used_are_looked_for() -> None:
    assert set(composed(para("会议")).faces) >= {"fangsong"}
    assert "mono" not in composed(para("会议")).faces
