"""Where a title may be broken, and how well: the sense of the pieces complete (GB/T 9704-2012 cl. 7.3.1, 词意完整).

A title says whose it is, 关于, what is done to what, and its kind: 国务院 关于 印发《…》 的 通知. It is best broken before
关于, behind 的, and where a phrase begins with its verb; not between a verb and what it is done to, within a compound, or
within what is enumerated. Names in brackets, numbers and names of organs are whole.
"""

from __future__ import annotations

import re
from itertools import pairwise

from convert.kit.cjk import NO_END, NO_START, display_em
from convert.passes.words import OTHER, Word, words_of

_ABOUT, _REST = "关于", "等"
_TIMES = frozenset(("中", "时", "前", "后", "以前", "以后", "以来", "之前", "之后", "期间"))
_CLAUSES = frozenset(("并", "而"))
_TAKING = frozenset(("将", "把"))
_PARTICLES = "的、）》〉”"
_APART = frozenset(f"{_PARTICLES}省市县区乡镇")  # characters that are no part of a compound before them
_HAN_DIGITS = "〇零一二三四五六七八九十百千万两"
_NUMBER = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9.,%/-]*[ \u00a0]?[年月日号次届期个周]?|〔[^〕]*〕|——|……"
    rf"|等(?=[{_HAN_DIGITS}\d])[{_HAN_DIGITS}]*|第?[{_HAN_DIGITS}]+[条款项章节编号届次年月日个件部家批期]?"
)
NAME = re.compile(r"《[^》]*》|〈[^〉]*〉|“[^”]*”")
"""A name in brackets or quotation marks, with those that it holds."""
_OF_NAME = re.compile("的.{0,3}$|的")  # what goes with a name: no line begins with it
_INNER_NAME = re.compile(r"〈[^〉]*〉|“[^”]*”")
_NEVER_FIRST = frozenset("的地得和与及或暨了者们等之")  # as words of their own
_ORGAN_PART = re.compile(
    "人民|常务|委员会|代表大会|(?:人民)?(?:政府|法院|检察院)|办公[厅室]|党组|党委|机关|机构|部门|单位|部队"
)

# What a break costs, in em of spread between the widths of lines (see title_lines).
_BEFORE_ABOUT, _AFTER_ABOUT, _BETWEEN_ORGANS, _AFTER_TOPIC_VERB = -3.0, -0.5, 0.0, 1.0
_BEFORE_VERB, _BEFORE_MODIFIER, _AFTER_TIME, _AROUND_NAME = 1.5, 0.0, -2.0, -1.0
_AFTER_OF, _BEFORE_VERBAL_NOUN, _COMPOUND, _OBJECT = 2.0, 2.0, 4.0, 6.0
_AFTER_CONJUNCTION, _BEFORE_REST, _ENUMERATED, _MODIFIED, _AFTER_PREPOSITION = 5.0, 5.0, 8.0, 8.0, 10.0
_IN_NAME, _NEVER = 12.0, 20.0


def breaks_of(text: str, measure: float) -> dict[int, float]:
    """The places where a line may begin, and what each costs: the more, the less it should be broken there.

    Names in brackets are whole where a line of `measure` em holds them; numbers, and the names of organs before 关于, are
    always. What the rules for line starts and ends forbid is left out.
    """
    words = words_of(text)
    closed = _closed(text, measure)
    within = {at for m in NAME.finditer(text) for at in range(m.start() + 1, m.end())}
    issuers = _issuers(words, within)
    found: dict[int, float] = {}
    for number, (before, after) in enumerate(pairwise(words), 1):
        at = after.start
        if at in closed or text[at] in NO_START or text[at - 1] in NO_END or text[at].isspace():
            continue
        if at < issuers:
            if _joins_organs(before, after):
                found[at] = _BETWEEN_ORGANS
            continue
        found[at] = max(_cost(words, number), _AFTER_OF) + _IN_NAME if at in within else _cost(words, number)
    return found


def _closed(text: str, measure: float) -> set[int]:
    """Where no line may begin: within numbers, and within names that a line holds."""
    whole = [m.span() for m in _NUMBER.finditer(text)]
    for name in (*NAME.finditer(text), *_INNER_NAME.finditer(text)):
        behind = _OF_NAME.match(text, name.end())
        if display_em(name[0] + (behind[0] if behind else "")) <= measure:
            whole.append(name.span())
    return {at for start, end in whole for at in range(start + 1, end)}


def _issuers(words: list[Word], within: set[int]) -> int:
    """Where 关于 stands behind nothing but names of organs; 0 where none stand before it, or it is part of a name."""
    about = next((word.start for word in words if word.text == _ABOUT), 0)
    acts = any(word.kind == "v" and len(word.text) > 1 for word in words if word.start < about)
    return 0 if acts or about in within else about


def _joins_organs(before: Word, after: Word) -> bool:
    """Whether one organ's name ends and another's begins."""
    ends = before.text.endswith(("委", "政府", "厅", "局", "部"))
    return before.text in "、 \u3000" or (ends and len(before.text) > 1 and after.kind in "so")


def _cost(words: list[Word], at: int) -> float:
    """What it costs to begin a line with the word number `at`."""
    before, after = words[at - 1], words[at]
    if after.text == _ABOUT:
        return _BEFORE_ABOUT
    if before.text == _ABOUT:
        return _AFTER_ABOUT
    if after.text == _REST and before.text in "》〉”":
        return _BEFORE_REST
    if after.text in _NEVER_FIRST or after.kind == "f" or _ORGAN_PART.fullmatch(after.text):
        return _NEVER
    if before.text == "、":
        return _ENUMERATED
    if before.text == "的":
        return _AFTER_OF
    if _joins_organs(before, after):
        return _BETWEEN_ORGANS
    if before.text in _TIMES:
        return _AFTER_TIME
    if before.kind in _BEHIND:
        return _BEHIND[before.kind]
    if before.text in "》〉”" or after.text in "《〈“":
        return _AROUND_NAME
    if before.kind in "vw" and after.kind != "v" and _opens_topic(words, at - 1):
        return _AFTER_TOPIC_VERB
    return _between(words, at)


_BEHIND = {"c": _AFTER_CONJUNCTION, "p": _AFTER_PREPOSITION, "a": _MODIFIED}


def _between(words: list[Word], at: int) -> float:
    """What it costs to part two words that are nouns or verbs."""
    before, after = _kind(words, at - 1), words[at].kind
    acts = _acts(words, at)
    if before in "vw" and len(words[at - 1].text) == 1:
        return _ENUMERATED  # 防|灭火: a verb of one character is part of what follows
    if before in "vw" and acts and at > 1 and _kind(words, at - 2) == OTHER and words[at - 2].text not in _PARTICLES:
        return _BEFORE_VERB  # 灾害防治|列入…: what was a verb is the end of a compound
    if before in "vw":
        return _OBJECT
    if acts and words[at - 2].kind == "p":
        return _OBJECT  # 向上级|报告: what a preposition introduces goes with its verb
    if acts or after == "p" or words[at].text in _CLAUSES:
        return _BEFORE_VERB
    if after == "a":
        return _BEFORE_MODIFIER
    noun = after != "w" or words[min(at + 1, len(words) - 1)].text == "的"
    return (_COMPOUND if noun else _BEFORE_VERBAL_NOUN) + (len(words[at].text) == 1)


def _kind(words: list[Word], at: int) -> str:
    """The kind of a word where it stands: a verb before a noun of one character is part of that one (淹没线)."""
    behind = words[at + 1] if at + 1 < len(words) else None
    noun = behind is not None and len(behind.text) == 1 and behind.kind == OTHER and behind.text not in _APART
    return OTHER if words[at].kind in "vw" and noun else words[at].kind


def _acts(words: list[Word], at: int) -> bool:
    """Whether a phrase begins with its verb: one of two characters, perhaps with how it is done, and to what."""
    while at < len(words) - 1 and words[at].kind == "a":
        at += 1
    if at >= len(words) - 1 or _kind(words, at) != "v" or len(words[at].text) == 1:
        return False
    if words[at + 1].text in _PARTICLES or words[at + 1].kind == "c":
        return False
    taken = any(word.text in _TAKING for word in words[:at])  # 将防治|列入计划: the last verb is the one
    return not (taken and any(_acts(words, later) for later in range(at + 1, len(words))))


def _opens_topic(words: list[Word], at: int) -> bool:
    """Whether the verb is the first of what the title is about: 关于加强, 关于进一步做好."""
    at -= 1
    while at > 0 and words[at].kind == "a":
        at -= 1
    return words[at].text == _ABOUT
