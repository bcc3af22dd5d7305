"""What of a DOCX is the result of a table of contents: the field that makes it goes on over paragraphs (ISO/IEC 29500-1,
17.16.5.68)."""

from __future__ import annotations

from typing import Any

from convert.measure.docx.package import W


class Contents:
    """Follows the fields of a document, paragraph by paragraph in reading order."""

    def __init__(self) -> None:
        self._open: list[str] = []  # the instructions of the fields that are not ended, the outermost first

    def hold(self, paragraph: Any) -> bool:
        """Whether the words of the next paragraph are the result of a table of contents."""
        held = False
        for element in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            if element.tag == f"{W}instrText":
                if self._open:
                    self._open[-1] += element.text or ""
            elif element.tag == f"{W}t":
                held = held or any(instruction.split()[:1] == ["TOC"] for instruction in self._open)
            elif element.get(f"{W}fldCharType") == "begin":
                self._open.append("")
            elif element.get(f"{W}fldCharType") == "end" and self._open:
                self._open.pop()
        return held
