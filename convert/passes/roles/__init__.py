"""The structure of bare text: official elements and headings that no markup tells, recognised by what they say.

It works on any document, whatever its reader was: what the source marks (a heading, a paragraph with a role) is left as it
is. Nothing is moved, added or taken away but the role itself, save that a table that holds an imprint and nothing else becomes
its lines; each recognition is a finding with its reason, and what the elements say goes to the metadata as inferred. Wrong
guesses cost more than missed ones: where the neighbours of a line do not agree with it, it stays a paragraph.

- `head`: 版头, what stands around the title, and whom the document is sent to
- `convert.passes.titles`: the title
- `tail`, with `signature`, `attachments` and `imprint`: what stands below the text, down to 版记
- `headings`, with `runs` and `numbering`: numbered headings, on lines of their own and run in; articles of laws
- `facts`: from roles to metadata; `checks`: roles that a style does not have
"""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Document, replace
from convert.passes.roles.checks import BALANCE, check_roles
from convert.passes.roles.facts import learn
from convert.passes.roles.head import mark_below_title, mark_head, mark_labelled
from convert.passes.roles.headings import mark_headings
from convert.passes.roles.lines import Lines
from convert.passes.roles.tail import mark_tail
from convert.passes.titles import find_title, promote_title, raise_headings

__all__ = ["BALANCE", "check_roles", "recognise_roles"]


def recognise_roles(document: Document, report: Report) -> Document:
    """`document` with roles for its official elements, headings, and what they say in its metadata.

    The title is looked for on the way, as what stands around it depends on it.
    """
    document = promote_title(document, report)
    lines = Lines(document, report)
    mark_head(lines)
    headed = promote_title(replace(document, blocks=tuple(lines.blocks)), report)  # below the elements just found
    titled = find_title(headed, report)
    titled = raise_headings(titled, report)
    lines = Lines(titled, report)
    mark_below_title(lines)
    mark_labelled(lines)
    mark_tail(lines)
    mark_headings(lines)
    return learn(replace(titled, blocks=tuple(lines.blocks)))
