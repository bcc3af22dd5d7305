"""Faces that a theme stands for."""

from __future__ import annotations

from lxml import etree

from convert.kit.ooxml import NAMESPACES
from convert.measure.docx.themes import Theme

THEME = f"""<a:theme xmlns:a="{NAMESPACES["a"]}"><a:themeElements><a:fontScheme>
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface="黑体"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def test_themes_name_faces() -> None:
    theme = Theme(etree.fromstring(THEME))
    said = {"rFonts.eastAsiaTheme": "minorEastAsia", "rFonts.asciiTheme": "majorHAnsi", "rFonts.ascii": "Arial"}
    resolved = theme.resolved(said)
    assert (resolved["rFonts.eastAsia"], resolved["rFonts.ascii"]) == ("宋体", "Cambria")


def test_without_a_theme_nothing_changes() -> None:
    assert Theme(None).resolved({"rFonts.eastAsiaTheme": "minorEastAsia"}) == {"rFonts.eastAsiaTheme": "minorEastAsia"}
