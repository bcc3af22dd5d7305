"""Characters with their looks: small capitals, bold and slanted letters."""

from __future__ import annotations

from convert.model import Emph, Span, Strong, Text
from convert.model.build import para
from tests.layout.composing import composed, lines_of, words


def test_small_letters_become_small_capitals_and_stay_what_they_are() -> None:
    (line,) = lines_of(composed(para(Span((Text("Straße 5 中文"),), role="small-caps"))).pages.pages[0])
    assert words(line) == "Straße 5 中文"
    small = [(line.text.text[run.start : run.end], round(run.size, 1)) for run in line.text.runs if run.caps]
    assert small == [("tra", 12.8), ("e", 12.8)]
    assert {run.size for run in line.text.runs if not run.caps} == {16}


def test_bold_and_slanted_letters_go_on_within_each_other() -> None:
    settings = ("spans.strong.weight='bold'", "spans.emph.slant='italic'")
    block = para("甲", Strong((Text("乙"), Emph((Text("丙"),)))), Emph((Text("丁"),)))
    (line,) = lines_of(composed(block, settings=settings).pages.pages[0])
    looks = {line.text.text[run.start : run.end]: (run.bold, run.slanted) for run in line.text.runs}
    assert looks == {"甲": (False, False), "乙": (True, False), "丙": (True, True), "丁": (False, True)}
