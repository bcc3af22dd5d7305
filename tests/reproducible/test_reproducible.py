from __future__ import annotations

import shutil
from pathlib import Path

from tests.corpora import corpus
from tests.reproducible.runs import HERE, ROOT, THERE, differences, run

_OWN = ("fixtures", "documents", "official")  # folders of tests whose documents have every element
_SAMPLE = 40  # of the corpus; all of it: python -m tests.reproducible
_BY_OFFICE = (".doc", ".odt", ".rtf", ".wps")  # LibreOffice reads them, and may be too slow on a busy machine


def test_our_own_documents_come_out_the_same(tmp_path: Path) -> None:
    source = tmp_path / "in"
    for name in _OWN:
        shutil.copytree(ROOT / "tests" / name, source / name, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    first, second = run(source, tmp_path / "here", HERE), run(source, tmp_path / "there", THERE)
    assert differences(first, second) == []
    assert len(first.files) > 100
    assert {state for state, _ in first.told.values()} == {"done"}


def test_a_sample_of_the_corpus_comes_out_the_same(tmp_path: Path) -> None:
    source = tmp_path / "in"
    every = (path for path in corpus("").rglob("*") if path.is_file() and path.suffix not in _BY_OFFICE)
    for path in sorted(every)[::_SAMPLE]:
        target = source / path.relative_to(corpus(""))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    first, second = run(source, tmp_path / "here", HERE), run(source, tmp_path / "there", THERE)
    assert differences(first, second) == []
    assert len(first.files) > 10


def test_a_difference_is_told_with_its_place(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in ("a", "b"):
        (source / f"{name}.md").write_text(f"# {name}\n\n正文。\n", "utf-8")
    first = run(source, tmp_path / "here", HERE)
    (source / "a.md").write_text("# a\n\n正文！\n", "utf-8")
    (source / "b.md").unlink()
    second = run(source, tmp_path / "there", THERE)
    lines = differences(first, second)
    assert any(line.startswith("a.docx: word/document.xml") for line in lines)
    assert any(line.startswith("a.epub: ") and "EPUB/content-1.xhtml" in line for line in lines)
    assert any(line.startswith("a.pdf: byte ") for line in lines)
    assert "b.pdf: made once only" in lines
