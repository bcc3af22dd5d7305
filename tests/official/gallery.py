"""Pictures of the fixtures for docs/gallery.md: the first and the last page as PDF and as DOCX in LibreOffice, the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PIL import Image

from tests.documents.camera import beside, page, printed, screen
from tests.official.files import files_of
from tests.official.fixtures import read_fixture


class View(NamedTuple):
    """A fixture with the heading above its picture, and what there is to see."""

    name: str
    title: str
    words: str


VIEWS = (
    View("ordinary", "An ordinary notice", "Letterhead, headings, attachment note, room for the seal, imprint on an even page."),
    View("upward", "A request to superiors", "The number at the left, three signers at the right, two a line; a note below the date."),
    View("joint-unsealed", "A joint document", "The mark of four organs, their names at the end, no seals."),
    View("joint-sealed", "A joint document with seals", "Each organ's seal on its name, the last one on the date too. The seals are samples that say so."),
    View("joint-two", "A joint document of two organs", "Mark and seals of two."),
    View("classified", "Classified and urgent", "Copy number, classification with its term, urgency, a line each."),
    View("letter", "A letter", "信函: mark 30 mm below the edge, double rules, no number on page 1."),
    View("order", "An order", "命令（令）: mark, number, a signature stamp beside the post. The stamp is a sample that says so."),
    View("minutes", "Minutes", "纪要, with those who attended, were excused, and sat in."),
    View("stamp", "A signature stamp", "签名章: post, stamp, date. The stamp is a sample that says so."),
    View("attachments", "Attachments", "The second one lies across, its head at the sheet's left edge."),
    View("imprint", "The imprint alone on a page", "On an even page, a blank one before it; neither is numbered."),
    View("recipients", "Very many recipients", "So that page 1 shows text they stand in the imprint."),
    View("overlong-date", "A date longer than the name", "The name moves left, so that the date stands two characters from the edge."),
    View("profile", "Spaces from edge to edge", "The style `gbt33476`: blank lines as GB/T 33476.2 measures them."),
)  # fmt: skip


def picture_of(name: str) -> Callable[[], Image.Image]:
    """Takes the picture of a fixture."""

    def take() -> Image.Image:
        files, opening = files_of(name), read_fixture(name).elements.mark[0]
        word = printed(files["docx"])
        papers = [page(files["pdf"], number) for number in (1, -1)] + [page(word, number) for number in (1, -1)]
        return beside([*papers, screen(files["epub"], opening)])

    return take
