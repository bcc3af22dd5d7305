"""Repair on real texts: what a mirror site spoilt is mended, and no other text is touched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from convert.diagnostics import ConvertError, Report
from convert.formats import INPUTS, input_format, load_reader
from convert.model import Document
from convert.model.build import para
from convert.model.flat import flatten
from convert.passes.repair import repair
from convert.readers import text
from convert.reading.depth import bound_depth
from convert.reading.source import Source
from tests.corpora import corpus

ORDINARY = (
    "text",
    "markdown",
    "html/zh-tw-law",
    "html/zh-gov",
    "html/zh-news",
    "docx/zh-gongwen",
    "docx/zh-reports",
    "docx/zh-templates",
)
_LARGEST = 300_000  # bytes
_GLOSS = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）]")


def mended(path: Path) -> tuple[str, Report]:
    report = Report(path.name)
    document = repair(text.read(Source(path.read_bytes(), path.name), report), "auto", report)
    return flatten(document).text, report


def squeezed(line: str) -> str:
    return re.sub(r"\s", "", line)


@pytest.mark.parametrize("version", ["A", "B"])
def test_a_report_is_got_back_from_what_a_mirror_made_of_it(version: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The mirror's text was made from the report: simplified to Traditional characters, readings strewn in, cut off."""
    original = corpus("text/zh-gov/2026_安徽省_政府工作报告.txt").read_text("utf-8")
    wanted = {squeezed(line) for line in original.split("\n")}
    got, report = mended(corpus(f"text/gloss/gloss-synth-安徽省-{version}.txt"))
    lines = [squeezed(line) for line in got.split("\n")]
    wrong = [line for line in lines[:-1] if line not in wanted]
    edits = sum(len(stage.edits) for stage in report.edits.stages if stage.name != "read")
    with capsys.disabled():
        print(
            f"\nmirrored report {version}: {len(lines) - len(wrong)} of {len(lines)} lines as in the original, {edits} edits"
        )
    assert any(line.startswith(lines[-1]) for line in wanted), "the last line is cut off"
    assert wrong == []
    assert len(lines) > 50
    assert not _GLOSS.search(got)


def test_a_real_page_of_a_mirror_is_mended() -> None:
    got, report = mended(corpus("text/gloss/gloss-real-suzhou.txt"))
    assert not _GLOSS.search(got)
    assert {"glosses", "glyphs"} <= {stage.name for stage in report.edits.stages}
    assert not set("國產關術據單業試驗") & set(got)


def ordinary() -> Iterator[tuple[str, Document]]:
    """Documents that no mirror touched, simplified and Traditional, and of other languages."""
    suffixes = {suffix for found in INPUTS.values() for suffix in found.suffixes}
    for folder in ORDINARY:
        for path in sorted(corpus(folder).rglob("*")):
            if path.suffix not in suffixes or path.stat().st_size > _LARGEST or "gloss" in path.parts:
                continue
            data, report = path.read_bytes(), Report(path.name)
            try:
                document = load_reader(input_format("", path.name, data))(Source(data, path.name, path.parent), report)
            except ConvertError:
                continue  # what cannot be read is not repaired
            yield str(path), bound_depth(document, report)
    for name, key in (("zh-laws-md", "md"), ("zh-gov-work-reports-2026", "text")):
        for line in corpus(f"jsonl/{name}.jsonl").read_text("utf-8").splitlines():
            yield name, Document(tuple(para(part) for part in json.loads(line)[key].split("\n") if part))


def test_ordinary_texts_are_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    touched = []
    documents = traditional = characters = 0
    for name, document in ordinary():
        report = Report(name)
        if repair(document, "auto", report) is not document or report.edits.stages:
            touched.append(name)
        words = flatten(document).text
        documents, characters = documents + 1, characters + len(words)
        traditional += "國" in words
    with capsys.disabled():
        print(
            f"\nordinary texts: {len(touched)} of {documents} touched ({traditional} Traditional, {characters} characters)"
        )
    assert touched == []
    assert documents > 400
    assert traditional >= 10
