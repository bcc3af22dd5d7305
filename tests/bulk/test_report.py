from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from convert.bulk.journal import Journal
from convert.bulk.report import write_report
from convert.bulk.tasks import Result
from convert.diagnostics import Diagnostic, diagnostic

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    with Journal(tmp_path) as journal:
        for number in range(30):
            place = tmp_path / f"sub/甲 #{number}.pdf"
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(b"x")
            found = (diagnostic("title-missing", name="a"),) if number % 3 == 0 else ()
            journal.add(Result(f"in/甲 #{number}.md", "done", "d", {str(place): "h"}, found, number / 10), "s", "r")
        for name, error in (
            ("<b>.md", diagnostic("encoding-unknown")),
            ("bad.md", diagnostic("worker-lost", reason="SIGSEGV")),
        ):
            journal.add(Result(name, "failed", diagnostics=(error,)), "", "r")
        path = tmp_path / "report.html"
        path.write_bytes(write_report(journal, str(tmp_path), "en"))
    return path


def test_it_counts_and_groups(page: Path) -> None:
    tree = html.parse(str(page))
    counts = {li.text_content() for li in tree.xpath("//ul[@class='counts']/li")}
    assert {"30converted", "2failed", "10with warnings"} <= counts
    codes = [a.text_content() for a in tree.xpath("//a[@data-code]")]
    assert sorted(codes) == ["encoding-unknown", "worker-lost"]
    first = tree.xpath("//table[preceding-sibling::h2[1]='Slowest']//td[1]/text()")
    assert first[0] == "in/甲 #29.md" and len(first) == 20
    rows = tree.xpath("//table[@id='documents']/tbody/tr")
    assert [row.get("class") for row in rows] == ["failed"] * 2 + ["warned"] * 10 + ["done"] * 20
    assert "<b>.md" in rows[0].text_content()


def test_its_links_lead_to_the_outputs(page: Path) -> None:
    from urllib.parse import unquote

    links = html.parse(str(page)).xpath("//table[@id='documents']//a/@href")
    assert len(links) == 30
    assert all((page.parent / unquote(link)).is_file() for link in links)


def test_it_needs_nothing_else(page: Path) -> None:
    assert not re.search(r"https?://|src=|<link", page.read_text("utf-8"))


def rows_of(folder: Path, *results: Result, before: tuple[Result, ...] = ()) -> list[HtmlElement]:
    for run in (before, results):
        with Journal(folder) as journal:
            for result in run:
                journal.add(result, "s", "r")
            page = write_report(journal, str(folder), "en")
    return html.fromstring(page.decode("utf-8")).xpath("//table[@id='documents']/tbody/tr")  # type: ignore[no-any-return]


def test_it_counts_what_this_run_has_seen(tmp_path: Path) -> None:
    gone, there = (Result(name, "failed", diagnostics=(diagnostic("encoding-unknown"),)) for name in ("gone", "there"))
    assert [row[0].text_content() for row in rows_of(tmp_path, there, before=(gone, there))] == ["there"]


def test_what_another_version_found_is_there(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, Result("a", "failed", diagnostics=(Diagnostic("long-gone", "error", {"name": "<i>"}),)))
    assert row[2].text_content() == "long-gone name: <i>"


def test_errors_come_first_and_many_findings_are_counted(tmp_path: Path) -> None:
    found = (*(diagnostic("image-missing", address=f"{n}.png") for n in range(40)), diagnostic("encoding-unknown"))
    (row,) = rows_of(tmp_path, Result("a", "failed", diagnostics=found))
    told = [line.text_content() for line in row.iter("li")]
    assert told[0].startswith("encoding-unknown") and told[-1] == "and 36 more" and len(told) == 6


def test_outputs_of_one_name_are_told_apart_by_their_suffixes(tmp_path: Path) -> None:
    places = {str(tmp_path / name): "h" for name in ("a.b.pdf", "a.b.docx", "甲%.epub")} | {"memory://x/a.b.json": "h"}
    (row,) = rows_of(tmp_path, Result("a", "done", outputs=places))
    assert row[1].text_content() == "a.b.pdf .docx 甲%.epub .json"
    assert [link.get("href") for link in row[1].iter("a")] == ["a.b.pdf", "a.b.docx", "%E7%94%B2%25.epub"]


def test_the_page_of_very_many_lists_the_worst_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.bulk.report._LISTED", 10)
    good = [Result(f"{number:03d}", "done") for number in range(100)]
    bad = [Result(f"bad {number}", "failed", diagnostics=(diagnostic("encoding-unknown"),)) for number in range(3)]
    rows = rows_of(tmp_path, *good, *bad)
    assert [row[0].text_content() for row in rows] == [f"bad {n}" for n in range(3)] + [f"{n:03d}" for n in range(7)]
    page = (tmp_path / "page").with_suffix(".html")
    with Journal(tmp_path) as journal:
        for result in good:
            journal.add(result, "s", "r")
        page.write_bytes(write_report(journal, str(tmp_path), "zh"))
    assert "共 100 个文档，此处列出 10 个" in page.read_text("utf-8")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium")
def test_a_browser_filters_it(page: Path) -> None:
    """The page types into its own filter, and writes down how many rows are left."""
    driver = page.with_name("driven.html")
    drive = (
        "const left=[];function see(){left.push(rows.filter(([row])=>!row.hidden).length)}"
        "see();words.value='#1';words.dispatchEvent(new Event('input'));see();"
        "state.value='warned';state.dispatchEvent(new Event('input'));see();"
        "document.querySelector('a[data-code=worker-lost]').click();see();"
        "document.title='left '+left.join(' ')+' shown '+document.getElementById('shown').textContent;"
    )
    text = re.sub(r"script-src '[^']*'", "script-src 'unsafe-inline'", page.read_text("utf-8"))
    driver.write_text(text.replace("</script></body>", f"{drive}</script></body>"), "utf-8")
    assert opened(driver).findtext(".//title") == "left 32 11 3 1 shown 1"


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium")
def test_a_browser_runs_its_script_and_no_other(page: Path) -> None:
    """Were a name not escaped one day, the policy would still hold."""
    evil = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><b onclick=1 style=color:red></b>"
    text = page.read_text("utf-8").replace("(<span id=shown>32", f"{evil}(<span id=shown>?")
    page.write_text(text, "utf-8")
    tree = opened(page)
    assert tree.findtext(".//title") == "Conversion report"
    assert tree.xpath("string(//*[@id='shown'])") == "32", "its own counted"


def opened(page: Path) -> html.HtmlElement:
    """A page as a browser leaves it when its scripts have run."""
    assert CHROMIUM
    profile = page.parent / "profile"
    ran = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return html.fromstring(ran.stdout)


def test_what_inputs_say_is_text(tmp_path: Path) -> None:
    evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\udcff\ud800"
    place = tmp_path / "a\udcff'><b>.pdf"
    with Journal(tmp_path) as journal:
        journal.add(Result("a.md", "done", "d", {str(place): "h"}, (), 1), "s", "r")
        for code in ("internal-error", "image-outside"):
            found = diagnostic(code, None, **dict.fromkeys(("reason", "saved", "address"), evil))
            journal.add(Result(f"{code}{evil[:-2]}", "failed", diagnostics=(found,)), "", "r")
        made = write_report(journal, str(tmp_path), "zh").decode()
    tree = html.fromstring(made.encode())
    assert len(tree.xpath("//script")) == 1 and not tree.xpath("//img | //b[not(parent::li)] | //@onerror")
    assert "<script>alert(1)</script>" in tree.text_content() and "\\udcff" in made
    assert tree.xpath("//a/@href")[-1] == "a%FF%27%3E%3Cb%3E.pdf"
