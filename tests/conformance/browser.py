"""Books in a browser: Chromium lays out every page of a book in frames of one width, and answers questions about them."""

from __future__ import annotations

import html
import io
import json
import posixpath
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--virtual-time-budget=60000",
)  # fmt: skip
_ANSWERS = re.compile('<pre id="answers">(.*?)</pre>', re.DOTALL)
_ASKING = """<!DOCTYPE html><html><body>%s<pre id="answers"></pre><script>
function ask(document) { %s }
addEventListener("load", async () => {
  const answers = {};
  try {
    for (const frame of document.querySelectorAll("iframe")) {
      await frame.contentDocument.fonts.ready;
      answers[frame.title] = ask(frame.contentDocument);
    }
    document.getElementById("answers").textContent = JSON.stringify({answers});
  } catch (error) {
    document.getElementById("answers").textContent = JSON.stringify({error: String(error)});
  }
});
</script></body></html>"""
_WIDE = """
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > page.clientWidth);
  const inner = wide.filter(each => ![...each.children].some(child => wide.includes(child)));
  return inner.map(each => each.outerHTML.slice(0, 160));
"""
TIMEOUT = 120  # seconds


def missing() -> str:
    """What is lacking to look at books here; empty if nothing."""
    return "" if BROWSER else "chromium is not installed"


def ask(book: bytes, question: str, width: int = 400, height: int = 800) -> dict[str, Any]:
    """What a question gives for each page of a book: the body of a JavaScript function of `document`, which returns what
    JSON can hold. The answers by the pages' files; `width` and `height` in px: of the frame a page is shown in."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(book)) as package:
            package.extractall(folder)
            pages = _pages(package)
        size = f'width="{width}" height="{height}" style="border:0"'
        frames = "".join(
            f'<iframe {size} title="{html.escape(page)}" src="{html.escape(page)}"></iframe>' for page in pages
        )
        asking = Path(folder, "asking.html")
        asking.write_text(_ASKING % (frames, question), "utf-8")
        command = (BROWSER, *_FLAGS, f"--user-data-dir={folder}/profile", "--dump-dom", asking.as_uri())
        shown = subprocess.run(command, capture_output=True, check=True, timeout=TIMEOUT).stdout.decode("utf-8")
    found = _ANSWERS.search(shown)
    assert found and found[1], "the browser gave no answer"
    told = json.loads(html.unescape(found[1]))
    assert "error" not in told, told["error"]
    answers: dict[str, Any] = told["answers"]
    return answers


def overhanging(book: bytes, width: int = 400) -> dict[str, list[str]]:
    """What reaches beyond the right edge of pages `width` px wide, so that they have to be scrolled across: the beginnings
    of the innermost elements, by the pages' files. Empty where nothing does."""
    return {page: found for page, found in ask(book, _WIDE, width).items() if found}


def _pages(package: zipfile.ZipFile) -> list[str]:
    """The files of the spine."""
    from lxml import etree

    container = etree.fromstring(package.read("META-INF/container.xml"))
    file = str(container.xpath("string(//*[local-name()='rootfile']/@full-path)"))
    root = etree.fromstring(package.read(file))
    items = {item.get("id"): item.get("href") for item in root.iterfind(".//{*}manifest/{*}item")}
    spine = (items[entry.get("idref")] for entry in root.iterfind(".//{*}spine/{*}itemref"))
    return [posixpath.join(posixpath.dirname(file), href) for href in spine if href]
