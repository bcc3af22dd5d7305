"""What characters look like, as far as it means something: styles and the run's own words taken together, and runs of
one look made into nested inlines."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from convert.model import Code, Emph, Inline, LineBreak, Span, Strike, Strong, Sub, Super, Text, Underline, replace
from convert.model.build import join
from convert.readers.docx.properties import RunProperties
from convert.readers.docx.stylenames import CODE_STYLES
from convert.readers.docx.styles import ParagraphStyle, Styles

Atom: TypeAlias = tuple[tuple[str, ...], Inline]
"""An inline and the marks around it, the outermost first."""

_MARKS: dict[str, type[Strong] | type[Emph] | type[Underline] | type[Strike] | type[Super] | type[Sub]] = {
    "strong": Strong,
    "emph": Emph,
    "underline": Underline,
    "strike": Strike,
    "super": Super,
    "sub": Sub,
}
SIGNER_NAME = "signer-name"
"""The role of the span of those who sign."""
FAR = "far"
"""The role of a span that stands at the far end of its line: a tab leads there."""
_BY_NAME = {
    "strong": "strong",
    "要点": "strong",
    "emphasis": "emph",
    "强调": "emph",
    "strikeout": "strike",
    "underline": "underline",
    "下划线": "underline",
    "删除线": "strike",
    "superscript": "super",
    "上标": "super",
    "subscript": "sub",
    "下标": "sub",
    "突出显示": "highlight",
    "着重号": "emphasis-dots",
    "行末": FAR,
    "签发人姓名": SIGNER_NAME,
    "小型大写": "small-caps",
    "出席标签": "attendance-label",
    "行末字号": "number",
}
"""Character styles that mean what they are called, however they look."""
_SPAN_ROLE = re.compile(r"(article|heading[1-9]|far|signer-name|attendance-label|number) text")
"""Styles of our own for words that open a paragraph: the number of an article of law, a heading in the line."""
_TOGETHER = " + "  # between the names of styles that one style stands for: Word gives characters only one
_LANG = "lang "
"""What a mark begins with that is a language."""
_LINK_STYLES = frozenset({"hyperlink", "internet link", "followedhyperlink", "visited internet link", "超链接"})
_NONE = frozenset({"", "none", "0"})
_BLANK = " \t\u00a0\u3000\u2002\u2003\u2009"


class Look(NamedTuple):
    """The look of a run: the marks around its text, and what else decides how it is read. Sizes in pt, 0: not said.
    `lang`: the language that the run itself gives its Latin letters, `han_lang` its East Asian ones."""

    marks: tuple[str, ...] = ()
    underlined: bool = False  # by a style that is called so
    hidden: bool = False
    code: bool = False
    bold: bool = False
    size: float = 0.0
    font: str = ""
    han_font: str = ""
    color: str = ""
    lang: str = ""
    han_lang: str = ""


class Looks:
    """Works out looks; a document has few of them and many runs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[tuple[str, tuple[tuple[str, bool | str | float], ...]], Look] = {}

    def of(self, direct: RunProperties, paragraph: ParagraphStyle) -> Look:
        """The look of a run that says `direct` of itself, in a paragraph of a style."""
        key = paragraph.id, tuple(direct.items())
        if key not in self._known:
            self._known[key] = self._look(direct, paragraph)
        return self._known[key]

    def _look(self, direct: RunProperties, paragraph: ParagraphStyle) -> Look:
        style_id = str(direct.get("rStyle", ""))
        style = self._styles.run(style_id) if style_id else {}
        names = self._styles.names(style_id) if style_id else ()
        named = names[0].split(_TOGETHER) if names else ()
        said = {**self._styles.defaults, **paragraph.run, **style, **direct}

        def toggle(name: str) -> bool:
            """17.7.3: a run's own word holds; styles of both kinds switch each other over."""
            if name in direct:
                return bool(direct[name])
            return bool(self._styles.defaults.get(name)) or bool(paragraph.run.get(name)) != bool(style.get(name))

        def usual(name: str) -> bool:
            return bool(self._styles.defaults.get(name) or paragraph.run.get(name))

        own = {**style, **direct}
        marks = {mark for name in named if (mark := _by_name(name))}
        bold = toggle("b")
        marks |= {mark for mark, name in (("strong", "b"), ("emph", "i")) if toggle(name) and not usual(name)}
        marks |= {"strike"} if toggle("strike") or toggle("dstrike") else set()
        marks |= {"small-caps"} if toggle("smallCaps") and not usual("smallCaps") else set()
        linked = not _LINK_STYLES.isdisjoint((*names, *named))
        underline = str(direct.get("u", "") if linked else own.get("u", ""))
        marks |= {"underline"} if underline not in _NONE else set()
        marks |= {"highlight"} if str(own.get("highlight", "")) not in _NONE else set()
        marks |= {"emphasis-dots"} if str(own.get("em", "")) not in _NONE else set()
        rise = {"superscript": "super", "subscript": "sub"}.get(str(own.get("vertAlign", "")))
        marks |= {rise} if rise else set()
        return Look(
            marks=(*sorted(marks - _KNOWN), *(mark for mark in _ORDER if mark in marks)),
            underlined=any(_by_name(name) == "underline" for name in named),
            hidden=toggle("vanish") and not said.get("specVanish"),
            code=not CODE_STYLES.isdisjoint((*names, *named)),
            bold=bold,
            size=float(said.get("size", 0) or 0),
            font=str(said.get("font", "")),
            han_font=str(said.get("han-font", "")),
            color=str(said.get("color", "")),
            lang=str(own.get("lang", "")),
            han_lang=str(own.get("han-lang", "")),
        )


_ORDER = (FAR, SIGNER_NAME, "highlight", "emphasis-dots", "small-caps", "attendance-label", "number", *_MARKS)
_KNOWN = frozenset(_ORDER)


def _by_name(name: str) -> str:
    """The mark that a character style of this name is; empty for none."""
    role = _SPAN_ROLE.fullmatch(name)
    return role[1] if role else _BY_NAME.get(name, "")


def in_language(marks: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """The marks, and around them that the words are in a language."""
    return (f"{_LANG}{lang}", *marks)


def nest(atoms: list[Atom]) -> tuple[Inline, ...]:
    """Inlines from atoms: what neighbours share stands around them once, the mark that reaches farthest outermost."""
    built: list[Inline] = []
    at = 0
    while at < len(atoms):
        marks, inline = atoms[at]
        if not marks or isinstance(inline, LineBreak):
            built.append(inline)
            at += 1
            continue
        mark, end = max(((mark, _reach(atoms, at, mark)) for mark in marks), key=lambda pair: pair[1])
        inner = [(tuple(m for m in own if m != mark), inline) for own, inline in atoms[at:end]]
        built += _marked(mark, nest(inner))
        at = end
    return join(built)


def _reach(atoms: list[Atom], start: int, mark: str) -> int:
    """How far the mark goes on without a gap. A line break takes part in whatever is around it."""
    end = start
    while end < len(atoms) and (mark in atoms[end][0] or (isinstance(atoms[end][1], LineBreak) and end > start)):
        end += 1
    while isinstance(atoms[end - 1][1], LineBreak) and end - 1 > start:
        end -= 1
    return end


def _marked(mark: str, children: tuple[Inline, ...]) -> list[Inline]:
    """The children inside the mark. White space at the edges of emphasis is not emphasised; a blank to be filled in is
    underlined white space, and stays."""
    if mark.startswith(_LANG):
        return [Span(children, lang=mark.removeprefix(_LANG))]
    if mark not in _MARKS:
        return [Span(children, role=mark)]
    lead: list[Inline] = []
    trail: list[Inline] = []
    if mark in ("strong", "emph", "strike", "super", "sub"):
        children, lead, trail = _trimmed(children)
        if not children:
            return [*lead, *trail]
    return [*lead, _MARKS[mark](children), *trail]


def _trimmed(children: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], list[Inline], list[Inline]]:
    lead: list[Inline] = []
    trail: list[Inline] = []
    if children and isinstance(first := children[0], Text):
        rest = first.text.lstrip(_BLANK)
        if rest != first.text:
            lead.append(replace(first, text=first.text[: len(first.text) - len(rest)]))
            children = (*((replace(first, text=rest),) if rest else ()), *children[1:])
    if children and isinstance(last := children[-1], Text):
        rest = last.text.rstrip(_BLANK)
        if rest != last.text:
            trail.append(replace(last, text=last.text[len(rest) :]))
            children = (*children[:-1], *((replace(last, text=rest),) if rest else ()))
    return children, lead, trail


def code_or_text(text: str, look: Look) -> Inline:
    """A run's characters as the inline they are."""
    return Code(text) if look.code else Text(text)
