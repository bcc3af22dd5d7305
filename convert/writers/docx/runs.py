"""Inlines as runs: what each says beyond its paragraph's style, and which face Word takes for marks of both scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import assert_never

from convert.kit.cjk import EAST_ASIAN, latin_runs, one_of
from convert.kit.math.officemath import office_math
from convert.kit.math.presentation import parse
from convert.layout.inlines import PageOf
from convert.layout.result import ASCENT
from convert.model import (
    Code,
    Emph,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    Note,
    Raw,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Text,
    Underline,
)
from convert.model.walk import replace_nodes
from convert.style.sheet import Sheet
from convert.style.spans import PLAIN
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.geometry import half_points
from convert.writers.docx.languages import guide_language, language
from convert.writers.docx.looks import CharLook, Properties, char_properties, differing, fonts
from convert.writers.docx.names import StyleNames
from convert.writers.docx.styles import span_properties
from convert.writers.docx.xml import characters, escape, field, run, value

Pictures = Callable[[Image], str]
"""Makes the drawing of a picture."""
Addresses = Callable[[str], str]
"""Gives the relationship id of an address outside the document."""
Notes = Callable[[Note], int]
"""Writes a note; gives its number in its part."""
Fields = Callable[[Ref], str]
"""Gives the instruction of the field for a reference, "" where a link has to do."""

_MARK = Super(())  # what the mark of a note looks like
_MATH_FONTS = '<w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/>'
HINT = ' w:hint="eastAsia"'
_UNSURE = f"^\x00-\x7f{EAST_ASIAN}"
"""Neither ASCII, which Word sets in the Latin face, nor what it sets in the Chinese one without being told."""


class Runs:
    """Makes runs of inlines. `pictures`, `addresses` and `notes` add to the package what runs refer to; `fields`
    makes references; `page_of` gives the page of an id."""

    def __init__(
        self,
        sheet: Sheet,
        names: StyleNames,
        bookmarks: Bookmarks,
        pictures: Pictures,
        addresses: Addresses,
        notes: Notes,
        fields: Fields,
        page_of: PageOf,
    ) -> None:
        self._sheet, self._names, self._bookmarks = sheet, names, bookmarks
        self._pictures, self._addresses, self._notes = pictures, addresses, notes
        self._fields, self._page_of = fields, page_of
        self._known: dict[CharLook, Properties] = {}
        self._spans: dict[str, Properties] = {}
        self._tabled = False

    @contextmanager
    def in_table(self) -> Iterator[None]:
        """While the content of a table is written: runs say outright what their character style says, too, for LibreOffice
        overlooks these styles in tables that have a style."""
        before, self._tabled = self._tabled, True
        yield
        self._tabled = before

    def of(self, inlines: Iterable[Inline], look: CharLook, lang: str) -> str:
        """The runs of a paragraph whose style gives its characters `look`. `lang`: its language, "" for the document's."""
        base = self._properties(look)
        return "".join(self._inlines(inlines, look, base, (), lang))

    def _inlines(
        self, inlines: Iterable[Inline], look: CharLook, base: Properties, style: tuple[str, ...], lang: str
    ) -> Iterator[str]:
        """`look`: what the characters shall look like; `base`: what the styles give; `style`: the spans around."""
        for inline in inlines:
            if inline.id and not isinstance(inline, Note):
                yield self._bookmarks.mark(inline.id)
            match inline:
                case Text(text) if not inline.role and not inline.lang:
                    yield from self._text(text, look, base, style, lang)
                case Text(text) | Code(text):
                    own, below, name = self._spanned(inline, look, base, style)
                    yield from self._text(text, own, below, name, inline.lang or lang)
                case Strong() | Emph() | Underline() | Strike() | Super() | Sub() | Span():
                    own, below, name = self._spanned(inline, look, base, style)
                    yield from self._inlines(self._words(inline), own, below, name, inline.lang or lang)
                case Image() | Math():
                    yield self._pictures(inline) if isinstance(inline, Image) else self.formula(inline, look, base)
                case LineBreak():
                    yield run("<w:br/>")
                case Link() | Ruby():
                    own, below, name = self._spanned(inline, look, base, style)
                    content = "".join(self._inlines(inline.children, own, below, name, inline.lang or lang))
                    yield (
                        self._link(inline, content)
                        if isinstance(inline, Link)
                        else self._ruby(inline, content, own, lang)
                    )
                case Note():
                    yield self._bookmarks.around(inline.id, self._reference(inline, look, base, style))
                case Ref():
                    words = (Text(self._page_of(inline.target)),) if inline.kind == "page" else inline.children
                    own, below, name = self._spanned(inline, look, base, style)
                    content = "".join(self._inlines(words, own, below, name, inline.lang or lang))
                    instruction = self._fields(inline)
                    yield (
                        field(instruction, content)
                        if instruction
                        else self._link(Link(words, f"#{inline.target}"), content)
                    )
                case Raw():
                    raise TypeError("Raw must be lowered before it is written")
                case _:
                    assert_never(inline)

    def display(self, formula: MathBlock, look: CharLook) -> str:
        """A formula that is a paragraph of its own (ISO/IEC 29500-1, 22.1.2.78)."""
        centred = '<m:oMathParaPr><m:jc m:val="center"/></m:oMathParaPr>'
        return f"<m:oMathPara>{centred}{self.formula(formula, look, self._properties(look))}</m:oMathPara>"

    def formula(self, formula: Math | MathBlock, look: CharLook, base: Properties) -> str:
        """A formula in the size and colour of the text around it, in the math face."""
        own = {**self._properties(look), "rFonts": _MATH_FONTS}
        return f"<m:oMath>{office_math(parse(formula.mathml), differing(own, base))}</m:oMath>"

    def _words(self, inline: Strong | Emph | Underline | Strike | Super | Sub | Span) -> tuple[Inline, ...]:
        """What stands in an inline; pictures over its words are anchored in the paragraph."""
        if not (isinstance(inline, Span) and self._sheet.is_over(inline)):
            return inline.children
        return replace_nodes(inline, lambda node: () if isinstance(node, Image) else node).children

    def _spanned(
        self, inline: Inline, look: CharLook, base: Properties, style: tuple[str, ...]
    ) -> tuple[CharLook, Properties, tuple[str, ...]]:
        """The look inside an inline, what the styles give there, and the spans that it stands in."""
        span = self._sheet.span(inline)
        if span is PLAIN:
            return look, base, style
        name = inline.role if inline.role in self._sheet.spans else type(inline).__name__.lower()
        spans = style if name in style else (*style, name)
        return look.spanned(span), self._styled_base(base, name), spans

    def _styled_base(self, base: Properties, name: str) -> Properties:
        """What the styles give in a span."""
        if self._tabled:
            return base
        if name not in self._spans:
            self._spans[name] = span_properties(name, self._sheet)
        return {**base, **self._spans[name]}

    def _text(self, text: str, look: CharLook, base: Properties, style: tuple[str, ...], lang: str) -> Iterator[str]:
        own = self._properties(look)
        before, after = self._styled(style), language(lang) if lang else ""
        for piece, hint in hinted(text):
            said = {**own, "rFonts": self._hinted_fonts(own, base, look)} if hint else own
            yield run(characters(piece), before + differing(said, base) + after)

    def _styled(self, style: tuple[str, ...]) -> str:
        return value("rStyle", self._names.span(style).id) if style else ""

    def _reference(self, note: Note, look: CharLook, base: Properties, style: tuple[str, ...]) -> str:
        """The mark of a note (17.11.7, 17.11.14): Word counts by itself."""
        own, below, name = self._spanned(_MARK, look, base, style)
        properties = self._styled(name) + differing(self._properties(own), below)
        return run(f'<w:{note.kind}noteReference w:id="{self._notes(note)}"/>', properties)

    def _ruby(self, ruby: Ruby, content: str, look: CharLook, lang: str) -> str:
        """A phonetic guide (ISO/IEC 29500-1, 17.3.3.25); sizes and the distance of the baselines in half-points."""
        small, base = look.spanned(self._sheet.reading), self._properties(look)
        style: tuple[str, ...] = ()
        if "reading" in self._sheet.spans:
            base = self._styled_base(base, "reading")
            style = ("reading",)
        reading = "".join(self._text(ruby.reading, small, base, style, lang))
        size, raised = half_points(small.size), half_points(look.size * ASCENT)
        properties = (
            value("rubyAlign", "center")
            + value("hps", size)
            + value("hpsRaise", raised)
            + value("hpsBaseText", half_points(look.size))
            + value("lid", guide_language(lang or self._sheet.lang))
        )
        return run(
            f"<w:ruby><w:rubyPr>{properties}</w:rubyPr><w:rt>{reading}</w:rt><w:rubyBase>{content}</w:rubyBase></w:ruby>"
        )

    def _properties(self, look: CharLook) -> Properties:
        """The properties of a look; a document has few looks and many runs."""
        if look not in self._known:
            self._known[look] = char_properties(look, self._sheet)
        return self._known[look]

    def _hinted_fonts(self, own: Properties, base: Properties, look: CharLook) -> str:
        """The hint, with the faces only where they are not the style's: those a change of the style shall reach."""
        return f"<w:rFonts{HINT}/>" if own["rFonts"] == base["rFonts"] else fonts(self._sheet.fonts[look.font], HINT)

    def _link(self, link: Link, content: str) -> str:
        tooltip = f' w:tooltip="{escape(link.title)}"' if link.title else ""
        if link.target.startswith("#"):
            target = f'w:anchor="{self._bookmarks.name(link.target[1:])}"'
        else:
            target = f'r:id="{self._addresses(link.target)}"'
        return f'<w:hyperlink {target}{tooltip} w:history="1">{content}</w:hyperlink>'


def hinted(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, each with whether Word must be told that it is Chinese.

    Marks such as “ ” … — and signs such as ① ℃ → are in the faces of both scripts: Word takes the Latin one for them
    unless the run has a hint (ISO/IEC 29500-1, 17.3.2.26). Which are Latin, their neighbours say (`latin_runs`).
    """
    unsure = one_of(_UNSURE)
    at = 0
    if unsure.search(text):
        for start, end in latin_runs(text):
            if not unsure.search(text, start, end):
                continue  # plain ASCII: a hint does it no harm
            if at < start:
                yield text[at:start], unsure.search(text, at, start) is not None
            yield text[start:end], False
            at = end
    if at < len(text):
        yield text[at:], unsure.search(text, at) is not None
