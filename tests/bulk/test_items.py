from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from convert.bulk.items import Item, Items
from convert.bulk.kinds import Selection
from convert.diagnostics import InputError, UsageError
from convert.kit.surroundings import Shelf


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.md", "in/sub/b.txt", "in/sub/c.bin", "in/.hidden/d.md", "in/~$e.docx", "in/sub/.f.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name, "utf-8")
    return tmp_path


def items(*inputs: str, selection: Selection | None = None, stdin: bytes = b"") -> list[Item]:
    return list(Items(inputs, selection or Selection(), io.BytesIO(stdin)))


def stems(*inputs: str, **more: bytes) -> list[str]:
    return [item.stem for item in items(*inputs, **more)]  # type: ignore[arg-type]


def test_a_folder_is_its_files_and_keeps_its_tree(folder: Path) -> None:
    assert stems("in") == ["a", "sub/b"]
    assert [item.source.read() for item in items("in")] == [b"in/a.md", b"in/sub/b.txt"]
    assert [item.target("out", "pdf") for item in items("in")] == [str(Path("out/a.pdf")), str(Path("out/sub/b.pdf"))]


def test_a_file_is_called_the_same_however_its_folder_is(folder: Path) -> None:
    for word in ("in", "./in/", "in//", "in/**", "in/**/*.*"):
        assert items(word)[0].id == str(Path("in/a.md"))
    Path("top.md").write_text("", "utf-8")
    for word in (".", "./", "**/*.md"):
        assert str(Path("in/a.md")) in [item.id for item in items(word)] and "top.md" in [
            item.id for item in items(word)
        ]


def test_what_runs_wrote_is_no_input(folder: Path) -> None:
    for name in ("in/out/a.md", "in/old/.triptych/journal.db", "in/old/a.md", "in/report.html"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("", "utf-8")
    assert [item.stem for item in Items(["in"], Selection(), outputs="in/out")] == ["a", "report", "sub/b"]
    Path("in/out/a.md").unlink()
    assert [item.stem for item in Items(["in"], Selection(), outputs="in")] == ["a", "sub/b"]


def test_patterns_choose(folder: Path) -> None:
    assert [i.stem for i in items("in", selection=Selection(include=("*.bin", "a.*")))] == ["a", "sub/c"]
    assert [i.stem for i in items("in", selection=Selection(exclude=("sub/*",)))] == ["a"]


def test_globs_and_lists(folder: Path) -> None:
    assert stems("in/**/*.txt") == ["b"]
    assert stems("@-", stdin=b"in/a.md\n\nin/sub/b.txt\n") == ["a", "b"]
    Path("list.txt").write_text("in/a.md\n", "utf-8")
    assert stems("@list.txt") == ["a"]
    assert [item.source.read() for item in items("-", stdin="正文".encode())] == ["正文".encode()]
    with pytest.raises(InputError, match="there is no file"):
        items("in/*.nosuch")


def test_two_inputs_for_one_output_are_an_error_before_anything(folder: Path) -> None:
    Path("in/A.txt").write_text("", "utf-8")
    with pytest.raises(UsageError) as caught:
        Items(["in"], Selection())
    assert caught.value.diagnostic.code == "output-clash-many"
    assert [item.stem for item in items("in", selection=Selection(clash="number"))] == ["A", "a-2", "sub/b"]


def test_a_zip_is_read_in_place(folder: Path) -> None:
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("x/一.md", "一")
        archive.writestr("../../evil.md", "evil")
        archive.writestr("y.bin", "no")
    found = items("a.zip")
    assert [(item.id, item.stem, item.source.read().decode()) for item in found] == [
        ("a.zip!x/一.md", "x/一", "一"),
        ("a.zip!../../evil.md", "evil", "evil"),
    ]
    assert all(isinstance(item.source.folder, Shelf) for item in found)


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_a_tar_is_read_in_place(folder: Path, mode: str) -> None:
    name = "a.tar" + mode[1:].replace(":", ".")
    with tarfile.open(name, mode) as archive:  # type: ignore[call-overload]
        for each in ("in/a.md", "in/sub/b.txt", "in/sub/c.bin"):
            archive.add(each)
        archive.add("in", recursive=False)
    assert [(item.stem, item.source.read()) for item in items(name)] == [
        ("in/a", b"in/a.md"),
        ("in/sub/b", b"in/sub/b.txt"),
    ]
    assert items(name)[0].source.stamp()


def test_what_is_no_archive_is_told(folder: Path) -> None:
    Path("a.zip").write_bytes(b"no")
    with pytest.raises(InputError) as caught:
        items("a.zip")
    assert caught.value.diagnostic.code == "input-unreadable"


def states(*inputs: str) -> list[str]:
    """The texts of the documents; the codes of those that cannot be had."""
    told = []
    for item in items(*inputs):
        try:
            told.append(item.source.read().decode("utf-8", "replace"))
        except InputError as error:
            told.append(error.diagnostic.code)
    return told


def test_an_input_that_is_none_costs_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bad.zip").write_bytes(b"no")
    Path("empty").mkdir()
    (folder / "none.jsonl").write_text("\n", "utf-8")
    found = states("in/a.md", "bad.zip", "empty", "in/*.nosuch", "none.jsonl", "absent.tar", "absent.csv")
    assert found == [
        "in/a.md",
        "input-unreadable",
        "nothing-found",
        "input-not-found",
        "input-not-found",
        "nothing-found",
        "input-not-found",
    ]
    with pytest.raises(InputError, match="holds nothing to convert"):
        items("empty")

    walk, closed = os.scandir, str(Path("in/sub"))

    def refusing(path: str) -> object:
        if str(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return walk(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert states("in") == ["in/a.md", "input-unreadable"]


def test_a_folder_is_a_folder_whatever_it_is_called(folder: Path) -> None:
    for name in ("x.zip", "y.jsonl"):
        Path(name).mkdir()
        Path(name, f"{name[0]}.md").write_text(name, "utf-8")
    assert states("x.zip", "y.jsonl") == ["x.zip", "y.jsonl"]


def test_patterns_stand_for_archives_and_records_too(folder: Path) -> None:
    for name in "ab":
        with zipfile.ZipFile(f"{name}.zip", "w") as archive:
            archive.writestr(f"{name}.md", name)
        Path(f"{name}.jsonl").write_text(f'{{"text": "{name}", "id": "r{name}"}}\n', "utf-8")
    assert states("*.zip", "*.jsonl") == ["a", "b", "a", "b"]


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are characters")
def test_names_of_any_bytes(folder: Path) -> None:
    names = (
        b"in/\xb9\xab\xce\xc4.md",
        b"in/\xff.md",
        b"in/line\nend.md",
        "in/\u202egnp.md".encode(),
        b"in/" + b"x" * 250 + b".md",
    )
    for name in names:
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:
            file.write(name)
    found = [item for item in items("in") if item.source.read() in names]
    assert [item.stem for item in found] == [
        "line-end", f"{'x' * 109}-{found[1].stem[-10:]}", "gnp", "公文", "\\xff",
    ]  # fmt: skip
    assert all(item.id.encode() and item.name.endswith(".md") for item in found)
    assert stems("@-", stdin=b"\0".join(names)) == ["公文", "\\xff", "line-end", "gnp", found[1].stem]
    assert stems("@-", stdin=b"in/\xb9\xab\xce\xc4.md\r\n\r\nin/a.md \n") == ["公文", "a"]
    assert stems("@-", stdin="in/a.md\r\n".encode("utf-16")) == ["a"]


def test_folders_of_any_depth_are_walked_once(folder: Path) -> None:
    Path("in/sub/loop").symlink_to(folder / "in", target_is_directory=True)
    Path("in/sub/again").symlink_to(folder / "in/sub", target_is_directory=True)
    assert stems("in/**/*.txt") == ["b"]
    assert stems("in/**") == ["a", "b", "c"]
    assert stems("**/sub/*.txt") == ["b"]
    assert stems("*/sub/**/b.*") == ["b"]
    assert stems("in/**/.f.*") == [".f"]
    assert stems("in") == ["a", "sub/b"]


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
def test_links_lead_nowhere_else_and_pipes_are_not_waited_for(folder: Path) -> None:
    Path("secret.md").write_text("secret", "utf-8")
    Path("in/out.md").symlink_to(folder / "secret.md")
    Path("in/sub/within.md").symlink_to("../a.md")
    Path("in/lost.md").symlink_to("none.md")
    os.mkfifo("in/pipe.md")
    assert states("in") == ["in/a.md", "input-not-found", "link-outside", "input-special", "in/sub/b.txt", "in/a.md"]
    assert states("in/out.md") == ["secret"]
    many = Items(["in"], Selection(), roots=[folder])
    assert "secret" in [item.source.read().decode() for item in many if item.stem == "out"]


def test_records_get_free_names(folder: Path) -> None:
    Path("r.jsonl").write_text('{"id": "A", "text": "1"}\n{"id": "a", "text": "2"}\n', "utf-8")
    many = Items(["in/a.md", "r.jsonl"], Selection())
    assert many.count is None
    assert [item.stem for item in many] == ["a", "A-2", "a-3"]


def test_a_hundred_thousand_records_take_no_memory(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(100_000):
            file.write(f'{{"id": "{number // 2}", "text": "正文{number}。"}}\n')
    seen = count = 0
    tracemalloc.start()
    for number, item in enumerate(Items([str(path)], Selection())):
        count += 1
        seen |= item.stem.endswith("-2")
        if number == 1_000:
            early = tracemalloc.get_traced_memory()[0]
    late = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert count == 100_000 and seen
    assert late - early < 1_000_000


def test_an_address_of_this_machine_does_not_take_in_what_a_run_wrote(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    for name in ("a.md", "out/report.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("甲", "utf-8")
    found = Items([f"file://{tmp_path}"], Selection(), outputs=str(tmp_path / "out"))
    assert [item.stem for item in found] == ["a"]
