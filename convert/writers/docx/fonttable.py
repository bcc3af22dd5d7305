"""The part `fontTable.xml` (ISO/IEC 29500-1, 17.8): what may stand in for a face that a computer does not have.

The official names are those of faces that few computers have: Windows calls its own 仿宋 or FangSong, not 仿宋_GB2312.
Without a word of that Word takes 宋体.
"""

from __future__ import annotations

from convert.kit.ooxml import declarations
from convert.style.sheet import FontStack, Sheet
from convert.writers.docx.faces import word_face
from convert.writers.docx.xml import escape, part, value

_ANSI, _GB2312 = "00", "86"  # character sets, 17.8.3.2
_FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}


def font_table(sheet: Sheet) -> bytes:
    """The part: every face the styles name, with the further names of its stack."""
    faces: dict[str, str] = {}
    for stack in sheet.fonts.values():
        for names, charset in ((stack.latin, _ANSI), (stack.cjk, _GB2312)):
            family = word_face(names[0]).family
            faces.setdefault(family, _face(family, names[1:], charset, stack))
    return part(f"<w:fonts {declarations('w')}>{''.join(faces[name] for name in sorted(faces))}</w:fonts>")


def _face(family: str, further: tuple[str, ...], charset: str, stack: FontStack) -> str:
    families = dict.fromkeys(word_face(name).family for name in further)
    others = value("altName", escape(",".join(families))) if families else ""
    pitch = "fixed" if charset == _ANSI and stack.generic == "monospace" else "variable"
    return (
        f'<w:font w:name="{escape(family)}">{others}{value("charset", charset)}'
        f"{value('family', _FAMILIES[stack.generic])}{value('pitch', pitch)}</w:font>"
    )
