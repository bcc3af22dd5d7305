"""What a shell offers for a word that is being typed. Loads no reader and no writer."""

from __future__ import annotations

from convert.catalogue import CATALOGUE
from convert.formats import INPUTS, OUTPUTS


def inputs(incomplete: str) -> list[str]:
    """Names of formats that can be read."""
    return [name for name in INPUTS if name.startswith(incomplete)]


def outputs(incomplete: str) -> list[str]:
    """Names of formats that can be written, behind the commas that are there already."""
    before, comma, word = incomplete.rpartition(",")
    return [before + comma + name for name in OUTPUTS if name.startswith(word)]


def styles(incomplete: str) -> list[str]:
    """Names of the styles that come with Triptych."""
    from convert.style.load import style_names

    return [name for name in style_names() if name.startswith(incomplete)]


def codes(incomplete: str) -> list[str]:
    """Codes of messages."""
    return [code for code in CATALOGUE if code.startswith(incomplete)]
