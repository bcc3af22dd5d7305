from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from convert import pipeline
from convert.cli.console import Console
from convert.edits import EditLog
from tests.cli.running import triptych

TEXT = "本市各单位要认真落实安全生产责任，防范各类事故发生。"
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


@pytest.fixture
def folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("traces")))
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_a_document_that_cannot_be_finished_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(composition: object, format: str) -> bytes:
        if format == "epub":
            raise ZeroDivisionError("by naught")
        return b"%PDF"

    monkeypatch.setattr(pipeline, "write_document", write)
    ran = triptych("convert", "a.txt", "-t", "pdf,epub")
    assert ran.code == 1
    assert "a.txt: error[internal-error]" in ran.err
    assert "Traceback" not in ran.err
    assert not (folder / "out").exists()
    assert "Traceback" in triptych("convert", "a.txt", "-t", "epub", "-vv").err


@pytest.mark.parametrize("inputs", [("a.txt",), ("a.txt", "b.txt")])
@pytest.mark.parametrize("setting", [("-s", "nosuch"), ("--set", "page.nosuch=1")])
def test_wrong_settings_stop_before_anything_is_written(
    folder: Path, setting: tuple[str, str], inputs: tuple[str, ...]
) -> None:
    ran = triptych("convert", *inputs, "-t", "json", *setting)
    assert ran.code == 2
    assert ran.err.count("error[") == 1
    assert not (folder / "out").exists()


def test_a_json_line_says_what_happened(folder: Path) -> None:
    good = json.loads(triptych("convert", "a.txt", "-t", "json", "--json", "-qq", env={"LANG": "zh_CN"}).out)
    assert good["ok"] and good["state"] == "done" and good["outputs"] == [str(Path("out/a.json"))]
    assert [d["code"] for d in good["diagnostics"]] == ["title-missing"]
    ran = triptych("convert", "absent.txt", "-t", "json", "--json", "-qq", env={"LANG": "zh_CN"})
    bad = json.loads(ran.out)
    assert ran.code == 1 and ran.err == ""
    assert not bad["ok"] and bad["outputs"] == []
    assert bad["diagnostics"][0]["message"] == "找不到文件 absent.txt"


def test_the_repair_log_gives_the_source_back(folder: Path) -> None:
    source = FIXTURES / "meeting-report.txt"
    ran = triptych("convert", str(source), "-t", "json", "-q", "--repair-log", "log.json")
    assert ran.code == 0
    log = EditLog.decode((folder / "log.json").read_bytes())
    assert log.count("gloss") == 176
    document = triptych("convert", str(source), "-t", "json", "-o", "-", "-qq")
    blocks = json.loads(document.out)["blocks"]
    text = "\n".join(
        "".join(child.get("text", "") for child in block["children"])
        for block in blocks
        if block.get("role") != "title"
    )
    assert log.restore(text) == source.read_bytes()


def test_the_same_input_gives_the_same_bytes_in_any_folder(folder: Path) -> None:
    for place in ("x", "y"):
        ran = triptych("convert", "a.txt", "-O", place, "--fonts", "bundled", "-q", "--meta", "title=会议")
        assert (ran.code, ran.err) == (0, "")
    for suffix in ("pdf", "docx", "epub"):
        assert (folder / f"x/a.{suffix}").read_bytes() == (folder / f"y/a.{suffix}").read_bytes()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BrokenPipeError(), ""),
        (
            OSError(28, "No space left on device"),
            "error[output-unwritable] cannot write <stdout>: No space left on device",
        ),
    ],
)
def test_an_output_that_nobody_takes(folder: Path, error: OSError, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Console, data: bytes) -> None:
        raise error

    monkeypatch.setattr(Console, "data_bytes", full)
    ran = triptych("convert", "a.txt", "-t", "json", "-o", "-", "-q")
    assert ran.code == 1
    assert told in ran.err and "internal-error" not in ran.err
