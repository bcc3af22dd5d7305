"""The words of a file are those of its source: what a clerk compares before a document is sent (《党政机关公文处理工作条例》,
2012, art. 25: 公文印制完毕，应当对公文的文字、格式和印刷质量进行检查后分发). Applied where the source is given."""

from __future__ import annotations

from collections.abc import Iterable

from convert.checks.facts import Facts
from convert.checks.integrity import differences
from convert.checks.rule import Fault, Place, Rule, at, rule, words
from convert.style.sheet import Sheet


@rule(
    "text-changed",
    "条例（2012）25",
    "应",
    "the words are those of the source (--against), in their order",
    "文字与源文件（--against）一致，不增不减，次序不变",
    causes=("number-cited", "heading-sequence"),
)
def text_changed(facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
    """Words that were changed, left out or added."""
    for before, after, element in differences(facts.wording, facts.elements) if facts.wording else ():
        place = at(facts.elements[element]) if element >= 0 else Place()
        yield Fault(words(f"“{before}”"), words(f"“{after}”") if after else words("nothing", "无"), place)


RULES: tuple[Rule, ...] = (text_changed,)
