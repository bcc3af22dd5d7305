"""Pictures of the fixtures for docs/gallery.md: pages of the PDF, a page of the DOCX in LibreOffice, the book in Chromium."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from tests.conformance.office import print_without_gaps
from tests.documents.camera import beside, page, screen
from tests.official.files import files_of
from tests.official.fixtures import read_fixture


class View(NamedTuple):
    """A fixture with the heading above its picture, what there is to see, the pages that are shown of the PDF and of the
    DOCX."""

    name: str
    title: str
    words: str
    pdf: tuple[int, ...] = (1, 2)
    word: tuple[int, ...] = (2,)


VIEWS = (
    View("ordinary", "An ordinary notice", "Letterhead, headings, attachment note, room for the seal, imprint on an even page."),
    View("upward", "A request to superiors", "The number at the left, three signers at the right, two a line; a note below the date.", word=(1,)),
    View("joint-unsealed", "A joint document", "The mark of four organs, their names at the end, no seals.", word=(1,)),
    View("joint-sealed", "A joint document with seals", "Each organ's seal on its name, the last one on the date too. The seals are samples that say so."),
    View("joint-two", "A joint document of two organs", "Mark and seals of two."),
    View("classified", "Classified and urgent", "Copy number, classification with its term, urgency, a line each.", word=(1,)),
    View("letter", "A letter", "信函: mark 30 mm below the edge, double rules, no number on page 1.", word=(1,)),
    View("order", "An order", "命令（令）: mark, number, a signature stamp beside the post. The stamp is a sample that says so.", (1,), (1,)),
    View("minutes", "Minutes", "纪要, with those who attended, were excused, and sat in."),
    View("stamp", "A signature stamp", "签名章: post, stamp, date. The stamp is a sample that says so."),
    View("attachments", "Attachments", "The second one lies across, its head at the sheet's left edge.", (1, 2, 3), (3,)),
    View("imprint", "The imprint alone on a page", "On an even page, a blank one before it; neither is numbered.", (2, 3, 4), (4,)),
    View("recipients", "Very many recipients", "So that page 1 shows text they stand in the imprint."),
    View("overlong-date", "A date longer than the name", "The name moves left, so that the date stands two characters from the edge.", word=(1,)),
    View("tight", "A seal that hardly fits", "Lines stand a little closer, so that the signature stays with the text."),
    View("profile", "Spaces from edge to edge", "The style `gbt33476`: blank lines as GB/T 33476.2 measures them.", word=(1,)),
)  # fmt: skip


def picture_of(view: View) -> Callable[[], Image.Image]:
    """Takes the picture of a fixture."""

    def take() -> Image.Image:
        files, fixture = files_of(view.name), read_fixture(view.name)
        said, letter = fixture.elements, fixture.rules.style == "gbt9704-letter"
        opening = said.mark[0] if letter or not said.copy_number else said.copy_number
        with tempfile.TemporaryDirectory() as folder:
            printed = print_without_gaps(files["docx"], Path(folder))
        papers = [page(files["pdf"], number) for number in view.pdf] + [page(printed, number) for number in view.word]
        return beside([*papers, screen(files["epub"], opening)])

    return take
