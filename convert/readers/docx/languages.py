"""Languages: what runs say of their words, where it is not what the whole document is in (ISO/IEC 29500-1, 17.3.2.20).

Word gives every document one language for Latin letters and one for East Asian characters, and marks what is typed
with the keyboard's: most of what runs say is no news.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from convert.kit.cjk import has_east_asian
from convert.readers.docx.looks import Look
from convert.readers.docx.styles import Styles
from convert.readers.docx.tags import T

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SAMPLE = 400  # runs that tell what a document is written in
_SCRIPTS = {"zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant-HK", "zh-mo": "zh-Hant"}


class Languages:
    """The languages of one document."""

    def __init__(self, styles: Styles, body: Element) -> None:
        self._usual = styles.languages
        said = {**styles.defaults, **styles.paragraph("").run}
        self._latin = str(said.get("lang", ""))
        sample = "".join(text.text or "" for text in itertools.islice(body.iter(T), _SAMPLE))
        self._east_asian = 4 * sum(map(has_east_asian, sample)) > len(sample)

    def of(self, text: str, look: Look) -> str:
        """The language that a run says its words are in, "" for a usual one. English among Chinese is told where it is
        not just the default for Latin letters."""
        wide = has_east_asian(text)
        tag = look.han_lang if wide else look.lang
        if not tag or not self._usual:
            return ""
        if self._east_asian and not wide:
            return "" if tag == self._latin else language_tag(tag)
        return "" if tag[:2].lower() in self._usual else language_tag(tag)


def language_tag(language: str) -> str:
    """A language as the model names it: Chinese by its script."""
    return _SCRIPTS.get(language.lower(), language)
