"""The shape of a style file. Every key is optional here: a style may be an overlay (`extends`).

Names end in their unit: mm, pt, em (of the role's own size), lines (of the grid). The words are neutral: no writer's.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Edge = Literal["top", "right", "bottom", "left"]
NoteMarks = Literal["decimal", "circled", "lower-alpha", "lower-roman"]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of the file: a key it does not know is an error, one that is left out is None."""


class MarginsSection(Section, frozen=True):
    """Margins above and below the type area, in mm."""

    top_mm: float | None = None
    bottom_mm: float | None = None


class PageSection(Section, frozen=True):
    """The sheet and its margins, in mm. `mirror` swaps left and right on even pages; `first`: margins that the first page
    has of its own."""

    width_mm: float | None = None
    height_mm: float | None = None
    top_mm: float | None = None
    bottom_mm: float | None = None
    left_mm: float | None = None
    right_mm: float | None = None
    mirror: bool | None = None
    first: MarginsSection | None = None


class GridSection(Section, frozen=True):
    """So many lines of so many characters fill the type area from glyph edge to glyph edge. `blank`: what an empty line is,
    one of the grid, or a line's height from edge to edge."""

    lines: int | None = None
    cells: int | None = None
    blank: Literal["lines", "edges"] | None = None


class FontSection(Section, frozen=True):
    """A font role: names of faces in order of preference. The first one is the official name that DOCX writes."""

    cjk: tuple[str, ...] | None = None
    latin: tuple[str, ...] | None = None
    generic: Literal["serif", "sans-serif", "monospace"] | None = None


class RoleSection(Section, frozen=True):
    """The look of a block. What is left out comes from `extends`, in the end from the role `body`."""

    extends: str | None = None
    font: str | None = None
    size_pt: float | None = None
    pitch_pt: float | None = None
    tracking_pt: float | None = None
    align: Literal["left", "center", "right", "justify", "spread"] | None = None
    indent_em: float | None = None
    left_em: float | None = None
    right_em: float | None = None
    before_lines: float | None = None
    after_lines: float | None = None
    ink_top_mm: float | None = None
    on_grid: bool | None = None
    keep_next: bool | None = None
    keep_previous: bool | None = None
    middle: bool | None = None
    new_page: bool | None = None
    balance: bool | None = None
    color: str | None = None
    border_pt: float | None = None
    border_sides: tuple[Edge, ...] | None = None
    border_color: str | None = None
    background: str | None = None
    padding_em: float | None = None
    place: Literal["text", "foot"] | None = None


class SpanSection(Section, frozen=True):
    """The look of an inline, as what it changes: another font, a scale, a line, a rise, colours. `over_mm`: the size of
    pictures that stand over its words, `over_rise_mm`: how far their middle lies above that of the words."""

    font: str | None = None
    scale: float | None = None
    rise_em: float | None = None
    line: Literal["none", "under", "through", "dots"] | None = None
    color: str | None = None
    background: str | None = None
    caps: Literal["none", "small"] | None = None
    weight: Literal["normal", "bold"] | None = None
    slant: Literal["normal", "italic"] | None = None
    over_mm: float | None = None
    over_rise_mm: float | None = None


class TypographySection(Section, frozen=True):
    """Line breaking and paragraph rules."""

    autospace_em: float | None = None
    last_line_chars: int | None = None
    orphans: int | None = None
    widows: int | None = None


class TableSection(Section, frozen=True):
    """All tables: the look of one whose role is no look; the weight of rules, the padding of cells and where their
    content stands in them. `smaller`: what the roles of cells begin with in tables that are wide."""

    look: str | None = None
    smaller: tuple[str, ...] | None = None
    rule_pt: float | None = None
    padding_em: float | None = None
    valign: Literal["top", "middle"] | None = None
    numbers: Literal["plain", "decimal"] | None = None


class TableLookSection(Section, frozen=True):
    """A look of tables, by its role: weights of rules in pt, 0 for none; `span_pt`: of those below header cells over
    several columns. What is left out is the weight of all tables' rules. `shade`: the ground of header cells."""

    top_pt: float | None = None
    bottom_pt: float | None = None
    head_pt: float | None = None
    rows_pt: float | None = None
    columns_pt: float | None = None
    sides_pt: float | None = None
    span_pt: float | None = None
    padding_em: float | None = None
    valign: Literal["top", "middle"] | None = None
    numbers: Literal["plain", "decimal"] | None = None
    shade: str | None = None


class RuleSection(Section, frozen=True):
    """A rule by its role: `weights_pt` of its lines from top to bottom, one or two, `gap_pt` between two. `width_mm`: 0 for
    all there is, centred on the type `area` or on the `sheet`. `before_mm`, `after_mm`: to the characters, or to the rule,
    above and below; `after_lines`: lines of the grid besides."""

    weights_pt: tuple[float, ...] | None = None
    gap_pt: float | None = None
    color: str | None = None
    width_mm: float | None = None
    centered_on: Literal["area", "sheet"] | None = None
    before_mm: float | None = None
    after_mm: float | None = None
    after_lines: float | None = None


class ListsSection(Section, frozen=True):
    """Lists: bullets by level, the boxes of tasks not done and done, indent of each level."""

    bullets: tuple[str, ...] | None = None
    tasks: tuple[str, str] | None = None
    indent_em: float | None = None


class PicturesSection(Section, frozen=True):
    """Pictures: the most pixels an inch that files keep, 0 for all there are."""

    dpi: int | None = None


class NumberingSection(Section, frozen=True):
    """Numbers of headings: whether they are kept as typed or all given anew, and how each level writes them."""

    mode: Literal["keep", "auto"] | None = None
    levels: tuple[str, ...] | None = None


class CaptionsSection(Section, frozen=True):
    """Captions: whether their numbers are kept as typed, and what is printed before their words, by language, with
    `{number}` and perhaps `{chapter}` in it."""

    mode: Literal["keep", "fill", "auto"] | None = None
    figure: dict[str, str] = {}
    table: dict[str, str] = {}


class NotesSection(Section, frozen=True):
    """Notes: how footnotes and endnotes are numbered, where footnotes count from 1 again; the rule above them: its length
    in em of the note's text, its weight."""

    marks: NoteMarks | None = None
    end_marks: NoteMarks | None = None
    restart: Literal["document", "page"] | None = None
    rule_em: float | None = None
    rule_pt: float | None = None


class TextsSection(Section, frozen=True):
    """What stands at the left, in the middle and at the right of a header or a footer, with fields in braces; a `rule` by its
    look, `edge_mm` from the sheet's edge."""

    left: str | None = None
    center: str | None = None
    right: str | None = None
    rule: str | None = None
    edge_mm: float | None = None


class BandSection(Section, frozen=True):
    """A header or a footer: its line lies `drop_mm` beyond the type area, with a rule of `rule_pt` on the inner side.

    `left`, `center`, `right`, `rule` stand on all pages, save those that `even` and `first` (of the section) speak of.
    """

    font: str | None = None
    size_pt: float | None = None
    color: str | None = None
    drop_mm: float | None = None
    inset_em: float | None = None
    rule_pt: float | None = None
    left: str | None = None
    center: str | None = None
    right: str | None = None
    rule: str | None = None
    edge_mm: float | None = None
    even: TextsSection | None = None
    first: TextsSection | None = None


class TitleBlockSection(Section, frozen=True):
    """What of the metadata stands below the title, where the text does not say it: `shows`, in any order."""

    shows: tuple[Literal["subtitle", "authors", "date"], ...] | None = None


class LetterheadSection(Section, frozen=True):
    """The letterhead: `show` it never, where it is given, or always where issuers are known; what follows the names in the
    mark, whose of several issuers stand in it, how small its characters may become. `rule`: what the red rule stands below; `dated`: whether who issued it and
    when stand below the number, as in minutes."""

    show: Literal["never", "given", "always"] | None = None
    ending: str | None = None
    issuers: Literal["all", "host"] | None = None
    rule: Literal["number", "mark", "none"] | None = None
    dated: bool | None = None
    smallest_pt: float | None = None


class CoverSection(Section, frozen=True):
    """The cover: `show` whether documents have one that do not say."""

    show: bool | None = None


class SigningSection(Section, frozen=True):
    """Who signs (cl. 7.3.5): `default` what stands with the signature where the document does not say; `letterhead`: a seal
    if it has a letterhead, else nothing. `stamp_mm`: the room that a signature stamp has, its width and height;
    `respace_lines`: by how many lines a page may change so that a signature fits."""

    default: Literal["letterhead", "seal", "stamp", "none"] | None = None
    stamp_mm: tuple[float, float] | None = None
    respace_lines: int | None = None


class AttachmentsSection(Section, frozen=True):
    """Attachments (cl. 7.3.7): `bound` whether they are bound with the document; those that are not have its number before
    their labels."""

    bound: bool | None = None


class BookSection(Section, frozen=True):
    """Books: `page_list` whether they tell where the printed pages begin."""

    page_list: bool | None = None


class ImprintSection(Section, frozen=True):
    """The imprint (版记): what it `shows`, whether it has `rules`, and on which `page` it stands, the last one or the last
    even one, with a new one where that has no room."""

    shows: tuple[Literal["recipients", "cc", "printing"], ...] | None = None
    rules: bool | None = None
    page: Literal["even", "last"] | None = None


class PagesSection(Section, frozen=True):
    """Pages of one kind, as what they have of their own: margins, header, footer, how they are numbered.

    `edges`: where header and footer stand on pages across, at the edges of the sheet as it is bound or of the page as
    it is read.
    """

    page: PageSection = PageSection()
    header: BandSection = BandSection()
    footer: BandSection = BandSection()
    numbers: Literal["decimal", "lower-roman", "upper-roman", "lower-alpha", "upper-alpha", "cjk"] | None = None
    edges: Literal["sheet", "page"] | None = None


class StyleFile(Section, frozen=True):
    """A style file as it is written."""

    name: str = ""
    title: dict[str, str] = {}
    lang: str | None = None
    extends: str | None = None
    page: PageSection = PageSection()
    grid: GridSection = GridSection()
    fonts: dict[str, FontSection] = {}
    roles: dict[str, RoleSection] = {}
    spans: dict[str, SpanSection] = {}
    typography: TypographySection = TypographySection()
    table: TableSection = TableSection()
    tables: dict[str, TableLookSection] = {}
    rules: dict[str, RuleSection] = {}
    lists: ListsSection = ListsSection()
    pictures: PicturesSection = PicturesSection()
    numbering: NumberingSection = NumberingSection()
    captions: CaptionsSection = CaptionsSection()
    notes: NotesSection = NotesSection()
    header: BandSection = BandSection()
    footer: BandSection = BandSection()
    sections: dict[str, PagesSection] = {}
    title_block: TitleBlockSection = TitleBlockSection()
    letterhead: LetterheadSection = LetterheadSection()
    cover: CoverSection = CoverSection()
    signing: SigningSection = SigningSection()
    attachments: AttachmentsSection = AttachmentsSection()
    imprint: ImprintSection = ImprintSection()
    book: BookSection = BookSection()
