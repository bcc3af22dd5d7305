"""What holds the house up: layers, sizes, names, and papers that tell the truth about the tree."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from convert.catalogue import CATALOGUE
from convert.style import schema

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted((ROOT / "convert").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TREES = {path: ast.parse(path.read_text("utf-8")) for path in (*CODE, *TESTS)}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def shown(path: Path) -> str:
    """A path as a test's name."""
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    """All functions of a module, inner ones too."""
    return (node for node in ast.walk(TREES[path]) if isinstance(node, Function))


# --- layers and names ------------------------------------------------------------------------------------------------


def test_arrows_point_down() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_room_has_its_layer() -> None:
    layers = next(c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["type"] == "layers")["layers"]
    known = set(re.findall(r"\w+", " ".join(layers)))
    rooms = {
        path.stem for path in (ROOT / "convert").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert rooms - {"__init__", "__main__"} <= known


def test_the_struct_library_stays_where_it_is() -> None:
    """msgspec could be replaced: only these modules name it."""
    named = {
        shown(path).removeprefix("convert/") for path in CODE if re.search(r"\bmsgspec\b", path.read_text("utf-8"))
    }
    model = {"model/base.py", "model/document.py", "model/json.py"}
    assert named - {"cli/version.py", "bulk/recipes.py"} <= model | {
        "style/schema.py",
        "style/load.py",
        "diagnostics.py",
        "edits.py",
    }


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=shown)
def test_names_say_what_things_are(path: Path) -> None:
    assert not re.search(r"(^|_)(utils?|common|helpers?|shared|misc)(_|$)|^base_", path.stem)
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.ClassDef):
            assert not node.name.endswith(("Manager", "Handler", "Processor", "Helper", "Utils")), node.name
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"


@pytest.mark.parametrize("path", TESTS, ids=shown)
def test_tests_stand_where_what_they_test_stands(path: Path) -> None:
    room = path.relative_to(ROOT / "tests").parent
    if not path.name.startswith("test_") or room.parts[:1] in (
        (),
        ("conformance",),
        ("corpus",),
        ("commands",),
        ("fuzz",),
        ("documents",),
        ("properties",),
        ("security",),
    ):
        return
    tested = ROOT / "convert" / room / path.stem.removeprefix("test_")
    package = tested.parent.name == tested.name  # tests/passes/repair/test_repair.py tests the package
    assert tested.with_suffix(".py").is_file() or tested.is_dir() or package, "nothing in convert/ has that name"


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_what_comes_from_outside_is_opened_in_one_place(path: Path) -> None:
    """Zip files and XML: there the limits are held, and nothing is loaded that they name. `etree.fromstring` without a parser is
    for what we wrote ourselves."""
    room = path.relative_to(ROOT / "convert")
    used = {
        node.func.attr: node
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    if str(room) != "kit/xml.py":
        assert not used.keys() & {"XMLParser", "HTMLParser", "iterparse", "XMLPullParser"}
        parsed = [call for name, call in used.items() if name in ("fromstring", "XML", "parse_xml")]
        assert all(len(call.args) == 1 and not call.keywords for call in parsed)
    if str(room) != "kit/archive.py" and room.parts[0] != "bulk":  # archives there are as large as they like
        assert not used.keys() & {"ZipFile", "is_zipfile"}


# --- sizes and docstrings --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_modules_and_functions_are_small(path: Path) -> None:
    if path.name != "catalogue.py":  # a table
        assert len(path.read_text("utf-8").splitlines()) <= 400
    sizes = {f.name: (f.end_lineno or 0) - f.lineno + 1 for f in functions(path)}
    assert {name: size for name, size in sizes.items() if size > 60} == {}


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_what_is_public_is_explained(path: Path) -> None:
    tree = TREES[path]
    if tree.body:
        assert ast.get_docstring(tree), "the module"
    public = [n for n in tree.body if isinstance(n, Function | ast.ClassDef) and not n.name.startswith("_")]
    for owner in [node for node in public if isinstance(node, ast.ClassDef)]:
        public += [n for n in owner.body if isinstance(n, Function) and not n.name.startswith("_")]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


# --- the catalogue ---------------------------------------------------------------------------------------------------


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """The calls whose first argument is a code of the catalogue."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            code = node.args[0].value
            if isinstance(code, str) and code in CATALOGUE:
                yield code, node


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_findings_bring_what_their_message_asks_for(path: Path) -> None:
    for code, call in calls(TREES[path]):
        given = {keyword.arg for keyword in call.keywords}
        if (not given and len(call.args) > 1) or None in given:
            continue  # a function of its own that hands the arguments on, or **arguments
        entry = CATALOGUE[code]
        texts = (*entry.message.values(), *entry.hint.values())
        asked = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
        assert asked <= given, f"{code}, line {call.lineno}"


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_used_and_tested(code: str) -> None:
    """A rule of the repair names its code without `repair-`."""
    names = {f'"{code}"', f'"{code.removeprefix("repair-")}"'}
    used = [path for path in CODE if path.name != "catalogue.py" and any(n in path.read_text("utf-8") for n in names)]
    assert used, "nothing in convert/ reports it"
    words = re.compile(rf"(?<![\w-])(repair-)?{re.escape(code.removeprefix('repair-'))}(?![\w-])")
    tests = [path for path in (ROOT / "tests").rglob("*") if path.suffix in (".py", ".md")]
    assert any(words.search(path.read_text("utf-8")) for path in tests), "no test shows that it can happen"


# --- papers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAPERS, ids=shown)
def test_links_and_paths_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    links += re.findall(r'src="([^"]+)"', text)
    assert [link for link in links if not (path.parent / link).exists()] == []
    named = re.findall(r"`((?:convert|styles|tests|docs|\.ci)/[\w./-]*)`", text)
    assert [name for name in named if "NAME" not in name and not (ROOT / name).exists()] == []


def test_the_readme_is_short_and_has_its_two_commands() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert len(lines) <= 150
    assert "pip install . && triptych convert tests/fixtures/meeting-report.txt" in lines
    assert "pip install '.[test]' && pytest" in lines


def test_every_dependency_is_accounted_for() -> None:
    paper = (ROOT / "docs/dependencies.md").read_text("utf-8").lower()
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["project"]["dependencies"], *extras["measure"], *extras["test"]]
    names = [re.split(r"[<>=\[]", wish)[0] for wish in wanted]
    assert [name for name in names if name not in paper] == []


def test_every_key_of_a_style_is_explained() -> None:
    explained = set(re.findall(r"[`.](\w+)`", (ROOT / "docs/styles.md").read_text("utf-8")))
    sections = [kind for kind in vars(schema).values() if isinstance(kind, type) and issubclass(kind, schema.Section)]
    keys = {key for kind in sections if kind is not schema.StyleFile for key in kind.__struct_fields__}
    assert keys <= explained


def test_nothing_names_the_machine_it_was_written_on() -> None:
    folders = re.compile(r"(?<![\w.<])/(work|opt|root|home|Users)/\w")
    files = [*CODE, *TESTS, *PAPERS, *(ROOT / "styles").glob("*.*"), ROOT / "pyproject.toml", ROOT / ".ci/run"]
    assert [shown(path) for path in files if folders.search(path.read_text("utf-8"))] == []
