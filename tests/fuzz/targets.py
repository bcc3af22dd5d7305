"""What is fuzzed: a name, what must hold, how its inputs are varied, what it starts from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import oracles, seeds, tokens
from tests.fuzz.mutation import LONGEST, Mutation, mutate_bytes, text_mutation
from tests.fuzz.structures import mutate_json, mutate_xml, zip_mutation


@dataclass(frozen=True, slots=True)
class Target:
    """`rooms`: the modules and packages, as paths in the project, whose lines are counted as covered or not; `longest`: of
    its inputs, in bytes; `blind`: whether bytes are also varied by what the fuzzer itself knows of them."""

    check: oracles.Check
    mutate: Mutation
    seeds: Callable[[], list[bytes]]
    rooms: tuple[str, ...]
    longest: int = 8_000
    blind: bool = True


def _member(name: str) -> Mutation:
    """How a member of an Office document or a book is varied."""
    if name.endswith((".xml", ".rels", ".opf", ".xhtml", ".ncx")):
        return mutate_xml
    return _CSS if name.endswith(".css") else mutate_bytes


def _after_first(mutate: Mutation) -> Mutation:
    """The first byte tells what the rest is: now and then another."""
    return lambda data, random: (
        bytes((random.randrange(5),)) + data[1:] if random.random() < 0.05 else data[:1] + mutate(data[1:], random)
    )


_CSS = text_mutation(tokens.CSS)
_MARKDOWN = text_mutation(tokens.MARKDOWN)
_HTML = text_mutation(tokens.HTML)
_TEXT = text_mutation(tokens.TEXT)
_PACKAGE = zip_mutation(_member)
_LARGE = 400_000

TARGETS: dict[str, Target] = {
    "text": Target(oracles.reads("text", "x.txt"), _TEXT, seeds.texts, ("convert/readers/text.py", "convert/passes/roles", "convert/passes/repair", "convert/kit/encoding.py"), LONGEST),
    "markdown": Target(oracles.reads("markdown", "x.md"), _MARKDOWN, seeds.markdown, ("convert/readers/markdown",), LONGEST),
    "html": Target(oracles.reads("html", "x.html"), _HTML, seeds.html, ("convert/readers/html", "convert/reading/html"), LONGEST),
    "mhtml": Target(oracles.reads("mhtml", "x.mht"), text_mutation((*tokens.HTML, *tokens.MAIL)), seeds.mhtml, ("convert/reading/mhtml.py", "convert/readers/html")),
    "docx": Target(oracles.reads("docx", "x.docx"), _PACKAGE, seeds.docx, ("convert/readers/docx",), _LARGE, blind=False),
    "json": Target(oracles.reads("json", "x.json"), mutate_json, seeds.json, ("convert/readers/json.py", "convert/model", "convert/reading/depth.py"), blind=False),
    "json-pandoc": Target(oracles.reads("json-pandoc", "x.json"), mutate_json, seeds.pandoc, ("convert/readers/pandoc",), blind=False),
    "picture": Target(oracles.prints_picture, mutate_bytes, seeds.pictures, ("convert/kit/images/header.py", "convert/kit/images/pixels.py", "convert/kit/images/png.py", "convert/kit/images/jpeg.py", "convert/kit/images/kinds.py", "convert/kit/images/faults.py", "convert/kit/images/forms.py"), 20_000),
    "svg": Target(oracles.prints_picture, mutate_xml, seeds.drawings, ("convert/kit/images/svg",), blind=False),
    "tex": Target(oracles.sets_formula, text_mutation(tokens.TEX), seeds.tex, ("convert/kit/math/latex.py", "convert/kit/math/plainform.py", "convert/kit/math/drawing.py", "convert/kit/math/officemath.py"), 1_500),
    "mathml": Target(oracles.sets_mathml, mutate_xml, seeds.mathml, ("convert/kit/math/mathml.py", "convert/kit/math/tokens.py", "convert/kit/math/fences.py", "convert/kit/math/tex.py"), 3_000, blind=False),
    "omml": Target(oracles.reads_omml, mutate_xml, seeds.omml, ("convert/kit/math/omml.py", "convert/kit/math/runs.py"), 6_000, blind=False),
    "front-matter": Target(oracles.reads_front_matter, text_mutation(tokens.YAML), seeds.front_matter, ("convert/reading/yaml.py", "convert/reading/metadata.py", "convert/reading/forms.py", "convert/readers/markdown/front_matter.py"), 3_000),
    "style": Target(oracles.reads_style, text_mutation(tokens.TOML), seeds.styles, ("convert/style",), 4_000, blind=False),
    "sidecar": Target(oracles.reads_sidecar, _after_first(text_mutation((*tokens.YAML, *tokens.TOML, *tokens.TABLES))), seeds.sidecars, ("convert/reading/sidecar.py", "convert/reading/metadata.py"), 3_000),
    "records": Target(oracles.reads_records, _after_first(text_mutation((*tokens.TABLES, '{"', '":', "[]"))), seeds.records, ("convert/bulk/records.py", "convert/bulk/rows.py", "convert/bulk/texts.py", "convert/bulk/names.py"), 20_000),
    "archive": Target(oracles.reads_archive, _after_first(mutate_bytes), seeds.archives, ("convert/bulk/archives.py", "convert/bulk/containers.py", "convert/bulk/sources.py", "convert/bulk/names.py"), 20_000),
    "check-pdf": Target(oracles.judges("x.pdf"), mutate_bytes, seeds.pdf, ("convert/measure/pdf", "convert/checks/pdf"), _LARGE),
    "check-docx": Target(oracles.judges("x.docx"), _PACKAGE, seeds.docx, ("convert/measure/docx", "convert/checks/docx"), _LARGE, blind=False),
    "check-epub": Target(oracles.judges("x.epub"), _PACKAGE, seeds.epub, ("convert/measure/epub", "convert/checks/epub"), _LARGE, blind=False),
    "whole-markdown": Target(oracles.converts("markdown", "x.md"), _MARKDOWN, seeds.markdown, ("convert/layout", "convert/writers", "convert/passes")),
    "whole-html": Target(oracles.converts("html", "x.html"), _HTML, seeds.html, ("convert/layout", "convert/writers", "convert/passes")),
    "whole-docx": Target(oracles.converts("docx", "x.docx"), _PACKAGE, seeds.docx, ("convert/layout", "convert/writers", "convert/passes"), _LARGE, blind=False),
    "whole-json": Target(oracles.converts("json", "x.json"), mutate_json, seeds.json, ("convert/layout", "convert/writers", "convert/passes"), 20_000, blind=False),
}  # fmt: skip
"""By name. `whole-`: from a format to the three outputs."""
