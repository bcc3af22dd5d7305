"""The faces that a theme stands for (ISO/IEC 29500-1, 20.1.6.9 and 17.3.2.26)."""

from __future__ import annotations

from typing import Any

from convert.measure.docx.package import THEMED

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = {"EastAsia": "ea", "Ascii": "latin", "HAnsi": "latin", "Bidi": "cs"}
_SCRIPT = "Hans"  # whose face stands in where a theme names none for East Asian text


class Theme:
    """The faces of a theme. `root`: the part, None where there is none."""

    def __init__(self, root: Any) -> None:
        self._faces: dict[str, str] = {}
        for kind in ("major", "minor") if root is not None else ():
            fonts = root.find(f".//{_A}{kind}Font")
            for word, tag in _KINDS.items() if fonts is not None else ():
                self._faces[kind + word] = _face(fonts, tag)

    def resolved(self, properties: dict[str, str]) -> dict[str, str]:
        """The properties of a run with the faces of the theme by their names; they go before names beside them."""
        named = {
            f"rFonts.{plain}": face
            for plain, attribute in THEMED.items()
            if (face := self._faces.get(properties.get(f"rFonts.{attribute}", ""), ""))
        }
        return properties | named if named else properties


def _face(fonts: Any, tag: str) -> str:
    chosen = fonts.find(f"{_A}{tag}")
    face = chosen.get("typeface", "") if chosen is not None else ""
    if not face and tag == "ea":
        face = next((f.get("typeface", "") for f in fonts.iterfind(f"{_A}font") if f.get("script") == _SCRIPT), "")
    return str(face)
