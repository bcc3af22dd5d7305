"""What a run loads: the heavy libraries only where they work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = (
    "PIL",
    "charset_normalizer",
    "docx",
    "ebooklib",
    "hashlib",
    "lxml",
    "opencc",
    "reportlab",
    "rich",
    "rjieba",
    "uharfbuzz",
)
PYDANTIC = ("pydantic",)  # what a newer Typer would bring along

RUN = """
import sys
from convert.cli.app import main
code = main(sys.argv[1:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
IMPORT = "import sys, convert; print(0, *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"


def loaded(program: str, *argv: str, folder: Path = ROOT) -> set[str]:
    """The top-level modules that a fresh process has loaded at its end."""
    command = [sys.executable, "-c", program, *argv]
    env = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    result = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True)
    code, *modules = result.stderr.splitlines()[-1].split()
    assert code == "0", result.stderr
    return set(modules)


@pytest.mark.parametrize(
    "argv", [("--version",), ("--help",), ("convert", "--help"), ("formats",), ("styles",), ("explain",), ("schema",)]
)
def test_words_about_the_command_load_none_of_the_libraries(argv: tuple[str, ...]) -> None:
    assert loaded(RUN, *argv) & {*HEAVY, *PYDANTIC} == set()


def test_importing_the_package_loads_nothing_but_it() -> None:
    assert loaded(IMPORT) & {*HEAVY, *PYDANTIC, "msgspec", "typer"} == set()


@pytest.mark.parametrize(
    ("format", "needed", "spared"),
    [
        ("json", set(), {"reportlab", "docx", "ebooklib", "lxml", "opencc", "PIL", "rich", "charset_normalizer"}),
        ("pdf", {"reportlab"}, {"docx", "ebooklib", "opencc", "rich", "charset_normalizer"}),
        ("docx", {"docx"}, {"reportlab", "ebooklib", "opencc", "rich", "charset_normalizer"}),
        ("epub", {"ebooklib"}, {"reportlab", "docx", "opencc", "rich", "charset_normalizer"}),
    ],
)
def test_a_conversion_loads_what_its_format_needs(
    format: str, needed: set[str], spared: set[str], tmp_path: Path
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("各单位要认真落实安全生产责任。", "utf-8")
    modules = loaded(RUN, "convert", "a.txt", "-t", format, "-qq", "--fonts", "bundled", folder=tmp_path)
    assert needed <= modules
    assert modules & spared == set()
