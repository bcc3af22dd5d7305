"""A fontconfig file for LibreOffice under which the bundled faces bear the official families' names: it would set
仿宋_GB2312 in whatever it finds, and break lines elsewhere than Word with the official fonts does."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

from convert.kit.resources import fonts_folder

FAMILIES = {
    "FandolFang-Regular.otf": "仿宋_GB2312",
    "FandolSong-Bold.otf": "方正小标宋_GBK",
    "FandolHei-Regular.otf": "黑体",
    "FandolKai-Regular.otf": "楷体_GB2312",
    "FandolSong-Regular.otf": "宋体",
    "LiberationSerif-Regular.ttf": "Times New Roman",
    "LiberationSans-Regular.ttf": "Arial",
    "LiberationMono-Regular.ttf": "Courier New",
    "NotoSerifSC-Regular.ttf": "Noto Serif SC",  # for what the others lack
}
_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _TYPOGRAPHIC = 1, 2, 4, 6, (16, 17, 21, 22)  # name ids


def write_config(folder: Path) -> Path:
    """Write the file, renamed copies of the faces and a cache into `folder`. Its path goes into `FONTCONFIG_FILE`."""
    for file, family in FAMILIES.items():
        if not (folder / file).exists():
            _copy_renamed(fonts_folder() / file, folder / file, family)
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{folder}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        "utf-8",
    )
    return path


def _copy_renamed(source: Path, target: Path, family: str) -> None:
    with TTFont(source, lazy=True) as font:
        names = font["name"]
        for name_id in (_FAMILY, _STYLE, _FULL, _POSTSCRIPT, *_TYPOGRAPHIC):
            names.removeNames(nameID=name_id)
        for name_id, text in ((_FAMILY, family), (_STYLE, "Regular"), (_FULL, family), (_POSTSCRIPT, source.stem)):
            names.setName(text, name_id, 3, 1, 0x409)
        font.save(target)
