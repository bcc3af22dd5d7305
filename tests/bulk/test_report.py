from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from convert.bulk.journal import Journal
from convert.bulk.report import write_report
from convert.bulk.tasks import Result
from convert.diagnostics import diagnostic

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
    driver.write_text(page.read_text("utf-8").replace("</script></body>", f"{drive}</script></body>"), "utf-8")
    assert CHROMIUM
    profile = page.parent / "profile"
    ran = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom", driver.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    title = html.fromstring(ran.stdout).findtext(".//title")
    assert title == "left 32 11 3 1 shown 1"
