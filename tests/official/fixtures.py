"""The fixtures: documents in Markdown whose front matter says, under `tests`, what must hold and which words their elements
are printed in. All that they tell of is invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from tests.documents.cases import Rules, parse_case
from tests.official import required as r

FOLDER = Path(__file__).parent

_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_ATTACHED = re.compile(r"^(附件\d? \{|:::|\|)", re.MULTILINE)
_MARKUP = re.compile(r"^#+ |\{[^{}]*\}$|\s")

Sealing = Literal["none", "space", "seal", "stamp"]


class Elements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words that the elements of an official document are printed in, in the standard's order; what is not there is
    empty. `mark`: the lines of the issuers' mark, `ending` what stands at the right of several (文件); `moved`: recipients
    in the imprint; `attachments`: label and title of each; `sealed`: whether there are seals, room for them, or stamps."""

    copy_number: str = ""
    classification: str = ""
    urgency: str = ""
    mark: tuple[str, ...] = ()
    ending: str = ""
    number: str = ""
    signers: tuple[str, ...] = ()
    title: str = ""
    recipient: str = ""
    note: tuple[str, ...] = ()
    attendance: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    post: str = ""
    date: str = ""
    sealed: Sealing = "none"
    annotation: str = ""
    attachments: tuple[tuple[str, str], ...] = ()
    moved: str = ""
    cc: str = ""
    printing: tuple[str, ...] = ()


class Official(Rules, frozen=True, forbid_unknown_fields=True):
    """The rules of a case, and its elements; `fitted`: lines stand closer or wider so that the seal fits (cl. 7.3.5.5)."""

    fitted: bool = False
    elements: Elements = Elements()


class Fixture(NamedTuple):
    """A document without its rules, these, and the first and the last paragraph of its text without white space."""

    name: str
    source: str
    rules: Official
    opening: str
    closing: str

    @property
    def letter(self) -> bool:
        """Whether it has the format of a letter, whose mark is above all else."""
        return self.rules.style == "gbt9704-letter"

    @property
    def pitch(self) -> float | tuple[float, float]:
        """From one line to the next in mm: the standard's; the least and the most where lines were fitted."""
        return (r.FITTED[0] * r.PITCH, r.FITTED[1] * r.PITCH) if self.rules.fitted else r.PITCH

    @property
    def elements(self) -> Elements:
        """The words of its elements."""
        return self.rules.elements


def fixture_names() -> list[str]:
    """The names of all fixtures, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")


def read_fixture(name: str) -> Fixture:
    """A fixture by its name. Raises ValueError for rules that cannot be understood."""
    case = parse_case(name, (FOLDER / f"{name}.md").read_text("utf-8"), Official)
    assert isinstance(case.rules, Official)
    text = _FRONT_MATTER.sub("", case.source, count=1)
    attached = _ATTACHED.search(text)
    paragraphs = [
        _plain(each) for each in (text[: attached.start()] if attached else text).split("\n\n") if each.strip()
    ]
    return Fixture(name, case.source, case.rules, paragraphs[0], paragraphs[-1])


def _plain(paragraph: str) -> str:
    return _MARKUP.sub("", paragraph.strip())
