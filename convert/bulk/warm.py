"""What every worker needs, loaded once for all of them: a worker that is copied from a process which has it starts at once."""

from convert import pipeline
from convert.passes import captions, lowering, metadata, numbering, repair, roles, soundness, title_lines, titles
from convert.readers import docx as docx_reader
from convert.readers import html, markdown, text
from convert.reading import depth
from convert.writers import docx, epub, pdf

__all__ = [
    "captions", "depth", "docx", "docx_reader", "epub", "html", "lowering", "markdown", "metadata", "numbering", "pdf",
    "pipeline", "repair", "roles", "soundness", "text", "title_lines", "titles",
]  # fmt: skip
