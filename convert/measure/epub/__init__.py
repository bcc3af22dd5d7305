"""Finished EPUB files, anybody's, back to facts: the text in reading order, how CSS makes each element look, the package.

Read with lxml, tinycss2 and cssselect (optional dependencies, see the extra `measure`). The cascade knows what such
books use: selectors with their specificity, order, inheritance. Media queries are taken not to match.
"""

from convert.measure.epub.elements import Block, Element, read_blocks, read_elements
from convert.measure.epub.package import NavigationEntry, read_metadata, read_navigation
from convert.measure.epub.text import read_text

__all__ = [
    "Block",
    "Element",
    "NavigationEntry",
    "read_blocks",
    "read_elements",
    "read_metadata",
    "read_navigation",
    "read_text",
]
