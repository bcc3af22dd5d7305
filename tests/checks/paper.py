"""The page docs/rules.md, from the table of rules. `python -m tests.checks.paper` writes it."""

from __future__ import annotations

from pathlib import Path

from convert.checks.rule import STRENGTHS, Rule
from convert.checks.rules import PLACES, TEXTS

PAGE = Path(__file__).resolve().parents[2] / "docs/rules.md"

_HEAD = """# What `triptych check` looks at

<!-- made from the table of rules by `python -m tests.checks.paper` -->

    triptych check report.pdf                     PDF, DOCX or EPUB, whatever made them
    triptych check *.pdf --style house.toml       against a style of your own
    triptych check report.pdf --format github     annotations of a workflow; also json (or --json), sarif
    triptych check report.pdf --ignore bold       without a rule; --select applies one alone
    triptych check report.docx --against report.md  whether its words are those of its source
    triptych check --fix report.docx -o fixed.docx  print it anew in the style, its words kept
    triptych check --rules                        this table

Without `--style`, letters, orders and minutes (cl. 10) are known by their marks and judged by their own styles.

A finding says what is required and what was measured, where, which clause says so and how strongly: 应 (shall), 一般
(normally), 推荐 (recommended). Where the standard is silent and practice is not, the finding is labelled *practice*. What
follows from another finding stands below it: a wrong leading changes all distances. Requirements come from the style where
it knows them, so that a house style is checked as well; the clauses are those of GB/T 9704-2012 where no other
standard is named.

The command ends with 0 where nothing was found that the standard asks for, with 1 where something was (or a file could not
be read), with 2 where it was called wrongly. Findings of practice, and of what the standard merely allows (可), do not change
that; `--strict` makes them count.

A rule is applied where a file can tell: a book has no pages, and a page that nothing fills does not show where the type area
ends. Elements are told by their words and their looks, as `triptych convert` does it. A PDF is measured by the boxes of
its glyphs, with tags or without; positions may be off by 1 mm, indents by a third of a character, since faces differ in where
they stand in their line. "Two blank lines" may be 20.8 to 25.8 mm and one 10.4 to 15.3: the standard can be read either way.

`--against SOURCE` compares the words: all of them, in their order, and no others. White space says nothing; the markers of
lists, the marks of notes, readings above characters, and what stands in contents are a format's own; of a formula only
that it is there is compared. The source is read as `triptych convert` reads it: what is mended in a scrape, numbered or
put in its place by the standard is expected in print, and told.

`--fix` reads a document (what `triptych formats` lists) and prints it in the style, in the format of the `-o` file; nothing is
mended in its words. It tells which findings are gone and which are left, and every word that is not as it was: what the
old file says that was not read (a table of contents is made anew), and what the new one says otherwise. It ends with 0 where
nothing is left and no word is other.

What is **not** demanded, because no clause does: 28 pt of leading, 仿宋_GB2312 by that name, bold headings, page numbers in
the middle, Times New Roman for digits, 主题词, a mark 25 or 80 mm below the type area's top, dates in Chinese numerals,
此页无正文.
"""


def page() -> str:
    """The page as it should be."""
    return "\n".join((_HEAD, *_table("Pages, faces and places", PLACES), *_table("Words", TEXTS)))


def _table(title: str, rules: tuple[Rule, ...]) -> list[str]:
    rows = [
        f"| `{rule.id}` | {rule.clause} | {_strength(rule)} | {rule.about.en} | {rule.about.zh} |" for rule in rules
    ]
    return [f"## {title}", "", "| rule | clause | strength | required | 要求 |", "|---|---|---|---|---|", *rows, ""]


def _strength(rule: Rule) -> str:
    return rule.strength if rule.standard else f"*{STRENGTHS[rule.strength]['en']}*"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
