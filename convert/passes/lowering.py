"""Bring a document into printable form: what the writers cannot set as such becomes what they can, and is reported.

Notes get their numbers, readings of what is more than words stand behind it in
brackets, formulas get MathML in one plain form,
references get what they show, columns and cells hand their alignment down. All three outputs get
the same words in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator

from convert.diagnostics import Report
from convert.kit.numerals import bare_number
from convert.layout.columns import placed_cells
from convert.layout.numbers import decimals
from convert.model import (
    Cell,
    Code,
    Document,
    Emph,
    Figure,
    Heading,
    Inline,
    Link,
    Math,
    MathBlock,
    Node,
    Note,
    Para,
    Raw,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Table,
    Text,
    Toc,
    Underline,
    replace,
)
from convert.model.build import join
from convert.model.nodes import Align
from convert.model.walk import nodes, plain, replace_nodes
from convert.passes.contents import Contents
from convert.passes.ids import FreeIds
from convert.passes.sections import keep_sections_out
from convert.passes.wide_tables import turn_wide_tables
from convert.style.sheet import Sheet, TableLook

_PLAIN = (Text, Code, Strong, Emph, Underline, Strike, Super, Sub, Span)
_SHOWN = 40  # characters of a dropped piece that a message quotes


def lower(document: Document, sheet: Sheet, report: Report) -> Document:
    """`document` without raw markup, its notes numbered as `sheet` says, its references and tables of contents filled,
    tables that are too wide on pages across."""
    document = keep_sections_out(document, sheet, report)
    ids = FreeIds(document)
    contents = Contents(document, ids)
    document = contents.document
    lowering = _Lowering(document, sheet, contents, ids, report)
    lowered = replace_nodes(document, lowering.replacement)
    lowered = replace_nodes(lowered, lowering.marked) if lowering.refers_to_notes else lowered
    return turn_wide_tables(lowered, sheet, report)


class _Lowering:
    def __init__(self, document: Document, sheet: Sheet, contents: Contents, ids: FreeIds, report: Report) -> None:
        self._report, self._tables, self._marks, self._contents, self._ids = (
            report,
            sheet.tables,
            sheet.notes,
            contents,
            ids,
        )
        self._document = document
        self._sheet = sheet
        self._targets: dict[str, Node] = {}
        self._numbers = {"foot": 0, "end": 0}  # of the last note of each kind
        self._notes: dict[str, str] = {}  # marks by id
        self.refers_to_notes = False

    def replacement(self, node: Node) -> Node | tuple[Node, ...]:
        match node:
            case Note():
                return self._note(node)
            case Ruby():
                return self._ruby(node)
            case Math() | MathBlock():
                return self._formula(node)
            case Ref():
                return self._reference(node)
            case Toc():
                return self._contents.filled(node)
            case Link() if any(isinstance(inner, Note) for inner in nodes(node.children)):
                return tuple(_parted(node))
            case Raw():
                self._report.add("raw-dropped", node.pos, format=node.format, text=node.text.strip()[:_SHOWN])
                return ()
            case Para() | Heading():
                return _joined(node)
            case Table():
                return _aligned(node, self._tables.look_of(node))
            case _:
                return node

    def _note(self, note: Note) -> Node:
        inner = [node for node in nodes(note.children) if isinstance(node, Note)]
        if inner:  # Word has no notes to notes
            for each in inner:
                self._numbers[each.kind] -= 1
            unnested = replace_nodes(note, self._unnested)
            assert isinstance(unnested, Note)
            note = unnested
        self._numbers[note.kind] += 1
        number = self._numbers[note.kind]
        id, mark = (
            note.id or self._ids.take(f"{note.kind}note", number),
            note.number or self._marks.mark(number, note.kind),
        )
        self._notes[id] = mark
        return replace(note, id=id, number=mark)

    def marked(self, node: Node) -> Node:
        """A reference to a note with the note's mark, where that is known: to be asked when all notes have theirs."""
        if isinstance(node, Ref) and node.kind == "number" and not node.children:
            return replace(node, children=(Text(self._notes.get(node.target, node.target)),))
        return node

    def _unnested(self, node: Node) -> Node:
        if not isinstance(node, Note):
            return node
        self._report.add("note-nested", node.pos)
        words: list[Inline] = [Text("（")]
        for block in node.children:
            words += block.children if isinstance(block, Para) else (Text(plain(block)),)
        return Span(join((*words, Text("）"))), id=node.id, pos=node.pos)

    def _formula(self, node: Math | MathBlock) -> Node:
        """A formula with MathML in the form that all outputs are made from; its source where it cannot be set."""
        from convert.kit.math.plainform import plain_form

        mathml = plain_form(node.tex, node.mathml, display=isinstance(node, MathBlock))
        if mathml:
            return replace(node, mathml=mathml)
        self._report.add("math-source", node.pos)
        code = Code(node.tex or node.mathml, pos=node.pos)
        if isinstance(node, Math):
            return replace(code, id=node.id)
        return Para((code,), role="formula", id=node.id, pos=node.pos)

    def _ruby(self, ruby: Ruby) -> Node | tuple[Node, ...]:
        """A reading stays above plain words; Word knows no other base."""
        plainly = all(isinstance(node, _PLAIN) for node in nodes(ruby.children)) and plain(ruby.children).strip()
        if plainly and ruby.reading.strip():
            return ruby
        if not ruby.reading.strip():
            return ruby.children
        self._report.add("ruby-inline", ruby.pos, base=plain(ruby.children))
        return (*ruby.children, Text(f"（{ruby.reading}）"))

    def _reference(self, ref: Ref) -> Node | tuple[Node, ...]:
        """A reference with what it shows. What the source shows stays, save pages, and numbers that the style gives."""
        if not self._targets:
            for node in nodes(self._document):
                if node.id:
                    self._targets.setdefault(node.id, node)
        target = self._targets.get(ref.target)
        if target is None:
            self._report.add("ref-unresolved", ref.pos, target=ref.target)
            return ref.children or Text(ref.target)
        if ref.kind == "page":
            return replace(ref, children=())
        if isinstance(target, Note):
            self.refers_to_notes |= not ref.children
            return replace(ref, kind="number") if not ref.children else ref
        number = bare_number(target.number) if isinstance(target, Heading | Table | Figure) else ""
        mode = self._sheet.numbering.mode if isinstance(target, Heading) else self._sheet.captions.mode
        if ref.kind == "number" and number and (mode == "auto" or not ref.children):
            return replace(ref, children=(Text(number),))
        return ref if ref.children else replace(ref, children=(Text(_words(target) or ref.target),))


def _parted(link: Link) -> Iterator[Inline]:
    """A link as what stands before and behind the notes in it: their marks are links themselves."""
    words: list[Inline] = []
    for child in link.children:
        notes = [inner for inner in nodes(child, notes=False) if isinstance(inner, Note)]
        if not isinstance(child, Note):
            words.append(replace_nodes(child, lambda node: () if isinstance(node, Note) else node))
        if notes and words:
            yield replace(link, children=tuple(words))
            words = []
            link = replace(link, id="")
        yield from notes
    if words:
        yield replace(link, children=tuple(words))


def _joined(block: Para | Heading) -> Para | Heading:
    children: tuple[Inline, ...] = join(block.children)
    return block if len(children) == len(block.children) else replace(block, children=children)


def _aligned(table: Table, look: TableLook) -> Table:
    """The table with the alignment of its columns at the cells, and of these at the paragraphs, that have none. Where
    numbers are aligned by the point, the other cells of their column stand in its middle, as they do."""
    numbers = decimals(table, look)
    numeric = {column for _, column in numbers}
    aligns = [column.align for column in table.columns]
    rows: list[list[Cell]] = [[] for _ in (*table.head, *table.body)]
    for row, column, cell in placed_cells(table):
        align = cell.align or (aligns[column] if column < len(aligns) else "")
        if column in numeric and (row, column) not in numbers and align in ("", "right"):
            cell, align = replace(cell, align="center"), "center"
        rows[row].append(_aligned_cell(cell, align) if align else cell)
    placed = [replace(row, cells=tuple(cells)) for row, cells in zip((*table.head, *table.body), rows, strict=True)]
    count = len(table.head)
    return replace(table, head=tuple(placed[:count]), body=tuple(placed[count:]))


def _aligned_cell(cell: Cell, align: Align) -> Cell:
    children = tuple(
        replace(block, align=align) if isinstance(block, Para) and not block.align else block for block in cell.children
    )
    return replace(cell, align=align, children=children)


def _words(node: Node) -> str:
    """The words that stand for a node: a caption, a heading, the text itself."""
    match node:
        case Table() | Figure():
            return plain(node.caption, notes=False) or bare_number(node.number)
        case Heading() | Para() | Span():
            return plain(node.children, notes=False)
        case _:
            return ""
