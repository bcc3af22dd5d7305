"""PDF measured: our own, what another program would make, and each fault where it is."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf
import pytest

from convert.checks.facts import Facts
from convert.checks.pdf import measure
from convert.config import Options
from convert.diagnostics import Report
from convert.pipeline import convert_bytes
from tests.checks.findings import found
from tests.specimens import SENTENCE

SOURCE = f"""# 某省水利厅关于加强水库汛期安全管理工作的通知

各市、县水利局，各有关单位，厅属各单位，各大型水库管理处，各流域管理机构，各重点工程建设管理局：

{SENTENCE * 6}

## 一、加强值守

{SENTENCE * 5}

### （一）落实责任

{SENTENCE * 9}

附件：水库名单

::: {{.signature}}
某省水利厅
:::

::: {{.date}}
2025年6月23日
:::
"""


def printed(*settings: str, source: str = SOURCE) -> bytes:
    """A document as PDF, in the official style with changes."""
    return convert_bytes(source.encode(), "a.md", ("pdf",), Options(settings=settings), Report())["pdf"]


def untagged(data: bytes) -> bytes:
    """The file as a program writes it that knows of no tags."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in ("/StructTreeRoot", "/MarkInfo"):
            if key in pdf.Root:
                del pdf.Root[key]
        for page in pdf.pages:
            kept = [
                each for each in pikepdf.parse_content_stream(page) if str(each.operator) not in ("BDC", "BMC", "EMC")
            ]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def good() -> bytes:
    return printed()


def roles(facts: Facts) -> list[str]:
    """The roles of the elements in reading order."""
    return [element.role + (f"+{element.lead_role}" if element.lead_role else "") for element in facts.elements]


def kept(findings: Iterable[str]) -> list[str]:
    """Findings about places and looks, not about the words of the specimen."""
    return [id for id in findings if not id.startswith("(")]


def test_tagged_and_untagged_files_measure_the_same(good: bytes) -> None:
    own, foreign = measure(good, "a.pdf"), measure(untagged(good), "b.pdf")
    assert roles(own) == roles(foreign)
    assert [element.text for element in own.elements] == [element.text for element in foreign.elements]
    assert (own.pitch, own.cells) == (foreign.pitch, foreign.cells) == (29.6, 28)


def test_what_is_measured(good: bytes) -> None:
    facts = measure(good, "a.pdf")
    assert roles(facts)[:4] == ["title", "recipient", "body", "heading1"]
    assert roles(facts)[-3:] == ["attachment-note", "signature", "date"]
    second = facts.page(2)
    assert second and second.top == pytest.approx(37, abs=0.1) and second.left == pytest.approx(28, abs=0.1)
    title, recipient = facts.elements[:2]
    assert title.align == "center" and title.size == 22 and {run.face for run in title.runs} == {"FandolSong-Bold"}
    assert recipient.indent == pytest.approx(0, abs=0.05) and recipient.left == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("change", [lambda data: data, untagged])
def test_what_we_print_is_as_the_standard_says(change: object, good: bytes) -> None:
    assert callable(change)
    assert kept(found(measure(change(good), "a.pdf"))) == []


FAULTS = {
    "page.width_mm=215.9": "sheet-size",
    "page.top_mm=25.4": "margin-top",
    "page.left_mm=31.7": "margin-left",
    "roles.body.pitch_pt=28": "grid-pitch",
    "roles.body.size_pt=15": "text-size",
    "roles.body.font=song": "text-face",
    "roles.body.indent_em=0": "indent",
    "roles.body.color=#0000ff": "text-color",
    "roles.title.font=hei": "title-face",
    "roles.title.size_pt=18": "title-size",
    "roles.title.align=left": "title-center",
    "roles.heading1.font=kai": "heading1-face",
    "roles.heading2.font=hei": "heading2-face",
    "roles.recipient.indent_em=2": "recipient-flush",
    "roles.attachment-note.before_lines=0": "attachment-note-gap",
    "footer.drop_mm=12": "page-number-height",
    "footer.size_pt=10.5": "page-number-look",
    "footer.right=- {page} -": "page-number-form",
}


@pytest.mark.parametrize("setting", FAULTS)
def test_each_fault_is_found_as_itself(setting: str) -> None:
    more = ("roles.body.on_grid=false",) if "pitch" in setting else ()
    findings = kept(found(measure(untagged(printed(setting, *more)), "a.pdf")))
    assert findings and findings[0] == FAULTS[setting], findings


def test_a_page_number_in_the_middle_is_found() -> None:
    settings = ("footer.right=", "footer.center=— {page} —", "footer.even.left=", "footer.even.center=— {page} —")
    assert kept(found(measure(printed(*settings), "a.pdf"))) == ["page-number-side"]
