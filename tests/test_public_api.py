"""The interface for programs, as its documentation shows it."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import convert

SOURCE = Path(__file__).parent / "fixtures" / "meeting-report.txt"
BUNDLED = convert.Options(fonts="bundled")


def test_every_public_name_is_there_and_explained() -> None:
    assert sorted(convert.__all__) == convert.__all__
    assert set(convert.__all__) <= set(dir(convert))
    for name in convert.__all__:
        assert inspect.getdoc(getattr(convert, name)), name


def test_no_other_name_is() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        convert.nonsense  # noqa: B018


def test_a_file_becomes_files(tmp_path: Path) -> None:
    targets = [tmp_path / f"report.{suffix}" for suffix in ("pdf", "docx", "epub")] + [tmp_path / "copy.pdf"]
    report = convert.convert(SOURCE, *targets, options=BUNDLED)
    assert [path.read_bytes()[:4] for path in targets] == [b"%PDF", b"PK\3\4", b"PK\3\4", b"%PDF"]
    assert targets[0].read_bytes() == targets[3].read_bytes()
    assert report.name == str(SOURCE)
    assert report.edits.count("gloss") == 176
    assert {finding.code for finding in report.of("warning")} >= {"repair-year-missing", "title-inferred"}


def test_the_steps_give_what_the_whole_gives(tmp_path: Path) -> None:
    convert.convert(SOURCE, tmp_path / "whole.pdf", options=BUNDLED)
    document = convert.read(SOURCE, options=BUNDLED)
    assert isinstance(document, convert.Document)
    convert.write(document, tmp_path / "steps.pdf", options=BUNDLED)
    assert (tmp_path / "whole.pdf").read_bytes() == (tmp_path / "steps.pdf").read_bytes()
    rendered, model = convert.render(document, "pdf", "json", options=BUNDLED)
    assert rendered == (tmp_path / "whole.pdf").read_bytes()
    assert convert.read(model, name="x.json").meta == document.meta


def test_bytes_can_be_read_under_a_name() -> None:
    report = convert.Report("letter")
    text = "关于召开会议的通知\n\n各单位要认真落实安全生产责任，防范各类事故发生。".encode()
    assert convert.read(text, name="a.txt", report=report).meta.title == "关于召开会议的通知"
    assert [finding.code for finding in report.diagnostics] == ["title-found"]
    assert convert.read(text, options=convert.Options(source_format="text")).blocks


@pytest.mark.parametrize(
    ("source", "target", "error", "code"),
    [
        ("absent.txt", "a.pdf", convert.InputError, "input-not-found"),
        (str(SOURCE.parent), "a.pdf", convert.InputError, "input-folder"),
        (str(SOURCE), "a.odt", convert.UsageError, "format-unknown"),
        (str(SOURCE), "a.json/b.json", convert.OutputError, "output-unwritable"),
    ],
)
def test_what_cannot_be_done_is_a_convert_error(
    source: str, target: str, error: type[convert.ConvertError], code: str, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text("in the way")
    options = convert.Options(source_format="text") if source == str(SOURCE.parent) else None
    with pytest.raises(error) as caught:
        convert.convert(source, tmp_path / target, options=options)
    assert caught.value.diagnostic.code == code
    assert isinstance(caught.value, convert.ConvertError)


def test_metadata_is_part_of_the_options(tmp_path: Path) -> None:
    options = convert.Options(meta=("title=关于会议的报告", "成文日期=2025年6月23日"))
    document = convert.read(SOURCE, options=options)
    assert (document.meta.title, document.meta.date) == ("关于会议的报告", "2025年6月23日")
