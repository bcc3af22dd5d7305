"""Pictures of finished files: pages of a PDF by PDFium, of a DOCX as LibreOffice prints it, of an EPUB in Chromium."""

from __future__ import annotations

import functools
import html
import io
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from convert.measure.pdf import read_glyphs
from tests.conformance.browser import BROWSER, ask
from tests.conformance.office import print_docx

_GAP, _GROUND = 8, (150, 150, 150)
_FIND = """
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (node.data.replace(/\\s/g, "").includes(%s)) return node.parentElement.getBoundingClientRect().top;
  }
  return -1;
"""
_FRAME = """<!DOCTYPE html><body style="margin:0;overflow:hidden;background:#fff"><iframe src="%s" style="border:0;position:absolute;
left:0;top:%dpx;width:%dpx;height:40000px"></iframe></body>"""


def paper(pdf: bytes, words: str, count: int = 1, dpi: int = 58) -> Image.Image:
    """The page of a PDF on which words stand last (white space left out), and those after it, side by side."""
    import pypdfium2

    first = _page_of(pdf, words)
    with pypdfium2.PdfDocument(pdf) as document:
        pages = range(first - 1, min(first - 1 + count, len(document)))
        return _beside([document[page].render(scale=dpi / 72).to_pil().convert("RGB") for page in pages])


def page(pdf: bytes, number: int, dpi: int = 58) -> Image.Image:
    """A page of a PDF by its number, from 1, or from the end where it is negative."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        at = number - 1 if number > 0 else len(document) + number
        picture: Image.Image = document[at].render(scale=dpi / 72).to_pil()
        return picture.convert("RGB")


def word(docx: bytes, words: str, dpi: int = 58) -> Image.Image:
    """The same of a DOCX, as LibreOffice prints it."""
    return paper(printed(docx), words, dpi=dpi)


def screen(epub: bytes, words: str, width: int = 400, height: int = 680) -> Image.Image:
    """A book in Chromium, scrolled to where words first stand after the contents."""
    wanted = "".join(words.split())
    tops = ask(epub, _FIND % f'"{wanted}"', width, 40000)
    page, top = next((page, top) for page, top in reversed(tops.items()) if top >= 0)
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(epub)).extractall(folder)
        frame = Path(folder, "frame.html")
        frame.write_text(_FRAME % (html.escape(page), 16 - round(top), width), "utf-8")
        shot = Path(folder, "shot.png")
        command = [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--allow-file-access-from-files",
            "--no-first-run",
        ]
        command += [
            "--disable-background-networking",
            f"--user-data-dir={folder}/profile",
            "--virtual-time-budget=20000",
        ]
        subprocess.run(
            [*command, f"--window-size={max(width, 500)},{height}", f"--screenshot={shot}", frame.as_uri()],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        return Image.open(shot).convert("RGB").crop((0, 0, width, height))


def small(picture: Image.Image, most: int) -> bytes:
    """A picture as PNG of at most so many bytes, in as many colours as that allows, rare ones among them. Raises ValueError where none will do."""
    for colors in (64, 32, 16, 8, 4):
        data = io.BytesIO()
        picture.quantize(colors, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
        if data.tell() <= most:
            return data.getvalue()
    raise ValueError(f"{data.tell()} bytes in four colours")


def beside(pictures: Sequence[Image.Image]) -> Image.Image:
    """Pictures side by side on grey."""
    return _beside(list(pictures))


def _beside(pictures: list[Image.Image]) -> Image.Image:
    width = sum(each.width for each in pictures) + _GAP * (len(pictures) + 1)
    whole = Image.new("RGB", (width, max(each.height for each in pictures) + 2 * _GAP), _GROUND)
    left = _GAP
    for each in pictures:
        whole.paste(each, (left, _GAP))
        left += each.width + _GAP
    return whole


def _page_of(pdf: bytes, words: str) -> int:
    wanted = "".join(words.split())
    texts: dict[int, list[str]] = {}
    for glyph in read_glyphs(pdf):
        texts.setdefault(glyph.page, []).append(glyph.char)
    return next(page for page in reversed(texts) if wanted in "".join(texts[page]))


@functools.cache
def printed(docx: bytes) -> bytes:
    """The PDF that LibreOffice makes of a DOCX."""
    with tempfile.TemporaryDirectory() as folder:
        return print_docx(docx, Path(folder))
