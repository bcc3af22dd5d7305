"""Faces by name, and what they say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from convert.kit.fontfiles import NAMES_FILE, folder_faces
from convert.kit.fonts import Library, _every_face
from convert.kit.resources import fonts_folder
from tests.kit.list_faces import SUMS_FILE, names, sums

BUNDLED = sorted(fonts_folder().glob("*.[ot]tf"))


@pytest.mark.parametrize("path", BUNDLED, ids=lambda p: p.stem)
def test_faces_agree_with_an_independent_reading(path: Path) -> None:
    """Widths, coverage and measures as fontTools reads them."""
    truth = TTFont(path)
    face = Library("bundled", fonts_folder()).find(truth["name"].getDebugName(4))
    assert face is not None and face.path == path
    cmap, scale = truth.getBestCmap(), 1000 / truth["head"].unitsPerEm
    for char in "A1,应急，“”—\u3000":
        assert face.covers(char) == (ord(char) in cmap)
        if ord(char) in cmap:
            assert face.advance[char] == pytest.approx(truth["hmtx"][cmap[ord(char)]][0] * scale, abs=0.001)
    assert face.metrics.ascent == round(truth["hhea"].ascent * scale)
    assert face.metrics.weight == truth["OS/2"].usWeightClass
    assert face.may_embed


def test_names_are_found_in_any_spelling() -> None:
    library = Library("bundled", fonts_folder())
    faces = {library.find(name) for name in ("FandolFang R", "fandolfang", "FandolFang-Regular")}
    assert len(faces) == 1 and None not in faces
    assert library.find("No Such Face") is None


def test_a_family_name_means_its_regular_face() -> None:
    library = Library("bundled", fonts_folder())
    regular, bold = library.find("Liberation Serif"), library.find("Liberation Serif Bold")
    assert regular is not None and bold is not None
    assert (regular.metrics.weight, bold.metrics.weight) == (400, 700)


def test_own_folders_come_before_the_bundled_faces(tmp_path: Path, cache: Path) -> None:
    source = next(p for p in BUNDLED if p.stem == "LiberationMono-Regular")
    (tmp_path / "mine.ttf").write_bytes(source.read_bytes())
    face = Library("bundled", fonts_folder(), [tmp_path]).find("Liberation Mono")
    assert face is not None and face.path == tmp_path / "mine.ttf"


def test_files_that_are_no_fonts_are_passed_over(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    (tmp_path / "empty.otf").write_bytes(b"")
    assert folder_faces(tmp_path) == ()


def test_names_are_read_anew_only_when_a_file_changes(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    font = tmp_path / "mine.ttf"
    font.write_bytes((fonts_folder() / "LiberationMono-Regular.ttf").read_bytes())
    first = folder_faces(tmp_path)
    assert "Liberation Mono" in first[0][2]
    folder_faces.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr("convert.kit.fontfiles.face_names", lambda path: pytest.fail("read again"))
        assert folder_faces(tmp_path) == first
    folder_faces.cache_clear()
    font.write_bytes((fonts_folder() / "LiberationSans-Regular.ttf").read_bytes())
    assert "Liberation Sans" in folder_faces(tmp_path)[0][2]


def test_a_damaged_cache_costs_nothing_but_time(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "mine.ttf").write_bytes((fonts_folder() / "LiberationMono-Regular.ttf").read_bytes())
    (cache / "triptych").mkdir()
    (cache / "triptych" / "faces.json").write_text("{broken", "utf-8")
    assert len(folder_faces(tmp_path)) == 1


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    folder_faces.cache_clear()
    return folder


def test_every_bundled_face_comes_with_its_licence() -> None:
    licences = {p.name.split("-")[0] for p in (fonts_folder() / "licences").iterdir()}
    for path in BUNDLED:
        assert any(path.stem.lower().startswith(family) for family in licences), path.stem


def test_the_lists_beside_the_bundled_faces_are_true() -> None:
    """Outputs are the same bytes for the same version; the faces are part of the version."""
    folder = fonts_folder()
    assert (folder / SUMS_FILE).read_text("utf-8") == sums(folder)
    assert (folder / NAMES_FILE).read_text("utf-8") == names(folder)


THUMB = "\U0001f44d"


def made_font(path: Path, glyph: str, embedding: int = 0, family: str = "Emoji") -> None:
    """A font whose 👍 (and U+E000) is the outline of a letter, or none."""
    font = TTFont(fonts_folder() / "LiberationMono-Regular.ttf")
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format == 12:
            table.cmap |= {ord(THUMB): glyph, 0xE000: glyph}
    if not any(table.format == 12 for table in font["cmap"].tables):
        table = CmapSubtable.newSubtable(12)
        table.platformID, table.platEncID, table.language = 3, 10, 0
        table.cmap = {**font.getBestCmap(), ord(THUMB): glyph, 0xE000: glyph}
        font["cmap"].tables.append(table)
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = family.replace(" ", "")
    font["OS/2"].fsType = embedding
    font.save(path)


def test_a_stray_may_be_set_in_any_face_that_draws_it(tmp_path: Path, cache: Path) -> None:
    made_font(tmp_path / "a.ttf", "space", family="Colours")  # the outline of an emoji that is a picture
    made_font(tmp_path / "b.ttf", "A", embedding=2, family="Forbidden")
    library = Library("bundled", fonts_folder(), [tmp_path])
    assert library.covering(THUMB) is None
    made_font(tmp_path / "c.ttf", "A", family="Good")
    folder_faces.cache_clear()
    _every_face.cache_clear()
    face = Library("bundled", fonts_folder(), [tmp_path]).covering(THUMB)
    assert face is not None and face.path == tmp_path / "c.ttf"


def test_private_use_characters_mean_something_else_in_each_face(tmp_path: Path, cache: Path) -> None:
    made_font(tmp_path / "a.ttf", "A")
    library = Library("bundled", fonts_folder(), [tmp_path])
    assert library.covering(THUMB) is not None
    assert library.covering("\ue000") is None
    assert library.covering("\u0378") is None
