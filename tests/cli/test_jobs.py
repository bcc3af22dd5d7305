from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st

from convert.cli.jobs import Job, plan
from convert.diagnostics import UsageError

STEMS = st.text(st.sampled_from("ab报告. -"), min_size=1, max_size=6).filter(lambda s: s.strip(". "))


def test_the_usual_is_three_files_in_out() -> None:
    job = plan(["in/report.txt"], [], "", None)
    assert job.targets == {
        "pdf": Path("out/report.pdf"),
        "docx": Path("out/report.docx"),
        "epub": Path("out/report.epub"),
    }


@pytest.mark.parametrize("formats", [["pdf,docx"], ["pdf", "docx"], [".PDF, docx,", "pdf"]])
def test_formats_are_listed_in_one_option_or_several(formats: list[str]) -> None:
    job = plan(["a.txt"], formats, "", Path("x"))
    assert job.targets == {"pdf": Path("x/a.pdf"), "docx": Path("x/a.docx")}


@pytest.mark.parametrize(
    ("formats", "output", "targets"),
    [
        ([], "b.DOCX", {"docx": Path("b.DOCX")}),
        (["pdf"], "b.bin", {"pdf": Path("b.bin")}),
        (["epub"], "-", {"epub": None}),
    ],
)
def test_one_output_takes_its_format_from_the_option_or_its_suffix(
    formats: list[str], output: str, targets: dict[str, Path | None]
) -> None:
    assert plan(["a.txt"], formats, output, None) == Job("a.txt", targets, named=True)


def test_standard_input_has_a_name() -> None:
    job = plan(["-"], ["pdf"], "", None)
    assert job.name == "stdin"
    assert job.targets == {"pdf": Path("out/stdin.pdf")}


def test_an_input_is_never_overwritten_by_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "a.json"
    source.write_text("{}")
    (tmp_path / "link.json").symlink_to(source)
    for output in ("a.json", "./x/../a.json", str(source), "link.json"):
        with pytest.raises(UsageError) as caught:
            plan(["a.json"], [], output, None)
        assert caught.value.diagnostic.code == "output-is-input"


@pytest.mark.parametrize(("log", "code"), [("a.txt", "output-is-input"), ("out/a.pdf", "output-clash")])
def test_a_log_of_repairs_overwrites_no_input_and_no_output(log: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        plan(["a.txt"], ["pdf"], "", None, Path(log))
    assert caught.value.diagnostic.code == code
    assert plan(["a.txt"], ["pdf"], "", None, Path("log.json")) == Job("a.txt", {"pdf": Path("out/a.pdf")})
